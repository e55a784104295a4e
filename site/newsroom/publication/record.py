"""What was public is on record: it is never deleted, moved or made private, and leaves public view
by being taken off and in no other way.

The rule of the permission tester tells people before they try; the receivers hold for everybody, the shell too.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Case, CharField, Exists, ExpressionWrapper, F, OuterRef, Q, When
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction
from wagtail.models.pages import PageQuerySet

from newsroom.base.models import NewsroomPage
from newsroom.base.pages.addresses import address_rows, is_free, places_of, reason_against, slug_for
from newsroom.base.rights.permissions import Act, NewsroomPagePermissionTester
from newsroom.publication.choices import Manner
from newsroom.publication.embargoes.service import lifting, why_it_stays
from newsroom.publication.gates import RefusedError
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.withdrawal import Withdrawable, Withdrawal
from newsroom.publication.withdrawals.leaving import leaving_now

#: What lists read with each page.
RECORD_BELOW = "carries_what_is_on_record"


@cache
def withdrawable_types() -> tuple[type[Withdrawable], ...]:
    """The page types that stay on record."""
    return tuple(model for model in apps.get_models() if issubclass(model, Withdrawable))


def types_with_references() -> list[type[Withdrawable]]:
    """The page types that have a permanent code, by which they are found."""
    return [model for model in withdrawable_types() if issubclass(model, Embargo)]


def on_record(pages: PageQuerySet) -> PageQuerySet:
    """Those among some pages that are public or were."""
    types = ContentType.objects.get_for_models(*withdrawable_types()).values()
    was_public = Q(live=True) | Q(first_published_at__isnull=False) | Q(withdrawals__isnull=False)
    return pages.filter(was_public, content_type__in=[each.pk for each in types])


def at_or_below(page: Page) -> PageQuerySet:
    """A page and all below it, as they stand in the database."""
    return Page.objects.filter(path__startswith=page.path)


def carries_a_record(page: Page) -> bool:
    """Whether a page, or one below it, is on record. Takes no query for a page without others below it, and none for
    one of a list that was read with `with_record_below`."""
    if RECORD_BELOW in vars(page):
        return bool(vars(page)[RECORD_BELOW])
    if page.numchild:
        return bool(on_record(at_or_below(page)).exists())
    return issubclass(page.specific_class, Withdrawable) and bool(page.live or page.first_published_at)


def with_record_below(pages: Any) -> Any:
    """Pages of which those with others below them know whether something there is on record."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    below = on_record(Page.objects.order_by().annotate(path_above=path).filter(path__startswith=F("path_above")))
    is_leaf = Q(numchild=0)
    own = Q(live=True) | Q(first_published_at__isnull=False)
    types = [each.pk for each in ContentType.objects.get_for_models(*withdrawable_types()).values()]
    own = is_leaf & own & Q(content_type__in=types)
    answer = Case(When(own, then=True), When(is_leaf, then=False), default=Exists(below), output_field=BooleanField())
    return pages.annotate(**{RECORD_BELOW: answer})


def keep_on_record(tester: NewsroomPagePermissionTester, act: Act) -> str | None:
    """The rule of the tester: why a page that is on record, or carries such pages, stays as it is."""
    words = WORDS.get(act)
    return words(tester) if words else None


def why_not_deleted(tester: NewsroomPagePermissionTester) -> str | None:
    """Say why a page is not deleted: it is on record or, for those who may not publish it, scheduled."""
    page = tester.page
    if carries_a_record(page):
        return stays_words(page)
    if isinstance(page, Withdrawable) and not tester.publishes:
        return _("Only those who may publish this page may delete it.")
    return (isinstance(page, Embargo) and why_it_stays(page)) or None


def stays_words(page: Page) -> str:
    """Return the sentence that something cannot be deleted."""
    if not issubclass(page.specific_class, Withdrawable):
        return _("Below this page are pages that have been public and stay on record: it cannot be deleted.")
    if page.live:
        return _("This page is public and stays on record: it cannot be deleted. Take it off instead.")
    return _("This page has been public and stays on record: it cannot be deleted.")


def why_not_moved(tester: NewsroomPagePermissionTester) -> str | None:
    """Say why a page is not moved: its address is known to readers."""
    return address_words() if carries_a_record(tester.page) else None


def address_words() -> str:
    """Return the sentence that something cannot be moved."""
    return _("Readers know the addresses of what has been public: it cannot be moved.")


def why_not_unpublished(tester: NewsroomPagePermissionTester) -> str | None:
    """Say why a page is not simply unpublished: readers are told why it leaves."""
    return off_words(tester.page)


def off_words(page: Page) -> str:
    """Return the sentence that something cannot be unpublished."""
    if issubclass(page.specific_class, Withdrawable):
        return _("Take pages off one by one: each says where its readers go and why.")
    return _("This page carries others and cannot be taken off.")


def why_not_taken_off(tester: NewsroomPagePermissionTester) -> str | None:
    """Say why a page cannot be taken off: its type keeps no record."""
    return None if isinstance(tester.page, Withdrawable) else off_words(tester.page)


def why_not_private(tester: NewsroomPagePermissionTester) -> str | None:
    """Say why a page is not made private: what was open to all stays so. The other way round is allowed."""
    if carries_a_record(tester.page) and is_open_at_or_below(tester.page):
        return private_words()
    return one_language_words() if is_one_language_of_several(tester.page) else None


def is_open_at_or_below(page: Page) -> bool:
    """Whether something on record, here or below, is kept to nobody."""
    return bool(on_record(at_or_below(page)).public().exists())


def private_words() -> str:
    """Return the sentence that something cannot be made private."""
    return _("What has been public cannot be kept to a few afterwards. Take it off if it must leave.")


def is_one_language_of_several(page: Page) -> bool:
    """Whether a page, or one below it, exists in a language that stands elsewhere and is there for all."""
    if not page.numchild and vars(page).get("is_one_of_several") is False:  # read with it
        return False
    here = at_or_below(page)
    types = ContentType.objects.get_for_models(*(each for each in withdrawable_types() if issubclass(each, Embargo)))
    keys = here.filter(content_type__in=[each.pk for each in types.values()]).values("translation_key")
    elsewhere = Page.objects.filter(translation_key__in=keys).exclude(pk__in=here.values("pk"))
    return bool(elsewhere.exists() and elsewhere.public().exists())


def one_language_words() -> str:
    """Return the sentence that one language alone cannot be made private."""
    return _("This exists in several languages, which are public together: one of them cannot be kept to a few.")


def why_no_alias(tester: NewsroomPagePermissionTester) -> str | None:
    """Say why a page gets no alias: it has one reference and one address in each language."""
    return alias_words() if isinstance(tester.page, Withdrawable) else None


def alias_words() -> str:
    """Return the sentence that something cannot have an alias."""
    return _("This has one page in each language, so that it can be corrected and taken off. It gets no alias.")


def why_not_copied(tester: NewsroomPagePermissionTester) -> str | None:
    """Say why a page is not copied: a list or a front page would exist twice, with all below it."""
    return None if isinstance(tester.page, Withdrawable) else off_words(tester.page)


WORDS = {
    Act.DELETE: why_not_deleted,
    Act.MOVE: why_not_moved,
    Act.UNPUBLISH: why_not_unpublished,
    Act.TAKE_OFF: why_not_taken_off,
    Act.MAKE_PRIVATE: why_not_private,
    Act.ALIAS: why_no_alias,
    Act.COPY: why_not_copied,
}


def refuse_to_delete(instance: Page, **kwargs: Any) -> None:
    """Raises RefusedError for a page on record. Django asks it of each page that a deletion would take along."""
    if on_record(Page.objects.filter(pk=instance.pk)).exists():
        raise RefusedError(stays_words(instance), f"page {instance.pk} is on record and was not deleted")


def refuse_to_move(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Raises RefusedError where a page on record would get another parent."""
    if parent_page_before.pk != parent_page_after.pk and on_record(at_or_below(instance)).exists():
        raise RefusedError(address_words(), f"page {instance.pk} is on record and was not moved")


def refuse_to_vanish(
    sender: type[Page], instance: Page, raw: bool = False, update_fields: Iterable[str] | None = None, **kwargs: Any
) -> None:
    """Raises RefusedError where a page that is public would be written as one that is not."""
    says_nothing_of_it = update_fields is not None and "live" not in update_fields
    if raw or says_nothing_of_it or instance.live or instance.pk in leaving_now.get():
        return
    was_live = Page.objects.filter(pk=instance.pk, live=True).exists()
    if was_live and on_record(at_or_below(instance)).filter(live=True).exists():
        raise RefusedError(off_words(instance), f"page {instance.pk} is public and was not unpublished")


def refuse_to_be_renamed(instance: Page, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Raises RefusedError where a page that carries others on record would get another address, and they with it."""
    says_nothing_of_it = update_fields is not None and "slug" not in update_fields
    if raw or says_nothing_of_it or not instance.pk or isinstance(instance, Withdrawable):
        return
    is_renamed = Page.objects.filter(pk=instance.pk).exclude(slug=instance.slug).exists()
    if is_renamed and on_record(at_or_below(instance)).exists():
        raise RefusedError(address_words(), f"page {instance.pk} carries pages on record and was not renamed")


def reason_against_its_address(page: Any) -> str:
    """Say why a page may not become public at its address; empty where it may.

    What lifts was asked for all languages and for the past when it was given its hour; somebody may have taken the
    address since.
    """
    if lifting.get():
        return "" if is_free(page.slug, page) else _("Another page has this address. Choose a different one.")
    rows = address_rows(page.translation_key)
    return reason_against(page, slug_for(page, rows), rows)


def refuse_an_address_of_others(page: Page) -> None:
    """Raises RefusedError where a page would become public at an address that another has or had, in any language."""
    if isinstance(page, NewsroomPage) and (reason := reason_against_its_address(page)):
        words = _("“%(title)s” cannot be published yet. %(lacks)s")
        note = f"the address of page {page.pk} is or was another page's"
        raise RefusedError(words % {"title": page.title, "lacks": reason}, note)


def stands_at(page: Page, path: str) -> bool:
    """Whether a path, as redirects name it, is the page's own or one below it."""
    return path in [place.path for place in places_of(page)]


def refuse_to_lead_nowhere(instance: Redirect, **kwargs: Any) -> None:
    """Raises RefusedError where a redirect is deleted that stands in the place of a page which was moved, or at an
    address which one on record had before. Nobody needs one at the address that its page has."""
    page = instance.redirect_page.specific if instance.automatically_created and instance.redirect_page else None
    if page and not stands_at(page, instance.old_path) and on_record(Page.objects.filter(pk=page.pk)).exists():
        raise RefusedError(address_words(), f"redirect {instance.pk} leads to page {page.pk} and was not deleted")
    moved = Withdrawal.objects.in_force().filter(manner=Manner.MOVED).select_related("page")
    if any(Redirect.normalise_path(each.page.url or "") == instance.old_path for each in moved):
        raise RefusedError(address_words(), f"redirect {instance.pk} stands in the place of a page and was not deleted")


def refuse_to_be_an_alias(instance: Page, raw: bool = False, **kwargs: Any) -> None:
    """Raises RefusedError where a page would follow another from now on."""
    becomes_one = instance.alias_of_id and not Page.objects.filter(pk=instance.pk, alias_of__isnull=False).exists()
    if becomes_one and not raw and issubclass(instance.specific_class, Withdrawable):
        raise RefusedError(alias_words(), f"no alias was made of page {instance.alias_of_id}")


def refuse_to_hide(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """Raises RefusedError where a new restriction would keep something on record to a few."""
    if raw or PageViewRestriction.objects.filter(pk=instance.pk, page=instance.page_id).exists():
        return
    if is_open_at_or_below(instance.page):
        raise RefusedError(private_words(), f"page {instance.page_id} is on record and was not made private")
    if is_one_language_of_several(instance.page):
        raise RefusedError(one_language_words(), f"page {instance.page_id} is one language of several")
