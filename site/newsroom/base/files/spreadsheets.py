"""Tables for office programs, in which nothing that somebody typed runs."""

from typing import Any

#: What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
#: Excel takes a file of commas for UTF-8 when it begins so.
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def without_formula(value: Any) -> Any:
    """A text that no spreadsheet runs: one that looks like a formula has an apostrophe before it."""
    if isinstance(value, str) and looks_like_formula(value):
        return f"'{value}"
    return value


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would run a text."""
    return text.lstrip(" \n").startswith(FORMULA)
