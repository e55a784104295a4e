"""What readers choose: the languages, their own names, direction, and records in the reader's one.

A record that is missing in a language is shown in its original, marked with its language (docs/domain.md, “Languages”).
`locale` is Wagtail's object for a language; elsewhere we say language.
"""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.translation import get_language, get_language_info, gettext
from wagtail.models import DraftStateMixin, TranslatableMixin

from newsroom.base.pages.roots import locales_by_id
from newsroom.language.catalogue import language_row

Record = TypeVar("Record", bound=TranslatableMixin)


def active_code() -> str:
    """The reader's language code, as in the address ("zh-hans")."""
    return get_language() or "en"


def html_code(code: str) -> str:
    """The BCP 47 form of a language code for `lang` and `hreflang`: "zh-hans" becomes "zh-Hans"."""
    main, _, script = code.partition("-")
    return f"{main}-{script.title()}" if script else main


def direction(code: str) -> str:
    """ "rtl" for languages written from right to left, else "ltr"."""
    return "rtl" if language_row(code).is_right_to_left else "ltr"


def own_name(code: str) -> str:
    """What a language calls itself, for switchers: it must be readable by those who look for it."""
    return language_row(code).own_name or get_language_info(code.split("-")[0])["name_local"]


def own_names() -> dict[str, str]:
    """The languages of the newsroom by code, in the order of its settings, and what each calls itself."""
    return {code: own_name(code) for code, _name in settings.LANGUAGES}


def language_in_words(code: str) -> str:
    """A language's name in the reader's words, as inside a sentence: "Arabic"; the code itself where it has none."""
    ours = {"sw": gettext("Kiswahili"), **{own: str(name) for own, name in settings.LANGUAGES}}
    if code in ours:
        return ours[code]
    try:
        return gettext(get_language_info(code)["name"])
    except KeyError:
        return code


def localised(records: Iterable[Record], code: str | None = None) -> dict[UUID, Record]:
    """The given records in a language, by translation key; the given one where it exists in no other.

    A translation that nobody has signed counts as if it were not there. Two queries for each model among them, and
    one more where such a translation is given, however many records there are; what is given in the language already
    is not asked for again. Each record carries its `locale`, so that a template can mark it with its language.
    """
    code = code or active_code()
    return localised_in(records, [code])[code]


def localised_in(records: Iterable[Record], codes: Iterable[str]) -> dict[str, dict[UUID, Record]]:
    """The given records in each of several languages, as `localised` has them in one, with as many queries."""
    rows = list(records)
    given: dict[UUID, Record] = {}
    for record in rows:
        given.setdefault(record.translation_key, record)
    found = {code: dict(given) for code in codes}
    locales = locales_by_id() if given else {}
    missing = {code: dict(given) for code in found}
    for record in rows:
        code = locales[record.locale_id].language_code
        if code in found and is_signed(record) and getattr(record, "live", True):
            found[code][record.translation_key] = record
            missing[code].pop(record.translation_key, None)
    for model, wanted in keys_by_model(record for each in missing.values() for record in each.values()).items():
        in_languages = model._default_manager.filter(translation_key__in=wanted, locale__language_code__in=list(found))
        if issubclass(model, DraftStateMixin):
            in_languages = in_languages.filter(live=True)
        for record in signed(in_languages):
            found[locales[record.locale_id].language_code][record.translation_key] = record
    unsigned = signed_instead(record for of_language in found.values() for record in of_language.values())
    for of_language in found.values():
        of_language.update(
            {key: unsigned.get(key, record) for key, record in of_language.items() if not is_signed(record)}
        )
        for record in of_language.values():
            record.locale = locales[record.locale_id]
    return found


def signed(rows: Any) -> Any:
    """Without translations that nobody has signed, where the model knows of signatures."""
    return rows.filter(is_signed=True) if hasattr(rows.model, "is_signed") else rows


def is_signed(record: Any) -> bool:
    """Whether somebody answers for a record, where its model knows of signatures."""
    return bool(getattr(record, "is_signed", True))


def keys_by_model(records: Iterable[Record]) -> dict[type[Record], set[UUID]]:
    """The translation keys of records, by what they are."""
    keys: dict[type[Record], set[UUID]] = {}
    for record in records:
        keys.setdefault(type(record), set()).add(record.translation_key)
    return keys


def signed_instead(records: Iterable[Record]) -> dict[UUID, Record]:
    """The originals of those of the records that nobody has signed; one query a model, none where all are signed."""
    found: dict[UUID, Record] = {}
    for model, wanted in keys_by_model(record for record in records if not is_signed(record)).items():
        rows = signed(model._default_manager.filter(translation_key__in=wanted)).order_by("-pk")
        found.update({record.translation_key: record for record in rows})
    return found


def localise_on(rows: Iterable[Any], *names: str, code: str | None = None) -> None:
    """Put each related record in a language (the reader's by default) where it stands, with a fixed number of queries.

    `names` are foreign keys to translatable models; rows may come from the database or from a preview.
    """
    rows = list(rows)
    for name in names:
        prefetch_related_objects(rows, name)
        found = localised([record for row in rows if (record := getattr(row, name))], code)
        for row in rows:
            if record := getattr(row, name):
                setattr(row, name, found[record.translation_key])
