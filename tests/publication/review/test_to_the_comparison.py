"""From a page in review, and from the mail about it, one step leads to what changed, side by side."""

import re

from desk import an_officer
from django.core import mail
from django.test import TestCase
from django.urls import reverse
from people import browser_of

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import APPROVERS


def test_page_in_review_and_mail_lead_to_the_comparison(index: NewsIndexPage) -> None:
    writer = an_officer()
    approver = UserFactory(roles=[APPROVERS], email="approver@cities.example")
    page = ReleasePageFactory(parent=index, live=False, title="Shade", owner=writer)
    page.save_revision(user=writer)
    page.title = "More shade"
    page.save_revision(user=writer)
    editor, review = reverse("wagtailadmin_pages:edit", args=[page.pk]), reverse("review_page", args=[page.pk])
    browser = browser_of(approver)
    assert f'href="{review}"' not in browser.get(editor).content.decode()
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.get_workflow().start(page, writer)
    assert f'href="{review}"' in browser.get(editor).content.decode()
    (letter,) = mail.outbox
    assert "side by side" in letter.body and review in letter.body
    shown = browser.get(review).content.decode()
    compared = re.search(r'href="([^"]*compare/earliest\.\.\.latest/)"', shown)
    assert compared and "side by side" in shown
    assert "comparison before" in browser.get(compared[1]).content.decode()
