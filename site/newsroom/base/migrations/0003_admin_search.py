from django.db import migrations

CREATE = "CREATE INDEX IF NOT EXISTS newsroom_admin_words ON modelsearch_indexentry USING gin ((title || body))"
DROP = "DROP INDEX IF EXISTS newsroom_admin_words"


def on_postgresql(statement):
    """The step that runs a statement where the database is PostgreSQL, and nothing elsewhere."""

    def step(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(statement)

    return step


class Migration(migrations.Migration):
    """The index that a search of the CMS needs on PostgreSQL, which modelsearch's own migrations leave out."""

    dependencies = [
        ("base", "0002_media"),
        ("modelsearch", "0004_rename_modelsear_autocom_476c89_gin_modelsearch_autocom_ea8581_gin_and_more"),
    ]

    operations = [migrations.RunPython(on_postgresql(CREATE), on_postgresql(DROP))]
