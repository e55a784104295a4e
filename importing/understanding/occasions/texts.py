"""Paragraphs of a part as clean HTML, as points, as names."""

import re
from collections.abc import Iterator, Mapping, Sequence

from babel.core import Locale

from importing.proposed_occasions import NamedLink, OccasionPart
from importing.reading import Kind, SourceParagraph
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.occasions.cells import bodies_alone
from importing.understanding.occasions.labels import html_content_of, words_behind_label
from newsroom.language.addresses import emails_in, web_in
from newsroom.language.catalogue import ROWS

Labels = Mapping[OccasionPart, re.Pattern[str]]
#: What stands in front of a point: its number or sign, without "(a)" in the middle of a sentence.
POINT = re.compile(r"^[\s\-–—•*·▪◦]*(?:\(?(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,2})[.)）:、]\)?\s*)?")
SENTENCE_ENDS = (".", "!", "?", ":", ";", "”", "»", '"', ")", "。", "！", "？", "：", "；", "؟", "؛", "…")
NAME_SEPARATOR = re.compile(r"\s*(?:[;；؛\n•]|[,،，、](?![^(]*\)))\s*")
AND = re.compile(rf"\s(?:{pattern_for('and', is_spaceless=False)}|&)\s(?=[A-ZÀ-ÞА-Я])", re.IGNORECASE)
STRONG = re.compile(r"</?(strong|em)>")
GROWN_AND = pattern_for("occasions.grown_and")
#: A point of a list that a text writes as a line of its own: "a)", "(2)", "-" without a space.
ITEM = re.compile(
    r"\s*(?:\(?[a-zA-Z]\)|\(?\d{1,2}[.)）]|[一二三四五六七八九十]{1,2}、|[•▪◦·])\s*\S|\s*[-–](?=[^\W\d_])"
)
LONGEST_NAME = 200
LONGEST_LINK_WORDS = 300
LONGEST_HEADING = 80


def is_item(paragraph: SourceParagraph) -> bool:
    """Whether a paragraph is a point of a list, by its format or by the mark in front of it."""
    if paragraph.kind is Kind.LIST_ITEM:
        return True
    return paragraph.kind is Kind.PARAGRAPH and ITEM.match(paragraph.text) is not None


def html_of_part(paragraphs: Sequence[SourceParagraph], part: OccasionPart, labels: Labels) -> str:
    """Return paragraphs as clean HTML, without the label above them; lists and rows stay lists and lines.

    A paragraph that a page cut in two is one again: the first has no end, the second goes on in small letters.
    """
    blocks: list[tuple[str, str]] = []
    for index, paragraph in enumerate(paragraphs):
        content = html_content_of(paragraph, part, labels)
        if not content:
            continue
        kind = ("ol" if paragraph.is_numbered else "ul") if paragraph.kind is Kind.LIST_ITEM else "p"
        if _stands_above(paragraphs[index : index + 2]):
            content = f"<strong>{content}</strong>"
        if kind == "p" and blocks and blocks[-1][0] == "p" and is_cut(blocks[-1][1], content):
            blocks[-1] = ("p", f"{blocks[-1][1]} {content}")
        else:
            blocks.append((kind, content))
    return "".join(_joined(blocks))


def _stands_above(two: Sequence[SourceParagraph]) -> bool:
    """Whether the first of two paragraphs is a heading of the second."""
    first = two[0]
    if first.kind is Kind.HEADING:
        return True
    is_short = len(first.text) <= LONGEST_HEADING and not first.text.rstrip(" *").endswith((*SENTENCE_ENDS, ","))
    return first.kind is Kind.PARAGRAPH and is_short and len(two) > 1 and len(two[1].text) > LONGEST_HEADING


def _joined(blocks: Sequence[tuple[str, str]]) -> Iterator[str]:
    for index, (kind, content) in enumerate(blocks):
        before = blocks[index - 1][0] if index else ""
        after = blocks[index + 1][0] if index + 1 < len(blocks) else ""
        if kind == "p":
            yield f"<p>{content}</p>"
        else:
            yield (
                (f"<{kind}>" if before != kind else "")
                + f"<li>{content}</li>"
                + (f"</{kind}>" if after != kind else "")
            )


def is_cut(first: str, second: str) -> bool:
    """Whether two pieces of HTML are one paragraph that a page cut in two."""
    end, start = STRONG.sub("", first).rstrip(), STRONG.sub("", second).lstrip()
    return len(end) > 40 and not end.endswith(SENTENCE_ENDS) and start[:1].islower()


def points_in(paragraphs: Sequence[SourceParagraph], part: OccasionPart, labels: Labels) -> Iterator[str]:
    """Yield the points of a part without numbers, signs and the commas between them."""
    for paragraph in paragraphs:
        content = words_behind_label(paragraph, part, labels)
        pieces = re.split(r"\s*[•▪]\s*|\s*[;；؛]\s+(?=\S)", content) if not is_item(paragraph) else [content]
        for piece in pieces:
            point = POINT.sub("", piece, count=1).strip(" *").rstrip(",;،؛，； ").strip()
            if point:
                yield point


def names_of_bodies(lines: Sequence[str], is_one: bool, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the organisations of some lines; `is_one` says that the label announces a single one."""
    found: list[str] = []
    for line in lines:
        if named := bodies_alone(line, known):
            found += named
            continue
        pieces = re.split(r"\s*[;；؛\n•]\s*", line) if is_one else NAME_SEPARATOR.split(line)
        for piece in pieces:
            whole = [piece] if is_one or "(" in piece else AND.split(piece)
            found += [POINT.sub("", each, count=1).strip(" .*") for each in whole]
    kept = [name for name in dict.fromkeys(found) if name and len(name) <= LONGEST_NAME]
    return tuple(re.sub(rf"^{pattern_for('and', is_spaceless=False)}\s", "", name, flags=re.I) for name in kept)


def named_links_in(paragraphs: Sequence[SourceParagraph]) -> Iterator[NamedLink]:
    """Yield the addresses of some paragraphs, each with the words of its paragraph."""
    for paragraph in paragraphs:
        for address in web_in(paragraph.text):
            if address.text.startswith("http"):
                words = re.sub(r"^\s*(?:[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,2}\])\s*", "", paragraph.text.replace(address.text, ""))
                label = words.strip(" .:：,<>()") or address.text
                yield NamedLink(label[:LONGEST_LINK_WORDS], address.text)


def languages_in(text: str) -> tuple[str, ...]:
    """Return the codes of the newsroom's languages that a text names in any of them, in its order."""
    found: dict[int, str] = {}
    folded = text.casefold()
    for name, code in _language_names():
        match = re.search(rf"(?<!\w){GROWN_AND}?{re.escape(name)}" if name[0] < "\u3000" else re.escape(name), folded)
        if match is not None:
            found.setdefault(match.start(), code)
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def _language_names() -> Iterator[tuple[str, str]]:
    locales = [Locale.parse(code.replace("-", "_")) for code in ROWS]
    for code in ROWS:
        for locale in locales:
            name = locale.languages.get(code.split("-")[0])
            if name and len(name) > 1:
                yield name.casefold(), code


def has_email(text: str) -> bool:
    """Whether a text has an e-mail address."""
    return next(iter(emails_in(text)), None) is not None
