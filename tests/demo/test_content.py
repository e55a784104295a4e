"""The demonstration content holds together: what it refers to exists, and its languages say the same things."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from newsroom.demo import drawing
from newsroom.demo.content import CAMPAIGNS, CONTACTS, HOUSE, IMAGES, MARKS, ORGANISATIONS, PEOPLE, RELEASES
from newsroom.demo.content.shapes import LANGUAGES, SPOKEN_LANGUAGES, Organisation, Person, Release

ORGANISATION_SLUGS = {organisation.slug for organisation in ORGANISATIONS}
PEOPLE_SLUGS = {person.slug for person in PEOPLE}
CONTACT_KEYS = {contact.key for contact in CONTACTS}

each_release = pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.slug)
each_organisation = pytest.mark.parametrize("organisation", ORGANISATIONS, ids=lambda organisation: organisation.slug)
each_person = pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.slug)


def bodies(release: Release) -> Iterator[tuple[str, Any]]:
    """Yield every block of every language."""
    for text in release.texts.values():
        yield from text.body


# References


def test_slugs_are_unique() -> None:
    for things in (RELEASES, ORGANISATIONS, PEOPLE, CAMPAIGNS):
        counted = Counter(thing.slug for thing in things)
        assert max(counted.values()) == 1, counted.most_common(1)
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in counted)
    assert len(CONTACT_KEYS) == len(CONTACTS)


@each_release
def test_a_release_refers_to_what_exists(release: Release) -> None:
    organisations = release.lead_organisations + release.supporting_organisations + release.boilerplates
    assert set(organisations) <= ORGANISATION_SLUGS
    assert release.lead_organisations and release.boilerplates and release.contacts
    assert not set(release.lead_organisations) & set(release.supporting_organisations)
    assert set(release.contacts) <= CONTACT_KEYS
    assert {participant.person for participant in release.participants} <= PEOPLE_SLUGS
    assert {quote.speaker for quote in release.quotes.values()} <= PEOPLE_SLUGS
    assert release.image is None or release.image in IMAGES


@each_release
def test_blocks_refer_to_what_exists_and_every_quote_stands_in_the_body(release: Release) -> None:
    for kind, value in bodies(release):
        assert value, kind
        if kind == "quote":
            assert value in release.quotes
        if kind == "image":
            assert value in IMAGES
    for text in release.texts.values():
        standing = [value for kind, value in text.body if kind == "quote"]
        assert sorted(standing) == sorted(release.quotes)


@each_organisation
def test_an_organisation_refers_to_what_exists(organisation: Organisation) -> None:
    assert organisation.parent is None or organisation.parent in ORGANISATION_SLUGS
    assert organisation.mark in MARKS
    assert organisation.website.endswith(".example")


def test_desks_answer_in_known_languages_and_zones_and_hand_over() -> None:
    for contact in CONTACTS:
        assert contact.organisation in ORGANISATION_SLUGS
        assert contact.deputy in CONTACT_KEYS - {contact.key}
        assert set(contact.languages) <= set(SPOKEN_LANGUAGES)
        assert ZoneInfo(contact.time_zone)
        assert time.fromisoformat(contact.opens) < time.fromisoformat(contact.closes)
        assert contact.email.endswith(".example")
        assert contact.telephone.startswith("+999 ")


def test_every_drawing_is_used() -> None:
    used = {release.image for release in RELEASES}
    used |= {value for release in RELEASES for kind, value in bodies(release) if kind == "image"}
    assert used - {None} == set(IMAGES)


# Languages


def test_the_house_speaks_all_languages() -> None:
    for each in fields(HOUSE):
        assert set(getattr(HOUSE, each.name)) == set(LANGUAGES), each.name
    for campaign in CAMPAIGNS:
        assert set(campaign.introduction) == set(LANGUAGES)
        for figure in campaign.figures:
            assert set(figure.value) == set(figure.label) == set(LANGUAGES)


@each_organisation
def test_an_organisation_is_named_in_all_languages(organisation: Organisation) -> None:
    assert set(organisation.names) == set(LANGUAGES)
    assert set(organisation.boilerplate) == set(organisation.description) == set(LANGUAGES)


@each_person
def test_a_person_is_named_in_all_languages(person: Person) -> None:
    assert set(person.names) == set(LANGUAGES)
    assert set(person.biography) == set(LANGUAGES)
    for role in person.roles:
        assert set(role.titles) == set(LANGUAGES)
        assert role.organisation in ORGANISATION_SLUGS


@each_release
def test_a_release_is_whole_in_each_of_its_languages(release: Release) -> None:
    languages = set(release.texts)
    assert languages <= set(LANGUAGES)
    assert release.original in languages
    assert languages <= set(release.place)
    for quote in release.quotes.values():
        assert languages | {quote.original} == set(quote.words), quote.speaker
        assert languages <= set(quote.role) <= set(LANGUAGES)
    for participant in release.participants:
        assert languages <= set(participant.role)
    if release.correction:
        for words in (release.correction.said, release.correction.says, release.correction.reason):
            assert languages == set(words)
    if release.withdrawal:
        assert languages == set(release.withdrawal.reason)
    images = [value for kind, value in bodies(release) if kind == "image"]
    for image in [*images, release.image] if release.image else images:
        for words in (IMAGES[image].title, IMAGES[image].description, IMAGES[image].caption, IMAGES[image].credit):
            assert languages <= set(words), image


@each_release
def test_blocks_are_parallel_in_all_languages(release: Release) -> None:
    original = release.texts[release.original]
    for language, text in release.texts.items():
        assert [kind for kind, _ in text.body] == [kind for kind, _ in original.body], language
        for (kind, ours), (_, theirs) in zip(text.body, original.body, strict=True):
            if kind in ("quote", "image"):
                assert ours == theirs, language
            if kind == "list":
                assert len(ours) == len(theirs), language
        assert bool(text.notes) == bool(original.notes), language
        assert text.notes.count("<li>") == original.notes.count("<li>"), language
        assert bool(text.subheadline) == bool(original.subheadline), language


def test_there_is_enough_of_every_kind_and_language() -> None:
    published = [release for release in RELEASES if release.released_at and not release.embargoed_until]
    assert len(published) >= 12
    assert len({release.kind for release in published}) == 5
    spoken = Counter(language for release in published for language in release.texts)
    assert spoken["en"] == len(published)
    assert min(spoken["fr"], spoken["es"], spoken["ar"]) >= 5
    assert min(spoken["ru"], spoken["zh-hans"]) >= 2
    headlines = [len(release.texts["en"].headline) for release in published]
    assert min(headlines) <= 20 and max(headlines) >= 140


# Lengths and dates


@each_release
def test_headline_and_summary_fit(release: Release) -> None:
    for language, text in release.texts.items():
        assert 0 < len(text.headline) <= 200, language
        assert 0 < len(text.summary) <= 200, language
        assert len(text.subheadline) <= 255, language
        assert sum(kind == "paragraph" for kind, _ in text.body) >= 2, language
    assert len(release.quotes) <= 4


def test_releases_are_dated_newest_first() -> None:
    dated = [release for release in RELEASES if release.released_at]
    instants = [release.released_at for release in dated if release.released_at]
    assert instants == sorted(instants, reverse=True)
    assert all(instant.tzinfo is UTC for instant in instants)
    published = [release.released_at for release in dated if release.released_at and not release.embargoed_until]
    assert published[0] == datetime(2026, 11, 19, 10, 0, tzinfo=UTC)
    assert published[-1].year == 2024
    assert len(RELEASES) - len(dated) == 1


@each_release
def test_what_happens_to_a_release_happens_after_its_publication(release: Release) -> None:
    if release.embargoed_until:
        assert release.embargoed_until == release.released_at
    later = [release.correction.corrected_at] if release.correction else []
    later += [release.withdrawal.withdrawn_at] if release.withdrawal else []
    assert not later or (release.released_at and min(later) > release.released_at)


@each_person
def test_roles_are_dated_newest_first(person: Person) -> None:
    assert person.roles
    starts = [role.since for role in person.roles]
    assert starts == sorted(starts, reverse=True)
    assert all(role.until is None or role.until > role.since for role in person.roles)


@each_release
def test_speakers_held_a_role_on_the_day(release: Release) -> None:
    if release.released_at is None:
        return
    day, people = release.released_at.date(), {person.slug: person for person in PEOPLE}
    for quote in release.quotes.values():
        roles = [role for role in people[quote.speaker].roles if role.since <= day <= (role.until or day)]
        assert roles, quote.speaker
        for person in PEOPLE:
            for role in person.roles:
                if role.titles is quote.role:
                    assert role in roles, (quote.speaker, role.titles["en"])


# Drawings


def test_drawings_and_their_texts_belong_together() -> None:
    assert set(drawing.DRAWINGS) == set(drawing.IMAGES)


def test_drawings_are_pictures_and_different() -> None:
    pictures = {key: drawing.draw(key) for key in drawing.IMAGES}
    assert len(set(pictures.values())) == len(pictures) >= 6
    for key, picture in pictures.items():
        with Image.open(BytesIO(picture)) as opened:
            assert (opened.format, opened.size) == ("PNG", (1380, 660)), key
        assert len(picture) < 250_000, key


def test_a_drawing_is_the_same_each_time() -> None:
    assert drawing.draw("map-of-stops") == drawing.draw("map-of-stops")


def test_letter_names_as_many_countries_as_its_signatories_are_of() -> None:
    (letter,) = (release for release in RELEASES if release.joined)
    countries = {signature.country for signature in (*letter.signatories, *letter.joined)}
    assert len(countries) == 20 and "twenty countries" in letter.texts["en"].summary
