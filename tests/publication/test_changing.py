"""What is public changes as a minor change or as a correction, whichever door somebody comes through."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from doors import the_revision, the_row, wagtails_action
from people import at_work
from release_form import release_form

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.home.roles import OFFICERS
from newsroom.publication.changing import Amendment, changing
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.gates import RefusedError
from newsroom.publication.withdrawals.service import take_off

NEW = "Night buses wait for the last ferry"


@pytest.fixture
def changed(index: NewsIndexPage) -> ReleasePage:
    """A public release with another headline in its draft."""
    page = ReleasePageFactory(parent=index, title="Night buses meet the last ferry", quotes=1)
    page.title = NEW
    page.save_revision()
    return ReleasePage.objects.get(pk=page.pk)


def standing(page: ReleasePage) -> str:
    """The headline that readers see."""
    return ReleasePage.objects.get(pk=page.pk).title


def a_schedule(page: ReleasePage) -> Any:
    """An hour for the draft."""
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() + datetime.timedelta(days=1)
    revision.save(update_fields=["approved_go_live_at"])


@pytest.mark.parametrize("door", [the_revision, wagtails_action, the_row, a_schedule])
def test_nobody_changes_it_silently(changed: ReleasePage, door: Callable[[ReleasePage], Any]) -> None:
    with pytest.raises(RefusedError, match="minor change or as a correction"):
        door(changed)
    assert standing(changed) != NEW
    assert not changed.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("door", [the_revision, wagtails_action, the_row])
@pytest.mark.parametrize("manner", Amendment)
def test_a_stated_manner_passes(changed: ReleasePage, door: Callable[[ReleasePage], Any], manner: Amendment) -> None:
    with changing(manner):
        door(changed)
    assert standing(changed) == NEW
    changed.refresh_from_db()
    changed.title = "Again"
    with pytest.raises(RefusedError):
        changed.save()


def test_the_api_is_refused(changed: ReleasePage) -> None:
    address = f"/admin/api/main/pages/{changed.pk}/action/publish/"
    answer = at_work(OFFICERS).post(address, headers={"Accept": "application/json"})
    assert answer.status_code in (400, 403, 409), answer.content
    assert standing(changed) != NEW


def test_bulk_publication_says_how_it_is_changed(changed: ReleasePage) -> None:
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = at_work(OFFICERS).post(f"{where}?id={changed.pk}&next=/admin/", follow=True)
    assert "as a minor change or as a correction" in answer.content.decode()
    assert standing(changed) != NEW


@pytest.mark.parametrize(("value", "is_changed"), [("minor", True), ("action-publish", False)])
def test_the_editors_button_states_the_manner_and_wagtails_does_not(
    changed: ReleasePage, value: str, is_changed: bool
) -> None:
    typed = release_form(changed, title=NEW, **{"action-publish": value})
    answer = at_work(OFFICERS).post(reverse("wagtailadmin_pages:edit", args=[changed.pk]), typed)
    assert (standing(changed) == NEW) is is_changed
    if not is_changed:
        html = answer.content.decode()
        assert answer.status_code == 200 and "has become public meanwhile" in html and NEW in html


def test_nothing_is_declared_after_the_request(changed: ReleasePage) -> None:
    typed = release_form(changed, title=NEW, **{"action-publish": "minor"})
    at_work(OFFICERS).post(reverse("wagtailadmin_pages:edit", args=[changed.pk]), typed)
    page = ReleasePage.objects.get(pk=changed.pk)
    page.title = "Again"
    with pytest.raises(RefusedError):
        page.save()


def test_a_correction_is_such_a_manner(changed: ReleasePage) -> None:
    correct([Note(changed, "meet", "wait for", "They wait.")], CorrectionKind.FACTUAL, None)
    assert standing(changed) == NEW


def test_writing_what_is_public_already_changes_nothing(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, quotes=2, hashtags=["Shade", "Buses"])
    page.save_revision().publish()
    page = ReleasePage.objects.get(pk=page.pk)
    assert page.body[1].value["words"]
    page.save()


def test_what_concerns_no_words_goes_on_working(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index)
    page.title = NEW
    with changing(Amendment.MINOR):
        page.save_revision().publish()
    take_off(ReleasePage.objects.get(pk=page.pk), Manner.GONE, {"en": "It is over."})
    assert not ReleasePage.objects.get(pk=page.pk).live


def test_what_was_withdrawn_is_published_again_as_if_new(changed: ReleasePage) -> None:
    take_off(ReleasePage.objects.get(pk=changed.pk), Manner.WITHDRAWN, {"en": "It was wrong."})
    changed.get_latest_revision().publish()
    assert standing(changed) == NEW
