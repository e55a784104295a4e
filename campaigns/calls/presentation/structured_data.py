"""A call for machines. schema.org knows no calls: it is a work with a day on which it expires."""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from campaigns.calls.document import CallDocument
from news.releases.structured_data import json_ld_script
from newsroom.base.languages import html_code


def call_as_data(call: Any, document: CallDocument, request: HttpRequest) -> SafeString:
    """The JSON-LD of a public call as a script element; its instants carry their offset (UTC)."""
    address = request.build_absolute_uri(call.url)
    work = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": address,
        "url": address,
        "name": document.headline,
        "abstract": document.summary,
        "genre": call.get_kind_display(),
        "inLanguage": html_code(document.language),
        "datePublished": document.released_at.isoformat(),
        "expires": call.closes_at.isoformat() if call.closes_at else None,
        "identifier": document.reference,
        "publisher": [{"@type": "Organization", "name": each.name} for each in document.organisations],
    }
    return json_ld_script({key: value for key, value in work.items() if value})
