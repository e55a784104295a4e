from django.db import migrations, models

from newsroom.language.script.collation import stored_key


def give_keys(apps, schema_editor):
    """Each row gets the key by which long lists sort it."""
    for name in ("Organisation", "Person", "MediaContact"):
        rows = apps.get_model("organisations", name).objects
        for pk, text, code in list(rows.values_list("pk", "name", "locale__language_code")):
            rows.filter(pk=pk).update(sort_key=stored_key(text, code))


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0003_unsigned_translations'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='boilerplate',
            options={'ordering': ['organisation__sort_key', 'variant'], 'verbose_name': 'boilerplate', 'verbose_name_plural': 'boilerplates'},
        ),
        migrations.AlterModelOptions(
            name='mediacontact',
            options={'ordering': ['sort_key'], 'verbose_name': 'media contact', 'verbose_name_plural': 'media contacts'},
        ),
        migrations.AlterModelOptions(
            name='organisation',
            options={'ordering': ['sort_key'], 'verbose_name': 'organisation', 'verbose_name_plural': 'organisations'},
        ),
        migrations.AlterModelOptions(
            name='person',
            options={'ordering': ['sort_key'], 'verbose_name': 'person', 'verbose_name_plural': 'people'},
        ),
        migrations.AddField(
            model_name='mediacontact',
            name='sort_key',
            field=models.BinaryField(default=b''),
        ),
        migrations.AddField(
            model_name='organisation',
            name='sort_key',
            field=models.BinaryField(default=b''),
        ),
        migrations.AddField(
            model_name='person',
            name='sort_key',
            field=models.BinaryField(default=b''),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
    ]
