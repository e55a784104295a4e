"""A page becomes public, and what is public changes, by being saved whole as its own type; then everything is asked.

Plain code can write less: some fields of a page, or its row in Wagtail's table alone. That may change bookkeeping only.
"""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from newsroom.base.pages.amendments import declared
from newsroom.publication.changing import NOT_CONTENT, silent_change_refusal
from newsroom.publication.gates import RefusedError
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.withdrawal import Withdrawable, Withdrawal


def refuse_to_publish_in_part(
    sender: type[Page], instance: Page, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Raises RefusedError where a part of a page is written that makes it public, changes what readers see of it, or
    changes the notice in its place. A draft that awaits its hour is then published from its approved version."""
    own_type = instance.specific_class
    is_whole = update_fields is None and sender is own_type
    if raw or is_whole or not instance.pk or not own_type or not issubclass(own_type, (Embargo, Withdrawable)):
        return
    changed = changed_names(sender, instance, update_fields)
    if "live" in changed and instance.live:
        words = _("This becomes public when a version of it is published, and not by writing a part of it.")
        raise RefusedError(words, f"page {instance.pk} was not published whole")
    if not changed - NOT_CONTENT:
        return
    if instance.live and getattr(own_type, "is_amended_openly", False) and not declared():
        raise silent_change_refusal(instance)
    if Withdrawal.objects.in_force().filter(page=instance.pk).exists():
        words = _("The notice in the place of this page stays as it is until a version of the page is published again.")
        raise RefusedError(words, f"page {instance.pk} is off and its notice was not changed")
    if issubclass(own_type, Embargo):
        own_type._base_manager.filter(pk=instance.pk).update(prepared_revision_id=None)


def changed_names(sender: type[Page], instance: Page, update_fields: Any) -> set[str]:
    """The names of the fields that would be written with another value than the one in the database."""
    fields = [
        field
        for field in sender._meta.concrete_fields
        if update_fields is None or field.name in update_fields or field.attname in update_fields
    ]
    if update_fields is not None and all(field.name in NOT_CONTENT - {"live"} for field in fields):
        return set()
    standing = sender._base_manager.filter(pk=instance.pk).first()
    if standing is None:
        return set()
    return {field.name for field in fields if getattr(standing, field.attname) != getattr(instance, field.attname)}
