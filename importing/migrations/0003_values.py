"""What a person writes over values with a type; imports are read again, since remarks are kept by their keys."""

from typing import Any

from django.db import migrations, models

#: Which value of a decision about a paragraph becomes which of the import.
MOVED = {"until": "embargo", "date": "date"}


def move_values(apps: Any, schema_editor: Any) -> None:
    """Move what was written into fields of paragraphs, and forget what was understood: it is read when it is opened."""
    imported_file = apps.get_model("importing", "ImportedFile")
    for imported in imported_file.objects.using(schema_editor.connection.alias).all():
        for each in imported.assignments:
            written = each.get("values", {})
            found = {name: written.pop(old) for old, name in MOVED.items() if written.get(old)}
            imported.values |= found
        imported.understood = None
        imported.save(update_fields=["assignments", "values", "understood"])


class Migration(migrations.Migration):
    dependencies = [("importing", "0002_events_and_calls")]

    operations = [
        migrations.AddField("importedfile", "values", models.JSONField(default=dict)),
        migrations.RunPython(move_values, migrations.RunPython.noop, elidable=True),
    ]
