"""Quotes: marks of every language, speakers wherever they stand, what is no quote, and who else is named beside them."""

from collections.abc import Callable

import pytest
from word_files import SPACES, paragraph, table, word_file

from importing import Proposal
from importing.patience import Patience
from importing.reading import read_content
from importing.understanding import understand

ParseText = Callable[..., Proposal]
FERRIES = "The ferries run all night\n\n"

HEADLINE = "The towns open their books\n\n"
WORDS = "We open the books of the river to everybody who lives beside it."


def only_quote(proposal: Proposal) -> tuple[str, str, str | None, str | None]:
    [quote] = proposal.quotes
    return quote.text, quote.speaker, quote.role, quote.organisation


@pytest.mark.parametrize(
    "marks",
    ["“”", "«»", "„“", "„”", "»«", "‹›", '""', '“"', '"”', "””"],
    ids=lambda marks: f"u{ord(marks[0])}",
)
def test_marks_of_every_language(parse_text: ParseText, marks: str) -> None:
    proposal = parse_text(f"{HEADLINE}{marks[0]}{WORDS}{marks[1]} said Naima Belhadri, Mayor of Tell Sirra.")
    assert only_quote(proposal) == (WORDS, "Naima Belhadri", "Mayor", "Tell Sirra")


def test_marks_with_spaces_inside(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}«\u00a0{WORDS}\u00a0», a déclaré Naima Belhadri, maire de Tell Sirra.")
    assert only_quote(proposal)[:2] == (WORDS, "Naima Belhadri")


def test_single_marks_count_where_they_are_not_apostrophes(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}‘It’s our river, and we’ll keep its books open,’ said Naima Belhadri.")
    assert only_quote(proposal)[0] == "It’s our river, and we’ll keep its books open,"


@pytest.mark.parametrize(
    "sentence",
    [
        "“{}” said Naima Belhadri, Mayor of Tell Sirra.",
        "“{}” Naima Belhadri, Mayor of Tell Sirra, said on Monday.",
        "Naima Belhadri, Mayor of Tell Sirra, said: “{}”",
        "Naima Belhadri, Mayor of Tell Sirra, told the evening that “{}”",
        "Mayor Naima Belhadri of Tell Sirra added: “{}”",
        "“{}” **Naima Belhadri**, Mayor of Tell Sirra",
        "“{}” — Naima Belhadri, Mayor of Tell Sirra",
        "«{}», afirmó Naima Belhadri, alcaldesa de Tell Sirra.",
        "«{}», afirmó la alcaldesa de Tell Sirra, Naima Belhadri.",
        "Naima Belhadri, alcaldesa de Tell Sirra, aseguró: «{}»",
        "« {} », a déclaré Naima Belhadri, maire de Tell Sirra.",
        "Naima Belhadri, maire de Tell Sirra, se réjouit de ce moment : « {} »",
        "„{}“, sagte Naima Belhadri, Bürgermeisterin von Tell Sirra.",
        "Naima Belhadri, Bürgermeisterin von Tell Sirra, erklärt dazu: „{}“",
        "“{}”, afirmou Naima Belhadri, prefeita de Tell Sirra.",
    ],
)
def test_who_said_it(parse_text: ParseText, sentence: str) -> None:
    text, speaker, role, _ = only_quote(parse_text(HEADLINE + sentence.format(WORDS)))
    assert text == WORDS
    assert speaker == "Naima Belhadri"
    assert role is not None


def test_russian(parse_text: ParseText) -> None:
    proposal = parse_text(
        "Города открывают архивы\n\n«Мы открываем архивы реки для всех соседей», — сказала Наима Белхадри, мэр города."
    )
    assert only_quote(proposal)[:2] == ("Мы открываем архивы реки для всех соседей", "Наима Белхадри")


def test_chinese(parse_text: ParseText) -> None:
    proposal = parse_text("城市开放档案\n\n市长沈河表示：“今天，我们向所有住在河边的人开放这些档案。”")
    assert only_quote(proposal)[:3] == ("今天，我们向所有住在河边的人开放这些档案。", "沈河", "市长")


def test_both_halves_around_the_attribution_are_one_quote(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}“The books are open,” said Naima Belhadri. “Come and read them.”")
    assert only_quote(proposal)[0] == "The books are open, Come and read them."


def test_two_speakers_in_one_paragraph_are_two_quotes(parse_text: ParseText) -> None:
    proposal = parse_text(
        f"{HEADLINE}“The books are open,” said Naima Belhadri. Oleg Brandvik added: “And they stay open.”"
    )
    assert [(quote.text, quote.speaker) for quote in proposal.quotes] == [
        ("The books are open,", "Naima Belhadri"),
        ("And they stay open.", "Oleg Brandvik"),
    ]


def test_a_quotation_over_paragraphs_is_one_quote(parse_text: ParseText) -> None:
    proposal = parse_text(
        f"{HEADLINE}Naima Belhadri, Mayor of Tell Sirra, said: “The books are open.\n\n"
        "“They stay open for a year.\n\n“Come and read them.”\n\nThe reading room is by the bridge."
    )
    [quote] = proposal.quotes
    assert quote.text == "The books are open. They stay open for a year. Come and read them."
    assert quote.source == (1, 2, 3)


def test_a_stray_opening_mark_is_passed_over(parse_text: ParseText) -> None:
    proposal = parse_text(
        f'{HEADLINE}"Many towns have joined the table. "The books are open to all of us," said Naima Belhadri.'
    )
    assert only_quote(proposal)[0] == "The books are open to all of us,"


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}Naima Belhadri said: “{WORDS}\n\nThe reading room is by the bridge.")
    assert only_quote(proposal)[:2] == (WORDS, "Naima Belhadri")


def test_marks_within_marks_stay(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}“We call it “the open book” in our town,” said Naima Belhadri.")
    assert only_quote(proposal)[0] == "We call it “the open book” in our town,"


@pytest.mark.parametrize("mark", ["— ", "- ", "**"])
def test_the_speaker_may_stand_on_the_next_line(parse_text: ParseText, mark: str) -> None:
    end = "**" if mark == "**" else ""
    proposal = parse_text(f"{HEADLINE}“{WORDS}”\n\n{mark}Naima Belhadri, Mayor, Tell Sirra{end}")
    assert only_quote(proposal) == (WORDS, "Naima Belhadri", "Mayor", "Tell Sirra")
    assert proposal.quotes[0].source == (1, 2)


def test_a_blockquote_with_its_signature(parse_text: ParseText) -> None:
    proposal = parse_text(f"# Books\n\n> {WORDS}\n>\n> — Naima Belhadri, Mayor of Tell Sirra\n", ".md")
    assert only_quote(proposal) == (WORDS, "Naima Belhadri", "Mayor", "Tell Sirra")


def test_q_elements_are_marks(parse_text: ParseText) -> None:
    proposal = parse_text(f"# Books\n\n<q>{WORDS}</q> said Naima Belhadri.\n", ".md")
    assert only_quote(proposal)[:2] == (WORDS, "Naima Belhadri")


@pytest.mark.parametrize(
    "later",
    [
        "“And they stay open,” Belhadri said.",
        "“And they stay open,” she said.",
        "“And they stay open,” said the mayor.",
        "“And they stay open,” said Mayor Belhadri.",
    ],
)
def test_a_speaker_named_later_by_surname_or_title_is_one_person(parse_text: ParseText, later: str) -> None:
    proposal = parse_text(
        f"{HEADLINE}“The books are open,” said Naima Belhadri, Mayor of Tell Sirra.\n\nSo it began.\n\n{later}"
    )
    assert [(quote.speaker, quote.role) for quote in proposal.quotes] == [("Naima Belhadri", "Mayor")] * 2


def test_a_sentence_about_the_speaker_may_lead_to_the_words(parse_text: ParseText) -> None:
    proposal = parse_text(f"{HEADLINE}Naima Belhadri explained that every town keeps books. “{WORDS}”")
    assert only_quote(proposal)[:2] == (WORDS, "Naima Belhadri")


@pytest.mark.parametrize(
    "sentence",
    [
        "The campaign “A river for everybody and for all seasons” starts in May.",
        'Naima Belhadri, "The Ferry Queen," is known in every port.',
        "They chose the slogan: “Rivers join us”.",
        "The “right to the shore” was mentioned often, the report said.",
        "“Make towns and shores open, safe and kind to everybody”.",
        'The boat is 12" long and the other is 14" long, said Naima Belhadri.',
    ],
)
def test_titles_terms_and_slogans_are_no_quotes(parse_text: ParseText, sentence: str) -> None:
    assert parse_text(HEADLINE + sentence).quotes == ()


def test_a_paragraph_with_more_story_than_words_stays_a_paragraph(parse_text: ParseText) -> None:
    story = "The books lay for a century in the cellar of the ferry house, and nobody had asked for them. " * 3
    proposal = parse_text(f"{HEADLINE}{story}“Now they are open,” said Naima Belhadri.")
    assert len(proposal.quotes) == 1
    assert [block.type for block in proposal.body] == ["paragraph"]


@pytest.mark.parametrize(
    ("bent", "plain"),
    [
        ("Зарины Гатауллиной", "Зарина Гатауллина"),
        ("Ольги Сергеевны Кочубей", "Ольга Сергеевна Кочубей"),
        ("Марии Лозовской", "Мария Лозовская"),
        ("Игоря Ивановича Шульца", "Игорь Иванович Шульц"),
        ("Юрия Жуковского", "Юрий Жуковский"),
        ("Глеба Ярцева", "Глеб Ярцев"),
    ],
)
def test_a_name_that_a_lead_bends_is_told_as_it_is_called(
    bent: str, plain: str, parse_text: Callable[..., Proposal]
) -> None:
    said = parse_text(
        f"Мост открыли вовремя\n\nКедровск, 18 сентября 2031 года. — Мост открыли в среду утром.\n\n"
        f"По словам директора завода {bent}, работа шла быстро. «Мы успели раньше срока и рады этому», — сказал директор.\n"
    ).quotes
    assert [quote.speaker for quote in said] == [plain]


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
        (
            "La alcaldesa Inés Colmena rio.\n\n“Nadie se queda en la orilla”, dijo la mandataria.",
            "Inés Colmena",
        ),
        ("„Niemand bleibt nachts am Ufer“, ist sich Amtsleiterin Ines Kollbrück sicher.", "Ines Kollbrück"),
        ("По мнению директора порта Инны Кольской, ночь стала короче: «Никто не остаётся на берегу».", "Инна Кольская"),
        ("وأوضحت مديرة الميناء إيناس الكولي أن السفن ممتلئة، مضيفة: «لن يبقى أحد على الشاطئ الليلة».", "إيناس الكولي"),
        ("أما التاجر سالم البحري فبدا متحفظاً، إذ قال: «البضاعة لا تنتظر أحداً في الليل».", "سالم البحري"),
        ("渔民哈桑告诉记者：“今晚没有人留在岸边，大家都上了船。”", "哈桑"),
        ("船长罗伯特·金（Robert King）说：“今晚没有人留在岸边，大家都上了船。”", "罗伯特·金"),
        ("Мэр Каменограда Инна Кольская добавила: «Никто не остаётся на берегу этой ночью».", "Инна Кольская"),
        ("Победила идея студентки Инны Кольской. «Никто не остаётся на берегу», — говорит она.", "Инна Кольская"),
        ("Inès Col, maire, rit.\n\n« La nuit est à nous », dit la maire en visite à l'école Jo-Aubert.", "Inès Col"),
        ("وقالت مديرة مدرسة وادي السدر، إيناس الكولي، في الافتتاح: «لن يبقى أحد على الشاطئ الليلة».", "إيناس الكولي"),
    ],
)
def test_who_speaks_is_found_around_the_words(text: str, speaker: str, parse_text: ParseText) -> None:
    [quote] = parse_text(FERRIES + text).quotes
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


@pytest.mark.parametrize("above", ["Climate and Environment", "UN News – Human Rights", "Пресс-служба речного порта"])
def test_what_a_text_is_filed_under_is_no_title(above: str, parse_text: ParseText) -> None:
    assert parse_text(f"{above}\n\n{FERRIES}The boats cross the river every hour.").headline == FERRIES.strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the River Treaty, “{}”",
        "Según el Tratado del Río, «{}»",
        "Selon la Convention du Fleuve, « {} »",
        "Das Wasserhaushaltsgesetz sagt: „{}“",
        "Закон Реки говорит: «{}»",
        "وقال قانون المدارس: «{}»",
    ],
)
def test_a_law_is_nobody_who_speaks(parse_text: ParseText, sentence: str) -> None:
    assert not parse_text(HEADLINE + sentence.format(WORDS)).quotes


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("“{}” said Ines Colbrook, WIP Representative in Saltmere.", "WIP Representative in Saltmere", "WIP"),
        ("“{}” said Ines Colbrook, Cabinet Member for Transport.", "Cabinet Member for Transport", None),
        ("“{}” said Ines Colbrook, head of Night Ferries in Saltmere.", "head", "Night Ferries in Saltmere"),
        ("« {} », dit Inès Colbrune, cheffe de mission de Bacs Ouverts.", "cheffe de mission", "Bacs Ouverts"),
        (
            "« {} », dit Inès Colbrune, médecin de l'hôpital de district de Bac.",
            "médecin",
            "hôpital de district de Bac",
        ),
        ("Quant à Inès Colbrune, soudeuse depuis 31 ans : « {} »", "soudeuse depuis 31 ans", None),
        ("«{}», disse a agente de saúde Inês Colmeia.", "agente de saúde", None),
        ("„{}“, sagt die Schauspielerin Ines Kollbrück.", "Schauspielerin", None),
        ("船员组织“夜航之家”发起人苏念慈说：“{}”", "发起人", "夜航之家"),
        ("船长罗大川今年五十二岁。“{}”罗大川说。", "船长", None),
        ("وقال صاحب متجر التوابل أبو رامي الخوري: «{}»", "صاحب متجر التوابل", None),
        ("青川县石坪小学校长樊立群说：“{}”", "校长", "青川县石坪小学"),
        ("« {} », dit la syndique, Inès Colbrune.", "syndique", None),
    ],
)
def test_what_a_speaker_is(text: str, role: str, organisation: str | None, parse_text: ParseText) -> None:
    assert only_quote(parse_text(FERRIES + text.format(WORDS)))[2:] == (role, organisation)


def test_a_full_stop_may_end_an_attribution_within_the_marks(parse_text: ParseText) -> None:
    text = "« Nous passons la nuit ici, raconte Inès Colbrune, cheffe du port. Elle est longue. »"
    assert only_quote(parse_text(FERRIES + text))[0] == "Nous passons la nuit ici, Elle est longue."


def test_neither_a_company_in_marks_nor_another_paragraph_speaks(parse_text: ParseText) -> None:
    first = (
        "Вот село Большие Ключи. «Никто не остаётся тут ночью», — говорит директор завода «Речной паром» Анна Речная."
    )
    second = "Директор порта Инна Кольская ждала ночи. «Никто не остаётся на берегу, — сказала она. — Все на борту»."
    said = parse_text(f"{FERRIES}{first}\n\n{second}").quotes
    assert [quote.speaker for quote in said] == ["Анна Речная", "Инна Кольская"]


def test_what_something_is_called_is_no_speech(parse_text: ParseText) -> None:
    text = "Inés Colmena calificó el puerto de “ejemplo que todas querrán copiar”. Y añadió: “Nadie se queda aquí”."
    assert only_quote(parse_text(FERRIES + text))[0] == "Nadie se queda aquí"


def test_a_verb_within_the_occasion_ends_no_attribution(parse_text: ParseText) -> None:
    text = "“我们送去的不是书，是机会。”馆长宁小棠在总结会上表示，“会提问的孩子不会迷路。”"
    assert only_quote(parse_text(FERRIES + text))[0] == "我们送去的不是书，是机会。 会提问的孩子不会迷路。"
