"""Nobody outside is told of a restricted draft: every address of the CMS is asked for by people who are not named."""

import datetime
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest
from addresses import addresses
from corpora import for_the_file
from corpus import QUOTE, RESTRICTED_DRAFT, SECRET_PAGE, Corpus, build
from desk import ask
from django.conf import settings
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Comment, Page

from campaigns.calls.factories import CallPageFactory
from campaigns.factories import EventPageFactory
from campaigns.models import CallIndexPage, EventIndexPage
from campaigns.pinning.service import pin
from importing.models import ImportedFile
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleaseAttachment, ReleaseBoilerplate, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.base.models import User
from newsroom.links.choices import LinkState
from newsroom.links.models import CheckedLink, LinkUse, digest_of_address
from newsroom.publication.models import Life
from newsroom.publication.preview_links.service import make_link
from newsroom.publication.restrictions.service import set_restricted
from newsroom.publication.review.facts import set_review_day

pytestmark = pytest.mark.django_db
SECRET, REFERENCE = "Perlimpinpin", "SECRET-2026-77"
#: The beginning of the word, as somebody types it who guesses.
GUESS = "perlimp"
OUTSIDE = ("translator of another language", "officer")


@pytest.fixture(scope="module")
def known(django_db_setup: None, django_db_blocker: Any) -> Iterator[Corpus]:
    """All that the matrix of rights asks about, where each page is one of the restricted drafts."""
    with for_the_file(django_db_blocker):
        found = of_secrets(build())
        logging.disable()
        yield found
        logging.disable(logging.NOTSET)


def of_secrets(corpus: Corpus) -> Corpus:
    """A corpus whose pages are restricted drafts, with all that hangs on such drafts."""
    draft, scheduled, event, call = secrets(corpus)
    (task,) = ask(draft, "es", due_at=timezone.now() + datetime.timedelta(days=2))
    for page in (draft, scheduled, event, call):
        set_restricted(page.life, True)
        Page.objects.filter(translation_key=page.translation_key).update(owner=None)
    Life.objects.filter(pk=draft.life_id).update(reference=REFERENCE)
    things = {**corpus.things, **dict.fromkeys(("draft", SECRET_PAGE, RESTRICTED_DRAFT), draft)}
    things |= {"scheduled": scheduled, "translation": task.target}
    found = replace(corpus, things=things, task=task, translation=task.translation)
    state = draft.current_workflow_task_state
    found.numbers.update({"workflow_state_id": state.workflow_state_id, "task_state_id": state.pk, "quote_id": QUOTE})
    return found


def secrets(corpus: Corpus) -> list[Any]:
    """Drafts with a telling word: a release that names and shows everything, one with an hour, an event and a call."""
    things, officer = corpus.things, User.objects.get(groups__name="Communications officers")
    named = {"organisation": things["organisation"], "contact": things["contact"]}
    body = [text_block("<p>A street without cars.</p>"), quote_block(speaker=things["person"], block_id=QUOTE)]
    releases = NewsIndexPage.objects.get(locale=locale_of("fr"))
    facts = {"parent": releases, "live": False, "image": things["image"], **named}
    draft = ReleasePageFactory(title=f"{SECRET} one", slug=f"{GUESS}inpin-one", body=body, owner=officer, **facts)
    draft.boilerplate_links.add(ReleaseBoilerplate(boilerplate=things["boilerplate"]))
    draft.attachments.add(ReleaseAttachment(document=things["document"]))
    draft.save()
    draft.save_revision(user=officer, log_action="wagtail.edit")
    hour = timezone.now() + datetime.timedelta(hours=5)
    scheduled = ReleasePageFactory(
        title=f"{SECRET} two", slug=f"{GUESS}inpin-two", embargoed_until=hour, owner=officer, **facts
    )
    publish(scheduled)
    event = EventPageFactory(
        parent=EventIndexPage.objects.get(locale=locale_of("fr")),
        live=False,
        title=f"{SECRET} three",
        slug="perlimpinpin",
    )
    call = CallPageFactory(
        parent=CallIndexPage.objects.get(locale=locale_of("fr")),
        live=False,
        title=f"{SECRET} four",
        slug="perlimpinpin",
    )
    draft.hashtags.add(corpus.hashtag)
    draft.save()
    pin(things["hub"], draft, officer)
    ImportedFile.objects.create(name=f"{SECRET}.docx", file="imports/none.docx", digest="0" * 64, page=draft)
    hang_on(draft, officer)
    return [type(page).objects.get(pk=page.pk) for page in (draft, scheduled, event, call)]


def hang_on(draft: ReleasePage, officer: User) -> None:
    """What belongs to a draft: a comment, a workflow, a link outside, a broken link, a lock, a day."""
    draft.get_workflow().start(draft, officer)
    Comment.objects.create(page=draft, user=officer, text=f"{SECRET}?", contentpath="title")
    make_link(draft, officer, {"recipient_name": "", "may_comment": True, "days": 3})
    set_review_day(draft.life, timezone.now().date())
    now, where = timezone.now(), "https://gone.example/"
    facts = {"digest": digest_of_address(where), "state": LinkState.BROKEN, "broken_since": now}
    link = CheckedLink.objects.create(address=where, **facts)
    LinkUse.objects.create(link=link, page=draft, field="body", words=SECRET, is_public=False, is_in_draft=True)
    Page.objects.filter(pk=draft.pk).update(locked=True, locked_by=officer, locked_at=timezone.now())


def told(browser: Client, path: str, seen: set[str]) -> bool:
    """Whether an answer names something secret, or what it leads to; afterwards they are still logged in.

    What many answers lead to is read once and noted in `seen`, with what each of them says there.
    """
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value
    with transaction.atomic():
        answers = [browser.get(path)]
        said = " ".join(str(message) for message in get_messages(answers[0].wsgi_request))
        where = answers[0].headers.get("Location", "")
        if where and where not in seen:
            seen.add(where)
            answers.append(browser.get(urljoin(path, where), follow=True))
        transaction.set_rollback(True)
    browser.cookies.clear()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session
    words = said + "".join(map(words_of, answers))
    broken = any(answer.status_code >= 500 for answer in answers)
    return broken or any(word.lower() in words.lower() for word in (SECRET, REFERENCE))


def words_of(answer: Any) -> str:
    """All that an answer says, its headers included."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace") + str(dict(answer.headers))


def paths(corpus: Corpus) -> Iterator[str]:
    """Every address, with each page that it may be about; lists also with what somebody guesses."""
    for address in addresses():
        if address.name == "wagtailadmin_error_test":
            continue  # breaks on purpose
        for subject in address.subjects:
            path = address.path(corpus, subject)
            yield path if address.parameters else f"{path}?q={GUESS}"


@pytest.mark.parametrize("who", OUTSIDE)
def test_no_address_tells_somebody_outside(known: Corpus, who: str) -> None:
    browser = known.browsers[who]
    asked = dict.fromkeys(paths(known))
    assert len(asked) > 300
    seen: set[str] = set()
    assert [path for path in asked if told(browser, path, seen)] == []
    assert told(known.browsers["superuser"], f"/admin/releases/?q={GUESS}", set()), "it is there"
    assert browser.get("/admin/").status_code == 200, "and they were logged in all the time"
