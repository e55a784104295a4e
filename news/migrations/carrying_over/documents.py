"""The document of a release as it was written at a time."""

import mimetypes
from datetime import UTC, time
from functools import lru_cache
from html import escape
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.utils.file import hash_filelike

from news.editions.document import (
    AttachedFile,
    CampaignWord,
    PlaceAndDay,
    IssuingOrganisation,
    NamedParticipant,
    Picture,
    DocumentQuote,
    RecordName,
    ReleaseDocument,
    StandingText,
    SubHeading,
    Table,
)
from news.editions.rich_text import line_of_html, parts_of_html
from newsroom.language.calendar.places import zone_of_place
from newsroom.language.hashtags import language_of_hashtag
from newsroom.language.normalisation import normalise_text
from newsroom.language.quoting import without_outer_marks
from newsroom.language.tables import table_of

from .links import name_of_file
from .standing import standing_of

#: The form in which this writes documents, whatever form they have later.
FIRST_FORM = 1


def document_of(text, known):
    """The document of a release; `known` are the records that it names."""
    content, code = text.content, text.code
    names = names_in(text, known)
    own = known.images.get(content.get("image"))
    issued, released = instant(content.get("first_issued_at")), released_at(text.facts)
    return ReleaseDocument(
        form=FIRST_FORM,
        reference=text.facts["life__reference"],
        translation_key=text.facts["translation_key"],
        language=code,
        original_language=content.get("original_language") or code,
        kind=content.get("kind") or "press-release",
        headline=content["title"],
        subheadline=content.get("subheadline") or "",
        summary=content.get("summary") or "",
        dateline=dateline_of(text, issued, released, known),
        released_at=released,
        entered_at=(text.facts["first_published_at"] or released).astimezone(UTC) if issued else None,
        picture=picture_of(own, code, content.get("image_alt"), escape(content.get("image_caption") or ""))
        if own
        else None,
        body=tuple(body_parts(text, names, known)),
        notes=parts_of_html(known.links.written_out(content.get("notes_to_editors") or "", code)),
        participants=tuple(
            NamedParticipant(name_of(row["person"], known.people, names), row.get("role") or "")
            for row in content.get("participant_links") or ()
            if row["person"] in known.people.rows
        ),
        organisations=tuple(
            IssuingOrganisation(name_of(row["organisation"], known.organisations, names), row.get("is_lead", True))
            for row in content.get("organisation_links") or ()
            if row["organisation"] in known.organisations.rows
        ),
        boilerplates=tuple(standing_texts(text, known)),
        hashtags=tuple(
            CampaignWord(tag["name"], tag["slug"], language_of_hashtag(tag["name"]))
            for tag in map(known.hashtags.get, text.numbers("hashtag_links", "tag"))
            if tag
        ),
        attachments=tuple(attached_files(text, known)),
    )


def released_at(facts):
    """The official instant of a release, in UTC."""
    known = facts["life__released_at"] or facts["first_published_at"] or facts["life__embargoed_until"]
    return (known or timezone.now()).astimezone(UTC)


def instant(value):
    """An instant that may be kept as a text; None where there is none."""
    return parse_datetime(value) if isinstance(value, str) and value else value or None


def names_in(text, known):
    """What the people and organisations in a release are called in its language, by translation key."""
    people = text.numbers("participant_links", "person"), text.in_blocks("quote", "speaker")
    issuers = text.numbers("organisation_links", "organisation"), text.in_blocks("quote", "organisation")
    names = {}
    for several, (listed, quoted) in ((known.people, people), (known.organisations, issuers)):
        for row in filter(None, map(several.rows.get, (*listed, *quoted))):
            if row["translation_key"] not in names:
                names[row["translation_key"]] = several.name_in(row, text.code)
    return names


def name_of(number, several, names):
    """The name of a record in a release; None where there is no such record."""
    row = several.rows.get(number)
    return names[row["translation_key"]] if row else None


def dateline_of(text, issued, released, known):
    """Place and day; None without a place. What was issued long ago at midnight UTC was entered as a day alone."""
    place = text.content.get("dateline_place") or ""
    if not place:
        return None
    zone = zone_of(text, place, known)
    is_day_alone = issued is not None and released.time() == time()
    return PlaceAndDay(place, released.astimezone(UTC if is_day_alone else ZoneInfo(zone)).date(), zone)


def zone_of(text, place, known):
    """The zone of a dateline: as stated, of the place, of the place as the original writes it, of the embargo."""
    facts, original = text.facts, text.content.get("original_language") or text.code
    found = text.content.get("dateline_zone") or zone_of_place(place, text.code)
    if not found and original != text.code:
        elsewhere = known.places.get((facts["translation_key"], original))
        found = zone_of_place(elsewhere, original) if elsewhere else ""
    found = found or (facts["life__time_zone"] if facts["life__embargoed_until"] else "")
    return found if found and is_zone(found) else "UTC"


@lru_cache(maxsize=1000)
def is_zone(name):
    """Whether there is a time zone of a name."""
    return name in available_timezones()


def body_parts(text, names, known):
    """The text of a release, part by part; what is of a kind that there was not is left out, as pages did."""
    for block in text.body:
        make = PARTS.get(block["type"])
        yield from make(block, text, names, known) if make else ()


def paragraphs(block, text, names, known):
    """The paragraphs and lists of a block of text."""
    return parts_of_html(known.links.written_out(block["value"] or "", text.code))


def sub_heading(block, text, names, known):
    """A heading."""
    yield SubHeading(str(block["value"]))


def image(block, text, names, known):
    """An image, as far as it is there."""
    value = block["value"]
    if row := known.images.get(value["image"]):
        caption = line_of_html(known.links.written_out(value.get("caption") or "", text.code))
        yield picture_of(row, text.code, value.get("alt"), caption)


def quotation(block, text, names, known):
    """A quote, as far as its speaker is there."""
    value, quote_id = block["value"], UUID(block["id"])
    if speaker := name_of(value["speaker"], known.people, names):
        standing = standing_of(quote_id, value, text, known)
        yield DocumentQuote(
            id=quote_id,
            words=without_outer_marks(normalise_text(value["words"])),
            speaker=speaker,
            role=value.get("role") or "",
            organisation=name_of(value.get("organisation"), known.organisations, names),
            language=standing.language,
            status=standing.status,
            approver=standing.approver,
            approved_at=standing.approved_at,
        )


def table(block, text, names, known):
    """A table."""
    found = table_of(block["value"])
    yield Table(found.caption, found.head, found.kinds, found.rows)


PARTS = {"text": paragraphs, "heading": sub_heading, "image": image, "quote": quotation, "table": table}


def picture_of(row, code, alt, caption_html):
    """An image with its words on a page in a language; where that has none, those kept with the image."""
    return Picture(
        image=row["pk"],
        alt=alt or row["description"] or row["title"],
        alt_language=code if alt else row["language"],
        caption_html=caption_html or escape(row["caption"]),
        caption_language=code if caption_html else row["language"],
        credit=row["credit"],
        credit_language=row["language"],
        is_drawing=row["is_drawing"],
    )


def standing_texts(text, known):
    """The boilerplates in the order of the release, in the words that it was published with."""
    for number in text.numbers("boilerplate_links", "boilerplate"):
        if given := known.boilerplates.rows.get(number):
            row = known.boilerplates.in_language(given, text.code)
            issuer = known.organisations.rows[row["organisation"]]
            name, html, language = text.words.get(str(row["translation_key"]), ("", row["text"], ""))
            organisation = known.organisations.in_language(issuer, text.code)
            yield StandingText(
                key=row["translation_key"],
                organisation=frozen_name(name, issuer, text.code, known),
                language=language or row["locale__language_code"],
                html=known.links.written_out(html, text.code),
                logo=organisation["logo"],
            )


def frozen_name(name, issuer, code, known):
    """What the organisation of a boilerplate was called: the frozen name in its language, else that of today."""
    today = known.organisations.name_in(issuer, code)
    if name in ("", today.name):
        return today
    versions = known.organisations.versions[issuer["translation_key"]]
    languages = [each["locale__language_code"] for each in versions if each["name"] == name]
    return RecordName(today.key, name, languages[0] if languages else today.language, today.slug)


def attached_files(text, known):
    """The files that go with a release. Without a language of its own a file is in the release's original one."""
    for row in text.content.get("attachments") or ():
        if file := known.documents.get(row["document"]):
            language = file["language"] or text.content.get("original_language") or text.code
            filename = name_of_file(file["title"], file["file"])
            size, digest = measured(file, known.storage)
            yield AttachedFile(
                document=file["pk"],
                title=row.get("title") or file["title"],
                title_language=text.code if row.get("title") else language,
                language=language,
                filename=filename,
                content_type=mimetypes.guess_type(filename)[0] or "application/octet-stream",
                size=size,
                digest=digest,
            )


def measured(file, storage):
    """The size and SHA-1 of a document, read from its file where nobody has kept them."""
    if file["file_size"] is not None and file["file_hash"]:
        return file["file_size"], file["file_hash"]
    try:
        with storage.open(file["file"]) as content:
            return content.size, hash_filelike(content)
    except OSError:
        return file["file_size"] or 0, file["file_hash"]
