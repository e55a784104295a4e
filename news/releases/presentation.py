"""What the pages show: rows in the reader's language, with a number of queries that does not grow with them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Max, prefetch_related_objects

from news.models.correction import Correction
from news.models.quote import Quote
from news.quotes.citation import localise_recorded_quotes
from newsroom.base.caching.values import cached_until_change
from newsroom.base.models import NewsroomImage
from newsroom.base.pages.alternates import addresses_by_language, in_order
from newsroom.publication.models import Withdrawal
from organisations.models import Organisation

if TYPE_CHECKING:
    from news.models.release import ReleasePage

LOGO = "max-96x96"


def attachments_of(release: "ReleasePage") -> list[Any]:
    """A release's attachments with their documents, in two queries."""
    attachments = list(release.attachments.all())
    prefetch_related_objects(attachments, "document")
    for attachment in attachments:
        attachment.page = release
    return attachments


def originals_of(rows: Iterable[Quote]) -> dict[UUID, Quote]:
    """By quote id, those of the rows that hold the words as they were spoken."""
    return {row.quote_id: row for row in rows if row.locale.language_code == row.language}


def attach_originals(quotes: Iterable[Quote]) -> None:
    """Gives each translated quote `original`, the public words as they were spoken or None; one query for all."""
    rows = list(quotes)
    translated = [row.quote_id for row in rows if row.locale.language_code != row.language]
    spoken = Quote.objects.released().filter(quote_id__in=translated, locale__language_code=F("language"))
    originals = originals_of(spoken.select_related("locale")) if translated else {}
    for row in rows:
        row.original = originals.get(row.quote_id) if row.locale.language_code != row.language else None


def logos(organisations: Iterable[Organisation]) -> dict[int, Any]:
    """Renditions of the organisations' logos by image id, None for one that cannot be shown; in two queries."""
    wanted = {organisation.logo_id for organisation in organisations if organisation.logo_id}
    known = known_logos(tuple(sorted(wanted))) if wanted else {}
    lost = tuple(number for number, file in known.items() if file is None)
    return {**known, **read_logos(lost)} if lost else known


def read_logos(numbers: tuple[int, ...]) -> dict[int, Any]:
    """Renditions of images in the size of logos, by number; None for one that cannot be shown."""
    images = NewsroomImage.objects.filter(pk__in=numbers).prefetch_renditions(LOGO)
    return {image.pk: image.rendition_or_none(LOGO) for image in images}


known_logos = cached_until_change(read_logos)


def with_languages(releases: "Iterable[ReleasePage]") -> "list[ReleasePage]":
    """Releases, each with `languages`, the alternates in which a stranger can read it; one query for all."""
    rows = list(releases)
    if not rows:
        return rows
    keys = [row.translation_key for row in rows]
    addresses = addresses_by_language(type(rows[0]).objects.on_record().filter(translation_key__in=keys))
    for row in rows:
        row.languages = in_order(addresses[row.translation_key])
    return rows


def with_states(releases: "Iterable[ReleasePage]") -> "list[ReleasePage]":
    """Releases, each with `corrected_at`, the instant of its last correction or None, and with its `withdrawal` at
    hand; two queries for all."""
    rows = list(releases)
    corrections = Correction.objects.filter(release__in=[row.pk for row in rows])
    last = dict(corrections.order_by().values_list("release").annotate(Max("corrected_at")))
    off = Withdrawal.objects.in_force().filter(page__in=[row.pk for row in rows if not row.live])
    withdrawals = {withdrawal.page_id: withdrawal for withdrawal in off}
    for row in rows:
        row.corrected_at = last.get(row.pk)
        row.withdrawal = withdrawals.get(row.pk)
    return rows


def quotes_shown(quotes: Iterable[Quote]) -> list[Quote]:
    """Rows of a list of quotes in the order of a page: the newest first, those of a release in its order."""
    rows = sorted(quotes, key=lambda row: row.sort_order)
    rows.sort(key=lambda row: (row.release.released_at, row.release_id), reverse=True)
    return rows


@cached_until_change
def first_quote(release: int) -> Quote | None:
    """The quote that stands first in a public release, for the lead of the front page."""
    rows = list(Quote.objects.released().filter(release=release).for_listing()[:1])
    localise_recorded_quotes(rows)
    attach_originals(rows)
    return rows[0] if rows else None
