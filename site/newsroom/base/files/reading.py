"""The text of documents, read once after they are uploaded and kept beside them, for the search."""

import logging
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

from django.db import transaction

from newsroom.base.files import text_of_file
from newsroom.base.models import DocumentText, NewsroomDocument

logger = logging.getLogger(__name__)

LARGEST = 30 << 20
#: Longer than the processor time that the reading program gives itself, for a machine that is busy.
PATIENCE = text_of_file.SECONDS * 2


def read_after_upload(instance: NewsroomDocument, raw: bool = False, **kwargs: Any) -> None:
    """A document with a file that was not read yet is read once the row is written."""
    if not raw and is_unread(instance):
        transaction.on_commit(lambda: read_document_text(instance), robust=True)


def is_unread(document: NewsroomDocument) -> bool:
    """Whether a document has a file with text in it that was not read yet. A new file has a new name."""
    name = document.file.name or ""
    return suffix_of(name) in text_of_file.READERS and not DocumentText.objects.filter(file_name=name).exists()


def read_document_text(document: NewsroomDocument) -> None:
    """Keep the text of a document; "" where it has none that can be read, which is no error."""
    try:
        text = document_text(document)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        text = ""
        logger.warning("No text for the search was read from document %s: %s", document.pk, reason_of(error))
    values = {"file_name": document.file.name, "text": text}
    with transaction.atomic():
        if NewsroomDocument.objects.filter(pk=document.pk).exists():
            DocumentText.objects.update_or_create(document_id=document.pk, defaults=values)


def document_text(document: NewsroomDocument) -> str:
    """The text in a document's file. Raises ValueError, OSError or SubprocessError where it cannot be read."""
    with document.file.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("it is too large")
    program = [sys.executable, "-I", str(Path(text_of_file.__file__)), suffix_of(document.file.name or "")]
    done = subprocess.run(program, input=data, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace")[-200:] or "it took too long")
    return done.stdout.decode("utf-8", "replace")


def suffix_of(name: str) -> str:
    """What the name of a file ends with, in small letters."""
    return PurePosixPath(name).suffix.lower()


def reason_of(error: Exception) -> str:
    """Why a file was not read, in one line that names nothing of it."""
    return "it took too long" if isinstance(error, subprocess.TimeoutExpired) else " ".join(str(error).split())
