"""What wagtail-localize writes a page or record from, asked in one place.

There may be two for one language, where it was sent for translation from two others. One that is switched off belongs
to what was deleted or is written by hand by now.
"""

from typing import Any

from django.db.models import QuerySet
from wagtail_localize.models import Translation

#: Where an editor that is shown keeps what it has read, those switched off too.
TRANSLATIONS_INTO = "translations_into_it"


def translations_into(key: Any, locale: Any) -> QuerySet[Translation]:
    """Find every translation into a language of what has a translation key: those in use first, then the oldest."""
    found = Translation.objects.filter(source__object_id=key, target_locale=locale)
    return found.select_related("source__locale", "target_locale").order_by("-enabled", "pk")


def translation_of(record: Any) -> Translation | None:
    """Return what a page or record is written from; None for an original and for what is written by hand."""
    if TRANSLATIONS_INTO in vars(record):  # read with it
        return next((found for found in vars(record)[TRANSLATIONS_INTO] if found.enabled), None)
    return translations_into(record.translation_key, record.locale_id).filter(enabled=True).first()


def translations_among(record: Any) -> QuerySet[Translation]:
    """Find the translations in use between any two languages of a page or record."""
    found = Translation.objects.filter(source__object_id=record.translation_key, enabled=True)
    related = ("source__object", "source__locale", "target_locale")
    return found.select_related(*related).order_by("source_id", "target_locale_id")
