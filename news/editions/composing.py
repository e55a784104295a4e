"""How a document is made: from a release as it is being published, or from a draft of it to be looked at."""

import mimetypes
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from django.db.models import prefetch_related_objects
from django.utils import timezone, translation
from wagtail.utils.file import hash_filelike

from news.choices import ReleaseKind
from news.editions.document import (
    FORM,
    AttachedFile,
    BodyPart,
    CampaignWord,
    DocumentQuote,
    DocumentSignatory,
    IssuingOrganisation,
    NamedParticipant,
    Picture,
    RecordName,
    ReleaseDocument,
    StandingText,
    SubHeading,
    Table,
)
from news.editions.rich_text import inline_html, parts_of_rich_text
from news.quotes.status import QuoteStanding, standings
from news.releases.dateline import stated_dateline
from newsroom.base.languages import localise_on, localised
from newsroom.base.models import Illustrated
from newsroom.base.pages.linking import html_for_the_record
from newsroom.language.tables import table_of

if TYPE_CHECKING:
    from news.models.release import ReleasePage

Names = dict[UUID, RecordName]
Standings = dict[UUID, QuoteStanding]


def compose(
    release: "ReleasePage", earlier: ReleaseDocument | None = None, standing: Standings | None = None
) -> ReleaseDocument:
    """The document of a release as it is written, published or not; a number of queries that does not grow with it.

    Names are those of the records in the release's language. Of `earlier`, the last edition, the boilerplates keep
    their words: others are taken on purpose alone. `standing` says how its quotes stand, where that is known. What only
    a publication gives is taken for granted: without an instant of release that of the embargo, or the present. Links
    lead to pages in the release's language, whoever publishes it.
    """
    with translation.override(release.locale.language_code):
        return document_as_written(release, earlier, standings(release) if standing is None else standing)


def document_as_written(
    release: "ReleasePage", earlier: ReleaseDocument | None, standing: Standings
) -> ReleaseDocument:
    """The document of a release; its language is the active one."""
    code = release.locale.language_code
    names = names_in_language(release, code)
    released_at = release.released_at or release.embargoed_until or timezone.now()
    entered_at = (release.first_published_at or timezone.now()) if release.first_issued_at else None
    return ReleaseDocument(
        form=FORM,
        reference=release.reference,
        translation_key=release.translation_key,
        language=code,
        original_language=release.original_language or code,
        kind=release.kind,
        headline=release.title,
        subheadline=release.subheadline,
        summary=release.summary,
        dateline=stated_dateline(release, released_at),
        released_at=in_utc(released_at),
        entered_at=in_utc(entered_at) if entered_at else None,
        picture=picture_of_page(release, code),
        body=tuple(body_parts(release, names, standing)),
        notes=parts_of_rich_text(release.notes_to_editors),
        participants=tuple(
            NamedParticipant(names[link.person.translation_key], link.role) for link in release.participant_links.all()
        ),
        organisations=tuple(
            IssuingOrganisation(names[link.organisation.translation_key], link.is_lead)
            for link in release.organisation_links.all()
        ),
        boilerplates=tuple(standing_texts(release, code, earlier)),
        hashtags=tuple(CampaignWord(tag.name, tag.slug, tag.language) for tag in release.hashtags.all()),
        attachments=tuple(attached_files(release, code)),
        signatories=tuple(first_signatories(release, names, code)),
    )


def first_signatories(release: "ReleasePage", names: Names, code: str) -> Iterable[DocumentSignatory]:
    """Who signs a letter from the start. A name that was typed stands as typed."""
    for link in release.signatory_links.all() if release.kind == ReleaseKind.OPEN_LETTER else ():
        chosen = link.person or link.organisation
        record = names[chosen.translation_key] if chosen else None
        yield DocumentSignatory(
            key=link.translation_key,
            name=link.name or (record.name if record else ""),
            language=record.language if record and not link.name else code,
            is_organisation=bool(link.organisation and not link.person),
            record=record,
            role=link.role,
            place=link.place,
            country=link.country,
            signed_on=link.signed_on,
        )


def in_utc(instant: datetime) -> datetime:
    """The same instant in UTC."""
    return instant.astimezone(UTC)


def names_in_language(release: "ReleasePage", code: str) -> Names:
    """What the people and organisations that a release names are called in a language, by translation key."""
    participants, organisations = list(release.participant_links.all()), list(release.organisation_links.all())
    prefetch_related_objects(participants, "person")
    prefetch_related_objects(organisations, "organisation")
    signatories = list(release.signatory_links.all()) if release.kind == ReleaseKind.OPEN_LETTER else []
    prefetch_related_objects(signatories, "person", "organisation")
    signing = [link.person or link.organisation for link in signatories]
    quoted = [block.value[name] for block in quote_blocks_of(release) for name in ("speaker", "organisation")]
    named = (*(link.person for link in participants), *(link.organisation for link in organisations), *signing, *quoted)
    return {key: record_name(record) for key, record in localised(filter(None, named), code).items()}


def quote_blocks_of(release: "ReleasePage") -> list[Any]:
    """The blocks of a body that are quotes."""
    return [block for block in release.body if block.block_type == "quote"]


def record_name(record: Any) -> RecordName:
    """What a person or organisation is called."""
    return RecordName(record.translation_key, record.name, record.locale.language_code, record.slug)


def body_parts(release: "ReleasePage", names: Names, standing: Standings) -> Iterable[BodyPart]:
    """The text of a release, part by part."""
    code = release.locale.language_code
    for block in release.body:
        value = block.value
        match block.block_type:
            case "text":
                yield from parts_of_rich_text(value.source)
            case "heading":
                yield SubHeading(str(value))
            case "image" if value["image"]:
                caption = inline_html(value["caption"].source) if value["caption"] else ""
                yield picture_of(value["image"], code, value["alt"], caption, value["credit"], value["licence"] or "")
            case "table":
                table = table_of(value)
                yield Table(table.caption, table.head, table.kinds, table.rows)
            case "quote" if value["speaker"]:
                quote_id = UUID(block.id)
                yield quotation_of(quote_id, value, names, standing[quote_id])


def quotation_of(quote_id: UUID, value: Any, names: Names, standing: QuoteStanding) -> DocumentQuote:
    """A quote from its block."""
    organisation = value["organisation"]
    return DocumentQuote(
        id=quote_id,
        words=value["words"],
        speaker=names[value["speaker"].translation_key],
        role=value["role"],
        organisation=names[organisation.translation_key] if organisation else None,
        language=standing.language,
        status=standing.status.value,
        approver=standing.approver,
        approved_at=in_utc(standing.approved_at) if standing.approved_at else None,
    )


def picture_of_page(page: Illustrated, code: str) -> Picture | None:
    """The image of a page in a language; None where it has none."""
    if page.image is None:
        return None
    caption = escape(page.image_caption)
    return picture_of(page.image, code, page.image_alt, caption, page.image_credit, page.image_licence)


def picture_of(image: Any, code: str, alt: str, caption_html: str, credit: str = "", licence: str = "") -> Picture:
    """An image with its words on a page in a language; where that has none, those kept with the image.

    The image's own terms hold where the page states no licence.
    """
    note = "" if licence else image.licence_note
    return Picture(
        image=image.pk,
        alt=alt or image.default_alt_text,
        alt_language=code if alt else image.language,
        caption_html=caption_html or escape(image.caption),
        caption_language=code if caption_html else image.language,
        credit=credit or image.credit,
        credit_language=code if credit else image.language,
        is_drawing=image.is_drawing,
        licence=licence or image.licence,
        licence_note=note,
        licence_note_language=image.language if note else "",
    )


def standing_texts(release: "ReleasePage", code: str, earlier: ReleaseDocument | None) -> Iterable[StandingText]:
    """The boilerplates in the release's order: as in the last edition, those newly chosen in the words of today."""
    links = list(release.boilerplate_links.all())
    prefetch_related_objects(links, "boilerplate")
    found = localised([link.boilerplate for link in links], code)
    kept = texts_of_edition(earlier, found) if earlier else {}
    localise_on([text for key, text in found.items() if key not in kept], "organisation", code=code)
    for link in links:
        key = link.boilerplate.translation_key
        yield kept.get(key) or standing_text(found[key])


def texts_of_edition(edition: ReleaseDocument, chosen: dict[UUID, Any]) -> dict[UUID, StandingText]:
    """The texts of an edition by the boilerplates they are of.

    One that has become one with another is that other's from then on: that of its organisation, or the only new one.
    """
    kept = {text.key: text for text in edition.boilerplates}
    if (lost := kept.keys() - chosen.keys()) and (new := chosen.keys() - kept.keys()):
        known = type(next(iter(chosen.values())))._default_manager.filter(translation_key__in=lost)
        for key in lost - set(known.values_list("translation_key", flat=True)):
            issuer = kept[key].organisation.key
            heirs = [each for each in new if len(new) == 1 or chosen[each].organisation.translation_key == issuer]
            kept |= {heir: msgspec.structs.replace(kept[key], key=heir) for heir in heirs[:1]}
    return kept


def standing_text(boilerplate: Any) -> StandingText:
    """A boilerplate in the words of today."""
    organisation, code = boilerplate.organisation, boilerplate.locale.language_code
    with translation.override(code):
        html = html_for_the_record(boilerplate.text)
    return StandingText(
        key=boilerplate.translation_key,
        organisation=record_name(organisation),
        language=code,
        html=html,
        logo=organisation.logo_id,
    )


def attached_files(release: "ReleasePage", code: str) -> Iterable[AttachedFile]:
    """The files that go with a release. Without a language of its own a file is in the release's original one."""
    attachments = list(release.attachments.all())
    prefetch_related_objects(attachments, "document")
    for attachment in attachments:
        file = attachment.document
        size, digest = measured(file)
        language = file.language or release.original_language or code
        yield AttachedFile(
            document=file.pk,
            title=attachment.title or file.title,
            title_language=code if attachment.title else language,
            language=language,
            filename=file.filename,
            content_type=mimetypes.guess_type(file.filename)[0] or "application/octet-stream",
            size=size,
            digest=digest,
        )


def measured(file: Any) -> tuple[int, str]:
    """The size in bytes and the SHA-1 of a document, read from its file where nobody has kept them; 0 and "" where
    that is gone."""
    if file.file_size is not None and file.file_hash:
        return file.file_size, file.file_hash
    try:
        with file.open_file() as content:
            return file.file.size, hash_filelike(content)
    except OSError:
        return file.file_size or 0, file.file_hash
