"""What the server keeps of a thing: tokens, made by the one analyzer, and what it can be narrowed and sorted by."""

from typing import Any

from django.conf import settings

from search.analysis import main_language
from search.analysis.tokens import first_of_pair
from search.index.tokens import starts_of, tokens_of
from search.registry import FIELDS, STANDING, Item
from search.request import KEPT_FACETS

#: The field of names that can be asked for alone (`speaker:…`), beside those of the registry.
ALONE = "alone"
#: What a word counts in each field: as on the embedded index, times 2.5, since the server takes no boost below 1.
BOOSTS = {"title": 7.5, "lead": 4.0, "text": 2.5, "names": 3.0, "files": 1.0, ALONE: 3.0}
#: BM25 as on the embedded index; the counts are 2.5 times as high, so is what they saturate at.
SIMILARITY = {"type": "BM25", "k1": 2.5, "b": 0.6}
#: A deleted document is remembered so long that a late message cannot bring it back.
TOMBSTONES = "1h"
MOST_RESULTS = 200_000
LONGEST_START = 60


def analysed_languages() -> list[str]:
    """The languages that have fields of their own, so that each is weighed by its own averages."""
    return [main_language(code) for code, _name in settings.LANGUAGES]


def field(name: str, code: str) -> str:
    """The field of the server for the words of a field in a language."""
    return f"{name}_{main_language(code)}"


def mapping() -> dict[str, Any]:
    """How an index is laid out. Nothing of a thing's words is kept as it was written: results are read from the
    database, through the one public predicate."""
    words = {"type": "text", "analyzer": "whitespace"}
    keyword = {"type": "keyword"}
    return {
        "settings": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "similarity": {"default": SIMILARITY},
            "gc_deletes": TOMBSTONES,
            "max_result_window": MOST_RESULTS,
        },
        "mappings": {
            "dynamic": "strict",
            "_source": {"includes": ["source", "object_id"]},
            "properties": {
                **{field(name, code): words for code in analysed_languages() for name in (*FIELDS, ALONE)},
                "source": keyword,
                "object_id": {"type": "long"},
                "language": keyword,
                **{name: keyword for name in KEPT_FACETS},
                STANDING: keyword,
                "group": keyword,
                **{name: {"type": "date", "format": "epoch_second"} for name in ("released", "happens", "dated")},
                "start": {
                    "type": "completion",
                    "analyzer": "keyword",
                    "max_input_length": LONGEST_START,
                    "contexts": [{"name": "language", "type": "category"}],
                },
            },
        },
    }


def server_document(source: str, object_id: int, item: Item) -> dict[str, Any]:
    """A thing as the server takes it."""
    lines = tokens_of(item).stream.split("\n")
    words: dict[str, Any] = {
        field(name, item.language): searchable(line) for name, line in zip(FIELDS, lines, strict=False) if line
    }
    if alone := lines[len(FIELDS) :]:
        words[field(ALONE, item.language)] = alone
    facets = {name: sorted({value[:200] for value in values if value}) for name, values in item.facets.items()}
    made = {
        "source": source,
        "object_id": object_id,
        "language": item.language,
        "group": item.group.hex,
        **words,
        **facets,
        "kind": item.kind,
        STANDING: item.standing,
    }
    if item.released_at:
        made["released"] = made["dated"] = int(item.released_at.timestamp())
    if item.happens_second is not None:
        made["happens"] = made["dated"] = item.happens_second
    if item.is_completed and (starts := [each.decode("utf-8", "ignore") for each in starts_of(item.title)]):
        made["start"] = [
            {"input": [start], "weight": 1 if place else 2, "contexts": {"language": item.language}}
            for place, start in enumerate(starts)
        ]
    return made


def searchable(line: str) -> str:
    """The tokens of a field; after them the single characters that Chinese pairs are found by as well."""
    return " ".join([line, *filter(None, map(first_of_pair, line.split()))])
