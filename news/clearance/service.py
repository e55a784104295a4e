"""A speaker's office clears a quote: it is asked by a personal link, approves the words or proposes others.

Clearance holds for exactly these words in this language. Whoever holds the link sees the quote and the release
around it as it is drafted, and nothing else.
"""

import datetime
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Comment

from news.choices import ClearanceAnswer, ClearanceEventKind
from news.clearance import mail
from news.models.clearance import QuoteClearance
from news.quotes.approvals import approve
from news.quotes.status import exact_words, quote_blocks
from newsroom.base.models import User
from newsroom.base.pages.drafts import draft_of
from newsroom.base.users import name_of

if TYPE_CHECKING:
    from news.models.release import ReleasePage

TOKEN_BYTES = 32


class AnsweredAlreadyError(Exception):
    """Somebody answers a question that has been answered, or that may no longer be answered."""


def words_in(draft: "ReleasePage", quote_id: UUID) -> str:
    """The words of a quote as a draft has them; nothing where it has lost the quote."""
    value = quote_blocks(draft.body).get(quote_id)
    return exact_words(value["words"]) if value else ""


def ask(release: "ReleasePage", quote_id: UUID, words: str, sender: User, answers: dict[str, Any]) -> QuoteClearance:
    """Send the link to a speaker's office and revoke those sent before for the same quote in this language.

    `answers` are those of the officer's form. Raises what the mail server's refusal raises, and keeps nothing then:
    a link that nobody received opens nothing.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    now = timezone.now()
    clearance = QuoteClearance.objects.create(
        quote_id=quote_id,
        release=release,
        locale=release.locale,
        words=exact_words(words),
        recipient_name=answers["name"],
        recipient_email=answers["email"],
        sent_by=sender,
        sender_name=name_of(sender),
        sent_at=now,
        expires_at=now + datetime.timedelta(days=answers["days"]),
        digest=sha256(token.encode()).hexdigest(),
    )
    try:
        mail.send_link(clearance, token, answers["message"])
    except Exception:
        clearance.delete()
        raise
    with transaction.atomic():
        clearance.note(ClearanceEventKind.SENT, sender)
        before = QuoteClearance.objects.revocable().filter(quote_id=quote_id, release=release)
        for earlier in before.exclude(pk=clearance.pk):
            revoke(earlier, sender)
    return clearance


def revoke(clearance: QuoteClearance, user: User) -> None:
    """The link opens nothing from now on; an answer that was given stays."""
    clearance.revoked_at = timezone.now()
    clearance.save(update_fields=["revoked_at"])
    clearance.note(ClearanceEventKind.REVOKED, user)


def answer_clearance(
    clearance: QuoteClearance, kind: ClearanceAnswer, proposed_words: str = "", comment: str = ""
) -> None:
    """Keep the answer of the office. Raises AnsweredAlreadyError where it comes too late or the words have changed.

    An approval stands for these words under the name of the person asked; a proposal stands as a comment beside the
    quote in the draft. Whoever asked gets a mail.
    """
    with transaction.atomic():
        held = QuoteClearance.objects.select_for_update(of=("self",)).select_related("release", "locale", "sent_by")
        current = held.get(pk=clearance.pk)
        draft = draft_of(current.release)
        is_void = words_in(draft, current.quote_id) != current.words
        if current.answer or current.revoked_at or current.is_expired or is_void:
            raise AnsweredAlreadyError
        current.answer, current.answered_at = kind, timezone.now()
        current.proposed_words, current.comment = proposed_words, comment
        current.save(update_fields=["answer", "answered_at", "proposed_words", "comment"])
        current.note(ClearanceEventKind(kind.value))
        if current.is_approved:
            approve(draft, current.quote_id, current.words, current.recipient_name, clearance=current)
        else:
            comment_beside_the_quote(current)
    mail.tell_the_officer(current)


def comment_beside_the_quote(clearance: QuoteClearance) -> None:
    """The proposal as a comment of Wagtail's at the words, by the officer who asked."""
    if clearance.sent_by is None:
        return
    revision = clearance.release.get_latest_revision()
    text = _("%(name)s proposes: “%(words)s”") % {
        "name": clearance.recipient_name,
        "words": clearance.proposed_words,
    }
    comment = Comment.objects.create(
        page=clearance.release,
        user=clearance.sent_by,
        contentpath=f"body.{clearance.quote_id}.words",
        text="\n\n".join(filter(None, (text, clearance.comment))),
        revision_created=revision,
    )
    comment.log_create(page_revision=revision, user=clearance.sent_by)
