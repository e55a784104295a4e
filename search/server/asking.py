"""A request as the server understands it: the same words in the same tokens, weighed as on the embedded index."""

import datetime
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import timezone

from search.analysis import analyse
from search.engine import COUNTED
from search.index.ranking import DAY, FRESHNESS, HALF_LIFE, RAISED
from search.index.runs import split_runs
from search.index.slots import TITLE, Slot, wanted
from search.index.spelling import held_terms
from search.index.tokens import in_language
from search.models.generation import Generation
from search.query import QueryPart
from search.registry import AS_ORIGINAL, AS_WITHDRAWN, FIELDS, STANDING, apart, facets_as_written
from search.request import ALL_LANGUAGES, KEPT_FACETS, YEAR, SearchRequest, is_year
from search.server.documents import ALONE, BOOSTS, MOST_RESULTS, field

Clause = dict[str, Any]
EVERYTHING: Clause = {"match_all": {"boost": 0}}
NOTHING: Clause = {"match_none": {}}
#: Values of one facet that are counted, and things that are told apart exactly when languages are counted as one.
MOST_VALUES, EXACTLY = 1000, 40_000


class Asked:
    """One request put to the server."""

    def __init__(self, request: SearchRequest, counted: Collection[str] = COUNTED) -> None:
        self.request, self.counted = request, counted
        self.is_any, self.is_widened = request.match != "all", request.match == "telling"

    def body(self, page: int, page_size: int) -> dict[str, Any]:
        """The search for one page of results, its total and the counts of its facets."""
        first = min((page - 1) * page_size, MOST_RESULTS - page_size)
        body: dict[str, Any] = {
            "query": self._fresh({"bool": {"must": [self._words()], "filter": [self._among(), *self._in_time()]}}),
            "post_filter": {"bool": {"filter": self._others("")}},
            "sort": self._order(),
            "from": first,
            "size": page_size,
            "track_total_hits": True,
            "aggs": {name: self._counted(name) for name in self.counted},
        }
        if self.request.is_by_thing:
            body["collapse"] = {"field": "group"}
            body["aggs"]["things"] = {"filter": body["post_filter"], "aggs": {"things": THINGS}}
        if self.request.listed:
            whole = self._filters.get("language", EVERYTHING)
            body["aggs"]["whole"] = {"filter": whole, "aggs": {"things": THINGS}}
        return body

    def _words(self) -> Clause:
        """What the words match, each thing in its own language; everything where something was chosen without words."""
        query = self.request.query
        if not query and not query.excluded:
            return self._everything() if self.request.is_of_everything else NOTHING
        return some([self._in_language(code) for code, _name in settings.LANGUAGES])

    def _everything(self) -> Clause:
        """All there is. Of a thing that a list may name in two languages, what is in the reader's weighs more."""
        if not self.request.listed:
            return EVERYTHING
        own: Clause = {"constant_score": {"filter": {"term": {"language": self.request.language}}, "boost": 1}}
        return {"bool": {"must": [EVERYTHING], "should": [own]}}

    def _among(self) -> Clause:
        """The things of which those are taken that fit: of a list its kinds, else what was not withdrawn."""
        if self.request.listed:
            return {"terms": {"kind": self.request.listed}}
        return {"bool": {"must_not": [{"term": {STANDING: AS_WITHDRAWN}}]}}

    def _in_language(self, code: str) -> Clause:
        """What the words match in a language."""
        query = self.request.query
        has_words = any(not slot.is_optional for part in query.wanted for slot in wanted(part, code, self.is_any).slots)
        groups = [best([self._part(part, code, has_words) for part in group]) for group in query.groups]
        excluded = [self._part(part, code, False) for part in query.excluded if wanted(part, code, self.is_any).slots]
        if self.is_any:
            words: Clause = {"should": groups, "minimum_should_match": 1}
        else:
            words = {"must": groups or [EVERYTHING], "should": [self._raised(part, code) for part in query.raised]}
        narrowing: list[Clause] = [{"term": {"language": code}}]
        if self.is_widened:
            narrowing.append(some(self._telling(code)))
        return {"bool": {**words, "filter": narrowing, "must_not": excluded}}

    def _telling(self, code: str) -> list[Clause]:
        """The words of which one must be found where any will do."""
        groups = [group for group in self.request.query.groups if not any(part.is_date for part in group)]
        parts = [(part, slot) for group in groups for part in group for slot in wanted(part, code, True).slots]
        return [slot_clause(slot, code, part) for part, slot in parts if slot.is_telling]

    def _raised(self, part: QueryPart, code: str) -> Clause:
        """What puts the things with a part first."""
        return {"constant_score": {"filter": self._part(part, code, True), "boost": RAISED}}

    def _part(self, part: QueryPart, code: str, skips_stop_words: bool) -> Clause:
        """The things with a part of the query."""
        if part.days and part.is_date:
            return {"constant_score": {"filter": within(*part.days), "boost": RAISED}}
        asked = wanted(part, code, self.is_any)
        if not self.is_any:
            asked = split_runs(asked, part, code, self._count)
        slots = [
            slot_clause(slot, code, part)
            for slot in asked.slots
            if not (slot.is_optional and skips_stop_words and not asked.phrase)
        ]
        in_time = [within(*part.days)] if part.days else []
        if self.is_any:
            return {"bool": {"must": [some(slots)], "filter": in_time}} if in_time else some(slots)
        if asked.phrase:
            return {"bool": {"must": slots, "filter": [phrase_clause(asked.phrase, code, part), *in_time]}}
        return {"bool": {"must": slots, "filter": in_time}} if slots else EVERYTHING

    def _count(self, term: str) -> int:
        """Count the entries of the index in the database that hold a term, so that both split words alike."""
        return self._counts.get(term, 0)

    @cached_property
    def _counts(self) -> dict[str, int]:
        """Count those that hold each term of the words, once."""
        generation = Generation.objects.serving()
        query = self.request.query
        parts = [part for part in (*query.wanted, *query.excluded) if not part.is_phrase]
        asked = [(part.text, code) for part in parts for code, _name in settings.LANGUAGES]
        terms = {in_language(code, token.term) for text, code in asked for token in analyse(text, code)}
        return held_terms(generation, terms) if generation else {}

    def _in_time(self) -> list[Clause]:
        """The days asked for, both included, in UTC."""
        asked = self.request.since or self.request.until
        return [within(self.request.since, self.request.until)] if asked else []

    @cached_property
    def _filters(self) -> dict[str, Clause]:
        """What was chosen of each facet."""
        found = {name: {"terms": {name: chosen}} for name in KEPT_FACETS if (chosen := getattr(self.request, name))}
        if self.request.year:
            found[YEAR] = some([within_year(int(year)) for year in self.request.year if is_year(year)])
        if "kind" not in found and apart() and not self.request.listed:
            found["kind"] = {"bool": {"must_not": [{"terms": {"kind": sorted(apart())}}]}}
        if self.request.language != ALL_LANGUAGES:
            own: Clause = {"term": {"language": self.request.language}}
            found["language"] = some([own, {"term": {STANDING: AS_ORIGINAL}}]) if self.request.is_by_thing else own
        return found

    def _others(self, name: str) -> list[Clause]:
        """What was chosen of all facets but one."""
        return [clause for other, clause in self._filters.items() if other != name]

    def _counted(self, name: str) -> Clause:
        """The counts of a facet, without what was chosen of it."""
        values: Clause = {"terms": {"field": name, "size": MOST_VALUES}}
        if name == YEAR:
            values = {"date_histogram": {"field": "dated", **BY_YEAR}}
        if self.request.listed and name in KEPT_FACETS:
            values["aggs"] = {"first": {"min": {"field": "released"}}}
        if self.request.is_by_thing and name != "language":
            values.setdefault("aggs", {})["things"] = THINGS
            if name in facets_as_written() and self.request.language == ALL_LANGUAGES:
                values["aggs"]["languages"] = {"terms": {"field": "language", "size": len(settings.LANGUAGES)}}
        return {"filter": {"bool": {"filter": self._others(name)}}, "aggs": {"values": values}}

    def _fresh(self, query: Clause) -> Clause:
        """The query with the newer a little before the older."""
        if self.request.sort != "relevance" or not self.request.query:
            return query
        decay = {
            "released": {"origin": str(int(timezone.now().timestamp())), "scale": f"{HALF_LIFE:.0f}d", "decay": 0.5}
        }
        newer = {"filter": {"exists": {"field": "released"}}, "exp": decay, "weight": FRESHNESS}
        return {
            "function_score": {
                "query": query,
                "functions": [{"weight": 1}, newer],
                "score_mode": "sum",
                "boost_mode": "multiply",
            }
        }

    def _order(self) -> list[Clause | str]:
        """By what the results are sorted, and by what where that is the same."""
        last: list[Clause | str] = [{"object_id": "asc"}, {"source": "asc"}]
        if self.request.sort == "next":
            last = [{"released": {"order": "desc", "missing": "_last"}}, {"object_id": "desc"}, {"source": "asc"}]
            return [{"happens": {"order": "asc", "missing": "_last"}}, *self._own_first(), *last]
        if self.request.sort == "oldest":
            return [{"released": {"order": "asc", "missing": "_first"}}, *last]
        newest: Clause = {"released": {"order": "desc", "missing": "_last"}}
        if self.request.sort == "relevance" and self.request.query:
            return ["_score", newest, *last]
        return [newest, *self._own_first(), {"object_id": "desc"}, {"source": "asc"}]

    def _own_first(self) -> list[Clause | str]:
        """In a list, of one thing in several languages the reader's first."""
        return ["_score"] if self.request.listed else []


#: How things are counted by the years of their dates.
BY_YEAR = {"calendar_interval": "year", "format": "yyyy", "min_doc_count": 1}
THINGS: Clause = {"cardinality": {"field": "group", "precision_threshold": EXACTLY}}


def fields_of(part: QueryPart) -> Sequence[str]:
    """The fields in which a part of a query must stand."""
    if not part.field:
        return FIELDS
    return (TITLE,) if part.field == TITLE else (ALONE,)


def slot_clause(slot: Slot, code: str, part: QueryPart) -> Clause:
    """One place of a query: the way that weighs most, each way with all of its terms."""
    found = best([{"bool": {"must": [term_clause(term, code, part) for term in way]}} for way in slot.ways])
    return {"bool": {"must": [EVERYTHING], "should": [found]}} if slot.is_loose else found


def term_clause(term: str, code: str, part: QueryPart) -> Clause:
    """A term in any of the fields, whose counts are weighed as one (BM25F); one that must stand in the title too."""
    _language, _colon, bare = term.partition(":")
    weighed = (ALONE,) if fields_of(part) == (ALONE,) else FIELDS
    words = {"query": bare, "fields": [f"{field(name, code)}^{BOOSTS[name]}" for name in weighed]}
    clause: Clause = {"combined_fields": words}
    if part.field == TITLE:
        return {"bool": {"must": [clause], "filter": [{"term": {field(TITLE, code): bare}}]}}
    return clause


def phrase_clause(phrase: str, code: str, part: QueryPart) -> Clause:
    """Tokens that stand one after the other in one field."""
    return some([{"match_phrase": {field(name, code): phrase}} for name in fields_of(part)])


def best(clauses: Sequence[Clause]) -> Clause:
    """Any of the clauses, weighed by the one that fits best."""
    return clauses[0] if len(clauses) == 1 else {"dis_max": {"queries": list(clauses)}}


def some(clauses: Sequence[Clause]) -> Clause:
    """At least one of the clauses, each that fits adding to the weight."""
    return {"bool": {"should": list(clauses), "minimum_should_match": 1}} if clauses else NOTHING


def within(since: datetime.date | None, until: datetime.date | None) -> Clause:
    """What happens, or was released, within days, both included."""
    ends: dict[str, str] = {}
    if since:
        ends["gte"] = midnight_value(since)
    if until:
        ends["lt"] = str(int(midnight_value(until)) + DAY)
    return {"range": {"dated": ends}}


def within_year(year: int) -> Clause:
    """What happens, or was released, within a year."""
    return within(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def midnight_value(day: datetime.date) -> str:
    """The second at which a day begins in UTC, in the words of the server, which takes bare numbers for thousandths."""
    return str(int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp()))
