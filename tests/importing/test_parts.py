"""The other parts of a release, one small document for each rule."""

from collections.abc import Callable

import pytest

from importing import Proposal

ParseText = Callable[..., Proposal]

BODY = "The towns along the river open their books this week, and everybody may come to read them by the bridge."
HEADLINE = "The towns open their books"


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Embargoed until 14 July 2031, 10:00 UTC", "2031-07-14T10:00:00+00:00"),
        ("EMBARGO: not before 9 a.m. ET, July 14, 2031", "2031-07-14T09:00:00-04:00"),
        ("Strictly embargoed for 2:30 pm Nairobi time on 14 July 2031", "2031-07-14T14:30:00+03:00"),
        ("Embargado hasta el 14 de julio de 2031 a las 10:00 (UTC+2)", "2031-07-14T10:00:00+02:00"),
        ("Sous embargo jusqu’au 14 juillet 2031 à 10h30 CEST", "2031-07-14T10:30:00+02:00"),
        ("Sperrfrist: 14. Juli 2031, 10 Uhr MESZ", "2031-07-14T10:00:00+02:00"),
        ("Embargado até 14 de julho de 2031, 10:00 GMT", "2031-07-14T10:00:00+00:00"),
        ("Эмбарго до 14 июля 2031 года, 10:00 МСК", "2031-07-14T10:00:00+03:00"),
        ("禁发至2031年7月14日10:00 UTC", "2031-07-14T10:00:00+00:00"),
        ("Under embargo until 14 July 2031", None),
        ("**UNDER EMBARGO**", None),
        ("Embargoed until 10:00 on 14 July 2031", None),
    ],
)
def test_embargo_lines(parse_text: ParseText, line: str, until: str | None) -> None:
    proposal = parse_text(f"{line}\n\n{HEADLINE}\n\n{BODY}")
    assert proposal.embargo == line.strip("*")
    assert proposal.embargo_until == until
    assert bool(proposal.warnings) is (until is None)
    assert proposal.headline == HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        "Sin embargo, los archivos estuvieron cerrados hasta el 14 de julio de 2031.",
        "The trade embargo lasted until 14 July 2031.",
        "Embargo on river sand ends on 14 July 2031 after ten years.",
        "L’embargo commercial a duré jusqu’au 14 juillet 2031.",
    ],
)
def test_other_embargoes_are_none(parse_text: ParseText, line: str) -> None:
    proposal = parse_text(f"{HEADLINE}\n\n{line}\n\n{BODY}")
    assert proposal.embargo is None


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        (f"MITO MIWILI, 14 July 2031 — {BODY}", "MITO MIWILI", "2031-07-14"),
        (f"TELL SIRRA – {BODY}", "TELL SIRRA", None),
        (f"(RiverWire) - July 14, 2031 - TELL SIRRA — {BODY}", "TELL SIRRA", "2031-07-14"),
        (f"Tell Sirra, 14 July 2031: {BODY}", "Tell Sirra", "2031-07-14"),
        (f"Tell Sirra, 14 July 2031\n\n{BODY}", "Tell Sirra", "2031-07-14"),
        (f"July 14, 2031\n\nTELL SIRRA – {BODY}", "TELL SIRRA", "2031-07-14"),
        (f"Vado Hondo, 14 de julio de 2031. {BODY}", "Vado Hondo", "2031-07-14"),
        (f"Vado Hondo, le 1er juillet 2031 – {BODY}", "Vado Hondo", "2031-07-01"),
        (f"Vado Hondo, 14. Juli 2031 – {BODY}", "Vado Hondo", "2031-07-14"),
        (f"Вадо, 14 июля 2031 года — {BODY}", "Вадо", "2031-07-14"),
        (f"Вадо, 14 июля 2031 г. {BODY}", "Вадо", "2031-07-14"),
        (f"河口市教育厅新闻办公室　2031年7月14日\n\n{BODY}", None, "2031-07-14"),
        ("河口，2031年7月14日电 城市今天开放了自己的档案。", "河口", "2031-07-14"),
        (f"For immediate release: 14 July 2031\n\n{BODY}", None, "2031-07-14"),
        (f"The meeting of 14 July 2031 was long. {BODY}", None, None),
        (f"Rivers – the veins of towns – are long. {BODY}", None, None),
    ],
)
def test_datelines(parse_text: ParseText, text: str, place: str | None, date: str | None) -> None:
    proposal = parse_text(f"{HEADLINE}\n\n{text}")
    assert (proposal.dateline.place, proposal.dateline.date) == (place, date)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PRESS RELEASE", "press-release"),
        ("**Statement**", "statement"),
        ("MEDIA ADVISORY:", "media-advisory"),
        ("Discours", "speech"),
        ("Carta abierta", "open-letter"),
        ("Пресс-релиз", "press-release"),
        ("声明", "statement"),
        ("Side event application", "event"),
        ("Call for papers", "call"),
    ],
)
def test_kinds(parse_text: ParseText, label: str, kind: str) -> None:
    proposal = parse_text(f"{label}\n\n{HEADLINE}\n\n{BODY}")
    assert proposal.kind == kind
    assert proposal.headline == HEADLINE
    assert proposal.sources_of("kind") == (0,)


def test_a_letter_has_its_subject_for_a_headline(parse_text: ParseText) -> None:
    letter = f"Dear Mayor,\n\nRe: Invitation to the table by the river\n\n{BODY}"
    assert (parse_text(letter).kind, parse_text(letter).headline) == (
        "call",
        "Invitation to the table by the river",
    )
    assert parse_text(f"Dear neighbours,\n\n{BODY}").kind == "open-letter"


def test_a_form_says_where_its_title_is(parse_text: ParseText) -> None:
    proposal = parse_text(f"River week\n\nName of the event\n\nTables by the water\n\nOrganiser\n\n{BODY}")
    assert proposal.headline == "Tables by the water"


def test_furniture_of_a_page_is_no_headline(parse_text: ParseText) -> None:
    assert parse_text(f"Skip to main content\n{HEADLINE}\n\n{BODY}").headline == HEADLINE


def test_a_label_of_the_kind_in_a_letterhead_begins_no_contacts(parse_text: ParseText) -> None:
    text = (
        "Ville de Bacqueville\n\nCOMMUNIQUÉ DE PRESSE\n\nLes bacs circulent toute la nuit\n\n« Personne ne reste sur la rive », affirme Inès Colbrune.\n\n"
        "Contact presse : Tom Abara, tom@bacs.example\n"
    )
    proposal = parse_text(text)
    assert proposal.headline == "Les bacs circulent toute la nuit"
    assert [quote.speaker for quote in proposal.quotes] == ["Inès Colbrune"]
    assert [contact.email for contact in proposal.contacts] == ["tom@bacs.example"]


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("TOWNS FOR OPEN SHORES", HEADLINE),
        ("Towns for Open Shores\n\nPress release", HEADLINE),
        ("Благотворительный фонд «Полка»", "Автобус фонда «Полка» проехал сто тысяч километров"),
    ],
)
def test_whoever_issues_a_release_is_no_headline(above: str, headline: str, parse_text: ParseText) -> None:
    about = "About Towns for Open Shores\n\nTowns for Open Shores is a network of 40 towns."
    assert parse_text(f"{above}\n\n{headline}\n\n{BODY}\n\n{about}\n").headline == headline


def test_a_document_that_begins_with_a_sentence_has_no_headline(parse_text: ParseText) -> None:
    proposal = parse_text(f"{BODY} {BODY}\n\n{BODY}")
    assert proposal.headline is None
    assert [doubt.message for doubt in proposal.warnings] == ["No headline was found."]


@pytest.mark.parametrize(
    ("heading", "organisation"),
    [
        ("About Tell Sirra", "Tell Sirra"),
        ("**About the Estuary Coalition:**", "Estuary Coalition"),
        ("À propos de la Coalition des Estuaires", "Coalition des Estuaires"),
        ("Acerca del Archivo del Agua", "Archivo del Agua"),
        ("Sobre a Aliança dos Rios", "Aliança dos Rios"),
        ("Über die Flussallianz", "Flussallianz"),
        ("О Союзе речных городов", "Союзе речных городов"),
        ("关于河流联盟", "河流联盟"),
    ],
)
def test_boilerplates_in_every_language(parse_text: ParseText, heading: str, organisation: str) -> None:
    proposal = parse_text(f"{HEADLINE}\n\n{BODY}\n\n{heading}\n\n{BODY}\n\n{BODY}\n\n#OneRiver")
    [boilerplate] = proposal.boilerplates
    assert boilerplate.organisation == organisation
    assert boilerplate.text == f"{BODY}\n\n{BODY}"
    assert boilerplate.source == (2, 3, 4)


def test_a_boilerplate_on_the_line_of_its_heading(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}\n\n{BODY}\n\n**About Tell Sirra:** Tell Sirra is a town by the river.")
    assert [(one.organisation, one.text) for one in proposal.boilerplates] == [
        ("Tell Sirra", "Tell Sirra is a town by the river.")
    ]


def test_a_last_paragraph_that_says_what_an_organisation_is_counts_as_boilerplate(
    parse_text: ParseText,
) -> None:
    standing = f"The Estuary Coalition is an alliance of towns that live where rivers end. {BODY}"
    proposal = parse_text(f"{HEADLINE}\n\n{BODY}\n\n{BODY}\n\n{standing}\n\nContact\n\npress@sirra.example")
    assert [(one.organisation, one.text) for one in proposal.boilerplates] == [("Estuary Coalition", standing)]
    assert [doubt.source for doubt in proposal.warnings] == [(3,), (4,)]
    assert proposal.warnings[1].message == "These labels were left out: “Contact”."


@pytest.mark.parametrize("heading", ["About the study", "About this event", "About forty people came to the bridge"])
def test_about_something_else_is_no_boilerplate(parse_text: ParseText, heading: str) -> None:
    assert parse_text(f"{HEADLINE}\n\n{BODY}\n\n{heading}\n\n{BODY}").boilerplates == ()


@pytest.mark.parametrize(
    ("section", "contact"),
    [
        (
            "Media contact:\nSanna Okoro\nHead of Press, Tell Sirra\nsanna@sirra.example\n+41 22 555 01 02",
            ("Sanna Okoro", "Head of Press", "Tell Sirra", "sanna@sirra.example", "+41 22 555 01 02"),
        ),
        (
            "Contact: Sanna Okoro, Head of Press, sanna@sirra.example, tel. +41 22 555 01 02",
            ("Sanna Okoro", "Head of Press", None, "sanna@sirra.example", "+41 22 555 01 02"),
        ),
        (
            "Contact presse\n\nSanna Okoro\n\n+41 22 555 01 02\n\nsanna@sirra.example",
            ("Sanna Okoro", None, None, "sanna@sirra.example", "+41 22 555 01 02"),
        ),
        (
            "Pressekontakt\n\nSanna Okoro, Sprecherin\nE-Mail: sanna@sirra.example",
            ("Sanna Okoro", "Sprecherin", None, "sanna@sirra.example", None),
        ),
        (
            "For media inquiries please write to: press@sirra.example",
            (None, None, None, "press@sirra.example", None),
        ),
        (
            "Para más información, comunicarse a prensa@sirra.example",
            (None, None, None, "prensa@sirra.example", None),
        ),
        (
            "Контакты для прессы\n\nНаима Белхадри\n\npress@sirra.example",
            ("Наима Белхадри", None, None, "press@sirra.example", None),
        ),
        (
            "للتواصل الإعلامي\n\nلينا معوض\n\nبريد: press@sirra.example",
            ("لينا معوض", None, None, "press@sirra.example", None),
        ),
        (
            "媒体联系\n\npress@sirra.example",
            (None, None, None, "press@sirra.example", None),
        ),
        (
            "Press contact\n\nSanna Okoro\n\nsanna (at) sirra (dot) example",
            ("Sanna Okoro", None, None, "sanna@sirra.example", None),
        ),
        (
            "Contact DetailsTell Sirra\n\nSanna Okoro\n\nsanna@sirra.example",
            ("Sanna Okoro", None, "Tell Sirra", "sanna@sirra.example", None),
        ),
    ],
)
def test_contacts(parse_text: ParseText, section: str, contact: tuple[str | None, ...]) -> None:
    proposal = parse_text(f"{HEADLINE}\n\n{BODY}\n\n{section}")
    [found] = proposal.contacts
    assert (found.name, found.role, found.organisation, found.email, found.phone) == contact


def test_contacts_in_a_sentence_stay_in_the_body(parse_text: ParseText) -> None:
    sentence = (
        f"{BODY} Kindly contact Sanna Okoro at Tell Sirra ([sanna@sirra.example](mailto:sanna@sirra.example)) "
        "and Marcus Villanova at RiverWatch (marcus@river.example) before the first of May."
    )
    proposal = parse_text(f"{HEADLINE}\n\n{BODY}\n\n{sentence}")
    assert [(one.name, one.organisation, one.email) for one in proposal.contacts] == [
        ("Sanna Okoro", "Tell Sirra", "sanna@sirra.example"),
        ("Marcus Villanova", "RiverWatch", "marcus@river.example"),
    ]
    assert proposal.placement[2] == "body"


def test_not_every_address_is_a_contact(parse_text: ParseText) -> None:
    proposal = parse_text(
        f"{HEADLINE}\n\nTickets are sold by tickets@sirra.example at the gate.\n\n"
        "For public inquiries: +41 22 555 09 09\n\nContact\n\nsee you by the bridge"
    )
    assert proposal.contacts == ()


def test_lines_that_were_glued_together_are_parted(parse_text: ParseText) -> None:
    proposal = parse_text(
        f"{HEADLINE}\n\n{BODY}\n\nThis is no offer of boats.Tell SirraSanna OkoroPress Officersanna@sirra.example "
        "Open LocksMarcus VillanovaDirector marcus@locks.example"
    )
    assert [(one.name, one.email) for one in proposal.contacts] == [
        ("Sanna Okoro", "sanna@sirra.example"),
        ("Marcus Villanova", "marcus@locks.example"),
    ]


def test_hashtags_are_collected_once(parse_text: ParseText) -> None:
    proposal = parse_text(
        f"{HEADLINE}\n\n{BODY} #OneRiver, #oneriver and #Río2031, see https://a.example/#anchor, number #1.\n\n"
        "#OneRiver #TwoBanks"
    )
    assert proposal.hashtags == ("OneRiver", "Río2031", "TwoBanks")
    assert proposal.placement == ("headline", "body", "hashtags")


@pytest.mark.parametrize("heading", ["Notes to editors", "Notes aux rédactions:", "Notas para los editores", "编者注"])
def test_notes_to_editors(parse_text: ParseText, heading: str) -> None:
    proposal = parse_text(f"{HEADLINE}\n\n{BODY}\n\nENDS\n\n{heading}\n\nFirst note.\n\nAbout Tell Sirra\n\n{BODY}")
    assert proposal.notes_to_editors == "First note."
    assert proposal.placement[2] == "end"
    assert len(proposal.boilerplates) == 1


def test_a_summary_is_labelled(parse_text: ParseText) -> None:
    assert parse_text(f"Summary: Books open.\n\n{HEADLINE}\n\n{BODY}").summary == "Books open."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The books of the river are open to all of us", "en"),
        ("Los archivos del río están abiertos para todas las vecinas", "es"),
        ("Les archives de la rivière sont ouvertes à tous les voisins", "fr"),
        ("Die Bücher des Flusses sind für alle Nachbarn offen", "de"),
        ("Os arquivos do rio estão abertos para todas as vizinhas", "pt"),
        ("Архивы реки открыты для всех соседей", "ru"),
        ("河流的档案向所有邻居开放", "zh"),
        ("أرشيف النهر مفتوح لجميع الجيران", "ar"),
    ],
)
def test_languages(parse_text: ParseText, text: str, language: str) -> None:
    assert parse_text(text).language == language


def test_participants_of_a_bulleted_list_and_of_an_agenda(parse_text: ParseText) -> None:
    proposal = parse_text(
        f"{HEADLINE}\n\n{BODY}\n\nSpeakers:\n\n- Naima Belhadri, Mayor of Tell Sirra\n- **Oleg Brandvik** – RiverWatch\n\n"
        "10:00\tOpening\tMs. Sanna Okoro , Head of Press, Tell Sirra Dr. Tomasz Ndiaye , Director, Open Locks\n"
    )
    assert [(one.name, one.role, one.organisation) for one in proposal.participants] == [
        ("Naima Belhadri", "Mayor", "Tell Sirra"),
        ("Oleg Brandvik", None, "RiverWatch"),
        ("Sanna Okoro", "Head of Press", "Tell Sirra"),
        ("Tomasz Ndiaye", "Director", "Open Locks"),
    ]


def test_people_in_other_sentences_are_no_participants(parse_text: ParseText) -> None:
    proposal = parse_text(
        f"{HEADLINE}\n\nNaima Belhadri, Mayor of Tell Sirra, opened a letter; it was long; it was late."
    )
    assert proposal.participants == ()


def test_the_body_keeps_lists_tables_and_headings(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}\n\n{BODY}\n\nWhat is open\n\n{BODY}\n\n- one\n- two\n\na\tb\n")
    assert [(block.type, block.source) for block in proposal.body] == [
        ("paragraph", (1,)),
        ("heading", (2,)),
        ("paragraph", (3,)),
        ("list", (4, 5)),
        ("table", (6,)),
    ]
    assert proposal.body[3].html == "<ul><li>one</li><li>two</li></ul>"
    assert proposal.body[4].html == "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
