from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from newsroom.base.models import NewsroomPage


class RedirectToWhatIsPublic(RedirectMiddleware):
    """Wagtail's redirects, but none to a page that a stranger may not see: its address alone would tell of it."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer: HttpResponse = super().process_response(request, response)
        if answer is response:
            return response
        return answer if leads_to_something_public(request) else response


def leads_to_something_public(request: HttpRequest) -> bool:
    """Whether the redirect kept for an address, with or without its query string, leads where anybody may go."""
    for address in (request.get_full_path(), request.path):
        redirect = get_redirect(request, Redirect.normalise_path(address, decode_unicode=False))
        if redirect is not None:
            page = redirect.redirect_page.specific if redirect.redirect_page else None
            return not isinstance(page, NewsroomPage) or type(page).objects.released().filter(pk=page.pk).exists()
    return False
