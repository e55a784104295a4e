"""What an address answered, in the words of the table."""

from typing import Any

from django.conf import settings
from django.contrib.messages import ERROR, get_messages
from django.db import transaction
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, Revision, WorkflowState
from wagtail_localize.models import StringTranslation

from newsroom.base.models import NewsroomDocument, NewsroomImage
from organisations.models import FormerAddress

YES, NO, LOG_IN, NONE, POST, BROKEN = "yes", "no", "log in", "none", "post", "broken"


def answer_to(browser: Client, path: str) -> str:
    """What somebody who asks for an address is answered; afterwards they are still logged in."""
    session = browser.cookies.get(settings.SESSION_COOKIE_NAME)
    with transaction.atomic():
        answer = browser.get(path)
        transaction.set_rollback(True)
    browser.cookies.clear()
    if session:
        browser.cookies[settings.SESSION_COOKIE_NAME] = session.value
    return meaning(answer)


def meaning(answer: Any) -> str:
    """An answer in one word."""
    where = answer.headers.get("Location", "")
    if answer.status_code >= 500:
        return BROKEN
    if "/login/" in where:
        return LOG_IN
    if answer.status_code in (403, 404, 405, 409):
        return {403: NO, 404: NONE, 405: POST, 409: NO}[answer.status_code]
    if where.startswith("/en/admin/"):
        return NONE  # what is found nowhere is looked for under a language
    if where and (where == "/admin/" or complains(answer)):
        return NO
    return YES


def complains(answer: Any) -> bool:
    """Whether somebody is sent away with an error."""
    return any(message.level >= ERROR for message in get_messages(answer.wsgi_request))


def histories() -> tuple[int, ...]:
    """What grows when somebody has done something: the histories, and what wagtail-localize keeps without one."""
    return tuple(model.objects.count() for model in (PageLogEntry, ModelLogEntry, StringTranslation))


def publications() -> int:
    """How often something was published, and not merely saved."""
    found: int = PageLogEntry.objects.filter(action__startswith="wagtail.publish").count()
    return found


def facts_of_drafts() -> set[tuple[Any, ...]]:
    """What drafts say that all their languages share: the kind of releases, the days of calls and events."""
    return set(Revision.objects.values_list("content__kind", "content__closes_on", "content__starts_on"))


def workflows() -> int:
    """How often something was sent through a workflow."""
    found: int = WorkflowState.objects.count()
    return found


def addresses_left() -> int:
    """How many addresses lead to a record that has another by now."""
    found: int = FormerAddress.objects.count()
    return found


def files_left() -> tuple[int, int]:
    """How many images and documents there are; some of Wagtail's ways to delete one leave no history."""
    return NewsroomImage.objects.count(), NewsroomDocument.objects.count()


def files_shown() -> tuple[str, ...]:
    """The files that images and documents have."""
    return tuple(
        name for model in (NewsroomImage, NewsroomDocument) for name in model.objects.values_list("file", flat=True)
    )
