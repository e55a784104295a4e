from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Manner(models.TextChoices):
    """How a page that was public leaves the newsroom (features.md, O39 and O40)."""

    WITHDRAWN = "withdrawn", _("Withdraw it: the address stays, with a dated notice and the reason instead of the text")
    GONE = "gone", _("Take it off: the address says that it is gone and why")
    MOVED = "moved", _("Send readers to another page")


#: What lists of the CMS call a page that has left.
LEFT = {
    Manner.WITHDRAWN: pgettext_lazy("state of a page in a list", "withdrawn"),
    Manner.GONE: pgettext_lazy("state of a page in a list", "taken off"),
    Manner.MOVED: pgettext_lazy("state of a page in a list", "moved"),
}
