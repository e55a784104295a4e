"""Hashtags as the search offers them: those that public releases carry."""

from collections.abc import Sequence

from django.db.models import OuterRef, QuerySet, Subquery

from news.models import Hashtag, ReleasePage
from news.models.hashtag import with_hubs
from newsroom.language.hashtags import hashtag_key
from search.registry import Offer


def hashtag_labels(slugs: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Hashtags that public releases carry, as they are written; never translated."""
    return {tag.slug: (f"#{tag.name}", tag.language) for tag in carried_hashtags().filter(slug__in=slugs)}


def hashtags_offered(typed: str, most: int) -> list[Offer]:
    """Hashtags that begin as typed and that public releases carry, each with its campaign's page where it has one."""
    if not (start := hashtag_key(typed)):
        return []
    found = with_hubs(list(carried_hashtags().filter(key__startswith=start).order_by("sort_key")[:most]))
    return [Offer(tag.slug, f"#{tag.name}", tag.hub.url if tag.hub else "") for tag in found]


def carried_hashtags() -> QuerySet[Hashtag]:
    """Return the hashtags of public releases, found by one release each: for `EXISTS` PostgreSQL would join all."""
    carrying = ReleasePage.objects.released().filter(hashtag_links__tag=OuterRef("pk")).order_by().values("pk")
    return Hashtag.objects.alias(carrying=Subquery(carrying[:1])).filter(carrying__isnull=False)
