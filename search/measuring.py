"""How good the ranking is, on a collection of documents and questions with known answers."""

import gzip
import json
import math
import statistics
import time
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsroom.language.catalogue import language_row
from search.engine import Engine
from search.engines import Scratch
from search.registry import Item
from search.request import SearchRequest

DEPTH = 10
BATCH = 512


def load(path: Path) -> dict[str, Any]:
    """A collection: `language`, `documents` and `queries` with the grades of relevant documents."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        collection: dict[str, Any] = json.load(file)
    return collection


def fill_scratch(scratch: Scratch, collection: Mapping[str, Any]) -> list[str]:
    """Put the documents into an index; returns their ids in the order of their keys there."""
    code = language_row(collection["language"]).code
    ids = []
    batch = {}
    for key, document in enumerate(collection["documents"]):
        ids.append(str(document["id"]))
        batch["document", key] = Item(
            language=code,
            kind="document",
            group=uuid.uuid5(uuid.NAMESPACE_OID, str(document["id"])),
            title=document.get("title") or "",
            text=document["text"],
            is_completed=False,
        )
        if len(batch) == BATCH:
            scratch.write(batch)
            batch = {}
    scratch.write(batch)
    return ids


def measure(engine: Engine, collection: Mapping[str, Any], ids: list[str]) -> dict[str, Any]:
    """nDCG@10, MRR and recall@10 as means over the queries, and the median milliseconds of one."""
    code = language_row(collection["language"]).code
    gains, ranks, recalls, milliseconds = [], [], [], []
    for query in collection["queries"]:
        relevant = {str(key): float(grade) for key, grade in query["relevant"].items() if float(grade) > 0}
        asked = SearchRequest(words=query["text"], language=code, match="any")
        begun = time.perf_counter()
        found = engine.find(asked, page_size=100)
        milliseconds.append((time.perf_counter() - begun) * 1000)
        names = [ids[key] for _source, key in found.keys]
        gains.append(gain(names, relevant))
        ranks.append(next((1 / rank for rank, name in enumerate(names, 1) if name in relevant), 0.0))
        recalls.append(sum(name in relevant for name in names[:DEPTH]) / len(relevant) if relevant else 0.0)
    return {
        "engine": engine.name,
        "language": collection["language"],
        "documents": len(ids),
        "queries": len(ranks),
        "ndcg@10": mean(gains),
        "mrr": mean(ranks),
        "recall@10": mean(recalls),
        "median_ms": round(statistics.median(milliseconds), 2) if milliseconds else 0.0,
    }


def gain(names: list[str], relevant: Mapping[str, float]) -> float:
    """The discounted gain of the first ten, as a share of the best there could be."""

    def discounted(grades: Iterable[float]) -> float:
        return sum(grade / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))

    best = discounted(sorted(relevant.values(), reverse=True)[:DEPTH])
    return discounted(relevant.get(name, 0.0) for name in names[:DEPTH]) / best if best else 0.0


def mean(values: list[float]) -> float:
    """The mean, to four places."""
    return round(sum(values) / len(values), 4) if values else 0.0
