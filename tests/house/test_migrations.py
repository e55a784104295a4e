"""Migrations stay small and complete."""

import ast
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]
OURS = ("newsroom", "organisations", "news", "campaigns", "importing", "search")
MIGRATIONS = sorted(
    path
    for folder in (ROOT / "site", *(ROOT / room for room in OURS if (ROOT / room).is_dir()))
    for path in folder.rglob("migrations/0*.py")
)

each_migration = pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: "/".join(path.parts[-3:]))


def test_migrations_are_found() -> None:
    assert {path.parts[-3] for path in MIGRATIONS} >= {"base", "home", "organisations", "news", "campaigns"}


@pytest.mark.django_db
def test_nothing_is_left_to_migrate() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@each_migration
def test_no_migration_carries_the_definition_of_a_block(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "wagtail.blocks" not in text and "block_lookup" not in text
    assert ".blocks." not in text


@each_migration
def test_no_migration_stands_on_a_class_of_ours(path: Path) -> None:
    """A class of today among the bases of a model of yesterday breaks when it is renamed."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.keyword) and node.arg == "bases":
            live = [ast.unparse(base) for base in ast.walk(node.value) if isinstance(base, ast.Attribute)]
            assert not [name for name in live if name.split(".")[0] in OURS]
