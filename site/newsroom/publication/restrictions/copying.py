"""Wagtail's ways to copy and to translate a page with all below it: what is kept from whoever asks is left out.

Each walks down the tree and asks of the page at its top alone what somebody may. Their steps are replaced where they
take one page; this goes when they ask of each.
"""

from typing import Any

from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

from newsroom.base.rights.sight import is_withheld, withheld_keys


def copy_within_sight() -> None:
    """Have copies and translations of a tree made so. Raises AttributeError where they are made otherwise now."""
    from wagtail_localize.operations import TranslationCreator  # an application's models, which need all others

    copy, translate = CopyPageAction._copy_page, TranslationCreator.create_translations

    def copy_known(self: Any, page: Page, *args: Any, **kwargs: Any) -> Page | None:
        if is_page_withheld(self.user, page):
            return None
        copied: Page = copy(self, page, *args, **kwargs)
        if self.recursive and self.user and withheld_keys(self.user):
            count_children(copied)
        return copied

    def translate_known(self: Any, instance: Any, include_related_objects: bool = True) -> None:
        if not is_page_withheld(self.user, instance):
            translate(self, instance, include_related_objects)

    CopyPageAction._copy_page = copy_known
    TranslationCreator.create_translations = translate_known


def is_page_withheld(user: Any, thing: Any) -> bool:
    """Whether a thing is a page that is withheld from somebody; nothing is from a program that acts for nobody."""
    return bool(user) and isinstance(thing, Page) and is_withheld(user, thing)


def count_children(page: Page) -> None:
    """Write down how many pages stand below one of which some were left out when it was made."""
    below = Page.objects.filter(path__startswith=page.path, depth=page.depth + 1)
    page.numchild = below.count()
    Page.objects.filter(pk=page.pk).update(numchild=page.numchild)
