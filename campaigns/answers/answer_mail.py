"""The letter that an answer has arrived, in the language in which it was given."""

import datetime
import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from campaigns.answers.answering import reference_of_answer, said_in_answer, token_of_answer
from campaigns.models.calls.answer import CallAnswer
from news.clearance.mail import MAIL_FAILURES
from newsroom.base.dates import full_date
from newsroom.base.public_forms.rate import is_too_often

logger = logging.getLogger(__name__)
#: So many letters a day go to one mailbox, whoever asks for them.
MOST_LETTERS = 10
A_DAY = datetime.timedelta(days=1)
MOST_MAILBOXES = 3


@task(backend="worker")
def confirm_answer(answer_id: int) -> int:
    """Write to whoever answered; how many letters were sent. The worker's part."""
    answer = CallAnswer.objects.standing().filter(pk=answer_id).select_related("page").first()
    return send_confirmation(answer.page.specific, answer) if answer else 0


def send_confirmation(call: Any, answer: CallAnswer) -> int:
    """Write to the addresses in an answer that it arrived, what was sent and how it is withdrawn."""
    with translation.override(answer.language):
        subject = _("Your answer has arrived: %(title)s") % {"title": " ".join(call.title.split())}
        text = confirmation_text(call, answer)
    return sum(sent(subject, text, address) for address in mailboxes_in(call, answer))


def confirmation_text(call: Any, answer: CallAnswer) -> str:
    """The letter; its language is the active one."""
    address = settings.BASE_URL + reverse("given_answer", args=[token_of_answer(answer)])
    said = "\n".join(f"{label}: {words}" for label, words in said_in_answer(call, answer))
    parts = (
        _("Thank you. Your answer to “%(title)s” has arrived. Its number is %(reference)s.")
        % {"title": call.title, "reference": reference_of_answer(call, answer)},
        _("You sent:") + "\n" + said,
        answer.consent_text and _("You agreed to: %(words)s") % {"words": answer.consent_text},
        call.answers_deleted_on and _("It is deleted on %(day)s.") % {"day": full_date(call.answers_deleted_on)},
        _("Here you see it again and can withdraw it. The address is for you alone:") + "\n" + address,
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def mailboxes_in(call: Any, answer: CallAnswer) -> list[str]:
    """The addresses that were given where the form asks for one, each once."""
    names = [row.clean_name for row in call.form_fields.all() if row.field_type == "email"]
    return list(dict.fromkeys(filter(None, (answer.form_data.get(name) for name in names))))[:MOST_MAILBOXES]


def sent(subject: str, text: str, address: str) -> bool:
    """Send one letter, unless this mailbox had too many lately. A failure is logged, without the address."""
    if is_too_often("letters to a mailbox", address.casefold(), MOST_LETTERS, A_DAY):
        return False
    try:
        EmailMessage(subject, text, to=[address]).send()
    except MAIL_FAILURES:
        logger.warning("A letter that an answer has arrived could not be sent.")
        return False
    return True
