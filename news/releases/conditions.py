"""What a release must have to become public: one list, whoever asks (decision 0025).

The editor's form says each at its field; the gate of publications says all of them at once to everybody else
(`news.releases.completeness`); *Check* names them first. A condition is a function that yields what is lacking.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _

from news.choices import ReleaseKind
from news.releases.contacts import unreachable
from newsroom.language.script.cutting import cut_text
from organisations.models import MediaContact

if TYPE_CHECKING:
    from news.releases.missing_records import Gone


FIRST_WORDS = 80


@dataclass(frozen=True)
class Contents:
    """What the conditions look at, read from a page or from a form."""

    headline: str
    kind: str
    dateline_place: str
    body: Any
    #: Whether each organisation issues the release.
    leads: list[bool]
    contacts: list[MediaContact]
    #: Records that were chosen and that nobody has any more.
    gone: "list[Gone]"
    #: The language of the release, and the day on which it will be public.
    code: str
    day: datetime.date
    #: Why it may not have its address.
    address_lack: str = ""


class Lack(NamedTuple):
    """Something lacking: the field or list that must change, what to do, and of a record its translation key."""

    field: str
    message: str
    record: Any = None


Condition = Callable[[Contents], Iterator[Lack]]


def headline_is_there(contents: Contents) -> Iterator[Lack]:
    """A release is known by its headline."""
    if not contents.headline.strip():
        yield Lack("title", _("Write a headline."))


def address_is_free(contents: Contents) -> Iterator[Lack]:
    """No two pages of a list have one address, nor one after the other."""
    if contents.address_lack:
        yield Lack("slug", contents.address_lack)


def text_is_there(contents: Contents) -> Iterator[Lack]:
    """A release says something."""
    if not contents.body:
        yield Lack("body", _("A release needs a text before it can be published."))


def quotes_have_words_and_speakers(contents: Contents) -> Iterator[Lack]:
    """A quote is somebody's words."""
    quotes = [block.value for block in contents.body or () if block.block_type == "quote"]
    for quote in quotes:
        if not quote["speaker"]:
            yield Lack(
                "body",
                _("Nobody is named as its speaker: “%(words)s”")
                % {"words": cut_text(quote["words"], FIRST_WORDS, "…")},
            )
        if not quote["words"].strip():
            yield Lack("body", _("Write the words of each quote, or take the empty one out."))


def press_release_has_a_dateline(contents: Contents) -> Iterator[Lack]:
    """Where it is issued from."""
    if contents.kind == ReleaseKind.PRESS_RELEASE and not contents.dateline_place.strip():
        yield Lack("dateline_place", _("A press release states the place it is issued from."))


def somebody_issues_it(contents: Contents) -> Iterator[Lack]:
    """An organisation, and one that issues it and does not merely join."""
    if not contents.leads:
        yield Lack("organisation_links", _("Choose the organisation that issues this release."))
    elif not any(contents.leads):
        yield Lack("organisation_links", _("Tick “issues the release” for at least one organisation."))


def somebody_answers(contents: Contents) -> Iterator[Lack]:
    """Journalists have somebody to ask."""
    if not contents.contacts:
        yield Lack("contact_links", _("Choose at least one media contact."))


def contacts_can_be_reached(contents: Contents) -> Iterator[Lack]:
    """On the day on which it is public."""
    for key, message in unreachable(contents.contacts, contents.day, contents.code).items():
        yield Lack("contact_links", message, key)


def nothing_chosen_is_gone(contents: Contents) -> Iterator[Lack]:
    """Nothing that was chosen is left out in silence."""
    for gone in contents.gone:
        yield Lack(gone.relation, gone.message)


#: Of every release that is written live, also of one that is being changed.
ALWAYS: tuple[Condition, ...] = (
    headline_is_there,
    address_is_free,
    text_is_there,
    quotes_have_words_and_speakers,
    press_release_has_a_dateline,
    somebody_issues_it,
)
#: Of a release that is not public yet. What is done to a public one, a correction above all, waits for no contact.
TO_BECOME_PUBLIC: tuple[Condition, ...] = (somebody_answers, contacts_can_be_reached, nothing_chosen_is_gone)
CONDITIONS = (*ALWAYS, *TO_BECOME_PUBLIC)


def unmet_conditions(contents: Contents, conditions: Iterable[Condition] = CONDITIONS) -> list[Lack]:
    """Everything that keeps a release from being published."""
    return [lack for condition in conditions for lack in condition(contents)]
