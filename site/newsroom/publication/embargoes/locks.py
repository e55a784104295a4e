"""Why a page that is scheduled cannot be edited, and what can be done about it."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import ScheduledForPublishLock

from newsroom.base.rights.permissions import Act, NewsroomPagePermissionTester
from newsroom.publication.embargoes.instants import instant_in_words


class ScheduledLock(ScheduledForPublishLock):
    """As Wagtail's, for a page that shares its instant with its other languages."""

    def get_message(self, user: Any) -> str:
        """Say until when, and lead to the page on which it is moved, lifted or called off."""
        life = self.object.life
        message = _("Scheduled in all its languages for {instant}. It cannot be edited until then.")
        link = ""
        if self.object.permissions_for_user(user).can_unschedule():
            address = reverse("publication_embargo", args=[self.object.pk])
            button = '<span class="buttons"><a class="button button-small button-secondary" href="{}">{}</a></span>'
            link = format_html(f" {button}", address, _("Move it, lift it now or call it off"))
        return format_html("{}{}", message.format(instant=instant_in_words(life.embargoed_until)), link)

    def get_description(self, user: Any) -> str:
        """Say the same in the panel beside the editor."""
        return _("It lifts by itself at the end of its embargo and cannot be edited until then.")


def keep_what_is_locked(tester: NewsroomPagePermissionTester, act: Act) -> str | None:
    """The rule of the tester: a lock holds where nobody opens the editor, too.

    A schedule keeps the words and not from being published: that gives the same version its hour again.
    """
    if act not in (Act.REWRITE, Act.PUBLISH_UNOPENED):
        return None
    lock = tester.page.get_lock()
    if lock is None or not lock.for_user(tester.user):
        return None
    if act == Act.PUBLISH_UNOPENED and isinstance(lock, ScheduledForPublishLock):
        return None
    return str(lock.get_description(tester.user))
