"""Events and calls: written for the tests, in six languages and as many layouts."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from importing import Proposal, parse
from importing.proposed_occasions import ProposedCall, ProposedEvent
from importing.reading import READERS

FOLDER = Path(__file__).parent / "documents"
OCCASIONS = sorted((FOLDER / "occasions").iterdir())
#: What lies beside the clone, where it does: more documents to hold the same against.
BESIDE = Path(__file__).parents[3] / "shared"
EVERYTHING = sorted(
    path
    for folder in (FOLDER, BESIDE / "corpus" / "docs", BESIDE / "seeds")
    for path in folder.rglob("*")
    if path.suffix in READERS
)
WORD = re.compile(r"[^\W_]+")


def event_in(name: str) -> ProposedEvent:
    event = parse(FOLDER / "occasions" / name).event
    assert event is not None
    return event


def call_in(name: str) -> ProposedCall:
    call = parse(FOLDER / "occasions" / name).call
    assert call is not None
    return call


def speakers_of(event: ProposedEvent) -> list[tuple[str, str | None, str | None]]:
    return [(each.name, each.role, each.organisation) for session in event.agenda for each in session.speakers]


def test_a_form_with_a_table_headings_and_a_list_for_its_agenda() -> None:
    event = event_in("en_form.md")
    assert (event.kind, event.title) == ("side-event", "Tables by the Tide: who plans the night ferries?")
    assert (event.moment.starts_on, event.moment.starts_time, event.moment.ends_time) == (
        "2031-05-08",
        "14:00",
        "15:30",
    )
    assert (event.moment.zone, event.moment.zone_label) == ("Europe/London", "BST")
    assert (event.where.venue, event.where.place, event.where.attendance) == (
        "Customs House, Hall 2",
        "Lindmouth",
        "on-site",
    )
    assert event.organisers == ("Estuary Coalition", "Delta Office")
    assert event.partners == ("RiverWatch", "Town of Tell Sirra")
    assert event.registration_url == "https://tables.lindmouth.example/register"
    assert (event.working_languages, event.has_interpretation) == (("en", "fr"), True)
    assert (event.mandate.reference, event.mandate.holder, event.mandate.given_by) == (
        "ACC/2030/17",
        "Delta Office",
        "41 Member Towns",
    )
    assert event.objectives[0] == "show what three towns changed after they had counted the queues"
    assert len(event.expected_outcomes) == len(event.guiding_questions) == 2
    assert event.invitees[0].note == "named by their towns" and event.invitees[1].organisations == ("UNW", "FTB")
    assert [(each.starts, each.minutes, each.title) for each in event.agenda] == [
        ("14:00", 10, "Opening"),
        ("14:10", 40, "Three towns report"),
        ("14:50", 30, "Working groups"),
        ("15:20", 10, "Closing"),
    ]
    assert speakers_of(event) == [
        ("Wairimu Tendeka", "Secretary-General", "Assembly of Confluent Cities"),
        ("Oleg Brandvik", None, "RiverWatch"),
        ("Naima Belhadri", "Deputy Coordinator", "Delta Office"),
    ]
    assert event.agenda[1].speakers[0].is_moderator and event.agenda[3].speakers[0].confirmation == "pending"
    assert [room.title for room in event.agenda[2].parallel] == ["Group A: Lamps and shelters", "Group B: Timetables"]
    assert event.agenda_status == "draft"
    [asked] = event.focal_points
    assert (asked.name, asked.organisation, asked.email) == ("Sanna Okoro", "Delta Office", "sanna.okoro@delta.example")


def test_a_french_programme_of_two_days_parted_by_tabs() -> None:
    event = event_in("fr_programme.txt")
    assert (event.kind, event.title) == ("consultation", "Consultation régionale : l’eau des quais")
    assert (event.moment.starts_on, event.moment.ends_on) == ("2031-06-03", "2031-06-04")
    assert (event.where.attendance, event.agenda_status) == ("both", "draft")
    assert event.organisers == ("Assemblée des villes confluentes", "Delta Office")
    assert [(each.day, each.starts) for each in event.agenda] == [
        *(("2031-06-03", starts) for starts in ("09:00", "09:30", "10:45", "11:00")),
        *(("2031-06-04", starts) for starts in ("09:00", "10:00")),
    ]
    assert [each.minutes for each in event.agenda[1].speakers] == [10, 10]
    assert speakers_of(event)[:2] == [
        ("Lucía Tendeka", "maire", "Vado Hondo"),
        ("Ibrahim Salcedo", "directeur", "Archives de l’eau"),
    ]
    assert event.agenda[3].speakers[0].is_moderator and event.agenda[4].speakers[0].kind == "group"
    assert event.agenda[5].speakers[0].confirmation == "pending"
    assert event.working_languages == ("fr", "es")


def test_an_arabic_side_event() -> None:
    event = event_in("ar_event.txt")
    assert (event.kind, event.title) == ("side-event", "أرصفة الليل: من يخطط لمواعيد العبّارات؟")
    assert (event.moment.starts_on, event.moment.starts_time) == ("2031-05-08", "14:00")
    assert event.moment.zone == "Africa/Nairobi"
    assert (event.where.venue, event.where.place) == ("قاعة الجمارك", "ميتو ميويلي")
    assert event.partners == ("بلدية تل سرة", "جمعية مراقبة النهر")
    assert [each.minutes for each in event.agenda] == [10, 50, 30]
    assert speakers_of(event) == [("ليلى حداد", "رئيسة", "بلدية تل سرة"), ("مكتب الدلتا", None, None)]
    assert event.agenda[1].speakers[0].is_moderator
    assert event.working_languages == ("ar", "en")
    assert event.focal_points[0].email == "sami@delta.example"


def test_a_chinese_round_table() -> None:
    event = event_in("zh_agenda.txt")
    assert (event.kind, event.agenda_status) == ("roundtable", "draft")
    assert (event.moment.starts_on, event.moment.starts_time, event.moment.ends_time) == (
        "2031-05-08",
        "14:00",
        "15:30",
    )
    assert event.partners == ("河流观察", "特勒西拉市")
    assert speakers_of(event) == [
        ("陈立文", "市长", "林茂市"),
        ("周敏", "主任", "三角洲办公室"),
        ("马苏·奥克里", "代表", "河流观察"),
        ("全体与会者", None, None),
    ]
    assert event.agenda[1].speakers[1].confirmation == "pending"
    assert event.invitees[0].group == "市长和渡轮公司代表"


def test_a_german_programme_in_lines() -> None:
    event = event_in("de_programm.txt")
    assert (event.title, event.moment.starts_on) == ("Fachtag „Licht am Kai“", "2031-06-12")
    assert [(each.starts, each.title) for each in event.agenda] == [
        ("10:00", "Begrüßung"),
        ("10:15", "Podium: Drei Städte berichten"),
        ("11:30", "Arbeitsgruppen"),
    ]
    assert event.agenda[1].speakers[0].name == "Ole Brandt" and event.agenda[1].speakers[0].is_moderator


def test_an_english_letter_with_lettered_steps_and_shared_addresses() -> None:
    call = call_in("en_call.txt")
    assert (call.title, call.salutation) == ("Invitation to join the Night Ferry Exchange", "Dear Mayors,")
    assert (call.issued_place, call.issued_on) == ("Lindmouth", "2031-02-04")
    assert (call.closes_on, call.closes_time, call.zone) == ("2031-03-14", "17:00", "UTC")
    assert len(call.steps) == 4 and call.steps[0] == "name a contact at the pier and one at the town hall"
    assert call.steps_introduction == "Towns that wish to take part are asked to:"
    assert [(each.month, each.day, each.minutes) for each in call.meetings] == [
        *((month, None, 90) for month in ("2031-04", "2031-06", "2031-08")),
        (None, "2031-10-09", 90),
    ]
    assert call.meetings[3].note == "closing meeting" and call.meetings_rhythm == "every two months"
    assert [(each.name, each.organisation, each.email) for each in call.focal_points] == [
        ("Petra Lumumba", "Estuary Coalition", "petra@estuary.example"),
        ("Marcus Villanova", "RiverWatch", "ferries@riverwatch.example"),
        ("Hana Osei", "RiverWatch", "ferries@riverwatch.example"),
    ]
    assert [(each.name, each.role, each.organisation) for each in call.signatories] == [
        ("Adaeze Lindqvist", "President", "Estuary Coalition"),
        ("Oleg Brandvik", "Secretary-General", "RiverWatch"),
    ]
    assert call.organisations == ("Estuary Coalition", "RiverWatch")
    assert (call.working_languages, call.attachments) == (("en", "ar"), ("reply form",))
    assert call.leads_to == "Leading to a joint report at the Ninth Assembly of Confluent Cities."
    assert call.valediction == "With kind regards"


@pytest.mark.parametrize(
    ("name", "closes_on", "steps", "signatory", "attachment"),
    [
        ("es_carta.txt", "2031-03-14", 3, "Ibrahim Salcedo", "formulario"),
        ("ar_call.txt", "2031-03-14", 3, "ليلى حداد", "الاستمارة"),
        ("zh_call.txt", "2031-03-14", 3, "陈立文", "回执"),
        ("fr_appel.md", "2031-09-30", 3, None, "formulaire"),
    ],
)
def test_calls_of_other_languages(
    name: str, closes_on: str, steps: int, signatory: str | None, attachment: str
) -> None:
    call = call_in(name)
    assert (call.closes_on, len(call.steps)) == (closes_on, steps)
    assert [each.name for each in call.signatories] == ([signatory] if signatory else [])
    assert call.attachments == (attachment,) and call.focal_points[0].email
    if signatory:
        assert [each.month for each in call.meetings][:2] == ["2031-04", "2031-06"]


def test_a_call_set_as_a_page_says_who_may_answer() -> None:
    call = call_in("fr_appel.md")
    assert (call.kind, call.audiences) == ("proposals", ("Les communes riveraines", "Les associations d’usagers"))
    assert (call.closes_time, call.zone, call.is_zone_proposed) == ("18:00", "Europe/Paris", False)


@pytest.mark.parametrize(
    ("times", "starts", "minutes"),
    [
        (("9:30 – 9:45 AM", "9:45 – 10:00 AM", "1:35 – 1:50 PM"), ["09:30", "09:45", "13:35"], [15, 15, 15]),
        (("10 min", "15 minutes", "20’"), [None, None, None], [10, 15, 20]),
        (("9h00–9h30", "9 h 30 – 10 h 45", "23:30-00:15"), ["09:00", "09:30", "23:30"], [30, 75, 45]),
        (("10.00–10.20", "10.20–11.00", "11.00–11.05"), ["10:00", "10:20", "11:00"], [20, 40, 5]),
    ],
)
def test_times_and_durations_of_an_agenda(
    parse_text: Callable[..., Proposal], times: list[str], starts: list[str | None], minutes: list[int]
) -> None:
    rows = "\n".join(f"{each}\tA part of it\tMira Kolan, mayor of Tell Sirra" for each in times)
    event = parse_text(f"A day by the river\n\nVenue: Customs House\n\nAgenda\n\n{rows}").event
    assert event is not None
    assert [each.starts for each in event.agenda] == starts
    assert [each.minutes for each in event.agenda] == minutes
    assert {each.speakers[0].name for each in event.agenda} == {"Mira Kolan"}


def test_a_release_with_an_invitation_or_hours_stays_a_release(parse_text: Callable[..., Proposal]) -> None:
    text = (
        "PRESS RELEASE\n\nThe towns open their books\n\nMITO MIWILI, 14 July 2031 — The towns along the river open their "
        "books this week, and everybody is invited to read them by the bridge before 20 July 2031.\n\n"
        "Programme\n\n10:00 Opening\n11:00 Reading\n12:00 Lunch\n\nContact\n\nMira Kolan, mira@sirra.example"
    )
    proposal = parse_text(text)
    assert (proposal.kind, proposal.event, proposal.call) == ("press-release", None, None)
    assert proposal.to_json()["event"] is None


@pytest.mark.parametrize("path", OCCASIONS, ids=lambda path: path.name)
def test_every_word_of_an_event_or_a_call_is_in_a_field_or_in_a_remark(path: Path) -> None:
    proposal = parse(path)
    told = json.dumps(proposal.to_json(), ensure_ascii=False)
    known = {word.casefold() for word in WORD.findall(re.sub(r"<[^>]+>|&\w+;|\\[nt]", " ", told))}
    missing = [word for each in proposal.paragraphs for word in WORD.findall(each.text) if word.casefold() not in known]
    assert [
        word
        for word in missing
        if word.isalpha() and len(word) > 1 and word[0] < "\u3000" and word.casefold() not in DATE_WORDS
    ] == []


#: What a day and its hours are written with, and no field repeats.
DATE_WORDS = frozenset(
    [
        "thursday",
        "may",
        "pm",
        "am",
        "bst",
        "mardi",
        "mercredi",
        "juin",
        "jour",
        "juni",
        "uhr",
        "bis",
        "january",
        "february",
        "march",
        "april",
        "june",
        "august",
        "october",
        "september",
        "september",
        "september",
        "februar",
        "febrero",
        "marzo",
        "abril",
        "junio",
        "agosto",
        "de",
        "le",
        "à",
        "heure",
        "septembre",
        "h30",
        "h45",
        "h00",
        "9h30",
        "مايو",
        "فبراير",
        "مارس",
        "أبريل",
        "ويونيو",
        "بتوقيت",
    ]
)


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: path.name)
def test_every_paragraph_of_every_document_has_one_place(path: Path) -> None:
    """Each paragraph stands in the body, in a field or in a part, once; what was left out is told of."""
    proposal = parse(path)
    numbers = list(range(len(proposal.paragraphs)))
    assert len(proposal.placement) == len(numbers)
    occasion = proposal.to_json()["event"] or proposal.to_json()["call"]
    if occasion is None:
        in_body = [number for block in proposal.body for number in block.source]
        assert sorted(in_body) == [number for number in numbers if proposal.placement[number] == "body"]
        return
    assert sorted(number for source in occasion["sources"].values() for number in source) == numbers
    assert proposal.body == ()
    rows = [number for session in occasion.get("agenda", []) for number in session["source"]]
    assert len(rows) == len(set(rows)) and set(rows) <= set(occasion["sources"].get("agenda", []))
    told = {number for doubt in proposal.warnings for number in doubt.source}
    assert set(occasion["sources"].get("dropped", [])) <= told
