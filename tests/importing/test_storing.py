"""A file becomes a draft with its records, is published, stands on its hub and is found."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils.html import strip_tags

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from importing import Proposal, parse
from importing.storing import store_proposal
from news.models import NewsIndexPage, Quote, ReleaseContact, ReleaseOrganisation, ReleasePage
from newsroom.base.factories import publish
from newsroom.language.tables import table_of
from newsroom.publication.gates import RefusedError
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import Boilerplate, MediaContact, Organisation, Person

DOCUMENT = str(Path(__file__).parent / "documents" / "confluent.txt")


def test_every_part_becomes_a_record(confluent: Proposal, index: NewsIndexPage) -> None:
    page = store_proposal(confluent).page
    assert not page.live and page.title == confluent.headline
    assert [tag.name for tag in page.hashtags.all()] == ["RiversMeet"]
    assert [link.person.name for link in page.participant_links.all()] == [each.name for each in confluent.participants]
    assert all(link.role for link in page.participant_links.all())
    assert Person.objects.count() == len(confluent.participants)
    assert [str(link.boilerplate.organisation) for link in page.boilerplate_links.all()] == [
        *("Assembly of Confluent Cities", "Delta Office", "RiverWatch"),
    ]
    assert [link.contact.email for link in page.contact_links.all()] == [each.email for each in confluent.contacts]
    quotes = [block.value for block in page.body if block.block_type == "quote"]
    assert [(quote["speaker"].name, quote["role"]) for quote in quotes] == [
        ("Wairimu Tendeka", "ACC Secretary-General"),
        ("Naima Belhadri", "Deputy Coordinator of the DO and Executive Director of Delta Office"),
        ("Oleg Brandvik", "RiverWatch Secretary-General"),
    ]
    assert str(quotes[0]["organisation"]) == "Assembly of Confluent Cities"


def test_no_word_of_the_document_is_lost(confluent: Proposal, index: NewsIndexPage) -> None:
    page = store_proposal(confluent).page
    stored = [page.title, page.subheadline, strip_tags(page.notes_to_editors), page.body_text, page.speaker_names]
    stored += [block.value["role"] for block in page.body if block.block_type == "quote"]
    stored += [f"#{tag.name}" for tag in page.hashtags.all()]
    stored += [
        strip_tags(link.boilerplate.text) + str(link.boilerplate.organisation) for link in page.boilerplate_links.all()
    ]
    stored += [link.boilerplate.organisation.acronym for link in page.boilerplate_links.all()]
    stored += [
        " ".join(
            (
                link.contact.name,
                link.contact.role,
                link.contact.email,
                link.contact.phone,
                str(link.contact.organisation),
            )
        )
        for link in page.contact_links.all()
    ]
    kept = set(re.findall(r"\w+", " ".join(stored)))
    labels = {"PRESS", "RELEASE", "About", "For", "more", "details", "contact", "Tel"}
    written = set(re.findall(r"\w+", " ".join(paragraph.text for paragraph in confluent.paragraphs)))
    assert written - labels <= kept


def test_known_records_are_used_again(confluent: Proposal, index: NewsIndexPage) -> None:
    office = OrganisationFactory(name="Assembly of Confluent Cities", acronym="ACC", slug="assembly")
    speaker = PersonFactory(name="Naima BELHADRI", slug="naima")
    desk = MediaContactFactory(name="Press desk", email="Press@Confluent.example")
    first = store_proposal(confluent).page
    counts = [model.objects.count() for model in (Organisation, Person, Boilerplate, MediaContact)]
    second = store_proposal(confluent).page
    assert [model.objects.count() for model in (Organisation, Person, Boilerplate, MediaContact)] == counts
    assert first.slug != second.slug
    assert first.organisation_links.first().organisation == office
    assert speaker in [link.person for link in first.participant_links.all()]
    assert desk in [link.contact for link in first.contact_links.all()]


def test_imported_release_is_published_stands_on_its_hub_and_is_found(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_release", DOCUMENT)
    page = ReleasePage.objects.get()
    assert f"/admin/pages/{page.pk}/edit/" in capsys.readouterr().out
    assert not Quote.objects.exists()
    with pytest.raises(RefusedError, match="place"):
        publish(page)
    page.refresh_from_db()
    page.dateline_place = "Mito Miwili"
    publish(page)
    hub = CampaignHubPageFactory(parent=campaigns, word="RiversMeet")
    html = reader.get(hub.url).content.decode()
    assert page.title in html
    assert "We have to move from maps to boats." in html
    assert [hit.shown.thing for hit in reader.get("/en/search/?q=maps+boats").context["response"].hits] == [page]
    assert reader.get("/en/people/oleg-brandvik/").status_code == 200


def test_dateline_and_embargo_are_kept(parse_text: Callable[..., Proposal], index: NewsIndexPage) -> None:
    text = "A bridge opens\n\nMITO MIWILI, 3 May 2024 – The bridge opens today, after two years of work and of waiting."
    page = store_proposal(parse_text(text)).page
    assert page.dateline_place.casefold() == "mito miwili"
    assert f"{page.first_issued_at:%Y-%m-%d}" == "2024-05-03"
    page.organisation_links.add(ReleaseOrganisation(organisation=OrganisationFactory(), is_lead=True))
    page.contact_links.add(ReleaseContact(contact=MediaContactFactory()))
    publish(page)
    assert page.reference == "PR/2024/001" and page.released_at == page.first_issued_at


def test_headline_too_long_for_its_field_is_cut_and_kept_whole_in_the_text(
    parse_text: Callable[..., Proposal], index: NewsIndexPage
) -> None:
    proposal = replace(
        parse_text("A bridge\n\nIt opens today for everybody who has waited."), headline="bridge & river " * 30
    )
    stored = store_proposal(proposal)
    assert len(stored.page.title) <= 255
    assert ("bridge & river " * 30).strip() in unescape(stored.page.body_text)
    assert any("too long for its field" in remark for remark in stored.remarks)


def test_spanish_document_is_filed_under_spanish(confluencia: Proposal, newsroom: object) -> None:
    page = store_proposal(confluencia).page
    assert page.locale.language_code == page.original_language == "es"
    assert page.get_parent().specific.locale.language_code == "es"


def test_unreadable_file_gives_one_sentence_and_does_not_stop_the_others(
    index: NewsIndexPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02" * 50)
    with pytest.raises(SystemExit) as stopped:
        call_command("import_release", str(broken), DOCUMENT)
    assert stopped.value.code == 2
    assert ReleasePage.objects.count() == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


MARKDOWN_TABLE = """# Six cities count their shade

LINDMOUTH, 19 November 2026. Six cities have counted where people wait in the sun, and they publish what was found.

| City | Stops | Kept by |
|------|------:|---------|
| Lindmouth | 1,204 | [the city](https://lindmouth.example/shade) |
| Qinghui | 988 | |

<table><tr><th>Hour</th><th>Shade</th></tr>

<tr><td>12:00</td><td>31 %</td></tr></table>
"""


def test_tables_of_a_file_become_blocks(index: NewsIndexPage, tmp_path: Path) -> None:
    file = tmp_path / "release.md"
    file.write_text(MARKDOWN_TABLE.replace("</tr>\n\n<tr>", "</tr><tr>"), "utf-8")
    release = store_proposal(parse(file)).page
    draft = release.get_latest_revision_as_object()
    tables = [table_of(each.value) for each in draft.body if each.block_type == "table"]
    assert [table.head for table in tables] == [("City", "Stops", "Kept by"), ("Hour", "Shade")]
    assert tables[0].kinds == ("words", "numbers", "words")
    assert tables[0].rows[0] == ("Lindmouth", "1,204", "the city (https://lindmouth.example/shade)")
    assert tables[0].rows[1] == ("Qinghui", "988", "") and tables[1].rows == (("12:00", "31 %"),)


def test_table_too_large_for_the_editor_stays_in_the_text_and_is_told_of(index: NewsIndexPage, tmp_path: Path) -> None:
    row = "| " + " | ".join(f"c{number}" for number in range(40)) + " |\n"
    table = row + "|" + " --- |" * 40 + "\n" + row.replace("c", "d")
    file = tmp_path / "release.md"
    file.write_text(f"# A headline of some length\n\nOne sentence that opens the text.\n\n{table}", "utf-8")
    stored = store_proposal(parse(file))
    body = stored.page.get_latest_revision_as_object().body
    assert not [each for each in body if each.block_type == "table"]
    assert "d39" in str(body) and any("40" in remark for remark in stored.remarks)
