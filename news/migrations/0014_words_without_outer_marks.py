import sys

from django.db import migrations

from newsroom.language.normalisation import normalise_text
from newsroom.language.quoting import without_outer_marks

WORDS = {
    "Quote": ("words",),
    "QuoteApproval": ("words", "original_words"),
    "QuoteClearance": ("words", "proposed_words"),
}


def take_off_marks(apps, schema_editor):
    """Words of quotes are kept as they are compared from now on, so that approvals and clearances go on holding."""
    for name, fields in WORDS.items():
        rows = apps.get_model("news", name).objects
        changed = 0
        for pk, *texts in list(rows.values_list("pk", *fields)):
            kept = [without_outer_marks(normalise_text(text or "")) for text in texts]
            if kept != [text or "" for text in texts]:
                rows.filter(pk=pk).update(**dict(zip(fields, kept)))
                changed += 1
        if changed:
            sys.stdout.write(f"\n    {name}: the words of {changed} rows lost marks around all of them or another form.")


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0013_sort_keys'),
    ]

    operations = [
        migrations.RunPython(take_off_marks, migrations.RunPython.noop),
    ]
