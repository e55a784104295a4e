from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from campaigns.presentation import hub_context
from campaigns.querysets import CampaignHubManager
from campaigns.sharing.kit import kit_answer
from newsroom.base.forms import OriginalLanguageForm
from newsroom.base.models import Illustrated, NewsroomPage, OriginalLanguage
from newsroom.publication.models import Withdrawable
from search.findable import Findable

LONG_HASHTAG, VERY_LONG_HASHTAG = 13, 24
#: What stands behind the address of a hub for its share kit.
KIT = "share-kit"


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
        InlinePanel("key_messages", heading=_("Key messages"), label=_("Key message")),
        Illustrated.image_panel,
        InlinePanel("partner_links", heading=_("Partners"), label=_("Partner")),
        MultiFieldPanel(
            [
                HelpPanel(_("What others may take to speak of the campaign. Readers download all of it as one file.")),
                InlinePanel("share_texts", heading=_("Texts to share"), label=_("Text to share")),
                InlinePanel("share_pictures", heading=_("Pictures to share"), label=_("Picture to share")),
            ],
            heading=_("Share kit"),
        ),
    ]
    promote_panels = [FieldPanel("slug"), FieldPanel("original_language")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    override_translatable_fields = [
        *OriginalLanguage.override_translatable_fields,
        SynchronizedField("hashtag", overridable=False),
        SynchronizedField("share_pictures", overridable=False),
    ]

    objects: ClassVar[Any] = CampaignHubManager()

    class Meta:
        verbose_name = _("campaign hub")
        verbose_name_plural = _("campaign hubs")

    @property
    def size_of_name(self) -> str:
        """The class that sets a longer hashtag so small that it stands on a phone: "", "long" or "turning"."""
        length = len(self.hashtag.name)
        return "turning" if length > VERY_LONG_HASHTAG else "long" if length > LONG_HASHTAG else ""

    @property
    def is_original(self) -> bool:
        """Whether this is the language in which the hub was written."""
        return bool(self.locale.language_code == self.original_language)

    @property
    def body_text(self) -> str:
        """The words of the hub, for the excerpts of the search."""
        return self.introduction

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As every page's; under "share-kit/" what others may take, as one file."""
        if path_components == [KIT] and not self.withdrawal and not self.alias_of_id:
            super().route(request, [])
            return RouteResult(self, kwargs={"has_kit": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, has_kit: bool = False, **kwargs: Any) -> Any:
        """The page, or its share kit."""
        if has_kit:
            return kit_answer(self)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | hub_context(self, request) | {"kit": f"{self.url}{KIT}/"}
