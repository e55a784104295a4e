"""Open comments on a release are seen where it is translated."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from desk import a_translator, an_officer, ask
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from wagtail.models import Comment, CommentReply

from news.choices import ClearanceAnswer
from news.clearance.service import answer_clearance
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, QuoteClearance, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.translation.models import TranslationTask


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A release with a quote."""
    body = [text_block("<p>The boat waits.</p>"), quote_block("We light a street.")]
    page: ReleasePage = ReleasePageFactory(parent=index, body=body)
    return page


@pytest.fixture
def task(release: ReleasePage) -> TranslationTask:
    """Its translation into French."""
    return ask(release, "fr")[0]


def remark(page: Any, text: str, path: str = "title", **fields: Any) -> Comment:
    """An officer's comment."""
    comment: Comment = Comment.objects.create(
        page=page, user=UserFactory(first_name="Halima", last_name="Okoth"), text=text, contentpath=path, **fields
    )
    return comment


def editor(task: TranslationTask) -> str:
    """What the translator sees above the segments, as text."""
    edit = reverse("wagtailadmin_pages:edit", args=[task.target.pk])
    html = browser_of(a_translator("fr")).get(edit).content.decode()
    found = re.search(r'<section class="nice-padding newsroom-remarks".*?</section>', html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


def test_proposal_of_a_speakers_office_is_seen_beside_its_words(release: ReleasePage, task: TranslationTask) -> None:
    clearance = QuoteClearance.objects.create(
        quote_id=UUID(release.body[1].id),
        release=release,
        locale=release.locale,
        words="We light a street.",
        recipient_name="Office of the mayor",
        sent_by=an_officer(),
        expires_at=timezone.now() + timezone.timedelta(days=7),
        digest="1" * 64,
    )
    answer_clearance(clearance, ClearanceAnswer.PROPOSED, "We light every street.")
    seen = editor(task)
    assert "1 open comment" in seen
    assert "Office of the mayor proposes: “We light every street.”" in seen
    assert "Text" in seen and "We light a street." in seen


def test_author_place_and_replies_are_told_and_markup_is_not_run(release: ReleasePage, task: TranslationTask) -> None:
    comment = remark(release, "<script>alert(1)</script> Is it “boat”?")
    CommentReply.objects.create(comment=comment, user=UserFactory(first_name="Samir", last_name=""), text="Yes.")
    remark(task.target, "Mind the title.")
    edit = reverse("wagtailadmin_pages:edit", args=[task.target.pk])
    html = browser_of(a_translator("fr")).get(edit).content.decode()
    assert "&lt;script&gt;alert(1)" in html and "<script>alert(1)" not in html
    seen = editor(task)
    assert "Halima Okoth , Title" in seen and "Samir : Yes." in seen
    assert "on the translation" in seen


def test_resolved_comments_and_those_of_other_pages_are_not_shown(
    release: ReleasePage, task: TranslationTask, index: NewsIndexPage
) -> None:
    remark(release, "Done.", resolved_at=timezone.now())
    remark(ReleasePageFactory(parent=index), "Elsewhere.")
    assert editor(task) == ""


def test_comment_at_a_place_that_is_gone_is_shown_all_the_same(release: ReleasePage, task: TranslationTask) -> None:
    remark(release, "What was here?", path="body.7b1f4c0e-1111-4222-8333-444455556666.words")
    remark(release, "And here?", path="no_such_field.x")
    assert "What was here?" in editor(task) and "And here?" in editor(task)


def test_queries_do_not_grow_with_comments(
    release: ReleasePage, task: TranslationTask, admin_client: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[task.target.pk])
    for number in range(3):
        remark(release, f"Remark {number}")
    few = count_queries(lambda: admin_client.get(edit))
    for number in range(27):
        remark(release, f"More {number}")
    assert count_queries(lambda: admin_client.get(edit)) == few


def test_editor_has_each_sentence_of_the_original_beside_its_field(release: ReleasePage, task: TranslationTask) -> None:
    html = (
        browser_of(a_translator("fr")).get(reverse("wagtailadmin_pages:edit", args=[task.target.pk])).content.decode()
    )
    props = json.loads(unescape(re.search(r'data-props="([^"]+)"', html)[1]))  # type: ignore[index]
    fields = {segment["source"]: segment["editUrl"] for segment in props["segments"] if segment["type"] == "string"}
    assert {"The boat waits.", "We light a street.", release.title} <= fields.keys()
    assert all(fields.values())
