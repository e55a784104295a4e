"""An event goes through wagtail-localize with its facts, its programme and its points."""

import datetime
from collections.abc import Callable
from typing import Any

from django.test import Client
from wagtail_localize.models import Translation

from campaigns.factories import EventPageFactory
from campaigns.models import EventFocalPoint, EventIndexPage
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage
from organisations.factories import PersonFactory

Submit = Callable[..., Translation]
Write = Callable[..., None]
PutOut = Callable[[Translation], Any]


def an_event(newsroom: HomePage) -> Any:
    """An event with a programme, points and a focal point."""
    session = {
        "title": "Opening",
        "starts": datetime.time(15),
        "speakers": [{"person": PersonFactory(), "role": "Mayor"}, {"name": "Three mayors"}],
        "parallel": [{"title": "Deltas"}],
    }
    index = EventIndexPage.objects.child_of(newsroom).get()
    event: Any = EventPageFactory(parent=index, sessions=[session], summary="What it is.", live=False)
    event.themes = [("point", "Shade"), ("point", "Trees")]
    event.focal_points.add(EventFocalPoint(name="Ines", role="Desk officer", locale=event.locale))
    publish(event)
    return event


def test_an_event_keeps_its_facts_and_the_names_of_its_sessions_in_every_language(
    newsroom: HomePage, reader: Client, submit: Submit, write: Write, put_out: PutOut
) -> None:
    event = an_event(newsroom)
    translation = submit(event)
    draft = translation.get_target_instance()
    assert not draft.live
    assert reader.get(draft.url).status_code == 404
    assert reader.get(f"/fr/calendar/{event.translation_key}.ics").content.count(b"SUMMARY:FR") == 0
    write(translation)
    translated = put_out(translation)
    assert translated.begins_at == event.begins_at
    assert translated.place == f"FR {event.place}"
    assert [block.id for block in translated.programme] == [block.id for block in event.programme]
    value, original = translated.programme[0].value, event.programme[0].value
    assert value["title"] == "FR Opening"
    assert [each["person"] for each in value["speakers"]] == [each["person"] for each in original["speakers"]]
    assert [each["role"] for each in value["speakers"]] == ["FR Mayor", ""]
    assert value["speakers"][1]["name"] == "FR Three mayors"
    assert value["parallel"][0]["title"] == "FR Deltas"
    assert [str(point.value) for point in translated.themes] == ["FR Shade", "FR Trees"]
    assert translated.focal_points.get().role == "FR Desk officer"
    assert translated.organisation_links.get().organisation == event.organisation_links.get().organisation
    text = reader.get(translated.url).content.decode()
    assert "FR Opening" in text
    assert b"SUMMARY:FR" in reader.get(f"/fr/calendar/{event.translation_key}.ics").content


def test_the_list_of_events_is_translated(newsroom: HomePage, submit: Submit, write: Write, put_out: PutOut) -> None:
    index: Any = EventIndexPage.objects.child_of(newsroom).get()
    index.get_translation(locale_of("fr")).delete()
    translation = submit(index)
    write(translation)
    assert put_out(translation).title == f"FR {index.title}"
