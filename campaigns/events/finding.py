"""What the search finds of events."""

from collections.abc import Mapping, Sequence

from django.db.models import prefetch_related_objects
from django.utils.translation import pgettext_lazy

from campaigns.models import EventPage
from search.registry import Item, Shown, Source, register_kind, register_source

KIND = "event"


def register_events() -> None:
    """Register events with the search."""
    register_source(EVENTS)
    register_kind(KIND, pgettext_lazy("what people attend", "Event"))


def event_items(events: Sequence[EventPage]) -> dict[int, Item]:
    """What of events goes into the index."""
    prefetch_related_objects(events, "hashtag_links__tag", "organisation_links__organisation")
    return {event.pk: event_item(event) for event in events}


def event_item(event: EventPage) -> Item:
    """What of one event goes into the index."""
    tags = [link.tag for link in event.hashtag_links.all()]
    return Item(
        language=event.locale.language_code,
        kind=KIND,
        group=event.translation_key,
        title=event.title,
        lead=event.summary,
        released_at=event.released_at,
        facets={
            "campaign": [tag.slug for tag in tags],
            "organisation": [link.organisation.slug for link in event.organisation_links.all()],
        },
        is_original=event.is_original,
    )


def shown_events(events: Sequence[EventPage]) -> Mapping[int, Shown]:
    """What a page of results shows of events."""
    return {
        event.pk: Shown(
            event.title,
            event.url,
            event.summary,
            event.locale.language_code,
            str(event.get_kind_display()),
            thing=event,
        )
        for event in events
    }


EVENTS = Source(
    KIND,
    EventPage,
    keys=lambda: EventPage.objects.released().order_by("pk").values_list("pk", flat=True),
    public=lambda keys: list(EventPage.objects.released().filter(pk__in=keys).select_related("locale", "life")),
    items=event_items,
    shown=shown_events,
)
