"""What translators know of pages that are not theirs."""

from typing import Any

from django.db.models import Q
from wagtail_localize.models import Translation

from newsroom.base.rights.sight import limits_sight
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.rights import permitted_locales


@limits_sight
def own_and_public(user: Any) -> Q | None:
    """Translators know of what is public, of what is in their languages, and of what they are asked to translate."""
    own = permitted_locales(user)
    if own is None:
        return None
    asked = TranslationTask.objects.filter(target_locale__in=own).order_by().values("page")
    begun = Translation.objects.filter(target_locale__in=own, enabled=True).order_by()
    source = Q(translation_key__in=begun.values("source__object_id"), locale__in=begun.values("source__locale"))
    return Q(locale__in=own) | Q(live=True) | Q(pk__in=asked) | source
