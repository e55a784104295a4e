from typing import Any

from django.db import migrations

#: What was published and what was corrected: on record, and named by nothing that somebody edits.
ON_RECORD = {
    "news": ["edition", "correction"],
    "campaigns": ["calledition", "callcorrection", "eventedition", "eventcorrection"],
}


def forget_references(apps: Any, schema_editor: Any) -> None:
    """Take editions and corrections out of the index of references, which is no longer told of them."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    for label, models in ON_RECORD.items():
        numbers = list(kinds.filter(app_label=label, model__in=models).values_list("pk", flat=True))
        apps.get_model("wagtailcore", "ReferenceIndex").objects.filter(content_type__in=numbers).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("publication", "0008_kept_comments"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0093_uploadedfile"),
    ]

    operations = [migrations.RunPython(forget_references, migrations.RunPython.noop)]
