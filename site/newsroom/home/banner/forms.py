from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.base.localize.each_language import EachLanguageForm
from newsroom.publication.embargoes.fields import InstantField

INSTANTS = ("starts_at", "ends_at")


class BannerForm(EachLanguageForm):
    """Says of both instants in which zone they are meant."""

    starts_at = InstantField(
        label=gettext_lazy("Shown from"), required=False, help_text=gettext_lazy("Left empty: at once.")
    )
    ends_at = InstantField(
        label=gettext_lazy("Shown until"), required=False, help_text=gettext_lazy("Left empty: until further notice.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in INSTANTS:
            widget: Any = self.fields[name].widget
            widget.label = self.fields[name].label
            widget.zone = self.instance.time_zone if self.instance.pk else timezone.get_current_timezone_name()

    def clean_starts_at(self) -> Any:
        """Keep the zone beside the instant; none written is now."""
        widget = self.fields["starts_at"].widget
        _day, _time, zone = widget.value_from_datadict(self.data, self.files, self.add_prefix("starts_at"))
        self.instance.time_zone = zone
        return self.cleaned_data["starts_at"] or timezone.now().replace(microsecond=0)

    def clean_ends_at(self) -> Any:
        """Refuse an end before the beginning. Raises ValidationError."""
        starts_at, ends_at = self.cleaned_data.get("starts_at"), self.cleaned_data["ends_at"]
        if starts_at and ends_at and ends_at <= starts_at:
            raise ValidationError(_("It ends before it begins."))
        return ends_at
