"""What the lists of the directory rely on in wagtail-localize without its having promised it."""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from wagtail import hooks

from organisations.admin.buttons import HOOK, is_of_localize


@register()
def check_row_menu(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E027: the hook that our menu of a row takes the place of cannot be told from the others."""
    if any(is_of_localize(hook) for hook in hooks.get_hooks(HOOK)):
        return []
    words = f"None of the hooks {HOOK} is wagtail-localize's: a row offers its buttons twice and asks for each."
    hint = "See where its hook is now, and correct or remove organisations/admin/buttons.py."
    return [Error(words, hint=hint, id="newsroom.E027")]
