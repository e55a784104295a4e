"""What others may do with a picture: asked where it is chosen, told to readers and machines, kept with the edition."""

import json
from typing import Any

import pytest
from django.test import Client

from news.editions.document import Picture, ReleaseDocument
from news.factories import ReleasePageFactory, block, text_block
from news.models import Edition, NewsIndexPage, ReleasePage
from newsroom.base.factories import ImageFactory, UserFactory, publish
from newsroom.base.files.licences import stated_terms
from newsroom.home.roles import OFFICERS
from newsroom.publication.editions.serialisation import canonical_json, document_from_text

pytestmark = pytest.mark.django_db


def figure_of(reader: Client, page: ReleasePage) -> str:
    """The picture of a release, as readers get it."""
    return reader.get(page.url).content.decode().split("<figure>")[1].split("</figure>")[0]


def license_of(reader: Client, page: ReleasePage) -> Any:
    """What machines are told of its licence."""
    html = reader.get(page.url).content.decode()
    data = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])
    return data["image"][0].get("license")


def picture_in(page: ReleasePage) -> Picture:
    """The picture in its edition."""
    found: Picture = Edition.objects.current().get(release=page).document.picture
    return found


def test_readers_and_machines_are_told_the_licence(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, image=ImageFactory(credit="N. Belhadri", licence="cc-by-4.0"))
    address = "https://creativecommons.org/licenses/by/4.0/"
    assert f'<a href="{address}" rel="license">CC BY 4.0</a>' in figure_of(reader, page)
    assert license_of(reader, page) == address


def test_terms_in_words_are_told_too(index: NewsIndexPage, reader: Client) -> None:
    image = ImageFactory(licence="press", licence_note="Until <2030>.", language="fr")
    page = ReleasePageFactory(parent=index, image=image)
    figure = figure_of(reader, page)
    assert "Free for the press with the credit" in figure
    assert '<span lang="fr" dir="ltr">Until &lt;2030&gt;.</span>' in figure
    assert license_of(reader, page)["text"] == "Free for the press with the credit; Until <2030>."


def test_nothing_is_said_where_nothing_is_stated(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, image=ImageFactory())
    assert "licence" not in figure_of(reader, page) and license_of(reader, page) is None


def test_what_a_release_says_of_a_picture_holds_there(index: NewsIndexPage, reader: Client) -> None:
    image = ImageFactory(credit="Library", licence="free", licence_note="Until 2030.")
    own = {"credit": "N. Belhadri", "licence": "cc0-1.0"}
    lead = ReleasePageFactory(parent=index, image=image, image_credit=own["credit"], image_licence=own["licence"])
    body = [text_block("<p>Text.</p>"), block("image", {"image": image.pk, **own})]
    for page in (lead, ReleasePageFactory(parent=index, body=body)):
        figure = figure_of(reader, page)
        assert "N. Belhadri" in figure and "CC0 1.0" in figure
        assert "Library" not in figure and "Until 2030." not in figure
    assert "Free to use" in figure_of(reader, ReleasePageFactory(parent=index, image=image))


def test_an_edition_keeps_its_terms(index: NewsIndexPage, reader: Client) -> None:
    image = ImageFactory(licence="free")
    page = ReleasePageFactory(parent=index, image=image)
    image.licence = "on-request"
    image.save()
    assert picture_in(page).licence == "free" and "Free to use" in figure_of(reader, page)


def test_an_edition_without_terms_is_written_as_before(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, image=ImageFactory(credit="N. Belhadri"))
    edition = Edition.objects.current().get(release=page)
    written = canonical_json(edition.document).decode()
    assert "licence" not in written
    fields = set(json.loads(written)["picture"])
    assert fields == {
        *("image", "alt", "alt_language", "caption_html", "caption_language", "credit", "credit_language"),
        *("is_drawing", "type"),
    }
    assert document_from_text(written, ReleaseDocument) == edition.document
    publish(page)
    assert Edition.objects.current().get(release=page).digest == edition.digest


def test_whoever_uploads_where_a_picture_is_chosen_is_asked(index: NewsIndexPage) -> None:
    client = Client()
    client.force_login(UserFactory(roles=[OFFICERS]))
    form = client.get("/admin/images/chooser/", HTTP_ACCEPT="application/json").json()["html"]
    for name in ("description", "credit", "licence", "licence_note"):
        assert f'name="image-chooser-upload-{name}"' in form


def test_a_licence_that_nobody_knows_any_more_says_nothing() -> None:
    assert stated_terms("gone") == ("", "")
