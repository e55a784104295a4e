"""What the CMS asks of us about the desk: its addresses, its place in the menu, its front page, its colours."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse_lazy
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page

from newsroom.home.desk.own_panels import within_sight
from newsroom.home.desk.page_lists import list_of_calls, list_of_campaigns, list_of_events
from newsroom.home.desk.saved_views import delete_view, save_view
from newsroom.home.desk.today import Today, sees_today
from newsroom.home.desk.views import list_of_releases, may_write_somewhere, new_release

#: What of Wagtail's front page says the same as ours.
SAID_OTHERWISE = (RecentEditsPanel, UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)
# Wagtail's search of pages belongs to no model and so has no word for what it counts.
SearchView.verbose_name, SearchView.verbose_name_plural = Page._meta.verbose_name, Page._meta.verbose_name_plural


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    """The pages of the desk."""
    return [
        path("releases/", list_of_releases, name="releases_admin"),
        path("releases/new/", new_release, name="new_release"),
        path("events/", list_of_events, name="events_admin"),
        path("calls/", list_of_calls, name="calls_admin"),
        path("campaigns/", list_of_campaigns, name="campaigns_admin"),
        path("releases/views/", save_view, name="save_view"),
        path("releases/views/<int:pk>/delete/", delete_view, name="delete_view"),
    ]


class NewReleaseMenuItem(MenuItem):
    """For those who may write one."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_write_somewhere(request.user)


@hooks.register("register_admin_menu_item")
def new_release_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to a new release in one step."""
    return NewReleaseMenuItem(
        _("New release"), reverse_lazy("new_release"), icon_name="plus", order=10, classname="desk-new"
    )


@hooks.register("register_admin_menu_item")
def today_in_the_menu() -> MenuItem:
    """Back to what is on."""
    return MenuItem(_("Today"), reverse_lazy("wagtailadmin_home"), icon_name="calendar-check", order=20)


@hooks.register("register_admin_menu_item")
def releases_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to the list of releases in one step."""
    return MenuItem(_("Releases"), reverse_lazy("releases_admin"), icon_name="doc-full-inverse", order=30)


class WritersMenuItem(MenuItem):
    """For those who write pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_write_somewhere(request.user)


@hooks.register("register_admin_menu_item")
def events_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to the list of events in one step."""
    return WritersMenuItem(_("Events"), reverse_lazy("events_admin"), icon_name="date", order=50)


@hooks.register("register_admin_menu_item")
def calls_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to the list of calls in one step."""
    return WritersMenuItem(_("Calls"), reverse_lazy("calls_admin"), icon_name="form", order=60)


@hooks.register("register_admin_menu_item")
def campaigns_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to the list of campaigns in one step."""
    return WritersMenuItem(_("Campaigns"), reverse_lazy("campaigns_admin"), icon_name="group", order=70)


class Day(Component):
    """Which day and what time it is for whoever works here."""

    name = "day"
    template_name = "home/admin/day.html"
    order = 1

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"now": timezone.now(), "may_write": may_write_somewhere(user)}


@hooks.register("construct_homepage_panels")
def what_is_on(request: HttpRequest, panels: list[Any]) -> None:
    """First the day; then, for those who publish, what is on in the place of Wagtail's lists of pages."""
    panels[:] = [*map(within_sight, panels), Day()]
    if sees_today(request.user):
        panels[:] = [panel for panel in panels if not isinstance(panel, SAID_OTHERWISE)]
        panels.append(Today())


@hooks.register("insert_global_admin_css")
def colours_of_the_house() -> SafeString:
    """Our colours and the parts of the desk, on every page of the CMS."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/desk.css"))


#: Of Wagtail's menus: what tells of Wagtail and not of the newsroom.
ABOUT_WAGTAIL = ("whats-new-in-wagtail", "editor-guide", "page-types-usage", "aging-pages")


@hooks.register("construct_help_menu")
@hooks.register("construct_reports_menu")
def without_what_is_about_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """Officers see what they use; an administrator sees all of it."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if not item.name.startswith(ABOUT_WAGTAIL)]
