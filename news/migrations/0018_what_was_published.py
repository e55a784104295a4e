from django.conf import settings
from django.db import migrations

from news.migrations.carrying_over.editions import carry_over, keep_editions


class Migration(migrations.Migration):
    """What was published so far becomes editions. It cannot be undone where something was."""

    dependencies = [
        ("news", "0017_tables_as_blocks"),
        ("base", "0009_drawings"),
        ("organisations", "0005_names_as_they_are_seen"),
        ("publication", "0004_kept_names"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(carry_over, keep_editions)]
