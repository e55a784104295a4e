"""The page of the CMS on which what is scheduled is moved, lifted now or called off, in all its languages."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access
from wagtail.log_actions import LogContext, log
from wagtail.models import Page, Revision

from newsroom.publication.choices import LifeState
from newsroom.publication.embargoes.fields import EmbargoForm
from newsroom.publication.embargoes.instants import instant_in_words
from newsroom.publication.embargoes.service import (
    approved_revisions,
    call_off,
    language_names,
    move,
    pages_of,
    schedule_of,
)
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_now
from newsroom.publication.models import Embargo

MOVED, CALLED_OFF, LIFTED_NOW = "newsroom.embargo.move", "newsroom.embargo.call_off", "newsroom.embargo.lift_now"


class MoveForm(EmbargoForm):
    """Another instant for what is scheduled."""

    def __init__(self, *args: Any, instance: Any, **kwargs: Any) -> None:
        self.instance = instance
        super().__init__(*args, **kwargs)
        self.fields["embargoed_until"].required = True
        self.fields["embargoed_until"].help_text = ""

    def clean_embargoed_until(self) -> Any:
        """Refuse an instant that has passed."""
        until = super().clean_embargoed_until()
        if not schedule_of(until):
            raise forms.ValidationError(_("This instant has passed. Set one that lies ahead, or lift it now."))
        return until


@require_admin_access
def embargo_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is scheduled in which languages, and do what is asked with all of them.

    Raises Http404 for what cannot be held back, PermissionDenied for those who may not pull back each language.
    """
    page = get_object_or_404(Page, pk=pk).specific
    user: Any = request.user
    if not isinstance(page, Embargo) or not may_decide(page, user):
        raise PermissionDenied
    life = page.life
    is_moved = request.POST.get("act") == "move"
    initial = {"embargoed_until": life.embargoed_until}
    form = MoveForm(request.POST if is_moved else None, instance=page, initial=initial)
    if request.method == "POST":
        answer = decide(request, page, form)
        if answer:
            return answer
    return show_embargo(request, page, form)


def may_decide(page: Any, user: Any) -> bool:
    """Tell whether somebody may move, lift and call off each language of a page."""
    return all(each.permissions_for_user(user).can_unschedule() for each in pages_of(page.life))


def decide(request: HttpRequest, page: Any, form: MoveForm) -> HttpResponse | None:
    """Do one of the three things. Returns None where the form must be shown again."""
    act, life, user = request.POST.get("act"), page.life, request.user
    try:
        if act == "lift_now":
            went = lift_now(life, user)
            log_for_each_language(went, LIFTED_NOW, user)
            messages.success(request, _("Public now: %(languages)s.") % {"languages": language_names(went)})
        elif act == "call_off":
            say_it_is_off(request, page)
        elif act == "move" and form.is_valid():
            move(life, form.cleaned_data["embargoed_until"], form.cleaned_data["embargo_time_zone"], user)
            log_for_each_language(pages_of(life), MOVED, user, until=instant_in_words(life.embargoed_until))
            messages.success(
                request, _("Scheduled for %(instant)s.") % {"instant": instant_in_words(life.embargoed_until)}
            )
        else:
            return None
    except RefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect("publication_embargo", page.pk)
    return redirect("wagtailadmin_pages:edit", page.pk)


def say_it_is_off(request: HttpRequest, page: Any) -> None:
    """Call off all languages and name them. Raises EmbargoError."""
    pages = call_off(page.life, request.user)
    log_for_each_language(pages, CALLED_OFF, request.user)
    messages.success(
        request, _("Called off: %(languages)s. All of it is a draft again.") % {"languages": language_names(pages)}
    )


def log_for_each_language(pages: list[Any], action: str, user: Any, **data: Any) -> None:
    """Write what was done into the history of each language."""
    for page in pages:
        # Wagtail shows one entry of a kind for each context, on whatever pages they are: each language gets its own.
        with LogContext(user=user):
            log(page, action, user=user, data=data)


def show_embargo(request: HttpRequest, page: Any, form: MoveForm) -> HttpResponse:
    """Show the page, after an instant that could not be taken as well."""
    life = page.life
    approved = set(approved_revisions(life).values_list("object_id", flat=True))
    required = dict(life.languages.values_list("locale_id", "requirement"))
    context = {
        "page": page,
        "form": form,
        "is_scheduled": life.state == LifeState.SCHEDULED,
        "instant": instant_in_words(life.embargoed_until) if life.embargoed_until else "",
        "failure": life.failures.filter(locale=None).first(),
        "rows": [(each, str(each.pk) in approved, required.get(each.locale_id)) for each in pages_of(life)],
        "events": life.events.all()[:20],
    }
    return render(request, "publication/admin/embargo.html", context, status=422 if form.errors else 200)


@require_admin_access
def unschedule(request: HttpRequest, pk: int, revision_id: int) -> HttpResponse:
    """Stand in for Wagtail's "Cancel scheduled publish", which knows one language only.

    Raises Http404 and PermissionDenied.
    """
    revision = get_object_or_404(Revision.objects.page_revisions(), pk=revision_id, object_id=str(pk))
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, Embargo) or not may_decide(page, request.user):
        raise PermissionDenied
    if request.method != "POST" or not revision.approved_go_live_at:
        return redirect("publication_embargo", pk)
    say_it_is_off(request, page)
    return redirect("wagtailadmin_pages:edit", pk)
