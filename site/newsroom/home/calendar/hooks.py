"""What the CMS asks of us about the calendar: its addresses and its place in the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from newsroom.home.calendar.views import calendar, move_in_calendar, sees_calendar


@hooks.register("register_admin_urls")
def calendar_urls() -> list[URLPattern]:
    """The pages of the calendar."""
    return [
        path("calendar/", calendar, name="calendar_admin"),
        path("releases/<int:pk>/move/", move_in_calendar, name="move_in_calendar"),
    ]


class CalendarMenuItem(MenuItem):
    """For those who publish."""

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_calendar(request.user)


@hooks.register("register_admin_menu_item")
def calendar_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to the calendar in one step."""
    return CalendarMenuItem(_("Calendar"), reverse_lazy("calendar_admin"), icon_name="calendar", order=40)
