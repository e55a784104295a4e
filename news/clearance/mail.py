"""The letters about the clearance of quotes. Neither names the release or holds its words: mail is no safe place."""

import datetime
import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from news.models.clearance import QuoteClearance
from newsroom.base.dates import day_and_time
from newsroom.base.users import as_read_by

logger = logging.getLogger(__name__)

#: What goes wrong when mail cannot be sent: the server refuses it, or cannot be reached.
MAIL_FAILURES = (SMTPException, OSError)


def send_link(clearance: QuoteClearance, token: str, message: str) -> None:
    """The letter with the personal link, in the language of the words. Raises what the mail server's refusal raises."""
    with translation.override(clearance.locale.language_code):
        day = day_and_time(clearance.expires_at.astimezone(datetime.UTC))
        parts = (
            _("Dear %(name)s,") % {"name": clearance.recipient_name},
            _("%(officer)s asks you to read words that a release is to quote, and to approve them or propose others.")
            % {"officer": clearance.sender_name},
            message,
            settings.BASE_URL + reverse("clearance", args=[token]),
            _("The link is for you alone and is valid until %(day)s. Please do not pass it on.") % {"day": day},
        )
        subject = _("Please read your words before we publish them")
    reply_to = [clearance.sent_by.email] if clearance.sent_by and clearance.sent_by.email else []
    EmailMessage(
        subject, "\n\n".join(filter(None, parts)) + "\n", to=[clearance.recipient_email], reply_to=reply_to
    ).send()


def tell_the_officer(clearance: QuoteClearance) -> None:
    """The letter that an answer has come. It may fail: the answer stands on the page of the quotes all the same."""
    officer = clearance.sent_by
    if officer is None or not officer.email:
        return
    with as_read_by(officer):
        names = {"name": clearance.recipient_name}
        subject = (
            _("%(name)s has approved a quote") if clearance.is_approved else _("%(name)s proposes other words")
        ) % names
        address = settings.BASE_URL + reverse("release_quotes", args=[clearance.release_id])
        text = _("The answer stands here:")
    try:
        EmailMessage(subject, f"{text}\n{address}\n", to=[officer.email]).send()
    except MAIL_FAILURES:
        logger.warning("Could not tell an officer about the answer to clearance %s.", clearance.pk)
