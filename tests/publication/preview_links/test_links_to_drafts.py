"""A link to what readers may not see is plain words to them, and leads there once it is public."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from leaving_quietly import unpublish
from wagtail.models import Page, PageViewRestriction

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage
from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleaseBoilerplate, ReleasePage
from newsroom.base.factories import publish
from newsroom.base.pages.linking import html_for_the_record
from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.service import Note, correct
from organisations.factories import BoilerplateFactory

SLUG = "zanzara-opens"


@pytest.fixture
def hidden(index: NewsIndexPage) -> ReleasePage:
    """A release that nobody may see."""
    page: ReleasePage = ReleasePageFactory(parent=index, slug=SLUG, live=False)
    return page


def link_to(page: Page) -> str:
    """A sentence that leads to a page."""
    return f'<p>Read <a linktype="page" id="{page.pk}">the other news</a>.</p>'


def said_to(reader: Client, address: str) -> str:
    """What a stranger gets at an address."""
    return reader.get(address).content.decode()


def in_text(index: NewsIndexPage, html: str) -> ReleasePage:
    """A public release with the words in its text."""
    page: ReleasePage = ReleasePageFactory(parent=index, body=[text_block(html)])
    return page


def in_notes(index: NewsIndexPage, html: str) -> ReleasePage:
    """A public release with the words in its notes."""
    page: ReleasePage = ReleasePageFactory(parent=index, notes_to_editors=html)
    return page


def in_boilerplate(index: NewsIndexPage, html: str) -> ReleasePage:
    """A public release with the words in a boilerplate."""
    page: ReleasePage = ReleasePageFactory(parent=index, live=False)
    page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=BoilerplateFactory(text=html)))
    page.save()
    publish(page)
    return page


@pytest.mark.parametrize("written", [in_text, in_notes, in_boilerplate])
def test_a_release_leads_to_a_draft_only_once_that_is_public(
    written: Callable[..., ReleasePage], index: NewsIndexPage, hidden: ReleasePage, reader: Client
) -> None:
    page = written(index, link_to(hidden))
    assert "<a>the other news</a>" in said_to(reader, page.url)
    for address in (page.url, f"{page.url}text/"):
        assert SLUG not in said_to(reader, address)
    publish(hidden)
    assert f'href="{hidden.url}"' in said_to(reader, page.url)


def test_an_event_does_not_lead_to_a_draft(index: NewsIndexPage, hidden: ReleasePage, reader: Client) -> None:
    events = EventIndexPage.objects.get(locale__language_code="en")
    event = EventPageFactory(parent=events, description=link_to(hidden), background=link_to(hidden))
    assert "the other news" in said_to(reader, event.url)
    assert SLUG not in said_to(reader, event.url)
    publish(hidden)
    assert f'href="{hidden.url}"' in said_to(reader, event.url)


def test_an_earlier_version_does_not_lead_to_a_draft(index: NewsIndexPage, hidden: ReleasePage, reader: Client) -> None:
    page = in_text(index, link_to(hidden))
    page.body = [("text", "<p>Other words.</p>")]
    page.save_revision()
    correct([Note(page, "the other news", "Other words.", "It said too much.")], CorrectionKind.CLARIFICATION, None)
    earlier = f"{page.url}versions/1/"
    assert "the other news" in said_to(reader, earlier)
    assert SLUG not in said_to(reader, earlier)


def test_the_page_of_an_organisation_does_not_lead_to_a_draft(
    index: NewsIndexPage, hidden: ReleasePage, reader: Client
) -> None:
    page = in_boilerplate(index, link_to(hidden))
    organisation = page.boilerplate_links.get().boilerplate.organisation
    address = f"/en/organisations/{organisation.slug}/"
    assert "<a>the other news</a>" in said_to(reader, address)
    publish(hidden)
    assert f'href="{hidden.url}"' in said_to(reader, address)


def test_what_is_kept_to_a_few_is_plain_words_and_what_was_taken_off_says_so_at_its_address(
    index: NewsIndexPage, hidden: ReleasePage, reader: Client
) -> None:
    page = in_text(index, link_to(hidden))
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    publish(hidden)
    assert SLUG not in said_to(reader, page.url)
    PageViewRestriction.objects.all().delete()
    unpublish(hidden)
    assert SLUG not in said_to(reader, page.url)


def test_officers_see_in_a_preview_where_a_link_will_lead(
    index: NewsIndexPage, hidden: ReleasePage, admin_client: Client
) -> None:
    page = in_text(index, link_to(hidden))
    preview = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert f'href="{hidden.url}"' in preview.content.decode()
    assert re.search(rf'href="[^"]*{SLUG}', html_for_the_record(link_to(hidden)))


def test_many_links_take_no_more_queries_than_few(index: NewsIndexPage, reader: Client) -> None:
    def asked(count: int) -> int:
        drafts: list[Any] = [ReleasePageFactory(parent=index, live=number % 2 > 0) for number in range(count)]
        page = in_text(index, "".join(map(link_to, drafts)))
        with CaptureQueriesContext(connection) as queries:
            assert said_to(reader, page.url).count("<a>the other news</a>") == (count + 1) // 2
        return len(queries)

    asked(1)
    assert asked(3) == asked(30)
