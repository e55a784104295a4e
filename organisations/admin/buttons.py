"""The menu of each row in a list of records, with a number of queries that does not grow with the rows.

wagtail-localize asks the database twice for each row to know whether "Translate" and "Sync" belong in its menu. Here
the list asks once for all. Remove this when its hook no longer does.
"""

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.widgets.button import Button, ButtonWithDropdown
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.models import TranslationSource

HOOK = "register_snippet_listing_buttons"
SUBMIT = "wagtail_localize.submit_translation"


def with_translations(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Records with `language_count` and, where they are the source of translations, `source_id`."""
    if not issubclass(rows.model, TranslatableMixin):
        return rows
    versions = rows.model._default_manager.filter(translation_key=OuterRef("translation_key")).order_by()
    counts = versions.values("translation_key").annotate(count=Count("pk")).values("count")
    sources = TranslationSource.objects.filter(
        object_id=OuterRef("translation_key"), locale=OuterRef("locale"), translations__enabled=True
    )
    return rows.annotate(
        language_count=Subquery(counts, output_field=IntegerField()), source_id=Subquery(sources.values("pk")[:1])
    )


def is_of_localize(hook: Any) -> bool:
    """Whether a hook is the one that asks for each row."""
    return str(hook.__module__).startswith("wagtail_localize.")


def hooked_buttons(record: Any, user: Any, next_url: str) -> list[Any]:
    """What other rooms put into the menu of a row."""
    ours = [hook for hook in hooks.get_hooks(HOOK) if not is_of_localize(hook)]
    return [button for hook in ours for button in hook(record, user, next_url)]


def as_button(item: Any) -> Any:
    """What Wagtail's own entries of a menu are shown as."""
    return Button.from_menu_item(item) if isinstance(item, MenuItem) else item


class RowMenu:
    """For a list of records: the menu of a row."""

    request: Any

    @cached_property
    def number_of_languages(self) -> int:
        """How many languages a record can have."""
        return Locale.objects.count()

    def get_list_buttons(self, instance: Any) -> list[Any]:
        """One menu, as Wagtail makes it."""
        view: Any = self
        buttons = [
            *map(as_button, view.get_list_more_buttons(instance)),
            *hooked_buttons(instance, self.request.user, self.request.path),
            *self.translation_buttons(instance),
        ]
        label = _("More options for '%(title)s'") % {"title": instance}
        return [ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs={"aria-label": label})]

    def translation_buttons(self, record: Any) -> list[Button]:
        """Translate it into a language it lacks; bring its translations up to date."""
        buttons: list[Button] = []
        if not hasattr(record, "language_count") or not self.request.user.has_perm(SUBMIT):
            return buttons
        if record.language_count < self.number_of_languages:
            names = [record._meta.app_label, record._meta.model_name, quote(record.pk)]
            address = reverse("wagtail_localize:submit_snippet_translation", args=names)
            buttons.append(Button(_("Translate"), address, icon_name="wagtail-localize-language", priority=100))
        if record.source_id:
            address = reverse("wagtail_localize:update_translations", args=[record.source_id])
            back = urlencode({"next": self.request.path})
            buttons.append(Button(_("Bring translations up to date"), f"{address}?{back}", icon_name="resubmit"))
        return buttons
