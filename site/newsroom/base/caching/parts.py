"""Parts of public pages that cost much to make, an article or a row of lists, made once and kept under the number.

Unlike a whole answer, a part is kept for whatever page it stands on, with whatever query string that was asked for.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from newsroom.base.caching.changes import change_number, is_read_once
from newsroom.base.caching.holding import heard_until, holds_until
from newsroom.base.caching.values import values_under

#: Longer parts are not kept.
LONGEST = 300_000
#: What an entry takes beside its text, in characters.
OVERHEAD = 500
_one_at_a_time = Lock()


class KeptPart(NamedTuple):
    """The text of a part, and until when it holds."""

    text: str
    until: datetime


@dataclass
class KeptParts:
    """The parts of one number, the one asked for last at the end, and how many characters they take in all."""

    parts: OrderedDict[Hashable, KeptPart] = field(default_factory=OrderedDict)
    size: int = 0

    def found(self, place: Hashable) -> KeptPart | None:
        """Return the part kept in a place, as long as it holds."""
        with _one_at_a_time:
            part = self.parts.get(place)
            if part is None or part.until <= timezone.now():
                return None
            self.parts.move_to_end(place)
            return part

    def keep(self, place: Hashable, part: KeptPart) -> None:
        """Keep a part, in place of those that nobody asked for longest where they take too much."""
        with _one_at_a_time:
            if former := self.parts.pop(place, None):
                self.size -= len(former.text) + OVERHEAD
            self.parts[place] = part
            self.size += len(part.text) + OVERHEAD
            while self.size > settings.NEWSROOM_PARTS_KEPT:
                _place, oldest = self.parts.popitem(last=False)
                self.size -= len(oldest.text) + OVERHEAD


def made_once(request: HttpRequest | None, key: tuple[Hashable, ...], make: Callable[[], str]) -> str:
    """Return what `make` writes for everybody; where it was written already for this state of the database, that.

    `key` names the part and all that it depends on beside the database, the reader's language and the host asked for.
    Nothing is kept of what is made for somebody known, of previews, or outside pages that are for everybody.
    """
    number = change_number() if is_for_strangers(request) else None
    if request is None or number is None:
        return make()
    kept = values_under(number).setdefault(made_once, KeptParts())
    place = (key, get_language(), request.scheme, request.get_host())
    part = kept.found(place)
    if part is None:
        with heard_until() as holding:
            text = make()
        part = KeptPart(text, holding.until)
        if len(text) <= LONGEST:
            kept.keep(place, part)
    holds_until(part.until)
    return part.text


def is_for_strangers(request: HttpRequest | None) -> bool:
    """Tell whether a request reads a page that is the same for everybody, and nothing tells who asks."""
    if request is None or not settings.NEWSROOM_PARTS_KEPT or not is_read_once():
        return False
    if getattr(request, "is_preview", False) or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    match = request.resolver_match
    return match is not None and match.url_name in settings.NEWSROOM_PUBLIC_ANSWERS
