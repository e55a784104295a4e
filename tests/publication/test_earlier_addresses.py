"""An address that led to a page leads to it for good, in every language, and to nobody else."""

from collections.abc import Callable
from typing import Any

import pytest
from desk import an_officer
from django.test import Client
from django.urls import reverse
from people import browser_of
from release_form import release_form
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from news.releases.completeness import lacks_of
from newsroom.base.factories import locale_of, publish
from newsroom.base.pages.addresses import earlier_slugs
from newsroom.publication.choices import Manner
from newsroom.publication.gates import RefusedError
from newsroom.publication.withdrawals.service import take_off

CODES = ("en", "fr", "ar")
REASON = {"en": "It was wrong."}
Make = Callable[..., Any]


@pytest.fixture(params=["release", "hub"])
def make(request: pytest.FixtureRequest, index: NewsIndexPage, campaigns: CampaignIndexPage) -> Make:
    """How a public page with a slug is made: English, French and Arabic unless other languages are given."""

    def made(slug: str, codes: tuple[str, ...] = CODES) -> Any:
        if request.param == "release":
            page = ReleasePageFactory(parent=index, slug=slug)
        else:
            page = CampaignHubPageFactory(parent=campaigns, slug=slug, word=slug.replace("-", ""))
        for code in codes[1:]:
            publish(page.copy_for_translation(locale_of(code)))
        return now(page)

    return made


def now(page: Any, code: str = "en") -> Any:
    """A page in one of its languages as it stands now."""
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code=code)


def rename(page: Any, slug: str) -> Any:
    """Publish a page under another slug, what is public as a minor change."""
    draft = now(page).get_latest_revision_as_object()
    draft.slug = slug
    publish(draft)
    return now(page)


def path(page: Any, slug: str, code: str = "en", below: str = "") -> str:
    """Where a page stands, or stood under another slug."""
    part = "news" if isinstance(page, ReleasePage) else "campaigns"
    return f"/{code}/{part}/{slug}/{below}"


def leads_to(reader: Client, address: str) -> list[tuple[str, int]]:
    """The steps from an address to where a reader ends, with what is answered at last."""
    answer = reader.get(address, follow=True)
    return [*((step[0], step[1]) for step in answer.redirect_chain), ("", answer.status_code)]


# The reference and earlier addresses of what was taken off


@pytest.mark.parametrize(("manner", "status"), [(Manner.GONE, 410), (Manner.WITHDRAWN, 200)])
def test_reference_leads_to_the_notice_of_what_was_taken_off(
    index: NewsIndexPage, reader: Client, manner: Manner, status: int
) -> None:
    page = ReleasePageFactory(parent=index, slug="night-buses")
    publish(page.copy_for_translation(locale_of("ar")))
    take_off(page, manner, REASON)
    address = f"/{page.reference}/"
    assert leads_to(reader, address) == [(page.url, 302), ("", status)]
    answer = reader.get(address, follow=True, headers={"Accept-Language": "ar"})
    assert answer.redirect_chain[0][0] == path(page, "night-buses", "ar") and answer.status_code == status


def test_reference_of_what_was_moved_leads_where_its_readers_go(index: NewsIndexPage, reader: Client) -> None:
    page, other = ReleasePageFactory(parent=index), ReleasePageFactory(parent=index)
    take_off(page, Manner.MOVED, {}, replacement=other)
    assert leads_to(reader, f"/{page.reference}/") == [(page.url, 302), (other.url, 302), ("", 200)]
    take_off(other, Manner.GONE, REASON)
    assert leads_to(reader, f"/{page.reference}/") == [(page.url, 302), (other.url, 302), ("", 410)]


def test_reference_of_what_was_never_public_leads_nowhere(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index)
    publish(ReleasePageFactory(parent=index))
    type(page.life).objects.filter(pk=page.life_id).update(reference="PR/2026/777")
    Page.objects.filter(pk=page.pk).update(live=False)
    assert leads_to(reader, "/PR/2026/777/")[-1] == ("", 404)


@pytest.mark.parametrize("code", CODES)
def test_earlier_address_of_what_was_taken_off_leads_to_its_notice(make: Make, reader: Client, code: str) -> None:
    page = rename(make("last-ferry-home"), "zz-page")
    take_off(page, Manner.GONE, REASON)
    earlier, present = path(page, "last-ferry-home", code), path(page, "zz-page", code)
    assert leads_to(reader, earlier) == [(present, 301), ("", 410)]
    if isinstance(page, ReleasePage):
        assert leads_to(reader, f"{earlier}text/") == [(f"{present}text/", 301), ("", 410)]


def test_earlier_address_of_what_was_moved_leads_on(make: Make, reader: Client) -> None:
    page, other = rename(make("last-ferry-home"), "zz-page"), make("instead")
    take_off(page, Manner.MOVED, {}, replacement=other)
    steps = leads_to(reader, path(page, "last-ferry-home", "ar"))
    assert steps == [(path(page, "zz-page", "ar"), 301), (path(page, "instead", "ar"), 302), ("", 200)]


# An address that was another page's


@pytest.mark.parametrize("code", CODES)
def test_earlier_address_is_not_given_to_another_page(make: Make, reader: Client, code: str) -> None:
    page = rename(make("last-ferry-home"), "zz-page")
    other = make("other", codes=("en",))
    copied = now(other).copy(update_attrs={"slug": "last-ferry-home"})
    with pytest.raises(RefusedError, match=f"was that of “{page.title}”"):
        publish(now(copied))
    now(copied).delete()
    with pytest.raises(RefusedError, match=f"was that of “{page.title}”"):
        rename(other, "last-ferry-home")
    assert leads_to(reader, path(page, "last-ferry-home", code)) == [(path(page, "zz-page", code), 301), ("", 200)]


def test_address_that_led_to_one_language_alone_is_not_given_away_either(make: Make) -> None:
    page, other = make("last-ferry-home"), make("other", codes=("en",))
    Redirect.add_redirect(path(page, "ferry", "ar"), now(page, "ar"), automatically_created=True)
    with pytest.raises(RefusedError, match="was that of"):
        rename(other, "ferry")


def test_address_of_a_draft_is_anybodys(make: Make, index: NewsIndexPage, campaigns: CampaignIndexPage) -> None:
    other = make("other", codes=("en",))
    parent = index if isinstance(other, ReleasePage) else campaigns
    draft = type(other)(title="Draft", slug="plans", original_language="en")
    if isinstance(draft, CampaignHubPage):
        draft.hashtag = other.hashtag
    draft.live = False
    parent.add_child(instance=draft)
    draft.slug = "other-plans"
    draft.save()
    assert not Redirect.objects.exists()
    assert rename(other, "plans").slug == "plans"


def test_page_takes_its_own_earlier_address_back(make: Make, reader: Client) -> None:
    page = rename(rename(make("last-ferry-home"), "zz-page"), "last-ferry-home")
    for code in CODES:
        assert reader.get(path(page, "last-ferry-home", code)).status_code == 200
        assert leads_to(reader, path(page, "zz-page", code))[0] == (path(page, "last-ferry-home", code), 301)
    assert {each.old_path.split("/")[3] for each in Redirect.objects.all()} == {"zz-page"}


def test_redirect_from_an_earlier_address_stays(make: Make) -> None:
    rename(make("last-ferry-home"), "zz-page")
    with pytest.raises(RefusedError):
        Redirect.objects.filter(old_path__endswith="/last-ferry-home").first().delete()


def test_editor_says_so_at_the_address(index: NewsIndexPage) -> None:
    page, other = ReleasePageFactory(parent=index, slug="last-ferry-home"), ReleasePageFactory(parent=index)
    publish(page.copy_for_translation(locale_of("fr")))
    rename(page, "zz-page")
    browser = browser_of(an_officer())
    form = release_form(other, slug="last-ferry-home")
    answer = browser.post(reverse("wagtailadmin_pages:edit", args=[other.pk]), form)
    assert "This address was that of" in str(answer.context["form"].errors["slug"])
    form = release_form(other, slug="zz-page-2")
    assert browser.post(reverse("wagtailadmin_pages:edit", args=[other.pk]), form).status_code == 302


def test_editor_says_so_of_a_new_page(campaigns: CampaignIndexPage) -> None:
    hub = CampaignHubPageFactory(parent=campaigns, slug="last-ferry-home")
    rename(hub, "zz-hub")
    address = reverse("wagtailadmin_pages:add", args=["campaigns", "campaignhubpage", campaigns.pk])
    form = {"title": "New", "slug": "last-ferry-home", "hashtag": hub.hashtag_id}
    rows = {"key_figures-TOTAL_FORMS": 0, "key_figures-INITIAL_FORMS": 0}
    answer = browser_of(an_officer()).post(address, form | rows)
    assert "This address was that of" in str(answer.context["form"].errors["slug"])


def test_check_and_import_know_of_earlier_addresses(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, slug="last-ferry-home")
    rename(page, "zz-page")
    assert earlier_slugs(index) == {"last-ferry-home"}
    draft = ReleasePageFactory(parent=index, slug="last-ferry-home", live=False)
    assert [lack.field for lack in lacks_of(draft)] == ["slug"]


# One address in all languages


def test_other_languages_follow_the_original(make: Make, reader: Client) -> None:
    page = make("last-ferry-home")
    french = now(page, "fr")
    french.title = "Brouillon"
    french.save_revision()
    rename(page, "zz-page")
    for code in CODES:
        assert leads_to(reader, path(page, "last-ferry-home", code)) == [(path(page, "zz-page", code), 301), ("", 200)]
    assert now(page, "fr").title != "Brouillon"
    assert now(page, "fr").get_latest_revision_as_object().slug == "zz-page"
    publish(now(page, "fr").get_latest_revision_as_object())
    french = now(page, "fr")
    assert (french.title, french.slug, french.url) == ("Brouillon", "zz-page", path(page, "zz-page", "fr"))


def test_what_is_not_written_leaves_every_address_as_it_was(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    page = make("last-ferry-home")

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(Redirect.objects, "update_or_create", fail)
    with pytest.raises(RuntimeError):
        rename(page, "zz-page")
    assert {now(page, code).slug for code in CODES} == {"last-ferry-home"} and not Redirect.objects.exists()


def test_translation_takes_the_address_of_its_original(make: Make) -> None:
    page = make("last-ferry-home")
    stale = now(page, "fr")
    rename(page, "zz-page")
    publish(stale)
    french = now(page, "fr")
    assert (french.slug, french.url) == ("zz-page", path(page, "zz-page", "fr"))
    french.slug = "seul"
    french.save_revision()
    assert now(page, "fr").get_latest_revision_as_object().slug == "zz-page"


def test_editor_of_a_translation_says_where_the_address_is_changed(campaigns: CampaignIndexPage) -> None:
    hub = CampaignHubPageFactory(parent=campaigns, slug="last-ferry-home")
    publish(hub.copy_for_translation(locale_of("fr")))
    french = now(hub, "fr")
    form = {"title": "Seul", "slug": "seul", "hashtag": hub.hashtag_id, "original_language": "en"}
    rows = {"key_figures-TOTAL_FORMS": 0, "key_figures-INITIAL_FORMS": 0}
    answer = browser_of(an_officer()).post(reverse("wagtailadmin_pages:edit", args=[french.pk]), form | rows)
    assert "Change it in the original (English)" in str(answer.context["form"].errors["slug"])


def test_address_that_a_language_cannot_follow_to_is_refused(make: Make) -> None:
    page, other = make("last-ferry-home"), make("other", codes=("en", "fr"))
    Page.objects.filter(pk=now(other).pk).update(slug="elsewhere")
    with pytest.raises(RefusedError, match="Another page has this address in French"):
        rename(page, "other")
    assert {now(page, code).slug for code in CODES} == {"last-ferry-home"}


def test_draft_in_another_language_follows_without_a_redirect(make: Make, reader: Client) -> None:
    page = make("last-ferry-home", codes=("en", "fr"))
    page.copy_for_translation(locale_of("ar"))
    rename(page, "zz-page")
    assert now(page, "ar").slug == "zz-page"
    assert not Redirect.objects.filter(old_path__startswith="/ar/").exists()
    assert reader.get(path(page, "last-ferry-home", "ar")).status_code == 404
