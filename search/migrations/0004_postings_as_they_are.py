from typing import Any

from django.db import migrations

COLUMNS = (("search_posting", "entries"), ("search_segment", "columns"), ("search_segment", "facets"))


def stored(kind: str) -> Any:
    """Let PostgreSQL store what is written at every publication as it is: packing it takes longer than writing it."""

    def alter(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for table, column in COLUMNS:
                schema_editor.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE {kind}")

    return alter


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0003_changes_for_the_search_server"),
    ]

    operations = [migrations.RunPython(stored("EXTERNAL"), stored("EXTENDED"))]
