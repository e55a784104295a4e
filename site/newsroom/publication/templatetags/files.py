"""What the CMS's forms of images and documents say of the files behind them."""

from typing import Any

from django import template

from newsroom.publication.files.uses import uses_that_keep
from newsroom.publication.restrictions.service import nameable

register = template.Library()


@register.simple_tag
def used_by(media: Any) -> list[Any]:
    """What readers see with a file, saw once, or will see when an embargo lifts."""
    return nameable(uses_that_keep(media))
