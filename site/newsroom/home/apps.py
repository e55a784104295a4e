from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib import auth
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front page of each language and what every page is framed by."""

    name = "newsroom.home"
    label = "home"
    verbose_name = _("Front page")

    def ready(self) -> None:
        from newsroom.base.models import User
        from newsroom.home import checks  # noqa: F401  (registers itself)
        from newsroom.home.audit.access import note_failed_log_in, note_log_in, note_log_out

        user_logged_in.connect(note_log_in, sender=User)
        user_logged_out.connect(note_log_out, sender=User)
        user_login_failed.connect(note_failed_log_in, sender=auth.__name__)
        if settings.NEWSROOM_SEARCH_SERVER["URL"]:
            # Its client takes a third of a second to load; a newsroom without a server never does.
            from search.server.following import Follower, followed

            followed.connect(note_the_follower, sender=Follower, dispatch_uid="note_the_follower")


def note_the_follower(trouble: str, **kwargs: Any) -> None:
    """Note that the process which updates the search server is alive."""
    from newsroom.publication.models import Heartbeat

    Heartbeat.beat("follower", trouble)
