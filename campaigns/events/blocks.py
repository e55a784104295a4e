"""What an event consists of in order: what is said about it point by point, and its programme."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from campaigns.events.choices import Confirmation
from newsroom.base.blocks import RecordChooserBlock
from newsroom.base.fields import TEXT_FEATURES
from newsroom.base.form_fields import ReachableDay

#: Before saving, a point may hold a pasted list.
LONGEST_POINT = 5000


class PointsBlock(blocks.StreamBlock):
    """Points in their order, each a sentence or two."""

    point = blocks.TextBlock(
        label=_("Point"), rows=1, max_length=LONGEST_POINT, help_text=_("Each line that is pasted becomes a point.")
    )


class InviteeBlock(blocks.StructBlock):
    """A group of those who are invited."""

    group = blocks.TextBlock(
        label=pgettext_lazy("of people", "Group"),
        rows=1,
        max_length=LONGEST_POINT,
        help_text=_("Each line that is pasted becomes a group."),
    )
    note = blocks.CharBlock(
        label=_("Note"), required=False, default="", max_length=300, help_text=_("Such as who names them, or how many.")
    )
    organisations = blocks.ListBlock(
        RecordChooserBlock("organisations.Organisation", label=_("Organisation")),
        label=_("Organisations"),
        required=False,
        default=[],
    )

    class Meta:
        icon = "group"
        label = pgettext_lazy("of people", "Group")


class InviteesBlock(blocks.StreamBlock):
    """Who is invited, by group."""

    group = InviteeBlock()


class FigureBlock(blocks.StructBlock):
    """A number that an event rests on, what it counts and who counted."""

    value = blocks.CharBlock(label=_("figure"), max_length=40)
    label = blocks.CharBlock(label=_("what it counts"), max_length=200)
    source = blocks.CharBlock(label=_("Source"), required=False, default="", max_length=300)

    class Meta:
        icon = "order"
        label = _("Figure")


class FiguresBlock(blocks.StreamBlock):
    """The figures of an event."""

    figure = FigureBlock()


class LinkBlock(blocks.StructBlock):
    """An address elsewhere and what stands there."""

    label = blocks.CharBlock(label=_("What stands there"), max_length=300)
    url = blocks.URLBlock(label=_("Address"), max_length=500)

    class Meta:
        icon = "link"
        label = _("Link")


class LinksBlock(blocks.StreamBlock):
    """Addresses to read more at."""

    link = LinkBlock()


class SpeakerBlock(blocks.StructBlock):
    """Who speaks in a session: a person, an organisation, or what is known of them in words."""

    person = RecordChooserBlock("organisations.Person", label=_("Person"), required=False)
    name = blocks.CharBlock(
        label=_("In words"),
        required=False,
        default="",
        max_length=300,
        help_text=_("For those who are not recorded, and for groups: “3 mayors of interested cities”."),
    )
    role = blocks.CharBlock(
        label=pgettext_lazy("held by a person", "Role"),
        required=False,
        default="",
        max_length=300,
        help_text=_("As stated for this event."),
    )
    organisation = RecordChooserBlock("organisations.Organisation", label=_("Organisation"), required=False)
    confirmation = blocks.ChoiceBlock(
        choices=Confirmation.choices,
        required=False,
        default="",
        label=_("Confirmed?"),
        help_text=_("Left empty: not known."),
    )
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=1440)
    is_moderator = blocks.BooleanBlock(label=_("Moderates"), required=False)

    class Meta:
        icon = "user"
        label = _("Speaker")
        form_classname = "struct-block event-speaker"


class ReachableDayBlock(blocks.DateBlock):
    """A day of which clocks can say when it begins and ends."""

    @cached_property
    def field(self) -> ReachableDay:
        """As Wagtail's, for such days."""
        plain = super().field
        return ReachableDay(required=plain.required, label=plain.label, help_text=plain.help_text, widget=plain.widget)


class ParallelSessionBlock(blocks.StructBlock):
    """What runs at the same time as its siblings within a session: a break-out room."""

    title = blocks.CharBlock(label=_("Title"), max_length=300)
    room = blocks.CharBlock(label=_("Room"), required=False, default="", max_length=100)
    description = blocks.RichTextBlock(label=_("What happens"), required=False, default="", features=TEXT_FEATURES)
    speakers = blocks.ListBlock(SpeakerBlock(), label=_("Speakers"), required=False, default=[])

    class Meta:
        icon = "grip"
        label = _("Parallel session")


class SessionBlock(blocks.StructBlock):
    """A part of the programme. Its hours are those of the event's zone."""

    title = blocks.CharBlock(label=_("Title"), max_length=300)
    day = ReachableDayBlock(label=_("Day"), required=False, help_text=_("Left empty: that of the session before."))
    starts = blocks.TimeBlock(
        label=_("Begins"), required=False, format="%H:%M", help_text=_("Left empty: when the session before ends.")
    )
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=1440)
    room = blocks.CharBlock(label=_("Room"), required=False, default="", max_length=100)
    description = blocks.RichTextBlock(label=_("What happens"), required=False, default="", features=TEXT_FEATURES)
    speakers = blocks.ListBlock(SpeakerBlock(), label=_("Speakers"), required=False, default=[])
    parallel = blocks.ListBlock(
        ParallelSessionBlock(), label=_("Parallel sessions, break-out rooms"), required=False, default=[]
    )
    is_cancelled = blocks.BooleanBlock(label=pgettext_lazy("state of an event", "Cancelled"), required=False)

    class Meta:
        icon = "time"
        label = _("Session")


class ProgrammeBlock(blocks.StreamBlock):
    """The sessions of an event."""

    session = SessionBlock()


def points_of(stream: Any) -> list[str]:
    """The points of a list, in order, read as they are stored."""
    return [str(block["value"]) for block in stream.raw_data if block["value"]]
