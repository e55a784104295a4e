"""What counts as the same letter, and in which script a text is."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii

from newsroom.language.catalogue import language_row

DATA = Path(__file__).parents[1] / "data"

#: What is written or left out as one likes in Arabic: the lengthening stroke and a hamza that stands alone.
ARABIC_DROPPED = {ord("ـ"): None, ord("ء"): None}
ARABIC_SAME = {
    **{ord(letter): "ا" for letter in "أإآٱ"},
    **{ord(letter): "ي" for letter in "ئىی"},
    ord("ؤ"): "و",
    ord("ک"): "ك",
}
#: An ending that is written for another; after stemming, since a stemmer knows them apart.
ARABIC_ENDINGS = {ord("ة"): "ه"}
ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
BREVE = "\u0306"
#: Letters that the Unicode collation counts as one beside those that differ by a mark.
SAME_LETTERS = {"ґ": "г", "ꙋ": "у", "ѡ": "о", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}
#: Where an alphabet without the letter writes another than the sound that the library gives.
LATIN_LETTERS = {"ŋ": "n", "·": "", **dict.fromkeys("ʼʻʽʾʿˀˁ", "")}
#: The blocks of Unicode with Latin letters beyond ASCII.
LATIN_BLOCKS = ((0xC0, 0x2B0), (0x1D00, 0x1DC0), (0x1E00, 0x1F00), (0x2C60, 0x2C80), (0xA720, 0xA800), (0xAB30, 0xAB70))
#: Marks that stand for a sound of their own, as vowels do in India and in Thailand; all others are left out.
SOUNDS = re.compile("^(?!ARABIC).*(?:VOWEL SIGN|SARA |MAI HAN-AKAT)")
#: What is not seen and says nothing: soft hyphens, joiners, marks of direction, variation selectors, the stroke that
#: lengthens an Arabic word.
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
LONGEST_BLOCK = 0x1F000
CACHED = 200_000

#: The letters of each script, as a class of characters in a pattern.
SCRIPTS = {
    "Latn": "A-Za-z\u00c0-\u024f",
    "Cyrl": "\u0400-\u04ff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "Hans": "\u3400-\u4dbf\u4e00-\u9fff",
    "Grek": "\u0370-\u03ff",
    "Kana": "\u3040-\u30ff",
    "Hang": "\uac00-\ud7af",
}
HAN = re.compile(f"[{SCRIPTS['Hans']}]")
LETTER = re.compile(r"[^\W\d_]")
#: Addresses and hashtags are the same in every language.
SAME_EVERYWHERE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[#＃@]\w+")
#: A shorter text may be a name; a Chinese character says as much as several letters.
FEWEST_LETTERS = 20
LETTERS_OF_A_CHARACTER = 3
LEAST_SHARE = 0.2
#: A text with no more words may be the same in two languages.
FEW_WORDS = 4
FEW_CHARACTERS = 12


@cache
def chinese_variants() -> dict[int, str]:
    """Return traditional and regional Chinese characters with their simplified forms; Katakana with its Hiragana."""
    lines = (DATA / "chinese-variants.txt").read_text("utf-8").splitlines()
    pairs = (pair for line in lines if not line.startswith("#") for pair in line.split())
    found = {ord(pair[0]): pair[1] for pair in pairs}
    for code in range(0xF900, 0xFB00):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            found[code] = found.get(ord(plain), plain)
    return found | {code: chr(code - 0x60) for code in range(0x30A1, 0x30F7)}


@cache
def letters_as_one() -> dict[int, str]:
    """Return letters with what counts as the same, where that is more than a mark less: ð is d, þ is th, ı is i."""
    found = {ord(letter): same for letter, same in SAME_LETTERS.items()}
    for first, last in LATIN_BLOCKS:
        for code in range(first, last):
            if unicodedata.category(chr(code)).startswith("L"):
                found[code] = "".join(filter(str.isalnum, anyascii(chr(code)))).lower()
    return found | {ord(letter): same for letter, same in LATIN_LETTERS.items()} | chinese_variants()


@cache
def marks() -> str:
    """Return all combining marks as ranges for a pattern: they belong to the word they stand in."""
    codes = [code for code in range(0x300, LONGEST_BLOCK) if unicodedata.category(chr(code)).startswith("M")]
    starts = [code for code in codes if unicodedata.category(chr(code - 1))[0] != "M"]
    ends = [code for code in codes if unicodedata.category(chr(code + 1))[0] != "M"]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(starts, ends, strict=True))


@cache
def is_mark(character: str) -> bool:
    """Tell whether a character is a mark that may be left out."""
    is_one = unicodedata.combining(character) or unicodedata.category(character) == "Mn"
    return bool(is_one) and not SOUNDS.match(unicodedata.name(character, ""))


@lru_cache(CACHED)
def folded(word: str) -> str:
    """Return a word as the Unicode collation compares it at its first level: in small letters without accents,
    diacritics, variants of the same letter and what is not seen; digits as 0 to 9, Chinese characters as
    simplified ones.

    The Russian й keeps its breve: it is a letter of its own. Arabic endings stay, for stemmers.
    """
    if word.isascii():
        return word.lower()
    plain: list[str] = []
    for character in unicodedata.normalize("NFKD", IGNORABLE.sub("", word).casefold().translate(ARABIC_SAME)):
        if is_mark(character):
            if character == BREVE and plain and plain[-1] == "и":
                plain[-1] = "й"
            continue
        digit = unicodedata.digit(character, None)
        plain.append(character if digit is None else str(digit))
    return "".join(plain).translate(letters_as_one()).translate(ARABIC_DROPPED)


def with_one_ending(word: str) -> str:
    """A folded word or stem with the endings that Arabic writes for one another made one."""
    return word if word.isascii() else word.translate(ARABIC_ENDINGS)


def without_case(text: str) -> str:
    """A text in small letters with one way to write an Arabic letter; accents stay, since they tell words apart."""
    text = unicodedata.normalize("NFKC", text).casefold()
    same = ARABIC_MARKS.sub("", text).translate(ARABIC_SAME).translate(ARABIC_DROPPED)
    return with_one_ending(same)


def squeezed(text: str | None) -> str:
    """The letters and digits of a name and nothing else, by which two ways to write it are one."""
    return "".join(character for character in with_one_ending(folded(text or "")) if character.isalnum())


def letters_in(text: str, script: str) -> int:
    """How many letters of a text are of a script."""
    return len(pattern_of(script).findall(text))


@cache
def pattern_of(script: str) -> re.Pattern[str]:
    """One letter of a script."""
    return re.compile(f"[{SCRIPTS[script]}]")


def is_in_other_script(text: str, code: str) -> bool:
    """Whether nearly all letters of a text are of another script than its language's: English in an Arabic page."""
    language = language_row(code)
    words = SAME_EVERYWHERE.sub(" ", text)
    letters = len(LETTER.findall(words))
    weight = LETTERS_OF_A_CHARACTER if language.is_spaceless else 1
    return letters >= FEWEST_LETTERS and letters_in(words, language.script) * weight < letters * LEAST_SHARE


def is_more_than_a_name(text: str) -> bool:
    """Whether a text is so long that it would not be the same in two languages by chance."""
    return len(SAME_EVERYWHERE.sub(" ", text).split()) > FEW_WORDS or letters_in(text, "Hans") > FEW_CHARACTERS


def parts_of_word(word: str) -> list[str]:
    """Return the parts of a word that was grown together: "TellTheRiver2026" is Tell, The, River and 2026.

    A line may break between them. Small letters followed by a capital, letters and digits, and what an underscore ties
    together part; a run of capitals is one word.
    """
    parts = [""]
    for before, character, after in zip(" " + word, word, word[1:] + " ", strict=False):
        is_hump = character.isupper() and (before.islower() or (before.isupper() and after.islower()))
        if parts[-1] and (is_hump or before == "_" or before.isdigit() != character.isdigit()):
            parts.append("")
        parts[-1] += character
    return parts
