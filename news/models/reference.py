import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.choices import REFERENCE_PREFIXES, ReleaseKind

#: All that is counted; higher rooms add their own.
PREFIXES: list[str] = [str(prefix) for prefix in REFERENCE_PREFIXES.values()]


class ReferenceCounter(models.Model):
    """The last number given to a kind of publication in a year."""

    prefix = models.CharField(_("prefix"), max_length=4)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("prefix", "year"), name="one_counter_a_kind_and_year")]

    def __str__(self) -> str:
        return f"{self.prefix}/{self.year}/{self.last:03}"


def give_reference(release: Any) -> None:
    """Give a release that is made public its permanent code; called inside the transaction, before it is written."""
    life = release.life
    if not life.reference:
        life.reference = next_reference(
            REFERENCE_PREFIXES[ReleaseKind(release.kind)], life.released_at or timezone.now()
        )


def next_reference(prefix: str, released_at: datetime.datetime) -> str:
    """The next permanent code of a prefix in the year (UTC) of an instant, such as "PR/2026/014".

    Counted in the transaction of the publication, with the counter locked: two officers who publish at once
    get two numbers, and a publication that fails gives its number back.
    """
    with transaction.atomic():
        counter, _created = ReferenceCounter.objects.select_for_update().get_or_create(
            prefix=prefix, year=released_at.astimezone(datetime.UTC).year
        )
        counter.last += 1
        counter.save(update_fields=["last"])
    return str(counter)


def skip_references(by: int) -> list[ReferenceCounter]:
    """Leave out the next references of every kind, in this year (UTC) and the last; returns the counters.

    After a restore nobody knows which were issued since the backup: a gap does no harm, a reference that means two
    releases does. The last year counts too, since a lift that comes late states the instant it was set for.
    """
    this_year = timezone.now().year
    with transaction.atomic():
        for prefix in PREFIXES:
            for year in (this_year - 1, this_year):
                ReferenceCounter.objects.get_or_create(prefix=prefix, year=year)
        counters = ReferenceCounter.objects.filter(year__in=(this_year - 1, this_year))
        counters.update(last=models.F("last") + by)
        return list(counters.order_by("year", "prefix"))
