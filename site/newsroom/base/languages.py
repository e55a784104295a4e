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
from wagtail.models import DraftStateMixin, Locale, TranslatableMixin

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
    one more where such a translation is given, however many records there are. Each record carries its
    `locale`, so that a template can mark it with its language.
    """
    code = code or active_code()
    found: dict[UUID, Record] = {}
    for record in records:
        found.setdefault(record.translation_key, record)
    locales = Locale.objects.in_bulk() if found else {}
    keys: dict[type[Record], list[UUID]] = {}
    for record in found.values():
        keys.setdefault(type(record), []).append(record.translation_key)
    for model, wanted in keys.items():
        in_language = model._default_manager.filter(translation_key__in=wanted, locale__language_code=code)
        if issubclass(model, DraftStateMixin):
            in_language = in_language.filter(live=True)
        found.update({record.translation_key: record for record in signed(in_language)})
    replace_unsigned(found)
    for record in found.values():
        record.locale = locales[record.locale_id]
    return found


def signed(rows: Any) -> Any:
    """Without translations that nobody has signed, where the model knows of signatures."""
    return rows.filter(is_signed=True) if hasattr(rows.model, "is_signed") else rows


def replace_unsigned(found: dict[UUID, Record]) -> None:
    """Put the original in the place of a translation that nobody has signed."""
    keys: dict[type[Record], list[UUID]] = {}
    for key, record in found.items():
        if not getattr(record, "is_signed", True):
            keys.setdefault(type(record), []).append(key)
    for model, wanted in keys.items():
        rows = signed(model._default_manager.filter(translation_key__in=wanted)).order_by("-pk")
        found.update({record.translation_key: record for record in rows})


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
