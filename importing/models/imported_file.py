"""A file that somebody brought, what was understood of it, and what they decided."""

import hashlib
import json
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from importing.proposal import Proposal
from importing.serialising import record_of
from newsroom.base.models.media import private_name
from newsroom.base.rights.sight import withheld_keys


def import_path(_imported: models.Model, filename: str) -> str:
    """Where an imported file is kept; no address serves it but the page of the import."""
    return private_name("imports", filename)


class ImportState(models.TextChoices):
    """How far an import is."""

    WAITING = "waiting", _("waits to be confirmed")
    DRAFTED = "drafted", _("a draft was made")
    GIVEN_UP = "given_up", _("given up")


class TakenAs(models.TextChoices):
    """What somebody said a document is."""

    RELEASE = "release", _("Release")
    EVENT = "event", pgettext_lazy("what people attend", "Event")
    CALL = "call", _("Call")


#: What people decide, and what was understood because of it.
DECIDED = ("taken_as", "accept_changes", "undecided", "edits", "assignments", "same_as", "values", "understood")


class ImportedFileQuerySet(models.QuerySet):
    """Files that were brought, the latest first."""

    def known_to(self, user: Any) -> Self:
        """Those that became no draft which is kept from somebody: the file says the same as the draft."""
        return self.exclude(page__translation_key__in=withheld_keys(user))


class ImportedFile(models.Model):
    """A document on its way to a draft. The file is kept; those see it who may add releases, events or calls."""

    is_for_readers: ClassVar[bool] = False

    name = models.CharField(_("name of the file"), max_length=255)
    file = models.FileField(_("file"), upload_to=import_path)
    digest = models.CharField(max_length=64, db_index=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("brought by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("brought on"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=ImportState.choices, default=ImportState.WAITING)
    #: The draft that was made of it: a release, an event or a call.
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("draft"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    #: Empty: what the document itself tells.
    taken_as = models.CharField(_("what it is"), max_length=10, choices=TakenAs.choices, blank=True)
    #: Whether tracked changes and comments are taken as accepted, and those that nobody decided yet.
    accept_changes = models.BooleanField(default=False)
    undecided = models.JSONField(default=list)
    #: What the person did to the paragraphs, what they said each is, and who they said is who.
    edits = models.JSONField(default=list)
    assignments = models.JSONField(default=list)
    same_as = models.JSONField(default=dict)
    #: What they wrote over the values with a type, by name.
    values = models.JSONField(default=dict)
    #: The proposal of the file as it was edited; none while something is undecided.
    understood: Any = models.JSONField(null=True)
    #: Who decided last, brought it back, gave it up or made the draft.
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    #: How long reading took, in seconds.
    seconds = models.FloatField(default=0)

    objects = ImportedFileQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")

    def __str__(self) -> str:
        return self.name

    @property
    def proposal(self) -> Proposal | None:
        """What was understood of the file."""
        if self.understood is None:
            return None
        proposal: Proposal = record_of(Proposal, self.understood)
        return proposal

    @property
    def version(self) -> str:
        """What tells one state of the decisions from another: two people who saw different ones saw two versions."""
        stands = [self.pk, self.state, *(getattr(self, name) for name in DECIDED)]
        return digest_of_file(json.dumps(stands, sort_keys=True).encode())

    @property
    def is_unread(self) -> bool:
        """Whether nothing is kept of what was understood, although nothing is left to decide."""
        return self.understood is None and not self.undecided

    @property
    def content(self) -> bytes:
        """The bytes of the file; raises OSError where it is lost."""
        with self.file.open("rb") as file:
            content: bytes = file.read()
        return content


def digest_of_file(content: bytes) -> str:
    """Return by what two files are known to be the same."""
    return hashlib.sha256(content).hexdigest()
