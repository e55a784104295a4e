"""The pages of the CMS on which a file becomes a draft."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Locale

from importing.matching import NEW, Directory
from importing.models import ImportedFile, ImportState, TakenAs
from importing.models.imported_file import digest_of_file
from importing.proposal import Proposal
from importing.reading import READERS
from importing.reading.files import LARGEST_FILE
from importing.review.bringing import kinds_for, refuse_others
from importing.review.forms import ValuesForm
from importing.review.matches import matches_in
from importing.review.meanwhile import (
    SeenImport,
    inputs_of_review,
    sealed,
    sentence_of_change,
    unsaved_inputs,
    unsealed,
)
from importing.review.occasion_rows import occasion_rows
from importing.review.occasions import occasion_decisions
from importing.review.rows import ReviewRow, assignments_in, review_rows
from importing.review.service import (
    ImportChangedError,
    corrected_proposal,
    edit_paragraph,
    import_upload,
    make_draft,
    save_decisions,
    sentence_of,
    take_as,
    understand_again,
)
from importing.unreadable import UnreadableDocument

MOST_FILES = 10
MOST_SHOWN = 50


def imports(request: HttpRequest) -> HttpResponse:
    """Takes files, several at once, and lists those that were brought. Raises PermissionDenied."""
    refuse_others(request)
    if request.method == "POST":
        brought = [each for file in request.FILES.getlist("files")[:MOST_FILES] if (each := bring(request, file))]
        if len(brought) == 1:
            return redirect("import_review", brought[0].pk)
        return redirect("imports")
    shown = (
        ImportedFile.objects.known_to(request.user)
        .select_related("uploaded_by", "page")
        .defer("understood", "assignments", "edits")
    )
    context = {
        "imports": shown[:MOST_SHOWN],
        "accepted": ",".join(READERS),
        "readable": ", ".join(READERS),
        "most_files": MOST_FILES,
    }
    return kept_private(render(request, "importing/admin/imports.html", context))


def bring(request: HttpRequest, file: Any) -> ImportedFile | None:
    """Read one file; None, with a message, for one that cannot be read or was brought before."""
    earlier = earlier_import(file, request.user)
    if earlier and not request.POST.get("again"):
        words = _("%(name)s was brought before; nothing was imported again.") % {"name": file.name}
        link = format_html('<a href="{}">{}</a>', reverse("import_review", args=[earlier.pk]), _("To that import"))
        messages.warning(request, format_html("{} {}", words, link))
        return None
    try:
        return import_upload(file, request.user)
    except UnreadableDocument as error:
        sentence = sentence_of(error)
        messages.error(request, sentence if file.name in sentence else f"{file.name}: {sentence}")
    return None


def earlier_import(file: Any, user: Any) -> ImportedFile | None:
    """The last import of the same bytes that somebody may know of and that nobody gave up."""
    if file.size > LARGEST_FILE:
        return None
    digest = digest_of_file(file.read())
    file.seek(0)
    return ImportedFile.objects.known_to(user).filter(digest=digest).exclude(state=ImportState.GIVEN_UP).first()


def import_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what each paragraph was taken for and who is who; takes what a person decides. Raises PermissionDenied."""
    refuse_others(request)
    imported = get_object_or_404(
        ImportedFile.objects.known_to(request.user).select_related("page", "uploaded_by"), pk=pk
    )
    if request.method == "POST":
        return decide_on_import(request, imported)
    read_where_unread(request, imported)
    return show_review(request, imported)


def read_where_unread(request: HttpRequest, imported: ImportedFile) -> None:
    """Understand a file of which nothing is kept; says why where it cannot be read any more."""
    if not imported.is_unread:
        return
    try:
        understand_again(imported)
        imported.save(update_fields=["understood", "undecided", "seconds"])
    except UnreadableDocument as error:
        messages.error(request, sentence_of(error))


def show_review(
    request: HttpRequest, imported: ImportedFile, form: ValuesForm | None = None, is_late: bool = False
) -> HttpResponse:
    """The page of the review; with a form that holds what was typed and what is wrong with it.

    `is_late`: what was sent came too late, and is listed beside what stands.
    """
    proposal = corrected_proposal(imported)
    guessed = imported.proposal
    seen = SeenImport(imported.version, ())
    context: dict[str, Any] = {"imported": imported, "is_open": imported.state == ImportState.WAITING}
    if proposal is not None and guessed is not None:
        data = None if form is None else request.POST
        is_release = not (guessed.event or guessed.call)
        rows = review_rows(imported, guessed, data) if is_release else occasion_rows(imported, guessed)
        shown = form or ValuesForm(proposal, is_open=context["is_open"])
        placed, alone = shown.at_parts([str(row.part) for row in rows])
        rows = [replace(row, typed=(*(row.reached or ()), *placed.get(row.number, ()))) for row in rows]
        kinds = kinds_for(request.user)
        matches = matches_in(proposal, Directory(locale_for(proposal.language)), imported.same_as)
        offered = [match for match in matches if match.candidates]
        seen = SeenImport(imported.version, tuple(inputs_of_review(rows, shown, offered)))
        context |= {
            "rows": rows,
            "form": shown,
            "alone": alone,
            "kinds": kinds,
            "kind": kind_of_proposal(guessed),
            "may_draft": kind_of_proposal(guessed) in kinds,
            "doubts": sum(row.is_doubtful for row in rows),
            "first_doubt": next((row.number for row in rows if row.is_doubtful), 0),
            "matches": offered,
            "new": [match for match in matches if not match.candidates and match.kind != "boilerplate"],
        }
    if is_late:
        began = unsealed(request.POST.get("seen", "")) or seen
        context["unsaved"] = unsaved_inputs(began.inputs, request.POST)
    context["seen"] = sealed(seen)
    return kept_private(render(request, "importing/admin/review.html", context))


def kind_of_proposal(proposal: Proposal) -> TakenAs:
    """Return which type of page a proposal becomes."""
    if proposal.event is not None:
        return TakenAs.EVENT
    return TakenAs.CALL if proposal.call is not None else TakenAs.RELEASE


def locale_for(language: str | None) -> Locale:
    """The language of the newsroom in which a document is filed."""
    locales = list(Locale.objects.all())
    main = (language or "").split("-")[0]
    return next((each for each in locales if each.language_code.split("-")[0] == main), locales[0])


def decide_on_import(request: HttpRequest, imported: ImportedFile) -> HttpResponse:
    """Keep what was sent, then do what the button says; nothing of both for a version that is not the last."""
    try:
        refuse_late(request, imported)
        sent = remember(request, imported)
        leaves = request.POST.get("action") == "leave"
        if sent is not None and not sent.is_readable and not leaves:
            messages.error(request, _("Some values cannot be read. The rest is saved; look at the fields that say so."))
            return show_review(request, imported, sent.form)
        return carry_out(request, imported)
    except ImportChangedError:
        return tell_of_change(request, imported.pk)
    except UnreadableDocument as error:
        messages.error(request, sentence_of(error))
    return redirect("import_review", imported.pk)


def refuse_late(request: HttpRequest, imported: ImportedFile) -> None:
    """Raise ImportChangedError for a page that showed another version, or none, and for what is closed."""
    seen = unsealed(request.POST.get("seen", ""))
    is_resumed = imported.state == ImportState.GIVEN_UP and request.POST.get("action") == "resume"
    is_open = imported.state == ImportState.WAITING or is_resumed
    if seen is None or seen.version != imported.version or not is_open:
        raise ImportChangedError


def tell_of_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who was faster, and show what stands now beside what was not saved."""
    known = ImportedFile.objects.known_to(request.user).select_related("page", "changed_by")
    imported = get_object_or_404(known, pk=pk)
    messages.warning(request, sentence_of_change(imported, request.user))
    if imported.state == ImportState.DRAFTED:
        return redirect("import_review", imported.pk)
    return show_review(request, imported, is_late=True)


@dataclass(frozen=True)
class SentReview:
    """The fields for values with a type as they were sent: those of the document, and those of its contacts."""

    form: ValuesForm
    rows: Sequence[ReviewRow]

    @property
    def is_readable(self) -> bool:
        """Whether everything that was typed can be read."""
        are_reached = all(row.reached is None or row.reached.is_valid() for row in self.rows)
        return (not self.form.sent() or self.form.is_valid()) and are_reached


def remember(request: HttpRequest, imported: ImportedFile) -> SentReview | None:
    """Note what a person said of the paragraphs, of values and of who is who; return the values as they were sent.

    Raises ImportChangedError.
    """
    guessed, shown = imported.proposal, corrected_proposal(imported)
    if guessed is None or shown is None or imported.state != ImportState.WAITING:
        return None
    version = imported.version
    form = ValuesForm(shown, request.POST)
    if form.sent():
        form.is_valid()
        imported.values |= form.said()
    rows: list[ReviewRow] = []
    if guessed.event or guessed.call:
        imported.assignments = occasion_decisions(request.POST, imported.assignments, guessed)
    else:
        shown_rows = review_rows(imported, guessed, request.POST)
        imported.assignments = assignments_in(request.POST, imported, guessed, shown_rows)
        rows = [row for row in shown_rows if request.POST.get(f"part-{row.number}", row.part) == row.part]
    for name in request.POST:
        value = request.POST.get(name, "")
        if name.startswith("same:") and (value == NEW or value.isdecimal()):
            imported.same_as[name.removeprefix("same:")[:400]] = int(value) if value.isdecimal() else NEW
    save_decisions(imported, version, request.user)
    return SentReview(form, rows)


def carry_out(request: HttpRequest, imported: ImportedFile) -> HttpResponse:
    """Do what a button says; raises UnreadableDocument where the file cannot be read again, and ImportChangedError."""
    action, version = request.POST.get("action", ""), imported.version
    anchor = request.POST.get("anchor", "")
    if edit := edit_in(request.POST):
        edit_paragraph(imported, edit)
        anchor = f"p{edit.get('split', edit.get('join'))}"
    elif action == "take" and request.POST.get("taken_as") in kinds_for(request.user):
        take_as(imported, request.POST["taken_as"])
    elif action == "accept":
        imported.accept_changes = True
        understand_again(imported)
    elif action == "leave":
        imported.state = ImportState.GIVEN_UP
    elif action == "resume":
        imported.state = ImportState.WAITING
    elif action == "draft" and imported.understood is not None:
        return drafted(request, imported)
    save_decisions(imported, version, request.user)
    here = reverse("import_review", args=[imported.pk])
    return redirect("imports" if action in ("leave", "later") else here + (f"#{anchor}" if anchor.isalnum() else ""))


def edit_in(data: Any) -> dict[str, int] | None:
    """Return how a paragraph is parted or joined, out of a form that was sent; None where it is not."""
    action, _sign, number = data.get("action", "").partition("-")
    place = data.get(f"place-{number}", "")
    if action == "split" and number.isdecimal() and place.isdecimal():
        return {"split": int(number), "at": int(place)}
    return {"join": int(number)} if action == "join" and number.isdecimal() else None


def drafted(request: HttpRequest, imported: ImportedFile) -> HttpResponse:
    """Make the draft and open it, with what is to be looked at. Raises PermissionDenied, ImportChangedError."""
    same_as = dict(imported.same_as)
    proposal = corrected_proposal(imported)
    if proposal is not None:
        for match in matches_in(proposal, Directory(locale_for(proposal.language)), imported.same_as):
            same_as[match.key] = match.chosen
    stored = make_draft(imported, request.user, same_as)
    for remark in stored.remarks:
        messages.warning(request, remark)
    return redirect("wagtailadmin_pages:edit", stored.page.pk)


def import_source(request: HttpRequest, pk: int) -> Any:
    """Hands over the file itself, to take away. Raises PermissionDenied."""
    refuse_others(request)
    imported = get_object_or_404(ImportedFile.objects.known_to(request.user), pk=pk)
    response = FileResponse(
        imported.file.open("rb"),
        as_attachment=True,
        filename=imported.name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    return kept_private(response)


def kept_private(response: Any) -> Any:
    """What may be under embargo is left in no cache."""
    patch_cache_control(response, private=True, no_store=True)
    return response
