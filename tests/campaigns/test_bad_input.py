"""What nobody should type into the forms of events and calls: it is refused at its field, and nothing of it is lost."""

from typing import Any

import pytest
from django.test import Client
from joining_forms import call_form, event_form
from people import at_work
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from campaigns.events.agenda import KnownNames, sessions_in
from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from newsroom.home.roles import OFFICERS
from organisations.factories import OrganisationFactory

pytestmark = pytest.mark.django_db
UNSEEN = "\u200b\u2060"
LINKS = ("javascript:alert(1)", "http://[::1", "https://a.example/" + "x" * 600)


def session(**facts: Any) -> Any:
    """A programme of one session."""
    nothing = {"count": "0"}
    known = {"title": "Welcome", "day": "", "starts": "", "minutes": "", "room": "", "description": rich_text("")}
    return streamfield([("session", {**known, "speakers": nothing, "parallel": nothing, **facts})])


def row(**facts: str) -> Any:
    """A list of one new row."""
    return inline_formset([facts])


def sent(parent: Any, form: Any) -> Any:
    """What the CMS answers to an officer who publishes a new page."""
    model = parent.allowed_subpage_models()[0]._meta.model_name
    browser: Client = at_work(OFFICERS)
    return browser.post(f"/admin/pages/add/campaigns/{model}/{parent.pk}/", {**form, "action-publish": "1"})


def faults(answer: Any, field: str) -> str:
    """What is said at a field, in a row of a list, or above it."""
    form = answer.context["form"]
    rows = form.formsets[field].errors if field in form.formsets else []
    above = form.formsets[field].non_form_errors() if field in form.formsets else []
    return f"{form.errors.get(field, '')}{''.join(map(str, rows))}{above}".replace("[{}]", "").strip("[]{}")


def event_of(**changes: Any) -> Any:
    """The form of an event that could be published but for the changes."""
    organiser = row(organisation=str(OrganisationFactory().pk), part="organiser")
    return event_form(**{"starts_on": "2027-03-09", "organisation_links": organiser, **changes})


def call_of(**changes: Any) -> Any:
    """The form of a call that could be published but for the changes."""
    facts = {
        "closes_on": "2099-01-31",
        "answers_deleted_on": "2099-12-31",
        "consent_text": "The Assembly keeps this.",
        "consent_text_of": "2026-11-02",
        "organisation_links": row(organisation=str(OrganisationFactory().pk)),
        "steps": row(text="Count the benches."),
        "focal_points": row(name="Clémence Aubrac", email="benches@confluent.example"),
        "form_fields": row(label="E-mail", field_type="email", required="on"),
    }
    return call_form(**{**facts, **changes})


def test_the_forms_would_be_published_as_they_are(events: EventIndexPage, calls: CallIndexPage) -> None:
    assert sent(events, event_of()).status_code == 302 and EventPage.objects.get().live
    assert sent(calls, call_of()).status_code == 302 and CallPage.objects.get().live


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *(("title", text) for text in (UNSEEN, "x" * 300)),
        *(("month", text) for text in ("9999-12", "0000-01")),
        *(("starts_on", text) for text in ("2027-02-30", "9999-12-31")),
        *(("starts_time", text) for text in ("25:61",)),
        *(("duration", text) for text in ("-5", "32768", "9" * 5_000)),
        *(("capacity_on_site", text) for text in ("2147483648",)),
        *(("time_zone", text) for text in ("../../etc/passwd", "\x00")),
        *((name, link) for name in ("online_url",) for link in LINKS),
        *(("hashtags", text) for text in ("😀",)),
        ("slug", "../x"),
        ("ends_on", "2027-03-08"),
    ],
)
def test_an_event_says_what_is_wrong_at_its_field(events: EventIndexPage, field: str, typed: str) -> None:
    known = {} if field != "month" else {"starts_on": ""}
    answer = sent(events, event_of(**{**known, field: typed}))
    assert answer.status_code == 200 and faults(answer, field)
    assert not EventPage.objects.exists()
    assert answer.context["form"].data[field] == typed


def test_registration_does_not_close_before_it_opens(events: EventIndexPage) -> None:
    days = {"registration_opens_on": "2027-02-02", "registration_closes_on": "2027-02-01"}
    assert "before it opens" in faults(sent(events, event_of(**days)), "registration_closes_on")
    day = {"registration_opens_on": "2027-02-02", "registration_closes_on": "2027-02-02"}
    assert sent(events, event_of(**day)).status_code == 302


@pytest.mark.parametrize(
    "facts",
    [
        *({"minutes": text} for text in ("-3", "9" * 5_000)),
        {"title": ""},
        {"starts": "25:00"},
        {"day": "9999-12-31"},
        {"day": "2027-03-08"},
    ],
)
def test_a_session_says_what_is_wrong_in_the_programme(events: EventIndexPage, facts: dict[str, str]) -> None:
    answer = sent(events, event_of(programme=session(**facts)))
    assert answer.status_code == 200 and faults(answer, "programme")


@pytest.mark.parametrize(("day", "words"), [("2027-03-28", "the clocks go forward"), ("2027-10-31", "comes twice")])
def test_a_session_at_an_hour_that_no_clock_shows_once(events: EventIndexPage, day: str, words: str) -> None:
    form = event_of(starts_on=day, time_zone="Europe/Oslo", programme=session(starts="02:30"))
    assert words in faults(sent(events, form), "programme")


@pytest.mark.parametrize(
    "pasted",
    [
        "15:00 | Welcome | " + "z" * 400,
        "15:00 | Welcome | Ada Brook, " + "mayor " * 90,
        "15:00 | Welcome\n" * 301,
        "02:30 | Into the gap",
    ],
)
def test_an_agenda_that_does_not_fit_is_refused_and_kept(events: EventIndexPage, pasted: str) -> None:
    form = event_of(pasted_agenda=pasted, starts_on="2027-03-28", time_zone="Europe/Oslo")
    answer = sent(events, form)
    assert answer.status_code == 200 and (faults(answer, "pasted_agenda") or faults(answer, "programme"))
    assert answer.context["form"].data["pasted_agenda"] == pasted


@pytest.mark.parametrize(
    "pasted",
    [
        *("| | |\n|||", 'a\tb\tc\n"unclosed\tq', "9999 min | Long"),
        *("15:00 | <script>alert(1)</script> | <img src=x onerror=a>", "\x00|\x00", "15:00 | 😀 | \u202ex"),
    ],
)
def test_whatever_is_pasted_as_an_agenda_can_be_saved_again(events: EventIndexPage, pasted: str) -> None:
    sent(events, event_of(pasted_agenda=pasted))
    event = EventPage.objects.get()
    block = event.programme.stream_block
    block.clean(event.programme)
    html = Client().get(event.url).content.decode()
    assert "<script>alert" not in html and "onerror" not in html


def test_minutes_that_no_session_lasts_stay_words() -> None:
    (found,) = sessions_in("9999 min | Long", KnownNames())
    assert (
        found["value"]["minutes"] is None and "9999 min" in f"{found['value']['title']}{found['value']['description']}"
    )


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("title", UNSEEN),
        *(("closes_on", text) for text in ("2027-02-30", "9999-12-31")),
        *(("time_zone", text) for text in ("\x00", "Mars/Phobos")),
        *(("answers_deleted_on", text) for text in ("2099-01-31",)),
        *(("pasted_steps", text) for text in ("x" * 5_000,)),
        *(("pasted_questions", text) for text in ("x" * 5_000, "City!\nCity?", "E-mail")),
        ("pasted_focal_points", "Ada, " + "r" * 400),
        *(("pasted_organisations", text) for text in ("Nobody at all",)),
        ("hashtags", "😀"),
    ],
)
def test_a_call_says_what_is_wrong_at_its_field(calls: CallIndexPage, field: str, typed: str) -> None:
    answer = sent(calls, call_of(**{field: typed}))
    assert answer.status_code == 200 and faults(answer, field)
    assert not CallPage.objects.exists()
    assert answer.context["form"].data[field] == typed


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        *(("meetings", {"month": text}) for text in ("0000-01", "9999-12", "٢٠٢٧-٠٣")),
        *(("meetings", {"day": "2027-03-09", "minutes": text}) for text in ("-5", "32768")),
        *(("meetings", {"day": text, "begins": "02:30"}) for text in ("2027-03-28", "2027-10-31")),
        *(("steps", {"text": text}) for text in ("x" * 5_000,)),
        *(("form_fields", {"label": "City", "field_type": "radio", "choices": text}) for text in ("\n\n",)),
        ("form_fields", {"label": "City", "field_type": "hidden"}),
        ("focal_points", {"name": "Ada", "email": "nowhere"}),
        ("working_languages", {"language": "no-such"}),
    ],
)
def test_a_row_of_a_call_says_what_is_wrong(calls: CallIndexPage, field: str, facts: dict[str, str]) -> None:
    answer = sent(calls, call_of(**{"time_zone": "Europe/Oslo", field: row(**facts)}))
    assert answer.status_code == 200 and faults(answer, field)
    assert not CallPage.objects.exists()
