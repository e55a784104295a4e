from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from newsroom.links.views import check_links, links_of_page, links_report, mend_link, sees_links


@hooks.register("register_admin_urls")
def link_urls() -> list[URLPattern]:
    """The pages about links."""
    return [
        path("reports/links/", links_report, name="links_report"),
        path("reports/links/<int:pk>/mend/", mend_link, name="mend_link"),
        path("pages/<int:pk>/links/", links_of_page, name="links_of_page"),
        path("pages/<int:pk>/links/check/", check_links, name="check_links"),
    ]


class LinksMenuItem(MenuItem):
    """For those who write pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_links(request.user)


@hooks.register("register_reports_menu_item")
def links_among_the_reports() -> MenuItem:
    """The way to what broke."""
    return LinksMenuItem(_("Broken links"), reverse_lazy("links_report"), icon_name="link", order=850)


@hooks.register("insert_editor_js")
def links_script() -> SafeString:
    """Lets the worker check the links of a release from beside its text."""
    return format_html('<script src="{}" type="module"></script>', static("newsroom/links.js"))
