from typing import Any

from news.models.leadership import FormerLeadership
from news.models.release import ReleasePage


def marked_by(leadership: FormerLeadership) -> Any:
    """Return the releases on record that were issued while a leadership lasted, one page a language."""
    releases = ReleasePage.objects.on_record().filter(life__released_at__lt=leadership.ended_at)
    if leadership.organisation:
        key = leadership.organisation.translation_key
        releases = releases.filter(organisation_links__organisation__translation_key=key).distinct()
    return releases


def number_marked(leadership: FormerLeadership) -> int:
    """Count these releases, each once for all its languages."""
    number: int = marked_by(leadership).values("translation_key").distinct().count()
    return number
