from copy import copy
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.url_routing import RouteResult

from newsroom.base.caching.changes import is_read_once
from newsroom.base.fields import NotTranslated
from newsroom.base.models import NewsroomPage
from newsroom.home.desk.saved_view import SavedView  # noqa: F401  (a model of this room)
from newsroom.home.frame import kept_lists
from newsroom.home.presentation import front_context

#: More characters than this, in both halves of a name, take two lines in the largest type.
LONG_NAME = 27


class HomePage(NewsroomPage):
    """The front page of a language; it carries the names that every page of that language shows."""

    institution = models.CharField(_("institution"), max_length=150, help_text=_("Whose newsroom this is, in full."))
    name = models.CharField(_("name"), max_length=80, help_text=_("The first, heavier half of the newsroom's name."))
    surname = models.CharField(
        _("second half of the name"), max_length=80, blank=True, help_text=_("The second, lighter half: “Newsroom”.")
    )
    about = models.TextField(
        _("about"), max_length=400, blank=True, help_text=_("Two sentences at the foot of every page.")
    )

    search_kind: ClassVar[None] = None
    shares_slug: ClassVar[bool] = False
    parent_page_types = ["wagtailcore.Page"]
    template = "home/home_page.html"

    content_panels = [
        *NewsroomPage.content_panels,
        FieldPanel("institution"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("surname")]),
        FieldPanel("about"),
    ]
    override_translatable_fields = [NotTranslated("slug")]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    @property
    def is_long(self) -> bool:
        """Whether its name needs smaller type to stand on one line of a desk."""
        return len(self.name) + len(self.surname) > LONG_NAME

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail's; the lists below it are found without a query."""
        kept = kept_lists(self.pk).get(path_components[0]) if path_components and is_read_once() else None
        if kept is None:
            return super().route(request, path_components)
        child = copy(kept)
        child._cached_parent_obj = self
        found: RouteResult = child.route(request, path_components[1:])
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | front_context()
