from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.models.hub import CampaignHubPage
from news.releases.lists import Lists
from newsroom.base.models import ListPage


class CampaignIndexPage(ListPage):
    """The list of campaigns."""

    subpage_types = ["campaigns.CampaignHubPage"]
    template = "campaigns/campaign_index_page.html"

    class Meta:
        verbose_name = _("list of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"hubs": CampaignHubPage.objects.listed(Lists())}
