from django.db import migrations


class Migration(migrations.Migration):
    """What was published so far becomes editions."""

    dependencies = [("news", "0017_tables_as_blocks")]

    operations = []
