"""What runs where: the tests that were chosen for PostgreSQL, and the database that all of them copy."""

import re
from pathlib import Path
from typing import Any

import database
import pytest
from database import fingerprint, migrations
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.base.models import User

ROOT = Path(__file__).parents[2]
ROOMS = ("site/newsroom", "organisations", "news", "campaigns", "importing", "search")
# What databases do each in their own way.
OWN_WAYS = re.compile(
    r"select_for_update|RawSQL|\.cursor\(|connection\.vendor|ignore_conflicts|update_conflicts|JSONField|BinaryField"
    r"|UniqueConstraint|CheckConstraint|nulls_(?:first|last)|\bCast\(|\.distinct\(|\bSubquery\(|\bExtract[A-Z]|\bTrunc[DMY]"
    r"|IntegrityError|\.union\((?!\*)"
)
# Words of it that ask no database, code that only measures or fills a demonstration, and what is for SQLite alone.
NOT_MEANT = {
    "importing/understanding/lexicon/language.py",
    "site/newsroom/base/sqlite.py",
    "site/newsroom/home/checks.py",
    "site/newsroom/translation/checking/fidelity.py",
}


def chosen() -> list[tuple[str, list[str]]]:
    """What runs on PostgreSQL, with the modules it is there for."""
    lines = (ROOT / "tests/on_postgres.txt").read_text("utf-8").splitlines()
    return [(first, rest) for first, *rest in (line.split() for line in lines if not line.startswith("#"))]


def own_ways() -> set[str]:
    """The modules that ask a database for something that each does in its own way."""
    paths = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    names = {str(path.relative_to(ROOT)) for path in paths if OWN_WAYS.search(path.read_text("utf-8"))}
    return {name for name in names if not re.search("/(migrations|demo|management)/", name)} - NOT_MEANT


def test_what_postgresql_does_in_its_own_way_is_tested_there() -> None:
    assert own_ways() - {module for _test, modules in chosen() for module in modules} == set()


def test_what_was_chosen_for_postgresql_is_there() -> None:
    named = [name for test, modules in chosen() for name in (test.partition("::")[0], *modules)]
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_migrations_and_what_they_stand_on_decide_which_database_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = migrations()
    names = {path.relative_to(ROOT).as_posix() for path in files if path.is_relative_to(ROOT)}
    assert {"news/migrations/0008_life.py", "site/newsroom/base/fields.py"} <= names
    assert any("wagtail/migrations" in str(path) for path in files)
    before = fingerprint()
    another = tmp_path / "0999_another.py"
    another.write_text("# A migration more.")
    monkeypatch.setattr("database.migrations", lambda: files | {another})
    assert before != fingerprint()


@pytest.mark.django_db
def test_no_migration_is_missing_in_the_copy() -> None:
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


@pytest.mark.parametrize("turn", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_what_a_test_committed_is_gone_before_the_next(turn: str) -> None:
    assert not User.objects.filter(username="committed").exists(), turn
    assert NewsIndexPage.objects.exists(), "and what every newsroom starts with is there"
    UserFactory(username="committed")
    assert ContentType.objects.get_for_model(User).pk in ContentType.objects.values_list("pk", flat=True)


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_brings_back_what_was() -> None:
    if before := database.snapshot():  # on SQLite
        before_it = triggers()
        UserFactory(username="committed")
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE another (id integer)")
        before.restore()
        assert not User.objects.filter(username="committed").exists()
        assert "another" not in connection.introspection.table_names()
        assert triggers() == before_it and any("edition_stays" in name for name in before_it)


def triggers() -> set[str]:
    """The names of the triggers of SQLite."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db
def test_sqlite_keeps_all_statements_of_a_publication_compiled(index: NewsIndexPage) -> None:
    """Where it keeps fewer, each is compiled anew each time, with all triggers of its table."""
    asked: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.add(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ReleasePageFactory(parent=index)
    if connection.vendor == "sqlite":
        assert len(asked) < connection.settings_dict["OPTIONS"]["cached_statements"] / 2
