"""A hashtag of any script is one however it is written and has an address; rows from before are carried over."""

import json
from importlib import import_module
from typing import Any
from unicodedata import normalize
from unittest import mock

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from wagtail_localize.models import TranslationSource

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import Hashtag, NewsIndexPage, ReleaseHashtag, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS
from organisations.models import RecordUse

WORDS = {
    "VillesEnÉté": [
        "villesenété",
        "VILLESENÉTÉ",
        normalize("NFD", "VillesEnÉté"),
        "#VillesEnÉté\u200f",
        "Villes\u00adEnÉté",
    ],
    "НочныеАвтобусы": ["ночныеавтобусы", "НОЧНЫЕАВТОБУСЫ", "＃ночныеАвтобусы"],
    "مُدُن_تنصت": ["\u2067مُدُن_تنصت\u2069", "#مُدُن_تنصت"],
    "夜班巴士": ["#夜班巴士", "夜班\u200b巴士"],
    "StraßenFest": ["STRASSENFEST", "strassenfest"],
}
each_word = pytest.mark.parametrize("word", WORDS)


@each_word
def test_ways_to_write_it_are_one_row(index: NewsIndexPage, word: str) -> None:
    for number, way in enumerate([word, *WORDS[word]]):
        ReleasePageFactory(parent=index, slug=f"way-{number}", hashtags=[way], live=False)
    hashtag = Hashtag.objects.get()
    assert hashtag.name == word
    assert hashtag.release_links.count() == 1 + len(WORDS[word])
    for way in WORDS[word]:
        with pytest.raises(ValidationError):
            Hashtag(name=way).full_clean()


@each_word
def test_database_itself_refuses_a_second_row(db: None, word: str) -> None:
    first = Hashtag.objects.create(name=word)
    for way in WORDS[word]:
        with pytest.raises(IntegrityError), transaction.atomic():
            Hashtag.objects.create(name=way)
        assert Hashtag.objects.typed(way) == first


@each_word
def test_its_address_leads_to_what_carries_it(index: NewsIndexPage, reader: Client, word: str) -> None:
    ReleasePageFactory(parent=index, title="The one", slug="the-one", hashtags=[word])
    ReleasePageFactory(parent=index, title="Another", slug="another", hashtags=["Another"])
    html = reader.get("/en/news/the-one/").content.decode()
    chosen = urlencode({"campaign": Hashtag.objects.get(name=word).slug})
    assert f'href="/en/news/?{chosen}"' in html
    for way in (Hashtag.objects.get(name=word).slug, word, *WORDS[word]):
        answer = reader.get(f"/en/news/?{urlencode({'campaign': way})}")
        assert [release.title for release in answer.context["releases"]] == ["The one"], ascii(way)
        (choice,) = answer.context["response"].chosen
        assert (choice.label, choice.query_without) == (f"#{word}", "")
    assert not reader.get(f"/en/news/?{urlencode({'campaign': '🌍'})}").context["releases"]


@each_word
def test_its_hub_gathers_it_at_an_address_in_latin_letters(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client, word: str
) -> None:
    hub = CampaignHubPageFactory(parent=campaigns, word=word, title="Hub")
    ReleasePageFactory(parent=index, title="The one", slug="the-one", hashtags=WORDS[word][:1])
    assert hub.url.isascii() and len(hub.slug) > 3
    answer = reader.get(hub.url)
    assert [release.title for release in answer.context["dates"]] == ["The one"]
    listed = reader.get(f"/en/news/?{answer.context['chosen']}")
    assert [release.title for release in listed.context["releases"]] == ["The one"]


@pytest.mark.parametrize(
    ("word", "direction"), [("ظل_للجميع", 'lang="ar" dir="rtl"'), ("夜班巴士", 'lang="zh-Hans" dir="ltr"')]
)
def test_it_is_set_in_the_direction_of_its_script(
    index: NewsIndexPage, reader: Client, word: str, direction: str
) -> None:
    ReleasePageFactory(parent=index, slug="the-one", hashtags=[word])
    assert f"{direction}>#{word}</a>" in reader.get("/en/news/the-one/").content.decode()


@pytest.mark.parametrize("typed", ["🌍", "#🌍🌎", "2027", "night buses", "!"])
def test_what_can_be_no_hashtag_is_refused_with_a_reason(db: None, typed: str) -> None:
    with pytest.raises(ValidationError, match="letters, digits and underscores"):
        Hashtag(name=typed).full_clean(exclude=["slug"])
    with pytest.raises(ValidationError, match="letters, digits and underscores"):
        Hashtag.objects.create(name=typed)


@pytest.mark.parametrize("letter", ["x", "я", "م", "夜"])
def test_word_that_is_too_long_is_refused_by_its_name(db: None, admin_client: Client, letter: str) -> None:
    with pytest.raises(ValidationError, match=f"“{letter * 30}…”"):
        Hashtag.objects.create(name=letter * 101)
    with pytest.raises(ValidationError, match=f"“{letter * 30}…”"):
        Hashtag(name=letter * 101).clean()
    answer = admin_client.post(reverse("wagtailsnippets_news_hashtag:add"), {"name": letter * 101})
    told = str(answer.context["form"].errors)
    assert told and "“”" not in told


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("CitésÀLÉcoute", "CITÉSÀLÉCOUTE"),
        ("CitésÀLÉcoute", "#Cités"),
        ("CitésÀLÉcoute", normalize("NFD", "écoute")),
        ("城市夜班", "#城市"),
        ("مدن_تنصت", "\u200fمدن"),
        ("ГородаНочью", "＃НОЧЬЮ"),
        ("İstanbul2027", "istanbul"),
    ],
)
def test_it_is_found_in_its_list_however_it_is_typed(admin_client: Client, name: str, typed: str) -> None:
    Hashtag.objects.create(name=name)
    Hashtag.objects.create(name="Another")
    answer = admin_client.get(reverse("wagtailsnippets_news_hashtag:list"), {"q": typed})
    assert [each.name for each in answer.context["object_list"]] == [name]


@pytest.mark.parametrize("typed", ["#", "🌍", "nowhere"])
def test_what_no_hashtag_holds_finds_none_in_the_list(admin_client: Client, typed: str) -> None:
    Hashtag.objects.create(name="Another")
    answer = admin_client.get(reverse("wagtailsnippets_news_hashtag:list"), {"q": typed})
    assert not answer.context["object_list"]


def from_before(name: str, slug: str) -> Hashtag:
    """A hashtag as older rows are: not told apart by a key."""
    hashtag = Hashtag.objects.create(name=f"placeholder_{slug}")
    Hashtag.objects.filter(pk=hashtag.pk).update(name=name, slug=slug, key=f"none {slug}")
    return Hashtag.objects.get(pk=hashtag.pk)


class AppsThen:
    """The models of today in the place of those of the migration; corrections had a content then."""

    def get_model(self, app: str, name: str) -> Any:
        """A model by its name."""
        if name != "Correction":
            return apps.get_model(app, name)
        corrections = mock.Mock()
        corrections.objects.values_list.return_value.iterator.return_value = iter(())
        return corrections


def carry_over() -> None:
    """What the migration does to the rows."""
    import_module("news.migrations.0011_hashtags_that_are_one").give_keys(AppsThen(), None)


def test_rows_that_are_one_are_told_into_one_with_all_that_named_them(
    index: NewsIndexPage, campaigns: CampaignIndexPage, capsys: Any
) -> None:
    kept, doubled = from_before("городаночью", "goroda"), from_before("ГородаНочью", "goroda_1")
    with_hub = from_before("ГОРОДАНОЧЬЮ", "goroda_2")
    hub = CampaignHubPageFactory(parent=campaigns, hashtag=with_hub, slug="goroda")
    both = ReleasePageFactory(parent=index, slug="both", hashtags=[kept, doubled])
    one = ReleasePageFactory(parent=index, slug="one", hashtags=[doubled], live=False)
    one.save_revision()
    hub.save_revision()
    TranslationSource.get_or_create_from_instance(both)
    carry_over()
    told = capsys.readouterr().out
    assert f"Hashtag {doubled.pk} (#ГородаНочью) is {with_hub.pk}" in told and f"Hashtag {kept.pk} " in told
    assert [(each.pk, each.slug) for each in Hashtag.objects.all()] == [(with_hub.pk, "goroda_2")]
    assert set(ReleaseHashtag.objects.values_list("content_object", "tag")) == {
        (both.pk, with_hub.pk),
        (one.pk, with_hub.pk),
    }
    draft = ReleasePage.objects.get(pk=one.pk).get_latest_revision_as_object()
    assert [tag.pk for tag in draft.hashtags.all()] == [with_hub.pk]
    assert {number for number in RecordUse.objects.filter(kind="hashtag").values_list("number", flat=True)} == {
        with_hub.pk
    }
    sources = [json.loads(content) for content in TranslationSource.objects.values_list("content_json", flat=True)]
    assert [[link["tag"] for link in content["hashtag_links"]] for content in sources] == [[with_hub.pk]]
    hub.refresh_from_db()
    assert hub.hashtag_id == with_hub.pk


def test_rows_that_can_be_no_hashtag_are_written_otherwise_and_told_of(db: None, capsys: Any) -> None:
    spaced, globe, accents = (
        from_before("Night Buses", "a"),
        from_before("🌍", "b"),
        from_before(normalize("NFD", "Été"), "c"),
    )
    fine = from_before("ShadeIsPublic", "shadeispublic")
    carry_over()
    names = dict(Hashtag.objects.values_list("pk", "name"))
    assert names == {
        spaced.pk: "NightBuses",
        globe.pk: f"hashtag{globe.pk}",
        accents.pk: "Été",
        fine.pk: "ShadeIsPublic",
    }
    told = capsys.readouterr().out
    assert all(f"Hashtag {each.pk}:" in told for each in (spaced, globe)) and f"Hashtag {fine.pk}" not in told
    assert Hashtag.objects.typed("ÉTÉ") == accents


@each_word
def test_it_is_offered_to_officers_while_they_type(newsroom: Any, client: Client, word: str) -> None:
    client.force_login(UserFactory(roles=[OFFICERS]))
    Hashtag.objects.create(name=word)
    Hashtag.objects.create(name="Another")
    address = reverse("wagtailadmin_tag_model_autocomplete", args=["news", "hashtag"])
    for way in (word, *WORDS[word]):
        beginning = way.lstrip("#＃\u2067")[:4]
        assert client.get(address, {"term": beginning}).json() == [word], ascii(beginning)
    assert [tag.name for tag in Hashtag.objects.filter(name__iexact=WORDS[word][0])] == [word]
