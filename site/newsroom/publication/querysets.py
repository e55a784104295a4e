from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Self
from uuid import UUID

from django.db.models import CharField, Exists, ExpressionWrapper, F, Min, OuterRef, ProtectedError, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from newsroom.base.querysets import NewsroomPageQuerySet, manager_behind
from newsroom.publication.choices import LifeState, Manner


class LifeQuerySet(QuerySet):
    """When things are public, one row for all languages of each."""

    def of(self, translation_key: UUID) -> Any:
        """The life that pages of a translation key share; made where there is none."""
        return self.get_or_create(translation_key=translation_key)[0]

    def scheduled(self) -> Self:
        """Those that lift by themselves."""
        return self.filter(state=LifeState.SCHEDULED)

    def due(self, now: datetime) -> Self:
        """Those whose embargo has ended at an aware instant."""
        return self.scheduled().filter(embargoed_until__lte=now)

    def rested(self, now: datetime) -> Self:
        """Without those that failed a moment ago."""
        failures: Any = manager_behind(self.model, "failures")
        return self.filter(~Exists(failures.filter(life=OuterRef("pk"), locale=None, try_again_at__gt=now)))

    def next_instant(self, now: datetime) -> datetime | None:
        """The instant at which something is to be lifted next; it may have passed."""
        found: datetime | None = self.scheduled().rested(now).aggregate(next=Min("embargoed_until"))["next"]
        return found


#: The states of a life in which readers never saw anything of it.
UNPUBLISHED = (LifeState.DRAFT, LifeState.SCHEDULED)


class RestrictionQuerySet(QuerySet):
    """Which drafts are known to a few alone."""

    def in_force(self) -> Self:
        """Those of drafts and of what waits for its hour: what is public everybody reads."""
        return self.filter(life__state__in=UNPUBLISHED)

    def keeping_from(self, user: Any) -> Self:
        """Those that hold and do not let somebody know: they neither made it, nor began a language of it, nor are they
        named, nor is an organisation of theirs."""
        own = user.organisations.values("translation_key")
        begun = Page.objects.filter(owner=user).order_by().values("translation_key")
        named = Q(pk__in=self.model._default_manager.filter(people=user).values("pk"))
        of_theirs = Q(pk__in=self.model._default_manager.filter(organisations__translation_key__in=own).values("pk"))
        return self.in_force().exclude(Q(made_by=user) | named | of_theirs | Q(life__translation_key__in=begun))

    def keys_kept(self) -> QuerySet:
        """The translation keys of these drafts, and of the drafts that stand below one of them in the tree.

        What is below tells of what is above: its address, its breadcrumbs, its title. It holds without a row of its
        own, for what is put there later too.
        """
        own = self.order_by().values_list("life__translation_key")
        path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        parents = Page.objects.filter(translation_key__in=own, numchild__gt=0).annotate(path_of_other=path)
        below = Page.objects.filter(Exists(parents.filter(path_of_other__startswith=F("path")))).order_by()
        lives: Any = self.model._meta.get_field("life").related_model
        drafts = lives.objects.filter(state__in=UNPUBLISHED, translation_key__in=below.values("translation_key"))
        return own.union(drafts.order_by().values_list("translation_key"))


class WithdrawalQuerySet(QuerySet):
    """How and when pages were taken out of public view."""

    def in_force(self) -> Self:
        """Those of pages that are off now."""
        return self.filter(ended_at=None)

    def end(self, page_id: int | None) -> int:
        """The page is public again; returns how many withdrawals that ended."""
        return self.in_force().filter(page_id=page_id).update(ended_at=timezone.now())


class WithdrawablePageQuerySet(NewsroomPageQuerySet):
    """Pages that are taken off in view."""

    def off(self) -> Self:
        """Pages that were taken off and say so at their address."""
        return self.filter(self._is_off())

    def withdrawn(self) -> Self:
        """Pages withdrawn in view: their headline and the reason are public, their words are not."""
        return self.filter(self._is_off(manner=Manner.WITHDRAWN))

    def answering(self) -> Self:
        """Pages that anybody may see, and those in whose place stands a notice or a redirect."""
        return self.filter(self._is_released() | self._is_off())

    def _is_off(self, **manner: Any) -> Q:
        """That a page was taken off and says so; `manner` narrows that to one."""
        withdrawals: Any = manager_behind(self.model, "withdrawals")
        notices = withdrawals.in_force().filter(page=OuterRef("pk"), **manner)
        return Q(Exists(notices), live=False) & self._is_unrestricted()


class EmbargoedPageQuerySet(WithdrawablePageQuerySet):
    """Pages that may be under embargo and may be withdrawn in view."""

    def on_record(self) -> Self:
        """What lists of the archive name: released pages and withdrawn ones. Whoever shows these shows no words of
        the withdrawn."""
        return self.filter(self._is_released() | self._is_off(manner=Manner.WITHDRAWN))

    def _is_released(self) -> Q:
        """As for every page, and no embargo runs. Such a page is not live either; this is the second lock."""
        lifted = Q(life__embargoed_until__isnull=True) | Q(life__embargoed_until__lte=timezone.now())
        return super()._is_released() & lifted


def page_field_of(model: Any) -> str:
    """The name of the key by which editions or corrections name their page."""
    return str(model.page_field)


class EditionQuerySet(QuerySet):
    """What was published, one row for each time."""

    def current(self) -> Self:
        """The last of each page."""
        return self.filter(self._is_last())

    def released(self) -> Self:
        """Those that readers can see: of public pages the last one, and those that stood until a correction."""
        stood: Any = manager_behind(self.model, "corrections").filter(earlier=OuterRef("pk"))
        field = page_field_of(self.model)
        pages: Any = manager_behind(self.model, field)
        return self.filter(self._is_last() | Exists(stood), Exists(pages.released().filter(pk=OuterRef(f"{field}_id"))))

    def _is_last(self) -> Any:
        """That no later one of its page was issued."""
        field = page_field_of(self.model)
        later = self.model._default_manager.filter(**{field: OuterRef(field)}, number__gt=OuterRef("number"))
        return ~Exists(later)


class CorrectionQuerySet(QuerySet):
    """What was corrected in pages, one row a language."""

    def released(self) -> Self:
        """Those of public pages."""
        field = page_field_of(self.model)
        pages: Any = manager_behind(self.model, field)
        return self.filter(**{f"{field}__in": pages.released()})

    def for_notice(self) -> Self:
        """The newest first."""
        return self.order_by("-corrected_at", "-pk")

    def delete(self) -> Any:
        """Raises ProtectedError: what was corrected stays on record."""
        rows: Any = self
        raise ProtectedError("Corrections are on record and cannot be deleted.", set(rows))


class PreviewLinkQuerySet(QuerySet):
    """Preview links, by what they open now."""

    def opening(self, now: datetime | None = None) -> Self:
        """Those that open something: neither revoked nor expired, made by somebody who still works here, to what is not
        confidential."""
        at = now or timezone.now()
        return self.filter(revoked_at=None, expires_at__gt=at, made_by__is_active=True, life__is_confidential=False)

    def long_over(self, now: datetime, kept: timedelta) -> Self:
        """Those that expired or were revoked longer ago than is settled."""
        before = now - kept
        return self.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))

    def with_token(self, token: str) -> Self:
        """The link that holds a token, if there is one."""
        return self.filter(digest=sha256(token.encode()).hexdigest())
