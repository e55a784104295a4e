"""The fields of an import for values with a type: as they were typed until they can be read, with what is wrong."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from campaigns.calls.choices import CallKind
from campaigns.events.choices import EventKind
from campaigns.models import CallPage, EventPage
from importing.proposal import Proposal
from importing.values import PLACES, names_of_values, values_of_proposal
from news.choices import ReleaseKind
from newsroom.language.calendar.places import known_zones
from newsroom.publication.embargoes.fields import InstantField, zones
from newsroom.publication.embargoes.instants import read_day, read_time
from newsroom.publication.embargoes.zones import ZoneInput


class IsoDayField(forms.CharField):
    """A day, kept as ISO 8601 writes it."""

    def __init__(self, **options: Any) -> None:
        attributes = {"autocomplete": "off", "placeholder": "2026-12-05", "size": 10, "dir": "ltr"}
        super().__init__(required=False, widget=forms.TextInput(attributes), **options)

    def clean(self, value: Any) -> str:
        """Read what was typed; raises ValidationError where it is no day."""
        text = super().clean(value)
        return read_day(text).isoformat() if text else ""


class HourField(forms.CharField):
    """A time of day on a clock of 24 hours, kept as "HH:MM"."""

    def __init__(self, **options: Any) -> None:
        attributes = {"autocomplete": "off", "placeholder": "09:30", "size": 5, "dir": "ltr"}
        super().__init__(required=False, widget=forms.TextInput(attributes), **options)

    def clean(self, value: Any) -> str:
        """Read what was typed; raises ValidationError where it is no time."""
        text = super().clean(value)
        return f"{read_time(text):%H:%M}" if text else ""


class ZoneField(forms.CharField):
    """An IANA zone, or the city that gives it its name; kept by its name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=ZoneInput(), **options)

    def clean(self, value: Any) -> str:
        """Read what was typed; raises ValidationError where no zone has that name."""
        text: str = super().clean(value)
        if text and text not in known_zones():
            words = _("There is no time zone “%(zone)s”. Write a city, or a name such as Africa/Nairobi.")
            raise ValidationError(words, params={"zone": text})
        return text


class LinkField(forms.URLField):
    """An address on the web that opens a page."""

    def __init__(self, **options: Any) -> None:
        attributes = {"dir": "ltr", "autocomplete": "off"}
        super().__init__(required=False, assume_scheme="https", max_length=500, **options)
        self.widget.attrs |= attributes


class ValuesForm(forms.Form):
    """The values of one import; `said()` are those that somebody changed."""

    kinds: ClassVar[dict[str, Any]] = {"event": EventKind, "call": CallKind}
    use_required_attribute = False

    def __init__(self, proposal: Proposal, data: Any = None, is_open: bool = True) -> None:
        self.proposal = proposal
        told = values_of_proposal(proposal)
        told["language"] = language_of_newsroom(told["language"])
        initial: dict[str, Any] = {**told, "embargo": parse_datetime(told["embargo"])}
        super().__init__(data, prefix="value", initial=initial)
        self.told = told
        for name in names_of_values(proposal):
            self.fields[name] = self.field_of(name)
            field = self.fields[name]
            is_sent = data is None or not field.widget.value_omitted_from_data(data, {}, self.add_prefix(name))
            field.disabled = not is_open or not is_sent

    def field_of(self, name: str) -> forms.Field:
        """Return the field of a value, called as the page calls it."""
        if name == "language":
            return forms.ChoiceField(label=_("Language"), choices=self.languages(), required=False)
        if name == "kind":
            occasion = "event" if self.proposal.event else "call" if self.proposal.call else ""
            return forms.ChoiceField(label=_("Kind"), choices=self.kinds.get(occasion, ReleaseKind).choices)
        if name == "embargo":
            return self.embargo_field()
        if name == "date":
            return IsoDayField(label=_("Day"))
        model: Any = EventPage if self.proposal.event else CallPage
        label = model._meta.get_field({"zone": "time_zone"}.get(name, name)).verbose_name
        if name == "zone":
            return ZoneField(label=label)
        if name.endswith("_time"):
            return HourField(label=label)
        return LinkField(label=label) if name.endswith("_url") else IsoDayField(label=label)

    def embargo_field(self) -> forms.Field:
        """Return the field of the embargo: day, time and the zone in which the document tells it."""
        field = InstantField(label=_("Embargoed until"), required=False)
        widget: Any = field.widget
        widget.label = field.label
        widget.zone = zone if (zone := self.proposal.embargo_zone) in dict(zones()) else "UTC"
        return field

    def languages(self) -> list[tuple[str, Any]]:
        """Return the languages of the newsroom, and first that it is none of them where that is so."""
        none = [] if self.told["language"] else [("", _("none of the newsroom’s: English"))]
        return [*none, *settings.LANGUAGES]

    def clean(self) -> dict[str, Any]:
        """Compare values with each other: what ends does so after it begins, and an hour has its day."""
        told = self.cleaned_data
        if told.get("closes_time") and "closes_on" in told and not told["closes_on"]:
            self.add_error("closes_on", _("An hour alone is no deadline: write its day."))
        first, last = told.get("starts_on") or "", told.get("ends_on") or told.get("starts_on") or ""
        if first and last < first:
            self.add_error("ends_on", _("It ends before it begins."))
        elif first and first == last and "" < (told.get("ends_time") or "") < (told.get("starts_time") or ""):
            self.add_error("ends_time", _("It ends before it begins."))
        return told

    def sent(self) -> bool:
        """Whether the fields were sent at all: a program may send parts and nothing else."""
        return any(not field.disabled for field in self.fields.values())

    def said(self) -> dict[str, str]:
        """Return the values that were changed and can be read, by name; an embargo brings its zone."""
        found: dict[str, str] = {}
        for name in self.changed_data:
            if name not in self.cleaned_data:
                continue
            if name == "embargo":
                instant = self.cleaned_data[name]
                found |= {name: instant.isoformat() if instant else "", "embargo_zone": self.zone_of_embargo()}
            elif self.cleaned_data[name] != self.told[name]:
                found[name] = self.cleaned_data[name]
        return found

    def zone_of_embargo(self) -> str:
        """Return the zone in which the embargo was typed."""
        zone: str = self["embargo"].value()[2]
        return zone

    def at_parts(self, parts: list[str]) -> tuple[dict[int, list[BoundField]], list[BoundField]]:
        """Return the fields by the paragraph at which each stands, the first of its part; and the others."""
        placed: dict[int, list[BoundField]] = {}
        alone: list[BoundField] = []
        for name in self.fields:
            number = next((n for n, part in enumerate(parts) if part in PLACES.get(name, ())), None)
            (alone if number is None else placed.setdefault(number, [])).append(self[name])
        return placed, alone


def language_of_newsroom(code: str) -> str:
    """Return the language of the newsroom that a code means; "" for one that it does not have."""
    return next((each for each, _name in settings.LANGUAGES if code and each.split("-")[0] == code.split("-")[0]), "")
