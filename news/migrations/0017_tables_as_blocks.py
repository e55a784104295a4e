import json
import sys

from django.db import migrations, models
from django.db.models.functions import Cast

from newsroom.base.tables.splitting import with_own_tables


def report(words):
    sys.stdout.write(f"\n    {words}")


def give_tables_their_blocks(apps, schema_editor):
    """A table in the HTML of a text becomes a block of its own: on pages, in their drafts and in earlier versions.

    What translators work on follows with the next save of the original: the cells keep their words, so that what was
    translated is found again.
    """
    corrections = apps.get_model("news", "Correction").objects.all()
    kept = [contents_changed(revisions_of_releases(apps)), contents_changed(corrections, "release_id")]
    tell(pages_changed(apps), *kept)


def tell(pages, *kept):
    """Say which releases have tables of their own from now on, and in how many of their drafts and versions."""
    for pk in sorted(set(pages).union(*kept)):
        number = sum(found.get(pk, 0) for found in kept)
        report(f"Release {pk}: {pages.get(pk, 0)} tables are blocks of their own; so in {number} drafts and versions.")
    if pages:
        report("The search learns of this with: manage.py rebuild_search_index")


def pages_changed(apps):
    """How many tables became blocks, by page."""
    Release = apps.get_model("news", "ReleasePage")
    changed = {}
    rows = Release.objects.annotate(stored=Cast("body", models.TextField())).filter(stored__icontains="<table")
    for pk, stored in list(rows.values_list("pk", "stored")):
        blocks = json.loads(stored)
        parted = with_own_tables(blocks)
        if parted != blocks:
            Release.objects.filter(pk=pk).update(body=models.Value(parted, output_field=models.JSONField()))
            changed[pk] = count(parted) - count(blocks)
    return changed


def revisions_of_releases(apps):
    """The drafts and versions of releases."""
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="news", model="releasepage")
    return apps.get_model("wagtailcore", "Revision").objects.filter(content_type__in=[kind.pk for kind in kinds])


def contents_changed(rows, owner="object_id"):
    """How many kept contents have a table of their own from now on, by page."""
    changed = {}
    for pk, page, content in rows.values_list("pk", owner, "content").iterator():
        blocks = json.loads((content or {}).get("body") or "[]")
        parted = with_own_tables(blocks)
        if parted != blocks:
            rows.model.objects.filter(pk=pk).update(content={**content, "body": json.dumps(parted)})
            changed[int(page)] = changed.get(int(page), 0) + 1
    return changed


def count(blocks):
    return sum(block.get("type") == "table" for block in blocks)


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0016_editions'),
        ('wagtailcore', '0098_apitoken'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.RunPython(give_tables_their_blocks, migrations.RunPython.noop),
    ]
