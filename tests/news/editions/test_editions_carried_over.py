"""What was published before there were editions becomes editions that say the same."""

import datetime
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
import time_machine
from before_editions import AFTER, Archive, TimeBefore, body_with, migrate
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from leaving_quietly import unpublish
from wagtail.models import ReferenceIndex

from news.editions.composing import compose
from news.editions.document import ReleaseDocument
from news.factories import ReleasePageFactory, quote_block
from news.migrations.carrying_over.editions import LostReleaseError, carry_over, keep_editions
from news.migrations.carrying_over.written import UnreadableError, until
from news.models import Correction, Edition, NewsIndexPage, ReleaseBoilerplate, ReleaseOrganisation, ReleasePage
from news.models.links import ReleaseAttachment, ReleaseParticipant
from news.quotes.approvals import approve
from newsroom.base.factories import DocumentFactory, ImageFactory, locale_of, publish
from newsroom.base.models import NewsroomDocument
from newsroom.home.models import HomePage
from newsroom.publication.files.storage import is_public_file
from organisations.factories import BoilerplateFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)

DAY = datetime.datetime(2026, 11, 20, 22, 40, tzinfo=datetime.UTC)
LONG_AGO = datetime.datetime(1998, 3, 2, tzinfo=datetime.UTC)
OLD, NEW = "<p>Ninety cities on two rivers.</p>", "<p>Ninety-one cities on two rivers.</p>"
SPOKEN, TRANSLATED = "We shade a street as we light it.", "Nous ombrageons une rue comme nous l’éclairons."


@pytest.fixture(scope="module")
def time_before() -> TimeBefore:
    """The time before editions, into which the database is brought by the first test that goes there."""
    return TimeBefore()


@pytest.fixture
def archive(newsroom: HomePage, time_before: TimeBefore) -> Iterator[Archive]:
    """A newsroom whose database is of the time before editions."""
    yield Archive(time_before.travel())
    time_before.leave()


@pytest.fixture
def written(archive: Archive, index: NewsIndexPage) -> SimpleNamespace:
    """Releases with everything that a release can have."""
    with time_machine.travel(DAY, tick=False):
        return SimpleNamespace(**releases_of_all_kinds(archive, index))


def releases_of_all_kinds(archive: Archive, index: NewsIndexPage) -> dict[str, Any]:
    """A rich release in two languages, corrected twice in the first; one withdrawn, one issued long ago, a draft."""
    boilerplate, picture, own = BoilerplateFactory(text=OLD), ImageFactory(caption="A & B", credit="C"), ImageFactory()
    rich = rich_release(index, boilerplate, picture, own)
    french = in_french(rich, boilerplate)
    for page in (rich, french):
        archive.freeze(page, {boilerplate.pk: OLD})
    link = f'<p>See <a linktype="page" id="{index.pk}">the list</a>, 31.</p>'
    archive.correct(rich, image=None, body=[*body_with(("text", link)), *rich.body.raw_data[1:]])
    archive.correct(rich, title="Twelve stops, mended")
    boilerplate.text = NEW
    boilerplate.save_revision().publish()
    withdrawn = ReleasePageFactory(parent=index, dateline_place="Nairobi")
    unpublish(withdrawn)
    ancient = ReleasePageFactory(parent=index, first_issued_at=LONG_AGO, dateline_place="Tokyo")
    draft = ReleasePageFactory(parent=index, live=False)
    return {"rich": rich, "french": french, "withdrawn": withdrawn, "ancient": ancient, "draft": draft, "own": own}


def rich_release(index: NewsIndexPage, boilerplate: Any, picture: Any, own: Any) -> ReleasePage:
    """A public release in English with every kind of part."""
    officer, office = PersonFactory(name="Noor Haddad"), OrganisationFactory(name="Office of Shade")
    office.copy_for_translation(locale_of("fr")).save()
    document, linked = DocumentFactory(), DocumentFactory(title="All figures")
    text = f'<p data-block-key="a">It was <b>13</b>, <a linktype="document" id="{linked.pk}">all</a>.</p>'
    body = body_with(
        ("text", f"{text}<p></p><ul><li>One <b>and</b></li><li>two</li></ul>"),
        ("heading", "What next"),
        ("image", {"image": picture.pk, "alt": "", "caption": ""}),
        ("image", {"image": picture.pk, "alt": "A bus", "caption": "<p>In the <i>sun</i></p>"}),
    )
    quotes = [quote_block(SPOKEN, officer, organisation=office), quote_block("Ярко.", officer, language="ru")]
    page = ReleasePageFactory(
        parent=index,
        body=[*body, *quotes],
        image=own,
        dateline_place="Nairobi",
        hashtags=["Shade", "Night"],
        live=False,
    )
    page.notes_to_editors = "<ol><li>A note.</li></ol>"
    page.organisation_links.add(ReleaseOrganisation(organisation=office, is_lead=False))
    for number, link in enumerate(page.organisation_links.all()):
        link.sort_order = number
    page.participant_links.add(ReleaseParticipant(person=officer, role="Mayor", locale=page.locale))
    page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=boilerplate))
    page.attachments.add(ReleaseAttachment(document=document, title="", locale=page.locale))
    page.save()
    publish(page)
    return page


def in_french(page: ReleasePage, boilerplate: Any) -> ReleasePage:
    """Its public translation, with an approved quote."""
    french: ReleasePage = page.copy_for_translation(locale_of("fr"))
    blocks = page.body.raw_data
    spoken = next(block for block in blocks if block["type"] == "quote")
    translated = {**spoken, "value": {**spoken["value"], "words": TRANSLATED}}
    french.title, french.body = "Douze arrêts", [translated if block is spoken else block for block in blocks]
    french.save()
    approve(french, UUID(french.body[4].id), TRANSLATED, "The office")
    publish(french)
    return french


def carried() -> dict[tuple[int, int], ReleaseDocument]:
    """What the editions say after the migration."""
    migrate(AFTER)
    return {(each.release_id, each.number): each.document for each in Edition.objects.all()}


def test_every_page_says_what_it_said(archive: Archive, written: SimpleNamespace) -> None:
    """Each edition is the one that the code of today has made, or would make but for frozen words."""
    expected = archive.forget_editions()
    found = carried()
    assert found.keys() == expected.keys()
    for key, document in expected.items():
        assert found[key] == document, key
    first = found[written.french.pk, 1]
    assert [quote.status for quote in first.quotes] == ["official", "courtesy"]
    assert first.boilerplates[0].html == OLD
    for page in ReleasePage.objects.live():
        last = Edition.objects.filter(release=page).latest("number").document
        assert compose(page, last) == last
        assert page.pk not in (written.rich.pk, written.french.pk) or compose(page) != last


def test_editions_are_numbered_and_known_to_what_hangs_on_them(
    archive: Archive, written: SimpleNamespace, reader: Client
) -> None:
    archive.forget_editions()
    ReleasePage.objects.filter(pk=written.french.pk).update(image=None)
    ReferenceIndex.objects.filter(to_object_id=str(written.own.pk)).delete()
    assert not is_public_file(written.own)
    carried()
    editions = list(Edition.objects.filter(release=written.rich.pk).order_by("number"))
    assert [(each.number, each.kind) for each in editions] == [(1, "first"), (2, "correction"), (3, "correction")]
    assert [each.issued_by_name for each in editions] == ["", "Noor Haddad", "Noor Haddad"]
    corrections = Correction.objects.filter(release=written.rich.pk).order_by("number")
    assert [each.earlier for each in corrections] == editions[:2]
    assert not Edition.objects.filter(release=written.draft.pk)
    assert Edition.objects.filter(release=written.withdrawn.pk).count() == 1
    assert Edition.objects.get(release=written.ancient.pk).issued_at == DAY
    assert is_public_file(written.own)
    for edition in Edition.objects.all():
        known = ReferenceIndex.get_references_for_object(edition)
        rows = set(known.values_list("to_content_type_id", "to_object_id", "model_path", "content_path"))
        assert rows == set(ReferenceIndex._extract_references_from_object(edition))
    linked = ("document", NewsroomDocument.objects.get(title="All figures").pk)
    assert [linked in edition.document.files for edition in editions] == [True, False, False]
    assert reader.get(f"{written.rich.url}versions/1/").status_code == 200
    with pytest.raises(LostReleaseError, match="restore a copy"):
        keep_editions(archive.apps, None)


BROKEN = ("{", "[3]", [{"type": "quote", "value": "words"}], [{"type": "quote", "value": {"speaker": "who"}}])


@pytest.mark.parametrize("content", [{}, [], None, *({"title": "T", "body": body} for body in BROKEN)])
def test_what_is_no_page_is_known_for_it(content: Any) -> None:
    correction = SimpleNamespace(content=content, boilerplates={})
    with pytest.raises(UnreadableError):
        until(correction, SimpleNamespace(facts={}))


def test_a_broken_version_stops_nothing(
    archive: Archive, written: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = archive.apps.get_model("news", "Correction").objects.filter(release_id=written.rich.pk)
    rows.filter(number=1).update(content={"title": "T", "body": "{"})
    expected = archive.forget_editions()
    found = carried()
    assert found[written.rich.pk, 1] == found[written.rich.pk, 2] == expected[written.rich.pk, 2]
    assert f"Release {written.rich.pk}: version 1 cannot be read" in capsys.readouterr().out


def test_as_many_queries_for_many_releases(archive: Archive, index: NewsIndexPage) -> None:
    counts = []
    for number in (2, 10):
        for _number in range(number):
            ReleasePageFactory(parent=index, quotes=2)
        archive.forget_editions()
        with CaptureQueriesContext(connection) as captured:
            carry_over(archive.apps, None)
        counts.append(len(captured))
    archive.forget_editions()
    assert counts[0] == counts[1]
