from collections.abc import Mapping
from typing import Any

from django import template
from wagtail.models import Page

from newsroom.publication.page_states import PageStates

register = template.Library()


@register.simple_tag(takes_context=True)
def state_in_list(context: Mapping[str, Any], page: Page) -> Any:
    """What a list calls the state of a page."""
    request = context.get("request")
    return (PageStates.of(request) if request else PageStates()).status(page)
