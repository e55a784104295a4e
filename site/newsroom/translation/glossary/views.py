"""The pages of the CMS that take the glossary to a spreadsheet and back."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from newsroom.base.models import User
from newsroom.translation.glossary.csv_files import UnreadableTableError, read_terms, terms_as_csv

LARGEST = 5 * 1024 * 1024


class TableForm(forms.Form):
    """The table that comes back."""

    file = forms.FileField(
        label=_("Table of terms"),
        help_text=_("CSV in UTF-8 with the columns of the download; several words in a cell are parted by “|”."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"empty": _("The file is empty.")},
    )


def require_rights(request: HttpRequest, *actions: str) -> None:
    """Raises PermissionDenied for those who may not do these things with terms."""
    assert isinstance(request.user, User)  # noqa: S101  (for the type checker; admin access was required)
    if not all(request.user.has_perm(f"translation.{action}_glossaryterm") for action in actions):
        raise PermissionDenied


def glossary_as_csv(request: HttpRequest) -> HttpResponse:
    """The whole glossary, to open in a spreadsheet; the mark at its beginning tells that it is UTF-8."""
    require_rights(request, "change")
    headers = {"Content-Disposition": 'attachment; filename="glossary.csv"', "Cache-Control": "private, no-store"}
    return HttpResponse(f"\ufeff{terms_as_csv()}", content_type="text/csv; charset=utf-8", headers=headers)


def glossary_from_csv(request: HttpRequest) -> HttpResponse:
    """Takes a table back: adds what is new, changes what is known by term, languages and topic, deletes nothing."""
    require_rights(request, "add", "change")
    form = TableForm(request.POST or None, request.FILES or None)
    taken = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > LARGEST:
                raise UnreadableTableError(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024**2})
            taken = read_terms(file.read())
        except UnreadableTableError as error:
            form.add_error("file", str(error))
    return render(request, "translation/admin/glossary_from_csv.html", {"form": form, "taken": taken})
