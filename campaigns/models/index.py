from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from newsroom.base.models import NewsroomPage


class CampaignIndexPage(NewsroomPage):
    """The list of campaigns."""

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)

    search_kind: ClassVar[None] = None
    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignHubPage"]
    max_count_per_parent = 1
    template = "campaigns/campaign_index_page.html"

    content_panels = [*NewsroomPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from campaigns.models.hub import CampaignHubPage

        hubs = CampaignHubPage.objects.for_listing()
        return super().get_context(request, *args, **kwargs) | {"hubs": hubs}
