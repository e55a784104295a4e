from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from news.blocks import ReleaseBodyBlock, text_of_block
from news.choices import ReleaseKind
from news.editions.composing import compose
from news.editions.document import ReleaseDocument
from news.editions.showing import ShownRelease
from news.forms import ReleaseForm
from news.letters.closing import SigningEnd, signing_end
from news.letters.showing import letter_context
from news.models.hashtag import HashtagsField, ReleaseHashtag
from news.querysets import ReleaseManager
from news.quotes.recording import record_quotes
from news.quotes.status import standings
from news.releases.completeness import lacks_of
from news.releases.missing_records import Gone, without_gone
from news.releases.plain_text import plain_text
from news.rules.passages import passages_of
from newsroom.base.caching.parts import made_once
from newsroom.base.fields import BodyField, NotTranslated, ShortTextField, VisibleField
from newsroom.base.form_fields import WrappedLine
from newsroom.base.models import Illustrated, NewsroomPage, OriginalLanguage
from newsroom.base.pages.named_records import NamedRecords
from newsroom.base.pages.on_demand import OnDemandField, OnDemandGroup, OnDemandList
from newsroom.base.rules.registry import Passage
from newsroom.publication.choices import Manner
from newsroom.publication.embargoes.fields import ZoneSelect
from newsroom.publication.models import Embargo, RecordedInEditions, Withdrawable
from newsroom.publication.preview_links.panel import NamedCommentPanel
from newsroom.publication.review.fields import life_facts_panel
from search.findable import Findable

SAME_IN_EVERY_LANGUAGE = (
    "kind",
    "dateline_zone",
    "first_issued_at",
    "organisation_links",
    "boilerplate_links",
    "contact_links",
    "hashtag_links",
    "issued_at_event",
    "is_open_for_signature",
    "signing_closes_on",
    "signing_closes_time",
    "signing_zone",
    "signing_extended_from",
)


class ReleasePage(Findable, RecordedInEditions, Withdrawable, Embargo, OriginalLanguage, Illustrated, NewsroomPage):
    """One official announcement, in one language; its translations share address, reference and instant."""

    kind = models.CharField(_("kind"), max_length=20, choices=ReleaseKind.choices, default=ReleaseKind.PRESS_RELEASE)
    subheadline = models.CharField(_("subheadline"), max_length=300, blank=True)
    dateline_place = VisibleField(_("dateline: place"), max_length=100, blank=True)
    dateline_zone = models.CharField(
        _("time zone of the place"),
        max_length=64,
        blank=True,
        help_text=_("The day in the dateline is that of the place. Left empty: worked out from the place, else UTC."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("For lists, the search and mail. Left empty: the subheadline."),
    )
    body: Any = BodyField(ReleaseBodyBlock(), verbose_name=_("text"), blank=True)
    notes_to_editors: Any = ShortTextField(_("notes to editors"), blank=True)
    issued_at_event = models.ForeignKey(
        "campaigns.EventPage",
        verbose_name=_("issued at this event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="releases_issued",
        help_text=_("Readers see it with its day and place as soon as it is public, in their language where it is."),
    )
    is_open_for_signature = models.BooleanField(
        _("others can sign"), default=False, help_text=_("An open letter shows a form until its last second.")
    )
    signing_closes_on = models.DateField(_("signing closes on"), null=True, blank=True)
    signing_closes_time = models.TimeField(
        _("at"), null=True, blank=True, help_text=_("Left empty: the whole day belongs to it, in its time zone.")
    )
    signing_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    #: When it would have closed first, where it was given more time.
    signing_extended_from = models.DateTimeField(null=True, editable=False)
    hashtags = HashtagsField(
        through=ReleaseHashtag,
        blank=True,
        verbose_name=_("hashtags"),
        help_text=_("Without “#”. A campaign hub gathers what carries its hashtag."),
    )

    #: Of a draft that is looked through: whether translators are still at it.
    is_in_translation = False
    #: Of a row in a list: the instant of its last correction.
    corrected_at: datetime | None = None
    #: What the revision that this was read from names and nobody has any more; see `news.releases.missing_records`.
    gone: list[Gone]
    #: What the revision that this was read from names.
    records: NamedRecords | None = None

    found_without: ClassVar[tuple[str, ...]] = ("body", "notes_to_editors")
    search_kind: ClassVar[str] = "release"
    manners: ClassVar[list[Manner]] = [Manner.WITHDRAWN, Manner.GONE, Manner.MOVED]
    exclude_fields_in_copy = ["prepared_revision_id", "first_published_at", "last_published_at"]
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = ReleaseForm
    template = "news/release_page.html"

    content_panels = [
        TitleFieldPanel(
            "title",
            heading=_("Headline"),
            placeholder=_("Headline"),
            help_text=_("What happened, in one line."),
            widget=WrappedLine,
        ),
        FieldPanel("subheadline", widget=WrappedLine),
        FieldRowPanel(
            [
                FieldPanel("kind"),
                FieldPanel("dateline_place"),
                FieldPanel("dateline_zone", widget=ZoneSelect),
            ]
        ),
        FieldPanel("embargoed_until"),
        FieldPanel("summary"),
        Illustrated.image_panel,
        FieldPanel("body"),
        InlinePanel("organisation_links", heading=_("Organisations"), label=_("Organisation"), min_num=1),
        InlinePanel("contact_links", heading=_("Media contacts"), label=_("Media contact"), min_num=1),
        OnDemandList("boilerplate_links", heading=_("Boilerplates"), label=_("Boilerplate")),
        OnDemandList("attachments", heading=_("Attachments"), label=_("Attachment")),
        OnDemandField("hashtags", heading=_("Campaign")),
        OnDemandField("notes_to_editors"),
        OnDemandList("participant_links", heading=_("Participants"), label=_("Participant")),
        OnDemandField("issued_at_event"),
        OnDemandGroup(
            [
                InlinePanel("signatory_links", heading=_("First signed by"), label=_("Signatory")),
                FieldPanel("is_open_for_signature"),
                FieldRowPanel(
                    [
                        FieldPanel("signing_closes_on"),
                        FieldPanel("signing_closes_time"),
                        FieldPanel("signing_zone", widget=ZoneSelect),
                    ]
                ),
            ],
            heading=_("Signatories of an open letter"),
        ),
        life_facts_panel(),
    ]
    settings_panels: ClassVar[list[Any]] = [NamedCommentPanel()]
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("original_language")], _("Address and language")),
        FieldPanel("first_issued_at"),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("subheadline", boost=2),
        index.SearchField("summary"),
        index.SearchField("body_text"),
        index.SearchField("speaker_names"),
        index.FilterField("kind"),
    ]
    override_translatable_fields = [
        *OriginalLanguage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in SAME_IN_EVERY_LANGUAGE),
        NotTranslated("hashtags"),
        NotTranslated("seo_title"),
        NotTranslated("search_description"),
    ]

    objects: ClassVar[Any] = ReleaseManager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Self | None:
        """A draft opens although a record that it names is gone, and knows which (`gone`)."""
        records = NamedRecords(cls, data)
        data, gone = without_gone(cls, data, records)
        page: Self = super().from_serializable_data(records.without_lost(cls, data), check_fks=False)
        page.gone, page.records = gone, records
        records.put_into(page)
        return page

    @property
    def teaser(self) -> str:
        """What stands under the headline in a list."""
        return self.summary or self.subheadline

    @property
    def signing(self) -> SigningEnd | None:
        """Until when others can sign it; None where that was never so."""
        return signing_end(self)

    @property
    def body_text(self) -> str:
        """The words of the body without any markup, a paragraph a line; for the search and its excerpts."""
        return "\n".join(filter(None, map(text_of_block, self.body.raw_data)))

    @property
    def speaker_names(self) -> str:
        """Who is quoted, for the search."""
        speakers = (block.value["speaker"] for block in self.body if block.block_type == "quote")
        return ", ".join(speaker.name for speaker in speakers if speaker)

    def document_as_published(self, earlier: ReleaseDocument | None) -> ReleaseDocument:
        """Its document; the quotes in it become rows."""
        standing = standings(self)
        document = compose(self, earlier, standing)
        record_quotes(self, document, standing)
        return document

    def passages(self) -> Iterable[Passage]:
        """Everything a reader reads in it."""
        return passages_of(self)

    def reasons_against_publication(self) -> list[str]:
        """What is lacking, in words."""
        return [lack.message for lack in lacks_of(self)]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As that of every page on record; under "text/" the release as clean text."""
        if path_components == ["text"] and not self.withdrawal and not self.alias_of_id:
            super().route(request, [])
            return RouteResult(self, kwargs={"as_text": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, as_text: bool = False, **kwargs: Any) -> HttpResponse:
        """The page; or as clean text that names the page as its source."""
        return self.serve_text(request) if as_text else super().serve(request, *args, **kwargs)

    def serve_text(self, request: HttpRequest) -> HttpResponse:
        """The release as clean text."""
        address = request.build_absolute_uri(self.url)
        text = made_once(request, ("clean text", self.pk), lambda: plain_text(ShownRelease(self, request), address))
        headers = {"Link": f'<{address}>; rel="canonical"', "X-Robots-Tag": "noindex"}
        return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)

    def get_route_paths(self) -> list[str]:
        """With the clean text."""
        return [*super().get_route_paths(), "/text/"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        shown = ShownRelease(self, request)
        context = super().get_context(request, *args) | shown.context()
        return context | letter_context(self, request, shown, kwargs.get("form"))
