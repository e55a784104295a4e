"""A disk that is full or read-only: what the officer is told, and what stays behind."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.base import SessionBase
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory
from people import at_work
from wagtail.images.tests.utils import get_test_image_file

from newsroom.base.factories import ImageFactory
from newsroom.base.files.storage import NotStoredError, WholeFiles
from newsroom.base.models import NewsroomDocument, NewsroomImage
from newsroom.base.requests.middleware import SayWhatWasNotStored
from newsroom.base.sqlite import keep_to_owner
from newsroom.home.roles import OFFICERS

BY_SCRIPT = {"X-Requested-With": "XMLHttpRequest"}


def picture() -> SimpleUploadedFile:
    """An image as a browser sends it."""
    return SimpleUploadedFile("ferry.png", get_test_image_file().file.getvalue(), "image/png")


class FillsTheDisk(ContentFile):
    """A file whose second piece finds no room."""

    def chunks(self, chunk_size: int | None = None) -> Any:
        yield b"the first piece"
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    """An empty folder of media."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def files(media: Path) -> list[Path]:
    """Every file in the folder."""
    return [path for path in media.rglob("*") if path.is_file()]


def test_file_that_could_not_be_written_leaves_nothing(media: Path) -> None:
    with pytest.raises(NotStoredError):
        WholeFiles().save("images/a.png", FillsTheDisk(b""))
    assert files(media) == []


def test_file_that_was_there_stays(media: Path) -> None:
    storage = WholeFiles()
    storage.save("images/a.png", ContentFile(b"kept"))
    with pytest.raises(NotStoredError):
        storage._save("images/a.png", FillsTheDisk(b""))
    assert [path.read_bytes() for path in files(media) if path.name == "a.png"] == [b"kept"]


@pytest.fixture
def full(media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that says that it is full."""
    usage = type(shutil.disk_usage("/"))(10**9, 10**9, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)


@pytest.fixture
def read_only(media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that may not be written to."""
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)


@pytest.mark.parametrize("disk", ["full", "read_only"])
def test_form_says_that_there_is_no_room(disk: str, newsroom: Any, media: Path, request: pytest.FixtureRequest) -> None:
    officer = at_work(OFFICERS)
    request.getfixturevalue(disk)
    data = {"title": "Ferry", "collection": 1}
    for address, upload in (
        ("/admin/images/multiple/add/", picture()),
        ("/admin/documents/multiple/add/", SimpleUploadedFile("plan.txt", b"words")),
    ):
        answer = officer.post(address, {**data, "files[]": upload}, headers=BY_SCRIPT)
        assert "There is no room for this file" in answer.json()["error_message"]
    given = {**data, "file": picture(), "language": "en"}
    chooser = {f"image-chooser-upload-{name}": value for name, value in given.items()}
    answer = officer.post("/admin/images/chooser/create/", chooser)
    assert "There is no room for this file" in answer.json()["htmlFragment"]
    given["file"] = picture()
    assert "There is no room for this file" in officer.post("/admin/images/add/", given).content.decode()
    assert files(media) == []
    assert not NewsroomImage.objects.exists() and not NewsroomDocument.objects.exists()


def no_room(*args: Any, **kwargs: Any) -> None:
    """What the file system says of a disk that fills while a file is written."""
    raise NotStoredError(errno.ENOSPC, "No space left on device")


def test_upload_that_fails_while_it_is_stored_is_told(
    newsroom: Any, media: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    officer = at_work(OFFICERS)
    monkeypatch.setattr(WholeFiles, "_save", no_room)
    data = {"files[]": picture(), "title": "Ferry", "collection": 1}
    answer = officer.post("/admin/images/multiple/add/", data, headers=BY_SCRIPT)
    assert answer.json()["success"] is False
    assert "could not be stored" in answer.json()["error_message"]
    assert "A file could not be stored: No space left on device" in caplog.text


def test_upload_by_a_form_leads_back_to_it_with_the_reason() -> None:
    request = RequestFactory().post(
        "/admin/documents/add/", headers={"Referer": "http://testserver/admin/documents/add/"}
    )
    request.session = SessionBase()
    request._messages = FallbackStorage(request)
    mended = SayWhatWasNotStored(lambda request: HttpResponse())
    answer = mended.process_exception(request, NotStoredError(errno.EROFS, "Read-only file system"))
    assert answer["Location"] == "http://testserver/admin/documents/add/"
    assert ["could not be stored" in str(message) for message in request._messages] == [True]
    assert mended.process_exception(request, ValueError("something else")) is None
    assert mended.process_exception(RequestFactory().get("/en/"), NotStoredError()) is None


def test_rendition_that_was_lost_is_made_anew(newsroom: Any, media: Path) -> None:
    image = ImageFactory()
    rendition = image.get_rendition("width-20")
    before = default_storage.open(rendition.file.name).read()
    default_storage.delete(rendition.file.name)
    answer = at_work(OFFICERS).get(f"/media/{rendition.file.name}")
    assert answer.status_code == 200
    assert b"".join(answer) == before
    assert default_storage.exists(rendition.file.name)


def test_rendition_is_not_made_for_strangers_or_without_its_original(newsroom: Any, media: Path, reader: Any) -> None:
    image = ImageFactory()
    rendition = image.get_rendition("width-20")
    default_storage.delete(rendition.file.name)
    assert reader.get(f"/media/{rendition.file.name}").status_code == 404
    assert not default_storage.exists(rendition.file.name)
    default_storage.delete(image.file.name)
    assert at_work(OFFICERS).get(f"/media/{rendition.file.name}").status_code == 404


class Opened:
    """A connection to a database file."""

    vendor = "sqlite"

    def __init__(self, name: Path) -> None:
        self.settings_dict = {"NAME": name}


def test_database_file_is_its_owners_alone(tmp_path: Path) -> None:
    paths = [tmp_path / f"newsroom.sqlite3{end}" for end in ("", "-wal", "-shm")]
    for path in paths:
        path.touch(mode=0o644)
    keep_to_owner(Opened(paths[0]))
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
