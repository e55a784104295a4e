"""What links to the newsroom itself lead to, found without the network: what was chosen here and our own addresses."""

import logging
from collections.abc import Collection, Iterable
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from newsroom.links.asking import Answer
from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.heads import PORTS

logger = logging.getLogger(__name__)

GONE, SENT_ON, WRONG = 410, 300, 400
FINE = Answer(LinkState.FINE)
#: Parts of the address that readers do not open, or that cost much.
NOT_OPENED = ("/admin/", "/documents/", "/media/", "/static/")


def own_hosts() -> set[str]:
    """The names under which our own pages stand."""
    return {*Site.objects.values_list("hostname", flat=True), urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""}


def is_own(address: str, hosts: Collection[str]) -> bool:
    """Whether a link leads to the newsroom itself."""
    return not address.startswith(("http:", "https:")) or (host_of(address) in hosts)


def host_of(address: str) -> str:
    """The machine in an address; "" where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def answers_inside(addresses: Iterable[str]) -> dict[str, Answer]:
    """What each link to the newsroom leads to; two queries for all that were chosen, and a page for each address."""
    wanted = list(addresses)
    pages = {page.pk: page for page in Page.objects.filter(pk__in=numbers_of("page", wanted))}
    documents = set(
        get_document_model().objects.filter(pk__in=numbers_of("document", wanted)).values_list("pk", flat=True)
    )
    found = {}
    for address in wanted:
        kind, _colon, number = address.partition(":")
        if kind == "page":
            found[address] = answer_for_page(pages.get(number_in(number)))
        elif kind == "document":
            is_there = number_in(number) in documents
            found[address] = FINE if is_there else Answer(LinkState.BROKEN, LinkReason.NO_SUCH_PAGE)
        else:
            found[address] = answer_at(address)
    return found


def numbers_of(kind: str, addresses: Iterable[str]) -> set[int]:
    """The numbers of what was chosen of a kind."""
    return {number_in(each.partition(":")[2]) for each in addresses if each.startswith(f"{kind}:")}


def number_in(text: str) -> int:
    """A number of a row; 0, which no row has, for what is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def answer_for_page(page: Page | None) -> Answer:
    """What a link to a chosen page leads to: where readers are sent on from it, that is its new address."""
    if page is None:
        return Answer(LinkState.BROKEN, LinkReason.NO_SUCH_PAGE)
    if page.live:
        return FINE
    address = page.full_url
    answer = answer_at(address) if address else None
    return answer if answer and answer.target else Answer(LinkState.BROKEN, LinkReason.NOT_PUBLIC)


def answer_at(address: str) -> Answer:
    """What a stranger meets at one of our own addresses."""
    parts = urlsplit(address)
    path = parts.path or "/"
    if "." not in path.rpartition("/")[2]:
        path = path.rstrip("/") + "/"  # readers are led there
    if path == "/" or path.startswith(NOT_OPENED):
        return Answer(LinkState.UNSURE, LinkReason.NOT_ASKED) if path.startswith(NOT_OPENED) else FINE
    request = question_to_ourselves(path, parts.query)
    try:
        response = opened(request, path)
    except Exception:
        logger.exception("A page of ours could not be opened to see whether links to it lead somewhere.")
        return Answer(LinkState.UNSURE, LinkReason.SERVER_ERROR)
    return answer_for_response(response, request, path)


def question_to_ourselves(path: str, query: str) -> HttpRequest:
    """The question of a stranger for one of our addresses."""
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    request: Any = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": base.netloc,
            "SERVER_NAME": base.hostname or "",
            "SERVER_PORT": str(base.port or PORTS[base.scheme]),
            "wsgi.url_scheme": base.scheme,
            "wsgi.input": BytesIO(),
        }
    )
    request.user = AnonymousUser()
    return request


def opened(request: HttpRequest, path: str) -> HttpResponse:
    """What a view answers before anything is drawn; where there is none, what the redirects say."""
    language = translation.get_language_from_path(path)
    with translation.override(language or settings.LANGUAGE_CODE):
        try:
            found = resolve(path)
            response: HttpResponse = found.func(request, *found.args, **found.kwargs)
        except (Http404, Resolver404):
            response = HttpResponseNotFound()
        if response.status_code == HttpResponseNotFound.status_code:
            response = RedirectMiddleware(lambda _request: HttpResponseNotFound())(request)
    return response


def answer_for_response(response: HttpResponse, request: HttpRequest, path: str) -> Answer:
    """What a link means that is answered like this; a redirect to the same place but for its last stroke is none."""
    status = response.status_code
    if status == GONE:
        return Answer(LinkState.BROKEN, LinkReason.GONE, status)
    if status >= WRONG:
        return Answer(LinkState.BROKEN, LinkReason.NOT_FOUND, status)
    target = response.headers.get("Location", "") if status >= SENT_ON else ""
    if not target or urlsplit(target).path.rstrip("/") == path.rstrip("/"):
        return Answer(LinkState.FINE, "", status)
    return Answer(LinkState.MOVED, "", status, request.build_absolute_uri(target))
