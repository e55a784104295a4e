"""A page below another waits for it: its address would tell readers of one that they may not see yet."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from newsroom.base.rights.sight import is_withheld
from newsroom.publication.choices import LifeState
from newsroom.publication.gates import RefusedError


def page_above_goes_first(page: Page) -> None:
    """Refuse that a page becomes public below one that is not. Raises RefusedError.

    What is public already may be mended whatever became of the page above it, whose address readers know.
    """
    hidden = hidden_above(page)
    if hidden:
        raise waits_for(page, hidden[0])


def page_above_lifts_first(page: Page) -> None:
    """Refuse an hour before which a page above does not become public, or at which it does not. Raises RefusedError."""
    own = getattr(page, "life", None)
    at = own.embargoed_until if own else page.go_live_at
    late = next((above for above in hidden_above(page) if not lifts_until(above.specific, at or timezone.now())), None)
    if late:
        raise waits_for(page, late)


def pages_below_lift_later(page: Any, user: Any) -> None:
    """Refuse an hour before which a page below becomes public: that one would be held back. Raises RefusedError.

    Nothing is said of a page that whoever moves the hour knows nothing of: it waits for the page above it.
    """
    if page.live or not page.numchild:
        return
    waiting = Revision.objects.page_revisions().filter(approved_go_live_at__lt=page.life.embargoed_until)
    numbers = waiting.values_list("object_id", flat=True)
    below = Page.objects.filter(path__startswith=page.path, depth__gt=page.depth, live=False)
    early = next((each for each in below.filter(pk__in=list(numbers)) if not (user and is_withheld(user, each))), None)
    if early:
        message = _("A page below this one becomes public before that. Move that first.")
        raise RefusedError(message, f"page {early.pk} below page {page.pk} becomes public earlier")


def hidden_above(page: Page) -> list[Page]:
    """The pages above one that are not public, from the top; none for what is public itself."""
    hidden = list(page.get_ancestors().filter(depth__gt=1, live=False)) if page.path else []
    return [] if hidden and Page.objects.filter(pk=page.pk, live=True).exists() else hidden


def lifts_until(page: Any, instant: datetime) -> bool:
    """Whether a page is on the schedule, in its own language too, for an instant or an earlier one."""
    life = getattr(page, "life", None)
    if life is None or life.state != LifeState.SCHEDULED or life.embargoed_until > instant:
        return False
    return bool(page.revisions.filter(approved_go_live_at__isnull=False).exists())


def waits_for(page: Page, above: Page) -> RefusedError:
    """The refusal in words; that of an original holds back its translations, which follow it."""
    message = _("The page above this one is not public. Publish that first, or set both for the same hour.")
    note = f"page {above.pk} above page {page.pk} is not public"
    return RefusedError(message, note, holds_the_others=getattr(page, "is_original", True))
