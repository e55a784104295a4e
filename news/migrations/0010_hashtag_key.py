from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0009_prepared_revision'),
    ]

    operations = [
        migrations.AddField(
            model_name='hashtag',
            name='key',
            field=models.CharField(editable=False, max_length=400, null=True),
        ),
        migrations.AlterField(
            model_name='hashtag',
            name='slug',
            field=models.SlugField(allow_unicode=True, max_length=100, unique=True, verbose_name='address'),
        ),
    ]
