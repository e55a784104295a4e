"""Whole answers for everybody, kept in this process under the number: many readers of one page are one page made."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from newsroom.base.caching.changes import change_number
from newsroom.base.caching.values import values_under

#: Longer answers are not kept.
LONGEST = 300_000
_one_at_a_time = Lock()


@dataclass(frozen=True)
class KeptAnswer:
    """What was answered, and until when it holds."""

    content: bytes
    headers: dict[str, str]
    until: datetime

    def again(self) -> HttpResponse:
        """An answer of the request's own."""
        return HttpResponse(self.content, headers=self.headers)


def keep_answer(request: HttpRequest, response: HttpResponse, until: datetime) -> None:
    """Keep what everybody would be answered, in the place of what nobody asked for longest where there are too many."""
    number = change_number()
    if number is None or not settings.NEWSROOM_ANSWERS_KEPT or len(response.content) > LONGEST:
        return
    kept = KeptAnswer(response.content, dict(response.items()), until)
    with _one_at_a_time:
        answers = answers_under(number)
        answers[place_of(request)] = kept
        while len(answers) > settings.NEWSROOM_ANSWERS_KEPT:
            answers.popitem(last=False)


def kept_answer(request: HttpRequest) -> HttpResponse | None:
    """Return the answer kept for just this address, language and state of the database; None where there is none."""
    number = change_number() if settings.NEWSROOM_ANSWERS_KEPT else None
    if number is None:
        return None
    with _one_at_a_time:
        answers, place = answers_under(number), place_of(request)
        kept = answers.get(place)
        if kept is None or kept.until <= timezone.now():
            return None
        answers.move_to_end(place)
    return kept.again()


def answers_under(number: int) -> "OrderedDict[Any, KeptAnswer]":
    """Return the answers of a number, the one asked for last at the end."""
    answers: OrderedDict[Any, KeptAnswer] = values_under(number).setdefault(keep_answer, OrderedDict())
    return answers


def address_asked(request: HttpRequest) -> str:
    """Return the address just as it was asked for, with its host; nothing in it is folded."""
    return f"{request.scheme}://{request.get_host()}{request.get_full_path()}"


def place_of(request: HttpRequest) -> tuple[str, str | None]:
    """Return where the answer to a request is kept."""
    return address_asked(request), get_language()
