from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from newsroom.base.languages import active_code
from newsroom.base.pages.alternates import alternates_of_address
from newsroom.language.normalisation import normalise_name
from search.answering import answer_search
from search.forms import LONGEST_QUERY, MATCHES, SORTS, form_of
from search.presentation.completing import complete
from search.presentation.facets import known_of
from search.presentation.listing import address_of_dates, feed_address
from search.request import SearchRequest
from search.response import SearchResponse


def results(request: HttpRequest) -> HttpResponse:
    """The search page: the field, what was understood, the results. An address that cannot be read answers 400."""
    form = form_of(request.GET)
    is_valid = form.is_valid()
    own = active_code()
    asked = form.request(own) if is_valid else SearchRequest(language=own)
    response = answer_search(asked) if is_valid else SearchResponse(asked)
    context = {
        "form": form,
        "typed": form.data.get("q", "")[:LONGEST_QUERY],
        "asked": asked,
        "response": response,
        "is_asked": not asked.is_empty,
        "part": response.part,
        "feed": feed_address(asked) if asked.narrowing == known_of(asked, response.facets).narrowing else "",
        "calendar": address_of_dates(asked, response.facets) if response.total else "",
        "address_query": asked.query_string(own),
        "own_language": own,
        "sorts": SORTS,
        "matches": MATCHES,
        "alternates": alternates_of_address(request),
    }
    return render(request, "search/results.html", context, status=200 if is_valid else 400)


def completions(request: HttpRequest) -> JsonResponse:
    """Titles, organisations, people and campaigns with a word that begins as typed, for the search field."""
    typed = request.GET.get("q", "")
    if "\x00" in typed or len(typed) > LONGEST_QUERY:
        return JsonResponse({"completions": []}, status=400)
    return JsonResponse({"completions": complete(normalise_name(typed), active_code())})
