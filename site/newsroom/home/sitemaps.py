"""All public addresses, asked of the same predicate as everything else."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from news.models import Quote
from newsroom.base.checks import page_types
from newsroom.base.models import NewsroomPage
from newsroom.base.querysets import NewsroomPageQuerySet
from newsroom.language.normalisation import without_unwritable
from organisations.models import Organisation, Person


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


class RecordSitemap(Sitemap):
    """The pages of speakers and organisations and the lists of them, in every language."""

    i18n = True

    def items(self) -> list[tuple[str, ...]]:
        lists = [("speakers",), ("organisations",), ("search",)]
        people = Person.objects.released().order_by("slug").values_list("slug", flat=True).distinct()
        bodies = Organisation.objects.released().order_by("slug").values_list("slug", flat=True).distinct()
        return [*lists, *(("speaker", slug) for slug in people), *(("organisation", slug) for slug in bodies)]

    def location(self, address: tuple[str, ...]) -> str:
        return reverse(address[0], args=address[1:])


class QuoteSitemap(Sitemap):
    """The permanent addresses of quotes, each in the languages it exists in."""

    limit = 5000

    def items(self) -> Any:
        return Quote.objects.released().select_related("locale", "release").order_by("pk")

    def location(self, quote: Quote) -> str:
        return quote.get_absolute_url()

    def lastmod(self, quote: Quote) -> Any:
        return quote.release.last_published_at


def sitemap(request: HttpRequest) -> HttpResponse:
    """sitemap.xml: every page that answers 200 to a stranger, without characters that XML cannot carry."""
    pages: dict[str, Sitemap | type[Sitemap]] = {model.__name__: PageSitemap(model) for model in page_types()}
    answer = sitemap_view(request, pages | {"records": RecordSitemap(), "quotes": QuoteSitemap()})
    answer.content = without_unwritable(answer.rendered_content)
    return answer
