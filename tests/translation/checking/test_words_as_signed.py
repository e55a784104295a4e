"""A translation is published in the words that were signed, whichever version of it somebody publishes."""

import datetime

import pytest
import time_machine
from desk import ask, signed

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)


@pytest.mark.parametrize("way", ["first version", "other words"])
def test_words_that_nobody_signed_are_neither_published_nor_scheduled(index: NewsIndexPage, way: str) -> None:
    with time_machine.travel(NOW, tick=False):
        english = ReleasePageFactory(parent=index, embargoed_until=LIFT)
        (task,) = ask(english, "fr")
        signed(task)
        french = ReleasePage.objects.get(pk=task.target.pk)
        if way == "first version":
            revision = french.revisions.order_by("pk").first()
        else:
            draft = french.get_latest_revision_as_object()
            draft.title = "Des mots que personne n’a signés"
            revision = draft.save_revision()
        with pytest.raises(RefusedError, match="does not say what was signed off"):
            revision.publish()
    with time_machine.travel(LIFT, tick=False):
        lift_due()
        assert ReleasePage.objects.released().get(locale__language_code="fr").title.startswith("FR ")


def test_stopped_translation_is_written_like_an_original(index: NewsIndexPage) -> None:
    english = ReleasePageFactory(parent=index)
    (task,) = ask(english, "fr")
    signed(task)
    type(task.translation).objects.update(enabled=False)
    french = ReleasePage.objects.get(pk=task.target.pk)
    french.title = "Écrit ici"
    french.save_revision().publish()
    assert ReleasePage.objects.released().filter(title="Écrit ici").exists()


def test_public_translation_is_changed_in_a_stated_manner_and_written_again_as_it_is(index: NewsIndexPage) -> None:
    english = ReleasePageFactory(parent=index)
    (task,) = ask(english, "fr")
    signed(task)
    publish(ReleasePage.objects.get(pk=task.target.pk))
    french = ReleasePage.objects.get(pk=task.target.pk)
    french.title = "Une coquille de moins"
    with changing(Amendment.MINOR):
        french.save_revision().publish()
    ReleasePage.objects.get(pk=french.pk).save()
    assert ReleasePage.objects.released().filter(title="Une coquille de moins").exists()
