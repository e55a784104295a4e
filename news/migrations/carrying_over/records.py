"""The records that some releases name, in all their languages; a fixed number of queries."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from news.editions.document import RecordName
from newsroom.language.normalisation import normalise_text
from newsroom.language.quoting import without_outer_marks

from .links import Links

IMAGE = ("title", "description", "caption", "credit", "language", "is_drawing")
DOCUMENT = ("title", "file", "language", "file_size", "file_hash")
QUOTE = ("quote_id", "release", "locale__language_code", "words", "language", "status", "approver", "approved_at")
UUID_FORM = re.compile("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}")
APPROVAL = ("quote_id", "locale__language_code", "words", "original_words", "approver", "approved_at")


@dataclass
class Several:
    """Records of a kind: by number, and by translation key all their languages, the oldest first."""

    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    versions: dict[UUID, list[dict[str, Any]]] = field(default_factory=dict)

    def in_language(self, row, code):
        """A record in a language: signed and public there, else as it was chosen, else its original."""
        versions = self.versions[row["translation_key"]]
        for version in versions:
            if version["locale__language_code"] == code and version["is_signed"] and version.get("live", True):
                return version
        return row if row["is_signed"] else next((each for each in versions if each["is_signed"]), row)

    def name_in(self, row, code):
        """What a record is called in a language."""
        found = self.in_language(row, code)
        return RecordName(found["translation_key"], found["name"], found["locale__language_code"], found["slug"])


class Known:
    """Everything that a batch of releases names."""

    def __init__(self, apps, texts):
        chosen = several(apps, "Boilerplate", of_all(texts, "boilerplate_links", "boilerplate"), "text", "live")
        issuers = {row["organisation"] for row in chosen.rows.values()}
        issuers |= of_all(texts, "organisation_links", "organisation") | in_all(texts, "quote", "organisation")
        speakers = of_all(texts, "participant_links", "person") | in_all(texts, "quote", "speaker")
        images = in_all(texts, "image", "image") | {text.content.get("image") for text in texts}
        self.boilerplates = chosen
        self.organisations = several(apps, "Organisation", issuers, "name", "slug", "logo")
        self.people = several(apps, "Person", speakers, "name", "slug")
        self.images = by_number(apps.get_model("base", "NewsroomImage"), images - {None}, IMAGE)
        documents = of_all(texts, "attachments", "document")
        self.documents = by_number(apps.get_model("base", "NewsroomDocument"), documents, DOCUMENT)
        self.storage = apps.get_model("base", "NewsroomDocument")._meta.get_field("file").storage
        tags = of_all(texts, "hashtag_links", "tag")
        self.hashtags = by_number(apps.get_model("news", "Hashtag"), tags, ("name", "slug"))
        today = (row["text"] for row in chosen.rows.values())
        self.links = Links(apps, [*today, *(html for text in texts for html in text.rich_texts)])
        self.quotes, self.approvals = recorded(apps, quote_ids(texts)), approvals(apps, quote_ids(texts))
        self.places = places_of_originals(apps, texts)


def of_all(texts, name, key):
    """The numbers in a list of all the texts."""
    return {number for text in texts for number in text.numbers(name, key)}


def in_all(texts, kind, key):
    """The numbers in the blocks of a kind of all the texts."""
    return {number for text in texts for number in text.in_blocks(kind, key)}


def several(apps, name, numbers, *fields):
    """Records of the room of organisations by number, with all their languages."""
    model, found = apps.get_model("organisations", name), Several()
    if not numbers:
        return found
    if name == "Boilerplate":
        fields = (*fields, "organisation")
    keys = model.objects.filter(pk__in=numbers).values("translation_key")
    rows = model.objects.filter(translation_key__in=keys).order_by("pk")
    for row in rows.values("pk", "translation_key", "locale__language_code", "is_signed", *fields):
        found.rows[row["pk"]] = row
        found.versions.setdefault(row["translation_key"], []).append(row)
    return found


def by_number(model, numbers, fields):
    """Rows by number."""
    return {row["pk"]: row for row in model.objects.filter(pk__in=numbers).values("pk", *fields)} if numbers else {}


def quote_ids(texts):
    """The ids of all quotes."""
    ids = {block.get("id") or "" for text in texts for block in text.body if block["type"] == "quote"}
    return {UUID(each) for each in ids if UUID_FORM.fullmatch(each)}


def recorded(apps, ids):
    """The records of quotes in all languages, by id: each by the number of its release."""
    found = {}
    for row in apps.get_model("news", "Quote").objects.filter(quote_id__in=ids).values(*QUOTE) if ids else ():
        found.setdefault(row["quote_id"], {})[row["release"]] = row
    return found


def approvals(apps, ids):
    """What was approved, by id and language, the latest last."""
    found = {}
    rows = apps.get_model("news", "QuoteApproval").objects.filter(quote_id__in=ids) if ids else None
    for row in rows.order_by("approved_at", "pk").values(*APPROVAL) if rows is not None else ():
        found.setdefault((row["quote_id"], row["locale__language_code"]), []).append(row)
    return found


def places_of_originals(apps, texts):
    """The places in the datelines of the originals of translations, by translation key and language."""
    keys = {text.facts["translation_key"] for text in texts if text.content.get("original_language") != text.code}
    rows = apps.get_model("news", "ReleasePage").objects.filter(translation_key__in=keys) if keys else None
    fields = ("translation_key", "locale__language_code", "dateline_place")
    return {(key, code): place for key, code, place in rows.values_list(*fields)} if rows is not None else {}


def exact(words):
    """Words as they are compared."""
    return without_outer_marks(normalise_text(words).replace("\r\n", "\n").strip())
