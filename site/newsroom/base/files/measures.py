"""How large a picture has to be."""

from django.utils.translation import gettext as _


def size_needed(width: int, height: int, long_side: int, short_side: int) -> str:
    """Say how many pixels a picture needs that has too few, and how many it has; empty where it has enough."""
    if max(width, height) >= long_side and min(width, height) >= short_side:
        return ""
    words = _("It needs %(long)d × %(short)d pixels, upright or lying; it has %(width)d × %(height)d.")
    return words % {"long": long_side, "short": short_side, "width": width, "height": height}
