"""Codes of languages, as files and tools write them: which of them are of one written language."""

import re
from collections.abc import Iterable

from babel.core import get_global

#: Language, up to three extended ones, script and region of RFC 5646; what follows says nothing of how one writes.
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<extended>(?:-[a-z]{3}){0,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-z\d](?:-[a-z\d]{1,8})+)*"
)
#: Codes of Windows that no standard has.
OF_WINDOWS = {"zh-chs": "zh-hans", "zh-cht": "zh-hant"}
#: Scripts as gettext names them: "sr@latin".
MODIFIERS = {"latin": "latn", "cyrillic": "cyrl", "arabic": "arab", "devanagari": "deva"}


def same_written_language(one: str, other: str) -> bool:
    """Tell whether two codes are of one language in one script; the country makes no difference beside that.

    A script that is left out is the likely one of CLDR: "zh-SG" is "zh-Hans", "zh-TW" is not, "sr-Latn" is not "sr".
    """
    known = written_language(one)
    return known is not None and known == written_language(other)


def code_among(stated: str, codes: Iterable[str]) -> str | None:
    """Return which of some codes is of the language that is stated in whatever way; None where none is."""
    return next((code for code in codes if same_written_language(stated, code)), None)


def written_language(code: str) -> tuple[str, str] | None:
    """Return the language and the script of a code, however it is spelt ("zh_CN", "cmn-Hans"); None for no code."""
    found = TAG.fullmatch(in_subtags(code))
    if found is None:
        return None
    language = found["extended"].lstrip("-").partition("-")[0] or found["language"]
    script, region = (found["script"] or "").title(), (found["region"] or "").upper()
    replaced = str(get_global("language_aliases").get(language, language)).split("_")
    language, script = replaced[0], script or "".join(replaced[1:2])
    return language, script or likely_script(language, region)


def in_subtags(code: str) -> str:
    """Return a code with hyphens and in small letters, without an encoding ("fr_FR.UTF-8"), its modifier a script."""
    name, _at, modifier = code.strip().replace("_", "-").casefold().partition("@")
    name = name.partition(".")[0]
    name = OF_WINDOWS.get(name, name)
    if script := MODIFIERS.get(modifier):
        language, _hyphen, rest = name.partition("-")
        name = "-".join(filter(None, (language, script, rest)))
    return name


def likely_script(language: str, region: str) -> str:
    """Return the script in which a language is most likely written in a region; nothing where that is not known."""
    likely = get_global("likely_subtags")
    found = str(likely.get(f"{language}_{region}") or likely.get(language) or "")
    return "".join(found.split("_")[1:2])
