import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft of an import may be an event or a call. Releases keep their numbers, which are those of their pages."""

    dependencies = [
        ("importing", "0001_imported_files"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RenameField("importedfile", "release", "page"),
        migrations.AlterField(
            "importedfile",
            "page",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.page",
                verbose_name="draft",
            ),
        ),
        migrations.AddField(
            "importedfile",
            "taken_as",
            models.CharField(
                blank=True,
                choices=[("release", "Release"), ("event", "Event"), ("call", "Call")],
                default="",
                max_length=10,
                verbose_name="what it is",
            ),
            preserve_default=False,
        ),
    ]
