"""What every page of the newsroom has in common: an address shared by its languages, and who may see it."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from newsroom.base.alternates import Alternate, alternates_of_page
from newsroom.base.permissions import NewsroomPagePermissionTester
from newsroom.base.querysets import NewsroomPageManager

#: For the bases of page types that stand before `Page`: a type checker then knows what they can ask of it.
PageBase: Any = Page if TYPE_CHECKING else models.Model


class NewsroomPage(Page):
    """A page with one slug in all its languages, shown to strangers only when the predicate says so.

    `search_kind` names what a search finds when it finds this page; None keeps it out of the search. A
    system check demands it of every page type.
    """

    search_kind: ClassVar[str | None]
    shares_slug: ClassVar[bool] = True

    objects = NewsroomPageManager()

    settings_panels: ClassVar[list[Any]] = []  # no schedule beside the embargo

    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail's, but the page itself answers only if the one public predicate lets it."""
        if not path_components and not type(self).objects.released().filter(pk=self.pk).exists():
            raise Http404
        return super().route(request, path_components)

    def permissions_for_user(self, user: Any) -> NewsroomPagePermissionTester:
        """What somebody may do with the page; whoever asks Wagtail asks this."""
        return NewsroomPagePermissionTester(user, self)

    @cached_property
    def alternates(self) -> list[Alternate]:
        """The languages this page can be read in, itself included, in the newsroom's order."""
        return alternates_of_page(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["alternates"] = self.alternates
        return context
