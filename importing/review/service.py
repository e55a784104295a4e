"""From an uploaded file to a draft: reading it, keeping what a person decides, making the draft."""

from io import BytesIO
from pathlib import PurePath
from time import monotonic
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from wagtail.log_actions import log

from importing.apart import parse_bytes, picture_apart
from importing.models import ImportedFile, ImportState, TakenAs
from importing.models.imported_file import digest_of_file
from importing.proposal import Proposal
from importing.reachable import country_of_document, with_written_contacts
from importing.reading.source_paragraph import Kind
from importing.review.assigning import assigned_proposal
from importing.review.occasions import assigned_occasion
from importing.serialising import plain_values
from importing.storing import Decisions, Stored, store_proposal
from importing.unreadable import UndecidedDocument, UnreadableDocument
from importing.values import with_values
from newsroom.base.models import NewsroomImage

#: What the history of a release calls it.
IMPORTED = "importing.import"
MOST_PICTURES = 30
#: What a person wrote that holds whatever the document is taken as.
KEPT_VALUES = ("language", "embargo", "embargo_zone")
#: As Wagtail takes them; what no browser shows stays in the file.
PICTURE_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")


class ImportChangedError(Exception):
    """Raised where an import is no longer as it was when somebody began to decide about it."""


def import_upload(upload: Any, user: Any) -> ImportedFile:
    """Read an uploaded file and keep it with what was understood; one with undecided changes is kept with these.

    Raises UnreadableDocument; nothing is kept then.
    """
    content = upload.read()
    name = PurePath(upload.name or "").name[:255]
    imported = ImportedFile(name=name, digest=digest_of_file(content), uploaded_by=user)
    understand_again(imported, content)
    imported.file.save(name, ContentFile(content), save=False)
    imported.save()
    return imported


def understand_again(imported: ImportedFile, content: bytes | None = None) -> None:
    """Read the file as it is to be taken now, and note what was understood; does not save.

    Raises UnreadableDocument.
    """
    begun = monotonic()
    whole = imported.content if content is None else content
    try:
        proposal = parse_bytes(imported.name, whole, imported.accept_changes, imported.edits, imported.taken_as or None)
    except UndecidedDocument as error:
        imported.undecided, imported.understood = plain_values(error.changes), None
    else:
        imported.undecided, imported.understood = [], plain_values(proposal)
    imported.seconds = round(monotonic() - begun, 1)


def sentence_of(error: UnreadableDocument) -> str:
    """Say in the language of whoever asks why a file was not read."""
    return _(error.sentence) % error.values if error.values else _(error.sentence)


def refuse_changed(imported: ImportedFile, version: str) -> None:
    """Lock the row of an import until the transaction ends; raise ImportChangedError for another version."""
    if ImportedFile.objects.select_for_update().get(pk=imported.pk).version != version:
        raise ImportChangedError


def save_decisions(imported: ImportedFile, version: str, user: Any) -> None:
    """Save what somebody decided about the version that they saw, and that it was they who did.

    Raises ImportChangedError, and saves nothing, where somebody else changed it meanwhile.
    """
    with transaction.atomic():
        refuse_changed(imported, version)
        if imported.version != version:
            imported.changed_by = user
        imported.save()


def edit_paragraph(imported: ImportedFile, edit: dict[str, int]) -> None:
    """Part a paragraph, or join it with the next; what was decided about those behind goes along; does not save.

    Raises UnreadableDocument.
    """
    number = edit.get("split", edit.get("join", 0))
    before = len(imported.proposal.paragraphs) if imported.proposal else 0
    imported.edits = [*imported.edits, edit]
    understand_again(imported)
    step = (len(imported.proposal.paragraphs) if imported.proposal else 0) - before
    if step:
        gone = {number + 1} if step < 0 else set()
        imported.assignments = [
            {**each, "paragraph": each["paragraph"] + (step if each["paragraph"] > number else 0)}
            for each in imported.assignments
            if each["paragraph"] not in gone
        ]


def take_as(imported: ImportedFile, kind: str) -> None:
    """Take a document as what somebody says it is, and understand it again; decisions begin anew; does not save.

    Raises UnreadableDocument.
    """
    imported.taken_as, imported.assignments = TakenAs(kind), []
    imported.values = {name: value for name, value in imported.values.items() if name in KEPT_VALUES}
    understand_again(imported)


def corrected_proposal(imported: ImportedFile) -> Proposal | None:
    """Return what was understood, as the person corrected it; None while something is undecided."""
    proposal = imported.proposal
    if proposal is None:
        return None
    assign = assigned_occasion if proposal.event or proposal.call else assigned_proposal
    assigned = assign(proposal, imported.assignments)
    return with_values(with_written_contacts(assigned, country_of_document(assigned)), imported.values)


def make_draft(imported: ImportedFile, user: Any, same_as: dict[str, int | str] | None = None) -> Stored:
    """Make the draft of an import, with its pictures and records; its history says where it came from.

    Raises PermissionDenied where the user may not add such a page there, ValueError while something is undecided,
    ImportChangedError where it changed meanwhile, was given up or became a draft already.
    """
    proposal = corrected_proposal(imported)
    if proposal is None:
        raise ValueError("There is nothing here to make a draft of.")
    with transaction.atomic():
        refuse_changed(imported, imported.version)
        if imported.state != ImportState.WAITING:
            raise ImportChangedError
        pictures = pictures_of(imported, proposal, user)
        stored = store_proposal(proposal, Decisions(same_as or imported.same_as, pictures, user))
        imported.state, imported.page, imported.changed_by = ImportState.DRAFTED, stored.page, user
        imported.save()
        log(instance=stored.page, action=IMPORTED, user=user, data={"file": imported.name, "import": imported.pk})
    return stored


def pictures_of(imported: ImportedFile, proposal: Proposal, user: Any) -> dict[str, NewsroomImage]:
    """Store the pictures that stand in the text, without credit; one that nobody can show is left in the file."""
    names = [each.image for each in proposal.paragraphs if each.kind is Kind.IMAGE and each.image]
    shown = {number for block in proposal.body if block.type == "image" for number in block.source}
    wanted = [
        each for each in dict.fromkeys(names) if any(proposal.paragraphs[number].image == each for number in shown)
    ]
    described = {each.image: each.text for each in proposal.paragraphs if each.image}
    content = imported.content if wanted else b""
    found = {}
    for name in wanted[:MOST_PICTURES]:
        image = stored_picture(imported, content, name, described[name], user)
        if image is not None:
            found[name] = image
    return found


def stored_picture(imported: ImportedFile, content: bytes, name: str, words: str, user: Any) -> NewsroomImage | None:
    """Store one picture of a file; None for what is none that browsers show."""
    try:
        picture = picture_apart(imported.name, content, name)
        with Image.open(BytesIO(picture), formats=PICTURE_FORMATS) as opened:
            opened.verify()
    except (UnreadableDocument, UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    title = words if words != PurePath(name).name else imported.name
    image = NewsroomImage(title=title[:255], uploaded_by_user=user)
    image.file = ImageFile(BytesIO(picture), name=PurePath(name).name)
    image.save()
    return image
