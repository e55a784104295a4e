"""The words of HTML."""

import re
from html import unescape

from django.utils.html import strip_tags

ENDS_OF_LINES = re.compile(r"</(?:p|li|h\d|ol|ul|blockquote|tr|td|th)>|<br\s*/?>", re.IGNORECASE)


def text_of_html(html: str) -> str:
    """The words of a piece of rich text, a line for each paragraph and item."""
    lines = strip_tags(ENDS_OF_LINES.sub("\n", html)).split("\n")
    return "\n".join(words for line in lines if (words := unescape(line).strip()))


def words_of_html(html: str) -> str:
    """The same on one line, with one space between words."""
    return " ".join(text_of_html(html).split())
