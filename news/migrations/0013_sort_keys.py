from django.db import migrations, models
from django.db.models import Value

from newsroom.language.script.collation import stored_key


def give_keys(apps, schema_editor):
    """Each row gets the key by which long lists sort it."""
    for name in ("Hashtag",):
        rows = apps.get_model("news", name).objects
        for pk, text, code in list(rows.values_list("pk", "name", Value(""))):
            rows.filter(pk=pk).update(sort_key=stored_key(text, code))


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0012_hashtag_key_once'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='hashtag',
            options={'ordering': ['sort_key'], 'verbose_name': 'hashtag', 'verbose_name_plural': 'hashtags'},
        ),
        migrations.AddField(
            model_name='hashtag',
            name='sort_key',
            field=models.BinaryField(default=b''),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
    ]
