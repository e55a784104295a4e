"""Whatever door a text comes by, it is stored in one form, without what cannot be written out again or be seen."""

from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage, ReleaseParticipant
from newsroom.base.factories import locale_of
from newsroom.base.form_fields import SeenAddress, SeenEmail, SeenSlug
from newsroom.home import sitemaps
from newsroom.translation.glossary.csv_files import read_terms
from newsroom.translation.models import GlossaryTerm
from organisations.admin.choosers import PersonCreationForm
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import MediaContact, Organisation, Person

ACCENTS = normalize("NFD", "Les éléphants à Évreux")
ALEFS = normalize("NFD", "آلاء وأمل")
STRESS = normalize("NFD", "Ёлки и йод")


def texts_in(value: Any) -> list[str]:
    """Every text in a structure."""
    if isinstance(value, str):
        return [value]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in below for text in texts_in(each)]


def is_normal(text: str) -> bool:
    """Whether a text is as it may be stored."""
    return text == normalize("NFC", text) and not set(text) & {"\x0b", "\x0c", "\x01"}


@pytest.mark.parametrize("words", [ACCENTS, ALEFS, STRESS])
def test_page_written_from_the_shell_is_normal_in_every_field(index: NewsIndexPage, words: str) -> None:
    body = [
        text_block(f"<p>{words}\x0b<b>{words}</b></p>"),
        quote_block(f"{words}\x0b!"),
        {"type": "heading", "value": words},
    ]
    page = ReleasePageFactory(parent=index, title=f"{words}\x0b{words}", summary=words, body=body, live=False)
    stored = ReleasePage.objects.get(pk=page.pk)
    texts = [stored.title, stored.draft_title, stored.summary, *texts_in(list(stored.body.raw_data))]
    assert all(map(is_normal, texts)), texts
    assert stored.title == f"{normalize('NFC', words)} {normalize('NFC', words)}"


@pytest.mark.parametrize("words", [ACCENTS, ALEFS, STRESS])
def test_draft_is_normal_with_what_hangs_on_it(index: NewsIndexPage, words: str) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    page.subheadline = words
    page.body = [("heading", f"{words}\x0c")]
    page.participant_links = [ReleaseParticipant(person=PersonFactory(), role=words, locale=page.locale)]
    content = page.save_revision(clean=False).content
    assert page.revisions.count() == Revision.objects.for_instance(page).count()
    assert content["subheadline"] == normalize("NFC", words)
    assert content["participant_links"][0]["role"] == normalize("NFC", words)
    assert normalize("NFC", words) in ReleasePage.from_serializable_data(content).body[0].value
    assert "\x0c" not in ReleasePage.from_serializable_data(content).body[0].value


def test_names_and_addresses_of_records_lose_what_nobody_sees(newsroom: Any) -> None:
    person = PersonFactory(name="\u200fنعيمة\u200b بلحظري\u2069")
    body = OrganisationFactory(name="Har\u00adbour Office", website="https://harbour\u200b.example/")
    contact = MediaContactFactory(
        name="Zoe\u0301 \u2060Petit", email="press\u200b@harbour.example", phone="\u202a+33 1 23\u202c"
    )
    assert Person.objects.get(pk=person.pk).name == "نعيمة بلحظري"
    assert Organisation.objects.values_list("name", "website").get(pk=body.pk) == (
        "Harbour Office",
        "https://harbour.example/",
    )
    stored = MediaContact.objects.values_list("name", "email", "phone").get(pk=contact.pk)
    assert stored == ("Zo\u00e9 Petit", "press@harbour.example", "+33 1 23")


def test_forms_take_addresses_as_they_are_seen() -> None:
    assert SeenSlug().clean("night\u200b-buses\ufeff") == "night-buses"
    assert SeenEmail().clean("press\u00ad@harbour.example\u200e") == "press@harbour.example"
    assert (
        SeenAddress(assume_scheme="https").clean("\u2066https://harbour.example/bac\u2069")
        == "https://harbour.example/bac"
    )


def test_forms_of_the_cms_use_them(newsroom: Any) -> None:
    form = ReleasePage.get_edit_handler().get_form_class()()
    assert isinstance(form.fields["slug"], SeenSlug)
    assert form.fields["title"].clean(f"{ACCENTS}\x0b") == normalize("NFC", ACCENTS)
    assert form.fields["title"].clean("x" * 250 + normalize("NFD", "ééééé")).endswith("ééééé")
    typed = {"name": "Naima\u200b Belhadri", "slug": "naima\u2060-belhadri", "locale": locale_of("en").pk}
    person = PersonCreationForm(typed)
    assert person.is_valid(), person.errors
    assert person.save().name == "Naima Belhadri"
    assert Person.objects.filter(slug="naima-belhadri").exists()


def test_table_of_terms_comes_back_normal_and_is_known_again(db: None) -> None:
    rows = f"term,language,approved\n\ufeffur\u00adban heat,fr,{ACCENTS}\n"
    assert read_terms(rows.encode()).added == 1
    assert read_terms(rows.encode()).unchanged == 1
    term = GlossaryTerm.objects.get()
    assert (term.term, term.approved) == ("urban heat", normalize("NFC", ACCENTS))


def test_words_are_found_however_their_letters_are_typed(index: NewsIndexPage, reader: Client) -> None:
    ReleasePageFactory(parent=index, title="The ferry of Évreux", slug="evreux")
    for typed in (normalize("NFD", "Évreux"), "Év\u00adreux", "\u200fÉvreux\u200b", "Évr\u2060eux"):
        assert "The ferry of" in reader.get("/en/search/", {"q": typed}).content.decode(), ascii(typed)
        assert reader.get(reverse("completions"), {"q": typed}).json()["completions"], ascii(typed)


@pytest.mark.parametrize("code", ["en", "ar", "zh-hans"])
def test_feed_answers_whatever_stands_in_the_database(
    releases: Callable[[str], NewsIndexPage], reader: Client, code: str
) -> None:
    page = ReleasePageFactory(parent=releases(code), title="Old row", slug="old-row")
    ReleasePage.objects.filter(pk=page.pk).update(title="Night\x0bbuses \x01\ufffe夜", summary="ظل\x0cللجميع")
    NewsIndexPage.objects.filter(locale__language_code=code).update(title="News\x0b")
    answer = reader.get(f"/{code}/news/feed/")
    assert answer.status_code == 200
    (title,) = fromstring(answer.content).findall(".//{*}entry/{*}title")
    assert title.text == "Night buses 夜"


def test_sitemap_can_always_be_read(index: NewsIndexPage, reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    ReleasePageFactory(parent=index, slug="old-row")
    monkeypatch.setattr(sitemaps, "plain_address", lambda url_path: "/old\x0b<rows>\x01/")
    found = [reader.get(f"/sitemap-{name}-{number}.xml") for name, number in sitemaps.sitemap_parts()]
    assert all(fromstring(answer.content) is not None for answer in found)
