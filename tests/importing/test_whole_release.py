"""Releases as a whole: every part is found, and nothing of the source is lost or counted twice."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from importing import Proposal, parse
from importing.reading import READERS, SourceParagraph
from importing.understanding.ledger import Ledger, ProposalPart

RELEASES = [path for path in (Path(__file__).parent / "documents").rglob("*") if path.parent.name != "occasions"]
DOCUMENTS = sorted(path for path in RELEASES if path.suffix in READERS)

KEYS = [
    "language",
    "kind",
    "headline",
    "subheadline",
    "hashtags",
    "dateline",
    "embargo",
    "embargo_until",
    "summary",
    "body",
    "quotes",
    "participants",
    "boilerplates",
    "contacts",
    "notes_to_editors",
    "warnings",
    "event",
    "call",
]


def test_headline_hashtag_and_kind(confluent: Proposal) -> None:
    assert confluent.headline == "From Separate Banks to a Shared River"
    assert confluent.hashtags == ("RiversMeet",)
    assert (confluent.kind, confluent.language) == ("press-release", "en")


def test_quotes_with_a_bold_speaker_behind_the_words(confluent: Proposal) -> None:
    told = [(quote.speaker, quote.role, quote.organisation) for quote in confluent.quotes]
    assert told == [
        ("Wairimu Tendeka", "ACC Secretary-General", "ACC"),
        (
            "Naima Belhadri",
            "Deputy Coordinator of the DO and Executive Director of Delta Office",
            "Delta Office",
        ),
        ("Oleg Brandvik", "RiverWatch Secretary-General", "RiverWatch"),
    ]
    assert confluent.quotes[0].text == "Every one of you brings a stretch of the river to this table"


def test_quote_paragraphs_are_quote_blocks_under_the_same_number(confluent: Proposal) -> None:
    blocks = {block.source: block for block in confluent.body if block.type == "quote"}
    assert [quote.source for quote in confluent.quotes] == list(blocks)
    for quote in confluent.quotes:
        assert quote.text in blocks[quote.source].html


def test_participants_of_an_opening_sentence_and_of_a_list_with_semicolons(confluent: Proposal) -> None:
    assert [(one.name, one.role, one.organisation) for one in confluent.participants] == [
        ("Wairimu Tendeka", "Secretary-General", "ACC"),
        ("Oleg Brandvik", "Secretary-General", "RiverWatch"),
        (
            "Naima Belhadri",
            "Deputy Coordinator of the DO and Executive Director of Delta Office",
            "Delta Office",
        ),
        ("Tomasz Ndiaye", "Manager of flood plans", "lowBank Municipality"),
        ("Adaeze Lindqvist", "President", "Estuary Coalition"),
        ("Joaquín Petrov", "President", "Open Locks"),
        ("Mireille Osei", "Vice-Mayor", "Tell Sirra"),
        ("Hana Kovačević de la Brume", "United Rivers Special Envoy on Ferries and Access", None),
        ("Bilal Sørensen", None, "Global Table for the Right to the Shore"),
    ]


def test_boilerplates_follow_each_other_and_keep_their_links(confluent: Proposal) -> None:
    organisations = [boilerplate.organisation for boilerplate in confluent.boilerplates]
    assert organisations == ["Assembly of Confluent Cities (ACC)", "Delta Office", "RiverWatch"]
    assert "@confluent (https://social.example/confluent)" in confluent.boilerplates[0].text
    assert '<a href="https://social.example/confluent">' in confluent.boilerplates[0].html


def test_contacts_over_several_lines(confluent: Proposal) -> None:
    assert [(one.name, one.role, one.organisation, one.email, one.phone) for one in confluent.contacts] == [
        ("Sanna Okoro", None, "ACC Town Secretariat, Mito Miwili", "press@confluent.example", None),
        (
            "Petra Lumumba",
            "Chief of Communication",
            "Delta Office",
            "petra.lumumba@delta.example",
            "+ 254 700 55501",
        ),
        ("Marcus Villanova", None, "RiverWatch", "mvillanova@riverwatch.example", None),
    ]


def test_a_spanish_release_in_markdown(confluencia: Proposal) -> None:
    assert confluencia.language == "es"
    assert confluencia.headline == "Las ciudades confluentes abren sus archivos del agua"
    assert confluencia.subheadline == "Treinta municipios publican un siglo de mediciones"
    assert (confluencia.dateline.place, confluencia.dateline.date) == ("VADO HONDO", "2031-07-14")
    assert confluencia.embargo_until == "2031-07-14T10:00:00+00:00"
    assert confluencia.notes_to_editors == "El archivo contiene mediciones desde 1931."
    assert [boilerplate.organisation for boilerplate in confluencia.boilerplates] == [
        "Asamblea de Ciudades Confluentes"
    ]
    assert [(quote.speaker, quote.organisation) for quote in confluencia.quotes] == [
        ("Lucía Tendeka", "Vado Hondo"),
        ("Ibrahim Salcedo", "Archivo del Agua"),
    ]
    [contact] = confluencia.contacts
    assert (contact.name, contact.role, contact.email, contact.phone) == (
        "Inés Barahona",
        "Jefa de prensa",
        "prensa@confluentes.example",
        "+34 900 00 00 00",
    )


def test_the_json_has_all_keys_of_the_contract_and_says_why(confluent: Proposal) -> None:
    proposal = json.loads(json.dumps(confluent.to_json()))
    assert list(proposal) == [*KEYS, "evidence"]
    why = {"confidence", "signals"}
    assert set(proposal["boilerplates"][0]) == {"organisation", "text", "source"} | why
    assert set(proposal["body"][0]) == {"type", "html", "source"}
    assert set(proposal["contacts"][0]) == {"name", "role", "organisation", "email", "phone", "source"} | why
    assert set(proposal["quotes"][0]) == {"text", "speaker", "role", "organisation", "source"} | why
    assert set(proposal["participants"][0]) == {"name", "role", "organisation", "source"} | why
    assert set(proposal["dateline"]) == {"place", "date", "source", "as_written"} | why
    assert proposal["evidence"]["headline"]["source"] == [confluent.placement.index("headline")]
    told = [*proposal["quotes"], *proposal["participants"], *proposal["contacts"], *proposal["boilerplates"]]
    assert all(0 < part["confidence"] < 1 and part["signals"] for part in told)


def assert_nothing_is_lost(proposal: Proposal) -> None:
    """Every paragraph has one place, and every place shows what was put there."""
    numbers = [paragraph.number for paragraph in proposal.paragraphs]
    assert numbers == list(range(len(proposal.placement)))
    shown = Counter(number for block in proposal.body for number in block.source)
    shown.update(number for boilerplate in proposal.boilerplates for number in boilerplate.source)
    in_body = set(proposal.sources_of("body"))
    shown.update({number for contact in proposal.contacts for number in contact.source if number not in in_body})
    elsewhere = [
        number for number, place in enumerate(proposal.placement) if place not in ("body", "boilerplates", "contacts")
    ]
    shown.update(elsewhere)
    assert shown == Counter(numbers)
    for quote in proposal.quotes:
        assert set(quote.source) <= in_body
    told = json.dumps(proposal.to_json(), ensure_ascii=False)
    for number in elsewhere:
        is_heading_of_notes = proposal.sources_of("notes_to_editors")[:1] == (number,)
        if proposal.placement[number] != "hashtags" and not is_heading_of_notes:
            words = proposal.paragraphs[number].text.split()
            assert words[-1].strip("*:") in told


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_paragraph_appears_exactly_once(path: Path) -> None:
    assert_nothing_is_lost(parse(path))


def test_lines_of_every_kind_appear_exactly_once(parse_text: Callable[..., Proposal]) -> None:
    lines = [
        "STATEMENT",
        "A headline of some kind",
        "MITO MIWILI, 3 May 2031",
        "Under embargo until 4 May 2031, 09:00 UTC",
        "#OneRiver #TwoBanks",
        "- one",
        "- two",
        "1. first",
        "> “Short.”",
        "a\tb\tc",
        "![a boat](https://boats.example/boat.jpg)",
        "“Said by nobody in this document at all.”",
        "About Tell Sirra",
        "About Mito Miwili",
        "It is a town.",
        "###",
        "Notes to editors:",
        "A note.",
        "Contact",
        "nobody in particular",
        "Press desk, press@sirra.example",
        "-30-",
        "More text after the end.",
    ]
    assert_nothing_is_lost(parse_text("\n\n".join(lines)))
    assert_nothing_is_lost(parse_text("\n\n".join(reversed(lines))))
    assert_nothing_is_lost(parse_text("\n\n".join(lines), ".md"))


def test_a_paragraph_cannot_be_given_two_places() -> None:
    ledger = Ledger([SourceParagraph(0, "A line.", "A line.")])
    ledger.place(ProposalPart.CONTACTS, [0])
    ledger.place(ProposalPart.CONTACTS, [0])
    with pytest.raises(ValueError, match="is contacts and cannot be boilerplates too"):
        ledger.place(ProposalPart.BOILERPLATES, [0])
