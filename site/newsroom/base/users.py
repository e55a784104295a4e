"""Those who work here: what they are called, and the language and zone in which they read."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)


def name_of(user: Any) -> str:
    """Return what somebody is called; nothing for nobody."""
    return (user.get_full_name() or user.get_username()) if user else ""


@contextmanager
def as_read_by(user: Any) -> Iterator[None]:
    """Put texts and instants into the language and zone that a user chose in the CMS, else into the newsroom's.

    Whoever is written to need not be the one who is logged in, so the language in force is no guess at theirs.
    """
    profile: Any = getattr(user, "wagtail_userprofile", None) or UserProfile()
    with translation.override(settings.LANGUAGE_CODE):
        language = profile.get_preferred_language()
    with translation.override(language), timezone.override(profile.get_current_time_zone()):
        yield


def send_to_colleague(user: Any, subject: str, body: str, what: str) -> bool:
    """Send a mail to somebody who works here. Returns whether it was sent: nothing fails by a mail.

    A failure is logged as `what`, which names nothing that is under embargo.
    """
    try:
        send_mail(subject, body, None, [user.email])
    except Exception as error:  # whatever the mail server or its backend raises
        logger.error("The mail %s was not sent: %s", what, type(error).__name__)
        return False
    return True
