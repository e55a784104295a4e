"""What a page shows as it stands in the original carries that language and, where it is a sentence, says so.

A template that shows such texts begins with `{% kept_on page as kept %}`; whatever it includes may then ask.
"""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Page

from newsroom.base.languages import active_code, direction, html_code, language_in_words
from newsroom.base.templatetags.newsroom import foreign_code
from newsroom.language.catalogue import language_row
from newsroom.language.html import words_of_html
from newsroom.translation.signing import kept

register = template.Library()

#: A paragraph, item, heading or piece of a line that holds no other one.
PART = re.compile(
    r"<(p|li|h[2-4]|blockquote|span|t[dh])((?:\s[^>]*)?)>((?:(?!<(?:p|li|ul|ol|h[2-4]|blockquote)\b).)*?)</\1>",
    re.DOTALL,
)
DATELINE = re.compile(r'<span class="dateline">.*?</span>', re.DOTALL)
#: A name needs no label; what has more words or, where no spaces part them, more characters is read as a sentence.
MOST_CHARACTERS_OF_A_NAME = 12
MOST_WORDS_OF_A_NAME = 4


@register.simple_tag
def kept_on(pages: Any) -> dict[str, str]:
    """What a page, or several in a list, keep from their originals: one query."""
    return kept.texts_kept([pages] if isinstance(pages, Page) else pages)


@register.simple_tag(takes_context=True)
def kept_lang(context: Context, text: Any) -> SafeString:
    """`lang` and `dir` attributes for a text that stands as in the original; nothing for any other."""
    return foreign_code(kept_language(context, str(text)))


@register.simple_tag(takes_context=True)
def kept_label(context: Context, text: Any) -> SafeString:
    """ "in English" after a sentence that stands as in the original; nothing for any other text."""
    return label(str(text), kept_language(context, str(text)))


@register.simple_tag(takes_context=True)
def kept_html(context: Context, html: Any, place: str = "") -> SafeString:
    """Rich text whose paragraphs that stand as in the original are marked and labelled.

    `place` is that of a dateline with which the text may begin.
    """
    found = texts_of(context)
    html = SafeString(html)
    if not found:
        return html

    def marked(part: re.Match[str]) -> str:
        dateline = DATELINE.search(part[3])
        start = dateline.end() if dateline else 0
        words = part[3][start:]
        code = found.get(words_of_html(words), "")
        attributes = foreign_code(code)
        if not attributes:
            return part[0]
        end = f"{label(words, code)}</{part[1]}>"
        if dateline:
            return f"<{part[1]}{part[2]}>{part[3][:start]}<span{attributes}>{words}</span>{end}"
        return f"<{part[1]}{part[2]}{attributes}>{words}{end}"

    # The text is the editor's, cleaned by Wagtail on the way in; what is added is escaped.
    return mark_safe(with_place(PART.sub(marked, html), place, found))  # noqa: S308


@register.simple_tag(takes_context=True)
def kept_opening(context: Context, dateline: SafeString, html: str, place: str) -> SafeString:
    """The paragraph that a dateline opens, both marked as `kept_html` marks them."""
    return kept_html(context, f"<p>{dateline}{html}</p>", place)


def with_place(html: str, place: str, found: Mapping[str, str]) -> str:
    """The place of a dateline marked with its language, where it stands as in the original."""
    attributes = foreign_code(found.get(words_of_html(place), ""))
    if not place or not attributes:
        return html
    written = format_html("{}", place.upper())
    marked = format_html("<span{}>{}</span>", attributes, place.upper())
    return DATELINE.sub(lambda dateline: dateline[0].replace(written, marked, 1), html, count=1)


def texts_of(context: Context) -> Mapping[str, str]:
    """What the page around keeps; nothing where nobody asked."""
    return context.get("kept") or {}


def kept_language(context: Context, text: str) -> str:
    """The language of a text that stands as in the original; empty for any other."""
    found = texts_of(context)
    return found.get(words_of_html(text), "") if found else ""


def label(text: str, code: str) -> SafeString:
    """The label of a text in another language than the reader's; a name has none."""
    if not code or code == active_code() or is_name(words_of_html(text), code):
        return SafeString("")
    words = _("in %(language)s") % {"language": language_in_words(code)}
    reader = active_code()
    return format_html(
        ' <small class="soft" lang="{}" dir="{}">{}</small>', html_code(reader), direction(reader), words
    )


def is_name(text: str, code: str) -> bool:
    """Whether a text is as short as a name or title."""
    if language_row(code).is_spaceless:
        return len(text) <= MOST_CHARACTERS_OF_A_NAME
    return len(text.split()) <= MOST_WORDS_OF_A_NAME
