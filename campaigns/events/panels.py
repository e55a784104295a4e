"""The form of an event in the CMS, in the order in which an invitation says things."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel

from newsroom.base.models import Illustrated
from newsroom.base.pages.on_demand import OnDemandField, OnDemandGroup, OnDemandList
from newsroom.publication.embargoes.zones import ZoneInput
from newsroom.publication.review.fields import life_facts_panel

CONTENT_PANELS: list[Any] = [
    TitleFieldPanel("title", heading=_("Name of the event")),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("status")]),
    OnDemandField("status_note"),
    FieldPanel("summary"),
    FieldPanel("embargoed_until"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("time_zone", widget=ZoneInput), FieldPanel("zone_label")]),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("starts_time")]),
            FieldRowPanel([FieldPanel("ends_on"), FieldPanel("ends_time")]),
            FieldRowPanel([FieldPanel("duration"), FieldPanel("month")]),
            FieldPanel("is_date_open"),
        ],
        _("When"),
    ),
    OnDemandList("earlier_dates", heading=_("Earlier dates"), label=_("Earlier date")),
    MultiFieldPanel(
        [
            FieldPanel("attendance"),
            FieldRowPanel([FieldPanel("venue"), FieldPanel("place")]),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("online_url"), FieldPanel("online_note")]),
        ],
        _("Where"),
    ),
    OnDemandGroup(
        [
            FieldRowPanel([FieldPanel("webcast_url"), FieldPanel("is_streamed")]),
            FieldPanel("recording_url"),
            FieldRowPanel([FieldPanel("capacity_on_site"), FieldPanel("capacity_on_site_words")]),
            FieldRowPanel([FieldPanel("capacity_online"), FieldPanel("capacity_online_words")]),
        ],
        heading=_("Webcast and places"),
    ),
    OnDemandGroup(
        [
            FieldPanel("registration_url"),
            FieldPanel("registration_note"),
            FieldRowPanel([FieldPanel("registration_opens_on"), FieldPanel("registration_opens_time")]),
            FieldRowPanel([FieldPanel("registration_closes_on"), FieldPanel("registration_closes_time")]),
        ],
        heading=_("Registration"),
    ),
    OnDemandGroup(
        [
            FieldPanel("working_languages"),
            FieldRowPanel([FieldPanel("has_interpretation"), FieldPanel("interpretation_note")]),
        ],
        heading=_("Languages"),
    ),
    Illustrated.image_panel,
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("pasted_organisers"), FieldPanel("pasted_partners")]),
            InlinePanel("organisation_links", label=_("Organisation")),
        ],
        _("Organisers and partners"),
    ),
    OnDemandGroup(
        [FieldPanel("pasted_focal_points"), InlinePanel("focal_points", label=_("Focal point"))],
        heading=_("Focal points"),
    ),
    OnDemandGroup(
        [
            FieldPanel("project"),
            FieldPanel("series"),
            FieldPanel("regions"),
            FieldRowPanel([FieldPanel("mandate_reference"), FieldPanel("mandate_url")]),
            FieldRowPanel([FieldPanel("mandate_adopted_by"), FieldPanel("mandate_adopted_on")]),
            FieldRowPanel([FieldPanel("mandate_given_by"), FieldPanel("mandate_holder")]),
            FieldPanel("mandate_task"),
            FieldPanel("background"),
            FieldPanel("figures"),
            FieldPanel("concept_note"),
        ],
        heading=_("Why"),
    ),
    OnDemandGroup(
        [
            FieldPanel("themes"),
            FieldPanel("objective"),
            FieldPanel("objectives_introduction"),
            FieldPanel("objectives"),
            FieldPanel("expected_outcomes"),
            FieldPanel("description"),
            FieldRowPanel([FieldPanel("format"), FieldPanel("format_note")]),
            FieldPanel("invitees"),
            FieldPanel("preparation"),
            FieldPanel("guiding_questions"),
        ],
        heading=_("What"),
    ),
    FieldPanel("agenda_status"),
    FieldPanel("pasted_agenda"),
    FieldPanel("programme"),
    OnDemandField("outcome"),
    OnDemandList("release_links", heading=_("Issued at this event"), label=_("Release")),
    OnDemandField("hashtags", heading=_("Campaign")),
    OnDemandList("attachments", heading=_("Attachments"), label=_("Attachment")),
    OnDemandField("links"),
    OnDemandField("footnotes"),
    life_facts_panel(),
]
