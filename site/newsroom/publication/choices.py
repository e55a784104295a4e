from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Manner(models.TextChoices):
    """How a page that was public leaves the newsroom."""

    WITHDRAWN = "withdrawn", _("Withdraw it: the address stays, with a dated notice and the reason instead of the text")
    GONE = "gone", _("Take it off: the address says that it is gone and why")
    MOVED = "moved", _("Send readers to another page")


#: What lists of the CMS call a page that has left.
LEFT = {
    Manner.WITHDRAWN: pgettext_lazy("state of a page in a list", "withdrawn"),
    Manner.GONE: pgettext_lazy("state of a page in a list", "taken off"),
    Manner.MOVED: pgettext_lazy("state of a page in a list", "moved"),
}


class LifeState(models.TextChoices):
    """How far a release has come, in all its languages."""

    DRAFT = "draft", pgettext_lazy("state of a release", "Draft")
    SCHEDULED = "scheduled", pgettext_lazy("state of a release", "Scheduled")
    PUBLIC = "public", pgettext_lazy("state of a release", "Public")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a release", "Withdrawn")
    GONE = "gone", pgettext_lazy("state of a release", "Gone")


class Requirement(models.TextChoices):
    """What a language is to its release when that goes public for the first time."""

    REQUIRED = "required", _("Required: the release waits for it")
    OPTIONAL = "optional", _("Optional: goes with the release if it is ready")
    LATER = "later", _("Later: published by itself")


class LifeAct(models.TextChoices):
    """What somebody did, or the clock, to the life of a release."""

    SET = "set", _("Embargo set")
    MOVED = "moved", _("Embargo moved")
    SCHEDULED = "scheduled", _("Scheduled")
    CALLED_OFF = "called_off", _("Schedule called off")
    RELEASED = "released", _("Made public")
    LANGUAGE = "language", _("Requirement of a language set")
    DROPPED = "dropped", _("Language dropped")
    WITHDRAWN = "withdrawn", _("Withdrawn or taken off")
    CONFIDENTIAL = "confidential", _("Made confidential")
    OPEN = "open", _("No longer confidential")
    RESTRICTED = "restricted", _("Restricted to a few")
    UNRESTRICTED = "unrestricted", _("No longer restricted")
    REVIEW_DAY = "review_day", _("Date to look at it again set")


class CorrectionKind(models.TextChoices):
    """What sort of mistake a correction mends."""

    FACTUAL = "factual", _("Factual")
    ATTRIBUTION = "attribution", _("Attribution")
    CLARIFICATION = "clarification", _("Clarification")
    IMAGE = "image", _("Image")


class EditionKind(models.TextChoices):
    """Why an edition of a page was issued."""

    FIRST = "first", _("First edition")
    MINOR = "minor", _("Minor change")
    CORRECTION = "correction", _("Correction")
    BOILERPLATE = "boilerplate", _("Boilerplate of today")
    AGAIN = "again", _("Public again")


class RecordState(models.TextChoices):
    """What a page of the record can be for a reader; each has its face in the templates and a preview in the editor."""

    LIVE = "live", _("Live")
    EMBARGOED = "embargoed", _("Under embargo")
    CORRECTED = "corrected", _("Corrected")
    SUPERSEDED = "superseded", _("Superseded by a correction")
    WITHDRAWN = "withdrawn", _("Withdrawn")
