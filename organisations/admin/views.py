"""Pages of the directory in the CMS that Wagtail does not have: what uses a record, merging it into another."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form, ModelChoiceField
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import BaseButton, Button
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import InspectView
from wagtail.snippets.widgets import AdminSnippetChooser

from organisations.merging import merge, obstacle, versions_of
from organisations.models import Person
from organisations.uses import uses_of


class DirectoryInspectView(InspectView):
    """A record with everything that uses it."""

    template_name = "organisations/admin/inspect.html"
    merge_url_name: str | None = None

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Wagtail's, merging for those who may, and those that other rooms put into the list of these records."""
        buttons = super().header_more_buttons
        if self.merge_url_name and self.user_has_permission("change") and self.user_has_permission("delete"):
            address = reverse(self.merge_url_name, args=[self.object.pk])
            buttons.append(Button(_("Merge into another"), url=address, icon_name="resubmit", priority=30))
        for hook in hooks.get_hooks("register_snippet_listing_buttons"):
            found = hook(self.object, self.request.user, self.request.path)
            buttons += [button for button in found if isinstance(button, BaseButton) and button.show]
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uses = uses_of(self.object, self.request.user)
        return super().get_context_data(**kwargs) | {"uses": uses}


class MergeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Choose the record to keep, see what will move to it, confirm."""

    model: Any = None
    permission_required = "delete"
    breadcrumbs_items: list[dict[str, Any]] = []
    page_title = gettext_lazy("Merge into another")
    header_icon = "resubmit"
    template_name = "organisations/admin/merge.html"
    index_url_name = ""
    inspect_url_name = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.user_has_permission("change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def duplicate(self) -> Any:
        """The record that goes."""
        return get_object_or_404(self.model, pk=self.kwargs["pk"])

    @cached_property
    def form(self) -> Form:
        """The question which record stays, answered or not yet."""
        data = self.request.POST or self.request.GET
        if "kept" not in data:
            return MergeForm(duplicate=self.duplicate)
        number = data["kept"]
        return MergeForm({"kept": number if number.isdecimal() else ""}, duplicate=self.duplicate)

    def get_page_subtitle(self) -> str:
        return str(self.duplicate)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the list by way of the record."""
        name = str(self.duplicate)
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": capfirst(self.model._meta.verbose_name_plural)},
            {"url": reverse(self.inspect_url_name, args=[self.duplicate.pk]), "label": name},
            {"url": "", "label": self.get_page_title(), "sublabel": name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context |= {"form": self.form, "duplicate": self.duplicate, "media": self.form.media}
        if self.form.is_bound and self.form.is_valid():
            kept = self.form.cleaned_data["kept"]
            context |= {"kept": kept, "uses": uses_of(self.duplicate, self.request.user)}
            context["languages"] = languages_that_move(kept, self.duplicate)
            say = getattr(kept, "follows_from_merging", None)
            context["follows"] = say(self.duplicate) if say else []
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Does it, and shows the record that stayed."""
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        kept, name = self.form.cleaned_data["kept"], str(self.duplicate)
        try:
            merge(kept, self.duplicate, request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(request.path)
        words = {"duplicate": name, "kept": kept}
        messages.success(request, _("“%(duplicate)s” is now part of “%(kept)s”.") % words)
        return redirect(self.inspect_url_name, kept.pk)


class MergeForm(Form):
    """Which record stays."""

    def __init__(self, *args: Any, duplicate: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duplicate = duplicate
        model = type(duplicate)
        self.fields["kept"] = ModelChoiceField(
            model._default_manager.all(), label=_("Record to keep"), widget=AdminSnippetChooser(model)
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if (kept := cleaned.get("kept")) and (reason := obstacle(kept, self.duplicate)):
            self.add_error("kept", reason)
        return cleaned


def languages_that_move(kept: Any, duplicate: Any) -> list[str]:
    """The languages that only the duplicate has."""
    there = versions_of(kept)
    moving = [row for locale, row in versions_of(duplicate).items() if locale not in there]
    return [row.locale.get_display_name() for row in moving]


def refuse_deletion(request: HttpRequest, records: list[Any]) -> HttpResponse | None:
    """The page that says what still uses records somebody wants to delete; None where nothing does."""
    found = [uses for record in records if (uses := uses_of(record, request.user))]
    if not found:
        return None
    context = {"all_uses": found, "page_title": _("This cannot be deleted")}
    return render(request, "organisations/admin/still_used.html", context, status=409)


def role_on_day(request: HttpRequest, pk: int) -> JsonResponse:
    """The role that a person holds on a day, for the editor to propose: that of the last begun.

    The day is the one given or else that on which the page given was released, or else today. Raises
    PermissionDenied for those who work neither with people nor with pages.
    """
    person = get_object_or_404(Person, pk=pk)
    policy = policy_registry.get_by_type(Person)
    if not policy.user_has_any_permission(request.user, {"add", "change", "delete", "view"}):
        raise PermissionDenied
    role = next(iter(person.roles_on(asked_day(request))), None)
    if role is None:
        return JsonResponse({"role": "", "organisation": None})
    body = role.organisation
    address = AdminURLFinder(request.user).get_edit_url(body) if body else None
    chosen = {"id": str(body.pk), "string": str(body), "edit_url": address} if body else None
    return JsonResponse({"role": role.title, "organisation": chosen})


def asked_day(request: HttpRequest) -> datetime.date:
    """The day for which a role is asked."""
    try:
        day = parse_date(request.GET.get("day", "")[:10])
    except ValueError:
        day = None
    number = request.GET.get("page", "")
    page = Page.objects.filter(pk=int(number[:15])).first() if number.isdecimal() and not day else None
    released_at = getattr(page.specific, "released_at", None) if page else None
    return day or (released_at or timezone.now()).date()
