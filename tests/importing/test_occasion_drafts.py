"""Documents that are events or calls become drafts of that type, with everything in its field."""

import datetime
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command

from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from importing import Proposal, parse
from importing.storing import store_proposal
from newsroom.home.models import HomePage
from newsroom.language.html import words_of_html
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import MediaContact, Organisation, Person

FOLDER = Path(__file__).parent / "documents" / "occasions"
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("00[0-2]_*.txt"))
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TIMED = re.compile(r"^(?:\d{1,2}:\d\d|\d+ min)", re.MULTILINE)


def draft_of(name: str) -> tuple[EventPage | CallPage, list[str]]:
    stored = store_proposal(parse(FOLDER / name))
    return stored.page.get_latest_revision_as_object(), stored.remarks


def points(stream: object) -> list[str]:
    return [block.value for block in stream]  # type: ignore[attr-defined]


def test_the_rooms_of_a_table_are_the_rooms_of_its_sessions(newsroom: HomePage, tmp_path: Path) -> None:
    form = re.split(r"^## Provisional programme$", (FOLDER / "en_form.md").read_text(), maxsplit=1, flags=re.I | re.M)[
        0
    ]
    rows = f"| 14:00–14:10 | Opening | Hall 2 |\n| 14:10–14:50 | Three towns report | {'long ' * 30} |\n"
    document = tmp_path / "rooms.md"
    document.write_text(f"{form}\n## Draft agenda\n\n| Time | Session | Room |\n|---|---|---|\n{rows}")
    event = store_proposal(parse(document)).page.get_latest_revision_as_object()
    first, second = (block.value for block in event.programme)
    assert (first["title"], first["room"], second["room"]) == ("Opening", "Hall 2", "")
    assert "long long" in second["description"].source


def test_an_event_in_its_fields(newsroom: HomePage) -> None:
    event, remarks = draft_of("en_form.md")
    assert isinstance(event, EventPage) and not event.live
    assert event.get_parent().specific == EventIndexPage.objects.get(locale__language_code="en")
    assert (event.kind, event.time_zone, event.zone_label) == ("side-event", "Europe/London", "BST")
    assert (event.starts_on, event.starts_time) == (datetime.date(2031, 5, 8), datetime.time(14))
    assert (event.venue, event.place, event.attendance) == ("Customs House, Hall 2", "Lindmouth", "on-site")
    assert (event.working_languages, event.has_interpretation) == ("en, fr", True)
    assert (event.mandate_reference, str(event.mandate_holder)) == ("ACC/2030/17", "Delta Office")
    links = [(link.organisation.name, link.part) for link in event.organisation_links.all()]
    assert links == [
        ("Estuary Coalition", "organiser"),
        ("Delta Office", "organiser"),
        ("RiverWatch", "partner"),
        ("Town of Tell Sirra", "partner"),
    ]
    assert len(event.objectives) == 3 and len(event.guiding_questions) == 2 and event.agenda_status == "draft"
    assert "forty thousand people" in event.background
    sessions = [block.value for block in event.programme]
    assert [(each["starts"].hour, each["minutes"], each["title"]) for each in sessions][1] == (
        14,
        40,
        "Three towns report",
    )
    moderator = sessions[1]["speakers"][0]
    assert (moderator["person"].name, moderator["organisation"].name, moderator["is_moderator"]) == (
        "Oleg Brandvik",
        "RiverWatch",
        True,
    )
    assert sessions[3]["speakers"][0]["confirmation"] == "pending"
    assert [each["title"] for each in sessions[2]["parallel"]] == ["Group A: Lamps and shelters", "Group B: Timetables"]
    [asked] = event.focal_points.all()
    assert (asked.name, asked.email, asked.organisation.name) == (
        "Sanna Okoro",
        "sanna.okoro@delta.example",
        "Delta Office",
    )
    assert event.span.begins_at == datetime.datetime(2031, 5, 8, 13, tzinfo=datetime.UTC)
    assert any("read as Europe/London" in remark for remark in remarks)


def test_a_call_in_its_fields(newsroom: HomePage) -> None:
    call, remarks = draft_of("en_call.txt")
    assert isinstance(call, CallPage) and not call.live
    assert call.get_parent().specific == CallIndexPage.objects.get(locale__language_code="en")
    assert (call.salutation, call.issued_place) == ("Dear Mayors,", "Lindmouth")
    assert (call.closes_on, call.closes_time, call.time_zone) == (
        datetime.date(2031, 3, 14),
        datetime.time(17),
        "UTC",
    )
    assert [step.text[:8] for step in call.steps.all()] == ["name a c", "send the", "take par", "host one"]
    assert [(each.month, each.minutes) for each in call.meetings.all()][:2] == [("2031-04", 90), ("2031-06", 90)]
    assert [(each.person.name, each.role) for each in call.signatories.all()] == [
        ("Adaeze Lindqvist", "President"),
        ("Oleg Brandvik", "Secretary-General"),
    ]
    assert [link.organisation.name for link in call.organisation_links.all()] == ["Estuary Coalition", "RiverWatch"]
    assert [row.name for row in call.focal_points.all()] == ["Petra Lumumba", "Marcus Villanova", "Hana Osei"]
    assert [row.language for row in call.working_languages.all()] == ["en", "ar"]
    assert "count of one night" not in call.why and "printed two timetables" in call.why
    assert "“reply form” is said to be attached; add the file." in remarks


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_each_becomes_a_draft_in_its_language(newsroom: HomePage, name: str) -> None:
    page, _remarks = draft_of(name)
    code = name.partition("_")[0]
    assert page.locale.language_code.startswith(code if code != "de" else "en")
    assert page.title and page.organisation_links.count()


def test_known_records_are_used_and_nobody_is_made_twice(newsroom: HomePage) -> None:
    office = OrganisationFactory(name="Delta Office", slug="delta")
    speaker = PersonFactory(name="Naima BELHADRI", slug="naima")
    desk = MediaContactFactory(name="Desk", email="Sanna.Okoro@delta.example")
    event, _remarks = draft_of("en_form.md")
    assert office in [link.organisation for link in event.organisation_links.all()]
    assert event.programme[3].value["speakers"][0]["person"] == speaker
    assert [row.contact for row in event.focal_points.all()] == [desk]
    counts = [model.objects.count() for model in (Organisation, Person, MediaContact)]
    draft_of("en_form.md")
    assert [model.objects.count() for model in (Organisation, Person, MediaContact)] == counts


def test_a_side_event_stands_below_its_larger_meeting(newsroom: HomePage, parse_text: Callable[..., Proposal]) -> None:
    text = (
        "The Ninth Assembly of Confluent Cities\n\nSide event application\n\nName of the event\n\nTables by the tide\n\n"
        "Organiser\n\nDelta Office\n\nDate: 8 May 2031\n\nThemes\n\n- Lamps,\n- Piers\n"
    )
    alone = store_proposal(parse_text(text)).page
    assert (alone.series, points(alone.themes)) == ("The Ninth Assembly of Confluent Cities", ["Lamps", "Piers"])
    index = EventIndexPage.objects.get(locale__language_code="en")
    meeting = EventPage(title="The Ninth Assembly of confluent cities", slug="ninth", locale=index.locale)
    index.add_child(instance=meeting)
    below = store_proposal(parse_text(text)).page
    assert (below.get_parent().specific, below.series) == (meeting, "")


def test_sessions_that_only_last_begin_with_the_event(newsroom: HomePage, parse_text: Callable[..., Proposal]) -> None:
    text = (
        "A table by the river\n\nDate: 8 May 2031\n\nTime: 16:30 - 17:00\n\nLocation: Customs House, Nairobi\n\n"
        "Partners\n\nUNR, EFO\n\nAgenda\n\n10 min\tOpening\tUNR EFO\t3 minutes per organization\n20 min\tQuestions\t\t\n"
    )
    stored = store_proposal(parse_text(text))
    event = stored.page.get_latest_revision_as_object()
    first, second = (block.value for block in event.programme)
    assert (first["starts"], second["starts"]) == (datetime.time(16, 30), None)
    assert [(each["organisation"].name, each["minutes"]) for each in first["speakers"]] == [("UNR", 3), ("EFO", 3)]
    times = list(event.session_times())
    assert times[1].begins_at == datetime.datetime(2031, 5, 8, 13, 40, tzinfo=datetime.UTC)
    assert "No time zone is told; Africa/Nairobi is proposed from the place." in stored.remarks


def test_what_is_too_long_for_its_field_stands_in_the_text(
    newsroom: HomePage, parse_text: Callable[..., Proposal]
) -> None:
    guests = "everybody who ever waited at a pier " * 20
    text = f"Concept note\n\nTables\n\nOrganisers: Delta Office\n\nParticipants\n\n- {guests}\n\nAgenda\n\n"
    event = store_proposal(parse_text(f"{text}10:00 One\n11:00 Two\n")).page
    assert len(event.invitees[0].value["group"]) <= 300
    assert guests.strip() in words_of_html(event.description)


def test_the_command_makes_drafts_of_every_type(newsroom: HomePage, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_release", str(FOLDER / "en_form.md"), str(FOLDER / "en_call.txt"))
    printed = capsys.readouterr().out
    for page in (EventPage.objects.get(), CallPage.objects.get()):
        assert f"/admin/pages/{page.pk}/edit/" in printed


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_documents_beside_the_clone_become_drafts(newsroom: HomePage, path: Path) -> None:
    """What can be counted in a document is there in the draft: addresses, steps, rows of the agenda, questions."""
    text = path.read_text("utf-8")
    page = store_proposal(parse(path)).page.get_latest_revision_as_object()
    emails = {each.casefold() for each in EMAIL.findall(text)}
    assert {row.email.casefold() for row in page.focal_points.all()} == emails
    assert page.organisation_links.count() and page.time_zone not in ("", "UTC")
    if isinstance(page, CallPage):
        assert page.steps.count() == len(re.findall(r"^- \d\)", text, re.MULTILINE))
        signed = re.findall(r"^(.+?)  \n(.+?)  \n(.+)$", text, re.MULTILINE)
        rows = [(row.person.name, row.role, row.organisation.name) for row in page.signatories.all()]
        assert rows == [tuple(part.strip() for part in each) for each in signed]
        assert page.closes_on and page.meetings.count() and not any(row.day for row in page.meetings.all())
        return
    assert len(page.programme) == len(TIMED.findall(text)) and page.starts_on and page.ends_time
    assert len(points(page.guiding_questions)) == len(re.findall(r"^- .+\?$", text, re.MULTILINE))
    assert page.agenda_status and len(page.objectives) > 2 and len(page.invitees) > 3
    times = list(page.session_times())
    assert all(before.ends_at == after.begins_at for before, after in pairwise(times))
