"""The field of the editor for an embargo: day, time and zone, refused in words where they cannot be read."""

import datetime
from typing import Any

import pytest
import time_machine
from django.utils import timezone, translation
from people import browser_of
from release_form import release_form
from wagtail.users.models import UserProfile

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, publish
from newsroom.home.roles import OFFICERS
from newsroom.publication.embargoes.fields import EmbargoForm
from newsroom.publication.embargoes.instants import instant_in_words

UTC = datetime.UTC


def typed(day: str, time: str, zone: str = "UTC") -> dict[str, str]:
    return {"embargoed_until": day, "embargoed_until_time": time, "embargoed_until_zone": zone}


@pytest.mark.parametrize(
    ("day", "time", "zone", "instant"),
    [
        ("2026-12-05", "10:00:37", "UTC", datetime.datetime(2026, 12, 5, 10, 0, 37, tzinfo=UTC)),
        ("2026-12-05", "10:00", "Africa/Nairobi", datetime.datetime(2026, 12, 5, 7, 0, tzinfo=UTC)),
        ("2026-03-29", "03:30", "Europe/Zurich", datetime.datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
    ],
)
def test_instant_is_kept_to_the_second_with_its_zone(
    day: str, time: str, zone: str, instant: datetime.datetime
) -> None:
    form = EmbargoForm(typed(day, time, zone))
    assert form.is_valid()
    assert form.cleaned_data["embargoed_until"] == instant
    assert form.cleaned_data["embargoed_until"].utcoffset() == datetime.timedelta(0)
    assert form.cleaned_data["embargo_time_zone"] == zone


@pytest.mark.parametrize(
    ("day", "time", "zone", "said"),
    [
        ("05.12.2026", "10:00", "UTC", "“05.12.2026” is no day"),
        ("5 Dec 2026", "10:00", "UTC", "“5 Dec 2026” is no day"),
        ("12/05/2026", "10:00", "UTC", "“12/05/2026” is no day"),
        ("2026-02-30", "10:00", "UTC", "“2026-02-30” is no day"),
        ("2026-12-05", "10am", "UTC", "“10am” is no time"),
        ("2026-12-05", "24:00", "UTC", "“24:00” is no time"),
        ("2026-12-05", "", "UTC", "The time is missing"),
        ("", "10:00", "UTC", "The day is missing"),
        ("2026-12-05", "10:00", "Mars/Base", "Choose the time zone"),
        ("2026-03-29", "02:30", "Europe/Zurich", "Did you mean 2026-03-29 01:30:00 or 2026-03-29 03:30:00?"),
        ("2026-10-25", "02:30", "Europe/Zurich", "at 2026-10-25 00:30:00 and at 2026-10-25 01:30:00 UTC"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words_and_stays_as_typed(day: str, time: str, zone: str, said: str) -> None:
    form = EmbargoForm(typed(day, time, zone))
    assert said in form.errors["embargoed_until"][0]
    html = str(form["embargoed_until"])
    assert not day or f'value="{day}"' in html
    assert not time or f'value="{time}"' in html


@pytest.mark.parametrize("text", ["05.12.2026 10:00", "5 Dec 2026 10:00", "12/05/2026 10:00", "5/12/2026 10am"])
@time_machine.travel(datetime.datetime(2026, 11, 26, 18, 0, tzinfo=UTC), tick=False)
def test_editor_keeps_no_other_instant_in_place_of_one_that_it_cannot_read(index: NewsIndexPage, text: str) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    page.save_revision()
    browser = browser_of(UserFactory(roles=[OFFICERS]))
    answer = browser.post(f"/admin/pages/{page.pk}/edit/", release_form(page, embargoed_until=text))
    assert answer.status_code == 200
    day = text.rpartition(" ")[0]
    assert "is no day" in answer.content.decode()
    assert "value=" in answer.content.decode() and text.split(" ")[0] in answer.content.decode(), day
    assert page.get_latest_revision_as_object().embargoed_until is None


@time_machine.travel(datetime.datetime(2026, 11, 26, 18, 0, tzinfo=UTC), tick=False)
def test_editor_saves_what_was_meant_and_shows_it_in_the_officers_zone_with_utc_beside(index: NewsIndexPage) -> None:
    officer = UserFactory(roles=[OFFICERS])
    UserProfile.objects.update_or_create(user=officer, defaults={"current_time_zone": "Africa/Nairobi"})
    page = ReleasePageFactory(parent=index, live=False)
    page.save_revision()
    browser = browser_of(officer)
    address = f"/admin/pages/{page.pk}/edit/"
    assert '<option value="Africa/Nairobi" selected>' in browser.get(address).content.decode()
    browser.post(address, release_form(page, **typed("2026-12-05", "10:00:37", "Europe/Zurich")))
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert draft.embargoed_until == datetime.datetime(2026, 12, 5, 9, 0, 37, tzinfo=UTC)
    html = browser.get(address).content.decode()
    assert 'value="2026-12-05"' in html and 'value="10:00:37"' in html
    assert '<option value="Europe/Zurich" selected>' in html
    assert "2026-12-05 09:00:37 UTC (2026-12-05 12:00:37 in Africa/Nairobi)" in html
    assert "newsroom/instant.js" in html


def test_zone_that_was_chosen_is_the_one_shown() -> None:
    form = EmbargoForm(initial={"embargoed_until": datetime.datetime(2026, 12, 5, 9, 0, 37, tzinfo=UTC)})
    widget: Any = form.fields["embargoed_until"].widget
    widget.zone = "Asia/Kolkata"
    assert 'value="14:30:37"' in str(form["embargoed_until"])
    assert '<option value="Asia/Kolkata" selected>' in str(form["embargoed_until"])


def test_instant_that_a_clock_shows_twice_comes_back_in_utc() -> None:
    instant = datetime.datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    with timezone.override("Europe/Zurich"):
        form = EmbargoForm(initial={"embargoed_until": instant})
        assert form["embargoed_until"].field.widget.decompress(instant) == ["2026-10-25", "01:30:00", "UTC"]


def test_same_instant_in_another_zone_is_no_change() -> None:
    initial = {"embargoed_until": datetime.datetime(2026, 12, 5, 9, 0, 37, 123, tzinfo=UTC)}
    assert not EmbargoForm(typed("2026-12-05", "10:00:37", "Europe/Zurich"), initial=initial).changed_data
    assert EmbargoForm(typed("2026-12-05", "10:00:38", "Europe/Zurich"), initial=initial).changed_data
    assert not EmbargoForm(typed("", "", "Europe/Zurich")).changed_data
    assert EmbargoForm(typed("tomorrow", "")).changed_data


def test_scheduled_release_that_is_sent_all_the_same_keeps_its_instant_and_zone(index: NewsIndexPage) -> None:
    until = timezone.now() + datetime.timedelta(days=3)
    page = ReleasePageFactory(parent=index, live=False)
    page.hold_until(until, "Europe/Zurich")
    page.save()
    publish(page)
    browser = browser_of(UserFactory(roles=[OFFICERS]))
    browser.raise_request_exception = False
    form = release_form(page) | typed("2030-01-01", "10:00", "Asia/Kolkata")
    assert browser.post(f"/admin/pages/{page.pk}/edit/", form).status_code < 500
    page = ReleasePage.objects.get(pk=page.pk)
    assert (page.embargoed_until, page.embargo_time_zone) == (until, "Europe/Zurich")


def test_disabled_field_takes_neither_instant_nor_zone_from_a_browser() -> None:
    instant = datetime.datetime(2026, 12, 5, 9, 0, 37, tzinfo=UTC)
    form = EmbargoForm(typed("2030-01-01", "10:00", "Asia/Kolkata"), initial={"embargoed_until": instant})
    form.fields["embargoed_until"].disabled = True
    form.fields["embargoed_until"].widget.zone = "Europe/Zurich"
    assert form.is_valid()
    assert form.cleaned_data == {"embargoed_until": instant, "embargo_time_zone": "Europe/Zurich"}


def test_an_instant_keeps_the_order_of_its_figures_among_arabic_words() -> None:
    instant = datetime.datetime(2027, 3, 22, 9, 0, tzinfo=UTC)
    with translation.override("ar"):
        assert (
            instant_in_words(instant) == "\N{LEFT-TO-RIGHT ISOLATE}2027-03-22 09:00:00 UTC\N{POP DIRECTIONAL ISOLATE}"
        )
    with translation.override("ru"):
        assert instant_in_words(instant) == "2027-03-22 09:00:00 UTC"


@pytest.mark.parametrize("zone", ["x" * 400, "Europe/" + "a" * 300, "/etc/passwd", "../UTC", "Europe", "\0"])
def test_name_of_no_zone_is_refused_in_words_and_shown_again(zone: str) -> None:
    form = EmbargoForm(typed("2026-12-05", "10:00", zone))
    assert "Choose the time zone in which this is meant." in str(form.errors)
    assert form.as_p()
