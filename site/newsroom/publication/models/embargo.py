from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.publication import lift


class Embargo(models.Model):
    """What a page needs to be held back until an instant and to state when it was released.

    Put before the page class among the bases. Wagtail publishes in several ways (the editor's button, the
    schedule, a workflow, a command), and what all of them do is to read the revision with
    `with_content_json` and to write the page with `save`; those two are taken over here.
    """

    embargoed_until = models.DateTimeField(
        _("embargoed until"),
        null=True,
        blank=True,
        help_text=_("Nothing is public before this instant. Once published, the release lifts by itself at it."),
    )
    first_issued_at = models.DateTimeField(
        _("first issued, long ago"),
        null=True,
        blank=True,
        help_text=_(
            "Only for what was issued before it was entered here: the instant it was issued then. Readers see both."
        ),
    )
    released_at = models.DateTimeField(_("released at"), null=True, blank=True, editable=False, db_index=True)

    #: The instant for which the publication now under way was set, if it was.
    scheduled_for: datetime | None = None
    live: bool
    go_live_at: datetime | None

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Writing a live page whole is what publishes it; see `lift.make_public`."""
        write = partial(super().save, *args, update_fields=update_fields, **kwargs)
        if self.live and update_fields is None:
            lift.make_public(self, write)
        else:
            write()

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A revision carries neither the instant of release nor a schedule: the one is a fact of the page, the
        other follows the embargo."""
        page: Self = super().with_content_json(content)  # type: ignore[misc]  # Page comes after it
        page.released_at = self.released_at
        page.scheduled_for = self.go_live_at
        page.go_live_at = lift.schedule_of(page.embargoed_until)
        return page

    def before_release(self) -> None:
        """Called inside the transaction that makes the page public for the first time, before it is written."""

    def after_release(self) -> None:
        """Called inside the transaction of every publication, after the page is written."""
