"""A release for machines: schema.org NewsArticle, its quotes as Quotation (features.md, J33)."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from news.models import Quote, ReleasePage
from newsroom.base.languages import html_code

SCRIPT_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def news_article(release: ReleasePage, quotes: list[Quote], publisher: str, request: HttpRequest) -> SafeString:
    """The JSON-LD of a public release as a script element; nothing in it can end the script.

    Times carry their offset (UTC). schema.org has no type for a press release.
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
        "dateline": release.dateline_place,
        "identifier": release.reference,
        "publisher": {"@type": "Organization", "name": publisher, "url": request.build_absolute_uri("/")},
        "mentions": [quotation(quote, address) for quote in quotes],
    }
    written = json.dumps({key: value for key, value in article.items() if value}, ensure_ascii=False)
    return mark_safe(f'<script type="application/ld+json">{written.translate(SCRIPT_ESCAPES)}</script>')  # noqa: S308


def quotation(quote: Quote, address: str) -> dict[str, Any]:
    """One recorded quote as schema.org Quotation."""
    speaker = {"@type": "Person", "name": quote.speaker.name}
    return {
        "@type": "Quotation",
        "@id": f"{address}#{quote.anchor}",
        "text": quote.words,
        "inLanguage": html_code(quote.locale.language_code),
        "creator": speaker | ({"jobTitle": quote.role} if quote.role else {}),
    }
