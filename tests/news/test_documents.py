"""What the document of a release holds, and what is made of it word for word."""

import json
import re
from collections.abc import Callable

from django.test import Client
from django.utils import translation

from news.editions.composing import compose
from news.factories import ReleasePageFactory, block, text_block
from news.models import Edition, NewsIndexPage, ReleasePage
from newsroom.base.factories import ImageFactory
from newsroom.demo.synthetic import fill_archive
from newsroom.home.models import HomePage
from newsroom.publication.editions.serialisation import digest_of


def test_links_lead_to_pages_in_the_language_of_the_release_whoever_publishes_it(
    releases: Callable[[str], NewsIndexPage],
) -> None:
    english, french = releases("en"), releases("fr")
    link = text_block(f'<p><a linktype="page" id="{french.pk}">All</a></p>')
    with translation.override("fr"):
        page = ReleasePageFactory(parent=english, body=[link])
    assert f'href="{english.url}"' in Edition.objects.get(release=page).document.body[0].html


def test_clean_text_sets_no_space_behind_a_chinese_dateline(
    releases: Callable[[str], NewsIndexPage], reader: Client
) -> None:
    page = ReleasePageFactory(parent=releases("zh-hans"), dateline_place="清汇", body=[text_block("<p>树苗。</p>")])
    assert "日——树苗。" in reader.get(f"{page.url}text/").content.decode()


def test_captions_keep_their_spaces_that_do_not_break(index: NewsIndexPage, reader: Client) -> None:
    value = {"image": ImageFactory().pk, "alt": "", "caption": "<p>Above 38\u00a0°C</p>"}
    page = ReleasePageFactory(parent=index, body=[block("image", value)])
    found = re.search(r'ld\+json">(.*?)</script>', reader.get(page.url).content.decode())
    assert found and json.loads(found[1])["image"][0]["caption"] == "Above 38\u00a0°C"


def test_an_invented_archive_is_one_of_editions(newsroom: HomePage, reader: Client) -> None:
    fill_archive(6)
    for page in ReleasePage.objects.live():
        edition = Edition.objects.get(release=page)
        assert edition.document == compose(page) and edition.digest == digest_of(compose(page))
    assert reader.get(page.url).status_code == 200
