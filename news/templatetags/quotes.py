from collections.abc import Mapping
from typing import Any

from django import template

from news.models import Quote
from news.quotes.citation import citation, standing_notes

register = template.Library()
register.simple_tag(standing_notes)


@register.simple_tag(takes_context=True)
def cite(context: Mapping[str, Any], quote: Quote) -> str:
    """A recorded quote as one copies it, with its permanent address."""
    return citation(quote, context["request"].build_absolute_uri(quote.get_absolute_url()))
