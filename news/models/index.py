from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from newsroom.base.models import NewsroomPage


class NewsIndexPage(NewsroomPage):
    """The list of all releases, with filters (domain.md)."""

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)

    search_kind: ClassVar[None] = None
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ReleasePage"]
    max_count_per_parent = 1
    template = "news/news_index_page.html"

    content_panels = [*NewsroomPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of releases")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news.listing import listing_context

        return super().get_context(request, *args, **kwargs) | listing_context(request)
