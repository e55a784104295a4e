from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from news.models.release import ReleasePage  # noqa: F401  (its pages stand below)
from news.releases.lists import listing_context
from newsroom.base.models import ListPage


class NewsIndexPage(ListPage):
    """The list of all releases, with filters."""

    subpage_types = ["news.ReleasePage"]
    template = "news/news_index_page.html"

    class Meta:
        verbose_name = _("list of releases")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | listing_context(request)
