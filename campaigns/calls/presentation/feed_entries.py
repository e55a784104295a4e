"""What feeds tell of calls: where each stands and until when, in words that follow the clock."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from campaigns.calls.choices import TAKING, CallState
from newsroom.language.separators import side_by_side
from newsroom.language.spacing import spaced
from search.registry import FeedEntry


def calls_followed(calls: Sequence[Any]) -> Mapping[int, FeedEntry]:
    """What feeds tell of public calls; one query for all."""
    settled = terms_settled(calls)
    return {call.pk: call_followed(call, settled.get(call.translation_key)) for call in calls}


def terms_settled(calls: Sequence[Any]) -> Mapping[UUID, datetime]:
    """When each call was published last in the language it was written in, by translation key: what says until when all
    its languages are open, and that there is an outcome."""
    if not calls:
        return {}
    originals = type(calls[0])._default_manager.filter(
        translation_key__in=[call.translation_key for call in calls],
        locale__language_code=F("original_language"),
        last_published_at__isnull=False,
    )
    return dict(originals.values_list("translation_key", "last_published_at"))


def call_followed(call: Any, settled_at: datetime | None) -> FeedEntry:
    """What a feed tells of one call, whose terms were settled last at an aware instant."""
    code, instants = call.locale.language_code, (call.last_published_at, settled_at)
    return FeedEntry(
        group=call.translation_key,
        language=code,
        title=spaced(call.title, code),
        url=call.url,
        text=spaced("\n".join(filter(None, (standing_in_words(call), call.summary))), code),
        released_at=call.released_at,
        changed_at=max(filter(None, instants), default=call.released_at),
    )


def standing_in_words(call: Any) -> str:
    """Where a call stands, and the moment that comes next."""
    state = CallState(call.state)
    moment = ""
    if state == CallState.UPCOMING and call.opening:
        moment = _("opens %(moment)s") % {"moment": call.opening.in_words}
    elif state in TAKING and call.closing:
        moment = call.closing.in_words
    return capfirst(side_by_side((state.label, moment)))
