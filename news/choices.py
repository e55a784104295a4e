from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseKind(models.TextChoices):
    """What sort of announcement a release is (features.md, O1)."""

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
