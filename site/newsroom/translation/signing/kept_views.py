"""The buttons beside a segment that leave it as it is in the original, and that take this back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail_localize.models import StringSegment, Translation

from newsroom.translation.exchange.views import own_translation
from newsroom.translation.models import TranslationTask
from newsroom.translation.rights import may_sign
from newsroom.translation.signing.kept import keep_as_original, translate_after_all


@require_POST
def keep_segment(request: HttpRequest, translation_id: int, segment_id: int) -> HttpResponse:
    """Leave one segment as it is. Raises PermissionDenied for those who may not sign, Http404 for none of this text."""
    translation, segment = own_segment(request, translation_id, segment_id)
    keep_as_original(translation, segment, request.user)
    messages.success(request, _("Left as in the original. Readers see in which language it is."))
    return redirect(signing_address(translation))


@require_POST
def translate_segment(request: HttpRequest, translation_id: int, segment_id: int) -> HttpResponse:
    """Take the mark of one segment off. Raises as `keep_segment`."""
    translation, segment = own_segment(request, translation_id, segment_id)
    translate_after_all(translation, segment)
    return redirect(signing_address(translation))


def own_segment(request: HttpRequest, translation_id: int, segment_id: int) -> tuple[Translation, StringSegment]:
    """A segment of a translation that whoever asks answers for."""
    translation = own_translation(request, translation_id)
    if not may_sign(request.user, translation.target_locale_id):
        raise PermissionDenied
    segments: Any = translation.source.stringsegment_set.select_related("string", "context")
    return translation, get_object_or_404(segments, pk=segment_id)


def signing_address(translation: Translation) -> str:
    """Where a translation is signed off: on the page of its task, a record's without one on its own."""
    task = TranslationTask.objects.filter(
        translation_key=translation.source.object_id, target_locale=translation.target_locale_id
    ).first()
    if task:
        return reverse("translation_task", args=[task.pk])
    return reverse("sign_record", args=[translation.pk])
