"""A table that arrives within the HTML of a text becomes a block of its own: no editor of running text keeps it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4, uuid5

from newsroom.language.html_tables import has_table, texts_and_tables_of_html
from newsroom.language.tables import stored_table

#: The types of the blocks that hold running text, and of the one that holds a table.
TEXT, TABLE = "text", "table"


def with_own_tables(items: list[Any]) -> list[Any]:
    """Return the blocks of a body as they are stored, each table in a text as a block beside the text around it.

    The first part keeps the id of the text, which comments and translations know. The ids of the others follow from
    it, so that they are the same in every language and version.
    """
    if not any(map(is_text_with_table, items)):
        return items
    taken = {item.get("id") for item in items if isinstance(item, dict)}
    return [part for item in items for part in (parts_of_text(item, taken) if is_text_with_table(item) else [item])]


def is_text_with_table(item: Any) -> bool:
    """Whether a block holds running text with a table in it."""
    is_text = isinstance(item, dict) and item.get("type") == TEXT
    return is_text and isinstance(item.get("value"), str) and has_table(item["value"])


def parts_of_text(item: dict[str, Any], taken: set[Any]) -> Iterator[dict[str, Any]]:
    """Yield the blocks that a text with tables becomes."""
    parts = list(texts_and_tables_of_html(item["value"]))
    own = item.get("id")
    keeps = next((number for number, part in enumerate(parts) if isinstance(part, str)), None)
    for number, part in enumerate(parts):
        ident = own if own and number == keeps else following_id(own, number, taken)
        if isinstance(part, str):
            yield item | {"value": part, "id": ident}
        else:
            yield {"type": TABLE, "value": stored_table(part), "id": ident}


def following_id(own: Any, number: int, taken: set[Any]) -> str:
    """Return the id of a further part of a block; one by chance where it has none, or where such a part is there."""
    try:
        ident = str(uuid5(UUID(own), f"part {number}"))
    except (TypeError, ValueError, AttributeError):
        return str(uuid4())
    return str(uuid4()) if ident in taken else ident
