from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseKind(models.TextChoices):
    """What sort of announcement a release is."""

    PRESS_RELEASE = "press-release", _("Press release")
    STATEMENT = "statement", _("Statement")
    MEDIA_ADVISORY = "media-advisory", _("Media advisory")
    SPEECH = "speech", _("Speech")
    OPEN_LETTER = "open-letter", _("Open letter")


REFERENCE_PREFIXES = {
    ReleaseKind.PRESS_RELEASE: "PR",
    ReleaseKind.STATEMENT: "ST",
    ReleaseKind.MEDIA_ADVISORY: "MA",
    ReleaseKind.SPEECH: "SP",
    ReleaseKind.OPEN_LETTER: "OL",
}


class QuoteStatus(models.TextChoices):
    """How the words of a quote in one language stand to the words as they were spoken."""

    ORIGINAL = "original", _("Original")
    OFFICIAL = "official", _("Official translation")
    COURTESY = "courtesy", _("Courtesy translation")
    MACHINE = "machine", _("Machine translation")


class ClearanceAnswer(models.TextChoices):
    """What the office of a speaker answered."""

    APPROVED = "approved", _("Approved")
    PROPOSED = "proposed", _("Other words proposed")


class ClearanceEventKind(models.TextChoices):
    """What happened to a link by which words are cleared."""

    SENT = "sent", _("sent")
    OPENED = "opened", _("opened")
    REFUSED = "refused", _("opened when it was no longer valid")
    APPROVED = "approved", _("words approved")
    PROPOSED = "proposed", _("other words proposed")
    REVOKED = "revoked", _("link revoked")
    TAKEN = "taken", _("proposed words taken into the draft")


class SignatoryKind(models.TextChoices):
    """Who signs an open letter."""

    PERSON = "person", _("A person")
    ORGANISATION = "organisation", _("An organisation")


class SignatureState(models.TextChoices):
    """How far a signature has come; readers see what is shown and nothing else."""

    UNCONFIRMED = "unconfirmed", _("Waits for the signatory to confirm")
    WAITING = "waiting", _("Waits to be looked at")
    SHOWN = "shown", _("Shown")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn by the signatory")


class SignatoryOrder(models.TextChoices):
    """In which order readers look through those who signed."""

    SIGNED = "signed", _("As signed")
    LATEST = "latest", _("Latest first")
    NAME = "name", _("Name")
    PLACE = "place", _("Place")
    COUNTRY = "country", _("Country")
