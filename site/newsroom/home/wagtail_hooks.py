from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from newsroom.home.admin_views import sees_the_state, state_of_the_newsroom
from newsroom.home.calendar import hooks as calendar_hooks  # noqa: F401  (register their own)
from newsroom.home.desk import hooks as desk_hooks  # noqa: F401  (register their own)
from newsroom.home.writing import hooks as writing_hooks  # noqa: F401  (register their own)


@hooks.register("register_admin_urls")
def home_admin_urls() -> list[URLPattern]:
    """Our own pages of the CMS."""
    return [path("reports/state/", state_of_the_newsroom, name="state_of_the_newsroom")]


class StateMenuItem(MenuItem):
    """For those who publish."""

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_the_state(request.user)


@hooks.register("register_reports_menu_item")
def state_among_the_reports() -> MenuItem:
    """The way to what is late or fails."""
    return StateMenuItem(
        _("State of the newsroom"), reverse_lazy("state_of_the_newsroom"), icon_name="circle-check", order=900
    )
