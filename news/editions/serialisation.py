"""Documents as JSON: as a database keeps them, and in the one canonical form of which a digest means something."""

from hashlib import sha256
from typing import Any

import msgspec
import rfc8785

from news.editions.document import ReleaseDocument


def document_to_json(document: ReleaseDocument) -> dict[str, Any]:
    """A document in what JSON can hold: texts, whole numbers, lists, mappings; days and instants as in RFC 3339."""
    found: dict[str, Any] = msgspec.to_builtins(document, str_keys=True)
    return found


def document_from_text(text: str) -> ReleaseDocument:
    """A document from its JSON. Raises msgspec.DecodeError for what is none, ValidationError for another form."""
    return msgspec.json.decode(text, type=ReleaseDocument)


def canonical_json(document: ReleaseDocument) -> bytes:
    """The bytes of a document by RFC 8785: the same for the same document, whoever writes them."""
    return rfc8785.dumps(document_to_json(document))


def digest_of(document: ReleaseDocument) -> str:
    """The SHA-256 of a document's canonical bytes, in hexadecimal."""
    return sha256(canonical_json(document)).hexdigest()
