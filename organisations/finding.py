"""What the search finds of this room: organisations and people, as soon as something public names them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.base.languages import localised
from newsroom.base.querysets import manager_behind
from organisations.models import Organisation, Person
from organisations.naming.noting import pages_that_name
from organisations.recorded_names import RecordedNames
from search.indexing import is_renamed
from search.registry import Item, SearchFacet, Shown, Source, register_facet, register_kind, register_source


def register_directory() -> None:
    """Register organisations and people, with their facets, with the search."""
    register_source(ORGANISATIONS)
    register_source(PEOPLE)
    register_kind("organisation", _("Organisation"))
    register_kind("person", _("Person"))
    register_facet(SearchFacet("organisation", _("Organisation"), record_labels(Organisation)))
    register_facet(SearchFacet("speaker", _("Speaker"), record_labels(Person)))


def record_labels(model: Any) -> Any:
    """The names of public records by their slug, in the reader's language, each with the language it is in."""

    def labels(slugs: Sequence[str]) -> dict[str, tuple[str, str]]:
        records = model.objects.released().filter(slug__in=slugs).select_related("locale")
        return {record.slug: (record.name, record.locale.language_code) for record in localised(records).values()}

    return labels


def organisation_items(organisations: Sequence[Organisation]) -> dict[int, Item]:
    """What of organisations goes into the index."""
    names = RecordedNames(organisations)
    return {
        each.pk: Item(
            language=each.locale.language_code,
            kind="organisation",
            group=each.translation_key,
            title=each.name,
            lead=each.acronym,
            text=each.description,
            names="\n".join(names.in_other_scripts(each, each.locale.language_code)),
            facets={"organisation": [each.slug]},
            named={
                "organisation": [
                    each.name,
                    each.acronym,
                    *names.in_other_scripts(each, each.locale.language_code),
                ]
            },
        )
        for each in organisations
    }


def shown_organisations(organisations: Sequence[Organisation]) -> Mapping[int, Shown]:
    """What a page of results shows of organisations."""
    kind = str(_("Organisation"))
    return {
        each.pk: Shown(each.name, each.get_absolute_url(), each.description, each.locale.language_code, kind)
        for each in organisations
    }


def person_items(people: Sequence[Person]) -> dict[int, Item]:
    """What of people goes into the index."""
    prefetch_related_objects(people, "roles")
    today = timezone.now().date()
    recorded = RecordedNames(people)
    names = {person.pk: recorded.in_other_scripts(person, person.locale.language_code) for person in people}
    titles = {person.pk: [role.title for role in person.roles_begun(today)] for person in people}
    return {
        person.pk: Item(
            language=person.locale.language_code,
            kind="person",
            group=person.translation_key,
            title=person.name,
            lead="\n".join(titles[person.pk]),
            text=person.biography,
            names="\n".join(names[person.pk]),
            facets={"speaker": [person.slug]},
            named={
                "speaker": [person.name, *names[person.pk]],
                "person": [person.name, *names[person.pk], *titles[person.pk]],
            },
        )
        for person in people
    }


def shown_people(people: Sequence[Person]) -> Mapping[int, Shown]:
    """What a page of results shows of people: their roles, those they hold first, and their biography."""
    prefetch_related_objects(people, "roles")
    today, found = timezone.now().date(), {}
    for person in people:
        roles = sorted(person.roles_begun(today), key=lambda role: not role.is_held_on(today))
        text = " · ".join(filter(None, (*(role.title for role in roles), person.biography)))
        address, code = person.get_absolute_url(), person.locale.language_code
        found[person.pk] = Shown(person.name, address, text, code, str(_("Person")), thing=person)
    return found


def touched_by_person(person: Person) -> Iterable[Model]:
    """Return what is indexed anew with a name or address of a person that was changed, or a name that is new in a
    language: the person in the other languages, quotes, and releases, events and calls that name them."""
    if person.is_signed and not person.was_readdressed and not is_renamed(person, person.name):
        return
    yield from Person.objects.filter(translation_key=person.translation_key).exclude(pk=person.pk)
    said = manager_behind(Person, "quotes").filter(speaker__translation_key=person.translation_key)
    quotes = list(said.select_related("release"))
    yield from quotes
    yield from {quote.release for quote in quotes}
    links = manager_behind(Person, "participations").filter(person__translation_key=person.translation_key)
    yield from {link.page for link in links.select_related("page")}
    yield from pages_that_name(person)


def touched_by_organisation(organisation: Organisation) -> Iterable[Model]:
    """Return what is indexed anew with a name or address of an organisation that was changed, or a name that is new in
    a language: the organisation in the other languages, its releases, quotes, events and calls."""
    if organisation.is_signed and not organisation.was_readdressed and not is_renamed(organisation, organisation.name):
        return
    key = organisation.translation_key
    yield from Organisation.objects.filter(translation_key=key).exclude(pk=organisation.pk)
    links = manager_behind(Organisation, "release_links").filter(organisation__translation_key=key)
    yield from {link.page for link in links.select_related("page")}
    yield from manager_behind(Organisation, "quotes").filter(organisation__translation_key=key)
    yield from pages_that_name(organisation)


ORGANISATIONS = Source(
    "organisation",
    Organisation,
    keys=lambda: Organisation.objects.released().order_by("pk").values_list("pk", flat=True),
    public=lambda keys: Organisation.objects.released_among(keys),
    items=organisation_items,
    shown=shown_organisations,
    touched=touched_by_organisation,
)
PEOPLE = Source(
    "person",
    Person,
    keys=lambda: Person.objects.released().order_by("pk").values_list("pk", flat=True),
    public=lambda keys: Person.objects.released_among(keys),
    items=person_items,
    shown=shown_people,
    touched=touched_by_person,
)
