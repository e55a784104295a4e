"""A language may have its own file and title for an attachment."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from desk import a_translator, again, an_officer, ask, translate
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from news.factories import ReleasePageFactory
from news.models import Correction, NewsIndexPage, ReleaseAttachment, ReleasePage
from newsroom.base.factories import publish
from newsroom.base.models import NewsroomDocument
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from newsroom.publication.withdrawals.service import take_off
from newsroom.translation.models import TranslationTask
from newsroom.translation.signing.signoff import sign_off

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)


def paper(title: str = "Shade count tables", content: bytes = b"table", language: str = "") -> NewsroomDocument:
    """A file to take away."""
    document = NewsroomDocument(title=title, file=ContentFile(content, "tables.txt"), language=language)
    document._set_document_file_metadata()
    document.save()
    return document


def with_files(index: NewsIndexPage, *documents: NewsroomDocument, **fields: Any) -> ReleasePage:
    """A public release with these files, each under the title "Tables"."""
    page: ReleasePage = ReleasePageFactory(parent=index, slug="count-shade", live=False, **fields)
    for document in documents or (paper(),):
        page.attachments.add(ReleaseAttachment(document=document, title="Tables"))
    page.save()
    publish(page)
    return page


def give(translation: Translation, document: NewsroomDocument, browser: Client) -> None:
    """Choose another file in the translation's editor."""
    segment = OverridableSegment.objects.get(source=translation.source, context__field_path="attachments.document")
    where = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    answer = browser.put(where, f"value={document.pk}", content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (200, 201), answer.content


def task_of(page: ReleasePage, code: str = "fr") -> TranslationTask:
    """The page is translated but for what the translator gives in its place."""
    (task,) = ask(page, code)
    translate(task, code.upper())
    return task


def put_out(task: TranslationTask) -> ReleasePage:
    """Sign the translation and publish it."""
    task = again(task)
    sign_off(task, an_officer(), reason="The same words after a mark.")
    target = ReleasePage.objects.get(pk=task.target.pk)
    publish(target)
    return ReleasePage.objects.get(pk=target.pk)


def taken_away(reader: Client, address: str) -> list[tuple[str, str, str]]:
    """The files that a page offers: address, attributes and what is said about each."""
    html = reader.get(address).content.decode()
    return re.findall(r'<li><a href="(/documents/[^"]+)"([^>]*)>(.*?)</li>', html)


def test_translators_file_and_title_are_what_readers_of_the_language_get(index: NewsIndexPage, reader: Client) -> None:
    page = with_files(index)
    task = task_of(page)
    french = paper("Tableaux de l’ombre", b"tableaux" * 200)
    give(task.translation, french, browser_of(a_translator("fr")))
    put_out(task)
    ((address, attributes, words),) = taken_away(reader, "/fr/news/count-shade/")
    assert (
        address == french.url and 'hreflang="fr"' in attributes and "lang=" not in attributes.replace("hreflang=", "")
    )
    assert words.startswith("FR Tables</a>") and "1,6" in words
    assert reader.get(address).getvalue() == b"tableaux" * 200
    ((address, attributes, words),) = taken_away(reader, "/en/news/count-shade/")
    assert address == page.attachments.get().document.url and 'hreflang="en"' in attributes


@pytest.mark.parametrize(("code", "words"), [("fr", "en anglais"), ("ar", "الإنكليزية"), ("zh-hans", "英文")])
def test_where_none_is_given_the_originals_is_marked_with_its_language(
    index: NewsIndexPage, reader: Client, code: str, words: str
) -> None:
    page = with_files(index)
    put_out(task_of(page, code))
    ((address, attributes, told),) = taken_away(reader, f"/{code}/news/count-shade/")
    assert address == page.attachments.get().document.url
    assert 'hreflang="en"' in attributes and words in told


def test_title_of_a_file_is_marked_with_the_language_of_the_file(index: NewsIndexPage, reader: Client) -> None:
    page = with_files(index)
    page.attachments.all().update(title="")
    page = ReleasePage.objects.get(pk=page.pk)
    publish(page)
    put_out(task_of(page, "ar"))
    ((_address, attributes, told),) = taken_away(reader, "/ar/news/count-shade/")
    assert ' lang="en" dir="ltr"' in attributes and told.startswith("Shade count tables")


def test_officer_leaves_the_title_empty_and_it_is_there_to_be_translated(db: None) -> None:
    row = ReleaseAttachment(document=paper())
    row.clean()
    assert row.title == "Shade count tables"


def test_language_that_the_record_of_a_file_states_counts(index: NewsIndexPage, reader: Client) -> None:
    with_files(index, paper(language="ru"))
    ((_address, attributes, told),) = taken_away(reader, "/en/news/count-shade/")
    assert 'hreflang="ru"' in attributes and "in Russian" in told


def test_own_file_is_private_until_its_language_is_public(index: NewsIndexPage, reader: Client) -> None:
    french = paper("Tableaux")
    with time_machine.travel(NOW, tick=False):
        page = with_files(index, embargoed_until=LIFT)
        task = task_of(page)
        give(task.translation, french, browser_of(a_translator("fr")))
        assert reader.get(french.url).status_code == 404
        sign_off(again(task), an_officer())
        assert reader.get(french.url).status_code == 404
    with time_machine.travel(LIFT, tick=False):
        lift_due()
        assert reader.get("/fr/news/count-shade/").status_code == 200
        assert reader.get(french.url).status_code == 200
        take_off(ReleasePage.objects.get(pk=page.pk), Manner.WITHDRAWN, {"en": "A slip."}, None)
        assert reader.get(french.url).status_code == 404


def test_earlier_version_keeps_the_file_that_it_had(index: NewsIndexPage, reader: Client) -> None:
    page = with_files(index)
    task = task_of(page)
    first, second = paper("Premier", b"un"), paper("Second", b"deux")
    give(task.translation, first, browser_of(a_translator("fr")))
    french = put_out(task)
    draft = french.get_latest_revision_as_object()
    row = draft.attachments.get()
    row.document = second
    draft.attachments = [row]
    draft.save_revision()
    correct([Note(draft, "un", "deux", "Une faute.")], CorrectionKind.FACTUAL, None)
    assert taken_away(reader, french.url)[0][0] == second.url
    document = Correction.objects.get(release=french).earlier.document
    assert [each.document for each in document.attachments] == [first.pk]
    assert reader.get(f"{french.url}versions/1/").status_code == 200
    assert reader.get(first.url).status_code == 200


def test_changed_file_of_the_original_is_to_be_looked_at(index: NewsIndexPage) -> None:
    page = with_files(index)
    task = task_of(page)
    give(task.translation, paper("Tableaux"), browser_of(a_translator("fr")))
    put_out(task)
    draft = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    newer = paper("Shade count tables, mended", b"other")
    row = draft.attachments.get()
    row.document = newer
    draft.attachments = [row]
    draft.save_revision()
    (change,) = again(task).changes
    assert change["kind"] == "changed" and "mended" in change["new"] and change["path"].startswith("attachments")
    assert again(task).is_reopened


def test_file_exchanged_under_the_same_record_is_to_be_looked_at(index: NewsIndexPage) -> None:
    document = paper()
    page = with_files(index, document)
    task = task_of(page)
    give(task.translation, paper("Tableaux"), browser_of(a_translator("fr")))
    put_out(task)
    document.file = ContentFile(b"other", "other.txt")
    document._set_document_file_metadata()
    document.save()
    assert [change["kind"] for change in again(task).changes] == ["changed"]
    assert page.live


def test_language_without_its_own_file_is_not_asked_to_look(index: NewsIndexPage) -> None:
    page = with_files(index)
    task = task_of(page)
    put_out(task)
    draft = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    row = draft.attachments.get()
    row.document = paper("Other")
    draft.attachments = [row]
    draft.save_revision()
    assert again(task).is_signed_off


def test_signature_covers_the_file(index: NewsIndexPage) -> None:
    page = with_files(index)
    task = task_of(page)
    browser = browser_of(a_translator("fr"))
    give(task.translation, paper("Tableaux"), browser)
    sign_off(again(task), an_officer())
    give(task.translation, paper("Autres tableaux"), browser)
    assert again(task).is_reopened
    with pytest.raises(RefusedError):
        publish(ReleasePage.objects.get(pk=task.target.pk))
    assert page.live


def test_deleted_file_gives_way_to_the_originals(index: NewsIndexPage, reader: Client) -> None:
    page = with_files(index)
    task = task_of(page)
    french = paper("Tableaux")
    give(task.translation, french, browser_of(a_translator("fr")))
    french.delete()
    assert not SegmentOverride.objects.exists()
    put_out(task)
    assert taken_away(reader, "/fr/news/count-shade/")[0][0] == page.attachments.get().document.url


def test_editor_offers_file_and_title(index: NewsIndexPage, admin_client: Client) -> None:
    task = task_of(with_files(index))
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[task.target.pk])).content.decode()
    assert "document_chooser" in html and "attachments." in html


def test_queries_do_not_grow_with_files(
    index: NewsIndexPage, reader: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    page = with_files(index, *(paper(f"Table {number}") for number in range(3)))
    few = count_queries(lambda: reader.get(page.url))
    for number in range(27):
        page.attachments.add(ReleaseAttachment(document=paper(f"Table {number}"), title="Tables"))
    publish(page)
    assert count_queries(lambda: reader.get(page.url)) == few
