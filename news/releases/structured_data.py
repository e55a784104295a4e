"""A release for machines: schema.org NewsArticle, its quotes as Quotation."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from news.editions.document import Picture, ReleaseDocument
from news.models.correction import Correction
from news.models.quote import Quote, quote_address
from newsroom.base.files.licences import stated_terms
from newsroom.base.languages import html_code
from newsroom.language.html import text_of_html
from newsroom.language.separators import one_by_one

if TYPE_CHECKING:
    from news.models.release import ReleasePage

#: The size in which pages show images.
PICTURE = "width-1380"
SCRIPT_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def news_article(
    document: ReleaseDocument,
    recorded: Iterable[Quote],
    corrections: list[Correction],
    files: Any,
    release: "ReleasePage",
    request: HttpRequest,
) -> SafeString:
    """The JSON-LD of a public release as a script element; nothing in it can end the script.

    `recorded` are the records of its quotes in all languages, `files` its images in their sizes. The publisher is the
    organisation that issues it. Times carry their offset (UTC). schema.org has no type for a press release.
    """
    address = request.build_absolute_uri(release.url)
    part_of = {"@type": "NewsArticle", "@id": address}
    publisher = next((each.organisation.name for each in document.organisations if each.is_lead), request.get_host())
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": document.headline,
        "description": document.teaser,
        "inLanguage": html_code(document.language),
        "datePublished": document.released_at.isoformat(),
        "dateModified": release.last_published_at.isoformat() if release.last_published_at else None,
        "image": list(filter(None, (image_object(picture, files, request) for picture in document.pictures))),
        "dateline": document.dateline.place if document.dateline else "",
        "identifier": document.reference,
        "publisher": {"@type": "Organization", "name": publisher, "url": request.build_absolute_uri("/")},
        "mentions": [quotation(said, recorded, request) | {"isPartOf": part_of} for said in said_in(document)],
        "correction": [correction_comment(correction) for correction in corrections],
    }
    return json_ld_script({key: value for key, value in article.items() if value})


def image_object(picture: Picture, files: Any, request: HttpRequest) -> dict[str, Any]:
    """An image as schema.org ImageObject, in the size that the page shows; empty where it cannot be shown."""
    if (file := files.in_size(picture.image, PICTURE)) is None:
        return {}
    words = {
        "caption": text_of_html(picture.caption_html).replace("\n", " "),
        "creditText": picture.credit,
        "license": licence_of(picture),
    }
    size = {"width": file.width, "height": file.height}
    address = request.build_absolute_uri(file.url)
    return {"@type": "ImageObject", "url": address, **size, **{name: text for name, text in words.items() if text}}


def licence_of(picture: Picture) -> str | dict[str, str]:
    """What others may do with a picture: where that can be read, else the words as a CreativeWork; or empty."""
    terms = stated_terms(picture.licence)
    if terms.address:
        return terms.address
    said = one_by_one(filter(None, (terms.words, picture.licence_note)))
    return {"@type": "CreativeWork", "text": said} if said else ""


def correction_comment(correction: Correction) -> dict[str, Any]:
    """A correction as schema.org CorrectionComment, what it said told from what it says; its instant carries its
    offset (UTC)."""
    parts = (
        (_("It said: %(words)s"), correction.said),
        (_("It says now: %(words)s"), correction.says),
        (_("Why it was corrected: %(words)s"), correction.reason),
    )
    return {
        "@type": "CorrectionComment",
        "text": "\n".join(sentence % {"words": words} for sentence, words in parts if words),
        "dateCreated": correction.corrected_at.isoformat(),
    }


def quotation_page(quote: Quote, rows: Iterable[Quote], request: HttpRequest) -> SafeString:
    """The JSON-LD of a quote's own page: the quote, and the release it is from; `rows` are all its languages."""
    address = request.build_absolute_uri(quote.release.url)
    release = {"@type": "NewsArticle", "@id": address, "url": address, "headline": quote.release.title}
    said = Said(
        quote.quote_id, quote.locale.language_code, quote.words, quote.speaker.name, quote.role, quote.is_translation
    )
    return json_ld_script({"@context": "https://schema.org", **quotation(said, rows, request), "isPartOf": release})


def json_ld_script(data: dict[str, Any]) -> SafeString:
    """JSON-LD as a script element that nothing in it can end."""
    written = json.dumps(data, ensure_ascii=False).translate(SCRIPT_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308  (escaped above)


@dataclass(frozen=True)
class Said:
    """A quote in one language, wherever it is read from."""

    quote_id: UUID
    language: str
    words: str
    speaker: str
    role: str
    is_translation: bool


def said_in(document: ReleaseDocument) -> Iterator[Said]:
    """The quotes of a document."""
    code = document.language
    for said in document.quotes:
        yield Said(said.id, code, said.words, said.speaker.name, said.role, said.language != code)


def quotation(said: Said, rows: Iterable[Quote], request: HttpRequest) -> dict[str, Any]:
    """One quote as schema.org Quotation, under its permanent address, tied to its original or translations."""
    written = {
        "@type": "Quotation",
        "@id": request.build_absolute_uri(quote_address(said.quote_id, said.language)),
        "text": said.words,
        "inLanguage": html_code(said.language),
        "creator": {"@type": "Person", "name": said.speaker} | ({"jobTitle": said.role} if said.role else {}),
    }
    others = [row for row in rows if row.quote_id == said.quote_id and row.locale.language_code != said.language]
    if said.is_translation:
        originals = [row for row in others if not row.is_translation]
        return written | ({"translationOfWork": reference(originals[0], request)} if originals else {})
    return written | ({"workTranslation": [reference(row, request) for row in others]} if others else {})


def reference(quote: Quote, request: HttpRequest) -> dict[str, str]:
    """A quote in another language, named by its permanent address."""
    return {
        "@type": "Quotation",
        "@id": request.build_absolute_uri(quote.get_absolute_url()),
        "inLanguage": html_code(quote.locale.language_code),
    }
