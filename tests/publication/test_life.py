"""All languages of a release share one life: what is set, moved, called off or deleted is so for all, or refused."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from desk import an_officer, ask, signed
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail.models import Revision

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.publication.choices import LifeAct, LifeState, Manner
from newsroom.publication.embargoes.service import EmbargoError, call_off, move, set_embargo
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due, lift_now
from newsroom.publication.models import Life
from newsroom.publication.withdrawals.service import take_off
from newsroom.translation.models import TranslationTask

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)
LATER = LIFT + datetime.timedelta(hours=5)


def by_task(page: ReleasePage) -> ReleasePage:
    """A translation that an officer asked for and somebody signed."""
    (task,) = ask(page, "fr")
    signed(task)
    return ReleasePage.objects.get(pk=task.target.pk)


def by_copy(page: ReleasePage) -> ReleasePage:
    """A translation made by "copy for translation" and written by hand: nobody was asked, so there is no task."""
    translated: ReleasePage = page.copy_for_translation(locale_of("fr"))
    return translated


WAYS = {"a task": by_task, "a copy": by_copy}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def both(request: pytest.FixtureRequest, index: NewsIndexPage) -> Any:
    """English and French of one release, scheduled for one instant."""
    with time_machine.travel(NOW, tick=False):
        english = ReleasePageFactory(parent=index, embargoed_until=LIFT, live=False)
        french = request.param(english)
        publish(english)
        if request.param is by_copy:
            publish(french)
        french.refresh_from_db()
        assert Revision.objects.filter(approved_go_live_at=LIFT).count() == 2
        yield english, french


def public() -> set[str]:
    """The languages that a stranger can read."""
    return set(ReleasePage.objects.released().values_list("locale__language_code", flat=True))


def lifted(at: datetime.datetime) -> set[str]:
    """What is public after the scheduler has looked at an instant."""
    with time_machine.travel(at, tick=False):
        lift_due()
        return public()


def wagtails_button(browser: Client, page: ReleasePage) -> None:
    """ "Cancel scheduled publish" above the editor and in the history."""
    revision = page.scheduled_revision
    browser.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk]))


def wagtails_model(browser: Client, page: ReleasePage) -> None:
    """What Wagtail's own view of that name does, for whoever calls it without our address."""
    revision = page.scheduled_revision
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])


def our_page(browser: Client, page: ReleasePage) -> None:
    """The button on the page of the embargo."""
    browser.post(reverse("publication_embargo", args=[page.pk]), {"act": "call_off"})


@pytest.mark.parametrize("which", [0, 1], ids=["original", "translation"])
@pytest.mark.parametrize("way", [wagtails_button, wagtails_model, our_page])
def test_calling_off_one_language_calls_off_all(
    both: Any, way: Callable[[Client, ReleasePage], None], which: int
) -> None:
    browser = browser_of(an_officer())
    way(browser, both[which])
    assert Life.objects.get().state == LifeState.DRAFT
    assert lifted(LIFT) == set()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("which", [0, 1], ids=["original", "translation"])
def test_what_is_scheduled_is_not_deleted(both: Any, which: int) -> None:
    browser = browser_of(an_officer())
    browser.post(reverse("wagtailadmin_pages:delete", args=[both[which].pk]))
    with pytest.raises(RefusedError):
        ReleasePage.objects.get(pk=both[which].pk).delete()
    assert ReleasePage.objects.count() == 2
    assert lifted(LIFT) == {"en", "fr"}


def test_original_is_not_deleted_from_under_its_translations(both: Any) -> None:
    english, french = both
    call_off(english.life)
    with pytest.raises(RefusedError, match="French"):
        ReleasePage.objects.get(pk=english.pk).delete()
    ReleasePage.objects.get(pk=french.pk).delete()
    ReleasePage.objects.get(pk=english.pk).delete()
    assert not Life.objects.exists()


@pytest.mark.parametrize("which", [0, 1], ids=["original", "translation"])
def test_moving_the_instant_moves_it_for_every_language(both: Any, which: int) -> None:
    browser = browser_of(an_officer())
    typed = {"embargoed_until": f"{LATER:%Y-%m-%d}", "embargoed_until_time": f"{LATER:%H:%M:%S}"}
    address = reverse("publication_embargo", args=[both[which].pk])
    answer = browser.post(address, {"act": "move", **typed, "embargoed_until_zone": "UTC"})
    assert answer.status_code == 302
    assert set(Revision.objects.filter(approved_go_live_at__isnull=False).values_list("approved_go_live_at")) == {
        (LATER,)
    }
    assert lifted(LIFT) == set()
    assert lifted(LATER) == {"en", "fr"}
    assert Life.objects.get().released_at == LATER


@pytest.mark.parametrize("day", ["05.12.2026", "", "2026-07-01"])
def test_instant_that_cannot_be_meant_is_refused_and_nothing_moves(both: Any, day: str) -> None:
    address = reverse("publication_embargo", args=[both[0].pk])
    typed = {"embargoed_until": day, "embargoed_until_time": "10:00:00", "embargoed_until_zone": "UTC"}
    answer = browser_of(an_officer()).post(address, {"act": "move", **typed})
    assert answer.status_code == 422
    assert not day or f'value="{day}"' in answer.content.decode()
    assert Life.objects.get().embargoed_until == LIFT


def test_lifting_now_lifts_every_language_and_states_this_moment(both: Any) -> None:
    browser = browser_of(an_officer())
    browser.post(reverse("publication_embargo", args=[both[0].pk]), {"act": "lift_now"})
    assert public() == {"en", "fr"}
    assert Life.objects.get().released_at == NOW


def test_plain_code_that_changes_the_instant_moves_all(both: Any) -> None:
    english, _french = both
    english.embargoed_until = LATER
    english.save()
    assert lifted(LIFT) == set() and lifted(LATER) == {"en", "fr"}


@pytest.mark.parametrize("until", [None, NOW - datetime.timedelta(hours=1)], ids=["none", "past"])
def test_what_is_scheduled_keeps_an_instant_that_lies_ahead(both: Any, until: Any) -> None:
    with pytest.raises(EmbargoError):
        set_embargo(both[0].life, until)
    assert Life.objects.get().embargoed_until == LIFT


def test_translation_is_not_scheduled_without_its_original(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        english = ReleasePageFactory(parent=index, embargoed_until=LIFT, live=False)
        with pytest.raises(RefusedError, match="original"):
            publish(by_copy(english))
    assert lifted(LIFT) == set()


def test_withdrawn_release_comes_back_with_what_was_signed_and_its_original_first(both: Any) -> None:
    english, french = both
    with time_machine.travel(LIFT, tick=False):
        lift_due()
        for page in both:
            page.refresh_from_db()
        take_off(english, Manner.WITHDRAWN, {"en": "It was wrong."})
        assert Life.objects.get().state == LifeState.WITHDRAWN
        french.refresh_from_db()
        with pytest.raises(RefusedError, match="original"):
            french.get_latest_revision().publish()
        english.refresh_from_db()
        publish(english)
        assert Life.objects.get().state == LifeState.PUBLIC
        assert public() == ({"en", "fr"} if TranslationTask.objects.exists() else {"en"})


def test_what_nobody_may_publish_nobody_moves(both: Any) -> None:
    from desk import a_translator

    address = reverse("publication_embargo", args=[both[0].pk])
    assert browser_of(a_translator("fr")).post(address, {"act": "lift_now"}).status_code == 302
    assert public() == set()


def test_public_release_is_put_under_no_embargo(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    with pytest.raises(EmbargoError, match="public already"):
        set_embargo(page.life, datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC))
    for operation in (lift_now, call_off):
        with pytest.raises(EmbargoError):
            operation(page.life)
    with pytest.raises(EmbargoError):
        move(page.life, LATER)


def test_who_did_what_and_when_stands_in_the_life(both: Any) -> None:
    officer = an_officer(first_name="Halima", last_name="Okoth")
    browser = browser_of(officer)
    address = reverse("publication_embargo", args=[both[0].pk])
    browser.post(address, {"act": "call_off"})
    events = list(Life.objects.get().events.values_list("act", "user__username", "at"))
    assert events[0] == (LifeAct.CALLED_OFF, officer.username, NOW)
    assert [act for act, _user, _at in events if act != LifeAct.LANGUAGE][1:] == [LifeAct.SCHEDULED, LifeAct.SET]
    html = browser.get(address).content.decode()
    assert "Halima Okoth" in html and f"Scheduled: {LIFT:%Y-%m-%d %H:%M:%S} UTC" in html


def test_scheduled_page_leads_to_its_embargo_and_is_locked(both: Any) -> None:
    browser = browser_of(an_officer())
    html = browser.get(reverse("wagtailadmin_pages:edit", args=[both[0].pk])).content.decode()
    assert reverse("publication_embargo", args=[both[0].pk]) in html
    assert "content-locked" in html and "locked-editor.js" in html
    assert f"{LIFT:%Y-%m-%d %H:%M:%S} UTC" in html


def test_copy_has_a_life_of_its_own(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    copy = page.copy(update_attrs={"slug": "another"}, keep_live=False)
    assert copy.life_id != page.life_id and not copy.reference and copy.released_at is None


def test_what_is_public_now_states_a_whole_second(index: NewsIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW.replace(microsecond=513592), tick=False):
        page = ReleasePageFactory(parent=index)
        assert Life.objects.get().released_at == NOW
        assert f'datetime="{NOW.isoformat()}"' in reader.get(page.url).content.decode()
