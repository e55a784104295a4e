"""Earlier versions of corrected releases: readable, marked as superseded, never indexed."""

import uuid
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from news.choices import CorrectionKind, ReleaseState
from news.models.correction import Correction

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def serve_earlier(release: "ReleasePage", request: HttpRequest, correction: Correction) -> HttpResponse:
    """An earlier version under its own address: says what superseded it, and that search engines pass it by."""
    release.shown_state, release.superseded_by = ReleaseState.SUPERSEDED, correction
    response = render(request, release.get_template(request), release.get_context(request))
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{request.build_absolute_uri(release.url)}>; rel="canonical"'
    return response


def example_correction(release: "ReleasePage") -> Correction:
    """For previews of a release that was not corrected yet: how a correction will look."""
    return Correction(
        correction_id=uuid.uuid4(),
        release=release,
        number=1,
        kind=CorrectionKind.FACTUAL,
        said=_("Here stands what the release said."),
        says=_("Here stands what it says now."),
        reason=_("Here stands why it was corrected."),
        corrected_at=timezone.now(),
    )


def corrections_shown(release: "ReleasePage") -> list[Correction]:
    """The corrections that a release's page tells of, the newest first, each with the `languages` it was made in.

    An earlier version tells of none; a preview of the corrected state of at least one.
    """
    if release.shown_state == ReleaseState.SUPERSEDED or not release.pk:
        return []
    corrections = list(release.corrections.for_notice())
    if release.shown_state == ReleaseState.CORRECTED and not corrections:
        corrections = [example_correction(release)]
    codes = corrected_languages(corrections)
    for correction in corrections:
        correction.release = release
        correction.languages = [code for code, _name in settings.LANGUAGES if code in codes[correction.correction_id]]
    return corrections


def corrected_languages(corrections: list[Correction]) -> dict[Any, set[str]]:
    """The codes of the languages in which each correction was made and can be read; one query."""
    codes: dict[Any, set[str]] = defaultdict(set)
    if corrections:
        rows = Correction.objects.released().filter(correction_id__in=[each.correction_id for each in corrections])
        for key, code in rows.values_list("correction_id", "release__locale__language_code"):
            codes[key].add(code)
    return codes


def state_of(release: "ReleasePage", corrections: list[Correction]) -> ReleaseState:
    """What a release is for whoever looks at it now: the state chosen for a preview, else its own."""
    if release.shown_state:
        return release.shown_state
    if release.embargoed_until and release.embargoed_until > timezone.now():
        return ReleaseState.EMBARGOED
    return ReleaseState.CORRECTED if corrections else ReleaseState.LIVE
