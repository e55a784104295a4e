"""What a hashtag is in any script, and when two are one."""

import re
from functools import lru_cache
from unicodedata import category, normalize

from django.utils.translation import gettext_lazy as _

from newsroom.language.catalogue import full_rows
from newsroom.language.normalisation import normalise_name
from newsroom.language.script.letters import IGNORABLE, SCRIPTS, letters_in

SIGNS = "#＃﹟"
LONGEST_HASHTAG = 100
#: The language of those in no script of the newsroom's languages.
HASHTAGS_ARE_IN = "en"
NO_HASHTAG = _(
    "“%(word)s” cannot be a hashtag: it is made of letters, digits and underscores of any script, with one letter at "
    "least."
)
#: What joins letters of some scripts inside a word.
JOINERS = "\u200c\u200d"
#: The dot that a small i keeps of a Turkish capital one.
DOT_OVER_I = re.compile("(?<=i)\u0307")
#: How much of a word that is refused is told.
TOLD = 30


#: Beyond this no script has combining marks.
LAST_MARK = 0x1F000


def combining_marks() -> str:
    """Return all combining marks of Unicode as the inside of a class in a pattern: Python's own `\\w` lacks them."""
    found: list[list[int]] = []
    for number in range(LAST_MARK):
        if category(chr(number)).startswith("M"):
            if found and found[-1][1] == number - 1:
                found[-1][1] = number
            else:
                found.append([number, number])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in found)


MARKS = combining_marks()
#: A word of letters, combining marks, digits and underscores of any script, with a letter somewhere.
WORD_OF_HASHTAG = rf"(?=[\d_{MARKS}]*[^\W\d_])[\w{MARKS}](?:[{JOINERS}]?[\w{MARKS}])*"
WHOLE_HASHTAG = re.compile(WORD_OF_HASHTAG)
WITH_LETTER = re.compile(r"[^\W\d_]")
NOT_IN_HASHTAGS = re.compile(rf"[^\w{MARKS}{JOINERS}]+")
#: One in running text, with its sign.
HASHTAG = re.compile(rf"(?<![\w{MARKS}/&{SIGNS}.])[{SIGNS}]({WORD_OF_HASHTAG})")


def hashtag_word(typed: str) -> str:
    """Return a hashtag as it is kept: without its sign and without what nobody sees."""
    return normalise_name(str(typed)).strip().lstrip(SIGNS).strip()


def hashtag_key(typed: str) -> str:
    """Return what two hashtags have in common when they are one, however they are typed.

    A case-folded NFKC without what is not seen, what lengthens an Arabic word, and the dot of a Turkish capital I.
    """
    folded = normalize("NFKC", normalize("NFD", hashtag_word(typed)).casefold()).casefold()
    return normalize("NFKC", DOT_OVER_I.sub("", IGNORABLE.sub("", normalize("NFD", folded))))


def is_hashtag(word: str) -> bool:
    """Whether a word without its sign can be a hashtag: letters, marks, digits and underscores, one letter seen."""
    is_word = len(word) <= LONGEST_HASHTAG and WHOLE_HASHTAG.fullmatch(word) is not None
    return is_word and WITH_LETTER.search(hashtag_key(word)) is not None


def why_no_hashtag(word: str) -> str:
    """Return the sentence that refuses a word, which names it, a long one by its beginning."""
    return str(NO_HASHTAG % {"word": word if len(word) <= LONGEST_HASHTAG else f"{word[:TOLD]}…"})


@lru_cache(maxsize=4096)
def language_of_hashtag(word: str) -> str:
    """Return a language in whose script a hashtag is written, so that it is set and read in its direction."""
    written = max(SCRIPTS, key=lambda script: letters_in(word, script))
    known = (row.code for row in full_rows() if row.script == written)
    return next(known, HASHTAGS_ARE_IN)


def nearest_hashtag(text: str) -> str:
    """Return the hashtag that is left of a text without what none may hold; empty where nothing is left."""
    word = NOT_IN_HASHTAGS.sub("", hashtag_word(text)).strip(JOINERS)
    return word if is_hashtag(word) else ""
