"""The order in which a language's readers look for names: CLDR's collation, by ICU."""

from functools import lru_cache

import icu

from newsroom.language.catalogue import language_row

#: Tells ICU to leave the scripts in the order that they have where no language has a say.
SCRIPTS_AS_USUAL = "-u-kr-zzzz"


@lru_cache(maxsize=64)
def collator_of(code: str, keeps_scripts: bool = False) -> icu.Collator:
    """Return the order of a language ("" for none); its own script comes first unless all scripts keep their order."""
    name = language_row(code).code if code else "und"
    locale = icu.Locale.forLanguageTag(name + (SCRIPTS_AS_USUAL if keeps_scripts else ""))
    return icu.Collator.createInstance(locale)


def reading_key(text: str, code: str) -> bytes:
    """Return what sorts a text as readers of a language expect: ñ behind n in Spanish, hanzi by their sound."""
    key: bytes = collator_of(code).getSortKey(text)
    return key


def stored_key(text: str, code: str, longest: int = 400) -> bytes:
    """Return the same for a column that holds names of several languages: their scripts follow in one order.

    `longest` is what of it is kept, in bytes; names that differ only beyond that stand in any order.
    """
    key: bytes = collator_of(code, keeps_scripts=True).getSortKey(text)
    return key[:longest]
