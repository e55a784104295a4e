"""What the search finds of events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import pgettext_lazy

from campaigns.events.times import zone_called
from campaigns.models import EventPage
from newsroom.language.html import text_of_html
from organisations.models import Organisation, Person
from organisations.recorded_names import RecordedNames
from search.registry import Item, Shown, Source, register_kind, register_source

KIND = "event"
#: The fields of an event whose words are searched, in the order of its page.
TEXTS = (
    *("description", "background", "concept_note", "mandate_task", "objective", "format", "format_note"),
    *("project", "series", "mandate_reference", "status_note", "outcome"),
)
POINTS = ("themes", "objectives", "expected_outcomes", "guiding_questions", "preparation", "regions")


def register_events() -> None:
    """Register events with the search."""
    register_source(EVENTS)
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


def stored_sessions(event: EventPage) -> Iterator[Mapping[str, Any]]:
    """The sessions of an event and those that run in parallel, as they are stored."""
    for block in event.programme.raw_data:
        yield block["value"]
        yield from (item["value"] for item in block["value"].get("parallel") or ())


def stored_speakers(event: EventPage) -> Iterator[Mapping[str, Any]]:
    """Who speaks at an event, as it is stored."""
    for session in stored_sessions(event):
        yield from (item["value"] for item in session.get("speakers") or ())


def words_of(event: EventPage) -> Iterator[str]:
    """The running words of an event without any markup."""
    yield from (text_of_html(getattr(event, name)) for name in TEXTS)
    for name in POINTS:
        yield from (str(block["value"]) for block in getattr(event, name).raw_data)
    for session in stored_sessions(event):
        yield session["title"]
        yield text_of_html(session.get("description") or "")


def event_item(event: EventPage, people: Mapping[int, Person], names: RecordedNames) -> Item:
    """What of one event goes into the index."""
    code, tags = event.locale.language_code, list(event.hashtags.all())
    organisations: list[Organisation] = [link.organisation for link in event.organisation_links.all()]
    spoken = list(stored_speakers(event))
    speakers = [people[key] for each in spoken if (key := each.get("person")) in people]
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
        text="\n".join(filter(None, words_of(event))),
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
            "\n".join(filter(None, (event.summary, *words_of(event)))),
            event.locale.language_code,
            str(event.get_kind_display()),
            thing=event,
            template="campaigns/event_hit.html",
        )
        for event in events
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
)
