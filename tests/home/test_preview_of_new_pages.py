"""What is being written is shown before it was ever saved."""

from typing import Any

import pytest
from desk import an_officer
from django.urls import reverse
from people import browser_of
from release_form import release_form
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset

from campaigns.models import CallIndexPage, CallPage, CampaignHubPage, CampaignIndexPage, EventIndexPage, EventPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.home.models import HomePage


def preview_address(model: type[Page], parent: Page) -> str:
    """Where the editor sends a page that is not there yet."""
    return reverse("wagtailadmin_pages:preview_on_add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


@pytest.mark.parametrize(
    ("model", "below"),
    [
        (ReleasePage, NewsIndexPage),
        (EventPage, EventIndexPage),
        (CallPage, CallIndexPage),
        (CampaignHubPage, CampaignIndexPage),
    ],
)
def test_every_page_type_can_be_sent_before_it_is_saved(newsroom: HomePage, model: Any, below: Any) -> None:
    parent = below.objects.get(locale__language_code="fr")
    address = preview_address(model, parent)
    sent = {"title": "Sent first", "slug": "sent-first"}
    sent |= {f"{field.name}-count": "0" for field in model._meta.fields if isinstance(field, StreamField)}
    answer = browser_of(an_officer()).post(address, sent)
    assert answer.status_code == 200
    assert "is_valid" in answer.json()


def test_a_release_is_shown_before_it_is_saved(index: NewsIndexPage) -> None:
    officer = browser_of(an_officer())
    page = ReleasePageFactory(parent=index)
    link, contact = page.organisation_links.get(), page.contact_links.get()
    rows = {
        "organisation_links": inline_formset([{"organisation": link.organisation_id, "is_lead": "on"}]),
        "contact_links": inline_formset([{"contact": contact.contact_id}]),
    }
    sent = release_form(page, text="<p>Never saved.</p>", title="Sent first", slug="sent-first", **rows)
    address = preview_address(ReleasePage, index)
    assert officer.post(address, sent).json()["is_valid"]
    answer = officer.get(address)
    assert answer.status_code == 200
    assert "Never saved." in answer.content.decode()
