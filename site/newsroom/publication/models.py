from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from newsroom.publication import lift


class Embargo(models.Model):
    """What a page needs to be held back until an instant and to state when it was released.

    Put before the page class among the bases: it takes over `publish`, so that every way of publishing
    (button, schedule, workflow, command) goes through `lift.make_public`.
    """

    embargoed_until = models.DateTimeField(
        _("embargoed until"),
        null=True,
        blank=True,
        help_text=_("Nothing is public before this instant. Once published, the release lifts by itself at it."),
    )
    released_at = models.DateTimeField(_("released at"), null=True, blank=True, editable=False, db_index=True)

    class Meta:
        abstract = True

    def publish(self, revision: Revision, **options: Any) -> None:
        """Publishes or schedules a revision; see `lift.make_public`."""
        lift.make_public(revision, super().publish, **options)  # type: ignore[misc]  # Page comes after it

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A revision never carries the instant of release: that is a fact of the page, not of a draft."""
        page: Self = super().with_content_json(content)  # type: ignore[misc]  # Page comes after it
        page.released_at = self.released_at
        return page

    def before_release(self) -> None:
        """Called inside the transaction that makes the page public, before it is written."""
