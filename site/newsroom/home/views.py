"""Pages for what went wrong: each says what happened, offers the next step and gives the contact."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from news.models import ReleasePage
from news.releases.lists import Lists
from newsroom.base.languages import active_code
from newsroom.base.pages.alternates import Alternate, in_order

LATEST = 3


def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: everything public may be indexed; where the list of it is."""
    lines = ("User-agent: *", "Disallow: /admin/", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 in the language of the address, with the languages the page does exist in and the latest releases."""
    context = {
        "elsewhere": same_slug_elsewhere(request.path_info),
        "latest": [release for release in Lists().releases(2 * LATEST).rows if release.live][:LATEST],
        "words": request.path_info.rstrip("/").rpartition("/")[2].replace("-", " ")[:100],
    }
    return render(request, "404.html", context, status=404)


def same_slug_elsewhere(path: str) -> list[Alternate]:
    """Where a release with the address's last part can be read: slugs are the same in every language."""
    slug = path.rstrip("/").rpartition("/")[2]
    releases = ReleasePage.objects.released().filter(slug=slug).select_related("locale")
    return in_order({release.locale.language_code: release.url or "" for release in releases})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the form cannot be read."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not for this visitor."""
    return render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: asks neither the database nor the masthead nor the list of static files, since any may be what broke."""
    return render(None, "500.html", {"language": active_code()}, status=500)
