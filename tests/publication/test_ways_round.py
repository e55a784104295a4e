"""Ways round the rules that somebody with a log-in could try."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import a_translator, an_officer, ask
from django.db import transaction
from django.test import Client
from django.urls import reverse
from people import browser_of
from release_form import release_form
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.test.utils.form_data import inline_formset

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.base.rights.permissions import Act
from newsroom.publication.choices import Manner
from newsroom.publication.embargoes.service import EmbargoError, call_off
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from newsroom.publication.models import Life
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import OrganisationFactory

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)
GONE = {"embargoed_until": "", "embargoed_until_time": "", "embargoed_until_zone": "UTC"}


def edit(browser: Client, page: ReleasePage, **changes: Any) -> Any:
    """Save a draft in the plain editor."""
    return browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), release_form(page, **changes))


def test_translator_takes_no_embargo_away_and_changes_no_fact(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        english = ReleasePageFactory(parent=index, embargoed_until=LIFT, live=False)
        french = english.copy_for_translation(locale_of("fr"))
        browser = browser_of(a_translator("fr"))
        link, other = french.organisation_links.get(), OrganisationFactory()
        gone = inline_formset([{"id": link.pk, "organisation": other.pk, "is_lead": "", "DELETE": "on"}], initial=1)
        facts = {"slug": "elsewhere", "kind": "speech", "organisation_links": gone}
        edit(browser, french, **GONE, **facts, title="Les bus attendent")
        assert Life.objects.get().embargoed_until == LIFT
        draft = ReleasePage.objects.get(pk=french.pk).get_latest_revision_as_object()
        assert (draft.title, draft.slug, draft.kind) == ("Les bus attendent", english.slug, english.kind)
        assert draft.organisation_links.get().organisation == link.organisation


def test_code_that_acts_for_a_translator_is_refused_too(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    page.hold_until(datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC), user=a_translator("en"))
    with pytest.raises(EmbargoError):
        page.save()
    assert Life.objects.get().embargoed_until is None


def test_notice_of_a_withdrawn_release_does_not_follow_its_draft(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, title="A bridge opens")
    take_off(page, Manner.WITHDRAWN, {"en": "It was wrong."})
    page.refresh_from_db()
    edit(browser_of(an_officer()), page, title="Something else", slug="something-else")
    notice = reader.get(page.url)
    assert notice.status_code == 200
    assert "A bridge opens" in notice.content.decode() and "Something else" not in notice.content.decode()
    page = ReleasePage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().title == "Something else"


def test_plain_code_does_not_change_the_notice_either(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, title="A bridge opens", slug="a-bridge-opens")
    take_off(page, Manner.WITHDRAWN, {"en": "It was wrong."})
    page = ReleasePage.objects.get(pk=page.pk)
    page.title, page.slug = "Something else", "something-else"
    page.save()
    page.save_revision()
    assert "A bridge opens" in reader.get("/en/news/a-bridge-opens/").content.decode()
    page = ReleasePage.objects.get(pk=page.pk)
    publish(page.get_latest_revision_as_object())
    answer = reader.get("/en/news/a-bridge-opens/", follow=True)
    assert answer.status_code == 200 and "Something else" in answer.content.decode()


def test_copy_of_a_public_page_begins_as_a_draft(index: NewsIndexPage, campaigns: CampaignIndexPage) -> None:
    for page in (ReleasePageFactory(parent=index), CampaignHubPageFactory(parent=campaigns)):
        copy = page.copy(update_attrs={"slug": "another"})
        copy.refresh_from_db()
        assert not copy.live and copy.first_published_at is None
        copy.delete()


def test_copy_of_what_is_under_embargo_is_under_it_too(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        copy = ReleasePageFactory(parent=index, embargoed_until=LIFT).copy(update_attrs={"slug": "another"})
        copy = ReleasePage.objects.get(pk=copy.pk)
        assert copy.embargoed_until == LIFT and not copy.is_scheduled
        publish(copy)
        assert not copy.live and copy.is_scheduled


def test_redirect_of_what_was_moved_stays(index: NewsIndexPage, reader: Client) -> None:
    page, other = ReleasePageFactory(parent=index), ReleasePageFactory(parent=index)
    take_off(page, Manner.MOVED, {}, replacement=other)
    assert reader.get(page.url).status_code in (301, 302)
    with pytest.raises(RefusedError), transaction.atomic():
        Redirect.objects.get().delete()
    assert reader.get(page.url).status_code in (301, 302)


def test_translator_does_not_stop_a_translation(index: NewsIndexPage) -> None:
    (task,) = ask(ReleasePageFactory(parent=index), "fr")
    browser_of(a_translator("fr")).post(reverse("wagtail_localize:stop_translation", args=[task.translation.pk]))
    assert task.translation.enabled
    browser_of(an_officer()).post(reverse("wagtail_localize:stop_translation", args=[task.translation.pk]))
    assert not task.translation.enabled


def test_list_of_pages_is_neither_copied_nor_renamed(index: NewsIndexPage) -> None:
    ReleasePageFactory(parent=index)
    officer = an_officer()
    for page in (index, index.get_parent().specific):
        assert not page.permissions_for_user(officer).can_copy()
        page.slug = "elsewhere"
        with pytest.raises(RefusedError):
            page.save()


def test_what_is_scheduled_again_takes_its_languages_along(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        english = ReleasePageFactory(parent=index, embargoed_until=LIFT)
        french = english.copy_for_translation(locale_of("fr"))
        publish(french)
        call_off(english.life)
        english = ReleasePage.objects.get(pk=english.pk)
        english.get_latest_revision().publish()
        assert Revision.objects.filter(approved_go_live_at=LIFT).count() == 2
    with time_machine.travel(LIFT, tick=False):
        assert lift_due() == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_instant_that_some_clock_cannot_show_is_refused(index: NewsIndexPage, day: str) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    typed = {"embargoed_until": day, "embargoed_until_time": "00:00", "embargoed_until_zone": "Asia/Tokyo"}
    answer = edit(browser_of(an_officer()), page, **typed)
    assert answer.status_code == 200 and f'value="{day}"' in answer.content.decode()


def part_of(page: Page, **changes: Any) -> None:
    """Write some fields of a page, as plain code can."""
    for name, value in changes.items():
        setattr(page, name, value)
    page.save(update_fields=list(changes)) if isinstance(page, ReleasePage) else page.save()


@pytest.mark.parametrize("kind", [ReleasePage, Page])
def test_writing_a_part_of_a_page_publishes_nothing_and_changes_nothing_public(
    index: NewsIndexPage, kind: type[Page]
) -> None:
    draft, public = ReleasePageFactory(parent=index, live=False), ReleasePageFactory(parent=index)
    off = ReleasePageFactory(parent=index)
    take_off(off, Manner.WITHDRAWN, {"en": "It was wrong."})
    for page, changes in ((draft, {"live": True}), (public, {"title": "Another"}), (off, {"title": "Another"})):
        with pytest.raises(RefusedError), transaction.atomic():
            part_of(kind.objects.get(pk=page.pk), **changes)
    assert not ReleasePage.objects.filter(title="Another").exists()
    assert not ReleasePage.objects.get(pk=draft.pk).live
    part_of(kind.objects.get(pk=public.pk), locked=True)


@pytest.mark.parametrize("kind", [ReleasePage, Page])
def test_what_was_written_after_the_approval_does_not_lift(index: NewsIndexPage, kind: type[Page]) -> None:
    with time_machine.travel(NOW, tick=False):
        page = ReleasePageFactory(parent=index, title="As approved", embargoed_until=LIFT)
        part_of(kind.objects.get(pk=page.pk), title="Written afterwards")
    with time_machine.travel(LIFT, tick=False):
        lift_due()
    assert ReleasePage.objects.released().get().title == "As approved"


def test_first_issue_lies_in_the_past_whoever_states_it(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        page = ReleasePageFactory(parent=index, live=False)
        page.first_issued_at = LIFT
        with pytest.raises(RefusedError):
            page.save_revision().publish()
        assert Life.objects.get().released_at is None


def test_one_language_of_several_is_not_kept_to_a_few(index: NewsIndexPage) -> None:
    english = ReleasePageFactory(parent=index, live=False)
    PageViewRestriction.objects.create(page=english, restriction_type="login").delete()
    french = english.copy_for_translation(locale_of("fr"))
    for page in (english, french, french.get_parent()):
        assert page.permissions_for_user(an_officer()).why_not(Act.MAKE_PRIVATE)
        with pytest.raises(RefusedError), transaction.atomic():
            PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_translation_of_what_is_kept_to_a_few_is_not_public(index: NewsIndexPage) -> None:
    english = ReleasePageFactory(parent=index, live=False)
    PageViewRestriction.objects.create(page=english, restriction_type="login")
    publish(english)
    french = english.copy_for_translation(locale_of("fr"))
    assert french.get_view_restrictions().exists()
    PageViewRestriction.objects.filter(page=french).delete()
    with pytest.raises(RefusedError, match=r"The original .* is kept to a few"):
        publish(french)
