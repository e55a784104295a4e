"""What readers get of a document: its words as they were published, and of its links those that lead somewhere now."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec
from django.http import HttpRequest

from newsroom.base.pages.linking import addresses_linked_in, hidden_among, without_links
from newsroom.base.rights.sight import withheld_keys

Document = TypeVar("Document", bound=msgspec.Struct)
#: What the names of fields end in that hold rich text.
RICH = "html"


def document_for_reader(document: Document, request: HttpRequest) -> Document:
    """The document without its links to pages that are not public today; a preview shows all of them to those who work
    here and from whom no draft is withheld.

    The words stay. Takes a number of queries that does not grow with the links, none where there are none.
    """
    user = getattr(request, "user", None)
    if getattr(request, "is_preview", False) and user and user.is_authenticated and not withheld_keys(user):
        return document
    addresses = {address for html in html_in(document) for address in addresses_linked_in(html)}
    hidden = hidden_among(addresses) if addresses else set()
    shown: Document = with_other_html(document, lambda html: without_links(html, hidden)) if hidden else document
    return shown


def html_in(value: Any, is_rich: bool = False) -> Iterator[str]:
    """Every piece of rich text in a document."""
    if isinstance(value, str):
        if is_rich:
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from html_in(each, is_rich)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from html_in(getattr(value, name), name.endswith(RICH))


def with_other_html(value: Any, change: Callable[[str], str], is_rich: bool = False) -> Any:
    """The same document with each piece of its rich text changed."""
    if isinstance(value, str):
        return change(value) if is_rich else value
    if isinstance(value, tuple):
        return tuple(with_other_html(each, change, is_rich) for each in value)
    if isinstance(value, msgspec.Struct):
        names = value.__struct_fields__
        changes = {name: with_other_html(getattr(value, name), change, name.endswith(RICH)) for name in names}
        return msgspec.structs.replace(value, **changes)
    return value
