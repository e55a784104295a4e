"""Comparing what the importer proposes with what a careful reader found, as one number for each part."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from written_word import parse_written

FIELDS = ("headline", "quotes", "boilerplates", "contacts", "participants", "roles", "organisations", "place", "date")
Item = dict[str, Any]


@dataclass
class Score:
    """How many were found and wanted, and how many of them are the same."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, hits: int, found: int, wanted: int) -> None:
        """Count what one document has."""
        self.hits, self.found, self.wanted = self.hits + hits, self.found + found, self.wanted + wanted

    @property
    def f1(self) -> float:
        """Precision and recall in one number; 1 where nothing is wanted and nothing found."""
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else 1.0


@dataclass
class Scores:
    """The scores of some documents, by field."""

    by_field: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})

    def add(self, document: Path) -> None:
        """Read a document and count what the file of its truth beside it says."""
        truth = json.loads(document.with_suffix(".json").read_text("utf-8"))
        told = parse_written(document).to_json()
        self._add_one("headline", told["headline"], truth["headline"], lambda one, two: squashed(one) == squashed(two))
        self._match("quotes", told, truth, lambda one, two: _same_words(one, two) and _same(one, two, "speaker"))
        self._match("boilerplates", told, truth, _same_beginning)
        self._match("contacts", told, truth, _same_address)
        if truth["participants"]:
            self._match("participants", told, truth, lambda one, two: _same(one, two, "name"))
        for place in ("place", "date"):
            wanted = truth["dateline"].get(place)
            if wanted:
                self._add_one(place, told["dateline"][place], wanted, lambda one, two: plain(two)[:6] in plain(one))
        self._add_standings(told, truth)

    def _add_one(self, name: str, told: str | None, wanted: str, same: Callable[[str, str], bool]) -> None:
        self.by_field[name].add(bool(told) and same(told or "", wanted), bool(told), 1)

    def _match(self, name: str, told: Item, truth: Item, same: Callable[[Item, Item], bool]) -> None:
        left = list(told[name])
        hits = 0
        for wanted in truth[name]:
            match = next((candidate for candidate in left if same(candidate, wanted)), None)
            if match is not None:
                left.remove(match)
                hits += 1
        self.by_field[name].add(hits, len(told[name]), len(truth[name]))

    def _add_standings(self, told: Item, truth: Item) -> None:
        for part, name in (("quotes", "speaker"), ("participants", "name")):
            for wanted in truth[part]:
                found = next((one for one in told[part] if _same_name(one[name], wanted[name])), None)
                if found is not None:
                    self._add_standing("roles", found["role"], wanted["role"], is_whole=False)
                    self._add_standing("organisations", found["organisation"], wanted["organisation"], is_whole=True)

    def _add_standing(self, name: str, told: str | None, wanted: str | None, is_whole: bool) -> None:
        one, two = plain(told), plain(wanted)
        if two:
            same = one == two or (not is_whole and bool(one) and (one in two or two in one))
            self.by_field[name].add(same, bool(one), 1)


def plain(text: str | None) -> str:
    """Return the words of a text in one case without punctuation."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text or "").casefold()).strip()


def squashed(text: str | None) -> str:
    """Return the letters of a text."""
    return plain(text).replace(" ", "")


def scores_of(documents: Iterable[Path]) -> Scores:
    """Return the scores of some documents together."""
    scores = Scores()
    for document in documents:
        scores.add(document)
    return scores


def _same_name(one: str | None, two: str | None) -> bool:
    words, others = set(plain(one).split()), set(plain(two).split())
    if not words or not others:
        return False
    return words <= others or others <= words or len(words & others) / max(len(words), len(others)) >= 0.6


def _same(one: Item, two: Item, name: str) -> bool:
    return _same_name(one[name], two[name])


def _same_words(one: Item, two: Item) -> bool:
    text = squashed(one["text"])
    return 0 <= text.find(squashed(two["text_start"])[:24]) <= 6 and squashed(two["text_end"])[-16:] in text


def _same_beginning(one: Item, two: Item) -> bool:
    return squashed(two["starts_with"])[:24] in squashed(one["text"])[:120]


def _same_address(one: Item, two: Item) -> bool:
    if two.get("email"):
        return (one["email"] or "").casefold() == two["email"].casefold()
    return re.sub(r"\D", "", one["phone"] or "") == re.sub(r"\D", "", two["phone"])
