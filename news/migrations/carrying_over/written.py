"""What releases say, as it stands in the tables and as it is kept inside corrections: both in one form."""

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast

BATCH = 200
FACTS = (
    "pk",
    "translation_key",
    "locale__language_code",
    "live",
    "first_published_at",
    "life__reference",
    "life__released_at",
    "life__embargoed_until",
    "life__time_zone",
)
WORDS = (
    "title",
    "kind",
    "subheadline",
    "summary",
    "dateline_place",
    "dateline_zone",
    "notes_to_editors",
    "image_alt",
    "image_caption",
    "original_language",
    "first_issued_at",
)
#: The lists of a release: the model of their rows, what ties one to its page, its fields, its order.
LISTS = {
    "organisation_links": ("ReleaseOrganisation", "page", ("organisation", "is_lead"), ("sort_order", "pk")),
    "boilerplate_links": ("ReleaseBoilerplate", "page", ("boilerplate",), ("sort_order", "pk")),
    "participant_links": ("ReleaseParticipant", "page", ("person", "role"), ("sort_order", "pk")),
    "attachments": ("ReleaseAttachment", "page", ("document", "title"), ("sort_order", "pk")),
    "hashtag_links": ("ReleaseHashtag", "content_object", ("tag",), ("pk",)),
}


class UnreadableError(Exception):
    """What a correction keeps of an earlier page is no page."""


@dataclass
class Written:
    """A release as it was written at a time: what it says, and the frozen words of its boilerplates.

    `words` are, by translation key, the name of the organisation, the text and its language ("" where nobody knows).
    `is_current` says that it stands so today. `correction` is the one that ended it.
    """

    facts: dict[str, Any]
    content: dict[str, Any]
    body: list[dict[str, Any]]
    words: dict[str, tuple[str, str, str]]
    correction: Any = None

    @property
    def code(self):
        """The language of the page."""
        return self.facts["locale__language_code"]

    @property
    def is_current(self):
        """Whether it stands so today."""
        return self.correction is None

    def numbers(self, name, field):
        """The numbers of the records that a list names."""
        return [row[field] for row in self.content.get(name) or () if row.get(field)]

    def in_blocks(self, kind, field):
        """The numbers of what the blocks of a kind name."""
        return [block["value"][field] for block in self.body if block["type"] == kind and block["value"].get(field)]

    @property
    def rich_texts(self):
        """Everything in it that may hold links."""
        yield self.content.get("notes_to_editors") or ""
        yield from (text for _name, text, _language in self.words.values())
        yield from (block["value"] for block in self.body if block["type"] == "text")
        yield from (block["value"].get("caption") or "" for block in self.body if block["type"] == "image")


def numbers_after(apps, last):
    """The numbers of the next releases, public or not."""
    releases = apps.get_model("news", "ReleasePage").objects
    return list(releases.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH])


def public_once(apps, numbers):
    """Those of some releases that are public or were at some time."""
    corrected = apps.get_model("news", "Correction").objects.filter(release=OuterRef("pk"))
    withdrawn = apps.get_model("publication", "Withdrawal").objects.filter(page=OuterRef("pk"))
    public = Q(live=True) | Q(first_published_at__isnull=False) | Exists(corrected) | Exists(withdrawn)
    rows = apps.get_model("news", "ReleasePage").objects.filter(public, pk__in=numbers).order_by("pk")
    return list(rows.annotate(stored=Cast("body", TextField())).values(*FACTS, *WORDS, "image_id", "stored"))


def as_written(apps, rows):
    """What each of some releases says today, by number; a fixed number of queries."""
    numbers = [row["pk"] for row in rows]
    lists = {name: rows_of_list(apps, numbers, *how) for name, how in LISTS.items()}
    words = frozen_words(apps, numbers)
    found = {}
    for row in rows:
        pk = row["pk"]
        content = {name: row[name] for name in WORDS} | {"image": row["image_id"]}
        content |= {name: each.get(pk, []) for name, each in lists.items()}
        found[pk] = Written(row, content, blocks_of(row["stored"]), words.get(pk, {}))
    return found


def rows_of_list(apps, numbers, model, page, fields, order):
    """The rows of a list by the number of their page, in their order."""
    found = {}
    rows = apps.get_model("news", model).objects.filter(**{f"{page}__in": numbers})
    for row in rows.order_by(page, *order).values(page, *fields):
        found.setdefault(row[page], []).append(row)
    return found


def frozen_words(apps, numbers):
    """The frozen boilerplates of releases by the number of their page."""
    found = {}
    rows = apps.get_model("news", "FrozenBoilerplate").objects.filter(release__in=numbers)
    fields = ("boilerplate__translation_key", "organisation_name", "text", "boilerplate__locale__language_code")
    for page, key, *words in rows.values_list("release", *fields):
        found.setdefault(page, {})[str(key)] = tuple(words)
    return found


def blocks_of(stored):
    """The blocks of a text; none where it is no list of them, as a page would show it."""
    try:
        blocks = json.loads(stored or "[]")
    except ValueError:
        return []
    return [block for block in blocks if "value" in block] if isinstance(blocks, list) else []


def corrections_of(apps, numbers):
    """The corrections of releases in their order, by the number of their page."""
    found = {}
    rows = apps.get_model("news", "Correction").objects.filter(release__in=numbers)
    for correction in rows.order_by("release", "number"):
        found.setdefault(correction.release_id, []).append(correction)
    return found


def until(correction, current):
    """What a release said until a correction. Raises UnreadableError."""
    content = correction.content
    if not isinstance(content, dict) or not content.get("title"):
        raise UnreadableError
    try:
        body = content.get("body") or "[]"
        blocks = [block for block in (json.loads(body) if isinstance(body, str) else body) if "value" in block]
        words = {str(key): (name, text, "") for key, (name, text) in (correction.boilerplates or {}).items()}
        found = Written(current.facts, content, blocks, words, correction)
        refuse_nonsense(found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableError from error
    return found


def refuse_nonsense(text):
    """Read everything that records are looked for by. Raises what reading it raises."""
    "".join(text.rich_texts)
    for name, (_model, _page, fields, _order) in LISTS.items():
        sum(text.numbers(name, fields[0]))
    for kind, name in (("quote", "speaker"), ("quote", "organisation"), ("image", "image")):
        sum(text.in_blocks(kind, name))
