"""The same thing in other languages: hreflang for machines, a switch for people."""

import re

import pytest
from django.conf import settings
from django.test import Client
from leaving_quietly import unpublish

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage
from organisations.factories import PersonFactory

LINK = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
HOST = "http://testserver"


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A release that is public in English, French and Chinese, a draft in Spanish and Arabic."""
    page = ReleasePageFactory(parent=index, slug="count-shade")
    for code in ("zh-hans", "fr", "ar", "es"):
        translated = page.copy_for_translation(locale_of(code))
        if code not in ("es", "ar"):
            publish(translated)
    return page


def alternates(reader: Client, address: str) -> dict[str, str]:
    """The hreflang links of a page; none of them twice."""
    links = LINK.findall(reader.get(address).content.decode())
    assert len(links) == len(dict(links))
    return dict(links)


def test_release_names_its_released_languages_and_no_other(release: ReleasePage, reader: Client) -> None:
    assert alternates(reader, release.url) == {
        "en": f"{HOST}/en/news/count-shade/",
        "x-default": f"{HOST}/en/news/count-shade/",
        "fr": f"{HOST}/fr/news/count-shade/",
        "zh-Hans": f"{HOST}/zh-hans/news/count-shade/",
    }


def test_alternates_are_reciprocal_and_name_themselves(release: ReleasePage, reader: Client) -> None:
    links = alternates(reader, release.url)
    for address in set(links.values()):
        assert alternates(reader, address) == links
        assert address in links.values()


def test_canonical_address_is_one_of_the_alternates(release: ReleasePage, reader: Client) -> None:
    for code, address in alternates(reader, release.url).items():
        html = reader.get(address).content.decode()
        assert f'<link rel="canonical" href="{address}">' in html, code


def test_release_in_one_language_names_itself(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, slug="alone")
    address = f"{HOST}/en/news/alone/"
    assert alternates(reader, page.url) == {"en": address, "x-default": address}


def test_language_that_is_taken_back_is_no_longer_named(release: ReleasePage, reader: Client) -> None:
    unpublish(release.get_translation(locale_of("fr")))
    assert "fr" not in alternates(reader, release.url)


@pytest.mark.parametrize("path", ["", "news/", "campaigns/", "people/", "organisations/", "search/", "search/?q=shade"])
def test_what_exists_in_every_language_names_all_of_them(newsroom: HomePage, reader: Client, path: str) -> None:
    links = alternates(reader, f"/fr/{path}")
    codes = [code for code, _name in settings.LANGUAGES]
    assert set(links.values()) == {f"{HOST}/{code}/{path}" for code in codes}
    assert links["x-default"] == links["en"]
    assert len(links) == len(codes) + 1


def test_page_that_is_not_found_names_none(newsroom: HomePage, reader: Client) -> None:
    assert alternates(reader, "/en/nothing-here/") == {}


def switch(reader: Client, address: str) -> dict[str, str]:
    """Where the language switch leads, by language."""
    nav = reader.get(address).content.decode().split('<nav class="languages"')[1].split("</nav>")[0]
    return {lang: url for url, lang in re.findall(r'<a href="([^"]+)" lang="([^"]+)"', nav)}


def test_switch_leads_to_this_page_or_to_the_languages_front_page(release: ReleasePage, reader: Client) -> None:
    assert switch(reader, release.url) == {
        "en": "/en/news/count-shade/",
        "fr": "/fr/news/count-shade/",
        "es": "/es/",
        "ar": "/ar/",
        "ru": "/ru/",
        "zh-Hans": "/zh-hans/news/count-shade/",
    }


def test_switch_keeps_what_was_searched_for(newsroom: HomePage, reader: Client) -> None:
    assert switch(reader, "/en/search/?q=shade")["ar"] == "/ar/search/?q=shade"


def test_switch_on_a_speakers_page_leads_to_the_same_speaker(index: NewsIndexPage, reader: Client) -> None:
    ReleasePageFactory(parent=index, quotes=1, speaker=PersonFactory(slug="wairimu-tendeka"))
    assert switch(reader, "/en/people/wairimu-tendeka/")["ru"] == "/ru/people/wairimu-tendeka/"


def test_switch_says_which_language_is_being_read(newsroom: HomePage, reader: Client) -> None:
    for code, lang in (("ar", "ar"), ("zh-hans", "zh-Hans")):
        nav = reader.get(f"/{code}/news/").content.decode().split('<nav class="languages"')[1].split("</nav>")[0]
        assert re.findall(r'lang="([^"]+)" hreflang="[^"]+" aria-current="true"', nav) == [lang]


def test_readers_of_a_release_see_its_languages_with_original_and_translation(
    release: ReleasePage, reader: Client
) -> None:
    html = " ".join(reader.get("/fr/news/count-shade/").content.decode().split())
    assert (
        '<a href="/en/news/count-shade/" lang="en" hreflang="en">English</a> <span class="soft">original</span>' in html
    )
    assert '<b lang="fr">Français</b> <span class="soft">traduction</span>' in html
