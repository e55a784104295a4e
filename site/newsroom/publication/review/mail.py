"""Mails about approval: to whoever may say yes, and back to whoever asked; nothing waits for a mail or fails by one."""

from enum import StrEnum
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from newsroom.base.rights.sight import is_withheld
from newsroom.base.users import as_read_by, name_of, send_to_colleague
from newsroom.publication.review.people import approvers_of


class ReviewNews(StrEnum):
    """What somebody is written to about."""

    ASKED = "asked"
    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"


def review_subject(news: ReviewNews, title: str) -> str:
    """What the mail is called in the list of mails."""
    words = {
        ReviewNews.ASKED: _("For your approval: %(title)s"),
        ReviewNews.WAITING: _("Still waiting for your approval: %(title)s"),
        ReviewNews.RETURNED: _("Changes asked for: %(title)s"),
        ReviewNews.APPROVED: _("Approved: %(title)s"),
    }
    return " ".join((words[news] % {"title": title}).split())


def write_to_approvers(state: TaskState, news: ReviewNews) -> bool:
    """Write to everybody who may approve something. Returns whether every mail was sent."""
    page = state.workflow_state.content_object.specific
    return all([send_review_mail(user, state, news) for user in approvers_of(page)])


def send_review_mail(user: Any, state: TaskState, news: ReviewNews) -> bool:
    """Send one mail, in the language and zone of whoever gets it. A failure is logged without the page's title."""
    page = state.workflow_state.content_object.specific
    if not user.email or not user.is_active or is_withheld(user, page):
        return True
    name = "review_page" if news in (ReviewNews.ASKED, ReviewNews.WAITING) else "wagtailadmin_pages:edit"
    with as_read_by(user):
        title = " ".join((page.draft_title or page.title).split())
        context = {
            "news": news.value,
            "title": title,
            "by": name_of(state.workflow_state.requested_by),
            "approver": name_of(state.finished_by),
            "comment": state.comment,
            "embargo": getattr(page, "embargoed_until", None),
            "is_public": page.live,
            "address": settings.WAGTAILADMIN_BASE_URL + reverse(name, args=[page.pk]),
        }
        body = render_to_string("publication/review_mail.txt", context)
        return send_to_colleague(user, review_subject(news, title), body, f"{news.value} about page {page.pk}")
