"""Mails to officers that signatures under a letter wait to be looked at: of each letter one a day, while some wait."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from news.choices import ReleaseKind, SignatureState
from news.letters.moderation import may_moderate
from news.models import ReleasePage, Signatory, SignatureReminder
from newsroom.base.dates import full_date
from newsroom.base.models import User
from newsroom.base.users import as_read_by, send_to_colleague
from newsroom.publication.review.days import people_behind


@dataclass(frozen=True)
class WaitingSignatures:
    """How many signatures wait under a letter, and since when the first of them does."""

    letter_key: UUID
    number: int
    since: datetime.datetime


def waiting_signatures() -> list[WaitingSignatures]:
    """What was confirmed and nobody looked at yet, by letter; one query."""
    rows = Signatory.objects.filter(state=SignatureState.WAITING, confirmed_at__isnull=False).order_by()
    counted = rows.values("letter_key").annotate(number=Count("pk"), since=Min("confirmed_at"))
    return [WaitingSignatures(**each) for each in counted.order_by("since", "letter_key")]


def remind_of_signatures(day: datetime.date) -> int:
    """Write about the letters under which signatures wait; returns about how many. Once a day (UTC) about each."""
    return sum(remind_of_letter(waiting, day) for waiting in waiting_signatures())


def remind_of_letter(waiting: WaitingSignatures, day: datetime.date) -> bool:
    """Write to the officers of one letter. Two workers at once write once: only one of them notes the day.

    Where nobody is reached the day is forgotten, so that a further run tries again.
    """
    letters = ReleasePage.objects.live().filter(translation_key=waiting.letter_key, kind=ReleaseKind.OPEN_LETTER)
    letter = next((page for page in letters.select_related("locale", "owner") if page.is_original), None)
    if letter is None:
        return False
    row, _is_new = SignatureReminder.objects.get_or_create(letter_key=waiting.letter_key)
    own = SignatureReminder.objects.filter(pk=row.pk)
    if not own.filter(Q(told_on=None) | Q(told_on__lt=day)).update(told_on=day):
        return False
    is_sent = any([send_signature_mail(user, letter, waiting) for user in moderators_of(letter)])
    if not is_sent:
        own.update(told_on=row.told_on)
    return is_sent


def moderators_of(letter: ReleasePage) -> list[User]:
    """Who looks through the signatures of a letter: whoever began it, where they still may; else all who may."""
    began = [user for user in people_behind(letter) if is_reached(user, letter)]
    users = policy_registry.get_by_type(Page).users_with_permission_for_instance("publish", letter)
    return began or [user for user in users if is_reached(user, letter)]


def is_reached(user: User, letter: ReleasePage) -> bool:
    """Whether a mail about the signatures of a letter reaches somebody who may look through them."""
    return bool(user.is_active and user.email and may_moderate(user, letter))


def send_signature_mail(user: User, letter: ReleasePage, waiting: WaitingSignatures) -> bool:
    """Send one mail, in the language and zone of whoever gets it; it names nobody who signed."""
    with as_read_by(user):
        title = " ".join(letter.title.split())
        words = ngettext(
            "%(number)d signature under “%(title)s” waits for somebody to look at it, since %(day)s.",
            "%(number)d signatures under “%(title)s” wait for somebody to look at them, the first since %(day)s.",
            waiting.number,
        )
        text = words % {"number": waiting.number, "title": title, "day": full_date(timezone.localtime(waiting.since))}
        address = settings.WAGTAILADMIN_BASE_URL + reverse("letter_signatories", args=[letter.pk])
        subject = _("Signatures to look at: %(title)s") % {"title": title}
        body = f"{text}\n{address}\n"
        return send_to_colleague(user, subject, body, f"about signatures under page {letter.pk}")
