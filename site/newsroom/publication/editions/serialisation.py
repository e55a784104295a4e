"""Documents as JSON: as a database keeps them, and in the one canonical form of which a digest means something."""

from hashlib import sha256
from typing import Any, TypeVar

import msgspec
import rfc8785

AnyDocument = TypeVar("AnyDocument", bound=msgspec.Struct)


def document_to_json(document: msgspec.Struct) -> dict[str, Any]:
    """A document in what JSON can hold: texts, whole numbers, lists, mappings; days and instants as in RFC 3339."""
    found: dict[str, Any] = msgspec.to_builtins(document, str_keys=True)
    return found


def document_from_text(text: str, form: type[AnyDocument]) -> AnyDocument:
    """A document of a type from its JSON.

    Raises msgspec.DecodeError for what is none, ValidationError for a document of another form.
    """
    return msgspec.json.decode(text, type=form)


def canonical_json(document: msgspec.Struct) -> bytes:
    """The bytes of a document by RFC 8785: the same for the same document, whoever writes them."""
    return rfc8785.dumps(document_to_json(document))


def digest_of(document: msgspec.Struct) -> str:
    """The SHA-256 of a document's canonical bytes, in hexadecimal."""
    return sha256(canonical_json(document)).hexdigest()
