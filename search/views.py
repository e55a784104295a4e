from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from newsroom.base.alternates import alternates_of_address
from newsroom.base.languages import active_code
from search.forms import SearchForm
from search.service import search


def results(request: HttpRequest) -> HttpResponse:
    """The search page: the field, what was understood, the hits. A query that cannot be read answers 400."""
    form = SearchForm(request.GET)
    is_valid = form.is_valid()
    query = form.cleaned_data.get("q", "") if is_valid else ""
    context = {
        "form": form,
        "query": query,
        "results": search(query, active_code(), request.GET.get("page", 1)),
        "address_query": urlencode({"q": query}),
        "alternates": alternates_of_address(request),
    }
    return render(request, "search/results.html", context, status=200 if is_valid else 400)
