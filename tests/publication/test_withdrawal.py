"""What was public leaves in view: dated, with its reason, in every language."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from leaving_quietly import keep_to_a_few, unpublish
from machines import sitemap_of
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, Quote, ReleasePage
from newsroom.base.factories import UserFactory, publish
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from newsroom.publication.choices import Manner
from newsroom.publication.models import Withdrawal
from newsroom.publication.withdrawals.service import NothingToTakeOffError, take_off
from organisations.factories import OrganisationFactory, PersonFactory

SECRET = "Zanzara"
REASON = "The vote was taken without a quorum."
QUOTE = "9c1f4c0e-1111-4222-8333-444455556666"


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release in English and French, with words that must not be read once it is withdrawn."""
    body = [text_block(f"<p>{SECRET} words</p>"), quote_block(f"{SECRET} said", PersonFactory(), block_id=QUOTE)]
    page = ReleasePageFactory(
        parent=index, title="Karsund to host", subheadline=f"{SECRET} below", summary=f"{SECRET} in short", body=body
    )
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Karsund accueillera"
    french.save()
    publish(french)
    return page


@pytest.fixture
def officer_client(db: None) -> Client:
    """Somebody of the press office, logged in."""
    user = UserFactory(roles=[OFFICERS])
    client = Client()
    client.force_login(user)
    return client


def french_of(page: Any) -> Any:
    """The French version of a page."""
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="fr")


def unpublishing(page: Any) -> str:
    """Where Wagtail's own buttons lead."""
    return reverse("wagtailadmin_pages:unpublish", args=[page.pk])


def test_the_address_stays_with_a_dated_notice_and_the_reason_instead_of_the_text(
    release: ReleasePage, reader: Client
) -> None:
    with time_machine.travel(datetime.datetime(2026, 11, 4, 16, 10, tzinfo=datetime.UTC), tick=False):
        take_off(release, Manner.WITHDRAWN, {"en": REASON, "fr": "Le quorum n’était pas atteint."})
    answer = reader.get(release.url)
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ("Withdrawn. Please do not use.", "4 November 2026", "16:10", REASON, "Karsund to host"):
        assert words in page
    assert SECRET not in page
    assert answer["X-Robots-Tag"] == "noindex"
    french = reader.get(french_of(release).url).content.decode()
    assert "Le quorum n’était pas atteint." in french
    assert SECRET not in french


def test_nothing_shows_its_words_any_more(release: ReleasePage, reader: Client) -> None:
    speaker = Quote.objects.filter(release=release).get().speaker
    take_off(release, Manner.WITHDRAWN, {"en": REASON})
    for code in ("en", "fr"):
        for path in (
            "",
            "news/",
            "news/feed/",
            "campaigns/",
            "people/",
            f"people/{speaker.slug}/",
            f"quotes/{QUOTE}/",
            f"news/{release.slug}/",
            f"news/{release.slug}/text/",
            f"news/{release.slug}/versions/1/",
        ):
            page = reader.get(f"/{code}/{path}").content.decode()
            assert f"{SECRET} " not in page, path
        assert release.slug not in reader.get(f"/{code}/search/?q={SECRET}").content.decode()
    assert release.slug not in sitemap_of(reader)


def test_its_quotes_say_why_they_are_gone(release: ReleasePage, reader: Client) -> None:
    take_off(release, Manner.WITHDRAWN, {"en": REASON})
    answer = reader.get(f"/en/quotes/{QUOTE}/")
    assert answer.status_code == 410
    assert REASON in answer.content.decode()
    assert release.url in answer.content.decode()


def test_lists_and_the_reference_still_lead_to_the_notice(release: ReleasePage, reader: Client) -> None:
    take_off(release, Manner.WITHDRAWN, {"en": REASON})
    listing = reader.get("/en/news/").content.decode()
    assert "Karsund to host" in listing
    assert re.search(r"Withdrawn on \d+ \w+ \d{4}\. Please do not use\.", listing)
    feed = reader.get("/en/news/feed/").content.decode()
    assert "Withdrawn: Karsund to host" in feed
    assert REASON in feed
    assert reader.get(f"/{release.reference}/").url == release.url


def test_what_is_counted_is_what_the_list_shows(
    release: ReleasePage, index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client
) -> None:
    CampaignHubPageFactory(parent=campaigns, word="ShadeIsPublic")
    body = OrganisationFactory(slug="office")
    for number in range(2):
        ReleasePageFactory(parent=index, slug=f"shade-{number}", hashtags=["ShadeIsPublic"], organisation=body)
    newest = ReleasePageFactory(
        parent=index, title="Counted wrongly", subheadline=SECRET, hashtags=["ShadeIsPublic"], organisation=body
    )
    take_off(newest, Manner.WITHDRAWN, {"en": REASON})
    for address, number in (("/en/", 4), ("/en/campaigns/shadeispublic/", 3), ("/en/organisations/office/", 3)):
        answer = reader.get(address)
        html = answer.content.decode()
        assert f"All {number} releases" in html, address
        assert "Counted wrongly" in html and "Please do not use." in html, address
        assert SECRET not in html.replace(f"{SECRET} ", ""), address
    assert reader.get("/en/news/").context["response"].total == 4
    assert reader.get("/en/").context["lead"].title != "Counted wrongly"
    assert [hub.release_count for hub in reader.get("/en/campaigns/").context["hubs"]] == [3]


def test_a_language_without_its_own_reason_shows_the_first_marked_as_such(release: ReleasePage, reader: Client) -> None:
    take_off(release, Manner.WITHDRAWN, {"en": REASON})
    assert f'<p lang="en" dir="ltr">{REASON}</p>' in reader.get(french_of(release).url).content.decode()


def test_what_is_gone_says_so_and_why(campaigns: CampaignIndexPage, reader: Client) -> None:
    hub = CampaignHubPageFactory(parent=campaigns)
    take_off(hub, Manner.GONE, {"en": "The campaign has ended."})
    answer = reader.get(hub.url)
    assert answer.status_code == 410
    assert "This page is gone" in answer.content.decode()
    assert "The campaign has ended." in answer.content.decode()
    assert hub.title not in answer.content.decode()


def test_readers_are_sent_on_in_their_language(release: ReleasePage, reader: Client) -> None:
    other = ReleasePageFactory(parent=release.get_parent(), slug="instead")
    other_french = other.copy_for_translation(Locale.objects.get(language_code="fr"))
    publish(other_french)
    take_off(release, Manner.MOVED, {}, replacement=other)
    assert reader.get(release.url).url == other.url
    assert reader.get(french_of(release).url).url == french_of(other).url
    assert Redirect.objects.count() == 2


def test_a_redirect_never_tells_of_what_is_not_public(release: ReleasePage, reader: Client) -> None:
    other = ReleasePageFactory(parent=release.get_parent(), slug="zanzara-address")
    take_off(release, Manner.MOVED, {}, replacement=other)
    unpublish(other)
    answer = reader.get(release.url)
    assert answer.status_code == 404
    assert "zanzara" not in str(answer.headers)
    assert "This page is gone" in answer.content.decode()


def test_published_again_it_is_a_release_again(release: ReleasePage, reader: Client) -> None:
    take_off(release, Manner.WITHDRAWN, {"en": REASON})
    publish(ReleasePage.objects.get(pk=release.pk))
    page = reader.get(release.url).content.decode()
    assert f"{SECRET} words" in page
    assert "Withdrawn" not in page
    assert Withdrawal.objects.get(page=release).ended_at
    assert reader.get(f"/en/quotes/{QUOTE}/").status_code == 200


def test_all_languages_leave_or_none(release: ReleasePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(action: UnpublishPageAction, **kwargs: Any) -> None:
        if action.object.locale.language_code == "fr":
            raise RuntimeError
        original(action, **kwargs)

    original = UnpublishPageAction.execute
    monkeypatch.setattr(UnpublishPageAction, "execute", fail)
    with pytest.raises(RuntimeError):
        take_off(release, Manner.WITHDRAWN, {"en": REASON})
    assert ReleasePage.objects.released().count() == 2
    assert not Withdrawal.objects.exists()


def test_what_was_never_public_cannot_leave(index: NewsIndexPage, reader: Client) -> None:
    draft = ReleasePageFactory(parent=index, live=False, slug="never")
    with pytest.raises(NothingToTakeOffError):
        take_off(draft, Manner.GONE, {"en": REASON})
    assert reader.get("/en/news/never/").status_code == 404


def test_a_notice_of_a_page_for_a_few_is_for_nobody(release: ReleasePage, reader: Client) -> None:
    take_off(release, Manner.WITHDRAWN, {"en": REASON})
    keep_to_a_few(release)
    assert reader.get(release.url).status_code == 404
    assert "Karsund to host" not in reader.get("/en/news/").content.decode()


def test_the_screen_asks_and_then_takes_off_every_language(release: ReleasePage, officer_client: Client) -> None:
    page = officer_client.get(unpublishing(release)).content.decode()
    assert "It is public in 2 languages: English, French." in page
    assert "Withdraw it: the address stays" in page
    answer = officer_client.post(unpublishing(release), {"manner": "withdrawn", "reason_en": REASON})
    assert answer.status_code == 302
    assert not ReleasePage.objects.released().exists()
    assert Withdrawal.objects.in_force().count() == 2
    history = officer_client.get(reverse("wagtailadmin_pages:history", args=[release.pk])).content.decode()
    assert "Taken off, with a notice or a redirect" in history


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"manner": "withdrawn"}, "reason_en", "Say why. Readers see this."),
        ({"manner": "gone", "reason_fr": "Voilà."}, "reason_en", "Say why. Readers see this."),
        ({"manner": "moved", "reason_en": "Kept words"}, "replacement", "Choose the page that readers are sent to."),
        ({"reason_en": "Kept words"}, "manner", "This field is required."),
        ({"manner": "withdrawn", "reason_en": "x" * 1001}, "reason_en", "Ensure this value has at most 1000"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    release: ReleasePage, officer_client: Client, typed: dict[str, str], field: str, message: str
) -> None:
    answer = officer_client.post(unpublishing(release), typed)
    assert answer.status_code == 200
    assert message in str(answer.context["form"].errors[field])
    assert typed.get("reason_en", "")[:900] in answer.content.decode()
    assert ReleasePage.objects.released().count() == 2


def test_readers_are_sent_to_nothing_hidden_and_not_in_a_circle(release: ReleasePage, officer_client: Client) -> None:
    draft = ReleasePageFactory(parent=release.get_parent(), live=False)
    for replacement in (release.pk, french_of(release).pk, draft.pk, 999_999):
        answer = officer_client.post(unpublishing(release), {"manner": "moved", "replacement": str(replacement)})
        assert answer.context["form"].errors["replacement"]
    assert ReleasePage.objects.released().count() == 2


def test_pages_that_carry_others_stay(newsroom: HomePage, index: NewsIndexPage, officer_client: Client) -> None:
    for page in (newsroom, index):
        answer = officer_client.post(unpublishing(page), {"manner": "gone", "reason_en": "Why"}, follow=True)
        assert "cannot be taken off" in answer.content.decode()
        page.refresh_from_db()
        assert page.live


def test_several_at_once_are_refused(release: ReleasePage, officer_client: Client) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    answer = officer_client.post(f"{address}?id={release.pk}", {"include_descendants": ""}, follow=True)
    assert "one by one" in answer.content.decode()
    assert ReleasePage.objects.released().count() == 2


def test_a_stranger_to_the_desk_cannot_take_off_anything(release: ReleasePage, reader: Client) -> None:
    assert reader.post(unpublishing(release), {"manner": "withdrawn", "reason_en": REASON}).status_code == 302
    assert ReleasePage.objects.released().count() == 2


def test_officers_manage_redirects(officer_client: Client) -> None:
    assert officer_client.get(reverse("wagtailredirects:index")).status_code == 200


def test_a_renamed_address_leaves_a_redirect_for_all_below_it(release: ReleasePage, reader: Client) -> None:
    before = release.url
    draft = release.get_latest_revision_as_object()
    draft.slug = "karsund-hosts"
    publish(draft)
    assert reader.get(before, follow=True).redirect_chain[-1][0] == "/en/news/karsund-hosts/"
    assert reader.get(f"{before}text/", follow=True).redirect_chain[-1][0] == "/en/news/karsund-hosts/text/"


def test_a_renamed_draft_tells_nobody_its_address(index: NewsIndexPage, reader: Client) -> None:
    draft = ReleasePageFactory(parent=index, live=False, slug="before")
    draft.slug = "zanzara-after"
    draft.save()
    Redirect.add_redirect("/en/news/before/", draft)
    answer = reader.get("/en/news/before/")
    assert answer.status_code == 404
    assert "zanzara" not in str(answer.headers)


def test_queries_of_the_list_do_not_grow_with_withdrawn_ones(
    index: NewsIndexPage, reader: Client, count_queries: Any
) -> None:
    pages = [ReleasePageFactory(parent=index) for _number in range(15)]
    for page in pages[:3]:
        take_off(page, Manner.WITHDRAWN, {"en": REASON})
    few = [count_queries(lambda path=path: reader.get(path)) for path in ("/en/news/", "/en/news/feed/")]
    for page in pages[3:12]:
        take_off(page, Manner.WITHDRAWN, {"en": REASON})
    assert [count_queries(lambda path=path: reader.get(path)) for path in ("/en/news/", "/en/news/feed/")] == few


def test_hubs_preview_what_stands_there_once_they_are_gone(campaigns: CampaignIndexPage, reader: Client) -> None:
    hub: CampaignHubPage = CampaignHubPageFactory(parent=campaigns)
    assert [mode for mode, _label in hub.preview_modes] == ["", "gone"]
    answer = hub.make_preview_request(preview_mode="gone")
    assert "This page is gone" in answer.content.decode()
