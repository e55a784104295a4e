from typing import Self

from django.db.models import Count, F, IntegerField, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models.pages import PageManager

from news.models import Quote, ReleasePage
from newsroom.publication.querysets import WithdrawablePageQuerySet


def count_column(rows: QuerySet) -> Coalesce:
    """How many rows a correlated query finds, as a column."""
    numbers = rows.order_by().annotate(one=F("pk") - F("pk")).values("one").annotate(number=Count("pk", distinct=True))
    return Coalesce(Subquery(numbers.values("number"), output_field=IntegerField()), 0)


class CampaignHubQuerySet(WithdrawablePageQuerySet):
    """Campaign hubs, one page a language."""

    def for_listing(self) -> Self:
        """With the number of releases and quotes a reader will find and the day of the first release."""
        releases = ReleasePage.objects.on_record_for_reader().filter(hashtag_links__tag=OuterRef("hashtag"))
        quotes = Quote.objects.for_reader().filter(release__hashtag_links__tag=OuterRef("hashtag"))
        first = (
            releases.order_by().annotate(one=F("pk") - F("pk")).values("one").annotate(first=Min("life__released_at"))
        )
        return (
            self.for_reader()
            .select_related("hashtag", "locale")
            .annotate(
                release_count=count_column(releases),
                quote_count=count_column(quotes),
                since=Subquery(first.values("first")),
            )
            .order_by("-since", "title")
        )


CampaignHubManager = PageManager.from_queryset(CampaignHubQuerySet)
