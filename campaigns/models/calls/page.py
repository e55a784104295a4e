from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.contrib.forms.models import FormMixin
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from campaigns.answers.answer_form import AnswerForm, form_of_call
from campaigns.calls.choices import CallKind, CallState
from campaigns.calls.completeness import lacks_of_call
from campaigns.calls.composing import compose_call
from campaigns.calls.document import CallDocument
from campaigns.calls.forms import CallForm
from campaigns.calls.presentation.page import call_context
from campaigns.calls.presentation.terms import TERMS
from campaigns.calls.presentation.words import passages_of_call, words_of_call
from campaigns.calls.presentation.words_of_time import closing_of, opening_of, time_left
from campaigns.calls.querysets import CallManager
from campaigns.calls.states import state_of_call
from campaigns.models.calls.answer import CallAnswer
from campaigns.models.calls.rows import CallHashtag
from news.models.hashtag import HashtagsField
from newsroom.base.fields import NotTranslated, ShortTextField, VisibleField
from newsroom.base.models import Illustrated, NewsroomPage, OriginalLanguage
from newsroom.base.pages.on_demand import OnDemandField, OnDemandGroup, OnDemandList
from newsroom.publication.choices import Manner, RecordState
from newsroom.publication.corrections.passages import Passage
from newsroom.publication.deadlines.instants import closing_instant, opening_instant
from newsroom.publication.deadlines.moments import Moment
from newsroom.publication.embargoes.zones import ZoneInput
from newsroom.publication.models import Embargo, RecordedInEditions, Withdrawable
from newsroom.publication.review.fields import life_facts_panel
from search.findable import Findable

SAME_IN_EVERY_LANGUAGE = (
    *("kind", "issued_on", "leads_to_event", "consent_text_of", "answers_deleted_on", "outcome_due_on"),
    "first_issued_at",
    *TERMS,
    *("organisation_links", "working_languages", "officers", "hashtag_links"),
)


#: The last columns of the table of answers.
LAST = (("consent_text_of", _("Agreed to the text of")), ("withdrawn_at", _("Withdrawn at")))


class CallPage(
    Findable, RecordedInEditions, Withdrawable, Embargo, OriginalLanguage, Illustrated, NewsroomPage, FormMixin
):
    """An invitation to take part, with what is asked, until when, and the form to answer it with."""

    kind = models.CharField(_("kind"), max_length=20, choices=CallKind.choices, default=CallKind.INVITATION)
    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("For lists, the search and mail: one sentence.")
    )
    issued_place = VisibleField(_("issued at"), max_length=100, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    salutation = models.CharField(_("salutation"), max_length=200, blank=True)
    why: Any = ShortTextField(_("why"), blank=True)
    leads_to = models.TextField(
        _("leads to"), max_length=600, blank=True, help_text=_("What happens with the results, and where.")
    )
    leads_to_event = models.ForeignKey(
        "campaigns.EventPage",
        verbose_name=_("leads to this event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="calls_leading_here",
        help_text=_("Once it is public, readers see its name, its days and its place, in their language where it is."),
    )
    steps_intro = models.CharField(_("sentence before the steps"), max_length=300, blank=True)
    steps_note = models.CharField(_("sentence after the steps"), max_length=300, blank=True)
    meetings_rhythm = models.CharField(_("rhythm"), max_length=200, blank=True, help_text=_("“Every two months”."))
    meetings_note = models.CharField(_("how many, as written"), max_length=200, blank=True)
    scope = models.CharField(_("scope"), max_length=300, blank=True, help_text=_("“Cities all over the world”."))
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    opens_on = models.DateField(
        _("opens on"), null=True, blank=True, help_text=_("Left empty: open as soon as it is public.")
    )
    opens_time = models.TimeField(_("at"), null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    closes_time = models.TimeField(
        _("at"), null=True, blank=True, help_text=_("Left empty: the whole day belongs to the call, in its time zone.")
    )
    opens_at = models.DateTimeField(null=True, editable=False, db_index=True)
    closes_at = models.DateTimeField(null=True, editable=False, db_index=True)
    #: When it would have closed first, where it was given more time.
    extended_from = models.DateTimeField(null=True, editable=False)
    extension_note = models.CharField(
        _("why it was extended"), max_length=300, blank=True, help_text=_("And what those need do who answered.")
    )
    focal_points_intro = models.CharField(_("sentence before the focal points"), max_length=300, blank=True)
    closing_words: Any = ShortTextField(_("closing words"), blank=True)
    valediction = models.CharField(_("valediction"), max_length=200, blank=True, help_text=_("“Yours sincerely”."))
    form_title = models.CharField(_("heading of the form"), max_length=200, blank=True)
    form_intro = models.TextField(_("introduction of the form"), max_length=600, blank=True)
    consent_text = models.TextField(
        _("text to agree to"), max_length=1_000, blank=True, help_text=_("Who keeps the answer, for what, until when.")
    )
    consent_text_of = models.DateField(_("text of"), null=True, blank=True)
    answers_deleted_on = models.DateField(
        _("answers are deleted on"), null=True, blank=True, help_text=_("At the beginning of this day, files too.")
    )
    outcome_due_on = models.DateField(
        _("outcome due on"),
        null=True,
        blank=True,
        help_text=_("Officers are reminded four weeks and a week ahead."),
    )
    outcome_on = models.DateField(
        _("outcome published on"), null=True, blank=True, help_text=_("With it the call stands as done.")
    )
    outcome: Any = ShortTextField(_("outcome"), blank=True)
    hashtags = HashtagsField(
        through=CallHashtag,
        blank=True,
        verbose_name=_("hashtags"),
        help_text=_("Without “#”. A campaign hub gathers what carries its hashtag."),
    )

    #: Of a preview: the state that the call is shown in.
    shown_as: CallState | None = None
    search_kind: ClassVar[str] = "call"
    manners: ClassVar[list[Manner]] = [Manner.WITHDRAWN, Manner.GONE, Manner.MOVED]
    exclude_fields_in_copy = ["prepared_revision_id", "first_published_at", "last_published_at"]
    parent_page_types = ["campaigns.CallIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = CallForm
    template = "campaigns/call_page.html"

    content_panels = [
        TitleFieldPanel("title", heading=_("Subject"), placeholder=_("Subject")),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("issued_place"), FieldPanel("issued_on")]),
        FieldPanel("embargoed_until"),
        MultiFieldPanel(
            [
                FieldPanel("time_zone", widget=ZoneInput),
                FieldRowPanel([FieldPanel("opens_on"), FieldPanel("opens_time")]),
                FieldRowPanel([FieldPanel("closes_on"), FieldPanel("closes_time")]),
                FieldPanel("extension_note"),
            ],
            heading=_("Open from and until"),
        ),
        MultiFieldPanel(
            [FieldPanel("pasted_organisations"), InlinePanel("organisation_links", label=_("Organisation"))],
            heading=_("Organisations"),
        ),
        OnDemandField("salutation"),
        FieldPanel("why"),
        FieldPanel("leads_to"),
        OnDemandField("leads_to_event"),
        Illustrated.image_panel,
        MultiFieldPanel(
            [
                FieldPanel("steps_intro"),
                FieldPanel("pasted_steps"),
                InlinePanel("steps", label=_("Step")),
                FieldPanel("steps_note"),
            ],
            heading=_("What is asked"),
        ),
        OnDemandGroup(
            [
                FieldRowPanel([FieldPanel("meetings_note"), FieldPanel("meetings_rhythm")]),
                FieldPanel("pasted_meetings"),
                InlinePanel("meetings", label=_("Meeting")),
            ],
            heading=_("Meetings"),
        ),
        MultiFieldPanel(
            [InlinePanel("audiences", label=_("Who may answer")), FieldPanel("scope")], heading=_("Who may answer")
        ),
        OnDemandGroup(
            [
                FieldPanel("focal_points_intro"),
                FieldPanel("pasted_focal_points"),
                InlinePanel("focal_points", label=_("Focal point")),
            ],
            heading=_("Focal points"),
        ),
        OnDemandList("working_languages", heading=_("Working languages"), label=_("Language")),
        OnDemandList("attachments", heading=_("Attachments"), label=_("Attachment")),
        OnDemandGroup(
            [
                FieldPanel("closing_words"),
                FieldPanel("valediction"),
                FieldPanel("pasted_signatories"),
                InlinePanel("signatories", label=_("Signatory")),
            ],
            heading=_("Signed"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("form_title"),
                FieldPanel("form_intro"),
                FieldPanel("pasted_questions"),
                InlinePanel("form_fields", label=_("Question")),
                FieldPanel("consent_text"),
                FieldRowPanel([FieldPanel("consent_text_of"), FieldPanel("answers_deleted_on")]),
            ],
            heading=_("Form"),
        ),
        OnDemandGroup(
            [
                FieldPanel("outcome_due_on"),
                InlinePanel("officers", label=_("Officer to be reminded")),
                FieldPanel("outcome_on"),
                FieldPanel("outcome"),
            ],
            heading=_("Outcome"),
        ),
        OnDemandField("hashtags", heading=_("Campaign")),
        life_facts_panel(),
    ]
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("original_language")], _("Address and language")),
        FieldPanel("first_issued_at"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body_text")]
    override_translatable_fields = [
        *OriginalLanguage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in SAME_IN_EVERY_LANGUAGE),
        NotTranslated("hashtags"),
        NotTranslated("seo_title"),
        NotTranslated("search_description"),
    ]

    objects: ClassVar[Any] = CallManager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the page with the instants that follow from its days and hours. Raises ValidationError for none."""
        if kwargs.get("update_fields") is None:
            self.reckon_instants()
        super().save(*args, **kwargs)

    def reckon_instants(self) -> None:
        """Work out the instants from days, hours and zone. Raises ValidationError for a time that is none there."""
        self.opens_at = opening_instant(self.opens_on, self.opens_time, self.time_zone)
        self.closes_at = closing_instant(self.closes_on, self.closes_time, self.time_zone)

    @property
    def same_in_every_language(self) -> tuple[str, ...]:
        """The facts and lists that a translation takes from its original."""
        return SAME_IN_EVERY_LANGUAGE

    @property
    def has_outcome(self) -> bool:
        """Whether it is known what became of it."""
        return self.outcome_on is not None

    @property
    def is_extended(self) -> bool:
        """Whether it was given more time since it became public."""
        return self.extended_from is not None

    @property
    def state(self) -> CallState:
        """Where it stands by the clock; of a preview the state that was chosen."""
        return self.shown_as or state_of_call(self)

    @property
    def closing(self) -> Moment | None:
        """When it closes, as readers are told."""
        return closing_of(self)

    @property
    def opening(self) -> Moment | None:
        """When it opens, as readers are told."""
        return opening_of(self)

    @property
    def left(self) -> str:
        """How long it is open, in words."""
        return time_left(self, self.state)

    @property
    def body_text(self) -> str:
        """Its words without markup, for the search and its excerpts."""
        return words_of_call(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args) | call_context(self, request, kwargs.get("form"))

    def document_as_published(self, earlier: CallDocument | None) -> CallDocument:
        """Its document."""
        return compose_call(self)

    def passages(self) -> Iterable[Passage]:
        """Everything a reader reads in it."""
        return passages_of_call(self)

    def reasons_against_publication(self) -> list[str]:
        """What is lacking, in words."""
        return [lack.message for lack in lacks_of_call(self)]

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """An editor previews each state of a call, and each of a page of the record."""
        return [*CallState.choices, *super().preview_modes[1:]]

    @property
    def default_preview_mode(self) -> str:
        """As it would stand if it were published now."""
        return state_of_call(self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page in the chosen state."""
        self.shown_as = CallState(mode_name) if mode_name in CallState.values else None
        mode = RecordState.LIVE if self.shown_as else mode_name
        answer: HttpResponse = super().serve_preview(request, mode)
        return answer

    def get_submissions(self) -> Any:
        """The answers to it in all its languages."""
        return CallAnswer.objects.to(self)

    def get_submission_class(self) -> type[CallAnswer]:
        """What an answer is kept as."""
        return CallAnswer

    def get_submissions_list_view_class(self) -> Any:
        """Where officers see the answers."""
        return import_string("campaigns.answers.answer_lists.AnswersList")

    def get_data_fields(self) -> list[tuple[str, Any]]:
        """The columns of the table of answers, with their headings."""
        asked = [(row.clean_name, row.label) for row in self.form_fields.all()]
        return [("number", _("Number")), ("submit_time", _("Answered at")), ("language", _("Language")), *asked, *LAST]

    def form_for_readers(self) -> AnswerForm:
        """The form with which it is answered, empty."""
        return form_of_call(self)
