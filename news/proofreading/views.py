"""The page of the CMS that says what is to be looked at before a release is published."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from news.models import ReleasePage
from news.proofreading.checks import Finding, findings
from newsroom.base.models import User


def check_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything to look at, language by language, with the ways to where it is changed; what is lacking first.

    Raises PermissionDenied for those who may not change the release.
    """
    release = get_object_or_404(ReleasePage, pk=pk)
    assert isinstance(request.user, User)  # noqa: S101  (for the type checker; admin access was required)
    if not release.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    pages = ReleasePage.objects.filter(translation_key=release.translation_key, alias_of=None)
    by_code: dict[str, list[Finding]] = {}
    for finding in findings(release):
        by_code.setdefault(finding.code, []).append(finding)
    languages = [
        (page, by_code.get(page.locale.language_code, []))
        for page in pages.select_related("locale").order_by("locale_id")
        if page.permissions_for_user(request.user).can_edit()
    ]
    shown = [finding for _page, found in languages for finding in found]
    lacking = sum(finding.is_lack for finding in shown)
    context = {"release": release, "languages": languages, "number": len(shown) - lacking, "lacking": lacking}
    return render(request, "news/admin/check_release.html", context)
