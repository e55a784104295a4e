"""Whose hands a translation may pass through."""

from typing import Any

from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from newsroom.base.localize.translations import translations_among
from newsroom.translation.rights import is_kept_from


def may_work_on(user: Any, translation: Translation) -> bool:
    """Whether somebody may change the translated page or record now, and so send it out and take it back."""
    target = translation.source.object.get_instance_or_none(translation.target_locale)
    if target is None or is_kept_from(user, translation.target_locale_id) or not user_can_edit_instance(user, target):
        return False
    return not (isinstance(target, Page) and target.permissions_for_user(user).page_locked())


def translations_of_record(record: Any, user: Any) -> list[Translation]:
    """The translations of a page or record, from or into whatever language, that somebody may work on."""
    return [translation for translation in translations_among(record) if may_work_on(user, translation)]
