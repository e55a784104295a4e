"""The letter that asks a signatory to confirm, in the language in which the form was sent."""

import datetime
import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from news.choices import SignatureState
from news.clearance.mail import MAIL_FAILURES
from news.letters.recording import token_of_signature
from news.models.signatory import Signatory
from newsroom.base.dates import full_date
from newsroom.base.public_forms.rate import is_too_often

logger = logging.getLogger(__name__)
#: So many letters a day go to one mailbox, whoever asks for them.
MOST_LETTERS = 10
A_DAY = datetime.timedelta(days=1)


@task(backend="worker")
def ask_to_confirm(signature_id: int) -> bool:
    """Write to whoever signed; whether the letter was sent. The worker's part."""
    waiting = Signatory.objects.filter(pk=signature_id, state=SignatureState.UNCONFIRMED)
    signature = waiting.select_related("edition").first()
    return send_question(signature) if signature else False


def send_question(signature: Signatory) -> bool:
    """Send the letter, unless this mailbox had too many lately. A failure is logged, without the address."""
    if is_too_often("letters to a mailbox", signature.email.casefold(), MOST_LETTERS, A_DAY):
        return False
    with translation.override(signature.language):
        title = " ".join(signature.edition.document.headline.split())
        subject = _("Please confirm your signature: %(title)s") % {"title": title}
        text = question_text(signature, title)
    try:
        EmailMessage(subject, text, to=[signature.email]).send()
    except MAIL_FAILURES:
        logger.warning("A signatory of an open letter could not be asked to confirm.")
        return False
    return True


def question_text(signature: Signatory, title: str) -> str:
    """The letter; its language is the active one. It holds nothing that somebody else could have typed to be sent."""
    address = settings.BASE_URL + reverse("signature", args=[token_of_signature(signature)])
    parts = (
        _("Somebody has signed the open letter “%(title)s” with this address. Was it you? Then confirm it here:")
        % {"title": title},
        address,
        _("You sign the text of %(day)s. An officer reads each signature before it is shown.")
        % {"day": full_date(signature.text_since)},
        _("If it was not you, do nothing: what was sent is deleted after seven days."),
        _("With the same address you can have your signature removed at any time. It is for you alone."),
    )
    return "\n\n".join(parts) + "\n"
