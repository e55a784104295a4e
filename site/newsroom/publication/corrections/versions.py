"""Earlier versions of corrected pages: readable, marked as superseded, never indexed."""

import uuid
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.publication.choices import CorrectionKind, RecordState

if TYPE_CHECKING:
    from newsroom.publication.models.edition import CorrectionBase, RecordedInEditions


def serve_earlier(page: "RecordedInEditions", request: HttpRequest, correction: "CorrectionBase") -> HttpResponse:
    """An earlier version under its own address: says what superseded it, and that search engines pass it by."""
    page.shown_state, page.superseded_by = RecordState.SUPERSEDED, correction
    response = render(request, page.get_template(request), page.get_context(request))
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{request.build_absolute_uri(page.url)}>; rel="canonical"'
    return response


def example_correction(page: "RecordedInEditions") -> "CorrectionBase":
    """For previews of a page that was not corrected yet: how a correction will look."""
    example: CorrectionBase = page.corrections.model(
        **{page.corrections.field.name: page},
        correction_id=uuid.uuid4(),
        number=1,
        kind=CorrectionKind.FACTUAL,
        said=_("Here stands what the release said."),
        says=_("Here stands what it says now."),
        reason=_("Here stands why it was corrected."),
        corrected_at=timezone.now(),
    )
    return example


def corrections_shown(page: "RecordedInEditions") -> "list[CorrectionBase]":
    """The corrections that a page tells of, the newest first, each with the `languages` it was made in.

    An earlier version tells of none; a preview of the corrected state of at least one.
    """
    if page.shown_state == RecordState.SUPERSEDED or not page.pk:
        return []
    corrections = list(page.corrections.for_notice())
    if page.shown_state == RecordState.CORRECTED and not corrections:
        corrections = [example_correction(page)]
    codes = corrected_languages(corrections)
    for correction in corrections:
        setattr(correction, correction.page_field, page)
        correction.languages = [code for code, _name in settings.LANGUAGES if code in codes[correction.correction_id]]
    return corrections


def corrected_languages(corrections: "list[CorrectionBase]") -> dict[Any, set[str]]:
    """The codes of the languages in which each correction was made and can be read; one query."""
    codes: dict[Any, set[str]] = defaultdict(set)
    if corrections:
        model = type(corrections[0])
        rows = model._default_manager.released().filter(correction_id__in=[each.correction_id for each in corrections])
        for key, code in rows.values_list("correction_id", f"{model.page_field}__locale__language_code"):
            codes[key].add(code)
    return codes


def state_of(page: "RecordedInEditions", corrections: "list[CorrectionBase]") -> RecordState:
    """What a page is for whoever looks at it now: the state chosen for a preview, else its own."""
    if page.shown_state:
        return page.shown_state
    if page.embargoed_until and page.embargoed_until > timezone.now():
        return RecordState.EMBARGOED
    return RecordState.CORRECTED if corrections else RecordState.LIVE
