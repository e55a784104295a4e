import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelsearch import index
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from campaigns.events.blocks import FiguresBlock, InviteesBlock, LinksBlock, PointsBlock, ProgrammeBlock
from campaigns.events.choices import AgendaStatus, Attendance, EventKind, EventState, EventStatus
from campaigns.events.completeness import reasons_against
from campaigns.events.composing import compose_event
from campaigns.events.document import EventDocument
from campaigns.events.forms import EventForm
from campaigns.events.panels import CONTENT_PANELS
from campaigns.events.presentation.page import event_context
from campaigns.events.presentation.passages import passages_of_event
from campaigns.events.presentation.words import stored_times, words_of_event
from campaigns.events.times import EventSpan, SessionTime, session_times, span_of
from campaigns.models.events.rows import EventHashtag
from campaigns.querysets import EventManager
from news.models.hashtag import HashtagsField
from newsroom.base.fields import BodyField, NotTranslated, ShortTextField, VisibleField
from newsroom.base.models import Illustrated, NewsroomPage, OriginalLanguage
from newsroom.publication.corrections.passages import Passage
from newsroom.publication.models import Embargo, RecordedInEditions, Withdrawable
from newsroom.publication.preview_links.panel import NamedCommentPanel
from search.findable import Findable

#: Facts of an event: a translator writes words.
SAME_IN_EVERY_LANGUAGE = (
    *(
        "kind",
        "status",
        "time_zone",
        "starts_on",
        "starts_time",
        "ends_on",
        "ends_time",
        "duration",
        "month",
        "is_date_open",
    ),
    *("attendance", "online_url", "webcast_url", "recording_url", "is_streamed"),
    *("capacity_on_site", "capacity_online", "registration_url", "registration_opens_on", "registration_closes_on"),
    *("registration_opens_time", "registration_closes_time"),
    *("working_languages", "has_interpretation", "mandate_reference", "mandate_url", "mandate_adopted_on"),
    *("mandate_holder", "agenda_status", "first_issued_at"),
    *("organisation_links", "earlier_dates", "release_links", "hashtag_links"),
)
#: What a row keeps of when it takes place.
KEPT_OF_SPAN = ("first_day", "last_day", "begins_at", "ends_at", "happens_from", "happens_until")


class EventPage(Findable, RecordedInEditions, Withdrawable, Embargo, OriginalLanguage, Illustrated, NewsroomPage):
    """Something that people attend, in one language; below a meeting stand its side events.

    Hours are those of the clocks in its zone (`campaigns.events.times`).
    """

    kind = models.CharField(_("kind"), max_length=20, choices=EventKind.choices, default=EventKind.MEETING)
    summary = models.TextField(_("summary"), max_length=300, blank=True, help_text=_("For lists and the search."))
    status = models.CharField(
        pgettext_lazy("of an event", "status"),
        max_length=10,
        choices=EventStatus.choices,
        default=EventStatus.SCHEDULED,
        help_text=_("A cancelled event stays visible. That an event is over is said by itself."),
    )
    status_note = models.TextField(
        _("what changed"), max_length=600, blank=True, help_text=_("What those who wanted to come should know.")
    )

    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        help_text=_("All hours of this event are those of the clocks in this zone, whatever your own is."),
    )
    zone_label = models.CharField(
        _("what the zone is called"), max_length=40, blank=True, help_text=_("As invitations call it, such as EAT.")
    )
    starts_on = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Left empty: the day of its first session.")
    )
    starts_time = models.TimeField(pgettext_lazy("an hour", "begins"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Left empty: the first day."))
    ends_time = models.TimeField(pgettext_lazy("an hour", "ends"), null=True, blank=True)
    duration = models.PositiveSmallIntegerField(_("duration in minutes"), null=True, blank=True)
    is_date_open = models.BooleanField(_("the date is still to come"), default=False)
    month = models.CharField(
        _("month"), max_length=7, blank=True, help_text=_("Where no day is known yet: year-month, 2027-03.")
    )
    #: When it takes place, for lists, which read no sessions; follows from the above.
    first_day = models.DateField(null=True, editable=False, serialize=False)
    last_day = models.DateField(null=True, editable=False, serialize=False)
    begins_at = models.DateTimeField(null=True, editable=False, serialize=False)
    ends_at = models.DateTimeField(null=True, editable=False, serialize=False)
    happens_from = models.DateTimeField(null=True, editable=False, serialize=False, db_index=True)
    happens_until = models.DateTimeField(null=True, editable=False, serialize=False, db_index=True)

    attendance = models.CharField(_("how one takes part"), max_length=10, choices=Attendance.choices, blank=True)
    venue = VisibleField(_("house and room"), max_length=200, blank=True)
    place = VisibleField(_("city"), max_length=100, blank=True)
    address = models.TextField(_("address"), max_length=300, blank=True)
    online_url = models.URLField(_("link to take part online"), max_length=500, blank=True)
    online_note = models.CharField(
        _("how to take part online"), max_length=300, blank=True, help_text=_("Such as: the link follows by mail.")
    )
    is_streamed = models.BooleanField(_("streamed live"), default=False)
    webcast_url = models.URLField(_("webcast"), max_length=500, blank=True)
    recording_url = models.URLField(_("recording"), max_length=500, blank=True)
    capacity_on_site = models.PositiveIntegerField(_("places on site"), null=True, blank=True)
    capacity_on_site_words = models.CharField(
        _("in words"), max_length=200, blank=True, help_text=_("As the invitation says it: “around 30”.")
    )
    capacity_online = models.PositiveIntegerField(_("places online"), null=True, blank=True)
    capacity_online_words = models.CharField(_("in words"), max_length=200, blank=True)
    registration_url = models.URLField(_("link to register"), max_length=500, blank=True)
    registration_note = models.CharField(_("about registration"), max_length=300, blank=True)
    registration_opens_on = models.DateField(_("registration opens"), null=True, blank=True)
    registration_opens_time = models.TimeField(_("at"), null=True, blank=True)
    registration_closes_on = models.DateField(
        _("registration closes"), null=True, blank=True, help_text=_("Without an hour: at the end of this day.")
    )
    registration_closes_time = models.TimeField(_("at"), null=True, blank=True)
    working_languages = models.CharField(
        _("working languages"), max_length=80, blank=True, help_text=_("Codes, such as: en, es")
    )
    has_interpretation = models.BooleanField(_("interpretation is provided"), default=False)
    interpretation_note = models.CharField(_("about interpretation"), max_length=300, blank=True)

    project = models.CharField(_("project"), max_length=300, blank=True)
    series = models.CharField(_("part of a series"), max_length=300, blank=True)
    regions: Any = BodyField(PointsBlock(), verbose_name=_("regions"), blank=True)
    mandate_reference = models.CharField(_("resolution or decision"), max_length=100, blank=True)
    mandate_url = models.URLField(_("where it can be read"), max_length=500, blank=True)
    mandate_adopted_by = models.CharField(_("adopted by"), max_length=200, blank=True)
    mandate_adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    mandate_given_by = models.CharField(
        _("mandate given by"), max_length=200, blank=True, help_text=_("Such as: 193 Member States.")
    )
    mandate_holder = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("mandate given to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mandates",
    )
    mandate_task: Any = ShortTextField(_("what is to be done"), blank=True)
    background: Any = ShortTextField(_("background"), blank=True)
    concept_note: Any = ShortTextField(_("concept note"), blank=True)
    figures: Any = BodyField(FiguresBlock(), verbose_name=_("figures"), blank=True)
    themes: Any = BodyField(PointsBlock(), verbose_name=_("themes"), blank=True)
    objective: Any = ShortTextField(_("overall objective"), blank=True)
    objectives_introduction = models.CharField(_("sentence before the objectives"), max_length=300, blank=True)
    objectives: Any = BodyField(PointsBlock(), verbose_name=_("objectives"), blank=True)
    expected_outcomes: Any = BodyField(PointsBlock(), verbose_name=_("expected outcomes"), blank=True)
    description: Any = ShortTextField(_("description"), blank=True)
    format = models.CharField(_("format"), max_length=200, blank=True, help_text=_("In words: roundtable (fishbowl)."))
    format_note = models.CharField(_("how people take part"), max_length=500, blank=True)
    invitees: Any = BodyField(InviteesBlock(), verbose_name=_("participants and invitees"), blank=True)
    preparation: Any = BodyField(PointsBlock(), verbose_name=_("what to prepare"), blank=True)
    guiding_questions: Any = BodyField(PointsBlock(), verbose_name=_("guiding questions"), blank=True)
    agenda_status = models.CharField(_("state of the agenda"), max_length=10, choices=AgendaStatus.choices, blank=True)
    programme: Any = BodyField(ProgrammeBlock(), verbose_name=_("sessions"), blank=True)
    outcome: Any = ShortTextField(_("outcome"), blank=True)
    links: Any = BodyField(LinksBlock(), verbose_name=_("links to read more"), blank=True)
    footnotes: Any = BodyField(LinksBlock(), verbose_name=_("notes"), blank=True)
    hashtags = HashtagsField(through=EventHashtag, blank=True, verbose_name=_("hashtags"), help_text=_("Without “#”."))

    #: Of a preview: what it is shown as by the clock, or by its status.
    shown_event_state: EventState | None = None

    search_kind: ClassVar[str] = "event"
    exclude_fields_in_copy = ["prepared_revision_id", "first_published_at", "last_published_at"]
    parent_page_types = ["campaigns.EventIndexPage", "campaigns.EventPage"]
    subpage_types = ["campaigns.EventPage"]
    base_form_class = EventForm
    template = "campaigns/event_page.html"

    content_panels: ClassVar[list[Any]] = CONTENT_PANELS
    settings_panels: ClassVar[list[Any]] = [NamedCommentPanel()]
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("original_language")], _("Address and language")),
        FieldPanel("first_issued_at"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.FilterField("kind")]
    override_translatable_fields = [
        *OriginalLanguage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in SAME_IN_EVERY_LANGUAGE),
        NotTranslated("hashtags"),
        NotTranslated("seo_title"),
        NotTranslated("search_description"),
    ]

    objects: ClassVar[Any] = EventManager()

    class Meta:
        verbose_name = pgettext_lazy("what people attend", "event")
        verbose_name_plural = pgettext_lazy("what people attend", "events")

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Write the event, and when it takes place as lists know it."""
        if update_fields is None:
            span = self.span
            for name in KEPT_OF_SPAN:
                setattr(self, name, getattr(span, name))
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def same_in_every_language(self) -> tuple[str, ...]:
        """The fields and lists that all languages share."""
        return SAME_IN_EVERY_LANGUAGE

    def stored_times(self) -> Iterator[Mapping[str, Any]]:
        """Day, start and minutes of each session as stated."""
        return stored_times(self)

    def session_times(self) -> Iterator[SessionTime]:
        """When each session takes place, in the order of the programme."""
        return session_times(stored_times(self), self.starts_on, self.time_zone, self.starts_time)

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """An editor previews each state that a page of the record, and what people attend, can be in."""
        return [*super().preview_modes, *EventState.choices]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page in the chosen state."""
        self.shown_event_state = EventState(mode_name) if mode_name in EventState.values else None
        answer: HttpResponse = super().serve_preview(request, mode_name)
        return answer

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | event_context(self, request)

    def document_as_published(self, earlier: EventDocument | None) -> EventDocument:
        """Its document, whatever was published before."""
        return compose_event(self)

    def passages(self) -> Iterable[Passage]:
        """Everything a reader reads in it."""
        return passages_of_event(self)

    def reasons_against_publication(self) -> list[str]:
        """What is lacking or wrong, in words."""
        return reasons_against(self)

    @property
    def body_text(self) -> str:
        """The words of the event, for excerpts."""
        return "\n".join(filter(None, words_of_event(self)))

    @property
    def span(self) -> EventSpan:
        """When the event takes place."""
        return span_of(self)

    @property
    def kept_span(self) -> EventSpan:
        """When the event takes place as it was written last, without a look at its sessions."""
        month = "" if self.first_day else self.month
        return EventSpan(month=month, **{name: getattr(self, name) for name in KEPT_OF_SPAN})

    def state_at(self, now: datetime.datetime | None = None) -> EventState:
        """What the event is for a reader at an aware instant, by default now."""
        now = now or timezone.now()
        if self.status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
            return EventState(self.status)
        if self.happens_until and self.happens_until <= now:
            return EventState.HELD
        if self.happens_from and self.happens_from <= now and self.begins_at:
            return EventState.NOW
        return EventState.MOVED if self.status == EventStatus.MOVED else EventState.AHEAD
