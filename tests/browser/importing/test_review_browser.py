"""A writer sends, an approver asks for a change, the writer amends, the approver approves, and readers have it."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect
from press_officer import Officer

from newsroom.base.factories import UserFactory
from newsroom.home.models import HomePage
from newsroom.home.roles import APPROVERS, WRITERS
from newsroom.publication.models import ReviewSettings

pytestmark = pytest.mark.browser

HEADLINE = "After the second flood"
#: From "new" to "public", beside the words: each choice is a step, with the window or the menu in which it is made.
MOST_STEPS = 6


@pytest.fixture
def at_the_desk(
    browse: Callable[..., Page], server: object, directory: None, unhurried: None
) -> Callable[..., Officer]:
    """Somebody of a role with a browser, logged in."""

    def log_in(username: str, role: str, **names: str) -> Officer:
        UserFactory(username=username, roles=[role], email=f"{username}@cities.example", **names)
        person = Officer(browse(), server.url)  # type: ignore[attr-defined]
        person.log_in(username)
        person.clicks.clear()
        return person

    return log_in


def write_plain_release(writer: Officer) -> list[str]:
    """Write what a release needs, and send it; the steps beside the words."""
    page = writer.page
    writer.click("New release", page.get_by_role("link", name="New release").first)
    writer.write("headline", page.get_by_role("textbox", name="Headline*", exact=True), HEADLINE)
    writer.write("place", page.get_by_label("Dateline: place"), "Lindmouth")
    writer.write_text("The water stood at some height at four in the morning.")
    writer.choose("Organisations", "Choose organisation", "Joint Office for Urban Heat")
    writer.choose("Media contacts", "Choose media contact", "Halima Okoth")
    writer.do_more("Send for approval")
    expect(page.get_by_text("submitted for moderation")).to_be_visible()
    return ["new", "organisation", "contact", "send"]


def link_in(subject: str) -> str:
    """Where the last mail with such a subject leads."""
    letter = next(each for each in reversed(mail.outbox) if subject in each.subject)
    found = re.search(r"/admin/pages/\d+/\S+", str(letter.body))
    assert found, letter.body
    return found[0]


def test_from_new_to_public_with_a_change_on_the_way(
    newsroom: HomePage,
    at_the_desk: Callable[..., Officer],
    stranger: Page,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ReviewSettings.objects.create(approval_required=True)
    approver = at_the_desk("renaud", APPROVERS, first_name="Renaud", last_name="Tisserand")
    writer = at_the_desk("ines", WRITERS, first_name="Inés", last_name="Calderón-Wu")
    steps = write_plain_release(writer)

    desk = approver.page
    desk.goto(link_in("For your approval"))
    expect(desk.get_by_role("heading", name="Nobody has looked at it yet")).to_be_visible()
    desk.get_by_label("What is to change").fill("“Some” is not a number.")
    approver.click("Ask for changes", desk.get_by_role("button", name="Ask for changes"))
    expect(desk.get_by_role("button", name="Save draft")).to_be_visible()

    page = writer.page
    page.goto("/admin/")
    expect(page.get_by_text("“Some” is not a number.")).to_be_visible()
    writer.click("Answer", page.get_by_role("link", name=f"Answer {HEADLINE}"))
    writer.write("subheadline", page.get_by_role("textbox", name="Subheadline"), "Two metres and ten")
    writer.do_more("Send to Renaud Tisserand")
    expect(page.get_by_text("submitted for moderation")).to_be_visible()

    desk.goto(link_in("For your approval"))
    expect(desk.get_by_role("heading", name="What has changed since you saw it")).to_be_visible()
    expect(desk.locator(".comparison.after")).to_have_count(1)
    expect(desk.locator(".comparison.after")).to_contain_text("Two metres and ten")
    approver.click("Approve and publish", desk.get_by_role("button", name="Approve and publish"))
    expect(desk.get_by_role("button", name="Save draft")).to_be_visible()

    stranger.goto("/en/news/after-the-second-flood/")
    expect(stranger.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(stranger.get_by_text("Two metres and ten")).to_be_visible()
    steps += ["open the mail", "approve"]
    with capsys.disabled():
        print(f"\nnew to public: {len(steps)} steps: {', '.join(steps)}; writer {writer.report()}")  # noqa: T201
    assert len(steps) <= MOST_STEPS
