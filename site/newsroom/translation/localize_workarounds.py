"""Two requests that wagtail-localize 1.14 answers wrongly for us are answered here with words.

"Convert to alias page" puts the words of the original where the translation was, in public where the original is, and
asks only for the right to edit.

The other goes once it does so itself: the editor of a page or record expects one translation into its language where
there may be two (MultipleObjectsReturned). The tests in tests/translation/checking/test_traps.py say when: they ask its
own functions. A third, a PO file without a header, is taken over by `exchange`.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation, get_edit_url
from wagtail_localize.views.edit_translation import user_can_edit_instance

from newsroom.base.localize.translations import TRANSLATIONS_INTO, translations_into


def keep_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    """A translation is never replaced by a copy of its original; what shall not be read is taken off."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    messages.error(request, _("A translation is not replaced by a copy of its original. Take it off instead."))
    return redirect("wagtailadmin_pages:edit", page_id)


def say_that_sources_are_two(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """In place of an editor that cannot know what to translate from: both sources, and a way to let go of one.

    One that was stopped counts too: the editor asks for the source of either.
    """
    if not isinstance(instance, TranslatableMixin):
        return None
    translations = list(translations_into(instance.translation_key, instance.locale_id))
    if request.method == "GET":
        vars(instance)[TRANSLATIONS_INTO] = translations
    if len(translations) < 2:
        return None
    context = {"instance": instance, "translations": translations}
    return render(request, "translation/admin/two_sources.html", context, status=409)


@require_POST
def let_go_of_source(request: HttpRequest, translation_id: int) -> HttpResponse:
    """A page or record is no longer a translation of one of its two sources. What was translated is kept.

    Raises PermissionDenied for those who may not edit it, Http404 where the source is its only one.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    instance = translation.get_target_instance()
    if not user_can_edit_instance(request.user, instance):
        raise PermissionDenied
    if len(translations_into(instance.translation_key, instance.locale_id)) < 2:
        raise Http404
    translation.delete()
    return redirect(get_edit_url(instance))
