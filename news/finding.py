"""What the search finds of this room: releases and the quotes in them."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Model, Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from news.choices import ReleaseKind
from news.hashtags.finding import hashtag_labels, hashtags_offered
from news.models import Hashtag, Quote, ReleaseBoilerplate, ReleaseOrganisation, ReleasePage, ReleaseParticipant
from news.quotes.citation import localise_recorded_quotes
from news.releases.feed_entries import releases_followed
from news.releases.found_files import LONGEST_FILES, files_of_releases, release_files
from news.releases.lists import LIST_FACETS, RELEASE_KINDS
from news.releases.presentation import attach_originals, with_languages, with_states
from newsroom.base.languages import active_code
from newsroom.base.pages.rows import as_written
from newsroom.language.html import text_of_html
from newsroom.language.separators import side_by_side
from organisations.models import Organisation, Person
from organisations.recorded_names import RecordedNames
from search.registry import (
    FollowedList,
    Item,
    SearchFacet,
    Shown,
    Source,
    register_facet,
    register_feed,
    register_kind,
    register_source,
)

QUOTE = "quote"


def register_releases_and_quotes() -> None:
    """Register releases and quotes, with their facets, with the search."""
    register_source(RELEASES)
    register_source(QUOTES)
    for kind in ReleaseKind:
        register_kind(kind.value, kind.label)
    register_kind(QUOTE, _("Quote"), is_apart=True)
    register_facet(
        SearchFacet("campaign", _("Campaign"), hashtag_labels, hashtags_offered, meant=Hashtag.objects.addresses_meant)
    )
    register_facet(SearchFacet("place", _("Place"), place_labels, is_as_written=True))
    register_feed(FollowedList("feed", RELEASE_KINDS, LIST_FACETS))


def public_releases(keys: Sequence[int]) -> list[ReleasePage]:
    """Those of the releases that a stranger may see."""
    return list(ReleasePage.objects.released().filter(pk__in=keys).select_related("locale", "life"))


def releases_on_record(keys: Sequence[int]) -> list[ReleasePage]:
    """Those of the releases that lists name: what a stranger may see, and what was withdrawn in view."""
    return list(ReleasePage.objects.on_record().filter(pk__in=keys).select_related("locale", "life"))


def written_releases(releases: Sequence[ReleasePage]) -> list[ReleasePage]:
    """Those of releases that were just written that lists name, as they are at hand."""
    named = ReleasePage.objects.on_record().filter(pk__in=[release.pk for release in releases])
    keys = set(named.order_by().values_list("pk", flat=True))
    return [as_written(release) for release in releases if release.pk in keys]


def listed_releases(keys: Sequence[int]) -> list[ReleasePage]:
    """Those of the releases that lists name, with what a row needs."""
    rows = ReleasePage.objects.on_record().filter(pk__in=keys).for_listing().order_by()
    return with_states(with_languages(rows))


def listed_quotes(keys: Sequence[int]) -> list[Quote]:
    """Those of the quotes that a stranger may see, with what a list needs: speakers and organisations in the reader's
    language, of translated ones the words as spoken."""
    rows = list(Quote.objects.released().filter(pk__in=keys).for_listing())
    localise_recorded_quotes(rows)
    attach_originals(rows)
    return rows


def release_items(releases: Sequence[ReleasePage]) -> dict[int, Item]:
    """What of releases goes into the index."""
    prefetch_related_objects(
        releases,
        "organisation_links__organisation",
        "participant_links__person",
        "hashtags",
        "attachments__document__reading",
    )
    quotes = quotes_in_order(releases)
    names = RecordedNames(
        (link.organisation for release in releases for link in release.organisation_links.all()),
        (link.person for release in releases for link in release.participant_links.all()),
        (record for quote in quotes for record in (quote.speaker, quote.organisation)),
    )
    for release in releases:
        release.recorded_names = names
    return {release.pk: release_item(release, release.said, names) for release in releases}


def quotes_in_order(releases: Sequence[ReleasePage]) -> list[Quote]:
    """The quotes that stand in releases, in their order; read once, each with its release."""
    standing = Quote.objects.filter(withdrawn_at__isnull=True).order_by("sort_order")
    rows = standing.select_related("locale", "speaker", "organisation")
    prefetch_related_objects(releases, Prefetch("quotes", rows, "said"))
    return [quote for release in releases for quote in release.said]


def release_item(release: ReleasePage, quotes: Sequence[Quote], names: RecordedNames) -> Item:
    """What of a release goes into the index."""
    if not release.live:
        return withdrawn_item(release)
    code = release.locale.language_code
    organisations = [link.organisation for link in release.organisation_links.all()]
    people = [quote.speaker for quote in quotes]
    participants = release.participant_links.all()
    issuing = [name for each in organisations for name in names.all_of(each, release.locale_id, code)]
    speaking = list(dict.fromkeys(name for each in people for name in names.all_of(each, release.locale_id, code)))
    named = [
        *issuing,
        *speaking,
        *(f"{names.of(link.person, release.locale_id)}, {link.role}" for link in participants),
        *(name for link in participants for name in names.in_other_scripts(link.person, code)),
        *(quote.role for quote in quotes),
        release.dateline_place,
        release.reference,
        *(f"#{tag.name}" for tag in release.hashtags.all()),
    ]
    return Item(
        language=code,
        kind=release.kind,
        group=release.translation_key,
        title=release.title,
        lead="\n".join(filter(None, (release.subheadline, release.summary))),
        text="\n".join(filter(None, (release.body_text, text_of_html(release.notes_to_editors)))),
        names="\n".join(dict.fromkeys(filter(None, named))),
        files="\n".join("\n".join(file) for file in release_files(release))[:LONGEST_FILES],
        released_at=release.released_at,
        facets={
            "organisation": [each.slug for each in organisations],
            "speaker": [each.slug for each in people],
            "campaign": [tag.slug for tag in release.hashtags.all()],
            "place": [release.dateline_place.strip()],
        },
        named={
            "organisation": issuing,
            "speaker": speaking,
            "campaign": [tag.name for tag in release.hashtags.all()],
            "place": [release.dateline_place],
        },
        is_original=code == release.original_language,
    )


def withdrawn_item(release: ReleasePage) -> Item:
    """What of a withdrawn release goes into the index: its place in lists, and not one of its words."""
    return Item(
        language=release.locale.language_code,
        kind=release.kind,
        group=release.translation_key,
        title="",
        released_at=release.released_at,
        facets={
            "organisation": [link.organisation.slug for link in release.organisation_links.all()],
            "campaign": [tag.slug for tag in release.hashtags.all()],
        },
        is_completed=False,
        is_original=release.locale.language_code == release.original_language,
        is_withdrawn=True,
    )


def shown_releases(releases: Sequence[ReleasePage]) -> Mapping[int, Shown]:
    """What a page of results shows of releases."""
    return {
        release.pk: Shown(
            title=release.title,
            url=release.url,
            text="\n".join(filter(None, (release.teaser, release.body_text))),
            language=release.locale.language_code,
            kind=str(release.get_kind_display()),
            released_at=release.released_at,
            thing=release,
            template="news/release_hit.html",
        )
        for release in with_states(with_languages(releases))
    }


def quotes_for_index(releases: Sequence[ReleasePage]) -> dict[tuple[str, int], Item]:
    """What of the quotes in public releases goes into the index, after these themselves (`release_items`)."""
    public = [release for release in releases if release.live]
    return {(QUOTE, quote.pk): quote_item(quote, quote.release.recorded_names) for quote in quotes_in_order(public)}


def touched_by_release(release: ReleasePage) -> Iterable[Model]:
    """Return the recorded quotes of a release, withdrawn ones too: they are indexed anew with it."""
    return Quote.objects.filter(release=release).only("pk").order_by()


def named_by_release(release: ReleasePage) -> Iterable[Model]:
    """Return the people and organisations that become public with a release, in every language."""
    quotes = Quote.objects.filter(release=release).order_by()
    participants = ReleaseParticipant.objects.filter(page=release).order_by()
    people = quotes.values_list("speaker__translation_key").union(participants.values_list("person__translation_key"))
    links = ReleaseOrganisation.objects.filter(page=release).order_by()
    texts = ReleaseBoilerplate.objects.filter(page=release).order_by()
    organisations = links.values_list("organisation__translation_key").union(
        links.values_list("organisation__parent__translation_key"),
        texts.values_list("boilerplate__organisation__translation_key"),
    )
    yield from Person.objects.filter(translation_key__in=people).only("pk").order_by()
    yield from Organisation.objects.filter(translation_key__in=organisations).only("pk").order_by()


def public_quotes(keys: Sequence[int]) -> list[Quote]:
    """Those of the quotes that a stranger may see, each with the release it stands in, asked for by their keys."""
    rows = Quote.objects.filter(pk__in=keys, withdrawn_at__isnull=True)
    quotes = list(rows.select_related("locale", "speaker__locale", "organisation"))
    releases = {release.pk: release for release in public_releases([quote.release_id for quote in quotes])}
    for quote in quotes:
        if quote.release_id in releases:
            quote.release = releases[quote.release_id]
    return [quote for quote in quotes if quote.release_id in releases]


def quote_items(quotes: Sequence[Quote]) -> dict[int, Item]:
    """What of quotes goes into the index: the words as its title, who said them among the names."""
    prefetch_related_objects([quote.release for quote in quotes], "hashtags")
    names = RecordedNames(record for quote in quotes for record in (quote.speaker, quote.organisation))
    return {quote.pk: quote_item(quote, names) for quote in quotes}


def quote_item(quote: Quote, names: RecordedNames) -> Item:
    """What of a quote goes into the index."""
    code = quote.locale.language_code
    bodies = [quote.organisation] if quote.organisation else []
    speaking = names.all_of(quote.speaker, quote.locale_id, code)
    issuing = [name for each in bodies for name in names.all_of(each, quote.locale_id, code)]
    named = (*speaking, *issuing, quote.role)
    return Item(
        language=code,
        kind=QUOTE,
        group=quote.quote_id,
        title=quote.release.title,
        text=quote.words,
        names="\n".join(filter(None, named)),
        released_at=quote.release.released_at,
        facets={
            "organisation": [each.slug for each in bodies],
            "speaker": [quote.speaker.slug],
            "campaign": [tag.slug for tag in quote.release.hashtags.all()],
            "place": [quote.release.dateline_place.strip()],
        },
        named={
            "organisation": issuing,
            "speaker": speaking,
            "campaign": [tag.name for tag in quote.release.hashtags.all()],
            "place": [quote.release.dateline_place],
        },
        is_completed=False,
        is_original=code == quote.release.original_language,
    )


def shown_quotes(quotes: Sequence[Quote]) -> Mapping[int, Shown]:
    """What a page of results shows of quotes."""
    localise_recorded_quotes(quotes)
    attach_originals(quotes)
    return {
        quote.pk: Shown(
            title=side_by_side((quote.speaker.name, quote.role)),
            url=quote.get_absolute_url(),
            text=quote.words,
            language=quote.locale.language_code,
            kind=str(_("Quote")),
            released_at=quote.release.released_at,
            thing=quote,
            template="news/quote_hit.html",
            is_whole=True,
        )
        for quote in quotes
    }


def place_labels(places: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Places as datelines name them, each with a language it is written so in: the reader's before all others."""
    released = ReleasePage.objects.released().filter(dateline_place__in=places).order_by("locale_id")
    written = released.values_list("dateline_place", "locale__language_code").distinct()
    labels = {place: (place, "") for place in places}
    for place, code in sorted(written, key=lambda row: row[1] == active_code()):
        labels[place] = (place, code)
    return labels


RELEASES = Source(
    "release",
    ReleasePage,
    keys=lambda: ReleasePage.objects.on_record().order_by("pk").values_list("pk", flat=True),
    public=public_releases,
    items=release_items,
    shown=shown_releases,
    on_record=releases_on_record,
    written=written_releases,
    listed=listed_releases,
    touched=touched_by_release,
    named=named_by_release,
    parts=quotes_for_index,
    files=files_of_releases,
    followed=releases_followed,
)
QUOTES = Source(
    "quote",
    Quote,
    keys=lambda: Quote.objects.released().order_by("pk").values_list("pk", flat=True),
    public=public_quotes,
    items=quote_items,
    shown=shown_quotes,
    listed=listed_quotes,
)
