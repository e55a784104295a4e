"""Pictures give away no place: what readers get is the picture and its colours, whatever a camera wrote beside."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from PIL import Image, ImageCms, PngImagePlugin

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from news.releases.presentation import logos
from newsroom.base.factories import ImageFactory
from newsroom.base.files.pictures import PixelsOnly
from newsroom.base.models import NewsroomImage, RuleSettings
from organisations.factories import OrganisationFactory

PLACE, CAMERA, SERIAL, WORDS = "Rua da Ponte 7", "Confluent Optics", "SN-4711-0815", "taken at the back door"
SECRETS = [each.encode() for each in (PLACE, CAMERA, SERIAL, WORDS)]
#: What stands before such things in each format.
HOLDERS = [b"Exif\x00", b"EXIF", b"eXIf", b"XMP", b"xmpmeta", b"Photoshop", b"tEXt", b"iTXt", b"zTXt", b"GPS"]
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:source>{PLACE} {WORDS}</dc:source></x:xmpmeta>'.encode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
#: IPTC of a news agency, in the segment that Photoshop uses.
IPTC = b"\xff\xed" + (2 + 14 + len(PLACE)).to_bytes(2, "big") + b"Photoshop 3.0\x00" + PLACE.encode()


@pytest.fixture(autouse=True)
def any_size(request: pytest.FixtureRequest) -> None:
    """Pictures here are small; how large those of a release must be is another matter."""
    if "db" in request.fixturenames or "newsroom" in request.fixturenames:
        request.getfixturevalue("db")
        RuleSettings.objects.create(picture_long_side=0, picture_short_side=0, upload_short_side=0)


def exif(orientation: int) -> Image.Exif:
    """What a phone writes: its make, its number, where it was, and which way it was held."""
    written = Image.Exif()
    written[0x0112], written[0x010F], written[0x010E] = orientation, CAMERA, WORDS
    written.get_ifd(0x8769)[0xA431] = SERIAL
    gps = written.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4], gps[28] = "N", (44.0, 26.0, 7.5), "E", (26.0, 6.0, 9.0), PLACE.encode()
    return written


def picture() -> Image.Image:
    """Twice as wide as high, red on the left and blue on the right."""
    drawn = Image.new("RGB", (80, 40), "#c80000")
    drawn.paste("#0000c8", (40, 0, 80, 40))
    return drawn


def jpeg(orientation: int = 1) -> bytes:
    return saved("JPEG", exif=exif(orientation), xmp=XMP, comment=WORDS, extra=IPTC, icc_profile=PROFILE)


def png(orientation: int = 1) -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", WORDS)
    words.add_text("Source", PLACE, zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return saved("PNG", exif=exif(orientation), pnginfo=words, icc_profile=PROFILE)


def webp(orientation: int = 1) -> bytes:
    return saved("WEBP", exif=exif(orientation), xmp=XMP, icc_profile=PROFILE, lossless=True)


def gif(_orientation: int = 1) -> bytes:
    return saved("GIF", comment=f"{WORDS}, {PLACE}".encode())


def saved(form: str, **beside: Any) -> bytes:
    """The picture as a file, with what is written beside it."""
    buffer = io.BytesIO()
    picture().save(buffer, form, **beside)
    return buffer.getvalue()


UPLOADS: dict[str, Callable[..., bytes]] = {"jpg": jpeg, "png": png, "webp": webp, "gif": gif}
FORMATS = ["jpeg", "png", "webp", "gif", "avif"]


def uploaded(suffix: str, orientation: int = 1) -> NewsroomImage:
    """A picture as somebody uploaded it."""
    return ImageFactory(content=UPLOADS[suffix](orientation), name=f"IMG_0042.{suffix}")


def holds_no_more_than_a_picture(content: bytes) -> Image.Image:
    """The picture, if there is nothing beside it."""
    assert not [each for each in (*SECRETS, *HOLDERS) if each in content]
    opened = Image.open(io.BytesIO(content))
    opened.load()
    assert not opened.getexif() and not opened.getxmp()
    assert not {"exif", "xmp", "comment", "photoshop", "parsed_exif"} & set(opened.info)
    return opened


@pytest.mark.parametrize("suffix", UPLOADS)
def test_what_is_uploaded_here_does_tell(suffix: str) -> None:
    """Else the tests below would hold of anything."""
    assert WORDS.encode() in UPLOADS[suffix]()


@pytest.mark.parametrize("suffix", UPLOADS)
@pytest.mark.parametrize("form", FORMATS)
def test_rendition_of_any_format_holds_the_picture_alone(db: None, suffix: str, form: str) -> None:
    image = uploaded(suffix)
    for spec in (f"width-40|format-{form}", f"original|format-{form}", f"fill-20x20|format-{form}"):
        with image.get_rendition(spec).file.open("rb") as file:
            opened = holds_no_more_than_a_picture(file.read())
        if suffix != "gif" and form != "gif":
            assert opened.info["icc_profile"]


@pytest.mark.parametrize("suffix", UPLOADS)
def test_rendition_in_its_own_format_holds_the_picture_alone(db: None, suffix: str) -> None:
    with uploaded(suffix).get_rendition("max-40x40").file.open("rb") as file:
        holds_no_more_than_a_picture(file.read())


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_picture_stands_upright_without_being_told(db: None, suffix: str) -> None:
    with uploaded(suffix, orientation=6).get_rendition("max-80x80").file.open("rb") as file:
        opened = holds_no_more_than_a_picture(file.read()).convert("RGB")
    assert opened.size == (40, 80)
    assert opened.getpixel((20, 10))[0] > 150 and opened.getpixel((20, 70))[2] > 150


def test_what_shines_through_stays_so(db: None) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (40, 40), (200, 0, 0, 0)).save(buffer, "PNG", exif=exif(1))
    image = ImageFactory(content=buffer.getvalue())
    with image.get_rendition("max-20x20").file.open("rb") as file:
        assert holds_no_more_than_a_picture(file.read()).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("suffix", UPLOADS)
def test_address_of_the_upload_answers_with_the_picture_alone(
    index: NewsIndexPage, reader: Client, suffix: str, admin_client: Client
) -> None:
    """The address of a rendition tells that of the file it was made of."""
    page = ReleasePageFactory(parent=index, image=uploaded(suffix))
    shown = page.image.get_rendition("width-40").url
    address = f"{shown.partition('.')[0]}.{suffix}"
    assert address == page.image.file.url
    for browser in (reader, admin_client):
        answer = browser.get(address)
        content = b"".join(answer.streaming_content)
        assert holds_no_more_than_a_picture(content).size == (80, 40)
        assert answer["Content-Type"] == Image.MIME[Image.open(io.BytesIO(content)).format or ""]


def test_upload_whose_file_is_lost_answers_404(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, image=uploaded("jpg"))
    default_storage.delete(page.image.file.name)
    assert reader.get(page.image.file.url).status_code == 404


def test_renditions_of_before_are_made_anew(index: NewsIndexPage, reader: Client) -> None:
    """They keep their addresses; one whose upload is lost is kept, since it could not be made again."""
    from importlib import import_module

    known, lost = (ReleasePageFactory(parent=index, image=uploaded("jpg")).image for _number in range(2))
    addresses = []
    for image in (known, lost):
        made = image.get_rendition("width-40")
        default_storage.delete(made.file.name)
        default_storage.save(made.file.name, io.BytesIO(jpeg()))
        addresses.append(made.url)
    default_storage.delete(lost.file.name)
    import_module("newsroom.base.migrations.0007_renditions_of_pixels").forget_files(apps, connection.schema_editor())
    holds_no_more_than_a_picture(b"".join(reader.get(addresses[0]).streaming_content))
    assert reader.get(addresses[1]).status_code == 200


def for_print(profile: bytes | None, mode: str = "CMYK", form: str = "JPEG") -> bytes:
    """A red picture as a print shop saves it, with a colour profile beside it."""
    buffer = io.BytesIO()
    drawn = Image.new("RGB", (80, 40), "#c80000").convert(mode)
    drawn.save(buffer, form, **({"icc_profile": profile} if profile else {}))
    return buffer.getvalue()


@pytest.mark.parametrize("profile", [PROFILE, b"no profile at all", PROFILE[:200], None])
@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "avif"])
def test_profile_that_does_not_fit_is_left_out(db: None, profile: bytes | None, form: str) -> None:
    image = ImageFactory(content=for_print(profile), name="stops.jpg")
    with image.get_rendition(f"fill-20x20|format-{form}").file.open("rb") as file:
        opened = Image.open(io.BytesIO(file.read()))
    red, green, blue = opened.convert("RGB").getpixel((5, 5))
    assert opened.mode == "RGB" and "icc_profile" not in opened.info
    assert red > 150 and green < 60 and blue < 60


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_broken_profile_of_any_picture_is_left_out(db: None, mode: str) -> None:
    wrong = PROFILE if mode == "L" else b"broken" * 40
    image = ImageFactory(content=for_print(wrong, mode, "PNG"), name="stops.png")
    with image.get_rendition("fill-20x20").file.open("rb") as file:
        assert "icc_profile" not in Image.open(io.BytesIO(file.read())).info


def test_page_whose_picture_is_for_print_is_shown_with_it(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, image=ImageFactory(content=for_print(PROFILE), name="stops.jpg"))
    answer = reader.get(page.url)
    assert answer.status_code == 200 and 'property="og:image"' in answer.content.decode()


def test_picture_that_cannot_be_shown_takes_no_page_down(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = uploaded("jpg")
    body = OrganisationFactory(logo=image)
    page = ReleasePageFactory(parent=index, image=image)
    hub = CampaignHubPageFactory(parent=campaigns, word="Stops", image=image)
    image.renditions.all().delete()

    def stumble(*_given: Any) -> None:
        raise ImageCms.PyCMSError("cannot build transform")

    monkeypatch.setattr(PixelsOnly, "run", stumble)
    for address in (page.url, hub.url):
        answer = reader.get(address)
        assert answer.status_code == 200, address
        assert 'property="og:image" content="http://testserver/media/' not in answer.content.decode()
    assert logos([body]) == {image.pk: None}
    assert reader.get(image.file.url).status_code == 404
