"""A translator saves a page with its hashtags, which are a fact that all languages share."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.demo.laden import filled_form
from newsroom.home.roles import translators_of


@pytest.fixture
def translator(db: None) -> Client:
    """A translator into French."""
    client = Client()
    client.force_login(UserFactory(roles=[translators_of("fr")]))
    return client


def test_a_release_with_hashtags_is_saved(index: NewsIndexPage, translator: Client) -> None:
    page = ReleasePageFactory(parent=index, hashtags=["ShadeIsPublic", "CitiesListen"])
    french: Any = page.copy_for_translation(locale_of("fr"))
    address = reverse("wagtailadmin_pages:edit", args=[french.pk])
    sent = filled_form(translator.get(address).content.decode(), french) | {"title": "L’ombre est à tous"}
    assert translator.post(address, sent).status_code == 302
    saved = ReleasePage.objects.get(pk=french.pk).get_latest_revision_as_object()
    assert (saved.title, sorted(saved.hashtags.names())) == ("L’ombre est à tous", ["CitiesListen", "ShadeIsPublic"])
