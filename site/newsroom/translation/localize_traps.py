"""Two requests that wagtail-localize 1.14 answers with an error page are answered here with words.

Both go once it does so itself: `upload_pofile` reads a header that a file may lack (KeyError), and the editor of a
page or record expects one translation into its language where there may be two (MultipleObjectsReturned). The tests
in tests/translation/test_traps.py say when: they ask wagtail-localize's own functions.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation, get_edit_url
from wagtail_localize.views.edit_translation import upload_pofile, user_can_edit_instance

HEADER = b"X-WagtailLocalize-TranslationID"


@require_POST
def upload_po_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """As wagtail-localize's, for a file that says which translation it belongs to."""
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, _("Choose a PO file."))
    elif HEADER not in file.read():
        messages.error(
            request,
            _("This PO file does not say which translation it belongs to. Use one that was downloaded here."),
        )
    else:
        file.seek(0)
        answer: HttpResponse = upload_pofile(request, translation_id)
        return answer
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def translations_into(instance: Any) -> QuerySet[Translation]:
    """What a page or record is a translation of."""
    found = Translation.objects.filter(source__object_id=instance.translation_key, target_locale_id=instance.locale_id)
    return found.select_related("source__locale", "target_locale").order_by("pk")


def say_that_sources_are_two(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """In place of an editor that cannot know what to translate from: both sources, and a way to let go of one."""
    translations = list(translations_into(instance)) if isinstance(instance, TranslatableMixin) else []
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
    if len(translations_into(instance)) < 2:
        raise Http404
    translation.delete()
    return redirect(get_edit_url(instance))
