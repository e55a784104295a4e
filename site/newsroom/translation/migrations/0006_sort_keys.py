from django.db import migrations, models

from newsroom.language.script.collation import stored_key


def give_keys(apps, schema_editor):
    """Each row gets the key by which long lists sort it."""
    for name in ("GlossaryTerm",):
        rows = apps.get_model("translation", name).objects
        for pk, text, code in list(rows.values_list("pk", "term", "source_language")):
            rows.filter(pk=pk).update(sort_key=stored_key(text, code))


class Migration(migrations.Migration):

    dependencies = [
        ('translation', '0005_requirement_of_a_life'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='glossaryterm',
            options={'ordering': ['sort_key', 'language'], 'verbose_name': 'term', 'verbose_name_plural': 'terms'},
        ),
        migrations.AddField(
            model_name='glossaryterm',
            name='sort_key',
            field=models.BinaryField(default=b''),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
    ]
