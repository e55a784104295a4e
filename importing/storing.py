"""Stores a proposal as a draft of its type, together with the records it names."""

from django.db import transaction

from importing.drafting.base import Decisions, Stored
from importing.drafting.calls import CallDrafting
from importing.drafting.events import EventDrafting
from importing.drafting.releases import ReleaseDrafting
from importing.proposal import Proposal

__all__ = ["Decisions", "Stored", "store_proposal"]


@transaction.atomic
def store_proposal(proposal: Proposal, decisions: Decisions | None = None) -> Stored:
    """Make a draft from a proposal: of an event, a call or a release; nothing of it is public and nothing is lost.

    Known people, organisations, boilerplates and contacts are used, others are made. Raises DoesNotExist of the list
    in which such a page stands, where the newsroom has none yet.
    """
    if proposal.event is not None:
        return EventDrafting(proposal, decisions or Decisions()).run(proposal.event)
    if proposal.call is not None:
        return CallDrafting(proposal, decisions or Decisions()).run(proposal.call)
    return ReleaseDrafting(proposal, decisions or Decisions()).run()
