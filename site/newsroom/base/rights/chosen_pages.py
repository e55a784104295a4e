"""Pages that are chosen in forms of the CMS: one that is withheld from whoever asks is neither named nor taken.

A form asks Wagtail's chooser for the title of whatever number stands there or was sent, a text for the address of what
it links to, and a comparison of versions reads both from the database. None is told for whom: whose request it is, is
asked here.
"""

from typing import Any

from django.db.models import Q
from django.forms import BaseForm, BoundField, ModelChoiceField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.compare import ForeignObjectComparison
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from newsroom.base.rights.sight import asking, withheld_keys


def keys_withheld_here() -> frozenset[Any]:
    """The translation keys of what is withheld from whoever asks; of nothing where no request is answered."""
    user = asking.get()
    return withheld_keys(user) if user else frozenset()


def is_kept_here(thing: Any) -> bool:
    """Whether a thing is a page that is withheld from whoever asks."""
    return isinstance(thing, Page) and thing.translation_key in keys_withheld_here()


def kept_in_words() -> str:
    """What stands in the place of a title."""
    return str(capfirst(_("a draft that is restricted")))


def choose_within_sight() -> None:
    """Have every chooser of pages do so, and what compares choices.

    Raises AttributeError where Wagtail or Django make them otherwise now.
    """
    name, bind = AdminPageChooser.get_value_data_from_instance, ModelChoiceField.get_bound_field
    read, link = ForeignObjectComparison.get_objects, PageLinkElementHandler.get_attribute_data

    def named(self: Any, instance: Any) -> dict[str, Any]:
        if not is_kept_here(instance):
            found: dict[str, Any] = name(self, instance)
            return found
        return {"id": instance.pk, "edit_url": None, self.display_title_key: kept_in_words(), "parent_id": None}

    def bound(self: Any, form: BaseForm, field_name: str) -> BoundField:
        if isinstance(self.widget, AdminPageChooser):
            offer_what_is_seen(self, form.get_initial_for_field(self, field_name))
        return bind(self, form, field_name)

    def compared_here(self: Any) -> tuple[Any, ...]:
        return tuple(kept_in_words() if is_kept_here(each) else each for each in read(self))

    def linked(self: Any, attrs: Any) -> dict[str, Any]:
        if keys_withheld_here() and is_kept_here(Page.objects.filter(pk=attrs["id"]).first()):
            return {"id": int(attrs["id"]), "url": None, "parentId": None}  # as one that is gone
        data: dict[str, Any] = link(self, attrs)
        return data

    ForeignObjectComparison.get_objects = compared_here
    PageLinkElementHandler.get_attribute_data = linked
    AdminPageChooser.get_value_data_from_instance = named
    ModelChoiceField.get_bound_field = bound  # type: ignore[method-assign]


def offer_what_is_seen(field: Any, stands: Any) -> None:
    """Let a field take what may be known of, and what stood there before: a page, its number or None."""
    if keys := keys_withheld_here():
        stood = Q(pk=getattr(stands, "pk", stands)) if stands else Q(pk=None)
        field.queryset = field.queryset.filter(~Q(translation_key__in=keys) | stood)
