"""The page on which the translation of a record is signed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation, get_edit_url

from newsroom.base.languages import direction, html_code, language_in_words
from newsroom.base.localize.translations import translation_of
from newsroom.base.models import Signable, User
from newsroom.translation.exchange.views import own_translation
from newsroom.translation.models import RecordSignature
from newsroom.translation.rights import may_sign
from newsroom.translation.signing.records import sign_record
from newsroom.translation.signing.segments import segments_of
from newsroom.translation.signing.signoff import ProblemsError, missing_in, problems_of
from newsroom.translation.tasks.views import field_name, problems_message


def signing_page(request: HttpRequest, translation_id: int) -> HttpResponse:
    """What keeps a record's translation from readers, and the button that signs it.

    Raises PermissionDenied for those who may not sign in this language, Http404 for what is no record.
    """
    translation = own_translation(request, translation_id)
    user = request.user
    if not isinstance(user, User) or not may_sign(user, translation.target_locale_id):
        raise PermissionDenied
    record = translation.source.object.get_instance_or_none(translation.target_locale)
    if not isinstance(record, Signable):
        raise Http404
    if request.method != "POST":
        return show_signature(request, translation, record)
    try:
        reason = request.POST.get("reason", "").strip()[:1000]
        sign_record(translation, user, reason, has_checked_machine="has_checked_machine" in request.POST)
    except ProblemsError as error:
        messages.error(request, problems_message(error))
        return show_signature(request, translation, record, missing_reason=not error.missing, status=422)
    code = translation.target_locale.language_code
    messages.success(request, _("Signed off in %(language)s.") % {"language": language_in_words(code)})
    return redirect(get_edit_url(record))


def show_signature(
    request: HttpRequest, translation: Translation, record: Any, missing_reason: bool = False, status: int = 200
) -> HttpResponse:
    """The page, after a sign-off without the reason that it needs as well."""
    segments = segments_of(translation)
    source, target = translation.source.locale.language_code, translation.target_locale.language_code
    problems = list(problems_of(segments))
    model = type(record)
    context = {
        "title": translation.source.object_repr,
        "language": language_in_words(target),
        "source_text": {"lang": html_code(source), "dir": direction(source)},
        "target_text": {"lang": html_code(target), "dir": direction(target)},
        "is_shown": record.is_signed,
        "signature": RecordSignature.objects.filter(translation=translation).first(),
        "translation": translation,
        "problems": [
            {"place": field_name(each.segment.path, model), "segment": each.segment, "messages": each.messages}
            for each in problems
        ],
        "missing": missing_in(problems),
        "kept": [
            {"place": field_name(segment.path, model), "segment": segment} for segment in segments if segment.is_kept
        ],
        "total": len(segments),
        "done": sum(segment.target is not None for segment in segments),
        "machine": sum(segment.is_machine for segment in segments),
        "remembered": sum(segment.is_remembered for segment in segments),
        "missing_reason": missing_reason,
        "reason": request.POST.get("reason", ""),
        "sign_address": reverse("sign_record", args=[translation.pk]),
        "edit_address": get_edit_url(record),
    }
    return render(request, "translation/admin/record.html", context, status=status)


def lead_to_signature(request: HttpRequest, record: Any) -> HttpResponse | None:
    """wagtail-localize's "Publish" on a record shows readers nothing by itself; it leads to where it is signed."""
    if request.method != "POST" or request.POST.get("action") != "publish" or not isinstance(record, Signable):
        return None
    translation = translation_of(record)
    if translation is None:
        return None
    messages.info(request, _("Readers get the original until this is signed off."))
    return redirect("sign_record", translation.pk)
