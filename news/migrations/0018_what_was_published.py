from django.db import migrations


class Migration(migrations.Migration):
    """What was published so far becomes editions."""

    dependencies = [("news", "0016_editions")]

    operations = []
