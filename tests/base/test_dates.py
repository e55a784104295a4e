"""Days and times as readers of each language write them."""

import datetime
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import translation

from newsroom.base import dates
from organisations.factories import MediaContactFactory

MAY = datetime.date(2026, 5, 8)
NOON = datetime.datetime(2026, 7, 14, 12, 0, tzinfo=datetime.UTC)
NAIROBI = ZoneInfo("Africa/Nairobi")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request leaves its language behind in the thread; these tests begin in English."""
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "8 May 2026"),
        ("fr", "8 mai 2026"),
        ("es", "8 de mayo de 2026"),
        ("ru", "8 мая 2026"),
        ("zh-hans", "2026年5月8日"),
        ("ar", "8 أيار/مايو 2026"),
    ],
)
def test_full_date_is_written_as_each_language_does(code: str, written: str) -> None:
    with translation.override(code):
        assert dates.full_date(MAY) == written


@pytest.mark.parametrize("write", [dates.full_date, dates.long_month, dates.short_month, dates.month_alone])
@pytest.mark.parametrize("code", ["en", "fr", "es", "ar", "ru", "zh-hans"])
def test_no_day_is_written_as_nothing_and_every_day_as_something(
    write: Callable[[datetime.date | None], str], code: str
) -> None:
    with translation.override(code):
        assert write(None) == ""
        assert "2026" in write(MAY)


def test_month_is_declined_beside_a_day_in_russian() -> None:
    with translation.override("ru"):
        assert dates.full_date(MAY) == "8 мая 2026"
        assert dates.long_month(MAY) == "мая 2026"


def test_short_months_are_short() -> None:
    november = datetime.date(2026, 11, 19)
    assert dates.short_month(november) == dates.short_month_alone(november) == "Nov 2026"
    assert dates.long_month(november) == dates.month_alone(november) == "November 2026"


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("UTC", "12:00 UTC"),
        ("Africa/Nairobi", "15:00 EAT (12:00 UTC)"),
        ("Europe/Paris", "14:00 CEST (12:00 UTC)"),
        ("Asia/Kolkata", "17:30 IST (12:00 UTC)"),
        ("America/Bogota", "07:00 (12:00 UTC)"),
    ],
)
def test_clock_shows_the_time_of_the_place_with_utc_beside_it(zone: str, written: str) -> None:
    assert dates.clock(NOON.astimezone(ZoneInfo(zone))) == f'<bdi dir="ltr">{written}</bdi>'


def test_next_time_names_its_weekday_unless_that_is_today_there() -> None:
    with time_machine.travel(NOON, tick=False):
        tonight = NOON.astimezone(NAIROBI) + datetime.timedelta(hours=2)
        assert dates.next_clock(tonight) == dates.clock(tonight)
        assert dates.next_clock(tonight + datetime.timedelta(days=1)).startswith("Wednesday <bdi")
        with translation.override("fr"):
            assert dates.next_clock(tonight + datetime.timedelta(days=1)).lower().startswith("mercredi <bdi")


def test_today_is_judged_in_the_place_and_not_in_utc() -> None:
    late = datetime.datetime(2026, 7, 14, 22, 30, tzinfo=datetime.UTC)
    with time_machine.travel(late, tick=False):
        opening = datetime.datetime(2026, 7, 15, 9, 0, tzinfo=NAIROBI)
        assert dates.next_clock(opening) == dates.clock(opening)
        opening = datetime.datetime(2026, 7, 15, 9, 0, tzinfo=datetime.UTC)
        assert dates.next_clock(opening).startswith("Wednesday ")


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("UTC", "(UTC)"),
        ("Africa/Nairobi", "EAT (UTC+3)"),
        ("Asia/Kolkata", "IST (UTC+5:30)"),
        ("America/Bogota", "(UTC−5)"),
        ("America/St_Johns", "NDT (UTC−2:30)"),
    ],
)
def test_offset_of_a_contacts_zone_is_that_of_the_day(zone: str, written: str) -> None:
    contact = MediaContactFactory.build(locale=None, time_zone=zone)
    with time_machine.travel(NOON, tick=False):
        assert dates.utc_offset(contact) == f'<bdi dir="ltr">{written}</bdi>'


def test_offset_follows_daylight_saving() -> None:
    contact = MediaContactFactory.build(locale=None, time_zone="Europe/Paris")
    for month, written in ((1, "CET (UTC+1)"), (7, "CEST (UTC+2)")):
        with time_machine.travel(NOON.replace(month=month), tick=False):
            assert written in dates.utc_offset(contact)


def test_what_a_zone_is_called_cannot_bring_markup() -> None:
    assert dates.left_to_right("<b>") == '<bdi dir="ltr">&lt;b&gt;</bdi>'
