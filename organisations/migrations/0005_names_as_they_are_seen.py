import sys

from django.db import migrations

from newsroom.language.script.collation import stored_key
from newsroom.language.normalisation import normalise_name, normalise_text

SEEN = {"Organisation": ("name", "acronym", "website"), "Person": ("name",), "MediaContact": ("name", "email", "phone")}
RUNNING = {"Organisation": ("description",), "Person": ("biography",), "MediaContact": ("role",), "Role": ("title",)}


def show_what_is_there(apps, schema_editor):
    """Names and addresses lose signs that nobody sees, and every text gets the one form in which texts are stored."""
    for name in sorted({*SEEN, *RUNNING}):
        model = apps.get_model("organisations", name)
        changed = 0
        for row in model.objects.select_related("locale").iterator():
            normal = {field: normalise_name(getattr(row, field)) for field in SEEN.get(name, ())}
            normal |= {field: normalise_text(getattr(row, field)) for field in RUNNING.get(name, ())}
            if any(getattr(row, field) != text for field, text in normal.items()):
                if "name" in normal:
                    normal["sort_key"] = stored_key(normal["name"], row.locale.language_code)
                model.objects.filter(pk=row.pk).update(**normal)
                changed += 1
        if changed:
            sys.stdout.write(f"\n    {name}: {changed} rows were written as they are seen.")


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0004_sort_keys'),
    ]

    operations = [
        migrations.RunPython(show_what_is_there, migrations.RunPython.noop),
    ]
