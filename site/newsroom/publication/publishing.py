"""The one way in which a page becomes public. What is asked and what follows, in order, stands in `chain`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from newsroom.base.caching.once import one_piece_of_work
from newsroom.base.languages import language_in_words
from newsroom.base.pages.rows import seen_as_written
from newsroom.language.separators import as_list
from newsroom.publication import chain
from newsroom.publication.choices import LifeAct, LifeState, Requirement
from newsroom.publication.embargoes.instants import instant_in_words
from newsroom.publication.embargoes.service import EmbargoError, approved_revisions, lifting, locked, pages_of
from newsroom.publication.gates import RefusedError

if TYPE_CHECKING:
    from newsroom.publication.models.embargo import Embargo
    from newsroom.publication.models.life import Life


def embargo_has_ended(page: "Embargo") -> None:
    """Refuse a page whose embargo still runs. Raises EmbargoError."""
    life = page.life
    if life.embargoed_until and life.is_held:
        words = _("“%(title)s” is under embargo until %(instant)s.")
        instant = instant_in_words(life.embargoed_until)
        raise EmbargoError(words % {"title": page, "instant": instant}, "its embargo has not ended")


def first_issue_is_past(page: "Embargo") -> None:
    """Refuse a date of first issue that lies ahead, or that stands beside an embargo. Raises RefusedError."""
    issued, life = page.first_issued_at, page.life
    if issued is None or life.was_public:
        return
    if issued > timezone.now():
        message = _("This instant lies ahead. For a later publication set an embargo.")
        raise RefusedError(message, f"page {page.pk} states a first issue that lies ahead")
    if life.embargoed_until:
        message = _("What was issued long ago cannot be under embargo.")
        raise RefusedError(message, f"page {page.pk} states a first issue and has an embargo")


def original_goes_first(page: "Embargo") -> None:
    """Refuse a translation whose original is neither public nor scheduled with it, or is kept to a few while the
    translation would be there for all. Raises RefusedError.

    The original of what was withdrawn is not public, so no language of it comes back alone. Of what lifts, this was
    asked when it was given its hour.
    """
    if page.is_original or (lifting.get() == page.life_id and page.life.state == LifeState.PUBLIC):
        return
    original = next((each for each in pages_of(page.life) if each.pk != page.pk and each.is_original), None)
    if original is None:
        return
    if original.get_view_restrictions().exists() and not page.get_view_restrictions().exists():
        message = _("The original (%(language)s) is kept to a few. Keep this to the same readers, or open that to all.")
        raise RefusedError(
            message % {"language": language_in_words(original.locale.language_code)},
            f"its original, page {original.pk}, is kept to a few",
        )
    if original.live:
        return
    if not page.live and approved_revisions(page.life).filter(object_id=str(original.pk)).exists():
        return
    message = _("The original (%(language)s) is not public. Publish it first, or together with this.")
    raise RefusedError(
        message % {"language": language_in_words(original.locale.language_code)},
        f"its original, page {original.pk}, is neither public nor scheduled",
    )


def make_public(page: "Embargo", write: Callable[[], None]) -> None:
    """Write a page that goes or stays live, with all that hangs on its publication, or nothing of it.

    The first time it states the instant of release: when it was first issued, the end of the embargo for which it was
    scheduled, or now. Raises RefusedError where something refuses it, whoever asks.
    """
    # Whoever calls this has a savepoint of their own.
    with transaction.atomic(savepoint=False), one_piece_of_work():
        if lifting.get() != page.life_id:  # the lift holds the lock, and gives its pages what it locked
            page.life = locked(page.life)
        life = page.life
        chain.take_steps(chain.ASKED, page)
        was_public, is_due = life.was_public, life.state == LifeState.SCHEDULED
        stays_public = life.state == LifeState.PUBLIC
        if is_due and lifting.get() != life.pk:
            raise EmbargoError(_("This lifts by itself, in all its languages together."), "it lifts with the others")
        if life.released_at is None:
            ended = life.embargoed_until if is_due else None
            life.released_at = page.first_issued_at or ended or timezone.now().replace(microsecond=0)
        chain.take_steps(chain.SETTLED, page)
        if life.state != LifeState.PUBLIC:
            life.state = LifeState.PUBLIC
            life.save()
        write()
        with seen_as_written(page):
            chain.take_steps(chain.FOLLOWS, page)
        if not was_public:
            life.note(LifeAct.RELEASED, released_at=life.released_at.isoformat())
        if not stays_public and not is_due:
            require_the_required(life)


def require_the_required(life: "Life") -> None:
    """Refuse that something is public without a language that it waits for. Raises RefusedError."""
    required = list(life.languages.filter(requirement=Requirement.REQUIRED).select_related("locale"))
    if not required:
        return
    live = set(Page.objects.live().filter(translation_key=life.translation_key).values_list("locale_id", flat=True))
    if missing := [each.locale.language_code for each in required if each.locale_id not in live]:
        message = _("This waits for %(languages)s, which cannot be published yet.")
        names = as_list(language_in_words(code) for code in missing)
        raise RefusedError(message % {"languages": names}, f"required and not public: {', '.join(missing)}")
