"""What was published is one document, kept as it was, and the page is made of it."""

import datetime
import hashlib
import json
import re
from typing import Any

import msgspec
import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from news.editions.composing import compose
from news.editions.document import DocumentQuote, Paragraph, ReleaseDocument
from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import (
    Edition,
    NewsIndexPage,
    ReleaseAttachment,
    ReleaseBoilerplate,
    ReleasePage,
    ReleaseParticipant,
)
from news.releases.boilerplates import refresh_boilerplates, releases_with_boilerplate
from newsroom.base.factories import DocumentFactory, ImageFactory, UserFactory, publish
from newsroom.home.roles import OFFICERS
from newsroom.publication.choices import CorrectionKind, EditionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.editions.serialisation import canonical_json, digest_of, document_from_text, document_to_json
from newsroom.publication.models import PermanentRecordError
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import BoilerplateFactory, OrganisationFactory, PersonFactory

NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
REPLACING = "INSERT OR REPLACE INTO news_edition SELECT * FROM news_edition"
RICH = '<p>It was <b>13 per cent</b> &amp; more.</p><ul><li>one</li><li>two</li></ul><p>So <a href="https://a.example/?x=1&amp;y=2">there</a>.</p>'


def laden(index: NewsIndexPage, quotes: int = 2, **parts: Any) -> ReleasePage:
    """A release with something of every kind, not public yet."""
    people = [PersonFactory() for _number in range(3)]
    picture, inside = ImageFactory(credit="The archive"), ImageFactory(caption="A “bench” & a tree")
    body = [
        text_block(RICH),
        block("heading", "What is next"),
        block("image", {"image": inside.pk, "alt": "", "caption": ""}),
        *(quote_block(f"We count {n} & say so.", people[n % 3], "Mayor") for n in range(quotes)),
    ]
    page: ReleasePage = ReleasePageFactory(
        parent=index, live=False, image=picture, body=body, hashtags=["ShadeIsPublic"], dateline_place="Seoul", **parts
    )
    page.notes_to_editors = "<ol><li>Counted at noon.</li></ol>"
    for person in people[: max(1, min(3, quotes))]:
        page.participant_links.add(ReleaseParticipant(person=person, role="Mayor", locale=page.locale))
    page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=BoilerplateFactory(text="<p>Nine cities.</p>")))
    page.attachments.add(ReleaseAttachment(document=DocumentFactory(title="Table"), title="Table", locale=page.locale))
    page.save()
    return page


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """The same, public since noon."""
    page = laden(index)
    with time_machine.travel(NOON, tick=False):
        publish(page)
    return page


def document_of(page: ReleasePage) -> ReleaseDocument:
    """What readers get of a release."""
    found: ReleaseDocument = Edition.objects.current().get(release=page).document
    return found


def test_document_goes_to_json_and_back_without_loss(release: ReleasePage) -> None:
    document = document_of(release)
    assert document_from_text(json.dumps(document_to_json(document)), ReleaseDocument) == document
    assert document_from_text(canonical_json(document).decode(), ReleaseDocument) == document
    kinds = [type(part).__name__ for part in document.body]
    assert kinds == ["Paragraph", "ItemList", "Paragraph", "SubHeading", "Picture", "DocumentQuote", "DocumentQuote"]
    assert document.body[0] == Paragraph("It was <b>13 per cent</b> &amp; more.")
    assert document.attachments[0].size and document.attachments[0].digest and document.picture
    assert document.boilerplates[0].html == "<p>Nine cities.</p>" and document.hashtags[0].word == "ShadeIsPublic"


def test_another_form_is_refused(release: ReleasePage) -> None:
    data = document_to_json(document_of(release))
    for wrong in ({**data, "more": 1}, {**data, "form": "one"}, {**data, "body": [{"type": "song"}]}):
        with pytest.raises(msgspec.ValidationError):
            document_from_text(json.dumps(wrong), ReleaseDocument)


def test_digest_is_that_of_the_stored_text_in_canonical_form(release: ReleasePage) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document, digest FROM news_edition WHERE release_id = %s", [release.pk])
        ((text, digest),) = cursor.fetchall()
    assert hashlib.sha256(text.encode()).hexdigest() == digest == digest_of(document_of(release))
    as_canonical = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert text == as_canonical


def test_composing_holds_no_rows_and_changes_nothing(release: ReleasePage) -> None:
    draft = release.get_latest_revision_as_object()
    assert compose(draft, document_of(release)) == document_of(release)
    assert Edition.objects.count() == 1


def test_each_publication_is_an_edition_with_its_reason(release: ReleasePage) -> None:
    officer = UserFactory(first_name="Halima", last_name="Okoth", roles=[OFFICERS])
    publish(release)
    assert Edition.objects.count() == 1, "what says the same is none"
    release.title = "With a slip of the pen mended"
    publish(release)
    draft = release.get_latest_revision_as_object()
    draft.subheadline = "It was 31 per cent."
    draft.save_revision()
    correct([Note(draft, "13", "31", "A slip.")], CorrectionKind.FACTUAL, officer)
    boilerplate = release.boilerplate_links.get().boilerplate
    boilerplate.text = "<p>Ten cities.</p>"
    boilerplate.save()
    assert refresh_boilerplates(releases_with_boilerplate(boilerplate), officer) == 1
    take_off(ReleasePage.objects.get(pk=release.pk), Manner.WITHDRAWN, {"en": "Checked again."}, officer)
    draft = ReleasePage.objects.get(pk=release.pk).get_latest_revision_as_object()
    draft.title = "Back again"
    draft.save_revision().publish()
    rows = list(Edition.objects.values_list("number", "kind", "issued_by_name"))
    assert rows[:4] == [
        (1, EditionKind.FIRST, ""),
        (2, EditionKind.MINOR, ""),
        (3, EditionKind.CORRECTION, "Halima Okoth"),
        (4, EditionKind.BOILERPLATE, "Halima Okoth"),
    ]
    assert [(number, kind) for number, kind, _name in rows[4:]] == [(5, EditionKind.AGAIN)]
    assert document_of(release).boilerplates[0].html == "<p>Ten cities.</p>"


def test_correction_that_changes_no_word_keeps_its_edition(release: ReleasePage) -> None:
    release.contact_links.get().delete() if release.contact_links.count() > 1 else None
    draft = release.get_latest_revision_as_object()
    draft.seo_title = "Another"
    draft.save_revision()
    correct([Note(draft, "", "", "Said twice.")], CorrectionKind.CLARIFICATION, None)
    assert list(Edition.objects.values_list("number", flat=True)) == [1, 2]


def test_edition_cannot_be_changed_or_deleted_by_any_door(release: ReleasePage) -> None:
    edition = Edition.objects.get()
    with pytest.raises(PermanentRecordError):
        edition.save()
    with pytest.raises(PermanentRecordError):
        edition.delete()
    doors = (
        lambda: Edition.objects.update(digest="0" * 64),
        lambda: Edition.objects.update(issued_at=NOON),
        lambda: Edition.objects.filter(pk=edition.pk)._raw_delete("default"),
        lambda: connection.cursor().execute("UPDATE news_edition SET document = '{}'"),
        lambda: connection.cursor().execute("DELETE FROM news_edition"),
        lambda: Edition.objects.update(issued_by_name="Somebody else"),
        *([lambda: connection.cursor().execute(REPLACING)] if connection.vendor == "sqlite" else []),
    )
    for door in doors:
        with pytest.raises(DatabaseError, match="on record"), transaction.atomic():
            door()
    assert Edition.objects.get().digest == edition.digest


def test_account_of_who_issued_may_go_and_the_name_stays(index: NewsIndexPage) -> None:
    from wagtail.log_actions import LogContext

    officer = UserFactory(first_name="Halima", last_name="Okoth")
    with LogContext(user=officer):
        publish(laden(index))
    officer.delete()
    edition = Edition.objects.get()
    assert (edition.issued_by, edition.issued_by_name) == (None, "Halima Okoth")


def test_page_shows_the_edition_whatever_becomes_of_the_records(release: ReleasePage, reader: Client) -> None:
    before = reader.get(release.url).content
    for record in (
        *(link.person for link in release.participant_links.all()),
        *(link.organisation for link in release.organisation_links.all()),
        release.boilerplate_links.get().boilerplate,
    ):
        if hasattr(record, "name"):
            record.name = f"{record.name} of today"
        else:
            record.text = "<p>Words of today.</p>"
        record.save()
    image = release.image
    image.caption, image.credit = "A caption of today", "A credit of today"
    image.save()
    assert b"of today" not in reader.get(release.url).content
    assert reader.get(release.url).content == before


@pytest.mark.parametrize("code", ["en", "ar", "zh-hans"])
def test_page_is_what_was_previewed(code: str, index: NewsIndexPage, rf: Any, reader: Client) -> None:
    page = laden(index)
    if code != "en":
        publish(page)
        page = page.copy_for_translation(Locale.objects.get(language_code=code))
        page.title = {"ar": "الظل حق", "zh-hans": "树荫是公共的"}[code]
        page.save()
        page.refresh_from_db()
    with time_machine.travel(NOON, tick=False):
        preview = article(page.make_preview_request(preview_mode="live").render().content.decode())
        publish(page)
        public = article(reader.get(page.url).content.decode())
    assert preview == public


def article(html: str) -> str:
    """The release on its page, without what only a publication gives, and the host that a test asks."""
    start, end = html.index("<article"), html.index("</article>")
    known = re.sub(r"http://(localhost|testserver)|<span class=\"reference\">.*?</span>", "", html[start:end])
    return " ".join(known.split())


@pytest.mark.parametrize(
    ("place", "zone", "day"),
    [
        ("Seoul", "", "21 November 2026"),
        ("New York", "", "20 November 2026"),
        ("Mito Miwili", "", "20 November 2026"),
        ("Mito Miwili", "Asia/Tokyo", "21 November 2026"),
        ("Mito Miwili", "Nonsense/Zone", "20 November 2026"),
        ("Istanbul", "", "21 November 2026"),
        ("Seoul, Korea", "", "21 November 2026"),
        ("Sao Paulo", "", "20 November 2026"),
    ],
)
def test_day_of_a_dateline_is_that_of_its_place(
    place: str, zone: str, day: str, index: NewsIndexPage, reader: Client
) -> None:
    page = ReleasePageFactory(parent=index, dateline_place=place, dateline_zone=zone, live=False)
    with time_machine.travel(datetime.datetime(2026, 11, 20, 23, tzinfo=datetime.UTC), tick=False):
        publish(page)
    html = reader.get(page.url).content.decode()
    assert f'<span class="dateline">{place.upper()}, {day}. </span>' in html
    assert 'datetime="2026-11-20T23:00:00+00:00"' in html


@pytest.mark.parametrize(("code", "place"), [("ar", "سول"), ("zh-hans", "首尔"), ("fr", "Une ville inconnue")])
def test_translation_has_the_day_of_the_same_place(code: str, place: str, index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, dateline_place="Seoul", live=False)
    with time_machine.travel(datetime.datetime(2026, 11, 20, 23, tzinfo=datetime.UTC), tick=False):
        publish(page)
        other = page.copy_for_translation(Locale.objects.get(language_code=code))
        other.dateline_place = place
        other.save()
        publish(other)
    dateline = document_of(other).dateline
    assert dateline and (dateline.zone, dateline.day) == ("Asia/Seoul", datetime.date(2026, 11, 21))


def test_day_entered_without_an_hour_is_that_day_everywhere(index: NewsIndexPage) -> None:
    issued = datetime.datetime(2020, 7, 14, tzinfo=datetime.UTC)
    page = ReleasePageFactory(parent=index, dateline_place="New York", first_issued_at=issued)
    dateline = document_of(page).dateline
    assert dateline and dateline.day == issued.date()


def test_embargo_says_in_which_zone_a_place_unknown_to_clocks_lies(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, dateline_place="Karsund", live=False)
    page.hold_until(NOON + datetime.timedelta(days=365), "Europe/Oslo")
    page.save()
    dateline = compose(page).dateline
    assert dateline and dateline.zone == "Europe/Oslo"


def test_files_of_a_minor_edition_are_not_public_for_good(index: NewsIndexPage, reader: Client) -> None:
    wrong, right = ImageFactory(), ImageFactory()
    page = ReleasePageFactory(parent=index, image=wrong)
    page.image = right
    publish(page)
    assert reader.get(right.get_rendition("width-1380").url).status_code == 200
    assert not Edition.objects.released().filter(number=1).exists()
    assert reader.get(wrong.get_rendition("width-1380").url).status_code == 404


def test_quotes_are_recorded_from_the_document(release: ReleasePage) -> None:
    quotes = [part for part in document_of(release).body if isinstance(part, DocumentQuote)]
    recorded = [(row.quote_id, row.words, row.role, row.status) for row in release.quotes.all()]
    assert recorded == [(quote.id, quote.words, quote.role, quote.status) for quote in quotes]
    organisation = OrganisationFactory()
    assert organisation.quotes.count() == 0


def test_thirty_quotes_cost_no_more_queries_than_three(index: NewsIndexPage, reader: Client) -> None:
    counts = []
    for number in (3, 30):
        page = laden(index, quotes=number)
        publish(page)
        reader.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(page.url).status_code == 200
        with CaptureQueriesContext(connection) as composed:
            compose(ReleasePage.objects.get(pk=page.pk))
        counts.append((len(asked), len(composed)))
    assert counts[0] == counts[1]
