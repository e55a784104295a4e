"""Releases issued at an event, meetings of a call that are events, what a call leads to: none that is not public."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
import pytest
import time_machine
from django.test import Client
from joining_forms import form_of_standing_call
from leaving_quietly import unpublish
from people import at_work
from wagtail_localize.models import Translation, TranslationSource

from campaigns.calls.composing import compose_call
from campaigns.calls.document import CallDocument
from campaigns.calls.factories import CallPageFactory
from campaigns.factories import EventPageFactory
from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage, EventRelease
from campaigns.models.calls.rows import CallMeeting
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.lifting.lift import lift_due

NOW = datetime.datetime(2027, 1, 10, 9, tzinfo=datetime.UTC)


@pytest.fixture
def call_list(newsroom: HomePage) -> CallIndexPage:
    """The English list of calls."""
    return CallIndexPage.objects.get(locale__language_code="en")


def seen(reader: Client, address: str) -> str:
    """What a reader gets."""
    answer = reader.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def in_french(event: EventPage, title: str) -> EventPage:
    """The public French version of an event."""
    french: EventPage = event.copy_for_translation(locale_of("fr"))
    french.title = title
    publish(french)
    return french


def test_a_release_shows_the_event_it_was_issued_at_in_the_readers_language(
    events: EventIndexPage, index: NewsIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Rivers meet", place="Nairobi")
        release = ReleasePageFactory(parent=index, issued_at_event=event)
        french = release.copy_for_translation(locale_of("fr"))
        publish(french)
        html = seen(reader, release.url)
        assert "Issued at" in html and f'href="{event.url}"' in html
        assert "Rivers meet" in html and "Nairobi" in html and "9 March 2027" in html
        assert "Rivers meet" in seen(reader, french.url)  # until there is a French one
        other = in_french(event, "Les fleuves se rencontrent")
        html = seen(reader, french.url)
        assert f'href="{other.url}"' in html and "Les fleuves se rencontrent" in html and "Rivers meet" not in html
        assert release.title in seen(reader, event.url)


def test_an_event_and_a_release_say_the_same_whichever_of_them_says_it(
    events: EventIndexPage, index: NewsIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Rivers meet", live=False)
        said = ReleasePageFactory(parent=index, issued_at_event=event, title="Said by the release")
        told = ReleasePageFactory(parent=index, title="Told by the event")
        both = ReleasePageFactory(parent=index, issued_at_event=event, title="Known to both")
        event.release_links.add(EventRelease(release=told), EventRelease(release=both))
        event.save()
        publish(event)
        html = seen(reader, event.url)
        assert all(html.count(f">{release.title}</a>") == 1 for release in (said, told, both))
        assert all("Rivers meet" in seen(reader, release.url) for release in (said, told, both))
        withdrawn = said
        unpublish(withdrawn)
        assert withdrawn.title not in seen(reader, event.url)


def test_no_release_shows_an_event_that_is_not_public(
    events: EventIndexPage, index: NewsIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        soon = NOW + datetime.timedelta(hours=1)
        draft = EventPageFactory(parent=events, title="Rivers meet", live=False)
        waiting = EventPageFactory(parent=events, title="Rivers wait", embargoed_until=soon)
        releases = [ReleasePageFactory(parent=index, issued_at_event=event) for event in (draft, waiting)]
        for release in releases:
            html = seen(reader, release.url)
            assert "Issued at" not in html and "Rivers" not in html
        publish(draft)
        assert "Rivers meet" in seen(reader, releases[0].url)
        unpublish(draft)
        assert "Rivers meet" not in seen(reader, releases[0].url)


def call_meeting(call_list: CallIndexPage, *rows: dict[str, Any]) -> CallPage:
    """A public call with some meetings."""
    call: CallPage = CallPageFactory(parent=call_list, live=False)
    call.meetings.add(*(CallMeeting(locale=call.locale, **row) for row in rows))
    call.save()
    publish(call)
    return call


def test_a_meeting_is_named_and_dated_by_its_event_once_that_is_public(
    events: EventIndexPage, call_list: CallIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Rivers meet", live=False)
        unnamed = EventPageFactory(parent=events, title="Deltas meet", live=False)
        call = call_meeting(
            call_list,
            {"title": "The first meeting", "month": "2027-02", "event": event, "note": "Bring a map."},
            {"month": "2027-04"},
            {"event": unnamed},
        )
        html = seen(reader, call.url)
        assert "The first meeting" in html and "February 2027" in html and "April 2027" in html
        assert "Rivers" not in html and "Deltas" not in html
        publish(event)
        html = seen(reader, call.url)
        assert f'<a href="{event.url}">Rivers meet</a>' in html and 'datetime="2027-03-09"' in html
        assert "The first meeting" not in html and "February 2027" not in html
        assert "Bring a map." in html and "April 2027" in html
        french = call.copy_for_translation(locale_of("fr"))
        publish(french)
        assert "Rivers meet" in seen(reader, french.url)
        in_french(event, "Les fleuves se rencontrent")
        assert "Les fleuves se rencontrent" in seen(reader, french.url)
        unpublish(event)
        html = seen(reader, call.url)
        assert "The first meeting" in html and "Rivers" not in html


@pytest.mark.parametrize("said", ["A joint report.", ""])
def test_a_call_names_the_event_that_it_leads_to_once_that_is_public(
    events: EventIndexPage, call_list: CallIndexPage, reader: Client, said: str
) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        soon = NOW + datetime.timedelta(hours=1)
        event = EventPageFactory(parent=events, title="Rivers meet", place="Karsund", embargoed_until=soon, live=False)
        call = CallPageFactory(parent=call_list, leads_to=said, leads_to_event=event)
        french = call.copy_for_translation(locale_of("fr"))
        publish(french)
        for scheduled in (False, True):
            if scheduled:
                publish(event)
            for page in (call, french):
                html = seen(reader, page.url)
                assert "Rivers" not in html and "Karsund" not in html and "9 March 2027" not in html
                assert ("leads-to" in html) == bool(said) and said in html
        clock.move_to(soon)
        lift_due()
        html = seen(reader, call.url)
        assert said in html and f'<b><a href="{event.url}">Rivers meet</a></b>' in html
        assert "9 March 2027" in html and "Karsund" in html and "in English" not in html
        html = seen(reader, french.url)
        assert f'<b lang="en" dir="ltr"><a href="{event.url}">Rivers meet</a></b>' in html and "en anglais" in html
        assert "9 mars 2027" in html
        other = in_french(EventPage.objects.get(pk=event.pk), "Les fleuves se rencontrent")
        html = seen(reader, french.url)
        assert f'<b><a href="{other.url}">Les fleuves se rencontrent</a></b>' in html and "Rivers" not in html
        unpublish(EventPage.objects.get(pk=event.pk))
        assert "Rivers" not in seen(reader, call.url)


def test_what_a_call_leads_to_is_a_fact_that_no_translator_changes(
    events: EventIndexPage, call_list: CallIndexPage
) -> None:
    one, other = (EventPageFactory(parent=events, title=title) for title in ("Rivers meet", "Deltas meet"))
    call = CallPageFactory(parent=call_list, live=False)
    french = call.copy_for_translation(locale_of("fr"))
    for who, page, event, kept in ((OFFICERS, call, one, one), (translators_of("fr"), french, other, None)):
        form = form_of_standing_call(page, original_language="en", leads_to_event=str(event.pk))
        assert at_work(who).post(f"/admin/pages/{page.pk}/edit/", form).status_code == 302
        draft: Any = CallPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        assert draft.leads_to_event == kept


def test_a_translation_leads_where_its_original_does(events: EventIndexPage, call_list: CallIndexPage) -> None:
    call = CallPageFactory(parent=call_list)
    french = locale_of("fr")
    for event in (EventPageFactory(parent=events), EventPageFactory(parent=events), None):
        call.leads_to_event = event
        publish(call)
        source, _created = TranslationSource.update_or_create_from_instance(call)
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=french)
        translation.save_target(publish=False)
        draft: Any = call.get_translation(french).get_latest_revision_as_object()
        assert draft.leads_to_event == event


def test_documents_from_before_calls_led_to_events_stay_as_they_were(
    events: EventIndexPage, call_list: CallIndexPage
) -> None:
    call = CallPageFactory(parent=call_list)
    without = msgspec.json.encode(compose_call(call))
    assert b"leads_to_event" not in without
    assert msgspec.json.decode(without, type=CallDocument) == compose_call(call)
    call.leads_to_event = event = EventPageFactory(parent=events)
    assert compose_call(call).leads_to_event == event.translation_key


def test_queries_do_not_grow_with_meetings_and_releases(
    events: EventIndexPage,
    call_list: CallIndexPage,
    index: NewsIndexPage,
    reader: Client,
    count_queries: Callable[[Callable[[], Any]], int],
) -> None:
    counts = []
    for number in (2, 6):
        event = EventPageFactory(parent=events)
        call = call_meeting(call_list, *({"event": EventPageFactory(parent=events)} for _each in range(number)))
        for _each in range(number):
            ReleasePageFactory(parent=index, issued_at_event=event)
        counts.append([count_queries(partial(reader.get, page.url)) for page in (call, event)])
    assert counts[0] == counts[1]
