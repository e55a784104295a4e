"""Parts of an editor that open when somebody asks for them, so that a form shows first what it needs first.

They are Wagtail's own panels, folded as Wagtail folds them: a button that says whether it is open, and words in it that
the browser's search finds. One that holds an error or an open comment stands open; one that is folded says at its
heading what it holds. A list without rows is its button alone and needs no folding.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.formats import localize
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

#: The comments of a page among the lists of its form.
COMMENTS = "comments"
#: What a field says that holds nothing.
NOTHING = (None, "", False)


class OpensOnDemand:
    """For bound panels: folded, unless there is something in it that must be seen."""

    panel: Any
    form: Any
    instance: Any

    def classes(self) -> list[str]:
        """Wagtail folds what is "collapsed"."""
        classes: list[str] = super().classes()  # type: ignore[misc]  # of the panel that it is mixed into
        return classes if self.must_be_open() else [*classes, "collapsed"]

    @property
    def attrs(self) -> dict[str, Any]:
        """With what it holds, for its heading."""
        attrs: dict[str, Any] = super().attrs  # type: ignore[misc]
        held = self.words_for_held()
        return {**attrs, "data-holds": held} if held else attrs

    @property
    def icon(self) -> str:
        """The arrow that says it can be opened, in place of an icon of its own."""
        return ""

    @property
    def field_names(self) -> list[str]:
        """The fields in it."""
        return list(self.panel.get_form_options().get("fields", ()))

    @property
    def lists(self) -> list[Any]:
        """The lists in it."""
        names = self.panel.get_form_options().get("formsets") or {}
        return [self.form.formsets[name] for name in names if name in self.form.formsets]

    @property
    def number_of_rows(self) -> int:
        """The rows in its lists."""
        return sum(len(rows.forms) for rows in self.lists)

    def must_be_open(self) -> bool:
        """Whether it holds an error or an open comment, or is nothing but a list to begin."""
        is_mere_button = not self.field_names and not self.number_of_rows
        return is_mere_button or self.has_errors() or self.is_commented()

    def has_errors(self) -> bool:
        """Whether something in it was refused."""
        if not self.form.is_bound:
            return False
        fields = any(name in self.form.errors for name in self.field_names)
        return fields or any(rows.total_error_count() for rows in self.lists)

    def is_commented(self) -> bool:
        """Whether somebody wrote a comment on it that nobody has closed."""
        if COMMENTS not in self.form.formsets:
            return False
        names = {*self.field_names, *(rows.prefix for rows in self.lists)}
        comments = (row.instance for row in self.form.formsets[COMMENTS].forms)
        return any(each.contentpath.partition(".")[0] in names and not each.resolved_at for each in comments)

    def words_for_held(self) -> str:
        """What stands at its heading: the number of rows, or that it is filled in; nothing where it is empty."""
        if self.number_of_rows:
            return str(localize(self.number_of_rows))
        return _("filled in") if any(self.filled_fields()) else ""

    def filled_fields(self) -> Iterator[str]:
        """The fields that somebody filled in."""
        for name in self.field_names:
            value: Any = self.form[name].value() if name in self.form.fields else None
            is_empty = value in NOTHING or (hasattr(value, "__len__") and not len(value))
            if not is_empty and value != self.default_of(name):
                yield name

    def default_of(self, name: str) -> Any:
        """What a field holds before anybody touches it."""
        try:
            return self.instance._meta.get_field(name).get_default()
        except (FieldDoesNotExist, AttributeError):
            return None


class OnDemandGroup(MultiFieldPanel):
    """Some fields and lists that open together."""

    class BoundPanel(OpensOnDemand, MultiFieldPanel.BoundPanel):
        """Of one form."""


class OnDemandField(FieldPanel):
    """A field that opens."""

    class BoundPanel(OpensOnDemand, FieldPanel.BoundPanel):
        """Of one form."""


class OnDemandList(InlinePanel):
    """A list that opens."""

    class BoundPanel(OpensOnDemand, InlinePanel.BoundPanel):
        """Of one form."""
