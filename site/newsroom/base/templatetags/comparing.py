import datetime
from typing import Any

from django import template
from django.utils import timezone

from newsroom.base.dates import day_and_time

register = template.Library()


@register.filter
def version_in_words(heading: Any) -> str:
    """What a version is called: the instant when it was saved, for whoever reads it, or Wagtail's own word."""
    try:
        saved_at = datetime.datetime.fromisoformat(str(heading))
    except ValueError:
        return str(heading)
    return day_and_time(timezone.localtime(saved_at))
