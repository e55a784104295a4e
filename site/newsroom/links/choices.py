from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LinkState(models.TextChoices):
    """What is known of a link."""

    UNASKED = "unasked", pgettext_lazy("of a link", "Not checked yet")
    FINE = "fine", pgettext_lazy("of a link", "Leads there")
    MOVED = "moved", pgettext_lazy("of a link", "Moved for good")
    BROKEN = "broken", pgettext_lazy("of a link", "Broken")
    #: Nobody answers. Once may be chance; twice in a row counts as broken.
    SILENT = "silent", pgettext_lazy("of a link", "No answer")
    #: The other side does not tell machines.
    UNSURE = "unsure", pgettext_lazy("of a link", "Cannot be told")


class LinkReason(models.TextChoices):
    """Why a link is not known to lead where it should."""

    NOT_FOUND = "not_found", _("The page is not there (404).")
    GONE = "gone", _("The page is gone for good (410).")
    NO_SUCH_HOST = "no_such_host", _("There is no such site.")
    NO_ANSWER = "no_answer", _("The site did not answer in time.")
    NOT_CONNECTED = "not_connected", _("The site could not be reached.")
    CERTIFICATE = "certificate", _("The certificate of the site is not valid.")
    REDIRECTS = "redirects", _("The site leads from one address to the next without end.")
    SERVER_ERROR = "server_error", _("The site says that it has a fault.")
    NOT_TOLD = "not_told", _("The site does not answer programs. Open the link to see.")
    NOT_ASKED = "not_asked", _("The address is not on the public web and is not asked.")
    NO_ADDRESS = "no_address", _("This is no address that can be opened.")
    NO_SUCH_PAGE = "no_such_page", _("The page or file that was chosen has been deleted.")
    NOT_PUBLIC = "not_public", _("The page is in the newsroom and not public.")
