from django.db import migrations

import newsroom.base.fields


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0004_document_text'),
    ]

    operations = [
        migrations.AddField(
            model_name='newsroomdocument',
            name='language',
            field=newsroom.base.fields.LanguageField(blank=True, default='', help_text='Of the file. Left empty: the original language of what it goes with.', verbose_name='language'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='newsroomimage',
            name='language',
            field=newsroom.base.fields.LanguageField(blank=True, default='en', help_text='Of the description, the caption and the credit.', verbose_name='language'),
        ),
    ]
