"""The server hears of every change once it is true, in its order, and of nothing else."""

import datetime
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from leaving_quietly import unpublish

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base import factories
from newsroom.home.state import state
from newsroom.publication.lifting.lift import lift_due
from organisations.factories import PersonFactory
from search.answering import answer_search
from search.indexing import items_for
from search.models import Outgoing
from search.presentation.completing import complete
from search.request import SearchRequest
from search.server.client import WRITE, NoIndexError, aliases, client, serving
from search.server.draining import drain, drain_all
from search.server.engine import ServerEngine
from search.server.following import COMPARED_EVERY, Follower
from search.server.rebuilding import MiscountedError, counts, rebuild_on_server
from search.server.writing import send_to_indexes

pytestmark = pytest.mark.usefixtures("server_settings", "newsroom")
Publish = Callable[..., list[ReleasePage]]


def on_server(words: str = "ferry", code: str = "en") -> int:
    """How many things the server finds, whatever is public now."""
    client(WRITE).indices.refresh(index=serving())
    return ServerEngine().find(SearchRequest(words=words, language=code)).total


def test_embargoed_release_is_nowhere_on_the_server_before_its_instant(index: NewsIndexPage) -> None:
    rebuild_on_server()
    ahead = timezone.now() + datetime.timedelta(hours=1)
    release = ReleasePageFactory(
        parent=index,
        title="Zanzara opens",
        embargoed_until=ahead,
        body=[text_block("<p>Zanzara.</p>"), quote_block("Zanzara is a bridge.", PersonFactory(name="Zanzara Zorn"))],
    )
    assert not Outgoing.objects.exists()
    Follower().step()
    rebuild_on_server()
    client(WRITE).indices.refresh(index=serving())
    assert client().count(index=serving())["count"] == 0
    with time_machine.travel(ahead + datetime.timedelta(seconds=1), tick=False):
        lift_due()
        assert (release.get_translations(inclusive=True).get().live, drain_all() > 0) == (True, True)
        assert on_server("zanzara") == 2  # the release and the person; its quote stands with it


def test_outbox_and_server_keep_keys_and_tokens_and_nothing_as_it_was_written(publish: Publish) -> None:
    publish(1, "Ferryboats")
    rebuild_on_server()
    hit = client().search(index=serving(), query={"match_all": {}})["hits"]["hits"][0]
    assert set(hit["_source"]) == {"source", "object_id"}
    texts = [field.name for field in Outgoing._meta.get_fields()]
    assert texts == ["id", "source", "object_id", "version", "sent", "changed_at", "attempts", "not_before", "trouble"]


def test_what_happens_during_a_rebuild_is_in_the_new_index(publish: Publish) -> None:
    first, second, *_rest = publish(5)
    drained = []

    def meanwhile(done: int, total: int) -> None:
        if not drained:
            unpublish(first)
            second.title = "The tram"
            factories.publish(second)
            publish(1, "zeppelin")
            drained.append(drain_all())

    rebuild_on_server()
    rebuild_on_server(meanwhile)
    assert drained[0] >= 3
    client(WRITE).indices.refresh(index=serving())
    assert (on_server("ferry"), on_server("tram"), on_server("zeppelin")) == (3, 1, 1)
    there, here = counts(serving())
    assert there == here


def test_what_was_not_sent_yet_when_a_rebuild_ends_is_in_the_new_index(publish: Publish) -> None:
    publish(2)
    rebuild_on_server()
    published = []
    rebuild_on_server(lambda done, total: published.extend([] if published else publish(1, "zeppelin")))
    client(WRITE).indices.refresh(index=serving())
    assert on_server("zeppelin") == 1


def test_message_to_a_server_that_lost_its_index_makes_none(publish: Publish) -> None:
    release, *_others = publish(1)
    key = ("release", release.pk)
    with pytest.raises(NoIndexError):
        send_to_indexes(items_for([key]), {key: 2}, [serving()])
    assert not [each for each in client().indices.get(index="*") if each.startswith(serving())]


def test_two_rebuilds_leave_one_index(publish: Publish) -> None:
    publish(1)
    rebuild_on_server()
    name = rebuild_on_server()
    assert aliases() == {serving(): name}
    assert [each for each in client().indices.get(index="*") if each.startswith(serving())] == [name]


def test_new_index_that_was_miscounted_does_not_answer(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(2)
    old = rebuild_on_server()
    monkeypatch.setattr("search.server.rebuilding.fill_new_index", lambda source, keys: None)
    with pytest.raises(MiscountedError, match=r"holds 0 things and [1-9]"):
        rebuild_on_server()
    assert aliases()[serving()] == old


def test_late_message_does_not_overwrite_a_newer_one(publish: Publish) -> None:
    release, *_others = publish(1)
    rebuild_on_server()
    key = ("release", release.pk)
    late = items_for([key])
    release.title = "The tram"
    factories.publish(release)
    drain_all()
    send_to_indexes(late, {key: 1}, [serving()])
    assert (on_server("ferry"), on_server("tram")) == (0, 1)
    unpublish(release)
    drain_all()
    send_to_indexes(late, {key: 1}, [serving()])
    assert (on_server("ferry"), on_server("tram")) == (0, 0)


def test_change_during_a_drain_is_sent_by_the_next(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    release, *_others = publish(1)
    rebuild_on_server()
    drain_all()

    def and_meanwhile(*args: object) -> object:
        outcome = send_to_indexes(*args)  # type: ignore[arg-type]
        if ReleasePage.objects.get(pk=release.pk).title != "The tram":
            release.title = "The tram"
            factories.publish(release)
        return outcome

    monkeypatch.setattr("search.server.draining.send_to_indexes", and_meanwhile)
    release.title = "The zeppelin"
    factories.publish(release)
    drain()
    assert Outgoing.objects.pending().exists()
    drain()
    assert (on_server("zeppelin"), on_server("tram")) == (0, 1)


def test_index_that_lacks_something_is_built_anew(publish: Publish) -> None:
    publish(3)
    rebuild_on_server()
    client(WRITE).delete(index=serving(), id=f"release-{ReleasePage.objects.first().pk}", refresh=True)
    drain_all()
    follower = Follower()
    follower.compared_at = timezone.now()
    follower.step()
    assert on_server() == 2
    with time_machine.travel(timezone.now() + COMPARED_EVERY, tick=False):
        follower.step()
    assert on_server() == 3


def test_without_a_server_nothing_is_noted_and_the_commands_say_so(publish: Publish, settings: Any) -> None:
    settings.NEWSROOM_SEARCH_SERVER = {"URL": "", "PREFIX": "none"}
    publish(1)
    assert not Outgoing.objects.exists()
    for command in ("follow_search_server", "rebuild_search_index"):
        with pytest.raises(CommandError, match="No search server is set: name one in NEWSROOM_ELASTICSEARCH_URL"):
            call_command(command, **({"engine": "elasticsearch"} if "rebuild" in command else {}))


def test_address_that_is_none_is_said_and_searches_go_on(publish: Publish, settings: Any, reader: Client) -> None:
    publish(1)
    settings.NEWSROOM_SEARCH_SERVER = {"URL": "search", "PREFIX": "none"}
    assert b"<mark>ferry</mark> 0" in reader.get("/en/search/", {"q": "ferry"}).content
    assert "NEWSROOM_ELASTICSEARCH_URL is no address" in state().search_trouble
    with pytest.raises(CommandError, match="NEWSROOM_ELASTICSEARCH_URL is no address"):
        call_command("rebuild_search_index", engine="elasticsearch")


def test_commands(publish: Publish, capsys: pytest.CaptureFixture[str]) -> None:
    publish(2)
    call_command("rebuild_search_index", engine="elasticsearch")
    assert "answers now on the search server" in capsys.readouterr().out
    publish(1)
    call_command("follow_search_server", once=True)
    assert "changes sent." in capsys.readouterr().out
    assert on_server() == 3


def test_typing_is_completed_by_the_server(publish: Publish, index: NewsIndexPage) -> None:
    publish(1, "Ferryboat")
    ReleasePageFactory(parent=index, title="Ferryboat first")
    rebuild_on_server()
    assert [each["title"] for each in complete("ferryb", "en")] == ["Ferryboat first", "The Ferryboat 0"]
    assert complete("ferryb", "fr") == []
    assert complete("", "en") == []


def test_the_server_counts_pages_as_the_database_does(publish: Publish) -> None:
    publish(5)
    rebuild_on_server()
    far = answer_search(SearchRequest(words="ferry", language="en", page=9999), page_size=2)
    assert (far.total, far.page, far.pages, len(far.hits)) == (5, 3, 3, 1)
    assert answer_search(SearchRequest(words="ferry", language="all", page=9999), page_size=2).page == 3


def test_measuring_leaves_the_real_index_alone(
    publish: Publish, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(2)
    rebuild_on_server()
    collection = {
        "language": "en",
        "documents": [{"id": "a", "title": "A ferry", "text": "over the river"}, {"id": "b", "text": "a tram"}],
        "queries": [{"id": "1", "text": "ferries", "relevant": {"a": 1}}],
    }
    path = tmp_path / "small.json.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump(collection, file)
    call_command("measure_search", str(path), engine="elasticsearch")
    measured = json.loads(capsys.readouterr().out)
    assert (measured["engine"], measured["mrr"], measured["documents"]) == ("elasticsearch", 1.0, 2)
    assert on_server() == 2
    assert not [each for each in client().indices.get(index="*") if each.endswith("scratch")]
