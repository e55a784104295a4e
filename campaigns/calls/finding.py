"""What the search finds of calls."""

import datetime
from collections.abc import Mapping, Sequence

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from campaigns.calendars.entries import register_calendar
from campaigns.calls.presentation.calendars import entries_of_calls
from campaigns.calls.presentation.feed_entries import calls_followed
from campaigns.models import CallPage
from organisations.naming.noting import named_on
from search.registry import Item, Shown, Source, register_kind, register_source


def register_calls() -> None:
    """Register calls with the search."""
    register_source(CALLS)
    register_calendar("call", entries_of_calls)
    register_kind("call", _("Call"))


def call_items(calls: Sequence[CallPage]) -> dict[int, Item]:
    """What of calls goes into the index."""
    prefetch_related_objects(
        calls,
        *("steps", "audiences", "meetings", "hashtag_links__tag", "signatories__person"),
        "organisation_links__organisation",
    )
    return {
        call.pk: Item(
            language=call.locale.language_code,
            kind="call",
            group=call.translation_key,
            title=call.title,
            lead=call.summary,
            text=call.body_text,
            names="\n".join(map(str, (*call.signatories.all(), *call.organisation_links.all()))),
            released_at=call.released_at,
            happens_at=last_moment(call),
            facets={
                "campaign": [link.tag.slug for link in call.hashtag_links.all()],
                "organisation": [link.organisation.slug for link in call.organisation_links.all()],
            },
            named={
                "campaign": [link.tag.name for link in call.hashtag_links.all()],
                "organisation": [link.organisation.name for link in call.organisation_links.all()],
            },
            is_original=call.is_original,
        )
        for call in calls
    }


def last_moment(call: CallPage) -> datetime.datetime | None:
    """The last minute in which a call is open, on the clocks of its place: it is found under that day."""
    return call.closing.at - datetime.timedelta(minutes=1) if call.closing else None


def shown_calls(calls: Sequence[CallPage]) -> Mapping[int, Shown]:
    """What a page of results shows of calls."""
    return {
        call.pk: Shown(
            call.title,
            call.url,
            call.summary,
            call.locale.language_code,
            str(call.get_kind_display()),
            call.released_at,
            thing=call,
            template="campaigns/call_hit.html",
        )
        for call in calls
    }


CALLS = Source(
    "call",
    CallPage,
    keys=lambda: CallPage.objects.released().order_by("pk").values_list("pk", flat=True),
    public=lambda keys: list(CallPage.objects.released().filter(pk__in=keys).select_related("locale", "life")),
    items=call_items,
    shown=shown_calls,
    listed=lambda keys: list(CallPage.objects.released().filter(pk__in=keys).for_listing()),
    named=named_on,
    followed=calls_followed,
)
