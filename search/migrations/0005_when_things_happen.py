from typing import Any

import numpy as np
from django.db import migrations

FIELDS = 5
LENGTHS = ("lengths", "<u2", (FIELDS,))
BEFORE = np.dtype([("language", "<u4"), ("kind", "<u4"), ("released", "<i8"), ("group", "<u8"), LENGTHS])
AFTER = np.dtype(
    [("language", "<u4"), ("kind", "<u4"), ("released", "<i8"), ("happens", "<i8"), ("group", "<u8"), LENGTHS]
)
NEVER = np.iinfo(np.int64).min


def laid_out(before: np.dtype, after: np.dtype) -> Any:
    """Lay the columns of what is indexed out anew, so that lists go on answering until there is a new index."""

    def alter(apps: Any, schema_editor: Any) -> None:
        for row in apps.get_model("search", "Segment").objects.iterator(chunk_size=20):
            stored = np.frombuffer(row.columns, before)
            columns = np.zeros(len(stored), after)
            for name in after.names or ():
                columns[name] = stored[name] if name in (before.names or ()) else NEVER
            row.columns = columns.tobytes()
            row.save(update_fields=["columns"])

    return alter


class Migration(migrations.Migration):
    """Room for when a thing happens, beside when it was released."""

    dependencies = [
        ("search", "0004_postings_as_they_are"),
    ]

    operations = [migrations.RunPython(laid_out(BEFORE, AFTER), laid_out(AFTER, BEFORE))]
