"""No text to share becomes public that its network would refuse, in whatever language it was written."""

from typing import TYPE_CHECKING

from newsroom.publication.gates import RefusedError

if TYPE_CHECKING:
    from campaigns.models.hub import CampaignHubPage


def refuse_what_is_too_long(hub: "CampaignHubPage") -> None:
    """Asked before a hub is published. Raises RefusedError for a text that its network does not take."""
    for text in hub.share_texts.all():
        if reason := text.why_too_long():
            raise RefusedError(reason, f"hub {hub.pk} has a text that is too long for {text.network}")
