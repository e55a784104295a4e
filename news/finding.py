"""What the search finds of this room: releases and the quotes in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, prefetch_related_objects
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from news.choices import ReleaseKind
from news.citation import name_and_role
from news.models import Hashtag, Quote, ReleaseBoilerplate, ReleaseOrganisation, ReleasePage, ReleaseParticipant
from news.presentation import with_languages, with_states
from newsroom.base.languages import active_code, localise_on
from organisations.models import Organisation, Person
from search.registry import Facet, Item, Shown, Source, register, register_facet, register_kind

QUOTE = "quote"


def register_all() -> None:
    """Called when the room starts."""
    register(RELEASES)
    register(QUOTES)
    for kind in ReleaseKind:
        register_kind(kind.value, kind.label)
    register_kind(QUOTE, _("Quote"), is_apart=True)
    register_facet(Facet("campaign", _("Campaign"), hashtag_labels))
    register_facet(Facet("place", _("Place"), place_labels))


def public_releases(keys: Sequence[int]) -> list[ReleasePage]:
    """Those of the releases that a stranger may see."""
    return list(ReleasePage.objects.released().filter(pk__in=keys).select_related("locale"))


def release_items(releases: Sequence[ReleasePage]) -> dict[int, Item]:
    """What of releases goes into the index."""
    prefetch_related_objects(releases, "organisation_links__organisation", "participant_links__person", "hashtags")
    quotes = quotes_of(releases)
    names = Names(
        (link.organisation for release in releases for link in release.organisation_links.all()),
        (link.person for release in releases for link in release.participant_links.all()),
        (record for quote in quotes for record in (quote.speaker, quote.organisation)),
    )
    said: dict[int, list[Quote]] = {release.pk: [] for release in releases}
    for quote in quotes:
        said[quote.release_id].append(quote)
    return {release.pk: release_item(release, said[release.pk], names) for release in releases}


def quotes_of(releases: Sequence[ReleasePage]) -> list[Quote]:
    """The quotes that stand in releases, in their order."""
    rows = Quote.objects.filter(release__in=[release.pk for release in releases], withdrawn_at__isnull=True)
    return list(rows.select_related("speaker", "organisation").order_by("release_id", "sort_order"))


def release_item(release: ReleasePage, quotes: Sequence[Quote], names: "Names") -> Item:
    """What of a release goes into the index."""
    code = release.locale.language_code
    organisations = [link.organisation for link in release.organisation_links.all()]
    people = [quote.speaker for quote in quotes]
    participants = release.participant_links.all()
    named = [
        *(names.of(record, code) for record in (*organisations, *people)),
        *(f"{names.of(link.person, code)}, {link.role}" for link in participants),
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
        text="\n".join(filter(None, (release.body_text, strip_tags(release.notes_to_editors)))),
        names="\n".join(dict.fromkeys(filter(None, named))),
        released_at=release.released_at,
        facets={
            "organisation": [each.slug for each in organisations],
            "speaker": [each.slug for each in people],
            "campaign": [tag.slug for tag in release.hashtags.all()],
            "place": [release.dateline_place.strip()],
        },
    )


class Names:
    """The names of organisations and people in every language, read with two queries."""

    def __init__(self, *records: Iterable[Any]) -> None:
        wanted: dict[type[Model], set[UUID]] = {Organisation: set(), Person: set()}
        for record in (record for each in records for record in each if record):
            wanted[type(record)].add(record.translation_key)
        self._names: dict[tuple[UUID, str], str] = {}
        for model, keys in wanted.items():
            if keys:
                rows = model._default_manager.filter(translation_key__in=keys, is_signed=True)
                for key, code, name in rows.values_list("translation_key", "locale__language_code", "name"):
                    self._names[key, code] = name

    def of(self, record: Any, code: str) -> str:
        """The name of a record in a language; as the record has it where there is none."""
        return self._names.get((record.translation_key, code), record.name)


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
        )
        for release in with_states(with_languages(releases))
    }


def touched_by_release(release: ReleasePage) -> Iterable[Model]:
    """The quotes recorded of a release, those withdrawn among them."""
    return Quote.objects.filter(release=release)


def named_by_release(release: ReleasePage) -> Iterable[Model]:
    """Whom a release makes public, in every language: who speaks, who takes part, who issues it, what those are
    part of."""
    people = {
        *Quote.objects.filter(release=release).values_list("speaker__translation_key", flat=True),
        *ReleaseParticipant.objects.filter(page=release).values_list("person__translation_key", flat=True),
    }
    links = ReleaseOrganisation.objects.filter(page=release)
    texts = ReleaseBoilerplate.objects.filter(page=release)
    organisations = {
        *links.values_list("organisation__translation_key", flat=True),
        *links.values_list("organisation__parent__translation_key", flat=True),
        *texts.values_list("boilerplate__organisation__translation_key", flat=True),
    } - {None}
    yield from Person.objects.filter(translation_key__in=people)
    yield from Organisation.objects.filter(translation_key__in=organisations)


def public_quotes(keys: Sequence[int]) -> list[Quote]:
    """Those of the quotes that a stranger may see; the releases they stand in are asked for by their keys."""
    rows = Quote.objects.filter(pk__in=keys, withdrawn_at__isnull=True)
    quotes = list(rows.select_related("release__locale", "locale", "speaker__locale", "organisation"))
    wanted = {quote.release_id for quote in quotes}
    public = set(ReleasePage.objects.released().filter(pk__in=wanted).values_list("pk", flat=True))
    return [quote for quote in quotes if quote.release_id in public]


def quote_items(quotes: Sequence[Quote]) -> dict[int, Item]:
    """What of quotes goes into the index: the words as its title, who said them among the names."""
    prefetch_related_objects([quote.release for quote in quotes], "hashtags")
    names = Names(record for quote in quotes for record in (quote.speaker, quote.organisation))
    return {quote.pk: quote_item(quote, names) for quote in quotes}


def quote_item(quote: Quote, names: Names) -> Item:
    """What of a quote goes into the index."""
    code = quote.locale.language_code
    bodies = [quote.organisation] if quote.organisation else []
    named = (names.of(quote.speaker, code), quote.role, *(names.of(each, code) for each in bodies))
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
        is_completed=False,
    )


def shown_quotes(quotes: Sequence[Quote]) -> Mapping[int, Shown]:
    """What a page of results shows of quotes."""
    localise_on(quotes, "speaker")
    return {
        quote.pk: Shown(
            title=name_and_role(quote.speaker.name, quote.role),
            url=quote.get_absolute_url(),
            text=quote.words,
            language=quote.locale.language_code,
            kind=str(_("Quote")),
            released_at=quote.release.released_at,
            note=quote.release.title,
            thing=quote,
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


def hashtag_labels(slugs: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Hashtags that public releases carry, as they are written; never translated."""
    carried = Exists(ReleasePage.objects.released().filter(hashtag_links__tag=OuterRef("pk")))
    tags = Hashtag.objects.filter(carried, slug__in=slugs)
    return {tag.slug: (f"#{tag.name}", "en") for tag in tags}


RELEASES = Source(
    "release",
    ReleasePage,
    keys=lambda: ReleasePage.objects.released().order_by("pk").values_list("pk", flat=True),
    public=public_releases,
    items=release_items,
    shown=shown_releases,
    touched=touched_by_release,
    named=named_by_release,
)
QUOTES = Source(
    "quote",
    Quote,
    keys=lambda: Quote.objects.released().order_by("pk").values_list("pk", flat=True),
    public=public_quotes,
    items=quote_items,
    shown=shown_quotes,
)
