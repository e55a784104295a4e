
import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone


def give_lives(apps, schema_editor):
    """One life for all languages of a release, from what each of its pages knew."""
    Release, Life = apps.get_model("news", "ReleasePage"), apps.get_model("publication", "Life")
    Revision, Withdrawal = apps.get_model("wagtailcore", "Revision"), apps.get_model("publication", "Withdrawal")
    scheduled = set(Revision.objects.filter(approved_go_live_at__isnull=False).values_list("object_id", flat=True))
    off = dict(Withdrawal.objects.filter(ended_at=None).values_list("page_id", "manner"))
    pages = {}
    rows = Release.objects.order_by("pk").values(
        "pk", "translation_key", "live", "embargoed_until", "released_at", "reference", "first_published_at"
    )
    for row in rows.iterator():
        pages.setdefault(row["translation_key"], []).append(row)
    for key, found in pages.items():
        life = Life.objects.create(translation_key=key, **facts(found, scheduled, off))
        Release.objects.filter(pk__in=[row["pk"] for row in found]).update(life=life)


def facts(rows, scheduled, off):
    """What the pages of a release say together. The latest embargo holds, so that nothing lifts earlier than it was to."""
    def first(name, pick=min):
        return pick((row[name] for row in rows if row[name]), default=None)

    waiting = [row for row in rows if str(row["pk"]) in scheduled]
    manners = {off[row["pk"]] for row in rows if row["pk"] in off}
    if any(row["live"] for row in rows):
        state = "public"
    elif manners:
        state = "withdrawn" if "withdrawn" in manners else "gone"
    elif waiting and first("embargoed_until"):
        state = "scheduled"
    else:
        state = "draft"
    released_at = first("released_at")
    if state in ("public", "withdrawn", "gone"):
        released_at = released_at or first("first_published_at") or timezone.now()
    return {
        "state": state,
        "embargoed_until": first("embargoed_until", max),
        "released_at": released_at,
        "reference": next((row["reference"] for row in rows if row["reference"]), ""),
    }


class Migration(migrations.Migration):
    """Destructive: the columns that each language had are taken into one row for all of them."""

    dependencies = [("news", "0007_image_in_words"), ("publication", "0002_life"), ("wagtailcore", "0001_initial")]

    operations = [
        migrations.AddField(
            "releasepage",
            "life",
            models.ForeignKey(
                null=True,
                editable=False,
                serialize=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="publication.life",
                verbose_name="life",
            ),
        ),
        migrations.RunPython(give_lives, migrations.RunPython.noop),
        migrations.AlterField(
            "releasepage",
            "life",
            models.ForeignKey(
                editable=False,
                serialize=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="publication.life",
                verbose_name="life",
            ),
        ),
        migrations.RemoveField("releasepage", "embargoed_until"),
        migrations.RemoveField("releasepage", "released_at"),
        migrations.RemoveField("releasepage", "reference"),
    ]
