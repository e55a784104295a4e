"""A field of the editor for an instant: day, time and time zone, each as it was typed until it can be read.

Plain inputs: a date picker that replaces or drops what it cannot read would publish at another minute.
"""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.language.calendar.places import known_zones
from newsroom.publication.embargoes.instants import (
    IN_WORDS,
    UTC,
    instant_in_words,
    instant_of,
    is_shown_twice,
    local_text,
)


def zones() -> list[tuple[str, str]]:
    """The zones to choose from, UTC first, then by place; not the names that are there for old programs."""
    named = sorted(name for name in known_zones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return [(name, name.replace("_", " ")) for name in (UTC, *named)]


class ZoneSelect(forms.Select):
    """The zones to choose from, or none."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, choices=lambda: [("", "—"), *zones()])  # type: ignore[arg-type]  # may be a callable


def known_zone(name: str) -> str:
    """A zone by its name; UTC where there is none of that name."""
    return name if name in known_zones() else UTC


class InstantInput(forms.MultiWidget):
    """Three inputs in one line, and below them the instant in UTC and on the officer's own clock."""

    template_name = "publication/widgets/instant.html"

    class Media:
        css = {"all": ["newsroom/admin.css"]}
        js = ["newsroom/instant.js"]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        #: The zone in which a stored instant is shown; the officer's own where none was chosen.
        self.zone = ""
        #: What the three inputs are called together, for those who hear the page.
        self.label: Any = ""
        text = {"autocomplete": "off", "spellcheck": "false"}
        super().__init__(
            {
                "": forms.TextInput({**text, "placeholder": "2026-12-05", "size": 10}),
                "time": forms.TextInput({**text, "placeholder": "09:30:00", "size": 8}),
                "zone": forms.Select(choices=zones),  # type: ignore[arg-type]  # Django takes a callable
            },
            attrs,
        )

    def decompress(self, value: datetime.datetime | None) -> list[str]:
        zone = known_zone(self.zone or timezone.get_current_timezone_name())
        if value is None:
            return ["", "", zone]
        if is_shown_twice(value, zone):
            zone = UTC
        day, time = local_text(value, zone).split(" ")
        return [day, time, zone]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """What was typed. A program may send day and time in one, and leave out the zone."""
        day, time = str(data.get(name) or "").strip(), str(data.get(f"{name}_time") or "").strip()
        if f"{name}_time" not in data:
            day, _space, time = day.replace("T", " ", 1).partition(" ")
        zone = data.get(f"{name}_zone") or self.zone or timezone.get_current_timezone_name()
        return [day, time.strip(), str(zone)]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["own_zone"] = timezone.get_current_timezone_name()
        context["widget"]["label"] = self.label
        context["widget"]["here"] = IN_WORDS
        context["widget"]["meaning"] = meaning(value)
        return context


def meaning(value: Any) -> str:
    """In words, the instant that is stored or typed; nothing where there is none that can be read."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime):
        return instant_in_words(value)
    try:
        return instant_in_words(instant_of(*value))
    except ValidationError:
        return ""


class InstantField(forms.Field):
    """An aware instant in UTC, to the second, or None where nothing is written. `InstantForm` keeps its zone."""

    widget = InstantInput
    default_error_messages = {"zone": _("Choose the time zone in which this is meant.")}

    def clean(self, value: Any) -> datetime.datetime | None:
        """Read what was typed; of a field that is disabled Django hands over the instant that stands."""
        if isinstance(value, datetime.datetime):
            return value
        day, time, zone = value or ("", "", "")
        if not day and not time:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if zone not in known_zones():
            raise ValidationError(self.error_messages["zone"], code="zone")
        instant = instant_of(day, time, zone)
        self.run_validators(instant)
        return instant

    def has_changed(self, initial: datetime.datetime | None, data: Any) -> bool:
        """Whether it is another instant; another zone for the same one is none."""
        if self.disabled:
            return False
        try:
            instant = self.clean(data)
        except ValidationError:
            return True
        return instant != (initial and initial.replace(microsecond=0))


class EmbargoForm(forms.Form):
    """For editors' forms with an embargo: `embargoed_until` in UTC, `embargo_time_zone` as it was meant."""

    embargoed_until = InstantField(
        label=_("Embargoed until"),
        help_text=_("Nothing is public before this instant. Once published, the release lifts by itself at it."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "embargoed_until" in self.fields:
            zone = getattr(getattr(self, "instance", None), "embargo_time_zone", "")
            field = self.fields["embargoed_until"]
            widget: Any = field.widget
            widget.label = field.label
            widget.zone = zone or timezone.get_current_timezone_name()

    def clean_embargoed_until(self) -> datetime.datetime | None:
        """Keeps the zone beside the instant; where the field is disabled, neither is another."""
        name, field = self.add_prefix("embargoed_until"), self.fields["embargoed_until"]
        _day, _time, zone = field.widget.value_from_datadict({} if field.disabled else self.data, self.files, name)
        self.cleaned_data["embargo_time_zone"] = zone
        instant: datetime.datetime | None = self.cleaned_data["embargoed_until"]
        return instant
