"""Who answers, when, and in which order to try them."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from newsroom.base.factories import locale_of
from newsroom.home.models import HomePage
from organisations.duty import duties, duties_of, duty_of, press_desks, standing
from organisations.factories import MediaContactFactory
from organisations.models import MediaContact

pytestmark = pytest.mark.django_db


def utc(day: int, hour: int, minute: int = 0, month: int = 7) -> datetime.datetime:
    """An instant in 2026; 13 July is a Monday."""
    return datetime.datetime(2026, month, day, hour, minute, tzinfo=datetime.UTC)


def desk(opens: str = "09:00", closes: str = "17:00", zone: str = "UTC", **values: Any) -> MediaContact:
    """A desk with hours."""
    hours = {"opens_at": datetime.time.fromisoformat(opens), "closes_at": datetime.time.fromisoformat(closes)}
    return MediaContactFactory(time_zone=zone, **hours, **values)


@pytest.mark.parametrize(
    ("hour", "minute", "answers"),
    [(0, 0, False), (8, 59, False), (9, 0, True), (12, 0, True), (16, 59, True), (17, 0, False), (23, 59, False)],
)
def test_desk_answers_from_its_opening_to_the_minute_before_its_closing(hour: int, minute: int, answers: bool) -> None:
    assert desk().answers_at(utc(14, hour, minute)) is answers


@pytest.mark.parametrize(("day", "answers"), [(13, True), (17, True), (18, False), (19, False), (20, True)])
def test_desk_rests_at_the_weekend(day: int, answers: bool) -> None:
    assert desk().answers_at(utc(day, 12)) is answers


def test_weekend_is_whatever_the_desk_says() -> None:
    sunday_to_thursday = desk(weekdays="71234")
    assert sunday_to_thursday.answers_at(utc(19, 12))
    assert not sunday_to_thursday.answers_at(utc(17, 12))


@pytest.mark.parametrize(
    ("day", "hour", "answers"),
    [
        *((17, 21, False), (17, 22, True), (17, 23, True)),
        *((18, 0, True), (18, 5, True), (18, 6, False), (18, 22, False)),
        *((20, 0, False), (20, 5, False), (20, 22, True)),
    ],
)
def test_night_shift_belongs_to_the_day_on_which_it_began(day: int, hour: int, answers: bool) -> None:
    assert desk("22:00", "06:00").answers_at(utc(day, hour)) is answers


def test_night_shift_ends_on_the_next_morning() -> None:
    night = desk("22:00", "06:00")
    assert night.answers_until(utc(17, 23)) == utc(18, 6)
    assert night.answers_until(utc(18, 5)) == utc(18, 6)
    assert desk().answers_until(utc(17, 12)) == utc(17, 17)


def test_hours_are_those_of_the_desks_own_place() -> None:
    nairobi = desk(zone="Africa/Nairobi")
    assert nairobi.answers_at(utc(14, 6)) and not nairobi.answers_at(utc(14, 5, 59))
    assert nairobi.answers_at(utc(14, 13, 59)) and not nairobi.answers_at(utc(14, 14))
    monday_morning_in_auckland = utc(12, 22)
    assert desk(zone="Pacific/Auckland").answers_at(monday_morning_in_auckland)


@pytest.mark.parametrize(
    ("month", "day", "first"), [(1, 14, 8), (7, 14, 7), (3, 27, 8), (3, 30, 7), (10, 23, 7), (10, 26, 8)]
)
def test_hours_follow_daylight_saving(month: int, day: int, first: int) -> None:
    paris = desk(zone="Europe/Paris")
    assert paris.answers_at(utc(day, first, month=month))
    assert not paris.answers_at(utc(day, first - 1, 59, month=month))


def test_next_answer_is_named_in_the_desks_own_time_across_a_change_of_clocks() -> None:
    friday_evening = utc(27, 20, month=3)
    start = desk(zone="Europe/Paris").answers_next(friday_evening)
    assert start == utc(30, 7, month=3)
    assert start and (start.hour, start.utcoffset()) == (9, datetime.timedelta(hours=2))


@pytest.mark.parametrize(
    ("now", "then"),
    [((14, 8), (14, 9)), ((14, 17), (15, 9)), ((17, 17), (20, 9)), ((18, 12), (20, 9)), ((19, 23), (20, 9))],
)
def test_next_answer_skips_the_days_of_rest(now: tuple[int, int], then: tuple[int, int]) -> None:
    assert desk().answers_next(utc(*now)) == utc(*then)


def test_contact_answers_through_the_last_day_on_which_it_is_valid() -> None:
    contact = desk(zone="Africa/Nairobi", valid_until=datetime.date(2026, 7, 14))
    assert contact.answers_at(utc(14, 13))
    assert not contact.answers_at(utc(15, 7))
    assert contact.answers_next(utc(14, 5)) == utc(14, 6)
    assert contact.answers_next(utc(14, 15)) is None


def test_deputy_stands_in_for_a_contact_that_is_no_longer_valid() -> None:
    yesterday = datetime.date(2026, 7, 13)
    deputy = desk(name="Deputy")
    gone = desk(name="Gone", valid_until=yesterday, deputy=deputy)
    alone = desk(name="Alone", valid_until=yesterday)
    gone_too = desk(name="Gone too", valid_until=yesterday, deputy=gone)
    valid = desk(name="Valid", valid_until=datetime.date(2026, 7, 14))
    with time_machine.travel(utc(14, 12), tick=False):
        assert {duty.contact.name for duty in duties(standing([gone, alone, gone_too, valid]))} == {"Deputy", "Valid"}
        assert [duty.contact.name for duty in duties(standing([deputy, gone]))] == ["Deputy"]


def test_contact_without_hours_never_claims_to_answer() -> None:
    contact = MediaContactFactory()
    assert contact.hours is None and not contact.answers_at(utc(14, 12))
    duty = duty_of(contact, utc(14, 12))
    assert (duty.answers_now, duty.until, duty.next_at) == (False, None, None)


def test_desk_without_days_answers_never() -> None:
    assert desk(weekdays="").answers_next(utc(14, 12)) is None


def test_those_who_answer_come_first_then_whoever_answers_soonest() -> None:
    now = utc(14, 12)
    unknown = MediaContactFactory(name="Unknown hours")
    late = desk("11:00", "12:00", name="Tomorrow")
    soon = desk("13:00", "14:00", name="In an hour")
    open_now = desk(name="Now")
    found = duties([unknown, late, soon, open_now], now)
    assert [duty.contact for duty in found] == [open_now, soon, late, unknown]
    assert [duty.answers_now for duty in found] == [True, False, False, False]
    assert [duty.next_at for duty in found] == [None, utc(14, 13), utc(15, 11), None]
    assert found[0].until == utc(14, 17)


def test_among_those_who_answer_the_readers_language_comes_first() -> None:
    english, arabic = desk(name="A", languages="en, fr"), desk(name="B", languages="ar, en")
    closed = desk("18:00", "19:00", name="C", languages="ar")
    for code, order in (("en", [english, arabic]), ("fr", [english, arabic]), ("ar", [arabic, english])):
        with translation.override(code):
            assert [duty.contact for duty in duties([english, arabic, closed], utc(14, 12))] == [*order, closed]


def test_language_codes_are_read_however_they_are_typed() -> None:
    assert MediaContactFactory(languages=" EN,sw , ,ar").language_codes == ["en", "sw", "ar"]
    assert MediaContactFactory(languages="").language_codes == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"email": "", "phone": ""}, "email"),
        ({"opens_at": datetime.time(9)}, "closes_at"),
        ({"weekdays": "128"}, "weekdays"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
    ],
)
def test_contact_that_cannot_be_used_is_refused_at_its_field(values: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        MediaContactFactory.build(locale=locale_of("en"), **values).full_clean()
    assert list(caught.value.message_dict) == [field]


def test_press_desks_are_those_of_the_newsroom_each_once_in_the_readers_language() -> None:
    ours = desk(name="Press desk", is_press_desk=True)
    desk(name="مكتب الصحافة", language="ar", translation_key=ours.translation_key, is_press_desk=True)
    desk(name="Of an organisation")
    for code, name in (("en", "Press desk"), ("ar", "مكتب الصحافة"), ("ru", "Press desk")):
        with translation.override(code):
            assert [duty.contact.name for duty in press_desks()] == [name]


def test_contact_that_a_language_lacks_is_shown_as_it_was_entered(newsroom: HomePage) -> None:
    french = MediaContactFactory(name="Bureau de presse", language="fr")
    MediaContactFactory(name="Press office", language="en", translation_key=french.translation_key)
    for code, name in (("ar", "Bureau de presse"), ("fr", "Bureau de presse"), ("en", "Press office")):
        with translation.override(code):
            assert [duty.contact.name for duty in duties_of([french.translation_key])] == [name]


def test_page_says_until_when_and_from_when_somebody_answers(newsroom: HomePage, reader: Client) -> None:
    desk(zone="Africa/Nairobi", is_press_desk=True, role="Night desk")
    with time_machine.travel(utc(14, 12), tick=False):
        assert "Press desk, answering now" in reader.get("/en/").content.decode()
    with time_machine.travel(utc(17, 15), tick=False):
        html = reader.get("/en/").content.decode()
    assert 'answers Monday <bdi dir="ltr">09:00 UTC+3</bdi> (<bdi dir="ltr">06:00 UTC</bdi>)' in html
    assert '(<bdi dir="ltr">UTC+3</bdi>)' in html
