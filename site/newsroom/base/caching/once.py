"""What one piece of work asks once: a publication has many steps, and several of them ask the same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

#: What was found out in the work that is under way.
_found_out: ContextVar[dict[Any, Any] | None] = ContextVar("_found_out", default=None)


@contextmanager
def one_piece_of_work() -> Iterator[None]:
    """Ask questions that are `asked_once` once within the block; a piece of work within another asks for itself."""
    token = _found_out.set({})
    try:
        yield
    finally:
        _found_out.reset(token)


def asked_once(question: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Keep an answer until a piece of work is done, or until `forget_answer`. Elsewhere it is asked each time."""

    @wraps(question)
    def asked(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        found = _found_out.get()
        if found is None:
            return question(*args, **kwargs)
        key = (asked, args, tuple(kwargs.items()))
        if key not in found:
            found[key] = question(*args, **kwargs)
        answer: Answer = found[key]
        return answer

    return asked


def forget_answer(asked: Callable[Given, Any], *args: Given.args, **kwargs: Given.kwargs) -> None:
    """Let a question be asked again: what was just written may have changed the answer."""
    found = _found_out.get()
    if found is not None:
        found.pop((asked, args, tuple(kwargs.items())), None)
