"""A hashtag that is renamed or merged takes its hub, its lists and its old addresses along."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import at_work

from campaigns.factories import CampaignHubPageFactory, hashtag
from campaigns.models import CampaignHubPage, CampaignIndexPage, PinnedItem
from campaigns.pinning.service import pin
from news.factories import ReleasePageFactory
from news.hashtags.service import rename_hashtag
from news.models import FormerHashtag, Hashtag, NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.home.roles import OFFICERS, translators_of
from organisations.merging import merge

pytestmark = pytest.mark.vital


@pytest.fixture
def hub(campaigns: CampaignIndexPage) -> CampaignHubPage:
    """The hub of #ShadeIsPublic, in English and French."""
    hub = CampaignHubPageFactory(parent=campaigns, title="#ShadeIsPublic")
    publish(hub.copy_for_translation(locale_of("fr")))
    return hub


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A release of the campaign."""
    return ReleasePageFactory(parent=index, title="Counted", hashtags=["ShadeIsPublic"], quotes=1)


@pytest.mark.parametrize("word", ["CitésÀLÉcoute", "مدن_تنصت", "城市在倾听"])
def test_renamed_hashtag_takes_hub_and_lists_along(
    hub: CampaignHubPage, release: ReleasePage, reader: Client, word: str
) -> None:
    renamed = rename_hashtag(hub.hashtag, word)
    for language in ("en", "fr"):
        moved = CampaignHubPage.objects.get(translation_key=hub.translation_key, locale__language_code=language)
        answer = reader.get(moved.url)
        assert [thing.title for thing in answer.context["dates"]] == ["Counted"]
        assert answer.context["quote_count"] == 1
        assert moved.title == moved.get_latest_revision_as_object().title == f"#{word}"
        old = reader.get(f"/{language}/campaigns/shadeispublic/")
        assert (old.status_code, old["Location"]) == (301, moved.url)
    for asked in (renamed.slug, "shadeispublic", "ShadeIsPublic", f"#{word}"):
        listed = reader.get("/en/news/", {"campaign": asked})
        assert [row.title for row in listed.context["releases"]] == ["Counted"]
        assert [choice.label for choice in listed.context["response"].chosen] == [f"#{word}"]
    assert f">#{word}</a>" in reader.get(release.url).content.decode()
    assert Hashtag.objects.typed("shadeispublic") == renamed
    assert FormerHashtag.objects.get().slug == "shadeispublic"


def test_hub_that_is_drafted_goes_on_as_it_was_renamed(hub: CampaignHubPage, reader: Client) -> None:
    draft = hub.get_latest_revision_as_object()
    draft.introduction = "Drafted."
    draft.save_revision()
    rename_hashtag(hub.hashtag, "CoolNights")
    publish(CampaignHubPage.objects.get(pk=hub.pk).get_latest_revision_as_object())
    assert "Drafted." in reader.get("/en/campaigns/coolnights/").content.decode()
    assert reader.get("/en/campaigns/shadeispublic/").status_code == 301


def test_name_of_a_hub_that_is_no_hashtag_stays(campaigns: CampaignIndexPage) -> None:
    hub = CampaignHubPageFactory(parent=campaigns, title="Shade for all")
    rename_hashtag(hub.hashtag, "CoolNights")
    hub.refresh_from_db()
    assert (hub.title, hub.slug) == ("Shade for all", "coolnights")


def test_other_case_changes_the_word_and_no_address(hub: CampaignHubPage, release: ReleasePage, reader: Client) -> None:
    assert rename_hashtag(hub.hashtag, "SHADEisPublic").slug == "shadeispublic"
    assert "SHADEis" in reader.get("/en/campaigns/shadeispublic/").content.decode()
    assert not FormerHashtag.objects.exists()


def test_hashtag_can_have_its_former_word_again(hub: CampaignHubPage, release: ReleasePage, reader: Client) -> None:
    rename_hashtag(rename_hashtag(hub.hashtag, "CoolNights"), "ShadeIsPublic")
    assert reader.get("/en/campaigns/shadeispublic/").status_code == 200
    assert reader.get("/en/campaigns/coolnights/").status_code == 301
    assert list(FormerHashtag.objects.values_list("slug", flat=True)) == ["coolnights"]


def test_word_that_leads_elsewhere_is_refused(hub: CampaignHubPage) -> None:
    rename_hashtag(hub.hashtag, "CoolNights")
    other = hashtag("LastFerry")
    with pytest.raises(ValidationError, match="was “CoolNights” before"):
        rename_hashtag(other, "ShadeIsPublic")
    with pytest.raises(ValidationError, match="“CoolNights” is a hashtag already"):
        rename_hashtag(other, "coolnights")


def test_old_address_tells_nobody_a_hashtag_that_only_an_embargo_carries(index: NewsIndexPage, reader: Client) -> None:
    hour = timezone.now() + timezone.timedelta(days=1)
    publish(ReleasePageFactory(parent=index, hashtags=["Before"], live=False, embargoed_until=hour))
    rename_hashtag(hashtag("Before"), "Zanzara")
    for path in ("/en/news/", "/en/news/feed/", "/en/search/", "/en/search/completions/"):
        answer = reader.get(path, {"campaign": "before", "q": "before"})
        assert "zanzara" not in f"{answer.content.decode()}{answer.headers}".lower()


def test_merged_hashtag_sends_readers_of_its_hub_on(
    hub: CampaignHubPage, release: ReleasePage, campaigns: CampaignIndexPage, index: NewsIndexPage, reader: Client
) -> None:
    other = CampaignHubPageFactory(parent=campaigns, word="PublicShade", title="#PublicShade")
    one = ReleasePageFactory(parent=index, title="Elsewhere", hashtags=["PublicShade"])
    pin(hub, release, None)
    pin(other, one, None)
    merge(hub.hashtag, other.hashtag, None)
    answer = reader.get(hub.url)
    assert {thing.title for thing in answer.context["dates"]} == {"Counted", "Elsewhere"}
    assert [row.thing.title for row in answer.context["pinned"]] == ["Counted", "Elsewhere"]
    assert PinnedItem.objects.count() == 2
    old = reader.get("/en/campaigns/publicshade/")
    assert (old.status_code, old["Location"]) == (302, hub.url)
    listed = reader.get("/en/news/?campaign=publicshade")
    assert {row.title for row in listed.context["releases"]} == {"Counted", "Elsewhere"}
    assert Hashtag.objects.typed("PublicShade") == hub.hashtag


def test_hub_of_the_hashtag_that_goes_stays_where_the_other_has_none(
    campaigns: CampaignIndexPage, reader: Client
) -> None:
    hub = CampaignHubPageFactory(parent=campaigns, word="PublicShade")
    kept = hashtag("ShadeIsPublic")
    merge(kept, hub.hashtag, None)
    assert reader.get(hub.url).context["page"].hashtag == kept


def test_officer_sees_what_follows_and_then_renames(hub: CampaignHubPage, release: ReleasePage, reader: Client) -> None:
    officer = at_work(OFFICERS)
    address = reverse("wagtailsnippets_news_hashtag:edit", args=[hub.hashtag_id])
    shown = officer.post(address, {"name": "CoolNights"}).content.decode()
    assert "becomes “#CoolNights” at “coolnights”" in shown
    assert "Counted" in shown
    assert reader.get("/en/campaigns/shadeispublic/").status_code == 200
    assert officer.post(address, {"name": "CoolNights", "confirmed": "yes"}).status_code == 302
    assert reader.get("/en/campaigns/coolnights/").status_code == 200
    history = officer.get(reverse("wagtailsnippets_news_hashtag:history", args=[hub.hashtag_id])).content.decode()
    assert "Renamed from “ShadeIsPublic” to “CoolNights”" in history


def test_what_was_published_keeps_its_word(hub: CampaignHubPage, release: ReleasePage) -> None:
    rename_hashtag(hub.hashtag, "CoolNights")
    edition = release.editions.get()
    assert [word.word for word in edition.document.hashtags] == ["ShadeIsPublic"]


def test_translator_renames_nothing(hub: CampaignHubPage) -> None:
    address = reverse("wagtailsnippets_news_hashtag:edit", args=[hub.hashtag_id])
    at_work(translators_of("en")).post(address, {"name": "CoolNights", "confirmed": "yes"})
    assert Hashtag.objects.get(pk=hub.hashtag_id).name == "ShadeIsPublic"
