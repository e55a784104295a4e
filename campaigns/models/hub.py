from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelsearch import index
from wagtail.admin.panels import FieldPanel, InlinePanel, TitleFieldPanel
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.presentation import hub_context
from campaigns.querysets import CampaignHubManager
from newsroom.base.forms import OriginalLanguageForm
from newsroom.base.models import Illustrated, NewsroomPage, OriginalLanguage
from newsroom.publication.models import Withdrawable
from search.findable import Findable

LONG_HASHTAG = 13


class CampaignHubPage(Findable, Withdrawable, OriginalLanguage, Illustrated, NewsroomPage):
    """The page that gathers by itself everything that carries one hashtag."""

    hashtag = models.ForeignKey(
        "news.Hashtag", verbose_name=_("hashtag"), on_delete=models.PROTECT, related_name="hubs"
    )
    introduction = models.TextField(
        _("introduction"), max_length=500, blank=True, help_text=_("What it is, in two sentences.")
    )

    search_kind: ClassVar[str] = "campaign"
    exclude_fields_in_copy = ["first_published_at", "last_published_at"]
    base_form_class = OriginalLanguageForm
    parent_page_types = ["campaigns.CampaignIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "campaigns/campaign_hub_page.html"

    content_panels = [
        TitleFieldPanel("title", heading=_("Name in lists")),
        FieldPanel("hashtag"),
        FieldPanel("introduction"),
        InlinePanel("key_figures", heading=_("Key figures"), label=_("Key figure")),
        Illustrated.image_panel,
    ]
    promote_panels = [FieldPanel("slug"), FieldPanel("original_language")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    override_translatable_fields = [
        *OriginalLanguage.override_translatable_fields,
        SynchronizedField("hashtag", overridable=False),
    ]

    objects: ClassVar[Any] = CampaignHubManager()

    class Meta:
        verbose_name = _("campaign hub")
        verbose_name_plural = _("campaign hubs")

    @property
    def is_long(self) -> bool:
        """Whether the hashtag needs smaller type to stand on one line of a phone."""
        return len(self.hashtag.name) > LONG_HASHTAG

    @property
    def body_text(self) -> str:
        """The words of the hub, for the excerpts of the search."""
        return self.introduction

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | hub_context(self)


class KeyFigure(TranslatableMixin, Orderable):
    """A number that matters in a campaign and what it counts."""

    page = ParentalKey(CampaignHubPage, on_delete=models.CASCADE, related_name="key_figures")
    value = models.CharField(_("figure"), max_length=20)
    label = models.CharField(_("what it counts"), max_length=200)

    panels = [FieldPanel("value"), FieldPanel("label")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("key figure")

    def __str__(self) -> str:
        return f"{self.value} {self.label}"
