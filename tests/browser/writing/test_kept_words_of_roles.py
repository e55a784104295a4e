"""Whoever writes keeps their words: writers, approvers at a release that waits for them, translators at a passage."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from press_officer import PASSWORD, Officer
from test_kept_words import WORDS, end_sessions, notice, open_editor, type_and_time, wait_for
from translator import Translator
from wagtail.models import Workflow
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.home.roles import APPROVERS, WRITERS, translators_of

pytestmark = pytest.mark.browser

ARABIC = "تنتظر العبّارة الأخيرة الحافلة."


def came(browse: Callable[..., Page], server: Any, role: str, kind: type[Officer] = Officer) -> Any:
    """Somebody with a role and a browser, logged in."""
    UserFactory(username="samir", first_name="Samir", last_name="Haddad", roles=[role])
    somebody = kind(browse(), server.url)
    somebody.log_in("samir")
    return somebody


def log_in_beside(page: Page) -> None:
    """Log in in the window that opens beside the text."""
    with page.context.expect_page() as opened:
        notice(page, "out").get_by_role("button", name="Log in beside the text").click()
    opened.value.get_by_label("Username").fill("samir")
    opened.value.get_by_label("Password").fill(PASSWORD)
    with opened.value.expect_event("close"):
        opened.value.get_by_role("button", name="Sign in").click()


@pytest.mark.parametrize("role", [WRITERS, APPROVERS])
def test_session_that_ends_loses_nothing_of_who_writes_and_who_approves(
    browse: Callable[..., Page], server: Any, index: NewsIndexPage, directory: None, role: str
) -> None:
    somebody = came(browse, server, role)
    author = UserFactory(username="halima", roles=[WRITERS])
    owner = author if role == APPROVERS else type(author).objects.get(username="samir")
    draft = ReleasePageFactory(
        parent=index, live=False, owner=owner, subheadline="", body=[text_block("<p>They run until two.</p>")]
    )
    draft.save_revision(user=owner)
    if role == APPROVERS:
        Workflow.objects.get(active=True).start(draft, author)
    page = open_editor(somebody, draft)
    end_sessions(server)
    type_and_time(page, WORDS, "out")
    log_in_beside(page)
    wait_for(page, server, draft, WORDS)
    expect(notice(page, "out")).to_have_count(0)


@pytest.fixture
def translator(browse: Callable[..., Page], server: Any, directory: None) -> Translator:
    """Somebody who translates into Arabic."""
    found: Translator = came(browse, server, translators_of("ar"), Translator)
    return found


@pytest.fixture
def translation(index: NewsIndexPage, directory: None) -> ReleasePage:
    """A release that waits for its Arabic translation."""
    page = ReleasePageFactory(parent=index, title="Night buses", body=[text_block("<p>They run until two.</p>")])
    translate_object(page, [locale_of("ar")])
    found: ReleasePage = page.get_translation(locale_of("ar"))
    return found


def open_passage(translator: Translator, translation: ReleasePage) -> Page:
    """The editor of a translation with the field of its first passage."""
    page = translator.page
    page.goto(f"{translator.address}/admin/pages/{translation.pk}/edit/")
    translator.missing.first.get_by_role("button", name="Translate").click()
    expect(page.locator(".js-translation-editor textarea")).to_be_visible()
    page.wait_for_load_state("networkidle")
    return page


def arrived(server: Any) -> list[str]:
    """What the newsroom has of the translation."""
    with server.in_turn.turn:
        return list(StringTranslation.objects.values_list("data", flat=True))


def wait_until_arrived(page: Page, server: Any) -> None:
    """Until the newsroom has the passage."""
    for _ in range(100):
        if arrived(server) == [ARABIC]:
            return
        page.wait_for_timeout(200)
    raise AssertionError(arrived(server))


def kept_by(page: Page) -> None:
    """Until the browser keeps something."""
    page.wait_for_function("() => Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")


@pytest.mark.parametrize("has_pressed_save", [True, False])
def test_passage_of_a_session_that_ended_arrives_after_the_log_in(
    translator: Translator, translation: ReleasePage, server: Any, has_pressed_save: bool
) -> None:
    page = open_passage(translator, translation)
    end_sessions(server)
    page.locator(".js-translation-editor textarea").fill(ARABIC)
    save = page.locator(".js-translation-editor").get_by_role("button", name="Save", exact=True)
    if has_pressed_save:
        save.click()
    expect(notice(page, "out")).to_be_visible(timeout=5_000)
    kept_by(page)
    log_in_beside(page)
    expect(notice(page, "out")).to_have_count(0)
    if not has_pressed_save:
        save.click()  # the field is as it was, and what it sends is taken
    wait_until_arrived(page, server)
    page.wait_for_function("() => !Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")


def test_passage_of_a_window_that_was_closed_is_put_in_later(
    translator: Translator, translation: ReleasePage, server: Any
) -> None:
    page = open_passage(translator, translation)
    page.context.set_offline(True)
    page.locator(".js-translation-editor textarea").fill(ARABIC)
    expect(notice(page, "off")).to_be_visible(timeout=5_000)
    kept_by(page)
    page.context.set_offline(False)
    page.goto("about:blank")
    assert arrived(server) == []
    page.goto(f"{translator.address}/admin/pages/{translation.pk}/edit/")
    notice(page, "found").get_by_role("button", name="Put them in now").click()
    wait_until_arrived(page, server)
    expect(page.locator(".js-translation-editor li.complete").filter(has_text=ARABIC)).to_be_visible()
