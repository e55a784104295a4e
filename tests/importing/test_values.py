"""Values with a type in the review: each in a field of its own, with what is wrong beside it, on its way to the draft."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from desk import an_officer
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import browser_of
from time_machine import travel

from campaigns.models import CallPage, EventPage
from importing import Proposal, parse
from importing.models import ImportedFile, ImportState
from importing.remarks import ImportRemark
from importing.review.assigning import assigned_proposal
from importing.review.occasions import assigned_occasion
from importing.storing import store_proposal
from importing.values import with_values
from news.models import ReleasePage
from newsroom.base.factories import publish
from newsroom.home.models import HomePage
from newsroom.publication.lifting.lift import lift_due

OCCASIONS = Path(__file__).parent / "documents" / "occasions"
RELEASE = (
    "EMBARGOED UNTIL 27 NOVEMBER 2031, 10:00 GMT\n\nTowns light their piers\n\nLindmouth, 26 November 2031 – The towns "
    "lit the piers of the river on Monday and counted those who waited.\n\nThe lamps stay until spring.\n"
)
EMBARGO = "Embargoed until 3 May 2031, 10:00 GMT\n\n"


@pytest.fixture
def officer(newsroom: HomePage) -> Iterator[Client]:
    with travel("2031-01-05 12:00+00:00", tick=False):
        yield browser_of(an_officer())


def bring(browser: Client, name: str, text: str | None = None) -> str:
    """Upload a document; the text of the review."""
    content = text.encode() if text is not None else (OCCASIONS / name).read_bytes()
    sent = {"files": SimpleUploadedFile(name, content)}
    return browser.post(reverse("imports"), sent, follow=True).content.decode()


def address() -> str:
    return reverse("import_review", args=[ImportedFile.objects.get().pk])


def sent_with(browser: Client, **values: str) -> Any:
    """Send the review as it is shown, with other values; the answer behind the redirects."""
    shown = browser.get(address()).context
    data = {"seen": shown["seen"]} | {f"part-{row.number}": row.part.value for row in shown["rows"]}
    data |= {f"{row.number}-{each.name}": each.value for row in shown["rows"] for each in row.fields}
    for field in shown["form"]:
        value = field.value()
        if field.name == "embargo":
            day, time, zone = field.field.widget.decompress(value)
            data |= {field.html_name: day, f"{field.html_name}_time": time, f"{field.html_name}_zone": zone}
        else:
            data[field.html_name] = value or ""
    changes = {
        name if name.startswith("part-") or name == "action" else f"value-{name}": v for name, v in values.items()
    }
    return browser.post(address(), data | changes, follow=True)


def instant(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)  # type: ignore[arg-type]  # year, month, day, hour, minute


def test_values_of_a_release_arrive_in_the_draft(officer: Client) -> None:
    html = bring(officer, "release.txt", RELEASE)
    assert 'value="2031-11-27"' in html and 'value="10:00' in html and 'value="2031-11-26"' in html
    sent_with(officer)
    assert ImportedFile.objects.get().values == {}
    sent_with(officer, embargo_time="09:30", embargo_zone="Africa/Nairobi", date="2030-01-31", kind="statement")
    sent_with(officer, language="fr", action="draft")
    page = ReleasePage.objects.get()
    assert (page.kind, page.locale.language_code) == ("statement", "fr")
    assert (page.embargoed_until, page.embargo_time_zone) == (instant(2031, 11, 27, 6, 30), "Africa/Nairobi")


def test_what_cannot_be_read_says_so_at_its_field_and_the_rest_is_kept(officer: Client) -> None:
    bring(officer, "release.txt", RELEASE)
    response = sent_with(officer, embargo="27.11.2031", date="soon", kind="speech", action="draft")
    html = response.content.decode()
    assert not response.redirect_chain and not ReleasePage.objects.exists()
    assert "“27.11.2031” is no day." in html and "“soon” is no day." in html and 'value="soon"' in html
    assert html.count('aria-invalid="true"') >= 2 and 'id="id_value-date_error"' in html
    assert ImportedFile.objects.get().values == {"kind": "speech"}
    sent_with(officer, embargo="", embargo_time="", action="draft")
    page = ReleasePage.objects.get()
    assert (page.kind, page.embargoed_until) == ("speech", None)


def test_values_of_an_event_arrive_in_the_draft(officer: Client) -> None:
    bring(officer, "en_form.md")
    wrong = sent_with(officer, starts_on="2031-05-09", ends_on="2031-05-08", zone="Atlantis", online_url="no link")
    html = wrong.content.decode()
    assert "It ends before it begins." in html and "There is no time zone “Atlantis”." in html
    assert "Enter a valid URL." in html
    values = {"starts_on": "2031-05-09", "starts_time": "09:15", "ends_time": "10:45", "zone": "nairobi"}
    sent_with(officer, **values, online_url="https://meet.example/tables", kind="webinar", action="draft")
    event = EventPage.objects.get()
    assert (event.starts_on, event.starts_time) == (datetime.date(2031, 5, 9), datetime.time(9, 15))
    assert (event.ends_time, event.time_zone, event.kind) == (datetime.time(10, 45), "Africa/Nairobi", "webinar")
    assert event.online_url == "https://meet.example/tables"


def test_values_of_a_call_arrive_in_the_draft(officer: Client) -> None:
    bring(officer, "en_call.txt")
    assert "write its day" in sent_with(officer, closes_on="").content.decode()
    sent_with(
        officer, closes_on="2031-03-21", closes_time="12:00", zone="Europe/Oslo", kind="nominations", action="draft"
    )
    call = CallPage.objects.get()
    assert (call.closes_on, call.closes_time) == (datetime.date(2031, 3, 21), datetime.time(12))
    assert (call.time_zone, call.kind) == ("Europe/Oslo", "nominations")


def test_remarks_follow_what_a_person_wrote() -> None:
    proposal = parse(OCCASIONS / "en_form.md")
    assert ImportRemark.ZONE_READ_AS in [doubt.remark for doubt in proposal.warnings]
    after = with_values(proposal, {"zone": "Europe/London", "starts_on": ""})
    told = [doubt.remark for doubt in after.warnings]
    assert ImportRemark.ZONE_READ_AS not in told and ImportRemark.NO_DAY in told


def test_another_embargo_line_is_read_again(parse_text: Callable[..., Proposal]) -> None:
    proposal = parse_text(RELEASE.replace("EMBARGOED UNTIL", "Not before"))
    assert proposal.embargo_until is None
    after = assigned_proposal(proposal, [{"paragraph": 0, "part": "embargo"}])
    assert after.embargo_until == "2031-11-27T10:00:00+00:00"
    gone = assigned_proposal(parse_text(RELEASE), [{"paragraph": 0, "part": "dropped"}])
    assert (gone.embargo, gone.embargo_until) == (None, None)
    vague = assigned_proposal(proposal, [{"paragraph": 3, "part": "embargo"}])
    assert ImportRemark.EMBARGO_UNTOLD in [doubt.remark for doubt in vague.warnings]


@pytest.mark.parametrize("name", ["en_form.md", "en_call.txt"])
def test_another_embargo_line_of_an_event_or_a_call_is_read_again(
    name: str, parse_text: Callable[..., Proposal]
) -> None:
    proposal = parse_text(EMBARGO + (OCCASIONS / name).read_text("utf-8"), Path(name).suffix)
    assert proposal.embargo_until == "2031-05-03T10:00:00+00:00"
    gone = assigned_occasion(proposal, [{"paragraph": 0, "part": "dropped"}])
    assert (gone.embargo, gone.embargo_until) == (None, None)
    back = assigned_occasion(gone, [{"paragraph": 0, "part": "embargo"}])
    assert back.embargo_until == proposal.embargo_until


@pytest.mark.parametrize(("name", "suffix"), [("en_form.md", ".md"), ("en_call.txt", ".txt")])
def test_an_embargo_line_holds_the_draft_back_and_nothing_leaks(
    newsroom: HomePage, client: Client, parse_text: Callable[..., Proposal], name: str, suffix: str
) -> None:
    with travel("2031-01-05 12:00+00:00", tick=False) as clock:
        proposal = parse_text(EMBARGO + (OCCASIONS / name).read_text("utf-8"), suffix)
        page = store_proposal(proposal).page
        assert page.embargoed_until == instant(2031, 5, 3, 10)
        assert "Embargoed" not in str(page.get_latest_revision().content)
        publish(page)
        page.refresh_from_db()
        shown = [page.get_url(), page.get_parent().get_url(), "/en/", "/en/search/?q=ferries", "/sitemap.xml"]
        told = [client.get(each, follow=True) for each in shown]
        assert told[0].status_code == 404
        assert not any(page.title in each.content.decode() or page.slug in each.content.decode() for each in told)
        clock.move_to("2031-05-03 10:01+00:00")
        lift_due()
        assert page.title in client.get(shown[0]).content.decode()


def test_what_is_not_kept_is_understood_again(officer: Client) -> None:
    bring(officer, "release.txt", RELEASE)
    ImportedFile.objects.update(understood=None)
    assert "Towns light their piers" in officer.get(address()).content.decode()
    assert ImportedFile.objects.get().understood is not None and ImportedFile.objects.get().state == ImportState.WAITING
