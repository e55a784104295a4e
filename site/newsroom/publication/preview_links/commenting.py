"""A remark from outside becomes a comment of Wagtail's in the draft, under the name of whoever wrote it."""

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import CommentPanel
from wagtail.blocks import StructBlock
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Comment

from newsroom.base.models import User
from newsroom.base.users import as_read_by
from newsroom.language.script.cutting import cut_text
from newsroom.publication.models.preview_link import OutsideComment, PreviewLink

logger = logging.getLogger(__name__)

#: The account under which comments from outside are kept, since each needs one. Nobody can log in with it.
OUTSIDE = "readers-outside"
COMMENTED = "newsroom.preview_link.comment"
#: Where a remark on the whole stands.
FIRST_FIELD = "title"
FIRST_WORDS = 60


def takes_comments(page: Any) -> bool:
    """Whether the editor of a page shows comments."""
    return any(isinstance(panel, CommentPanel) for panel in type(page).settings_panels)


def place_choices(draft: Any) -> list[tuple[str, str]]:
    """What somebody can comment on in a draft: where Wagtail puts the comment, and its first words."""
    found: dict[str, str] = {}
    for passage in draft.passages():
        path = content_path(draft, passage.field, passage.block)
        if path and passage.text and path not in found:
            found[path] = f"{passage.place}: {cut_text(passage.text, FIRST_WORDS, '…')}"
    return list(found.items())


def content_path(draft: Any, field: str, block_id: str) -> str:
    """Where the editor shows a comment on a field, or on a block in it; nothing where it could not show one."""
    path = field
    if block_id:
        block = next((each for each in getattr(draft, field) if str(each.id) == block_id), None)
        if block is None:
            return ""
        first = next(iter(block.block.child_blocks), "") if isinstance(block.block, StructBlock) else ""
        path = ".".join(filter(None, (field, block_id, first)))
    elif not field or field not in text_fields(draft):
        return ""
    return path if Comment(contentpath=path).has_valid_contentpath(draft) else ""


def text_fields(draft: Any) -> set[str]:
    """The fields of a page that stand in its editor by themselves; lists and blocks do not."""
    return {
        field.name for field in draft._meta.concrete_fields if field.editable and not isinstance(field, StreamField)
    }


def outside_account() -> User:
    """The account of all readers outside: it works nowhere and may do nothing."""
    account, _created = User.objects.get_or_create(
        username=OUTSIDE, defaults={"is_active": False, "password": make_password(None)}
    )
    return account


def take_comment(link: PreviewLink, draft: Any, answers: dict[str, Any]) -> OutsideComment:
    """Put a remark into the comments of a draft and tell whoever made the link.

    `answers` are those of the reader's form.
    """
    name = link.recipient_name or answers["name"]
    places = dict(place_choices(draft))
    revision = draft.get_latest_revision()
    with transaction.atomic():
        comment = Comment.objects.create(
            page_id=draft.pk,
            user=outside_account(),
            contentpath=answers["about"] or FIRST_FIELD,
            text=answers["text"],
            revision_created=revision,
        )
        outside = OutsideComment.objects.create(
            comment=comment, link=link, name=name, place=places.get(answers["about"], "")
        )
        log(instance=draft, action=COMMENTED, revision=revision, data={"name": name})
        transaction.on_commit(lambda: tell_of_comment(outside))
    return outside


def tell_of_comment(outside: OutsideComment) -> None:
    """The letter that somebody commented, without their words: mail is no safe place. It may fail."""
    officer = outside.link.made_by if outside.link else None
    if officer is None or not officer.email:
        return
    address = settings.BASE_URL + reverse("preview_links", args=[outside.comment.page_id])
    with as_read_by(officer):
        subject = _("%(name)s has commented on a draft") % {"name": " ".join(outside.name.split())}
        text = _("The comment stands here:")
    try:
        EmailMessage(subject, f"{text}\n{address}\n", to=[officer.email]).send()
    except (SMTPException, OSError):
        logger.warning("Could not tell an officer about comment %s.", outside.comment_id)
