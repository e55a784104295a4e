from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from taggit.forms import TagField
from taggit.utils import edit_string_for_tags
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from newsroom.base.blocks import records_in_hand, records_named_in
from newsroom.base.languages import language_in_words
from newsroom.base.normalising import normalised_value
from newsroom.base.pages import addresses
from newsroom.base.pages.posted_rows import read_named_rows
from newsroom.language.separators import as_list


class CopyFormWithoutAlias(CopyForm):
    """Copies pages, never as aliases: a page has one address in each language."""

    def __init__(self, *args: Any, page: Any, **kwargs: Any) -> None:
        super().__init__(*args, page=page.specific, **kwargs)  # which counts those below within sight
        self.fields.pop("alias", None)


class NewsroomPageForm(WagtailAdminPageForm):
    """For every page type: an address is one in all languages, and nobody else's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.locale_id is None and self.parent_page:  # of a preview of what was never saved
            self.instance.locale = self.parent_page.locale

    def is_valid(self) -> bool:
        """As Wagtail's, with what the rows of its lists and its blocks name read together."""
        read_named_rows(self)
        with records_in_hand(records_named_in(self.data, type(self.instance))):
            return bool(super().is_valid())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self._texts_are_as_they_will_be_stored(cleaned)
        if cleaned.get("slug") and "slug" not in self.errors:
            self._address_may_be_had(cleaned["slug"])
        return cleaned

    def _texts_are_as_they_will_be_stored(self, cleaned: dict[str, Any]) -> None:
        """What is compared below is what will be kept; short texts are so already (`base.form_fields`)."""
        for field in self.instance._meta.concrete_fields:
            if field.name in cleaned:
                cleaned[field.name] = normalised_value(field, cleaned[field.name])

    def _address_may_be_had(self, slug: str) -> None:
        page = self.instance
        rows = addresses.address_rows(page.translation_key)
        original = addresses.original_of(page, rows)
        if original and slug not in (original.slug, page.slug):
            words = _("All languages have one address. Change it in the original (%(language)s): the others follow.")
            self.add_error("slug", words % {"language": language_in_words(original.code)})
        elif reason := addresses.reason_against(page, slug, rows, self.parent_page):
            self.add_error("slug", reason)


class SharedFactsForm(NewsroomPageForm):
    """For page types of which all languages share some facts: a translator writes words."""

    @property
    def may_change_facts(self) -> bool:
        """Whether the user may change what all languages share: whoever publishes, and whoever may begin one."""
        page, user = self.instance, self.for_user
        return user is None or page.pk is None or page.permissions_for_user(user).keeps_facts

    def disable_facts(self, names: Iterable[str]) -> None:
        """Disable fields and lists of rows: what a browser sends for them is ignored."""
        names = list(names)
        for name in names:
            if isinstance(self.fields.get(name), TagField):  # Django reads what stands there as if it had been sent
                self.initial[name] = edit_string_for_tags(self.initial.get(name) or ())
        rows = [row for name in names if name in self.formsets for row in self.formsets[name].forms]
        fields = [self.fields[name] for name in names if name in self.fields]
        for field in [*fields, *(field for row in rows for name, field in row.fields.items() if name != "id")]:
            field.disabled = True


class OriginalLanguageForm(NewsroomPageForm):
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
            names = as_list(map(language_in_words, codes))
            self.add_error(
                "original_language",
                _(
                    "This exists in other languages too (%(languages)s), which share its original language. It can be "
                    "changed only while there is one language: delete the others first, or begin anew in the right one."
                )
                % {"languages": names},
            )
