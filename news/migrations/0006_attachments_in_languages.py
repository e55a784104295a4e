"""An attachment becomes the same thing in every language, with a title and, where somebody gives it, a file of its own."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


def join_languages(apps, schema_editor):
    """Attachments of one release that have the same place and file are one attachment in several languages."""
    attachments = apps.get_model("news", "ReleaseAttachment").objects
    documents = apps.get_model("base", "NewsroomDocument").objects
    titles = dict(documents.values_list("pk", "title"))
    keys, taken = {}, set()
    for row in attachments.select_related("page").order_by("page_id", "sort_order", "pk"):
        shared = keys.setdefault((row.page.translation_key, row.sort_order, row.document_id), uuid.uuid4())
        key = uuid.uuid4() if (shared, row.page.locale_id) in taken else shared
        taken.add((key, row.page.locale_id))
        attachments.filter(pk=row.pk).update(
            translation_key=key, locale=row.page.locale_id, title=titles[row.document_id]
        )


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0005_language_of_files'),
        ('news', '0005_status_of_recorded_quotes'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='releaseattachment',
            options={'ordering': ['sort_order'], 'verbose_name': 'attachment'},
        ),
        migrations.AddField(
            model_name='releaseattachment',
            name='title',
            field=models.CharField(blank=True, default='', help_text='What readers see. Left empty: the title of the file.', max_length=255, verbose_name='title'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='releaseattachment',
            name='translation_key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='releaseattachment',
            name='locale',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.RunPython(join_languages, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='releaseattachment',
            name='translation_key',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterField(
            model_name='releaseattachment',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AlterUniqueTogether(
            name='releaseattachment',
            unique_together={('translation_key', 'locale')},
        ),
    ]
