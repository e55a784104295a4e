from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from newsroom.base.languages import own_name


class OriginalLanguageForm(WagtailAdminPageForm):
    """For page types with `OriginalLanguage`."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self._original_language_is_settled()
        return cleaned

    def _original_language_is_settled(self) -> None:
        """All languages of a page share this fact; one alone cannot change it."""
        page = self.instance
        before = self.initial.get("original_language")
        if not before or before == (self.cleaned_data.get("original_language") or page.locale.language_code):
            return
        others = type(page)._default_manager.filter(translation_key=page.translation_key).exclude(pk=page.pk)
        if codes := list(others.order_by("locale_id").values_list("locale__language_code", flat=True)):
            names = ", ".join(map(own_name, codes))
            self.add_error(
                "original_language",
                _(
                    "This exists in other languages too (%(languages)s), which share its original language. It can be "
                    "changed only while there is one language: delete the others first, or begin anew in the right one."
                )
                % {"languages": names},
            )
