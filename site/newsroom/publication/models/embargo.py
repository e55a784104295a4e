from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from newsroom.base.models import PageBase
from newsroom.publication import publishing
from newsroom.publication.choices import LifeState
from newsroom.publication.embargoes import service as embargo
from newsroom.publication.embargoes.locks import ScheduledLock
from newsroom.publication.models.life import Life
from newsroom.publication.restrictions.service import is_restricted, restrict_alike, set_restricted
from newsroom.publication.review.facts import set_confidential, set_review_day

#: How a life names the row that keeps it to a few.
RESTRICTION = "restriction"
#: What Wagtail calls the answers that it keeps on a page, and we the workflows that were read for its lock.
APPROVED_SCHEDULE, WORKFLOW_STATES = "_approved_schedule", "_current_workflow_states"
STATES_OF_LOCK = "workflow_states_of_lock"


@dataclass(frozen=True)
class Wish:
    """An embargo that somebody entered and that is set when the page is written."""

    until: datetime | None
    time_zone: str = ""
    user: Any = None


class Embargo(PageBase):
    """What a page needs to be held back until an instant and to state when it was released.

    Put before the page class among the bases. The instant and what follows from it are facts of the `life` that all
    languages of the page share. Wagtail publishes in several ways (the editor's button, the schedule, a workflow, a
    command), and what all of them do is to read the revision with `with_content_json` and to write the page with
    `save`; those two are taken over here.
    """

    life = models.ForeignKey(
        Life, on_delete=models.PROTECT, related_name="+", editable=False, serialize=False, verbose_name=_("life")
    )
    #: The version that the page's row holds since it was scheduled; see `prepared`.
    prepared_revision_id = models.BigIntegerField(null=True, editable=False, serialize=False)
    first_issued_at = models.DateTimeField(
        _("first issued, long ago"),
        null=True,
        blank=True,
        help_text=_(
            "Only for what was issued before it was entered here: the instant it was issued then. Readers see both."
        ),
    )

    found_with: ClassVar[tuple[str, ...]] = ("locale", "life")
    #: Whether something changed the page's words while it was being made public.
    is_settled_otherwise = False
    #: The embargo, and the facts that no reader sees, that are set as soon as the page is written.
    wish: Wish | None = None
    wished_facts: tuple[Any, dict[str, Any]] | None = None
    live: bool
    go_live_at: datetime | None
    translation_key: Any

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Writing a live page whole is what publishes it; see `publishing.make_public`."""
        write = partial(super().save, *args, update_fields=update_fields, **kwargs)
        with transaction.atomic():
            self._share_life()
            if update_fields is None:
                self.prepared_revision_id = None
            if self.live and update_fields is None:
                publishing.make_public(self, write)
            else:
                write()

    @property
    def embargoed_until(self) -> datetime | None:
        """The instant before which no language of it may be public."""
        if self.wish:
            return self.wish.until
        return self.life.embargoed_until if self.life_id else None

    @embargoed_until.setter
    def embargoed_until(self, until: datetime | None) -> None:
        self.hold_until(until)

    def hold_until(self, until: datetime | None, time_zone: str = "", user: Any = None) -> None:
        """Set the embargo of all languages when this page is written. `until` is aware; `time_zone` an IANA name."""
        self.wish = Wish(until, time_zone, user)

    @property
    def is_confidential(self) -> bool:
        """Whether nothing of it may become public."""
        return bool(self._fact("is_confidential"))

    @property
    def is_restricted(self) -> bool:
        """Whether a few of those who work here know of it, until it is public."""
        wished = self.wished_facts[1] if self.wished_facts else {}
        if "is_restricted" in wished:
            return bool(wished["is_restricted"])
        if not self.life_id:
            return False
        if RESTRICTION in self.life._state.fields_cache:  # read with the life
            return not self.life.was_public and hasattr(self.life, RESTRICTION)
        return is_restricted(self.life)

    @property
    def review_on(self) -> date | None:
        """On which day somebody is to look at it again."""
        day: date | None = self._fact("review_on")
        return day

    def _fact(self, name: str) -> Any:
        """A fact that no reader sees: as it is wished for, else as it stands."""
        wished = self.wished_facts[1] if self.wished_facts else {}
        return wished[name] if name in wished else (getattr(self.life, name) if self.life_id else None)

    def wish_for_facts(self, user: Any, **facts: Any) -> None:
        """Set `is_confidential`, `is_restricted` or `review_on` of all languages when this page is written."""
        self.wished_facts = (user, {**(self.wished_facts[1] if self.wished_facts else {}), **facts})

    @property
    def embargo_time_zone(self) -> str:
        """The IANA zone in which the embargo was entered; "" where there is none."""
        return self.life.time_zone if self.life_id and self.life.embargoed_until else ""

    @property
    def released_at(self) -> datetime | None:
        """The official instant of publication, the same in all languages."""
        return self.life.released_at if self.life_id else None

    @property
    def reference(self) -> str:
        """The permanent code of the release, the same in all languages."""
        return self.life.reference if self.life_id else ""

    @property
    def is_scheduled(self) -> bool:
        """Whether some language of it waits for the end of the embargo."""
        state = vars(self).get("state_of_life")  # in the explorer it is read with the list
        return bool(self.life_id) and (state or self.life.state) == LifeState.SCHEDULED

    @property
    def is_original(self) -> bool:
        """Whether this is the language it was written in; without such a fact every page is."""
        original = getattr(self, "original_language", "")
        return not original or original == self.locale.language_code

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete a draft. Raises RefusedError where another language would be left, or something is scheduled."""
        embargo.keep_what_belongs_together(self)
        return super().delete(*args, **kwargs)

    def _share_life(self) -> None:
        """Point to the life of the page's translation key; a copied page gets its own, as held and as restricted."""
        origin = self.life if self.life_id else None
        if origin is None or origin.translation_key != self.translation_key:
            self.life = Life.objects.of(self.translation_key)
            if origin and origin.is_held and not self.wish:
                self.hold_until(origin.embargoed_until, origin.time_zone)
            if origin and is_restricted(origin):
                restrict_alike(self.life, origin)
        if self.wish:
            embargo.refuse_without_right(self, self.wish.user)
            embargo.set_embargo(self.life, self.wish.until, self.wish.time_zone, self.wish.user)
            self.wish = None
        if self.wished_facts:
            user, facts = self.wished_facts
            if "is_confidential" in facts:
                set_confidential(self.life, facts["is_confidential"], user)
            if "is_restricted" in facts:
                set_restricted(self.life, facts["is_restricted"], user)
                self.life._state.fields_cache.pop(RESTRICTION, None)
            if "review_on" in facts:
                set_review_day(self.life, facts["review_on"], user)
            self.wished_facts = None

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A revision carries no schedule: that follows the embargo, which is a fact of all languages.

        The life is read again, since another language may have changed it since this page was.
        """
        page: Self = super().with_content_json(content)
        page.life = life = Life.objects.select_related(RESTRICTION).get(pk=self.life_id)
        page.go_live_at = life.embargoed_until if life.is_held else None
        return page

    def get_lock(self) -> Any:
        """As Wagtail's; a scheduled page says for when, and what can be done about it."""
        if self.is_scheduled and self.scheduled_revision:
            return ScheduledLock(self)
        facts: dict[str, Any] = self.__dict__
        known: dict[str, Any] = {}
        if self.pk and WORKFLOW_STATES not in facts:
            states = self.workflow_states.active().select_related("current_task_state__task")
            facts[STATES_OF_LOCK] = known[WORKFLOW_STATES] = list(states)
        if APPROVED_SCHEDULE not in facts and self.life_id and self.life.state == LifeState.DRAFT:
            known[APPROVED_SCHEDULE] = False
        facts.update(known)
        try:
            return super().get_lock()
        finally:  # what is true of the lock need not be true of what is done next
            for name in known:
                facts.pop(name, None)

    @property
    def approved_revision(self) -> Revision | None:
        """The version that goes public at the end of the embargo, if this language was approved."""
        revision: Revision | None = self.scheduled_revision
        return revision
