"""A quote among results looks as what it is, and what was chosen is said in words."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.test import Client

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of, publish
from organisations.factories import PersonFactory, RoleFactory

pytestmark = pytest.mark.usefixtures("newsroom")
WORDS = "A lighthouse that nobody pays for is a candle, and a candle that nobody trims is a promise. " * 4
FRENCH = "Un phare que personne ne paie est une bougie."
QUOTE = "3e1f4c0e-1111-4222-8333-444455556666"


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A long quote, spoken in English and translated into French; its speaker has held two roles."""
    with for_the_file(django_db_blocker):
        speaker = PersonFactory(name="Oleg Brandvik", slug="oleg-brandvik", biography="He keeps bees.")
        RoleFactory(person=speaker, title="Keeper of the lights", ended_on=datetime.date(2020, 5, 1))
        RoleFactory(person=speaker, title="Pilot of the harbour", started_on=datetime.date(2020, 5, 2))
        body = [text_block("<p>Text.</p>"), quote_block(WORDS, speaker, "Pilot", "en", QUOTE)]
        index = NewsIndexPage.objects.get(locale__language_code="en")
        page = ReleasePageFactory(parent=index, title="The harbour by night", slug="harbour", body=body)
        french = page.copy_for_translation(locale_of("fr"))
        french.title = "Le port la nuit"
        quote = quote_block(FRENCH, speaker, "Pilote", "en", QUOTE, status="courtesy")
        french.body = [text_block("<p>Texte.</p>"), quote]
        publish(french)
        yield


def results(reader: Client, code: str, **asked: str) -> str:
    """What a reader gets to see of the results."""
    html = reader.get(f"/{code}/search/", asked).content.decode()
    return re.search(r'<div class="results".*?</ol>', html, re.DOTALL)[0]  # type: ignore[index]


def understood(reader: Client, code: str = "en", **asked: str) -> str:
    """What the search says that it understood, without its markup."""
    html = reader.get(f"/{code}/search/", asked).content.decode()
    sentence = re.search(r'<p class="understood">(.*?)</p>', html, re.DOTALL)
    assert sentence
    return re.sub(r"<[^>]+>", "", sentence[1].replace('<span class="narrowed">', "| "))


def test_translated_quote_is_said_to_be_one_and_can_be_copied(reader: Client) -> None:
    html = results(reader, "fr", q="phare", kind="quote")
    assert '<blockquote class="words">Un <mark>phare</mark> que personne ne paie' in html
    assert "Oleg Brandvik" in html and "Pilote" in html
    assert "Traduction de courtoisie" in html
    assert 'data-copy="« Un phare que personne' in html.replace("\u00a0", " ").replace("\u202f", " ")
    assert "A lighthouse that nobody pays for" in html, "the words as they were spoken"
    assert f'href="/fr/news/harbour/#quote-{QUOTE}">Le port la nuit</a>' in html


def test_words_of_a_quote_are_not_cut(reader: Client) -> None:
    html = results(reader, "en", q="lighthouse", kind="quote")
    assert WORDS.strip() in re.sub(r"</?mark>", "", html)
    assert "translation" not in html


@pytest.mark.parametrize(
    ("code", "asked", "said"),
    [
        ("en", {"kind": "quote"}, "Kind: Quote"),
        ("en", {"kind": "quote", "speaker": "oleg-brandvik"}, "Kind: Quote · Speaker: Oleg Brandvik"),
        ("en", {"from": "2020-01-02", "to": "2030-03-04"}, "Since 2 January 2020 · Until 4 March 2030"),
        ("fr", {"speaker": "oleg-brandvik"}, "Oleg Brandvik"),
        ("ar", {"speaker": "oleg-brandvik", "language": "all"}, "Oleg Brandvik"),
    ],
)
def test_what_was_chosen_is_said_in_words(reader: Client, code: str, asked: dict[str, str], said: str) -> None:
    assert said in understood(reader, code, **asked)


def test_several_values_of_one_choice_are_alternatives(reader: Client) -> None:
    html = reader.get("/en/search/?kind=quote&kind=person").content.decode()
    assert re.search(r"Kind: <bdi>Quote</bdi> or <bdi>Person</bdi>", html)


def test_nothing_chosen_says_nothing_more(reader: Client) -> None:
    assert "|" not in understood(reader, q="lighthouse")


def test_roles_of_a_person_are_parted_the_present_one_first(reader: Client) -> None:
    html = results(reader, "en", q="Brandvik", kind="person")
    assert "Pilot of the harbour · Keeper of the lights · He keeps bees." in html
