from copy import copy
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from newsroom.base.caching.parts import is_for_strangers
from newsroom.base.caching.values import cached_until_change
from newsroom.base.models.page import NewsroomPage


class ListPage(NewsroomPage):
    """A page that lists its children and stands once under each front page."""

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)

    search_kind: ClassVar[None] = None
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    content_panels = [*NewsroomPage.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail's, with one query for a public page of the list; all others go the long way."""
        child = self.child_for(request, path_components[0]) if path_components else None
        if child is None:
            return super().route(request, path_components)
        child.found_public, child._cached_parent_obj = True, self
        found: RouteResult = child.route(request, path_components[1:])
        return found

    def child_for(self, request: HttpRequest, slug: str) -> Any:
        """As below; for a stranger a copy of what is kept until something changes."""
        if not is_for_strangers(request):
            return self.public_child(slug)
        return copy(kept_child(type(self), self.pk, slug))

    def public_child(self, slug: str) -> Any:
        """The page of the list that has a slug and that anybody may see, or None."""
        for model in self.allowed_subpage_models():
            public = model.objects.released().child_of(self).filter(slug=slug)
            if child := public.select_related(*model.found_with).defer(*model.found_without).first():
                return child
        return None


@cached_until_change
def kept_child(model: type[ListPage], pk: int, slug: str) -> Any:
    """The public page of a list with a slug, ready to keep, or None."""
    child = model._default_manager.get(pk=pk).public_child(slug)
    return child.ready_to_keep() if child else None
