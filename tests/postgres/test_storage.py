"""PostgreSQL keeps what every publication writes as it is, unpacked (decision 0017)."""

import pytest
from django.db import connection


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "column"), [("search_posting", "entries"), ("search_segment", "columns"), ("search_segment", "facets")]
)
def test_what_is_written_often_is_not_packed(table: str, column: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attstorage FROM pg_attribute WHERE attrelid = %s::regclass AND attname = %s", [table, column]
        )
        assert cursor.fetchone() == ("e",)
