"""To restrict a draft to a few, to say who they are, and to let everybody who works here know of it again."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from newsroom.publication.choices import LifeAct
from newsroom.publication.embargoes.service import locked
from newsroom.publication.gates import RefusedError
from newsroom.publication.models.life import Life
from newsroom.publication.models.restriction import Restriction


def is_restricted(life: Life) -> bool:
    """Whether a draft is known to a few alone."""
    return Restriction.objects.in_force().filter(life=life).exists()


@transaction.atomic
def set_restricted(life: Life, restricted: bool, user: Any = None) -> None:
    """Keep all languages to whoever asks, whoever began them and administrators, or let all colleagues know.

    Raises RefusedError for what was public.
    """
    stands = locked(life)
    if restricted and stands.was_public:
        raise RefusedError(public_before_words(), f"{stands.translation_key} was public")
    made_by = user if user and user.pk else None
    if restricted:
        _row, is_new = Restriction.objects.get_or_create(life=stands, defaults={"made_by": made_by})
        if is_new:
            stands.note(LifeAct.RESTRICTED, user)
    elif Restriction.objects.filter(life=stands).delete()[0]:
        stands.note(LifeAct.UNRESTRICTED, user)


@transaction.atomic
def name_those_who_see(life: Life, people: Iterable[Any], organisations: Iterable[Any], user: Any) -> Restriction:
    """Restrict a draft, if it is not, and say whom it is known to. Raises RefusedError for what was public."""
    set_restricted(life, True, user)
    row = Restriction.objects.get(life=life)
    row.people.set(people)
    row.organisations.set(organisations)
    return row


def restrict_alike(life: Life, origin: Life) -> None:
    """Keep a copy of a restricted draft to the same people."""
    row = Restriction.objects.get(life=origin)
    name_those_who_see(life, row.people.all(), row.organisations.all(), row.made_by)


def nameable(things: Iterable[Any]) -> list[Any]:
    """Things as they may be named to anybody who works here: words stand for all drafts that are restricted."""
    found = list(things)
    keys = {thing.translation_key for thing in found if isinstance(thing, Page)}
    secret = {key for (key,) in Restriction.objects.in_force().keys_kept()} if keys else set()
    named = [each for each in found if not (isinstance(each, Page) and each.translation_key in secret)]
    return named if len(named) == len(found) else [*named, _("a draft that is restricted")]


def public_before_words() -> str:
    """What is said to whoever would restrict what everybody can read."""
    return _("This was public already; it cannot be restricted.")
