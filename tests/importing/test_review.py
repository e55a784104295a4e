"""What a person does with a file in the CMS, until it is a draft."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk import a_translator, an_officer
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import browser_of
from PIL import Image
from wagtail.models import PageLogEntry
from word_files import paragraph, run, word_file, word_file_of_text

from importing import Proposal, parse
from importing.models import ImportedFile, ImportState
from importing.review.assigning import assigned_proposal
from importing.review.parts import Part, parts_of_proposal
from importing.serialising import plain_values, record_of
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.models import NewsroomImage
from newsroom.publication.restrictions.service import set_restricted
from organisations.factories import BoilerplateFactory, OrganisationFactory, PersonFactory
from organisations.models import Boilerplate, Person

DOCUMENT = Path(__file__).parent / "documents" / "confluent.txt"
WORD = word_file_of_text(DOCUMENT.read_text("utf-8"))


@pytest.fixture
def officer(index: NewsIndexPage) -> Client:
    return browser_of(an_officer(first_name="Halima", last_name="Okoth"))


def bring(officer: Client, content: bytes = WORD, name: str = "release_FINAL.docx", **more: Any) -> str:
    """Upload a file; the text of the page that follows."""
    sent = {"files": SimpleUploadedFile(name, content), **more}
    return officer.post(reverse("imports"), sent, follow=True).content.decode()


def the_import() -> ImportedFile:
    return ImportedFile.objects.get()


def sent_as_shown(officer: Client, **changes: str) -> Any:
    """Send the form of the review as it is shown, with changes."""
    address = reverse("import_review", args=[the_import().pk])
    shown = officer.get(address).context
    data = {"seen": shown["seen"]} | {f"part-{row.number}": row.part.value for row in shown["rows"]}
    data |= {f"{row.number}-{each.name}": each.value for row in shown["rows"] for each in row.fields}
    data |= {f"same:{match.key}": str(match.chosen) for match in shown["matches"]}
    return officer.post(address, data | changes, follow=True)


def press(officer: Client, **sent: str) -> Any:
    """Press a button of the review as it stands now."""
    address = reverse("import_review", args=[the_import().pk])
    return officer.post(address, {"seen": officer.get(address).context["seen"], **sent}, follow=True)


def test_a_file_becomes_a_draft_and_its_history_says_so(officer: Client) -> None:
    assert "From Separate Banks to a Shared River" in bring(officer)
    assert the_import().assignments == []
    response = sent_as_shown(officer, action="draft")
    assert the_import().assignments == []
    page = ReleasePage.objects.get()
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.title) == (False, "From Separate Banks to a Shared River")
    assert page.boilerplate_links.count() == page.contact_links.count() == 3
    entry = PageLogEntry.objects.get(action="importing.import")
    assert "release_FINAL.docx" in entry.message and entry.user.first_name == "Halima"
    assert (the_import().state, the_import().page.specific) == (ImportState.DRAFTED, page)
    assert page.title in press(officer, action="draft").content.decode()
    assert ReleasePage.objects.count() == 1


def test_what_a_person_says_holds(officer: Client) -> None:
    bring(officer)
    proposal = the_import().proposal
    assert proposal is not None
    headline = proposal.sources_of("headline")[0]
    other = next(number for number, part in enumerate(parts_of_proposal(proposal)) if part is Part.PARAGRAPH)
    quoted = proposal.quotes[0].source[0]
    sent_as_shown(
        officer, **{f"part-{other}": "headline", f"part-{headline}": "dropped", f"{quoted}-speaker": "Somebody Else"}
    )
    again = officer.get(reverse("import_review", args=[the_import().pk])).context["rows"]
    assert (again[other].part, again[headline].part) == (Part.HEADLINE, Part.DROPPED)
    sent_as_shown(officer, action="draft")
    page = ReleasePage.objects.get()
    assert page.title == proposal.paragraphs[other].text[:255]
    assert "Somebody Else" in page.speaker_names
    assert proposal.headline is not None and proposal.headline not in page.body_text


def test_people_are_merged_with_those_who_are_there(officer: Client) -> None:
    known = PersonFactory(name="Wairimu Tendekka", slug="wairimu")
    bring(officer)
    address = reverse("import_review", args=[the_import().pk])
    match = next(each for each in officer.get(address).context["matches"] if each.name == "Wairimu Tendeka")
    assert [(each.record, each.why) for each in match.candidates] == [(known, "almost the same name")]
    assert match.chosen == "new"
    sent_as_shown(officer, **{f"same:{match.key}": str(known.pk), "action": "draft"})
    assert known in [link.person for link in ReleasePage.objects.get().participant_links.all()]
    assert not Person.objects.filter(name="Wairimu Tendeka").exists()


def test_a_boilerplate_that_differs_shows_the_difference_and_ours_is_offered(officer: Client) -> None:
    proposal = parse(DOCUMENT)
    text = f"Once {proposal.boilerplates[1].text.partition(' ')[2]} It began in 1931."
    ours = BoilerplateFactory(
        organisation=OrganisationFactory(name="Delta Office", slug="delta"), text=f"<p>{text}</p>"
    )
    html = bring(officer)
    assert "<del>" in html and "<ins>" in html and "differs from the file" in html
    sent_as_shown(officer, action="draft")
    assert ours in [link.boilerplate for link in ReleasePage.objects.get().boilerplate_links.all()]
    assert Boilerplate.objects.count() == 3


def test_paragraphs_are_parted_and_joined_and_what_was_decided_goes_with_them(officer: Client) -> None:
    body = (
        paragraph("A headline") + paragraph("First sentence of it. Second sentence of it.") + paragraph("The last one.")
    )
    bring(officer, word_file(body))
    sent_as_shown(officer, **{"part-2": "dropped"})
    sent_as_shown(officer, **{"place-1": "22", "action": "split-1"})
    proposal = the_import().proposal
    assert proposal is not None
    assert [each.text for each in proposal.paragraphs][1:3] == ["First sentence of it.", "Second sentence of it."]
    assert the_import().assignments == [{"paragraph": 3, "part": "dropped", "values": {}}]
    sent_as_shown(officer, action="join-1")
    assert the_import().proposal == parse_stored(proposal, 3)
    assert [each["paragraph"] for each in the_import().assignments] == [2]


def parse_stored(proposal: Proposal, number: int) -> Proposal:
    joined = the_import().proposal
    assert joined is not None and len(joined.paragraphs) == number
    return joined


def test_changes_that_nobody_accepted_stop_it_until_they_are_taken(officer: Client) -> None:
    inserted = f'<w:ins w:author="Lindmouth Press" w:date="2026-11-20T10:00:00Z">{run("£ 395")}</w:ins>'
    html = bring(officer, word_file(paragraph("A headline") + paragraph("A bench costs ", inserted, run("."))))
    assert "Lindmouth Press" in html and "£ 395" in html and "Make the draft" not in html
    press(officer, action="draft")
    assert not ReleasePage.objects.exists()
    assert "Make the draft" in press(officer, action="accept").content.decode()


def test_the_same_file_twice_says_so(officer: Client) -> None:
    bring(officer)
    assert "was brought before" in bring(officer, name="other_name.docx")
    assert ImportedFile.objects.count() == 1
    bring(officer, again="on")
    assert ImportedFile.objects.count() == 2


def test_a_file_that_became_a_restricted_draft_was_brought_by_nobody_else(officer: Client) -> None:
    bring(officer)
    sent_as_shown(officer, action="draft")
    set_restricted(ReleasePage.objects.get().life, True)
    assert "was brought before" in bring(officer), "whoever began it"
    html = bring(browser_of(an_officer(first_name="Outside")))
    assert "was brought before" not in html and ImportedFile.objects.count() == 2


def test_several_at_once_and_one_that_cannot_be_read(officer: Client) -> None:
    files = [
        SimpleUploadedFile("a.docx", WORD),
        SimpleUploadedFile("b.pdf", b"%PDF"),
        SimpleUploadedFile("c.md", b"# Words"),
    ]
    html = officer.post(reverse("imports"), {"files": files}, follow=True).content.decode()
    assert "b.pdf: This is a PDF file." in html
    assert set(ImportedFile.objects.values_list("name", flat=True)) == {"a.docx", "c.md"}


def test_an_import_is_left_and_taken_up_again(officer: Client) -> None:
    bring(officer)
    address = reverse("import_review", args=[the_import().pk])
    sent_as_shown(officer, **{"part-0": "dropped", "action": "later"})
    assert officer.get(address).context["rows"][0].part is Part.DROPPED
    press(officer, action="leave")
    assert the_import().state == ImportState.GIVEN_UP
    press(officer, action="resume")
    assert the_import().state == ImportState.WAITING


def test_pictures_become_images_that_wait_for_their_credit(officer: Client, tmp_path: Path) -> None:
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "bench.png")
    picture = '<w:r><w:drawing><wp:docPr descr="A bench"/><a:blip r:embed="p"/></w:drawing></w:r>'
    content = word_file(
        paragraph("A headline") + paragraph("Words of some length.", picture),
        {"p": ("image", "media/image1.png")},
        {"word/media/image1.png": (tmp_path / "bench.png").read_bytes()},
    )
    bring(officer, content)
    sent_as_shown(officer, action="draft")
    image = NewsroomImage.objects.get()
    assert (image.title, image.credit, image.width) == ("A bench", "", 60)
    body = ReleasePage.objects.get().get_latest_revision_as_object().body
    assert [block.value["image"] for block in body if block.block_type == "image"] == [image]


def test_the_file_is_for_those_who_may_add_releases_alone(officer: Client) -> None:
    bring(officer)
    address = reverse("import_source", args=[the_import().pk])
    response = officer.get(address)
    assert b"".join(response.streaming_content) == WORD
    assert "no-store" in response["Cache-Control"] and "release_FINAL.docx" in response["Content-Disposition"]
    translator = browser_of(a_translator("fr"))
    for name, arguments in (
        ("imports", []),
        ("import_review", [the_import().pk]),
        ("import_source", [the_import().pk]),
    ):
        assert translator.get(reverse(name, args=arguments)).status_code in (302, 403)
        assert Client().get(reverse(name, args=arguments)).status_code == 302
    assert Client().get(f"/media/{the_import().file.name}").status_code == 404


@pytest.mark.parametrize("part", list(Part))
def test_every_paragraph_stands_once_whatever_a_person_says(part: Part) -> None:
    proposal = parse(DOCUMENT)
    for number in range(len(proposal.paragraphs)):
        stored = [
            {"paragraph": number, "part": part.value, "values": {"speaker": "Somebody", "organisation": "A body"}}
        ]
        after = assigned_proposal(proposal, stored)
        assert parts_of_proposal(after)[number] in (part, Part.PARAGRAPH) or part is Part.PARTICIPANTS
        shown = Counter(each for block in after.body for each in block.source)
        shown.update(each for block in after.boilerplates for each in block.source)
        in_body = {each for block in after.body for each in block.source}
        shown.update({each for one in after.contacts for each in one.source} - in_body)
        elsewhere = {n for n, place in enumerate(after.placement) if place not in ("body", "boilerplates", "contacts")}
        shown.update(elsewhere)
        assert shown == Counter(range(len(proposal.paragraphs)))


def test_a_proposal_comes_back_from_plain_values() -> None:
    proposal = parse(DOCUMENT)
    again = record_of(Proposal, json.loads(json.dumps(plain_values(proposal))))
    assert replace(again, paragraphs=list(again.paragraphs)) == proposal


def test_a_zone_with_an_endless_name_is_refused_in_words(officer: Client) -> None:
    bring(officer)
    typed = {"value-embargo": "2027-01-05", "value-embargo_time": "10:00", "value-embargo_zone": "x" * 400}
    answer = sent_as_shown(officer, **typed)
    assert answer.status_code in (200, 422)
    assert "Choose the time zone in which this is meant." in answer.content.decode()
