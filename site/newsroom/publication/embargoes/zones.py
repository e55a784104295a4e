"""A field in which any IANA time zone is written, or the city that gives it its name."""

from typing import Any

from django import forms
from django.utils.translation import get_language

from newsroom.language.calendar.places import known_zones, zone_of_place
from newsroom.publication.embargoes.fields import zones


def zone_typed(text: str, code: str) -> str:
    """The name of the zone that somebody means: an IANA name in any case, or a city as English or a language writes it.

    What means none is given back as it was typed, so that the form can say so.
    """
    typed = " ".join(text.split())
    wanted = typed.replace(" ", "_").casefold()
    named = next((name for name in known_zones() if name.casefold() == wanted), "")
    return named or zone_of_place(typed, code) or typed


class ZoneInput(forms.TextInput):
    """A line to type in, with the zones to choose from below it."""

    template_name = "publication/widgets/zone.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", "dir": "auto", **(attrs or {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The zone that was meant."""
        value = data.get(name)
        return zone_typed(value, get_language() or "en") if isinstance(value, str) and value.strip() else value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["list"] = f"{widget['attrs'].get('id') or name}_zones"
        widget["attrs"]["list"] = widget["list"]
        widget["zones"] = [zone for zone, _words in zones()]
        return context
