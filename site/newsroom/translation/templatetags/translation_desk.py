"""Addresses of the translators' desk, for templates."""

from typing import Any

from django import template

from newsroom.translation.exchange.marks import plain
from newsroom.translation.exchange.views import address_of

register = template.Library()


@register.simple_tag
def exchange_address(view: str, record: Any) -> str:
    """The page on which a page or record goes out to an agency or comes back."""
    return address_of(view, record)


@register.filter
def without_marks(html: str) -> str:
    """The words of a segment, as text that the template escapes."""
    return plain(html)
