from organisations.models.address import FormerAddress
from organisations.models.boilerplate import Boilerplate
from organisations.models.contact import MediaContact
from organisations.models.organisation import Organisation
from organisations.models.person import Person, Role
from organisations.models.use import RecordUse

__all__ = ["Boilerplate", "FormerAddress", "MediaContact", "Organisation", "Person", "RecordUse", "Role"]
