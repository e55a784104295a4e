from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.heartbeat import Heartbeat
from newsroom.publication.models.withdrawal import Withdrawable, Withdrawal

__all__ = ["Embargo", "Heartbeat", "Withdrawable", "Withdrawal"]
