"""What is offered while somebody types."""

from search.answering import shown_of
from search.engines import engine

MOST = 8


def complete(typed: str, code: str) -> list[dict[str, str]]:
    """Public things with a title of which a word begins as typed: their titles, kinds and addresses."""
    keys = engine().complete(typed, code, MOST)
    shown = shown_of(keys)
    return [{"title": shown[key].title, "kind": shown[key].kind, "url": shown[key].url} for key in keys if key in shown]
