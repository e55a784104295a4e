"""The pages of the CMS on which a text goes to an agency and comes back."""

from typing import Any

from django.apps import apps
from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST
from wagtail.admin.auth import require_admin_access
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation, get_edit_url
from wagtail_localize.views.edit_translation import user_can_edit_instance

from newsroom.base.localize.translations import translations_among
from newsroom.base.models import User
from newsroom.translation.exchange.access import may_work_on, translations_of_record
from newsroom.translation.exchange.files import NamedFile, packed
from newsroom.translation.exchange.forms import BringBackForm, SendForm
from newsroom.translation.exchange.importing import take_back


def exchange_route(view: str, record: Any) -> str:
    """The address of one of these pages for a page or record; asks the database nothing."""
    model = Page if isinstance(record, Page) else type(record)
    return reverse(view, args=[model._meta.app_label, model._meta.model_name, quote(record.pk)])


def record_at(app_label: str, model_name: str, pk: str) -> Any:
    """The page or record at an address. Raises Http404 where there is none that can be translated."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    if not issubclass(model, TranslatableMixin):
        raise Http404
    try:
        return get_object_or_404(model, pk=unquote(pk))
    except (ValueError, ValidationError) as error:
        raise Http404 from error


def at_hand(request: HttpRequest, record: Any) -> list[Translation]:
    """The translations of a record that whoever asks may work on. Raises PermissionDenied where these are none of
    those that there are, or where they may not change the page itself.
    """
    translations = translations_of_record(record, request.user)
    is_foreign = translations_among(record).exists()
    if not translations and (is_foreign or not user_can_edit_instance(request.user, record)):
        raise PermissionDenied
    return translations


def send_out(request: HttpRequest, app_label: str, model_name: str, pk: str) -> HttpResponse:
    """Asks for languages and format, then hands over the file, which nothing may keep."""
    record = record_at(app_label, model_name, pk)
    translations = at_hand(request, record)
    own = [each for each in translations if each.target_locale_id == record.locale_id]
    form = SendForm(
        request.POST or None,
        translations=translations,
        initial={"languages": [str(each.pk) for each in own or translations]},
    )
    if request.method == "POST" and form.is_valid():
        return handed_over(packed(form.chosen, form.cleaned_data["format"]))
    context = {"form": form, "translations": translations, **around(record, translations)}
    return kept_nowhere(render(request, "translation/admin/send_out.html", context))


def bring_back(request: HttpRequest, app_label: str, model_name: str, pk: str) -> HttpResponse:
    """Asks for the file and tells, unit by unit, what became of it."""
    record = record_at(app_label, model_name, pk)
    translations = at_hand(request, record)
    form = BringBackForm(request.POST or None, request.FILES or None)
    reports = None
    if request.method == "POST" and form.is_valid():
        assert isinstance(request.user, User)  # noqa: S101  (for the type checker; admin access was required)
        file = form.cleaned_data["file"]
        reports = take_back([NamedFile(file.name, file.read())], translations, request.user)
    context = {"form": form, "reports": reports, "translations": translations, **around(record, translations)}
    return kept_nowhere(render(request, "translation/admin/bring_back.html", context))


def around(record: Any, translations: list[Translation]) -> dict[str, Any]:
    """What both pages say about the text: its name and the ways on."""
    return {
        "record": record,
        "edit_address": get_edit_url(record),
        "send_address": exchange_route("exchange_send", record),
        "bring_back_address": exchange_route("exchange_bring_back", record),
    }


def handed_over(file: NamedFile) -> HttpResponse:
    """A file to save."""
    response = HttpResponse(file.content, content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name)
    response["X-Content-Type-Options"] = "nosniff"
    return kept_nowhere(response)


def kept_nowhere(response: HttpResponse) -> HttpResponse:
    """What may be under embargo is left in no cache."""
    patch_cache_control(response, private=True, no_store=True)
    return response


@require_admin_access
def po_out(request: HttpRequest, translation_id: int) -> HttpResponse:
    """In place of wagtail-localize's download, which names the file after the title and lets it be cached."""
    return handed_over(packed([own_translation(request, translation_id)], "po"))


@require_admin_access
@require_POST
def po_back(request: HttpRequest, translation_id: int) -> HttpResponse:
    """In place of wagtail-localize's upload, which fails on a file without its header and stores broken marks."""
    translation = own_translation(request, translation_id)
    file = request.FILES.get("file")
    form = BringBackForm(request.POST, request.FILES)
    if not file or not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors.get("file", []))))
    else:
        for report in take_back([NamedFile(str(file.name), file.read())], [translation], request.user):
            told = messages.warning if report.error or report.refused else messages.success
            told(request, report.error or report.in_one_line)
    return redirect(get_valid_next_url_from_request(request) or get_edit_url(translation.get_target_instance()))


def own_translation(request: HttpRequest, pk: int) -> Translation:
    """A translation that whoever asks may work on. Raises Http404 or PermissionDenied."""
    translation = get_object_or_404(Translation, pk=pk)
    if not may_work_on(request.user, translation):
        raise PermissionDenied
    return translation
