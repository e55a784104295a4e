"""Who speaks where no verb, no capital or no full name tells it beside the words, and what is no contact for the press."""

from collections.abc import Callable

import pytest
from word_files import SPACES, paragraph, table, word_file

from importing import Proposal
from importing.patience import Patience
from importing.reading import read_content
from importing.understanding import understand

ParseText = Callable[..., Proposal]
HEADLINE = "The ferries run all night\n\n"


def understood(body: str, footer: str = "") -> Proposal:
    """Understand a Word file with something on every page."""
    more: dict[str, str | bytes] = {"word/footer.xml": f"<w:ftr {SPACES}>{footer}</w:ftr>"}
    end = '<w:sectPr><w:footerReference r:id="foot"/></w:sectPr>' if footer else ""
    content = word_file(body + end, {"foot": ("footer", "footer.xml")}, more)
    return understand(read_content("release.docx", content, Patience()))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Director Ines Colbrook said the boats are full.\n\n“Nobody is left on the shore,” she added.",
            "Ines Colbrook",
        ),
        ("“Nobody is left on the shore,” chief engineer Ines Colbrook told the crowd.", "Ines Colbrook"),
        ("« Personne ne reste sur la rive », plaidoiera Inès Colbrune.", "Inès Colbrune"),
        ("Para Inés Colmena, “nadie se queda en la orilla de noche”.", "Inés Colmena"),
        (
            "La alcaldesa Inés Colmena abrió el muelle.\n\n“Nadie se queda en la orilla”, dijo la mandataria.",
            "Inés Colmena",
        ),
        ("„Niemand bleibt nachts am Ufer“, ist sich Amtsleiterin Ines Kollbrück sicher.", "Ines Kollbrück"),
        ("По мнению директора порта Инны Кольской, ночь стала короче: «Никто не остаётся на берегу».", "Инна Кольская"),
        ("وأوضحت مديرة الميناء إيناس الكولي أن السفن ممتلئة، مضيفة: «لن يبقى أحد على الشاطئ الليلة».", "إيناس الكولي"),
        ("أما التاجر سالم البحري فبدا متحفظاً، إذ قال: «البضاعة لا تنتظر أحداً في الليل».", "سالم البحري"),
        ("渔民哈桑告诉记者：“今晚没有人留在岸边，大家都上了船。”", "哈桑"),
        ("船长罗伯特·金（Robert King）说：“今晚没有人留在岸边，大家都上了船。”", "罗伯特·金"),
    ],
)
def test_who_speaks_is_found_around_the_words(text: str, speaker: str, parse_text: ParseText) -> None:
    [quote] = parse_text(HEADLINE + text).quotes
    assert quote.speaker == speaker


def test_a_name_in_bold_above_the_words_speaks_and_not_the_next_one(parse_text: ParseText) -> None:
    text = (
        "# The ferries run all night\n\nThe boats cross every hour.\n\n**Ines Colbrook, Night Desk, Saltmere**\n\n“Nobody is left on the shore tonight.”\n\n"
        "**Tom Abara, Mayor of Saltmere**\n\n“The boats are full and so are we.”\n"
    )
    assert [quote.speaker for quote in parse_text(text, ".md").quotes] == ["Ines Colbrook", "Tom Abara"]


def test_an_announced_table_lists_who_takes_part() -> None:
    rows = [["Name", "Function"], ["Ines Colbrook", "keeper of the pier"], ["Tom Abara", "Mayor of Saltmere"]]
    found = understood(paragraph("The ferries run all night", style="Title") + table(rows)).participants
    assert [(each.name, each.role) for each in found] == [
        ("Ines Colbrook", "keeper of the pier"),
        ("Tom Abara", "Mayor"),
    ]


def test_what_stands_on_every_page_is_no_contact_where_somebody_can_be_asked() -> None:
    body = paragraph("The ferries run all night", style="Title") + paragraph("Media contact:")
    body += paragraph("Ines Colbrook, ines@ferries.example")
    [contact] = understood(body, paragraph("Ferry House, 1 Pier Road, house@ferries.example")).contacts
    assert contact.email == "ines@ferries.example"


def test_people_side_by_side_are_a_contact_each() -> None:
    body = paragraph("The ferries run all night", style="Title") + paragraph("Media contacts:")
    rows = [["Ines Colbrook", "Tom Abara"], ["ines@ferries.example", "tom@saltmere.example"]]
    found = understood(body + table(rows)).contacts
    assert [(each.name, each.email) for each in found] == [
        ("Ines Colbrook", "ines@ferries.example"),
        ("Tom Abara", "tom@saltmere.example"),
    ]


def test_a_label_of_the_kind_in_a_letterhead_begins_no_contacts(parse_text: ParseText) -> None:
    text = (
        "COMMUNIQUÉ DE PRESSE\n\nLes bacs circulent toute la nuit\n\n« Personne ne reste sur la rive », affirme Inès Colbrune.\n\n"
        "Contact presse : Tom Abara, tom@bacs.example\n"
    )
    proposal = parse_text(text)
    assert proposal.headline == "Les bacs circulent toute la nuit"
    assert [quote.speaker for quote in proposal.quotes] == ["Inès Colbrune"]
    assert [contact.email for contact in proposal.contacts] == ["tom@bacs.example"]


@pytest.mark.parametrize("above", ["Climate and Environment", "UN News – Human Rights", "Пресс-служба речного порта"])
def test_what_a_text_is_filed_under_is_no_title(above: str, parse_text: ParseText) -> None:
    assert parse_text(f"{above}\n\n{HEADLINE}The boats cross the river every hour.").headline == HEADLINE.strip()
