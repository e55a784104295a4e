"""The lines above the text of a release: labels, letterheads, numbers and what a website adds."""

import re
from collections.abc import Sequence

from importing.reading import Kind, SourceParagraph
from importing.understanding.lexicon.labels import KIND_LINE, KIND_WORDS, PAGE_FURNITURE, TOPIC
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.lexicon.words import word_count
from newsroom.language.addresses import has_address
from newsroom.language.calendar.dates import first_date_in
from newsroom.language.catalogue import ROWS
from newsroom.language.script.letters import HAN

#: The text begins with a paragraph of this many words.
FEWEST_WORDS_OF_TEXT = 26
LONGEST_COUNTED = 1_000
MOST_PARAGRAPHS = 30
MOST_ISSUER_WORDS = 9
MOST_CASED_ISSUER_WORDS = 7
MOST_UNCASED_ISSUER_WORDS = 4
MOST_LABEL_WORDS = 14
MOST_TOPIC_WORDS = 8
MOST_PLAIN = 0.9
PIECES = re.compile(r"\s+[–—|·•/-]\s+")

ISSUER = re.compile(pattern_for("labels.issuer_words"), re.IGNORECASE)
#: A line that names whoever sends the text, whatever its letters.
PRESS_OFFICE = re.compile(pattern_for("labels.press_offices"), re.IGNORECASE)
FURNITURE = re.compile(rf"[\s*]*{pattern_for('labels.furniture', 'labels.page_furniture')}[\s*:：.]*", re.IGNORECASE)
NUMBER = re.compile(
    r"(?:\b(?:n\.?\s?[º°]|Nr|No|Nº|N°|num)\.?\s?|\b(?:Nr|No|Nº|N°|num)\b\.?|№|#)?\s*\d[\d/.\-–: ]*", re.IGNORECASE
)
SITE_DATA = re.compile(
    r"(?:layout|slug|permalink|draft|weight|type|categor(?:y|ies)|tags?|id|template|published|updated|lang|language"
    r"|locale|image|thumbnail|authors?|menu|aliases|url|toc|comments|series|featured|excerpt_separator|modified"
    r"|redirect_from|sitemap|pin|math|mermaid|cover|banner|keywords|postid|guid|feed|nav_order|parent):(?:\s.*|$)",
    re.IGNORECASE,
)
DATA_ITEM = re.compile(r"-\s\S{1,60}$")
SMALL_WORDS = word_list("particles") | word_list("before_objects") | word_list("common")
WEEKDAYS = "|".join(weekday for row in ROWS.values() for weekday in row.weekdays)
WEEKDAY = re.compile(
    rf"\b(?:{WEEKDAYS}|{pattern_for('date_words', is_spaceless=False)})\b[:.]?"
    rf"|{pattern_for('date_words', is_spaceless=True)}[:：]",
    re.IGNORECASE,
)
APART = "–—-:|/·•,.()[]："
BETWEEN = " \t*|/,.:;：–—-()[]·•【】"


def is_text(paragraph: SourceParagraph) -> bool:
    """Whether a paragraph is long enough to belong to the text and not to what stands above it."""
    if paragraph.kind is not Kind.PARAGRAPH:
        return False
    return len(paragraph.text) > LONGEST_COUNTED or word_count(paragraph.text) >= FEWEST_WORDS_OF_TEXT


def lines_above_text(paragraphs: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """Return the paragraphs above the first one that is text."""
    above: list[SourceParagraph] = []
    for paragraph in paragraphs[:MOST_PARAGRAPHS]:
        if is_text(paragraph):
            break
        above.append(paragraph)
    return above


def is_set_in_bold(paragraph: SourceParagraph) -> bool:
    """Whether a whole line is bold, as titles and the names of speakers are set."""
    html = paragraph.html.strip()
    return paragraph.bold_share > MOST_PLAIN or (html.startswith("<strong>") and html.endswith("</strong>"))


def is_site_data(text: str) -> bool:
    """Whether a line is a field that site builders put above a text, such as "layout: post"."""
    return len(text) < 300 and SITE_DATA.fullmatch(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page or the wire that a text was taken from, and not to the text."""
    return len(text) < 300 and FURNITURE.fullmatch(text.strip()) is not None


def kind_in_letterhead(text: str) -> str | None:
    """Return the kind that a line tells beside who issues it, a number or a date: "X – Press release No. 7"."""
    if len(text) > 160 or word_count(text) > MOST_LABEL_WORDS:
        return None
    for kind, label in KIND_WORDS.items():
        for match in label.finditer(text):
            in_front, behind = text[: match.start()], text[match.end() :]
            if not (_is_parted(in_front[-1:]) and _is_parted(behind[:1])) or len(match[0].strip()) < 3:
                continue
            if in_front.strip(BETWEEN) and behind.strip(BETWEEN) and first_date_in(behind) is None:
                continue
            if not _stands_apart(match[0], in_front, behind):
                continue
            if _is_issuer_or_number(in_front) and _is_issuer_or_number(behind):
                return kind
    return None


def names_issuer_only(text: str) -> bool:
    """Whether a line names an organisation and says nothing: every word is a name or stands between names."""
    bare = text.strip(BETWEEN)
    if not bare or word_count(bare) > MOST_ISSUER_WORDS:
        return False
    words = [word.strip(BETWEEN) for word in bare.split()]
    if any(word and word[0].islower() and word.casefold() not in SMALL_WORDS for word in words):
        return False
    most = MOST_CASED_ISSUER_WORDS if bare.upper() != bare.lower() else MOST_UNCASED_ISSUER_WORDS
    most = MOST_ISSUER_WORDS if HAN.search(bare) else most
    if ISSUER.fullmatch(bare) and word_count(bare) <= most:
        return True
    is_set_in_capitals = bare == bare.upper()
    capital = [word for word in words[1:] if word.casefold() in SMALL_WORDS and len(word) > 2 and word[:1].isupper()]
    if capital and not is_set_in_capitals:
        return False
    at_an_end = is_organisation_word(words[0]) or is_organisation_word(words[-1])
    return at_an_end and word_count(bare) <= 6


def names_topic(text: str) -> bool:
    """Whether a line says what a text is filed under, alone or beside whose it is: "UN News – Human Rights"."""
    if word_count(text) > MOST_TOPIC_WORDS:
        return False
    return any(TOPIC.fullmatch(piece.strip(BETWEEN)) for piece in PIECES.split(text))


def is_title_line(text: str) -> bool:
    """Whether a line can be a title at all: it has words, and is no label, date, number, address or letterhead."""
    bare = text.strip(BETWEEN)
    if not any(character.isalpha() for character in bare) or has_address(text) or is_furniture(text):
        return False
    if is_site_data(text) or PAGE_FURNITURE.fullmatch(text) or text.rstrip(" *").endswith((":", "：")):
        return False
    if names_topic(bare) or PRESS_OFFICE.fullmatch(bare):
        return False
    if any(line.fullmatch(text) for line in KIND_LINE.values()) or kind_in_letterhead(text) is not None:
        return False
    return not _is_date(bare)


def _is_date(text: str) -> bool:
    found = first_date_in(text)
    return found is not None and len(text) - (found.end - found.start) < 24 and found.start < 24


def _stands_apart(label: str, in_front: str, behind: str) -> bool:
    """Whether a label is parted from what stands beside it, joined to it by a small word, or more than one word."""
    if len(label.split()) > 1 or "-" in label or label[0] >= "\u3000":
        return True
    first = next(iter(behind.split()), "")
    last = in_front.rstrip()[-1:]
    return (not last or last in APART) and (
        not first
        or first[0] in APART
        or first.casefold() in SMALL_WORDS
        or (first_date_in(behind) is not None or NUMBER.match(behind.strip()) is not None)
    )


def _is_parted(character: str) -> bool:
    return not character or not character.isalnum() or character >= "\u3000"


def _is_issuer_or_number(text: str) -> bool:
    """Whether beside a label stands nothing but names, numbers and dates."""
    found = first_date_in(text)
    if found is not None:
        text = f"{text[: found.start]} {text[found.end :]}"
    text = WEEKDAY.sub(" ", NUMBER.sub(" ", text)).strip(BETWEEN)
    if not text:
        return True
    words = [word.strip(BETWEEN) for word in text.split()]
    words = [word for word in words if word]
    if any(word[0].islower() and word.casefold() not in SMALL_WORDS for word in words) or len(words) > 8:
        return False
    if len(words) == 1 and words[0][0] >= "\u3000":
        return is_organisation_word(words[0]) and len(text) <= 12
    return not text.endswith((".", "!", "?"))
