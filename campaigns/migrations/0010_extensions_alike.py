from django.db import migrations, models


class Migration(migrations.Migration):
    """What is written down of a deadline that moved is called alike for calls and letters."""

    dependencies = [("campaigns", "0009_credit_where_chosen")]

    operations = [
        migrations.RenameField("callextension", "call_key", "page_key"),
        migrations.AlterField(
            "callextension",
            "page_key",
            models.UUIDField(db_index=True, editable=False, verbose_name="page"),
        ),
    ]
