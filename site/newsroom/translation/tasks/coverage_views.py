import datetime

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from newsroom.base.languages import language_in_words
from newsroom.translation.rights import works_at_the_desk
from newsroom.translation.tasks.coverage import CODES, STATES, coverage_rows, keys_by_month, shares

ON_A_PAGE = 30


def coverage(request: HttpRequest) -> HttpResponse:
    """Releases by languages, of one month, and the share of each month's that are complete.

    Raises PermissionDenied for those who neither translate nor publish.
    """
    if not works_at_the_desk(request.user):
        raise PermissionDenied
    by_month = keys_by_month(request.user)
    months = [month for month in by_month if month]
    month = month_of(request.GET.get("month", "")) or (months[0] if months else None)
    state = request.GET.get("state", "")
    rows = coverage_rows([*by_month.get(month, []), *(by_month.get(None, []) if months[:1] == [month] else [])])
    if state in STATES:
        rows = [row for row in rows if any(cell.state == state for cell in row.cells.values())]
    context = {
        "month": month,
        "months": months,
        "state": state,
        "states": STATES,
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("p")),
        "shares": shares(by_month),
        "languages": [(code, language_in_words(code)) for code in CODES],
    }
    return render(request, "translation/admin/coverage.html", context)


def month_of(text: str) -> datetime.date | None:
    """A month as in the address, "2026-07"; None for what is none."""
    try:
        return datetime.datetime.strptime(text, "%Y-%m").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        return None
