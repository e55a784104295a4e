"""Two officers press the button in the same second: no gap, no double, nothing lost."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from importing.models import ImportedFile
from importing.review.service import ImportChangedError, import_upload, make_draft
from news.factories import ReleasePageFactory
from news.models import Correction, NewsIndexPage, ReleasePage
from newsroom.home.models import HomePage
from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.service import Note, NothingToCorrectError, correct

pytestmark = pytest.mark.django_db(transaction=True)
OFFICERS = 8


def at_once(*steps: Callable[[], Any]) -> list[Exception]:
    """Take steps in threads of their own that begin together; what went wrong in them."""
    together, errors = threading.Barrier(len(steps)), []

    def take(step: Callable[[], Any]) -> None:
        try:
            together.wait()
            step()
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_references_have_neither_gaps_nor_doubles(newsroom: HomePage) -> None:
    index = NewsIndexPage.objects.get(locale__language_code="en")
    drafts = [ReleasePageFactory(parent=index, live=False) for _number in range(OFFICERS)]
    revisions = [draft.save_revision() for draft in drafts]
    assert not at_once(*(revision.publish for revision in revisions))
    references = sorted(ReleasePage.objects.released().values_list("life__reference", flat=True))
    assert [reference[-3:] for reference in references] == [f"{number:03}" for number in range(1, OFFICERS + 1)]


def test_a_mistake_is_corrected_once(newsroom: HomePage) -> None:
    index = NewsIndexPage.objects.get(locale__language_code="en")
    release = ReleasePageFactory(parent=index)
    release.subheadline = "Mended"
    release.save_revision()
    note = Note(ReleasePage.objects.get(pk=release.pk), "Before", "Mended", "A slip.")
    errors = at_once(*(lambda: correct([note], CorrectionKind.FACTUAL, None) for _number in range(3)))
    assert [type(error) for error in errors] == [NothingToCorrectError] * 2
    assert Correction.objects.count() == 1


def test_an_import_becomes_one_draft(newsroom: HomePage) -> None:
    import_upload(SimpleUploadedFile("piers.txt", b"Towns light their piers\n\nThe lamps stay until spring.\n"), None)
    read = [ImportedFile.objects.get() for _number in range(3)]
    errors = at_once(*(lambda imported=imported: make_draft(imported, None) for imported in read))
    assert [type(error) for error in errors] == [ImportChangedError] * 2
    assert ReleasePage.objects.get().pk == ImportedFile.objects.get().page_id
