from collections.abc import Mapping
from typing import Any

from django import template
from wagtail.models import Page

from newsroom.publication.page_states import PageStates, marks_of

register = template.Library()


@register.simple_tag(takes_context=True)
def state_in_list(context: Mapping[str, Any], page: Page) -> Any:
    """What a list calls the state of a page."""
    request = context.get("request")
    return (PageStates.of(request) if request else PageStates()).status(page)


@register.simple_tag(takes_context=True)
def marks_in_list(context: Mapping[str, Any], page: Page) -> list[str]:
    """What a list says beside the state of a page: that it is confidential, that it is restricted."""
    request = context.get("request")
    return (PageStates.of(request) if request else PageStates()).marks(page)


@register.simple_tag
def marks_of_page(page: Page) -> list[str]:
    """The same of one page."""
    return marks_of(page)
