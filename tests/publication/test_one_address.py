"""One thing has one address: an alias that somebody made past the CMS is led to its source and listed nowhere."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from machines import sitemap_of
from wagtail.models import Page, PageViewRestriction

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, publish
from newsroom.home.roles import OFFICERS
from newsroom.publication.models import Life
from organisations.factories import PersonFactory

LANGUAGES = ["en", "fr", "zh-hans"]


def index_in(code: str) -> NewsIndexPage:
    """The list of releases in a language."""
    return NewsIndexPage.objects.get(locale__language_code=code)


def made_an_alias(page: Page, source: Page) -> None:
    """As one query in a shell does it, which nothing here hears of."""
    Page.objects.filter(pk=page.pk).update(alias_of=source.pk)


def released_twice(code: str) -> tuple[ReleasePage, ReleasePage]:
    """A release and its alias, in one language, with a quote and a hashtag."""
    both = []
    for slug in ("kestrel", "kestrel-again"):
        body = [text_block("<p>Kestrel counts.</p>"), quote_block("Kestrel.", PersonFactory())]
        both.append(
            ReleasePageFactory(parent=index_in(code), title="Kestrel", slug=slug, hashtags=["Kestrel"], body=body)
        )
    source, alias = both
    made_an_alias(alias, source)
    return source, ReleasePage.objects.get(pk=alias.pk)


@pytest.mark.parametrize("code", LANGUAGES)
def test_alias_of_a_release_leads_to_its_source(newsroom: Any, reader: Client, code: str) -> None:
    source, alias = released_twice(code)
    answer = reader.get(alias.url)
    assert (answer.status_code, answer["Location"]) == (301, source.url)
    html = reader.get(alias.url, follow=True).content.decode()
    assert f'<link rel="canonical" href="http://testserver{source.url}">' in html
    for below in ("text/", "versions/1/"):
        assert reader.get(f"{alias.url}{below}").status_code == 404


@pytest.mark.parametrize("code", LANGUAGES)
def test_alias_is_listed_nowhere(newsroom: Any, reader: Client, code: str) -> None:
    source, alias = released_twice(code)
    campaigns = CampaignIndexPage.objects.get(locale__language_code=code)
    hub = CampaignHubPageFactory(parent=campaigns, hashtag=source.hashtags.get())
    speaker = f"/{code}/people/{source.body[1].value['speaker'].slug}/"
    addresses = [f"/{code}/", f"/{code}/news/", f"/{code}/news/feed/", f"/{code}/search/?q=Kestrel"]
    for address in (*addresses, hub.url, speaker):
        shown = reader.get(address, follow=True).content.decode()
        assert alias.url not in shown, address
    assert f"{source.url}<" in sitemap_of(reader) and f"{alias.url}<" not in sitemap_of(reader)
    for address in (*addresses, hub.url):
        assert source.url in reader.get(address, follow=True).content.decode(), address


def test_alias_of_what_is_not_public_answers_404(newsroom: Any, reader: Client) -> None:
    source, alias = released_twice("en")
    Life.objects.filter(pk=source.life_id).update(embargoed_until=timezone.now() + datetime.timedelta(days=1))
    assert reader.get(alias.url).status_code == 404


@pytest.mark.parametrize("hide", ["unpublished", "restricted"])
def test_alias_that_is_not_public_itself_answers_404(newsroom: Any, reader: Client, hide: str) -> None:
    _source, alias = released_twice("fr")
    if hide == "unpublished":
        Page.objects.filter(pk=alias.pk).update(live=False)
    else:
        PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page_id=alias.pk, restriction_type=PageViewRestriction.LOGIN)]
        )
    assert reader.get(alias.url).status_code == 404


def test_alias_of_a_hub_and_of_a_list_lead_on_too(newsroom: Any, reader: Client) -> None:
    campaigns = CampaignIndexPage.objects.get(locale__language_code="en")
    hubs = [CampaignHubPageFactory(parent=campaigns, slug=slug) for slug in ("shade", "shade-too")]
    home = index_in("en").get_parent()
    lists = [index_in("en"), NewsIndexPage(title="News", slug="news-too", locale=home.locale)]
    home.add_child(instance=lists[1])
    publish(lists[1])
    for source, alias in (hubs, lists):
        made_an_alias(alias, source)
        assert reader.get(alias.url)["Location"] == source.url
        assert alias.url not in sitemap_of(reader)


@pytest.mark.parametrize("code", LANGUAGES)
def test_release_names_its_one_address_however_it_was_asked_for(newsroom: Any, reader: Client, code: str) -> None:
    page = ReleasePageFactory(parent=index_in(code), slug="kestrel")
    canonical = f'<link rel="canonical" href="http://testserver{page.url}">'
    for address in (
        page.url,
        f"{page.url}?utm_source=letter",
        f"{page.url}?page=1",
        page.url.rstrip("/"),
        page.url.removeprefix(f"/{code}"),
    ):
        answer = reader.get(address, follow=True, headers={"accept-language": code})
        assert answer.status_code == 200 and canonical in answer.content.decode(), address
    for address in (page.url.replace("kestrel", "Kestrel"), page.url.replace("/news/", "//news//")):
        assert reader.get(address).status_code == 404


def test_copying_offers_no_alias(newsroom: Any) -> None:
    officer, page = Client(), ReleasePageFactory(parent=index_in("en"), title="Kestrel", live=False)
    officer.force_login(UserFactory(roles=[OFFICERS]))
    form = officer.get(reverse("wagtailadmin_pages:copy", args=[page.pk])).context["form"]
    assert "new_title" in form.fields and "alias" not in form.fields
