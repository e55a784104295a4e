"""Pages of records rather than of Wagtail's tree: speakers, organisations, references."""

from copy import copy
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import get_language_from_request

from news.models import Quote, ReleasePage
from news.quotes.citation import localise_recorded_quotes
from news.releases.lists import QUOTE_KINDS, RELEASE_KINDS, Lists, newest_releases
from news.releases.presentation import logos, quotes_shown
from news.releases.structured_data import quotation_page
from newsroom.base.caching.values import cached_until_change
from newsroom.base.languages import active_code, localise_on, localised, own_names
from newsroom.base.pages.alternates import alternates_of_address, in_order
from newsroom.language.script.collation import reading_key
from newsroom.publication.record import types_with_references
from organisations.addresses import at_former_addresses_too
from organisations.duty import duties_of, press_desks
from organisations.models import Boilerplate, MediaContact, Organisation, Person, Role
from organisations.naming.occasions import occasions_of
from search.forms import page_number
from search.presentation.listing import feed_address
from search.request import SearchRequest

LATEST = 10


def in_reader_language(rows: Any, slug: str) -> tuple[Any, list[Any]]:
    """The record with this address in the reader's language, and its rows in all. Raises Http404."""
    versions = [copy(row) for row in public_versions(rows.model, slug)]
    if not versions:
        raise Http404
    return next((row for row in versions if row.locale.language_code == active_code()), versions[0]), versions


@cached_until_change
def public_versions(model: Any, slug: str) -> tuple[Any, ...]:
    """The rows of a public record with an address, one a language; whoever changes something on one takes a copy."""
    return tuple(model.objects.released().filter(slug=slug).select_related("locale").order_by("locale_id"))


def speakers(request: HttpRequest) -> HttpResponse:
    """Everybody who is quoted, as the reader's language sorts names, with the role of today and how often."""
    counts, _first = Lists().counts(QUOTE_KINDS, "speaker")
    people = list(localised(Person.objects.released().filter(slug__in=counts)).values())
    people.sort(key=lambda person: reading_key(person.name, active_code()))
    today = timezone.now().date()
    attach_roles(people)
    rows = [(person, person.roles_on(today)[:1], counts[person.slug]) for person in people]
    return render(request, "news/speakers.html", {"rows": rows, "alternates": alternates_of_address(request)})


def attach_roles(people: list[Any]) -> None:
    """Loads the roles of people, and the roles' organisations in the reader's language."""
    by_person: dict[int, list[Role]] = {person.pk: [] for person in people}
    roles = list(Role.objects.filter(person__in=people).select_related("organisation").order_by("sort_order"))
    localise_on(roles, "organisation")
    for role in roles:
        by_person[role.person_id].append(role)
    for person in people:
        person.roles = by_person[person.pk]


@at_former_addresses_too(Person)
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """A speaker: who, since when, and everything said, newest first, with the role of that day."""
    person, versions = in_reader_language(Person.objects, slug)
    today = timezone.now().date()
    roles = [role for role in kept_roles(person.pk) if role.started_on is None or role.started_on <= today]
    roles.sort(key=lambda role: (role.ended_on is None, role.started_on or today), reverse=True)
    quotes = Lists().quotes(page=page_number(request.GET.get("page", "")), speaker=(person.slug,))
    context = {
        "person": person,
        "names": other_names(person, versions),
        "roles": roles,
        "present_roles": [role for role in roles if role.is_held_on(today)],
        "quotes": quotes_shown(quotes.rows),
        "quote_count": quotes.total,
        "part": quotes.part,
        "occasions": occasions_of(person),
        "contacts": press_contacts([role.organisation for role in roles if role.organisation and not role.ended_on]),
        "alternates": alternates_of_address(request),
    }
    return render(request, "news/speaker.html", context)


@cached_until_change
def kept_roles(person: int) -> tuple[Role, ...]:
    """The roles of a person in their order, with organisations in the reader's language."""
    roles = list(Role.objects.filter(person=person).order_by("sort_order"))
    localise_on(roles, "organisation")
    return tuple(roles)


def other_names(person: Person, versions: list[Person]) -> list[Person]:
    """The languages in which a name is written otherwise than here, each way of writing it once."""
    written: dict[str, Person] = {}
    for row in versions:
        written.setdefault(row.name, row)
    written.pop(person.name, None)
    return list(written.values())


def quote(request: HttpRequest, quote_id: UUID) -> HttpResponse:
    """One quote: words, speaker, role, occasion, and the same words in the other languages.

    In a language it does not exist in, the address leads to the words as spoken, else to another language. A quote
    that was public and is no longer answers 410 and says so; one that never was, 404.
    """
    rows = list(Quote.objects.released().filter(quote_id=quote_id).for_listing())
    if not rows:
        return quote_gone(request, quote_id)
    by_language = {row.locale.language_code: row for row in rows}
    shown = by_language.get(active_code())
    if shown is None:
        return HttpResponseRedirect((by_language.get(rows[0].language) or rows[0]).get_absolute_url())
    localise_recorded_quotes(rows)
    shown.original = by_language.get(shown.language) if shown.is_translation else None
    context = {
        "quote": shown,
        "others": [by_language[code] for code in own_names() if by_language.get(code, shown) is not shown],
        "structured_data": quotation_page(shown, rows, request),
        "alternates": in_order({code: translate_url(request.path, code) for code in by_language}),
    }
    return render(request, "news/quote.html", context)


def quote_gone(request: HttpRequest, quote_id: UUID) -> HttpResponse:
    """410 with the reason where the release was withdrawn in view; 404 for what was never a quote."""
    known = Quote.objects.filter(quote_id=quote_id)
    if not known.exists():
        raise Http404
    withdrawn = ReleasePage.objects.withdrawn().filter(pk__in=known.values("release")).select_related("locale")
    release = withdrawn.in_language(active_code()).first() or withdrawn.first()
    return render(request, "news/quote_gone.html", {"release": release}, status=410)


def organisation_list(request: HttpRequest) -> HttpResponse:
    """Every public organisation, by name as the reader's language sorts."""
    bodies = list(localised(Organisation.objects.released().order_by("locale_id")).values())
    bodies.sort(key=lambda organisation: reading_key(organisation.name, active_code()))
    context = {"organisations": bodies, "logos": logos(bodies), "alternates": alternates_of_address(request)}
    return render(request, "news/organisations.html", context)


@at_former_addresses_too(Organisation)
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """An organisation: who they are, what they issued, who speaks for them, whom to call."""
    body, _versions = in_reader_language(Organisation.objects, slug)
    chosen = SearchRequest(language=active_code(), listed=RELEASE_KINDS, organisation=(body.slug,))
    releases, number = newest_releases(LATEST, organisation=chosen.organisation)
    context = {
        "organisation": body,
        "logo": logos([body]).get(body.logo_id),
        "parent": parent_of(body.pk),
        "boilerplates": standing_boilerplates(body.translation_key),
        "releases": releases,
        "release_count": number,
        "feed": feed_address(chosen),
        "quotes": quotes_shown(Lists().quotes(LATEST, organisation=chosen.organisation).rows),
        "occasions": occasions_of(body),
        "speakers": speakers_of(body.translation_key, timezone.now().date()),
        "contacts": press_contacts([body]),
        "alternates": alternates_of_address(request),
    }
    return render(request, "news/organisation.html", context)


@cached_until_change
def parent_of(organisation: int) -> Organisation | None:
    """What an organisation is part of, in the reader's language."""
    body = Organisation.objects.get(pk=organisation)
    localise_on([body], "parent")
    return body.parent


@cached_until_change
def standing_boilerplates(organisation: UUID) -> list[Any]:
    """What an organisation says of itself in public releases, as far as its page shows it."""
    standing = Boilerplate.objects.released().filter(organisation__translation_key=organisation)
    return list(localised(standing).values())[:1]


@cached_until_change
def speakers_of(organisation: UUID, day: date) -> list[Any]:
    """The people in public releases who hold a role in an organisation on a day."""
    held = Role.objects.begun_by(day).filter(ended_on=None, organisation__translation_key=organisation)
    people = Person.objects.released().filter(roles__in=held.values("pk"))
    return list(localised(people.distinct()).values())


def press_contacts(bodies: list[Organisation]) -> list[Any]:
    """Whom to call about organisations: their own contacts, or the newsroom's desks."""
    return duties_of(keys_of_contacts(frozenset(body.translation_key for body in bodies))) or press_desks()


@cached_until_change
def keys_of_contacts(organisations: frozenset[UUID]) -> list[UUID]:
    """The translation keys of the contacts of organisations whom readers may know, in their order."""
    public = MediaContact.objects.released().filter(organisation__translation_key__in=organisations)
    return list(dict.fromkeys(public.values_list("translation_key", flat=True)))


def release_by_reference(request: HttpRequest, prefix: str, year: int, number: int) -> HttpResponse:
    """The permanent address of a release or call, "/PR/2026/014/", in the reader's language where it exists.

    What was taken off is led to as well: its own address says what became of it. Raises Http404.
    """
    reference = f"{prefix.upper()}/{year}/{number:03}"
    for code in (get_language_from_request(request), None):
        for model in types_with_references():
            pages = model.objects.answering().filter(life__reference=reference)
            found = pages.in_language(code) if code else pages.order_by("locale_id")
            if page := found.first():
                return HttpResponseRedirect(page.url)
    raise Http404
