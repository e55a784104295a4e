"""An officer makes a call of a letter, where the letter lies beside the newsroom; what is pasted becomes rows."""

import datetime
import re
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from invitations import document, has_document, said
from joining_forms import call_form
from people import at_work
from wagtail.test.utils.form_data import inline_formset, rich_text

from campaigns.calls.choices import CallState
from campaigns.calls.pasting import meetings_in, steps_in
from campaigns.models import CallIndexPage, CallPage
from newsroom.home.roles import OFFICERS
from organisations.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
#: That of the place of the letter.
ZONE = "Africa/Nairobi"


def save_call(calls: CallIndexPage, **changes: Any) -> Any:
    """Send the form of a new call; what the CMS answered."""
    browser: Client = at_work(OFFICERS)
    return browser.post(
        reverse("wagtailadmin_pages:add", args=["campaigns", "callpage", calls.pk]), call_form(**changes)
    )


def test_pasted_lines_become_steps_without_their_numbers() -> None:
    text = "- 1) Name somebody.\n\n2. Write.\n(3) Come.\n• Speak\na) Leave\n一、前来"
    assert [row.text for row in steps_in(text)][:5] == ["Name somebody.", "Write.", "Come.", "Speak", "Leave"]
    assert [row.text for row in steps_in("A city of 5. floors\n10 trees")] == ["A city of 5. floors", "10 trees"]


def test_dates_in_a_sentence_become_meetings() -> None:
    found = meetings_in("in October 2027, décembre 2027 and on 3 February 2028\nApril 2028: the last one")
    assert [(row.month, row.day) for row in found] == [
        ("2027-10", None),
        ("2027-12", None),
        ("", datetime.date(2028, 2, 3)),
        ("2028-04", None),
    ]
    assert found[3].note == "the last one"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"closes_on": "2027-03-28", "closes_time": "02:30", "time_zone": "Europe/Oslo"}, "the clocks go forward"),
        ({"closes_on": "2027-10-31", "closes_time": "02:30", "time_zone": "Europe/Oslo"}, "comes twice"),
        ({"closes_on": "2027-10-31", "opens_on": "2027-11-01"}, "It would close before it opens."),
        ({"closes_time": "17:00"}, "A time needs its day."),
        ({"closes_on": "2027-10-31", "action-publish": "1"}, "Name whom to ask."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(calls: CallIndexPage, wrong: dict[str, str], words: str) -> None:
    answer = save_call(calls, **wrong)
    assert answer.status_code == 200 and words in answer.content.decode()


@pytest.mark.parametrize("mode", [*CallState.values, "embargoed", "superseded"])
def test_each_state_can_be_previewed(calls: CallIndexPage, mode: str) -> None:
    save_call(calls, closes_on="2027-10-31", pasted_steps="One\nTwo")
    call = CallPage.objects.get(slug="benches")
    draft: Any = call.get_latest_revision_as_object()
    answer = draft.make_preview_request(preview_mode=mode)
    html = answer.render().content.decode() if hasattr(answer, "render") and not answer.is_rendered else ""
    html = html or answer.content.decode()
    assert answer.status_code == 200 and "Two" in html
    assert draft.preview_modes and "wagtail" not in html.split("<main", 1)[1][:50]


@pytest.mark.skipif(not has_document("000"), reason="the letter does not lie beside the newsroom")
def test_an_officer_makes_a_call_of_the_letter(calls: CallIndexPage) -> None:
    """Every fact in a field of its own; forty-odd fields typed, chosen or pasted, two of them for eleven rows."""
    letter = document("000")
    signed = re.findall(r"^(.+?)  \n(.+?)  \n(.+)$", letter, re.MULTILINE)
    bodies = [OrganisationFactory(name=organisation) for _name, _role, organisation in signed]
    people = [PersonFactory(name=name) for name, _role, _organisation in signed]
    asked = said(r"contact (.+?) at .+?\[(.+?)\].+? and (.+?) at .+?\[(.+?)\]", letter)
    names = [name.strip() for name in re.split(r", or |, ", asked[1])]
    place, day = said(r"^(\w+), (\d+ \w+ \d{4})$", letter).groups()
    issued = datetime.datetime.strptime(day, "%d %B %Y").date()
    closes = said(r"\*\*(\d+)<sup>st</sup> (\w+ \d{4})", letter)
    closes_on = datetime.datetime.strptime(f"{closes[1]} {closes[2]}", "%d %B %Y").date()
    why = [line for line in letter.splitlines() if len(line) > 250][:4]
    answer = save_call(
        calls,
        title=said(r"\*\*Re: (.+?)\*\*", letter)[1][:255],
        kind="invitation",
        issued_place=place,
        issued_on=issued.isoformat(),
        salutation=said(r"^Dear .+,$", letter)[0],
        why=rich_text("".join(f"<p>{paragraph}</p>" for paragraph in why)),
        leads_to=said(r"leading to the (.+)$", letter)[1],
        steps_intro=said(r"^.+ only require .+:$", letter)[0],
        pasted_steps="\n".join(re.findall(r"^- \d\).+$", letter, re.MULTILINE)),
        pasted_meetings=said(r"in the month of .+", letter)[0],
        meetings_note=said(r"\d/\d", letter)[0],
        meetings_rhythm="every two months",
        time_zone=ZONE,
        closes_on=closes_on.isoformat(),
        scope="cities globally",
        audiences=inline_formset([{"text": "cities"}, {"text": "their civil society partners"}]),
        organisation_links=inline_formset([{"organisation": body.pk} for body in bodies]),
        focal_points=inline_formset(
            [
                *({"name": name, "organisation": bodies[0].pk, "email": asked[2]} for name in names),
                {"name": asked[3], "organisation": bodies[1].pk, "email": asked[4]},
            ]
        ),
        working_languages=inline_formset([{"language": "en"}]),
        closing_words=rich_text("<p>We look forward to a positive confirmation.</p>"),
        valediction="Yours sincerely,",
        signatories=inline_formset(
            [
                {"person": person.pk, "role": role, "organisation": body.pk}
                for person, body, (_name, role, _organisation) in zip(people, bodies, signed, strict=True)
            ]
        ),
        form_title="Acceptance form",
        form_fields=inline_formset(
            [
                {"label": "City", "field_type": "singleline", "required": "on"},
                {"label": "Technical focal point", "field_type": "singleline", "required": "on"},
                {"label": "Civil society actor", "field_type": "singleline", "required": "on"},
                {"label": "E-mail", "field_type": "email", "required": "on"},
                {"label": "Available", "field_type": "radio", "choices": "Yes\nNo", "required": "on"},
                {"label": "Acceptance form", "field_type": "file"},
            ]
        ),
        consent_text="Both organisations keep this answer for the review.",
        consent_text_of=issued.isoformat(),
        answers_deleted_on=(closes_on + datetime.timedelta(days=500)).isoformat(),
        **{"action-publish": "1"},
    )
    errors = re.findall(r"error-message[^>]*>\s*(?:<[^>]+>\s*)*([^<]+)", answer.content.decode())
    assert answer.status_code == 302, errors
    call = CallPage.objects.get(slug="benches")
    assert call.live and len(call.steps.all()) == 6 and not call.steps.all()[0].text.startswith(("1", "-"))
    assert len(call.meetings.all()) == 5 and all(row.month and not row.day for row in call.meetings.all())
    midnight = datetime.datetime.combine(closes_on + datetime.timedelta(days=1), datetime.time(), ZoneInfo(ZONE))
    assert call.closes_at == midnight
    with time_machine.travel(midnight - datetime.timedelta(days=30), tick=False):
        html = unescape(Client().get(call.url).content.decode())
    for words in (
        call.meetings_note,
        "Day to come",
        *names,
        asked[3],
        asked[4],
        *(each for row in signed for each in row),
    ):
        assert words in html, words
    assert html.count(f"mailto:{asked[2]}") == 1 and "the whole day in Nairobi" in html
