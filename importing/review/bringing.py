"""Who may bring files, and what they may make of them: the pages that they may add."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from importing.drafting.base import may_add_below
from importing.models import TakenAs
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.caching.values import cached_until_change

#: What a file can become, and the list in which such pages stand.
PAGES: dict[TakenAs, tuple[Any, Any]] = {
    TakenAs.RELEASE: (ReleasePage, NewsIndexPage),
    TakenAs.EVENT: (EventPage, EventIndexPage),
    TakenAs.CALL: (CallPage, CallIndexPage),
}


def kinds_for(user: Any) -> list[TakenAs]:
    """Return what somebody may make of a file: the pages that they may add, and below which list."""
    return [kind for kind, (page_type, index) in PAGES.items() if may_add_somewhere(user, page_type, index)]


def may_add_somewhere(user: Any, page_type: Any, index_type: Any) -> bool:
    """Whether somebody may add pages of a type in any language."""
    return any(may_add_below(index, user, page_type) for index in lists_of(index_type))


@cached_until_change
def lists_of(index_type: Any) -> tuple[Any, ...]:
    """The lists of a type, one a language, which hardly change and are asked for on each page of the CMS."""
    return tuple(index_type.objects.all())


def may_import(user: Any) -> bool:
    """Whether somebody may bring files: whoever may add releases, events or calls."""
    return any(may_add_somewhere(user, page_type, index) for page_type, index in PAGES.values())


def refuse_others(request: HttpRequest) -> None:
    """Raise PermissionDenied for those who may add no page that a file can become."""
    if not may_import(request.user):
        raise PermissionDenied
