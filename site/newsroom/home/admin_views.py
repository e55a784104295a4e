from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from newsroom.base.models import User
from newsroom.home.readiness import missing
from newsroom.home.state import state
from newsroom.translation.rights import may_publish_anywhere


def sees_the_state(user: object) -> bool:
    """Whether somebody publishes here, and so has to know when nothing would be published."""
    return isinstance(user, User) and may_publish_anywhere(user)


def state_of_the_newsroom(request: HttpRequest) -> HttpResponse:
    """What is late, held, dead or far behind. Raises PermissionDenied for those who do not publish."""
    if not sees_the_state(request.user):
        raise PermissionDenied
    return render(request, "home/admin/state.html", {"state": state(), "missing": missing()})
