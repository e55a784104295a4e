from django.db import migrations
from django.db.models import F


def state_translations(apps, schema_editor):
    """What was recorded in another language than the one spoken is a courtesy translation: nobody approved it."""
    quotes = apps.get_model("news", "Quote").objects
    quotes.exclude(locale__language_code=F("language")).update(status="courtesy")


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0004_quote_status_and_clearance'),
    ]

    operations = [
        migrations.RunPython(state_translations, migrations.RunPython.noop),
    ]
