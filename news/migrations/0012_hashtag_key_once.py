from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0011_hashtags_that_are_one'),
    ]

    operations = [
        migrations.AlterField(
            model_name='hashtag',
            name='key',
            field=models.CharField(editable=False, max_length=400, unique=True),
        ),
    ]
