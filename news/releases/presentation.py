"""What the pages show: rows in the reader's language, with a number of queries that does not grow with them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Max, prefetch_related_objects
from django.http import HttpRequest
from django.utils.safestring import SafeString

from news.corrections.versions import corrections_shown, state_of
from news.models.correction import Correction
from news.models.hashtag import Hashtag
from news.models.quote import Quote
from news.querysets import QuoteQuerySet
from news.quotes.citation import localise_recorded_quotes
from news.quotes.status import QuoteStanding, standings
from news.releases.boilerplates import shown_boilerplates
from news.releases.dateline import opening
from news.releases.structured_data import news_article
from newsroom.base.languages import localise_on, localised
from newsroom.base.models import NewsroomImage
from newsroom.base.pages.alternates import in_order
from newsroom.publication.models import Withdrawal
from organisations.duty import on_duty
from organisations.models import Organisation

if TYPE_CHECKING:
    from news.models.release import ReleasePage

LOGO = "max-96x96"
MOST_QUOTES = 100


def release_context(release: "ReleasePage", request: HttpRequest) -> dict[str, Any]:
    """Everything a release's page shows beside its own fields; the same for the live page and a preview."""
    earlier = release.superseded_by
    boilerplates = shown_boilerplates(release, earlier.boilerplates if earlier and earlier.pk else None)
    contacts = [link.contact for link in links_in_language(release.contact_links.all(), "contact")]
    localise_quotes(release)
    organisation_links = links_in_language(release.organisation_links.all(), "organisation")
    dateline_block, opening_html = opening(release)
    is_released = release.live and not earlier and not getattr(request, "is_preview", False)
    corrections = corrections_shown(release)
    quotes = recorded_quotes(release) if is_released else []
    recorded = {str(quote.quote_id): quote for quote in quotes}
    versions = other_versions(release)
    return {
        "is_released": is_released,
        "state": state_of(release, corrections),
        "corrections": corrections,
        "entered_at": release.first_published_at if release.first_issued_at else None,
        "has_pictures": any(block.block_type == "image" for block in release.body),
        "dateline_block": dateline_block,
        "opening": opening_html,
        "organisation_links": organisation_links,
        "boilerplates": boilerplates,
        "logos": logos([boilerplate.organisation for boilerplate in boilerplates]),
        "spokespeople": spokespeople(release),
        "participants": links_in_language(release.participant_links.all(), "person"),
        "contacts": on_duty(contacts),
        "attachments": attachments_of(release),
        "hashtags": with_hubs(list(release.hashtags.all())),
        "originals": {str(quote_id): row for quote_id, row in originals_of(versions).items()},
        "recorded": recorded,
        "standings": shown_standings(release, recorded),
        "structured_data": structured_data(release, organisation_links, quotes, versions, corrections, request)
        if is_released
        else "",
    }


def shown_standings(release: "ReleasePage", recorded: dict[str, Quote]) -> Mapping[str, Quote | QuoteStanding]:
    """By block id, how each quote stands: as it was recorded, and as it would be for what is not public."""
    written = {block.id for block in release.body if block.block_type == "quote"}
    if written <= recorded.keys():
        return recorded
    return {str(quote_id): standing for quote_id, standing in standings(release).items()} | recorded


def attachments_of(release: "ReleasePage") -> list[Any]:
    """A release's attachments with their documents, in two queries."""
    attachments = list(release.attachments.all())
    prefetch_related_objects(attachments, "document")
    for attachment in attachments:
        attachment.page = release
    return attachments


def structured_data(
    release: "ReleasePage",
    organisation_links: list[Any],
    quotes: list[Quote],
    versions: list[Quote],
    corrections: list[Correction],
    request: HttpRequest,
) -> SafeString:
    """The JSON-LD of a public release; its publisher is the organisation that issues it."""
    issuers = [link.organisation.name for link in organisation_links if link.is_lead]
    return news_article(release, quotes, versions, corrections, next(iter(issuers), request.get_host()), request)


def links_in_language(links: Iterable[Any], name: str) -> list[Any]:
    """Rows of a release with what they point at in the reader's language."""
    rows = list(links)
    localise_on(rows, name)
    return rows


def localise_quotes(release: "ReleasePage") -> None:
    """Put speakers and organisations of the quotes in the body into the reader's language."""
    values = [block.value for block in release.body if block.block_type == "quote"]
    for name in ("speaker", "organisation"):
        found = localised(value[name] for value in values if value[name])
        for value in values:
            if value[name]:
                value[name] = found[value[name].translation_key]


def spokespeople(release: "ReleasePage") -> list[Any]:
    """Who speaks for a release, each once as first quoted: the values of their quotes."""
    values = [block.value for block in release.body if block.block_type == "quote"]
    first = {value["speaker"].translation_key: value for value in reversed(values) if value["speaker"]}
    return list(reversed(first.values()))


def recorded_quotes(release: "ReleasePage") -> list[Quote]:
    """The quotes of a public release as they were recorded, with speaker and organisation in the reader's language."""
    rows = list(Quote.objects.released().filter(release=release).for_listing()[:MOST_QUOTES])
    localise_recorded_quotes(rows)
    return rows


def other_versions(release: "ReleasePage") -> list[Quote]:
    """The public words of a release's quotes in its other languages."""
    quote_ids = [UUID(block.id) for block in release.body if block.block_type == "quote" and block.id]
    if not quote_ids:
        return []
    return list(
        Quote.objects.released().filter(quote_id__in=quote_ids).exclude(release=release.pk).select_related("locale")
    )


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
    images = NewsroomImage.objects.filter(pk__in=wanted).prefetch_renditions(LOGO) if wanted else []
    return {image.pk: image.rendition_or_none(LOGO) for image in images}


def with_hubs(hashtags: Sequence[Hashtag]) -> list[Hashtag]:
    """Hashtags, each with `hub`, its public campaign hub for this reader or None."""
    hub_model: Any = Hashtag._meta.get_field("hubs").related_model
    hubs = (
        {hub.hashtag_id: hub for hub in hub_model.objects.for_reader().filter(hashtag__in=hashtags)} if hashtags else {}
    )
    for hashtag in hashtags:
        hashtag.hub = hubs.get(hashtag.pk)
    return list(hashtags)


def with_languages(releases: "Iterable[ReleasePage]") -> "list[ReleasePage]":
    """Releases, each with `languages`, the alternates in which a stranger can read it; one query for all."""
    rows = list(releases)
    addresses: dict[UUID, dict[str, str]] = defaultdict(dict)
    keys = [row.translation_key for row in rows]
    for page in type(rows[0]).objects.on_record().filter(translation_key__in=keys).for_listing() if rows else []:
        addresses[page.translation_key][page.locale.language_code] = page.url or ""
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


def quotes_for_reader(quotes: QuoteQuerySet, limit: int) -> list[Quote]:
    """At most `limit` recorded quotes for a list, with speaker and organisation in the reader's language."""
    rows = list(quotes.for_listing()[:limit])
    localise_recorded_quotes(rows)
    attach_originals(rows)
    return rows


def first_quote(release: "ReleasePage") -> Quote | None:
    """The quote that stands first in a public release, for the lead of the front page."""
    rows = quotes_for_reader(Quote.objects.released().filter(release=release), 1)
    return rows[0] if rows else None
