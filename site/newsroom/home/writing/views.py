"""The page on which two versions meet."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Revision

from newsroom.base.users import name_of
from newsroom.home.writing.merging import MINE, THEIRS, merge_versions, save_version
from newsroom.home.writing.present import STAMP, note_arrival
from newsroom.home.writing.versions import Meeting, base_of, changed_places, is_unseen

EDITOR = "wagtailadmin_pages:edit"
CHOICE = "choice-"
#: Under which name every editor says with which version it was opened.
OPENED_WITH = "loaded_revision_id"
#: What the page on which versions meet says of itself and an editor never does.
OWN_NAMES = ("decision", "csrfmiddlewaretoken")


def two_versions(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what differs between what somebody typed and what was saved meanwhile; then do what they settle.

    Raise PermissionDenied where they may not edit the page as it is now.
    """
    page = get_object_or_404(Page, pk=page_id)
    check_rights(page, request.user)
    latest = page.get_latest_revision()
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if latest is None:
        return redirect(EDITOR, page_id)
    meeting = meet(request, page, latest)
    if meeting is None:
        messages.error(request, _("What you typed cannot be read as a version of this page; it stays in your browser."))
        return redirect(EDITOR, page_id)
    if decision := request.POST.get("decision"):
        return settle_versions(request, meeting, decision)
    return show(request, meeting)


def meet_before_saving(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Show both versions to whoever would save over one of somebody else that their editor has never seen.

    An editor whose own scripts did not arrive says what it was opened with too: Wagtail writes that into every form.
    """
    says_what_it_saw = STAMP in request.POST or OPENED_WITH in request.POST
    is_save = request.method == "POST" and says_what_it_saw and request.accepts("text/html")
    latest = page.get_latest_revision() if is_save else None
    if latest is None or latest.user_id == request.user.pk or not is_unseen(latest, request.POST):
        return None
    return two_versions(request, page.pk)


def check_rights(page: Page, user: Any) -> None:
    """Raise PermissionDenied where somebody may not edit a page: no right, a lock, or an alias."""
    lock = page.specific.get_lock()
    if page.alias_of_id or not page.permissions_for_user(user).can_edit() or (lock and lock.for_user(user)):
        raise PermissionDenied


def meet(request: HttpRequest, page: Page, latest: Revision) -> Meeting | None:
    """The two versions; None where the form that was sent is none of this page."""
    base = base_of(page, request.POST, latest)
    instance = (base or latest).as_object()
    form = instance.get_edit_handler().get_form_class()(
        request.POST, instance=instance, parent_page=page.get_parent(), for_user=request.user
    )
    form.defer_required_fields()
    if not form.is_valid():
        return None
    mine, theirs = form.save(commit=False), latest.as_object()
    known = base.as_object() if base else None
    return Meeting(page, known, mine, theirs, latest, changed_places(request, known, mine, theirs))


def show(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The differences, with all that was typed, so that nothing but the choice is needed."""
    typed = [(name, value) for name, values in request.POST.lists() if is_typed(name) for value in values]
    context = {
        "page": meeting.page,
        "title": meeting.theirs.get_admin_display_title(),
        "meeting": meeting,
        "saver": name_of(meeting.latest.user) if meeting.latest.user else _("Somebody"),
        "typed": typed,
    }
    return render(request, "home/writing/two_versions.html", context)


def is_typed(name: str) -> bool:
    """Whether a name is one of the editor's."""
    return name not in OWN_NAMES and not name.startswith(CHOICE)


def settle_versions(request: HttpRequest, meeting: Meeting, decision: str) -> HttpResponse:
    """Save what was decided; both versions stay in the history, whatever it is."""
    chosen = {name.removeprefix(CHOICE): str(value) for name, value in request.POST.items() if name.startswith(CHOICE)}
    if decision == MINE:
        save_version(meeting.mine, request.user)
    elif decision == THEIRS:
        save_version(meeting.mine, request.user)
        save_version(meeting.latest.as_object(), request.user)
    else:
        try:
            save_version(merge_versions(meeting, chosen), request.user)
        except KeyError:
            return show(request, meeting)
    note_arrival(request)
    messages.success(request, _("Saved. Both versions stay in the history."))
    return redirect(EDITOR, meeting.page.pk)
