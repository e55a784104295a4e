"""Whatever a reader is told of an image is in their language or marked with its own."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, block, text_block
from news.models import NewsIndexPage
from news.rules.findings import findings, place_in_words
from newsroom.base.factories import ImageFactory, locale_of, publish

KEPT = ("Kept alt", "Kept caption", "Kept credit")


class WordsOfImages(HTMLParser):
    """The words of each image of a page, each with the language that holds for it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.languages: list[tuple[str, str]] = []
        self.found: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        attributes = dict(attrs)
        language = attributes.get("lang") or (self.languages[-1][1] if self.languages else "")
        if tag == "img":
            self.found.add((attributes["alt"], language))
        elif attributes.get("property") == "og:image:alt":
            self.found.add((attributes["content"], language))
        if tag not in ("img", "meta", "link", "input", "br", "source", "path", "use"):
            self.languages.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        if tag in [opened for opened, _language in self.languages]:
            while self.languages.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if any(tag == "figcaption" for tag, _language in self.languages) and data.strip():
            self.found.add((data.strip(), self.languages[-1][1]))


def words_on(reader: Client, address: str) -> set[tuple[str, str]]:
    """What a page says of its images."""
    answer = reader.get(address)
    assert answer.status_code == 200
    return WordsOfImages(answer.content.decode()).found


@pytest.fixture
def image(db: None) -> Any:
    """An image with English words."""
    return ImageFactory(title="Title", description=KEPT[0], caption=KEPT[1], credit=KEPT[2])


def put_into(page: Any, code: str) -> Any:
    """Translate every segment of a page into a language and publish it."""
    translate_object(page, [locale_of(code)])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    for segment in translation.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context_id=segment.context_id,
            locale=translation.target_locale,
            data=f"{code} {segment.string.data}",
        )
    translation.save_target(publish=False)
    target = translation.get_target_instance()
    publish(target)
    return type(page).objects.get(pk=target.pk)


@pytest.mark.parametrize("code", ["fr", "ar"])
@pytest.mark.parametrize("place", ["release", "text", "hub", "front"])
def test_words_kept_with_an_image_are_marked_with_their_language(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client, image: Any, code: str, place: str
) -> None:
    found = words_on(reader, illustrated(place, index, campaigns, image, code))
    assert {(words, "en") for words in KEPT} <= found
    assert not {(words, code) for words in KEPT} & found


@pytest.mark.parametrize("place", ["release", "text", "hub", "front"])
def test_words_written_on_the_page_are_translated_with_it(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client, image: Any, place: str
) -> None:
    found = words_on(reader, illustrated(place, index, campaigns, image, "fr", alt="Own alt", caption="Own caption"))
    assert {("fr Own alt", "fr"), ("fr Own caption", "fr"), (KEPT[2], "en")} <= found
    assert not any(words in (*KEPT[:2], "Own alt", "Own caption") for words, _language in found)


def illustrated(place: str, index: Any, campaigns: Any, image: Any, code: str, alt: str = "", caption: str = "") -> str:
    """The address of a page in another language that shows the image at a place."""
    own: dict[str, Any] = {"image": image, "image_alt": alt, "image_caption": caption}
    if place == "hub":
        return str(put_into(CampaignHubPageFactory(parent=campaigns, **own), code).url)
    if place == "text":
        value = {"image": image.pk, "alt": alt, "caption": f"<p>{caption}</p>" if caption else ""}
        own = {"body": [text_block("<p>Words.</p>"), block("image", value)]}
    page = put_into(ReleasePageFactory(parent=index, **own), code)
    return f"/{code}/" if place == "front" else str(page.url)


def test_front_page_marks_the_words_of_a_release_in_another_language(
    index: NewsIndexPage, reader: Client, image: Any
) -> None:
    ReleasePageFactory(parent=index, image=image, image_alt="Own alt", image_caption="Own caption")
    assert {("Own alt", "en"), ("Own caption", "en")} <= words_on(reader, "/ar/")


def test_image_in_the_language_of_the_page_needs_no_mark(index: NewsIndexPage, reader: Client) -> None:
    image = ImageFactory(description="Un lampadaire", caption="Légende", credit="Moi", language="fr")
    page = ReleasePageFactory(parent=index, image=ImageFactory()).copy_for_translation(locale_of("fr"))
    page.image = image
    publish(page)
    assert {("Un lampadaire", "fr"), ("Légende", "fr")} <= words_on(reader, page.url)


def test_officer_hears_of_a_caption_that_nobody_can_translate(index: NewsIndexPage, image: Any) -> None:
    page = ReleasePageFactory(parent=index, image=image)
    with override("en"):
        assert [
            "Kept caption" in each.message
            for each in findings(page)
            if each.rule.name != "image_licence" and place_in_words(each.fault, page) == "Image"
        ] == [True]
    page.image_caption, page.image_licence = "Own caption", "free"
    page.save_revision()
    assert not [each for each in findings(page) if place_in_words(each.fault, page) == "Image"]
