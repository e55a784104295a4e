"""Who can answer now: the question every page answers."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from newsroom.base.caching.holding import holds_for_this_day, holds_until
from newsroom.base.caching.values import cached_until_change
from newsroom.base.languages import active_code, localise_on, localised
from organisations.models.contact import MediaContact


@dataclass(frozen=True)
class Duty:
    """A contact at an instant: whether they answer, until when, or from when; both in their own time zone."""

    contact: MediaContact
    answers_now: bool
    until: datetime.datetime | None
    next_at: datetime.datetime | None


def duties(contacts: Iterable[MediaContact], now: datetime.datetime | None = None) -> list[Duty]:
    """The contacts in the order in which a journalist should try them at an instant (default: the present).

    Those who answer now come first, those who speak the reader's language before the others, then whoever
    answers soonest; contacts whose hours nobody stated come last in their given order.
    """
    now = now or timezone.now()
    found = [duty_of(contact, now) for contact in contacts]
    return sorted(found, key=lambda duty: order_of(duty, now))


def standing(rows: Iterable[MediaContact]) -> list[MediaContact]:
    """Those of some contacts that are valid today, each once, and deputies in the place of those that are not."""
    today = timezone.now().date()
    stand = [row if row.is_valid_on(today) else row.deputy for row in rows]
    return list({row.translation_key: row for row in stand if row and row.is_valid_on(today)}.values())


def duty_of(contact: MediaContact, now: datetime.datetime) -> Duty:
    """Whether and when one contact answers, seen from an instant."""
    if contact.valid_until:
        holds_for_this_day(contact.local(now))
    duty = duty_at(contact, now)
    holds_until(duty.until or duty.next_at)
    return duty


def duty_at(contact: MediaContact, now: datetime.datetime) -> Duty:
    """As above, for whatever needs no answer's end."""
    if contact.answers_at(now):
        return Duty(contact, True, contact.answers_until(now), None)
    return Duty(contact, False, None, contact.answers_next(now))


def order_of(duty: Duty, now: datetime.datetime) -> tuple[bool, bool, float]:
    """Answering first, then the reader's language, then the shortest wait."""
    wait = (duty.next_at - now).total_seconds() if duty.next_at else (0.0 if duty.answers_now else float("inf"))
    return not duty.answers_now, active_code() not in duty.contact.language_codes and duty.answers_now, wait


@cached_until_change
def desk_contacts() -> tuple[MediaContact, ...]:
    """The newsroom's own desks in the reader's language, in their given order, with their deputies."""
    signed = MediaContact.objects.filter(is_press_desk=True, is_signed=True)
    desks = list(signed.select_related("locale").order_by("locale_id", "sort_key"))
    first_of_each = {desk.translation_key: desk for desk in reversed(desks)}
    in_language = {desk.translation_key: desk for desk in desks if desk.locale.language_code == active_code()}
    chosen = list({**first_of_each, **in_language}.values())
    localise_on(chosen, "deputy")
    localise_on([*chosen, *(desk.deputy for desk in chosen if desk.deputy)], "organisation")
    return tuple(chosen)


@cached_until_change
def contacts_for_reader() -> Mapping[UUID, MediaContact]:
    """Every contact by its translation key, in the reader's language, with deputies and organisations at hand."""
    found = localised(MediaContact.objects.order_by("pk"))  # the original was there first
    localise_on(found.values(), "deputy")
    deputies = [contact.deputy for contact in found.values() if contact.deputy]
    localise_on([*found.values(), *deputies], "organisation")
    return found


def duties_of(keys: Iterable[UUID]) -> list[Duty]:
    """The contacts with these translation keys as a reader should try them now, with no query where they are known.

    One whose validity has passed gives way to its deputy, or is left out where it has none that is valid.
    """
    known = contacts_for_reader()
    return duties(standing(known[key] for key in keys if key in known))


def press_desks() -> list[Duty]:
    """The newsroom's own desks, in the reader's language, in the order in which to try them now."""
    return duties(standing(desk_contacts()))
