"""Repairing lines that were glued together when a release was copied from one system to another."""

import re

from importing.understanding.lexicon.role_words import is_role_word

GLUE = re.compile(r"(?<=[a-zà-ÿ.)])(?=[A-ZÀ-Þ][A-Za-zà-ÿ]+[ A-Z])")
BOUNDARY = re.compile(
    r"(?<=[A-Za-zà-ÿ])(?=\+\d)|(?<=\d{4})(?=[A-Za-z][\w.+-]{0,63}@)|(?<=[a-zà-ÿ)])(?=[A-ZÀ-Þ])|(?<=[a-zà-ÿ]\.)(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
EMAIL_WORD = re.compile(r"(?P<before>\S{0,80}?)(?P<email>[\w.+-]{1,64}@[\w.-]{3,120})")

FEWEST_GLUES = 2
MOST_LINE_WORDS = 8


def is_glued(text: str) -> bool:
    """Whether several lines of a paragraph run into each other without a space."""
    return "@" in text and len(GLUE.findall(text)) >= FEWEST_GLUES


def unglued(text: str) -> list[str]:
    """Return the short lines that a glued paragraph was made of, an e-mail address ending each contact."""
    lines = []
    for piece in BOUNDARY.split(text):
        for line in EMAIL_WORD.sub(_parted, piece).split("\n"):
            if line.strip() and len(line.split()) <= MOST_LINE_WORDS:
                lines.append(line.strip())
    return lines


def _parted(match: re.Match[str]) -> str:
    """Part a function from the address glued to it, and the address from what follows."""
    email = match["email"]
    for end in range(3, email.index("@")):
        if email[0].isupper() and email[end].islower() and is_role_word(email[:end]):
            return f"{match['before']}{email[:end]}\n{email[end:]}\n"
    return f"{match['before']}\n{email}\n"
