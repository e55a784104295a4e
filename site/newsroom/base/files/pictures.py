"""Pictures as readers get them: pixels and colour profile, and nothing that a camera or a program wrote beside."""

import io
from typing import Any

from PIL import Image, ImageCms
from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

#: What of a decoded picture is needed to show it as it is. Everything else tells of who took it, where and with what.
SHOWN = ("icc_profile", "transparency")
#: What a colour profile says of itself where it is made for pictures of a mode; of all other modes it is RGB.
SPACES = {"CMYK": "CMYK", "L": "GRAY", "LA": "GRAY", "1": "GRAY", "I": "GRAY", "I;16": "GRAY", "LAB": "Lab"}


class PixelsOnly(FilterOperation):
    """Leaves all that is no picture: place, camera, words, thumbnails. Runs last, once the picture stands upright."""

    def construct(self) -> None:
        """Takes nothing from a specification."""

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> PillowImage:
        picture = willow.get_pillow_image().copy()
        picture.info = {name: picture.info[name] for name in SHOWN if name in picture.info}
        return PillowImage(with_usable_colours(picture))


class PixelsFilter(Filter):
    """Any of Wagtail's filters, of whose outcome only the picture is stored."""

    @property
    def filter_operations(self) -> list[FilterOperation]:
        """Those asked for, then what leaves the rest out."""
        return [*super().filter_operations, PixelsOnly("pixels")]


def with_usable_colours(picture: Image.Image) -> Image.Image:
    """Return a picture without a colour profile that is not made for it or is broken; one for print becomes RGB."""
    profile = usable_profile(picture)
    if profile is None:
        picture.info.pop("icc_profile", None)
    if picture.mode != "CMYK":
        return picture
    if profile is not None:
        try:
            converted = ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            converted = None
        if converted is not None:
            return converted
    picture.info.pop("icc_profile", None)
    return picture.convert("RGB")


def usable_profile(picture: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Return the colour profile that a picture carries; None where it has none, or one that does not fit its mode."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
        fits = profile.profile.xcolor_space.strip() == SPACES.get(picture.mode, "RGB")
    except (KeyError, TypeError, OSError, ImageCms.PyCMSError):
        return None
    return profile if fits else None
