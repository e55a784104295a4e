"""Placeholders that somebody meant to replace."""

import re

PLACEHOLDER = re.compile(
    r"\b(?:XX+|TB[CDA]|TK+|N\.?N\.)\b"
    r"|\?{3,}|？{3,}"
    r"|\[[\s_.…xX?•-]*\]|\[(?:[^\]]{0,40}\b(?:name|date|place|insert|title|figure|nom|lieu|nombre|fecha|lugar|имя|дата)\b[^\]]{0,40})\]"
    r"|_{3,}|\{\{.*?\}\}"
    r"|lorem ipsum",
    re.IGNORECASE,
)
#: In small letters these are words or parts of codes.
CAPITAL_ONLY = re.compile(r"(?i:xx+|tb[cda]|tk+|n\.?n\.)")


def leftovers_in(text: str) -> list[str]:
    """The placeholders in a text, as they stand there."""
    found = (match[0] for match in PLACEHOLDER.finditer(text))
    return [each for each in found if not CAPITAL_ONLY.fullmatch(each) or each.upper() == each]
