"""What the search finds of events."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import prefetch_related_objects
from django.utils.translation import pgettext_lazy

from campaigns.calendars.entries import register_calendar
from campaigns.events.presentation.calendars import entries_of_events
from campaigns.events.presentation.feed_entries import events_followed
from campaigns.events.presentation.page import with_when
from campaigns.events.presentation.words import stored_speakers, words_of_event
from campaigns.events.times import zone_called
from campaigns.models import EventPage
from organisations.models import Organisation, Person
from organisations.naming.noting import named_on
from organisations.recorded_names import RecordedNames
from search.registry import Item, Shown, Source, register_dates, register_kind, register_source

KIND = "event"


def register_events() -> None:
    """Register events with the search."""
    register_source(EVENTS)
    register_calendar(KIND, entries_of_events)
    register_dates("calendar", (KIND, "call"))
    register_kind(KIND, pgettext_lazy("what people attend", "Event"))


def event_items(events: Sequence[EventPage]) -> dict[int, Item]:
    """What of events goes into the index."""
    prefetch_related_objects(events, "hashtags", "organisation_links__organisation")
    keys = {speaker["person"] for event in events for speaker in stored_speakers(event) if speaker.get("person")}
    people = Person.objects.in_bulk(keys) if keys else {}
    names = RecordedNames(
        (link.organisation for event in events for link in event.organisation_links.all()), people.values()
    )
    return {event.pk: event_item(event, people, names) for event in events}


def event_item(event: EventPage, people: Mapping[int, Person], names: RecordedNames) -> Item:
    """What of one event goes into the index."""
    code, tags = event.locale.language_code, list(event.hashtags.all())
    organisations: list[Organisation] = [link.organisation for link in event.organisation_links.all()]
    spoken = list(stored_speakers(event))
    speakers = [people[each["person"]] for each in spoken if each.get("person") in people]
    organising = [name for each in organisations for name in names.all_of(each, event.locale_id, code)]
    speaking = [name for each in speakers for name in names.all_of(each, event.locale_id, code)]
    named = [
        *organising,
        *speaking,
        *(each.get(name) or "" for each in spoken for name in ("name", "role")),
        event.venue,
        event.place,
        *(f"#{tag.name}" for tag in tags),
    ]
    return Item(
        language=code,
        kind=KIND,
        group=event.translation_key,
        title=event.title,
        lead=event.summary,
        text="\n".join(filter(None, words_of_event(event))),
        names="\n".join(dict.fromkeys(filter(None, named))),
        released_at=event.released_at,
        happens_at=event.happens_from.astimezone(zone_called(event.time_zone)) if event.happens_from else None,
        facets={
            "organisation": [each.slug for each in organisations],
            "speaker": [each.slug for each in speakers],
            "campaign": [tag.slug for tag in tags],
            "place": [event.place.strip()],
        },
        named={
            "organisation": organising,
            "speaker": speaking,
            "campaign": [tag.name for tag in tags],
            "place": [event.place],
        },
        is_original=event.is_original,
    )


def shown_events(events: Sequence[EventPage]) -> Mapping[int, Shown]:
    """What a page of results shows of events."""
    return {
        event.pk: Shown(
            event.title,
            event.url,
            "\n".join(filter(None, (event.summary, *words_of_event(event)))),
            event.locale.language_code,
            str(event.get_kind_display()),
            thing=event,
            template="campaigns/event_hit.html",
        )
        for event in with_when(events)
    }


def public_events(keys: Iterable[int]) -> list[EventPage]:
    """Those of the events that a stranger may see."""
    return list(EventPage.objects.released().filter(pk__in=list(keys)).select_related("locale", "life"))


def listed_events(keys: Sequence[int]) -> list[EventPage]:
    """Those of the events that lists name, with what a row needs."""
    return list(EventPage.objects.released().filter(pk__in=keys).for_listing())


EVENTS = Source(
    KIND,
    EventPage,
    keys=lambda: EventPage.objects.released().order_by("pk").values_list("pk", flat=True),
    public=public_events,
    items=event_items,
    shown=shown_events,
    listed=listed_events,
    named=named_on,
    followed=events_followed,
)
