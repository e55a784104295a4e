"""How the database refuses whoever would change or delete what was published, by whatever way.

A migration that makes a table of editions calls `guard_table` with `RunPython`. On SQLite a later migration that alters
the table makes it anew, without its triggers: it has to call it again.
"""

from collections.abc import Callable
from typing import Any

WORDS = "Editions are on record and cannot be changed or deleted."
#: Everything but who issued it, which goes with an account; their name stays.
KEPT = "number, kind, document, digest, issued_at, issued_by_name"


def guard_table(table: str, page: str) -> Callable[[Any, Any], None]:
    """Return what a migration runs to guard a table of editions whose rows name their page in the column `page`."""

    def guard(apps: Any, schema_editor: Any) -> None:
        is_sqlite = schema_editor.connection.vendor == "sqlite"
        for statement in (guards_on_sqlite if is_sqlite else guards_on_postgresql)(table, page):
            schema_editor.execute(statement)

    return guard


def leave_unguarded(table: str) -> Callable[[Any, Any], None]:
    """Return what a migration runs to take the guards of a table away."""

    def leave(apps: Any, schema_editor: Any) -> None:
        is_sqlite = schema_editor.connection.vendor == "sqlite"
        on = "" if is_sqlite else f" ON {table}"
        for name in ("stays_as_it_is", "stays", *(("is_not_replaced",) if is_sqlite else ())):
            schema_editor.execute(f"DROP TRIGGER {table}_{name}{on}")
        if not is_sqlite:
            schema_editor.execute(f"DROP FUNCTION refuse_to_change_{table}()")

    return leave


def guarded_columns(page: str) -> str:
    """The columns that stay, in SQL."""
    return f"{page}, {KEPT}"


def guards_on_sqlite(table: str, page: str) -> tuple[str, ...]:
    """The triggers of SQLite. REPLACE takes a row's place without deleting it, as far as triggers are told."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    same = f"id = NEW.id OR ({page} = NEW.{page} AND number = NEW.number)"
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608  (names of our own tables)
    columns = guarded_columns(page)
    return (
        f"CREATE TRIGGER {table}_stays_as_it_is BEFORE UPDATE OF {columns} ON {table} {refuse}",
        f"CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_is_not_replaced BEFORE INSERT ON {table} WHEN {there} {refuse}",
    )


def guards_on_postgresql(table: str, page: str) -> tuple[str, ...]:
    """The triggers of PostgreSQL."""
    function = f"refuse_to_change_{table}()"
    return (
        f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS "
        f"$$BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END$$",
        f"CREATE TRIGGER {table}_stays_as_it_is BEFORE UPDATE OF {guarded_columns(page)} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {function}",
        f"CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}",
    )
