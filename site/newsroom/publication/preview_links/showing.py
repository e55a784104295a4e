"""A draft as a reader would see it, with its pictures and files, for whoever holds a link to it.

Neither a cookie nor an account stands behind the link, so that each picture and file of the page has an address of its
own below that of the link: signed for this link and this file as the page is written out, it opens that file alone.
"""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.html import escape

from newsroom.base.models import NewsroomDocument
from newsroom.base.pages.alternates import Alternate, in_order
from newsroom.publication.choices import RecordState
from newsroom.publication.files.uses import FileKey, file_key, named_by
from newsroom.publication.models.preview_link import PreviewLink
from newsroom.publication.preview_links.forms import OutsideCommentForm

DOCUMENTS = "/documents/"
#: Where HTML names an address: the value of such an attribute.
ADDRESSES = re.compile(r'(?<=\s)(src|srcset|href|data-copy-from)="([^"]*)"')


@dataclass
class SharedPreview:
    """What the page says of itself beside the draft: how it is read, until when, and what its reader may do."""

    link: PreviewLink
    token: str
    draft: Any
    versions: list[Any]
    form: OutsideCommentForm | None = None
    is_sent: bool = False
    named: set[FileKey] = field(default_factory=set)

    @property
    def languages(self) -> list[Alternate]:
        """The languages in which the draft can be read, each with its address below the link."""
        return in_order({page.locale.language_code: self.address_in(page) for page in self.versions})

    @property
    def until(self) -> datetime.datetime:
        """When the link ends."""
        return self.link.expires_at

    @property
    def is_public(self) -> bool:
        """Whether readers see the page as it is shown here."""
        return bool(self.draft.live and not self.draft.has_unpublished_changes)

    def address_in(self, page: Any) -> str:
        """The address of the link in a language."""
        with translation.override(page.locale.language_code):
            return reverse("shared_draft", args=[self.token])

    def file_address(self, path: str) -> str:
        """The address below the link of a file that the page shows."""
        return reverse("shared_file", args=[self.token, file_signature(self.link, path), path.lstrip("/")])

    def address(self, address: str) -> str:
        """What stands for an address that the page names: files and the page itself lie below the link."""
        path = address.removeprefix(settings.BASE_URL)
        if path.startswith(settings.MEDIA_URL) or (path.startswith(DOCUMENTS) and self.names_document(path)):
            return self.file_address(path)
        own = self.draft.url
        if own and path == f"{own}text/":
            return self.address_in(self.draft) + "text/"
        return self.address_in(self.draft) if own and path == own else address

    def names_document(self, path: str) -> bool:
        """Whether the draft names the document at an address: an address that somebody typed opens nothing."""
        number = path.removeprefix(DOCUMENTS).partition("/")[0]
        return number.isdecimal() and file_key(NewsroomDocument(pk=int(number))) in self.named


def file_signature(link: PreviewLink, path: str) -> str:
    """What says that a link shows the file at a path."""
    return salted_hmac("newsroom.preview_links", f"{link.digest}\n{path.lstrip('/')}", algorithm="sha256").hexdigest()


def is_file_of(link: PreviewLink, path: str, signature: str) -> bool:
    """Whether a page that a link opened has shown the file at a path."""
    return constant_time_compare(signature, file_signature(link, path))


def draft_page(request: HttpRequest, shared: SharedPreview) -> HttpResponse:
    """The newest version of a page as it would be published now, asked for by a stranger."""
    as_stranger(request, shared)
    response = shared.draft.serve_preview(request, RecordState.LIVE)
    if hasattr(response, "render"):
        response = response.render()
    text = response.content.decode(response.charset)
    response.content = below_the_link(text, shared)
    del response["Last-Modified"]
    return HttpResponse(response.content, content_type=response["Content-Type"])


def draft_text(request: HttpRequest, shared: SharedPreview) -> HttpResponse:
    """The same as clean text."""
    as_stranger(request, shared)
    request.is_preview = True  # type: ignore[attr-defined]
    answer: HttpResponse = shared.draft.serve_text(request)
    return HttpResponse(answer.content, content_type=answer["Content-Type"])


def as_stranger(request: HttpRequest, shared: SharedPreview) -> None:
    """Show what a stranger would see, whoever is logged in, and the languages of the draft in place of public ones."""
    request.user = AnonymousUser()
    request.shared_preview = shared  # type: ignore[attr-defined]
    shared.draft.alternates = shared.languages
    shared.named = named_by(shared.draft)


def below_the_link(html: str, shared: SharedPreview) -> str:
    """A page with the addresses of its files, and its own, below the link."""

    def put(found: re.Match[str]) -> str:
        name, value = found[1], found[2].replace("&amp;", "&")
        if name == "srcset":
            each = (part.strip().partition(" ") for part in value.split(","))
            value = ",".join(f"{shared.address(first)}{space}{rest}" for first, space, rest in each)
        else:
            value = shared.address(value)
        return f'{name}="{escape(value)}"'

    return ADDRESSES.sub(put, html)
