"""How often one address may send a form. Counted in the database, which all processes share; no address is kept."""

import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from newsroom.base.models.form_use import FormUse
from newsroom.base.public_forms.forms import PublicForm
from newsroom.base.requests.visitors import client_address

HOUR = datetime.timedelta(hours=1)


def is_taken(form: PublicForm, request: HttpRequest, purpose: str) -> bool:
    """Whether a form is right and may be taken from where it comes; says at the form why not.

    Only forms that are right count, so nobody is shut out who has to correct something. `purpose` names the form: what
    is sent to one does not count for another.
    """
    if not form.is_valid():
        return False
    if is_too_often(purpose, client_address(request) or "", settings.NEWSROOM_FORMS_AN_HOUR):
        words = _("From your network this form was sent %(number)s times within an hour. Please try again in an hour.")
        form.add_error(None, words % {"number": settings.NEWSROOM_FORMS_AN_HOUR})
        return False
    return True


def is_too_often(purpose: str, whom: str, most: int, within: datetime.timedelta = HOUR) -> bool:
    """Count one more use by an address or mailbox and say whether that is more than `most` within a time.

    Of `whom` a digest is kept that nobody without the newsroom's secret can make, for as long as it counts.
    """
    now = timezone.now()
    FormUse.objects.filter(counts_until__lte=now).delete()
    digest = kept_digest(purpose, whom)
    FormUse.objects.create(digest=digest, counts_until=now + within)
    return FormUse.objects.filter(digest=digest).count() > most


def kept_digest(*parts: Any) -> str:
    """Return the digest of what is to be known again and not to be kept."""
    return salted_hmac("newsroom.base.public_forms", "\n".join(map(str, parts)), algorithm="sha256").hexdigest()
