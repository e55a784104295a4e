"""Every address of the CMS and every act, through each of its doors, against one table that people can read."""

from collections.abc import Iterator

import pytest
from addresses import Address, addresses
from answers import BROKEN, answer_to, histories
from corpus import PEOPLE, Corpus
from django.db import transaction
from doings import DOINGS, SHOWN_BY, cells
from table import PAGE, page, row_for, rows

pytestmark = pytest.mark.django_db


def expected(kind: str, name: str, subject: str) -> dict[str, str]:
    """What the table says, for each of the people."""
    row = row_for(kind, name, subject)
    assert row, f"No row of tests/rights/table.txt speaks of {name} {subject}"
    return dict(zip(PEOPLE, row.answers, strict=True))


def differences(kind: str, found: dict[tuple[str, str, str], str]) -> dict[tuple[str, str, str], str]:
    """Where what was found is not what the table says: what it says and what was found."""
    wrong = {}
    for (name, subject, who), answer in found.items():
        demanded = expected(kind, name, subject)[who]
        if answer != demanded:
            wrong[name, subject, who] = f"{demanded}, but found {answer}"
    return wrong


def compare(kind: str, found: dict[tuple[str, str, str], str]) -> None:
    """Fails for what is not as the table says."""
    assert differences(kind, found) == {}


def done(corpus: Corpus, doing: str, subject: str, who: str) -> str:
    """Through which doors somebody can do something: "yes" for all, "no" for none, else which of them."""
    _subjects, doors = DOINGS[doing]
    shown = SHOWN_BY.get(doing, histories)
    worked = []
    for door in doors:
        with transaction.atomic():
            before = shown()
            with transaction.atomic():  # what is refused on the way breaks off no more than this
                door(corpus.browsers[who], corpus, subject)
            worked.append(shown() != before)
            transaction.set_rollback(True)
        corpus.restore()
        corpus.browsers[who].cookies.pop("messages", None)
    if len(set(worked)) == 1:
        return "yes" if worked[0] else "no"
    return f"doors {[number for number, works in enumerate(worked) if works]}"


@pytest.mark.parametrize("doing", DOINGS)
def test_acts_are_as_the_table_says(corpus: Corpus, doing: str) -> None:
    subjects, _doors = DOINGS[doing]
    compare(
        "Acts",
        {(doing, subject, who): done(corpus, doing, subject, who) for subject in subjects for who in PEOPLE},
    )


@pytest.mark.parametrize("who", PEOPLE)
def test_addresses_are_as_the_table_says(corpus: Corpus, who: str) -> None:
    browser = corpus.browsers[who]
    compare(
        "Addresses",
        {
            (address.key, subject, who): answer_to(browser, address.path(corpus, subject))
            for address in addresses()
            for subject in address.subjects
        },
    )


def asked_of() -> Iterator[tuple[Address, str]]:
    """Every address, with each thing that it may be about."""
    return ((address, subject) for address in addresses() for subject in address.subjects)


def test_every_address_and_every_act_has_a_row() -> None:
    missing = {address.key for address, subject in asked_of() if not row_for("Addresses", address.key, subject)}
    assert missing == set()
    assert {doing for doing, subject in cells() if not row_for("Acts", doing, subject)} == set()


def test_no_row_speaks_of_nothing() -> None:
    used = {id(row_for("Addresses", address.key, subject)) for address, subject in asked_of()}
    used |= {id(row_for("Acts", doing, subject)) for doing, subject in cells()}
    idle = [row.names for kind in ("Acts", "Addresses") for row in rows(kind) if id(row) not in used]
    assert idle == []


def test_nothing_is_broken_but_the_page_that_breaks_on_purpose() -> None:
    assert {name for row in rows("Addresses") if BROKEN in row.answers for name in row.names} == {
        "wagtailadmin_error_test"
    }


def test_page_of_the_docs_is_made_from_the_table() -> None:
    assert PAGE.read_text("utf-8") == page(), "docs/who-may-do-what.md is stale: make rights"
