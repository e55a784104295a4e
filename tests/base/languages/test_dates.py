"""Days and times as readers of each language write them."""

import datetime
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.utils import translation
from django.utils.html import strip_tags

from newsroom.base import dates
from organisations.factories import MediaContactFactory

MAY = datetime.date(2026, 5, 8)
NOON = datetime.datetime(2026, 7, 14, 12, 0, tzinfo=datetime.UTC)
NOVEMBER = "تشرين\u00a0الثاني/\u2060نوفمبر"
NAIROBI = ZoneInfo("Africa/Nairobi")
CODES = [code for code, _name in settings.LANGUAGES]


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
        ("ru", "8 мая 2026 года"),
        ("zh-hans", "2026年5月8日"),
        ("ar", "8 أيار/مايو 2026"),
    ],
)
def test_full_date_is_written_as_each_language_does(code: str, written: str) -> None:
    with translation.override(code):
        assert dates.full_date(MAY) == written


@pytest.mark.parametrize("write", [dates.full_date, dates.month_alone, dates.short_month_alone, dates.large_day])
@pytest.mark.parametrize("code", CODES)
def test_no_day_is_written_as_nothing_and_every_day_as_something(
    write: Callable[[datetime.date | None], str], code: str
) -> None:
    with translation.override(code):
        assert write(None) == ""
        assert "2026" in write(MAY)


@pytest.mark.parametrize(
    ("code", "written", "short"),
    [
        ("en", "<b>19</b> November 2026", "<b>19</b> Nov 2026"),
        ("fr", "<b>19</b> novembre 2026", "<b>19</b> nov. 2026"),
        ("es", "<b>19</b> de\u00a0noviembre\u00a0de 2026", "<b>19</b> nov 2026"),
        ("ar", f"<b>19</b> {NOVEMBER} 2026", f"<b>19</b> {NOVEMBER} 2026"),
        ("ru", "<b>19</b> ноября 2026", "<b>19</b> ноября 2026"),
        (
            "zh-hans",
            '<span class="month">2026年</span><b>11月19日</b>',
            '<span class="month">2026年</span><b>11月19日</b>',
        ),
    ],
)
def test_large_day_stands_where_the_language_has_it(code: str, written: str, short: str) -> None:
    day = datetime.date(2026, 11, 19)
    with translation.override(code):
        assert dates.large_day(day) == written
        assert dates.large_day(day, is_short=True) == short


def test_month_is_declined_in_russian_also_beside_a_large_day() -> None:
    with translation.override("ru"):
        assert dates.large_day(MAY) == "<b>8</b> мая 2026"
        assert dates.month_alone(MAY) == "мая 2026 года"


def test_short_months_are_short() -> None:
    november = datetime.date(2026, 11, 19)
    assert dates.short_month_alone(november) == "Nov 2026"
    assert dates.month_alone(november) == "November 2026"


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("UTC", "12:00 UTC"),
        ("Africa/Nairobi", "15:00 UTC+3|12:00 UTC"),
        ("Europe/Paris", "14:00 UTC+2|12:00 UTC"),
        ("Asia/Shanghai", "20:00 UTC+8|12:00 UTC"),
        ("America/Chicago", "07:00 UTC−5|12:00 UTC"),
        ("America/Bogota", "07:00 UTC−5|12:00 UTC"),
    ],
)
def test_clock_shows_the_time_of_the_place_with_utc_beside_it(zone: str, written: str) -> None:
    here, _, utc = written.partition("|")
    beside = f' (<bdi dir="ltr">{utc}</bdi>)' if utc else ""
    assert dates.clock(NOON.astimezone(ZoneInfo(zone))) == f'<bdi dir="ltr">{here}</bdi>{beside}'


@pytest.mark.parametrize(
    ("code", "full", "whole"),
    [
        ("en", "08:30", "17:00"),
        ("fr", "8\u00a0h\u00a030", "17\u00a0h"),
        ("es", "8:30", "17:00"),
        ("ar", "08:30", "17:00"),
        ("ru", "08:30", "17:00"),
        ("zh-hans", "08:30", "17:00"),
    ],
)
def test_time_of_day_has_one_form_in_each_language(code: str, full: str, whole: str) -> None:
    with translation.override(code):
        assert dates.time_of_day(datetime.time(8, 30)) == full
        assert dates.time_of_day(datetime.datetime(2026, 5, 8, 17, 0)) == whole


def test_brackets_around_utc_are_those_of_the_language() -> None:
    with translation.override("zh-hans"):
        assert strip_tags(dates.clock(NOON.astimezone(NAIROBI))) == "15:00 UTC+3（12:00 UTC）"


def test_next_time_names_its_weekday_unless_that_is_today_there_and_in_utc() -> None:
    with time_machine.travel(NOON, tick=False):
        tonight = NOON.astimezone(NAIROBI) + datetime.timedelta(hours=2)
        assert dates.next_clock(tonight) == dates.clock(tonight)
        tomorrow = tonight + datetime.timedelta(days=1)
        assert dates.next_clock(tomorrow) == f"Wednesday {dates.clock(tomorrow)}"
        with translation.override("fr"):
            assert strip_tags(dates.next_clock(tomorrow)) == "mercredi à 17\u00a0h UTC+3 (14\u00a0h UTC)"
        with translation.override("zh-hans"):
            assert strip_tags(dates.next_clock(tomorrow)) == "星期三17:00 UTC+3（14:00 UTC）"


def test_morning_in_the_east_is_tomorrow_for_whoever_reads_in_utc() -> None:
    late = datetime.datetime(2026, 7, 14, 19, 0, tzinfo=datetime.UTC)
    with time_machine.travel(late, tick=False):
        opening = datetime.datetime(2026, 7, 15, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
        assert strip_tags(dates.next_clock(opening)) == "Wednesday 08:30 UTC+8 (00:30 UTC)"


def test_weekday_in_utc_is_said_where_it_is_another() -> None:
    opening = datetime.datetime(2026, 7, 15, 20, 0, tzinfo=ZoneInfo("America/Bogota"))
    assert strip_tags(dates.clock(opening)) == "20:00 UTC−5 (Thursday 01:00 UTC)"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("UTC", "UTC"),
        ("Africa/Nairobi", "UTC+3"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/Bogota", "UTC−5"),
        ("America/St_Johns", "UTC−2:30"),
    ],
)
def test_hours_of_a_contact_stand_with_the_offset_of_the_day(zone: str, offset: str) -> None:
    hours = {"opens_at": datetime.time(8), "closes_at": datetime.time(17, 30)}
    contact = MediaContactFactory.build(locale=None, time_zone=zone, **hours)
    with time_machine.travel(NOON, tick=False):
        assert strip_tags(dates.opening_hours(contact)) == f"08:00–17:30 ({offset})"


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("fr", "de 8\u00a0h à 17\u00a0h\u00a030 (UTC+3)"),
        ("es", "de 8:00 a 17:30 (UTC+3)"),
        ("ar", "من 08:00 إلى 17:30 (UTC+3)"),
        ("ru", "с 08:00 до 17:30 (UTC+3)"),
        ("zh-hans", "08:00至17:30（UTC+3）"),
    ],
)
def test_hours_read_the_right_way_in_each_language(code: str, written: str) -> None:
    hours = {"opens_at": datetime.time(8), "closes_at": datetime.time(17, 30)}
    contact = MediaContactFactory.build(locale=None, time_zone="Africa/Nairobi", **hours)
    with translation.override(code):
        assert strip_tags(dates.opening_hours(contact)) == written
        assert written[0].isdigit() or dates.opening_hours(contact).count('<bdi dir="ltr">') == 3


def test_offset_follows_daylight_saving() -> None:
    for month, written in ((1, "UTC+1"), (7, "UTC+2")):
        instant = NOON.replace(month=month).astimezone(ZoneInfo("Europe/Paris"))
        assert dates.offset_in_words(instant) == written


@pytest.mark.parametrize(
    ("code", "in_days", "in_hours", "in_minutes"),
    [
        ("en", "2 days and 3 hours", "4 hours and 58 minutes", "1 minute"),
        ("fr", "2 jours et 3\u00a0h", "4\u00a0h\u00a058", "1\u00a0min"),
        ("es", "2 días y 3 horas", "4 horas y 58 minutos", "1 minuto"),
        ("ar", "يومين و3 ساعات", "4 ساعات و58 دقيقة", "دقيقة واحدة"),
        ("ru", "2 дня 3 часа", "4 часа 58 минут", "1 минута"),
        ("zh-hans", "2天3小时", "4小时58分钟", "1分钟"),
    ],
)
def test_waiting_time_is_said_in_two_units(code: str, in_days: str, in_hours: str, in_minutes: str) -> None:
    waits = {
        datetime.timedelta(days=2, hours=3, minutes=50): in_days,
        datetime.timedelta(hours=4, minutes=58, seconds=1): in_hours,
        datetime.timedelta(minutes=1): in_minutes,
    }
    with translation.override(code), time_machine.travel(NOON, tick=False):
        for wait, written in waits.items():
            assert dates.waiting_time(NOON + wait) == dates.waiting_time(NOON - wait) == written


def test_waiting_time_keeps_to_one_unit_where_the_other_is_none() -> None:
    with time_machine.travel(NOON, tick=False):
        assert dates.waiting_time(NOON + datetime.timedelta(days=1)) == "1 day"
        assert dates.waiting_time(NOON + datetime.timedelta(hours=2)) == "2 hours"
        assert dates.waiting_time(NOON + datetime.timedelta(seconds=40)) == "less than a minute"
        with translation.override("ar"):
            assert dates.waiting_time(NOON + datetime.timedelta(hours=2)) == "ساعتين"
            assert dates.waiting_time(NOON + datetime.timedelta(hours=2, minutes=2)) == "ساعتين ودقيقتين"
        with translation.override("fr"):
            assert dates.waiting_time(NOON + datetime.timedelta(hours=4, minutes=5)) == "4\u00a0h\u00a005"


def test_day_and_time_are_one_line_of_text() -> None:
    here = NOON.astimezone(NAIROBI)
    assert dates.day_and_time(None) == ""
    assert dates.day_and_time(here) == "14 July 2026, 15:00 UTC+3"
    with translation.override("fr"):
        assert dates.day_and_time(here) == "14 juillet 2026 à 15\u00a0h UTC+3"
    with translation.override("ar"):
        assert dates.day_and_time(here) == "14 تموز/يوليه 2026، الساعة \u206615:00 UTC+3\u2069"


def test_what_a_zone_is_called_cannot_bring_markup() -> None:
    assert dates.left_to_right("<b>") == '<bdi dir="ltr">&lt;b&gt;</bdi>'


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "Thursday 10 December 2026"),
        ("fr", "jeudi 10 décembre 2026"),
        ("es", "jueves, 10 de diciembre de 2026"),
        ("ar", "الخميس، 10 كانون الأول/ديسمبر 2026"),
        ("ru", "четверг, 10 декабря 2026 года"),
        ("zh-hans", "2026年12月10日星期四"),
    ],
)
def test_weekday_stands_beside_its_date_as_in_the_language(code: str, written: str) -> None:
    with translation.override(code):
        assert dates.weekday_and_date(datetime.date(2026, 12, 10)) == written
