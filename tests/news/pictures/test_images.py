"""Images: what may be uploaded, under which names it is kept, what is said about it."""

import io
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images.forms import get_image_form

from news.factories import ReleasePageFactory, block, text_block
from news.models import NewsIndexPage
from newsroom.base.factories import ImageFactory, UserFactory, png
from newsroom.base.models import NewsroomDocument, NewsroomImage
from newsroom.base.models.media import private_name
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS

PRIVATE = re.compile(r"images/[0-9a-f]{32}\.png")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    """A browser in which a communications officer is logged in."""
    user = UserFactory(roles=[OFFICERS])
    browser = Client()
    browser.force_login(user)
    return browser


def upload(officer: Client, name: str, content: bytes, kind: str = "image/png") -> str:
    """Upload a file as an officer does; gives what the form finds wrong with it."""
    data = {"title": "A lamp", "file": SimpleUploadedFile(name, content, kind), "collection": "1"}
    answer = officer.post(reverse("wagtailimages:add"), data)
    return "" if answer.status_code == 302 else str(answer.context["form"].errors["file"])


def test_officer_uploads_an_image(officer: Client) -> None:
    assert upload(officer, "Secret plan of the mayor.png", png()) == ""
    image = NewsroomImage.objects.get()
    assert PRIVATE.fullmatch(image.file.name)
    assert (image.width, image.height) == (1200, 800)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", SVG),
        ("drawing.png", SVG),
        ("drawing.svg", png()),
        ("page.html", b"<script>alert(1)</script>"),
        ("page.png", b"<html></html>"),
        ("empty.png", b""),
        ("noname", png()),
    ],
)
def test_what_is_no_picture_is_refused(officer: Client, name: str, content: bytes) -> None:
    assert upload(officer, name, content)
    assert not NewsroomImage.objects.exists()


def test_vector_drawings_are_not_offered(newsroom: HomePage) -> None:
    form = get_image_form(NewsroomImage)()
    assert "svg" not in form.fields["file"].widget.attrs.get("accept", "").lower()


def test_form_asks_for_caption_and_credit() -> None:
    assert {"caption", "credit", "description"} <= set(get_image_form(NewsroomImage).base_fields)


def test_names_are_private_and_never_the_same(db: None) -> None:
    first, second = ImageFactory(), ImageFactory()
    assert PRIVATE.fullmatch(first.file.name) and PRIVATE.fullmatch(second.file.name)
    assert first.file.name != second.file.name
    names = {private_name("documents", "Embargoed budget.PDF") for _count in range(100)}
    assert len(names) == 100
    assert all(re.fullmatch(r"documents/[0-9a-f]{32}\.pdf", name) for name in names)


def test_rendition_tells_no_more_than_its_original(db: None) -> None:
    image = ImageFactory(title="Secret plan")
    rendition = image.get_rendition("width-690")
    assert re.fullmatch(r"images/[0-9a-f]{32}\.width-690\.png", rendition.file.name)


def test_document_is_kept_under_a_private_name_and_downloaded_under_its_title(db: None) -> None:
    paper = NewsroomDocument(title="Budget of 2027")
    paper.file.save("Secret draft 3.pdf", io.BytesIO(b"%PDF-1.7"))
    assert re.fullmatch(r"documents/[0-9a-f]{32}\.pdf", paper.file.name)
    assert paper.filename == "budget-of-2027.pdf"
    assert "Secret" not in paper.url


def test_release_shows_caption_credit_and_description_of_its_image(index: NewsIndexPage, reader: Client) -> None:
    image = ImageFactory(
        title="dsc_0042", description="A lamp over a stop.", caption="The stop at <night>", credit="Photo: N. Belhadri"
    )
    page = ReleasePageFactory(parent=index, image=image)
    html = reader.get(page.url).content.decode()
    figure = html.split("<figure>")[1].split("</figure>")[0]
    assert 'alt="A lamp over a stop."' in figure
    assert "The stop at &lt;night&gt;" in figure
    assert '<span class="credit">Photo: N. Belhadri</span>' in figure
    assert "dsc_0042" not in html and "drawing.png" not in html


def test_drawing_is_marked_for_dark_screens_and_a_photograph_is_not(index: NewsIndexPage, reader: Client) -> None:
    drawing, photograph = ImageFactory(is_drawing=True), ImageFactory()
    for image, classes in ((drawing, ["drawing"]), (photograph, [])):
        body = [text_block("<p>Text.</p>"), block("image", {"image": image.pk})]
        for page in (ReleasePageFactory(parent=index, image=image), ReleasePageFactory(parent=index, body=body)):
            figure = reader.get(page.url).content.decode().split("<figure>")[1].split("</figure>")[0]
            assert re.findall(r'<img class="(\w+)"', figure) == classes


def test_machines_are_told_of_every_image_that_readers_see(index: NewsIndexPage, reader: Client) -> None:
    first = ImageFactory(caption="The stop by night", credit="Photo: N. Belhadri")
    shown = [block("image", {"image": image.pk}) for image in (first, ImageFactory(), first)]
    body = [text_block("<p>Text.</p>"), *shown]
    for page, number in (
        (ReleasePageFactory(parent=index, image=first), 1),
        (ReleasePageFactory(parent=index, body=body), 2),
        (ReleasePageFactory(parent=index), 0),
    ):
        html = reader.get(page.url).content.decode()
        data = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])
        images = data.get("image", [])
        assert len(images) == number
        for image in images:
            assert image["@type"] == "ImageObject" and image["url"].startswith("http://testserver/")
            assert image["url"].removeprefix("http://testserver") in html
        if images:
            assert (images[0]["caption"], images[0]["creditText"]) == ("The stop by night", "Photo: N. Belhadri")
            assert (images[0]["width"], images[0]["height"]) == (1200, 800)


@pytest.mark.parametrize(
    ("caption", "shown"), [("", "Kept with the image"), ("<p>Of this release</p>", "Of this release")]
)
def test_image_in_the_text_shows_its_own_caption_before_that_of_the_image(
    index: NewsIndexPage, reader: Client, caption: str, shown: str
) -> None:
    image = ImageFactory(caption="Kept with the image", credit="Photo: N. Belhadri")
    body = [text_block("<p>Text.</p>"), block("image", {"image": image.pk, "caption": caption})]
    page = ReleasePageFactory(parent=index, body=body)
    figcaption = re.findall(r"<figcaption>(.*?)</figcaption>", reader.get(page.url).content.decode(), re.DOTALL)
    assert len(figcaption) == 1
    assert shown in figcaption[0] and "Photo: N. Belhadri" in figcaption[0]
    assert ("Kept with the image" in figcaption[0]) is not bool(caption)


def test_public_image_is_served_as_what_it_is(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, image=ImageFactory())
    answer = reader.get(page.image.file.url)
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Image.open(io.BytesIO(b"".join(answer.streaming_content))).size == (1200, 800)


def test_image_that_nothing_public_uses_answers_404(newsroom: HomePage, reader: Client) -> None:
    assert reader.get(ImageFactory().file.url).status_code == 404
