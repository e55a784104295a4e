from typing import Any

from news.editions.document import ReleaseDocument
from news.models.leadership import FormerLeadership
from newsroom.base.caching.values import cached_until_change
from newsroom.base.localize.each_language import words_here


@cached_until_change
def kept_leaderships() -> list[FormerLeadership]:
    """All of them, the one that ended first at the beginning, with their organisations."""
    return list(FormerLeadership.objects.select_related("organisation").order_by("last_day", "pk"))


def leaderships_of(document: ReleaseDocument) -> list[dict[str, Any]]:
    """Return under whom a release was issued, in the reader's language: of each organisation, and of all, the first
    leadership that had not ended when it was released."""
    issuers = {each.organisation.key for each in document.organisations}
    shown: dict[Any, dict[str, Any]] = {}
    for leadership in kept_leaderships():
        whose = leadership.organisation and leadership.organisation.translation_key
        if document.released_at < leadership.ended_at and (whose is None or whose in issuers):
            shown.setdefault(whose, {"last_day": leadership.last_day, **words_here(leadership.words)})
    return list(shown.values())
