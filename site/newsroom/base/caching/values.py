"""Values kept in this process until what readers see changes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.utils.translation import get_language

from newsroom.base.caching.changes import change_number

Given = ParamSpec("Given")
Value = TypeVar("Value")

#: So many values are kept; where readers ask for more, all are forgotten and begun anew.
MOST_VALUES = 5_000
#: The values under the number with which they were read; those of an earlier number are forgotten together.
_kept: tuple[int | None, dict[Any, Any]] = (None, {})


def cached_until_change(read: Callable[Given, Value]) -> Callable[Given, Value]:
    """Keep what a function read, for each language of the reader and whatever it was given, until something changes.

    What it returns is shared by all requests of the process: nobody changes it, and it holds neither what belongs to
    one reader nor what depends on the hour.
    """

    @wraps(read)
    def cached(*args: Given.args, **kwargs: Given.kwargs) -> Value:
        number = change_number()
        if number is None:
            return read(*args, **kwargs)
        values = values_under(number)
        key = (read, get_language(), args, tuple(sorted(kwargs.items())))
        try:
            found: Value = values[key]
        except KeyError:
            found = read(*args, **kwargs)
            if len(values) >= MOST_VALUES:
                values.clear()
            values[key] = found
        return found

    return cached


def kept_rows(read: Callable[[Sequence[int]], Iterable[Any]], keys: Sequence[int]) -> Mapping[int, Any]:
    """Return the rows with some keys as they were read for the reader's language, those not read yet in one go.

    What is not there is asked for again. Rows are shared, as above.
    """
    number = change_number()
    if number is None:
        return {row.pk: row for row in read(keys)}
    values, language = values_under(number), get_language()
    found = {key: values[read, language, key] for key in keys if (read, language, key) in values}
    missing = [key for key in keys if key not in found]
    if missing:
        new = {row.pk: row for row in read(missing)}
        if len(values) + len(new) > MOST_VALUES:
            values.clear()
        values.update({(read, language, key): row for key, row in new.items()})
        found.update(new)
    return found


def values_under(number: int) -> dict[Any, Any]:
    """Return what is kept under a number; nothing yet where another number was the last one."""
    global _kept
    kept = _kept
    if kept[0] != number:
        kept = _kept = (number, {})
    return kept[1]
