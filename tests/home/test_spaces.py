"""No page that a reader gets breaks a line where its language does not, whatever an editor typed."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.language.spacing import spaced
from organisations.factories import PersonFactory

TYPED = "Un pont : « le nôtre » ; et 12 % du trafic ? Oui !"
NO_TEXT = re.compile(r"<(script|style|textarea)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
TEXTS = re.compile(r"(?:>|\s(?:alt|title|aria-label|content|data-copy)=\")([^<\">]+)")


@pytest.fixture
def french(index: NewsIndexPage) -> ReleasePage:
    """A release in English and French whose French was typed with ordinary spaces."""
    speaker = PersonFactory(name="Naima Belhadri", slug="naima-belhadri")
    body = [text_block("<p>A bridge : ours ?</p>"), quote_block("Ours.", speaker, "Mayor", "en")]
    page = ReleasePageFactory(parent=index, slug="a-bridge", body=body)
    translated = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    translated.title = translated.subheadline = translated.summary = TYPED
    translated.notes_to_editors = f"<p>{TYPED}</p>"
    translated.body = [
        text_block(f"<p><b>Un pont</b> : {TYPED}</p>"),
        quote_block(TYPED, speaker, "maire", "en", page.body[1].id),
    ]
    publish(translated)
    return translated


def addresses(page: ReleasePage) -> list[str]:
    """Where readers meet a release."""
    speaker = "/fr/people/naima-belhadri/"
    return [
        "/fr/",
        "/fr/news/",
        page.url,
        speaker,
        f"/fr/quotes/{page.body[1].id}/",
        "/fr/search/?q=pont",
        "/fr/people/",
    ]


def test_french_signs_stay_with_their_words_on_every_page(french: ReleasePage, reader: Client) -> None:
    for address in addresses(french):
        html = NO_TEXT.sub("", reader.get(address).content.decode())
        wrong = [text for text in TEXTS.findall(html) if spaced(text, "fr") != text]
        assert not wrong, (address, wrong)


def test_signs_are_there_as_they_were_typed_but_for_the_spaces(french: ReleasePage, reader: Client) -> None:
    words = TAG.sub("", NO_TEXT.sub("", reader.get(french.url).content.decode()))
    assert spaced(TYPED, "fr") in words and TYPED not in words
    assert "Un pont\u00a0: Un pont\u00a0: «\u00a0le nôtre\u00a0»\u202f; et 12\u00a0%" in words


def test_what_is_taken_away_is_spaced_too(french: ReleasePage, reader: Client) -> None:
    with translation.override("fr"):
        feed = reverse("feed")
    for address in (f"{french.url}text/", feed):
        answer = reader.get(address)
        assert not answer["Content-Type"].startswith("text/html")
        text = answer.content.decode()
        assert spaced(TYPED, "fr") in text, address
        assert TYPED not in text, address


def test_english_stays_as_it_was_typed(french: ReleasePage, reader: Client) -> None:
    assert "A bridge : ours ?" in reader.get(french.url.replace("/fr/", "/en/")).content.decode()


def test_an_answer_is_as_long_as_it_says(french: ReleasePage, reader: Client) -> None:
    for address in addresses(french):
        answer = reader.get(address)
        assert int(answer["Content-Length"]) == len(answer.content), address
