"""All public addresses, asked of the same predicate as everything else."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpRequest, HttpResponse

from newsroom.base.checks import page_types
from newsroom.base.models import NewsroomPage
from newsroom.base.querysets import NewsroomPageQuerySet


class PageSitemap(Sitemap):
    """The released pages of one type, in every language."""

    limit = 5000

    def __init__(self, page_type: type[NewsroomPage]) -> None:
        self.page_type = page_type

    def items(self) -> NewsroomPageQuerySet:
        return self.page_type.objects.released().select_related("locale").defer_streamfields().order_by("path")

    def location(self, page: NewsroomPage) -> str:
        return page.url or ""

    def lastmod(self, page: NewsroomPage) -> Any:
        return page.last_published_at


def sitemap(request: HttpRequest) -> HttpResponse:
    """sitemap.xml: every page that answers 200 to a stranger."""
    return sitemap_view(request, {model.__name__: PageSitemap(model) for model in page_types()})
