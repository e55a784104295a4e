"""What is asked of the pictures of a release."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.rules.contents import Contents
from newsroom.base.files.measures import size_needed
from newsroom.base.rules.registry import Fault, House, Level, Rule
from newsroom.language.script.cutting import cut_text

FIRST_WORDS = 80


@dataclass(frozen=True)
class PictureInText:
    """A picture of a release, the words it has there, and where it stands."""

    image: Any
    alt: str
    caption: str
    field: str
    block: str = ""

    @property
    def name(self) -> str:
        """What it is called in the library."""
        return str(self.image.title)


def release_pictures(subject: Contents) -> Iterator[PictureInText]:
    """Every picture of a release."""
    if subject.image:
        yield PictureInText(subject.image, subject.image_alt, subject.image_caption, "image")
    for block in subject.body or ():
        if block.block_type == "image" and block.value["image"]:
            value = block.value
            caption = str(value.get("caption") or "")
            yield PictureInText(value["image"], value.get("alt") or "", caption, "body", str(block.id or ""))


class PictureRule(Rule):
    """Something that each picture must have."""

    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for picture in release_pictures(subject):
            if message := self.lack_of(picture, subject, house):
                yield Fault(message, self.field_in(picture), picture.block, str(_("Image")))

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        """What one picture lacks, in words; empty where it lacks nothing."""
        raise NotImplementedError

    def field_in(self, picture: PictureInText) -> str:
        """The field where it is given."""
        return picture.field


class PicturesAreDescribed(PictureRule):
    """Those who cannot see a picture are told what it shows."""

    name, title = "image_alt", gettext_lazy("Each picture is described in words")
    level = Level.BLOCKING

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if picture.alt.strip() or picture.image.description.strip():
            return ""
        return _("Say what “%(name)s” shows, for those who cannot see it.") % {"name": picture.name}

    def field_in(self, picture: PictureInText) -> str:
        return picture.field if picture.block else "image_alt"


class PicturesHaveCaptions(PictureRule):
    """Newspapers print the caption."""

    name, title = "image_caption", gettext_lazy("Each picture has a caption")

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if picture.caption.strip() or picture.image.caption.strip():
            return ""
        return _("Give “%(name)s” a caption.") % {"name": picture.name}

    def field_in(self, picture: PictureInText) -> str:
        return picture.field if picture.block else "image_caption"


class PicturesHaveCredits(PictureRule):
    """Whose picture it is."""

    name, title = "image_credit", gettext_lazy("Each picture has a credit")

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if picture.image.credit.strip():
            return ""
        return _("Give “%(name)s” a credit in the library of images.") % {"name": picture.name}


class PicturesAreLargeEnough(PictureRule):
    """What is printed needs pixels."""

    name, title = "image_size", gettext_lazy("Each picture is large enough to print")
    level = Level.BLOCKING

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        lack = size_needed(picture.image.width, picture.image.height, house.picture_long_side, house.picture_short_side)
        return _("“%(name)s” is too small. %(size)s") % {"name": picture.name, "size": lack} if lack else ""


class CaptionsCanBeTranslated(PictureRule):
    """What is kept with an image is no part of the text that translators get."""

    name, title = "image_words", gettext_lazy("Captions stand in the release, where they are translated")

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if not subject.is_original or not picture.image.caption or picture.caption:
            return ""
        words = _("Nobody can translate a caption kept with the image: write it here. “%(words)s”")
        return words % {"words": cut_text(picture.image.caption, FIRST_WORDS, "…")}

    def field_in(self, picture: PictureInText) -> str:
        return picture.field if picture.block else "image_caption"


PICTURE_RULES: tuple[type[Rule], ...] = (
    *(PicturesAreDescribed, PicturesHaveCaptions, PicturesHaveCredits, PicturesAreLargeEnough),
    CaptionsCanBeTranslated,
)
