"""An embargo holds to the second, and one function makes things public."""

import datetime
from collections.abc import Callable

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Revision

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, Quote, ReleasePage
from news.quotes import recording
from newsroom.base.factories import publish
from newsroom.publication.choices import LifeState
from newsroom.publication.embargoes.service import EmbargoError
from newsroom.publication.lifting.lift import lift_due
from newsroom.publication.lifting.scheduler import Scheduler
from newsroom.publication.models import Life

pytestmark = pytest.mark.vital
BEFORE = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=datetime.UTC)
LIFT = datetime.datetime(2026, 11, 21, 10, 30, 7, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def embargoed(index: NewsIndexPage) -> ReleasePage:
    """A release that its officer published under embargo."""
    with time_machine.travel(BEFORE, tick=False):
        return ReleasePageFactory(parent=index, embargoed_until=LIFT, quotes=1)


def work() -> None:
    """One round of the scheduler."""
    Scheduler().lift()


def test_embargoed_release_is_scheduled_and_hidden(embargoed: ReleasePage, reader: Client) -> None:
    assert not embargoed.live
    assert embargoed.go_live_at == LIFT
    assert not embargoed.reference and not embargoed.released_at
    assert not Quote.objects.exists()
    assert embargoed.life.state == LifeState.SCHEDULED
    assert reader.get(embargoed.url).status_code == 404


def test_worker_lifts_at_the_second(embargoed: ReleasePage, reader: Client) -> None:
    with time_machine.travel(LIFT - SECOND, tick=False):
        work()
        assert reader.get(embargoed.url).status_code == 404
    with time_machine.travel(LIFT, tick=False):
        work()
        assert reader.get(embargoed.url).status_code == 200
    embargoed.refresh_from_db()
    assert embargoed.live
    assert embargoed.released_at == LIFT
    assert embargoed.reference == "PR/2026/001"
    assert Quote.objects.released().count() == 1


def test_release_states_the_embargo_and_not_the_tick(embargoed: ReleasePage) -> None:
    with time_machine.travel(LIFT + 40 * SECOND, tick=False):
        lift_due()
    embargoed.refresh_from_db()
    assert embargoed.released_at == LIFT


def test_languages_lift_together_or_not_at_all(
    embargoed: ReleasePage, releases: Callable[[str], NewsIndexPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEFORE, tick=False):
        french = embargoed.copy_for_translation(Locale.objects.get(language_code="fr"))
        publish(french)
    recorded = recording.give_own_quote_ids

    def fail_in_french(page: ReleasePage) -> None:
        if page.locale.language_code == "fr":
            raise RuntimeError("no ink")
        recorded(page)

    monkeypatch.setattr(recording, "give_own_quote_ids", fail_in_french)
    with time_machine.travel(LIFT, tick=False):
        lift_due()
        assert not ReleasePage.objects.released().exists()
        assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 2
        monkeypatch.undo()
        lift_due()
        assert ReleasePage.objects.released().count() == 2
    references = set(Life.objects.values_list("reference", "released_at"))
    assert references == {("PR/2026/001", LIFT)}


def test_one_failure_does_not_stop_the_others(
    embargoed: ReleasePage, index: NewsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEFORE, tick=False):
        other = ReleasePageFactory(parent=index, embargoed_until=LIFT)

    def fail_for_the_first(page: ReleasePage) -> None:
        if page.pk == embargoed.pk:
            raise RuntimeError("no ink")

    monkeypatch.setattr(recording, "give_own_quote_ids", fail_for_the_first)
    with time_machine.travel(LIFT, tick=False):
        lift_due()
        assert list(ReleasePage.objects.released()) == [other]


def test_lift_due_command_catches_up_after_a_restore(
    embargoed: ReleasePage, capsys: pytest.CaptureFixture[str]
) -> None:
    with time_machine.travel(LIFT + 3600 * SECOND, tick=False):
        call_command("lift_due")
        assert ReleasePage.objects.released().count() == 1
        call_command("lift_due")
    assert "1 made public" in capsys.readouterr().out


def test_embargo_moved_later_before_the_lift_holds(embargoed: ReleasePage, reader: Client) -> None:
    later = LIFT + datetime.timedelta(hours=1)
    with time_machine.travel(BEFORE, tick=False):
        embargoed.embargoed_until = later
        publish(embargoed)
    with time_machine.travel(LIFT, tick=False):
        work()
        assert reader.get(embargoed.url).status_code == 404
    with time_machine.travel(later, tick=False):
        work()
        assert reader.get(embargoed.url).status_code == 200


WAYS = {
    "the revision": lambda revision: revision.publish(),
    "the editor's button": lambda revision: PublishPageRevisionAction(revision).execute(),
    "the bulk action": lambda revision: revision.content_object.specific.get_latest_revision().publish(),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_whoever_publishes_goes_through_the_one_function(
    index: NewsIndexPage, reader: Client, way: Callable[[Revision], None]
) -> None:
    with time_machine.travel(BEFORE, tick=False):
        held = ReleasePageFactory(parent=index, embargoed_until=LIFT, live=False, quotes=1)
        free = ReleasePageFactory(parent=index, live=False, quotes=1)
        for page in (held, free):
            way(page.save_revision())
            page.refresh_from_db()
        assert not held.live and held.go_live_at == LIFT and not held.reference
        assert free.live and free.reference == "PR/2026/001" and free.released_at == BEFORE
        assert Quote.objects.released().count() == 1
    with time_machine.travel(LIFT + SECOND, tick=False):
        call_command("publish_scheduled")
    held.refresh_from_db()
    assert held.live and held.reference == "PR/2026/002" and held.released_at == LIFT


def test_page_cannot_be_written_live_while_its_embargo_runs(embargoed: ReleasePage) -> None:
    embargoed.live = True
    with time_machine.travel(BEFORE, tick=False), pytest.raises(EmbargoError):
        embargoed.save()
    embargoed.refresh_from_db()
    assert not embargoed.live


def test_publication_that_fails_leaves_nothing_behind(index: NewsIndexPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ReleasePageFactory(parent=index, live=False, quotes=1)

    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr(Life, "note", fail)  # when all else is written
    with pytest.raises(RuntimeError):
        page.save_revision().publish()
    page.refresh_from_db()
    assert not page.live and not page.reference and not Quote.objects.exists()
    monkeypatch.undo()
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.reference.endswith("/001")


def test_second_lock_hides_a_page_that_went_live_too_early(embargoed: ReleasePage, reader: Client) -> None:
    """Even code that sets `live` by itself shows nothing while the embargo runs."""
    ReleasePage.objects.filter(pk=embargoed.pk).update(live=True)
    with time_machine.travel(BEFORE, tick=False):
        assert not ReleasePage.objects.released().exists()
        assert reader.get(embargoed.url).status_code == 404
