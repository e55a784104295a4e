"""Lists of releases by name: kept, shared and let go by whoever made them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.home.desk.forms import ReleaseListForm
from newsroom.home.desk.saved_view import SavedView

#: So many somebody keeps at most.
MOST_VIEWS = 30


class SavedViewForm(forms.ModelForm):
    """What a view is called and for whom it is."""

    class Meta:
        model = SavedView
        fields = ["name", "is_shared"]


def views_for(user: Any) -> QuerySet[SavedView]:
    """The views of somebody and those that others share, by name."""
    return SavedView.objects.filter(Q(owner=user) | Q(is_shared=True)).select_related("owner").order_by("name", "pk")


@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep what the list is narrowed by under a name; one of one's own with that name is replaced."""
    chosen = ReleaseListForm(request.POST).chosen
    form = SavedViewForm(request.POST)
    user: Any = request.user
    own = SavedView.objects.filter(owner=user)
    if not form.is_valid() or not chosen:
        messages.error(request, _("Choose what the list is narrowed by, and give it a name."))
        return redirect("releases_admin")
    name = form.cleaned_data["name"]
    if own.count() >= MOST_VIEWS and not own.filter(name=name).exists():
        messages.error(request, _("You have as many views as can be kept. Delete one first."))
        return redirect("releases_admin")
    facts = {"choices": chosen, "is_shared": form.cleaned_data["is_shared"]}
    view, _is_new = SavedView.objects.update_or_create(owner=user, name=name, defaults=facts)
    messages.success(request, _("“%(name)s” is kept.") % {"name": view.name})
    return redirect(view.address)


@require_POST
def delete_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Let go of a view of one's own. Raises Http404 for those of others."""
    user: Any = request.user
    get_object_or_404(SavedView, pk=pk, owner=user).delete()
    messages.success(request, _("The view is deleted."))
    return redirect("releases_admin")
