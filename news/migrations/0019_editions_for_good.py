import django.db.models.deletion
from django.db import migrations, models

KEPT = ("release_id", "number", "kind", "document", "digest", "issued_at", "issued_by_name")
WORDS = "Editions are on record and cannot be changed or deleted."

SQLITE = (
    f"CREATE TRIGGER edition_stays_as_it_is BEFORE UPDATE OF {', '.join(KEPT)} ON news_edition "
    f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
    f"CREATE TRIGGER edition_stays BEFORE DELETE ON news_edition BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
    # REPLACE takes a row's place without deleting it, as far as triggers are told.
    "CREATE TRIGGER edition_is_not_replaced BEFORE INSERT ON news_edition WHEN EXISTS (SELECT 1 FROM news_edition "
    "WHERE id = NEW.id OR (release_id = NEW.release_id AND number = NEW.number)) "
    f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION refuse_to_change_an_edition() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END$$",
    f"CREATE TRIGGER edition_stays_as_it_is BEFORE UPDATE OF {', '.join(KEPT)} ON news_edition "
    "FOR EACH ROW EXECUTE FUNCTION refuse_to_change_an_edition()",
    "CREATE TRIGGER edition_stays BEFORE DELETE ON news_edition "
    "FOR EACH ROW EXECUTE FUNCTION refuse_to_change_an_edition()",
)


def guard_editions(apps, schema_editor):
    """Let the database refuse whoever would change or delete what was published, by whatever way."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def leave_editions_unguarded(apps, schema_editor):
    """Take the guards away."""
    on = "" if schema_editor.connection.vendor == "sqlite" else " ON news_edition"
    names = ("edition_stays_as_it_is", "edition_stays", *(() if on else ("edition_is_not_replaced",)))
    for name in names:
        schema_editor.execute(f"DROP TRIGGER {name}{on}")
    if on:
        schema_editor.execute("DROP FUNCTION refuse_to_change_an_edition()")


class Migration(migrations.Migration):
    """What was frozen beside the page and kept inside corrections goes: it is an edition since 0018.

    On SQLite a migration that alters the table of editions makes it anew, without its triggers: it has to call
    `guard_editions` again.
    """

    dependencies = [("news", "0018_what_was_published")]

    operations = [
        migrations.AlterField(
            model_name="correction",
            name="earlier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="news.edition",
                verbose_name="the edition until then",
            ),
        ),
        migrations.RemoveField(model_name="correction", name="boilerplates"),
        migrations.RemoveField(model_name="correction", name="content"),
        migrations.DeleteModel(name="FrozenBoilerplate"),
        migrations.RunPython(guard_editions, leave_editions_unguarded),
    ]
