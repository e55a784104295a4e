import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Room for what is published. What was published so far comes into it in 0018."""

    dependencies = [
        ("news", "0015_kept_names"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="releasepage",
            name="dateline_zone",
            field=models.CharField(
                blank=True,
                help_text="The day in the dateline is that of the place. Left empty: worked out from the place, else UTC.",
                max_length=64,
                verbose_name="time zone of the place",
            ),
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first", "First edition"),
                            ("minor", "Minor change"),
                            ("correction", "Correction"),
                            ("boilerplate", "Boilerplate of today"),
                            ("again", "Public again"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("document", models.TextField(verbose_name="document")),
                ("digest", models.CharField(max_length=64, verbose_name="digest")),
                ("issued_at", models.DateTimeField(verbose_name="issued at")),
                ("issued_by_name", models.CharField(blank=True, default="", editable=False, max_length=320)),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="editions", to="news.releasepage"
                    ),
                ),
            ],
            options={"verbose_name": "edition", "verbose_name_plural": "editions", "ordering": ["release", "number"]},
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(fields=("release", "number"), name="edition_number_once"),
        ),
        migrations.AddField(
            model_name="correction",
            name="earlier",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="news.edition",
                verbose_name="the edition until then",
            ),
        ),
    ]
