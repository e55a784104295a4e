"""The catalogues say one thing with one word, and write numbers, signs and spaces as their readers do."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import to_locale

from newsroom.language.spacing import spaced

LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
#: What is one act or thing in the CMS, with the stems that each language has for it.
TERMS = {
    r"\bsign(?:ed|s)?(?: \w+)? off\b|\bSign it off\b": {
        "fr": "valid", "es": "valid", "ar": "اعتماد|اعتُمد|اعتمد|تُعتمد|معتمد", "ru": "утвержд|утверд", "zh-hans": "审定",
    },
    r"\b[Tt]ake(?:n)? (?:it |pages )?off\b": {
        "fr": "dépubli|ligne", "es": "despubl[ií]|publicada", "ar": "النشر|نشر", "ru": "снят|сним", "zh-hans": "撤下",
    },
    r"\b[Ww]ithdr[ae]w(?:n|al|als)?\b": {
        "fr": "retir|retrait", "es": "retir", "ar": "سُ?حب|مسحوب", "ru": "отозв|отзыв", "zh-hans": "撤回",
    },
    r"(?<!on )(?<!to )\b[Rr]ecords?\b(?! it\b)": {
        "fr": "fiche", "es": "ficha", "ar": "بطاق", "ru": "запис", "zh-hans": "条目",
    },
    r"\b[Gg]lossary\b": {"fr": "glossaire", "es": "glosario", "ar": "مسرد", "ru": "глоссари", "zh-hans": "术语表"},
}  # fmt: skip
#: Words that once stood for one of the above, or are no words of a newsroom.
NEVER = {
    "fr": "emporter|en mots|Retirez-la",
    "es": "Para llevar|en palabras|Retire su publicación|fuente web",
    "ar": "للأخذ|بالكلمات|القرّاء|اكتبوا|ترجمتموه|معجم ل|سجلات",
    "ru": "[Ии]зображение словами|подписан|подпись под",
    "zh-hans": "签发|记录的|取用|文档(?!类型)|“翻译”",
}
#: Signs that Arabic and Chinese have in a form of their own, beside their letters.
LATIN_SIGNS = {
    "ar": re.compile(r"[\u0600-\u06ff][,;?]"),
    "zh-hans": re.compile(
        r"[\u4e00-\u9fff][,;?!()]|[,;?!()][\u4e00-\u9fff]"
        r"|[\u4e00-\u9fff] +[%<\w{]|[\w)}>] +[\u4e00-\u9fff]"
    ),
}
PLURALS = {"fr": 2, "es": 2, "ar": 6, "ru": 3, "zh-hans": 1}
COUNTED = re.compile(r"%\((?:number|minutes)\)[sd]")


def catalogue_of(code: str) -> polib.POFile:
    """The messages of a language."""
    return polib.pofile(str(Path(settings.LOCALE_PATHS[0]) / to_locale(code) / "LC_MESSAGES" / "django.po"))


def said(code: str) -> Iterator[tuple[str, str]]:
    """Each message with each of its forms in a language."""
    for entry in catalogue_of(code):
        for form in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            yield entry.msgid, form


each_language = pytest.mark.parametrize("code", LANGUAGES)


@each_language
def test_spaces_are_those_of_the_language(code: str) -> None:
    assert not [form for _msgid, form in said(code) if spaced(form, code) != form]


@each_language
def test_one_thing_has_one_name(code: str) -> None:
    wrong = [
        f"{msgid!r}: {form!r} has none of {stems[code]}"
        for msgid, form in said(code)
        for pattern, stems in TERMS.items()
        if re.search(pattern, msgid) and not re.search(stems[code], form, re.IGNORECASE)
    ]
    wrong += [f"{msgid!r}: {form!r}" for msgid, form in said(code) if re.search(NEVER[code], form)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", LATIN_SIGNS)
def test_signs_are_those_of_the_script(code: str) -> None:
    assert not [form for _msgid, form in said(code) if LATIN_SIGNS[code].search(form)]


@each_language
def test_every_form_of_a_plural_is_there(code: str) -> None:
    plurals = [entry for entry in catalogue_of(code) if entry.msgid_plural]
    assert plurals and {len(entry.msgstr_plural) for entry in plurals} == {PLURALS[code]}


def test_no_numeral_stands_beside_an_arabic_none_one_or_two() -> None:
    wrong = [
        form
        for entry in catalogue_of("ar")
        if entry.msgid_plural
        for number, form in entry.msgstr_plural.items()
        if number < 3 and (COUNTED.search(form) or re.search(r"\d", form))
    ]
    assert not wrong, "\n".join(wrong)


def test_three_to_ten_and_eleven_on_differ_in_arabic_where_a_noun_is_counted() -> None:
    same = [
        entry.msgid
        for entry in catalogue_of("ar")
        if entry.msgid_plural
        and COUNTED.match(entry.msgstr_plural[3].lstrip("و<b>"))
        and entry.msgstr_plural[3] == entry.msgstr_plural[4]
        and not entry.msgstr_plural[3].startswith("%(number)s،")
    ]
    assert not same


def test_forms_differ_in_russian_where_a_noun_follows_its_numeral() -> None:
    nouns = re.compile(r"%\(number\)[sd](?:</b>)? [а-яё]")
    same = [
        entry.msgid
        for entry in catalogue_of("ru")
        if entry.msgid_plural and nouns.search(entry.msgstr_plural[0]) and len(set(entry.msgstr_plural.values())) < 2
    ]
    assert not same


def test_russian_dates_bring_their_own_word_for_the_year() -> None:
    """A date is written out as "19 ноября 2026 года": a message that adds the word says it twice."""
    catalogue = catalogue_of("ru")
    assert not [entry.msgstr for entry in catalogue if re.search(r"%\((?:day|date)\)s\s+года", entry.msgstr)]


def test_no_message_is_a_sign_between_words() -> None:
    """What stands between words is a matter of the language (`newsroom.language.separators`), not of a translation."""
    catalogue = catalogue_of("fr")
    assert not [entry.msgid for entry in catalogue if re.fullmatch(r"[\s,;:.()–—]+", entry.msgid)]
