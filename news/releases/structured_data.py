"""A release for machines: schema.org NewsArticle, its quotes as Quotation."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from news.models.correction import Correction
from news.models.quote import Quote
from newsroom.base.languages import html_code
from newsroom.base.models import NewsroomImage

if TYPE_CHECKING:
    from news.models.release import ReleasePage

#: The size in which pages show images.
PICTURE = "width-1380"
SCRIPT_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def news_article(
    release: "ReleasePage",
    quotes: list[Quote],
    versions: Iterable[Quote],
    corrections: list[Correction],
    publisher: str,
    request: HttpRequest,
) -> SafeString:
    """The JSON-LD of a public release as a script element; nothing in it can end the script.

    `versions` are its quotes in the other languages. Times carry their offset (UTC). schema.org has no type for a
    press release.
    """
    address = request.build_absolute_uri(release.url)
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": release.title,
        "description": release.teaser,
        "inLanguage": html_code(release.locale.language_code),
        "datePublished": release.released_at.isoformat() if release.released_at else None,
        "dateModified": release.last_published_at.isoformat() if release.last_published_at else None,
        "image": list(filter(None, (image_object(image, request) for image in images_shown(release)))),
        "dateline": release.dateline_place,
        "identifier": release.reference,
        "publisher": {"@type": "Organization", "name": publisher, "url": request.build_absolute_uri("/")},
        "mentions": [
            quotation(quote, versions, request) | {"isPartOf": {"@type": "NewsArticle", "@id": address}}
            for quote in quotes
        ],
        "correction": [correction_comment(correction) for correction in corrections],
    }
    return json_ld_script({key: value for key, value in article.items() if value})


def images_shown(release: "ReleasePage") -> list[NewsroomImage]:
    """The images that readers of a release see, each once: its own, then those in its text."""
    within = [block.value["image"] for block in release.body if block.block_type == "image"]
    own = [release.image] if release.image and not within else []
    return list({image.pk: image for image in (*own, *within) if image}.values())


def image_object(image: NewsroomImage, request: HttpRequest) -> dict[str, Any]:
    """An image as schema.org ImageObject, in the size that the page shows; empty where it cannot be shown."""
    if (picture := image.rendition_or_none(PICTURE)) is None:
        return {}
    words = {"caption": image.caption, "creditText": image.credit}
    size = {"width": picture.width, "height": picture.height}
    address = request.build_absolute_uri(picture.url)
    return {"@type": "ImageObject", "url": address, **size, **{name: text for name, text in words.items() if text}}


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
    return json_ld_script({"@context": "https://schema.org", **quotation(quote, rows, request), "isPartOf": release})


def json_ld_script(data: dict[str, Any]) -> SafeString:
    """JSON-LD as a script element that nothing in it can end."""
    written = json.dumps(data, ensure_ascii=False).translate(SCRIPT_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308  (escaped above)


def quotation(quote: Quote, versions: Iterable[Quote], request: HttpRequest) -> dict[str, Any]:
    """One recorded quote as schema.org Quotation, under its permanent address, tied to its original or translations."""
    speaker = {"@type": "Person", "name": quote.speaker.name}
    written = {
        "@type": "Quotation",
        "@id": request.build_absolute_uri(quote.get_absolute_url()),
        "text": quote.words,
        "inLanguage": html_code(quote.locale.language_code),
        "creator": speaker | ({"jobTitle": quote.role} if quote.role else {}),
    }
    others = [row for row in versions if row.quote_id == quote.quote_id and row.pk != quote.pk]
    if quote.is_translation:
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
