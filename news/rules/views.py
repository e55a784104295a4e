"""The pages of the CMS that say what is to be looked at before a release is published."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView

from news.models import NewsIndexPage, ReleasePage
from news.rules.findings import findings, place_in_words
from news.rules.panel import PanelLine, panel_lines
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
    by_code: dict[str, list[PanelLine]] = {}
    for finding in findings(release):
        line = PanelLine(finding.message, place_in_words(finding.fault, release), finding.is_blocking)
        by_code.setdefault(finding.code, []).append(line)
    languages = [
        (page, by_code.get(page.locale.language_code, []))
        for page in pages.select_related("locale").order_by("locale_id")
        if page.permissions_for_user(request.user).can_edit()
    ]
    shown = [line for _page, found in languages for line in found]
    lacking = sum(line.is_blocking for line in shown)
    context = {"release": release, "languages": languages, "number": len(shown) - lacking, "lacking": lacking}
    return render(request, "news/admin/check_release.html", context)


class Unsaved:
    """Answers to what an editor has typed and not saved, with the lines of its panel. Stores nothing."""

    http_method_names = ["post"]
    object: Any

    def get_form(self, query_dict: Any) -> Any:
        """The editor's form with what was sent, as it was sent."""
        return self.object.get_edit_handler().get_form_class()(
            query_dict,
            instance=self.object,
            parent_page=self.object.get_parent().specific,
            for_user=self.request.user,  # type: ignore[attr-defined]
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The lines of the panel, in HTML."""
        form = self.get_form(request.POST)
        form.defer_required_fields()
        form.is_valid()
        return render(request, "news/admin/before_publishing_lines.html", panel_lines(form))


class UnsavedChanges(Unsaved, PreviewOnEditView):
    """Of a release that is in the CMS. Wagtail's view of previews reads it and asks who may edit it."""

    def get_object(self) -> ReleasePage:
        """The release as it was drafted last. Raises Http404 for another page, PermissionDenied like the editor."""
        get_object_or_404(ReleasePage, pk=self.kwargs["page_id"])
        page: ReleasePage = super().get_object()
        return page


class UnsavedRelease(Unsaved, PreviewOnCreateView):
    """Of a release that nobody has saved yet."""

    def get_object(self) -> ReleasePage:
        """An empty release in the language of its list. Raises Http404 where no release can be, PermissionDenied for
        those who may write none there."""
        parent = get_object_or_404(NewsIndexPage, pk=self.parent_object_id)
        page: ReleasePage = super().get_object()
        page.locale = parent.locale
        return page
