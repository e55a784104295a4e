"""The editor of a release shows first what it needs first; the rest opens on demand, or where it must be seen."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from release_form import release_form
from wagtail.models import Comment

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from news.models.links import ReleaseParticipant
from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS
from organisations.factories import PersonFactory

pytestmark = pytest.mark.django_db

SECTION = re.compile(r'<section class="w-panel ?([^"]*)"[^>]*?id="panel-[^"]*?-([a-z_]+)-section"([^>]*)>')


@pytest.fixture
def desk() -> Client:
    """An officer at the CMS."""
    client = Client()
    client.force_login(UserFactory(roles=[OFFICERS]))
    return client


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """A draft with notes and two participants."""
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, notes_to_editors="<p>One note.</p>")
    for name in ("Oleg Brandvik", "Samir Haddad"):
        page.participant_links.add(ReleaseParticipant(person=PersonFactory(name=name), role="", locale=page.locale))
    page.save_revision()
    return page


def parts(answer: Any) -> dict[str, tuple[bool, str]]:
    """By its name, whether each part of the editor stands open, and what its heading says that it holds."""
    found = SECTION.findall(answer.content.decode())
    held = (re.search(r'data-holds="([^"]*)"', more) for _classes, _name, more in found)
    return {
        name: ("collapsed" not in classes.split(), words[1] if words else "")
        for (classes, name, _more), words in zip(found, held, strict=True)
    }


def test_a_new_release_shows_first_what_it_needs(desk: Client, index: NewsIndexPage) -> None:
    shown = parts(desk.get(f"/admin/pages/add/news/releasepage/{index.pk}/"))
    is_open = {name for name, (is_open, _held) in shown.items() if is_open}
    assert {"embargoed_until", "summary", "image", "body", "organisations", "media_contacts"} <= is_open
    folded = {"hashtags", "notes_to_editors", "issued_at_event", "signatories_of_an_open_letter"}
    assert {*folded, "confidential_who_may_see_it_and_when_to_look_at_it_again"} == shown.keys() - is_open
    assert {"attachments", "participants", "boilerplates"} <= is_open  # nothing but a button
    assert not any(held for _is_open, held in shown.values())


def test_a_folded_part_says_what_it_holds(desk: Client, draft: ReleasePage) -> None:
    shown = parts(desk.get(f"/admin/pages/{draft.pk}/edit/"))
    assert shown["notes_to_editors"] == (False, "filled in")
    assert shown["participants"] == (False, "2")
    assert shown["hashtags"] == (False, "")


def test_a_part_with_an_error_stands_open(desk: Client, draft: ReleasePage) -> None:
    form = release_form(draft, hashtags="two words!", is_open_for_signature="on")
    shown = parts(desk.post(f"/admin/pages/{draft.pk}/edit/", form))
    assert shown["hashtags"][0] and shown["signatories_of_an_open_letter"][0]
    assert not shown["notes_to_editors"][0]


def test_a_list_with_an_error_stands_open(desk: Client, draft: ReleasePage) -> None:
    rows = {"participant_links-TOTAL_FORMS": "1", "participant_links-INITIAL_FORMS": "0"}
    rows |= {"participant_links-0-person": "", "participant_links-0-role": "Mayor", "participant_links-0-ORDER": "1"}
    assert parts(desk.post(f"/admin/pages/{draft.pk}/edit/", release_form(draft) | rows))["participants"][0]


@pytest.mark.parametrize("is_resolved", [False, True])
def test_a_part_with_an_open_comment_stands_open(desk: Client, draft: ReleasePage, is_resolved: bool) -> None:
    resolved = timezone.now() if is_resolved else None
    draft.wagtail_admin_comments.add(
        Comment(user=UserFactory(), text="Which?", contentpath="notes_to_editors", resolved_at=resolved)
    )
    draft.save_revision()
    assert parts(desk.get(f"/admin/pages/{draft.pk}/edit/"))["notes_to_editors"][0] is not is_resolved
