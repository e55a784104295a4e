"""Wagtail's mails about comments, sent to those alone who may know of the page.

Wagtail has no setting for whom it writes to: its function is replaced where it is used. This goes when it has one.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.admin.mail import send_notification

from newsroom.base.rights.sight import is_withheld


def send_within_sight(recipient_users: Iterable[Any], notification: str, extra_context: dict[str, Any]) -> Any:
    """As Wagtail's `send_notification`, without those from whom the page is kept since they joined in."""
    people = [user for user in recipient_users if not is_withheld(user, extra_context["page"])]
    return send_notification(people, notification, extra_context)


def write_within_sight() -> None:
    """Have the editor send its mails so. Raises AttributeError where Wagtail sends them otherwise now."""
    from wagtail.admin.views.pages import edit  # an application's views, which need all models

    edit.send_notification  # noqa: B018  (asked for, so that an upgrade is heard)
    edit.send_notification = send_within_sight
