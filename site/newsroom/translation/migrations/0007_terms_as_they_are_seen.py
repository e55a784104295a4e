import sys

from django.db import migrations

from newsroom.language.script.collation import stored_key
from newsroom.language.normalisation import normalise_name, normalise_text

LISTS = ("approved", "forbidden")


def join_terms(apps, schema_editor):
    """Terms lose signs that nobody sees; two that are one by that become one, with the words of both."""
    GlossaryTerm = apps.get_model("translation", "GlossaryTerm")
    kept = {}
    for row in GlossaryTerm.objects.order_by("pk"):
        before = {name: getattr(row, name) for name in ("term", "topic", "note", *LISTS)}
        row.term = normalise_name(row.term)
        for name in ("topic", "note", *LISTS):
            setattr(row, name, normalise_text(getattr(row, name)))
        first = kept.setdefault((row.source_language, row.language, row.term, row.topic), row)
        if first is not row:
            sys.stdout.write(f"\n    Term {row.pk} ({before['term']!r}) is {first.pk}: they are one from now on.")
            for name in LISTS:
                lines = [*getattr(first, name).splitlines(), *getattr(row, name).splitlines()]
                setattr(first, name, "\n".join(dict.fromkeys(line for line in lines if line.strip())))
            row.delete()
            write(first)
        elif any(getattr(row, name) != text for name, text in before.items()):
            write(row)


def write(row):
    row.sort_key = stored_key(row.term, row.source_language)
    row.save()


class Migration(migrations.Migration):

    dependencies = [
        ('translation', '0006_sort_keys'),
    ]

    operations = [
        migrations.RunPython(join_terms, migrations.RunPython.noop),
    ]
