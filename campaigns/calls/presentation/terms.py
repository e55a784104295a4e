"""Until when a call is open is one fact for all its languages: the original says it, the others follow at once."""

from typing import Any

from django.utils import timezone

from campaigns.models.calls.extension import CallExtension
from news.models.reference import next_reference
from newsroom.publication.deadlines.extending import note_extension
from search.indexing import refresh_index

PREFIX = "CALL"
#: What an officer enters, and what follows from it.
TERMS = ("time_zone", "opens_on", "opens_time", "closes_on", "closes_time", "outcome_on")
INSTANTS = ("opens_at", "closes_at", "extended_from")


def settle_terms(call: Any) -> None:
    """Give a call that goes public its instants and its reference; called inside the transaction, before it is written.

    A translation takes the terms of its original. An original that was public and closes later than it did has been
    extended: the earlier end is kept, whatever the draft says of it.
    """
    pages = type(call)._base_manager
    if call.is_original:
        call.reckon_instants()
        standing = pages.filter(pk=call.pk).first()
        call.extended_from = standing and standing.extended_from
        if standing and standing.live and standing.closes_at and call.closes_at and standing.closes_at < call.closes_at:
            extend(call, standing)
    else:
        original = pages.filter(
            translation_key=call.translation_key, locale__language_code=call.original_language
        ).first()
        for name in (*TERMS, *INSTANTS) if original else ():
            setattr(call, name, getattr(original, name))
    if not call.life.reference:
        call.life.reference = next_reference(PREFIX, call.life.released_at or timezone.now())


def extend(call: Any, standing: Any) -> None:
    """Write down that a public call closes later than it did."""
    note_extension(CallExtension, call.translation_key, standing.closing, call.closing)
    call.extended_from = call.extended_from or standing.closes_at


def share_terms(call: Any) -> None:
    """Write the terms of an original into its other languages; called inside the transaction of the publication."""
    if not call.is_original:
        return
    others = type(call)._base_manager.filter(translation_key=call.translation_key).exclude(pk=call.pk)
    if others.update(**{name: getattr(call, name) for name in (*TERMS, *INSTANTS)}):
        refresh_index(list(others.filter(live=True)))
