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
#: What is said of a picture where it stands.
SAID = ("alt", "caption", "credit", "licence")


@dataclass(frozen=True)
class PictureInText:
    """A picture of a release, what is said of it there, and where it stands."""

    image: Any
    alt: str
    caption: str
    credit: str
    licence: str
    field: str
    block: str = ""

    @property
    def name(self) -> str:
        """What it is called in the library."""
        return str(self.image.title)


def release_pictures(subject: Contents) -> Iterator[PictureInText]:
    """Every picture of a release."""
    if subject.image:
        own = (subject.image_alt, subject.image_caption, subject.image_credit, subject.image_licence)
        yield PictureInText(subject.image, *own, "image")
    for block in subject.body or ():
        if block.block_type == "image" and block.value["image"]:
            alt, caption, credit, licence = (str(block.value.get(name) or "") for name in SAID)
            yield PictureInText(block.value["image"], alt, caption, credit, licence, "body", str(block.id or ""))


class PictureRule(Rule):
    """Something that each picture must have."""

    looks_at = Contents
    #: What of a picture says it, in a block; in front of it stands "image_" in the fields of a release.
    part = "image"

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for picture in release_pictures(subject):
            if message := self.lack_of(picture, subject, house):
                field = picture.field if picture.block or self.part == "image" else f"image_{self.part}"
                yield Fault(message, field, picture.block, str(_("Image")), part=self.part if picture.block else "")

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        """What one picture lacks, in words; empty where it lacks nothing."""
        raise NotImplementedError


class PicturesAreDescribed(PictureRule):
    """Those who cannot see a picture are told what it shows."""

    name, title, part = "image_alt", gettext_lazy("Each picture is described in words"), "alt"
    level = Level.BLOCKING

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if picture.alt.strip() or picture.image.description.strip():
            return ""
        return _("Say what “%(name)s” shows, for those who cannot see it.") % {"name": picture.name}


class PicturesHaveCaptions(PictureRule):
    """Newspapers print the caption."""

    name, title, part = "image_caption", gettext_lazy("Each picture has a caption"), "caption"

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if picture.caption.strip() or picture.image.caption.strip():
            return ""
        return _("Give “%(name)s” a caption.") % {"name": picture.name}


class PicturesHaveCredits(PictureRule):
    """Whose picture it is."""

    name, title, part = "image_credit", gettext_lazy("Each picture has a credit"), "credit"

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if picture.credit.strip() or picture.image.credit.strip():
            return ""
        return _("Say whose picture “%(name)s” is.") % {"name": picture.name}


class PicturesHaveTerms(PictureRule):
    """Newspapers ask before they print what nobody has allowed."""

    name, title, part = "image_licence", gettext_lazy("Each picture says who may use it"), "licence"

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if picture.licence or picture.image.licence or picture.image.licence_note.strip():
            return ""
        return _("Say what others may do with “%(name)s”.") % {"name": picture.name}


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
    part = "caption"

    def lack_of(self, picture: PictureInText, subject: Contents, house: House) -> str:
        if not subject.is_original or not picture.image.caption or picture.caption:
            return ""
        words = _("Nobody can translate a caption kept with the image: write it here. “%(words)s”")
        return words % {"words": cut_text(picture.image.caption, FIRST_WORDS, "…")}


PICTURE_RULES: tuple[type[Rule], ...] = (
    *(PicturesAreDescribed, PicturesHaveCaptions, PicturesHaveCredits, PicturesHaveTerms, PicturesAreLargeEnough),
    CaptionsCanBeTranslated,
)
