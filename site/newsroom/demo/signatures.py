"""Loads who signed the open letter of the demonstration."""

import datetime
from typing import Any

from news.choices import SignatoryKind, SignatureState
from news.letters.texts import LetterText, text_signed, texts_of_letter
from news.models import ReleaseSignatory, Signatory
from newsroom.demo import directory
from newsroom.demo.content import shapes
from newsroom.demo.content.signatories import day_of
from newsroom.publication.editions.issuing import last_edition


def write_signatories(page: Any, release: shapes.Release, code: str, people: Any) -> None:
    """Those who sign a letter first, in one language; a translation has the rows of its original to begin with."""
    if not release.signatories:
        return
    page.is_open_for_signature, page.signing_closes_on = release.open_until is not None, release.open_until
    page.signing_zone = release.zone
    if not page.signatory_links.exists():
        page.signatory_links = [
            ReleaseSignatory(
                person=people[each.person]["en"] if each.person else None,
                name="" if each.person else each.name,
                place=each.place,
                country=each.country,
                sort_order=number,
                locale=page.locale,
            )
            for number, each in enumerate(release.signatories)
        ]
    rows = list(page.signatory_links.all())
    for row, each in zip(rows, release.signatories, strict=True):
        row.role = directory.either(each.roles, code)
    page.signatory_links = rows


def load_signatures(letter: Any, release: shapes.Release) -> None:
    """Those who joined and were shown, and those who wait."""
    first = LetterText(1, letter.released_at)
    for state, given in ((SignatureState.SHOWN, release.joined), (SignatureState.WAITING, release.waiting)):
        for number, each in enumerate(given):
            load_signature(letter, each, state, day_of(number), first)


def load_later_signatures(letter: Any, release: shapes.Release) -> None:
    """Those who joined after the text of a letter was corrected: they signed what it says now."""
    for each in release.joined_later:
        text = text_signed(last_edition(letter), texts_of_letter(letter))
        load_signature(letter, each, SignatureState.SHOWN, text.since.date(), text)


def load_signature(
    letter: Any, each: shapes.Signature, state: SignatureState, day: datetime.date, text: LetterText
) -> None:
    """One signature, as it was sent on a day under a text."""
    sent = datetime.datetime.combine(day, datetime.time(10, 30), datetime.UTC)
    Signatory.objects.create(
        letter_key=letter.translation_key,
        edition=last_edition(letter),
        text_version=text.number,
        text_since=text.since,
        kind=SignatoryKind.ORGANISATION if each.is_organisation else SignatoryKind.PERSON,
        name=each.name,
        role=each.role,
        place=each.place,
        country=each.country,
        language=each.language,
        signed_on=day,
        state=state,
        sent_at=sent,
        confirmed_at=sent,
        email="signatory@example.org" if state == SignatureState.WAITING else "",
    )
