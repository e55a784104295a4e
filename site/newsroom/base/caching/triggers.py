"""The database notes by itself that something changed which readers see, whoever wrote it and however.

They are no part of any migration: SQLite loses the triggers of a table that a migration makes anew, and both databases
refuse to change a column that a trigger names. So they go before migrations and come back behind them.
"""

import random
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from newsroom.base.models.change import Change

PREFIX = "note_change"
OPERATIONS = ("insert", "update", "delete")
#: Rooms, and applications of others, all of whose tables readers see, but for models that say `is_for_readers = False`.
SEEN_ROOMS = ("newsroom", "organisations", "news", "campaigns", "importing", "search")
SEEN_APPS = ("wagtail_localize", "wagtailredirects")
SEEN_MODELS = (
    *("wagtailcore.Page", "wagtailcore.Locale", "wagtailcore.Site", "wagtailcore.Collection"),
    *("wagtailcore.PageViewRestriction", "wagtailcore.PageViewRestriction_groups"),
    *("wagtailcore.CollectionViewRestriction", "wagtailcore.CollectionViewRestriction_groups"),
)
#: What an editor's draft writes into the row of a page that readers see as before.
COLUMNS_OF_DRAFTS = {
    "wagtailcore_page": (
        *(
            "latest_revision_id",
            "latest_revision_created_at",
            "has_unpublished_changes",
            "draft_title",
            "search_description",
        ),
        *("locked", "locked_at", "locked_by_id", "owner_id", "numchild"),
    )
}
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    drafts text[] := TG_ARGV[0]::text[];
    place bigint;
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - drafts = to_jsonb(NEW) - drafts THEN
        RETURN NULL;
    END IF;
    INSERT INTO base_change (mark) VALUES (floor(random() * 9007199254740992)::bigint) RETURNING id INTO place;
    IF place % 100 = 0 THEN
        DELETE FROM base_change WHERE id IN (
            SELECT id FROM base_change WHERE id < place - 100 ORDER BY id FOR UPDATE SKIP LOCKED
        );
    END IF;
    RETURN NULL;
END $$
"""


def is_seen(model: type[Model]) -> bool:
    """Whether readers may see something of the rows of a model. One that nobody thought of counts as seen."""
    owner: Any = model._meta.auto_created or model
    if not getattr(owner, "is_for_readers", True) or model is Change or not model._meta.managed:
        return False
    label = model._meta.label
    return (
        owner.__module__.partition(".")[0] in SEEN_ROOMS or model._meta.app_label in SEEN_APPS or label in SEEN_MODELS
    )


def seen_operations(table: str) -> tuple[str, ...]:
    """What counts of what happens to the rows of a table: everything, or what its model says."""
    said = {model._meta.db_table: getattr(model, "is_for_readers", True) for model in apps.get_models()}.get(
        table, True
    )
    return (said,) if isinstance(said, str) else OPERATIONS


def seen_tables() -> list[str]:
    """The tables of which each change counts, of those that are there."""
    models = apps.get_models(include_auto_created=True)
    return sorted(
        {model._meta.db_table for model in models if is_seen(model)} & set(connection.introspection.table_names())
    )


def remove_triggers(plan: Any = (), **kwargs: Any) -> None:
    """Let nothing be noted while tables change; until the triggers are back there is no number and nothing is kept."""
    if not plan or Change._meta.db_table not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in removing(cursor):
            cursor.execute(statement)
        cursor.execute("DELETE FROM base_change")


def install_triggers(**kwargs: Any) -> None:
    """Let every change be noted from now on, where it is not noted yet."""
    tables = seen_tables()
    with connection.cursor() as cursor:
        if Change._meta.db_table not in connection.introspection.table_names():
            return
        creating = dict(on_postgresql(tables) if connection.vendor == "postgresql" else on_sqlite(tables, cursor))
        if set(trigger_names(cursor)) != set(creating):
            for statement in removing(cursor):
                cursor.execute(statement)
            if connection.vendor == "postgresql":
                cursor.execute(POSTGRESQL_FUNCTION)
            for statement in creating.values():
                cursor.execute(statement)
        if not Change.objects.exists():
            Change.objects.create(mark=random.SystemRandom().randrange(2**53))


def trigger_names(cursor: Any) -> list[str]:
    """The triggers that are there."""
    if connection.vendor == "postgresql":
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'note_change_%'")
    else:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'note_change_%'")
    return [name for (name,) in cursor.fetchall()]


def removing(cursor: Any) -> list[str]:
    """What takes all triggers away."""
    if connection.vendor == "postgresql":
        return ["DROP FUNCTION IF EXISTS note_change() CASCADE"]
    return [f'DROP TRIGGER "{name}"' for name in trigger_names(cursor)]


def on_postgresql(tables: list[str]) -> Iterator[tuple[str, str]]:
    """The triggers of PostgreSQL, by name. Each change writes a row of its own: nobody waits for anybody."""
    for number, table in enumerate(tables):
        drafts = "{" + ",".join(COLUMNS_OF_DRAFTS.get(table, ())) + "}"
        name = f"{PREFIX}_{number}_{table}"[:63]
        yield (
            name,
            (
                f'CREATE TRIGGER "{name}" AFTER {" OR ".join(seen_operations(table)).upper()} ON "{table}" '
                f"FOR EACH ROW EXECUTE FUNCTION note_change('{drafts}')"
            ),
        )


def on_sqlite(tables: list[str], cursor: Any) -> Iterator[tuple[str, str]]:
    """The triggers of SQLite, by name, where one writes at a time: one row, whose mark is drawn anew."""
    drawing = "FOR EACH ROW {} BEGIN UPDATE base_change SET mark = random(); END"
    for table in tables:
        for operation in seen_operations(table):
            name = f"{PREFIX}_{operation}_{table}"
            when = more_than_a_draft(table, cursor) if operation == "update" and table in COLUMNS_OF_DRAFTS else ""
            yield name, f'CREATE TRIGGER "{name}" AFTER {operation.upper()} ON "{table}" {drawing.format(when)}'


def more_than_a_draft(table: str, cursor: Any) -> str:
    """The condition that a row changed in more than what drafts write into it."""
    columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    told = [f'OLD."{name}" IS NOT NEW."{name}"' for name in columns if name not in COLUMNS_OF_DRAFTS[table]]
    return f"WHEN {' OR '.join(told)}"
