"""Pictures as readers get them: pixels and colour profile, and nothing that a camera or a program wrote beside."""

from typing import Any

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

#: What of a decoded picture is needed to show it as it is. Everything else tells of who took it, where and with what.
SHOWN = ("icc_profile", "transparency")


class PixelsOnly(FilterOperation):
    """Leaves all that is no picture: place, camera, words, thumbnails. Runs last, once the picture stands upright."""

    def construct(self) -> None:
        """Takes nothing from a specification."""

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> PillowImage:
        picture = willow.get_pillow_image().copy()
        picture.info = {name: picture.info[name] for name in SHOWN if name in picture.info}
        return PillowImage(picture)


class PixelsFilter(Filter):
    """Any of Wagtail's filters, of whose outcome only the picture is stored."""

    @property
    def filter_operations(self) -> list[FilterOperation]:
        """Those asked for, then what leaves the rest out."""
        return [*super().filter_operations, PixelsOnly("pixels")]
