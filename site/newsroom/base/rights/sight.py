"""Which pages somebody who works here may know of: what is under embargo is not told by its title."""

from collections.abc import Callable, Collection
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

#: Given somebody, says which pages they know of; None where it keeps nothing from them.
Limit = Callable[[Any], Q | None]
LIMITS: list[Limit] = []
#: Given somebody, says which texts they know nothing of, in any language, by their translation keys; given None, which
#: texts are kept from anybody at all.
Withholding = Callable[[Any], Collection[UUID]]
WITHHOLDINGS: list[Withholding] = []
#: What a list says of each of its pages: how many children whoever reads it knows nothing of, and whether there is
#: anything below of which they know nothing.
CHILDREN_WITHHELD, IS_OTHERS_BELOW = "children_withheld", "keeps_others_below"
#: Where the answer is kept on an account, for as long as one request holds it.
KEPT_AS = "keys_withheld"
#: Whose request is answered now, for what Wagtail does not tell for whom it is; None outside of requests.
asking: ContextVar[Any] = ContextVar("asking", default=None)


def limits_sight(limit: Limit) -> Limit:
    """Decorator: what a room keeps from whom. It is asked wherever the CMS names pages."""
    LIMITS.append(limit)
    return limit


def withholds(withholding: Withholding) -> Withholding:
    """Decorator: what a room keeps from somebody altogether. Lists and the permission tester ask it alike."""
    WITHHOLDINGS.append(withholding)
    return withholding


def withheld_keys(user: Any) -> frozenset[UUID]:
    """The translation keys of what somebody knows nothing of; read once for each request of theirs. None: nobody."""
    if user is None or not user.is_authenticated:
        return frozenset()  # strangers are shown what is public, and nothing of the CMS
    if KEPT_AS not in user.__dict__:
        user.__dict__[KEPT_AS] = frozenset(key for withholding in WITHHOLDINGS for key in withholding(user))
    found: frozenset[UUID] = user.__dict__[KEPT_AS]
    return found


def is_withheld_from_some(page: Any) -> bool:
    """Whether a page is kept from anybody who works here; one query for each room that keeps pages."""
    return any(page.translation_key in withholding(None) for withholding in WITHHOLDINGS)


def is_withheld(user: Any, page: Any) -> bool:
    """Whether somebody knows nothing of a page in any language, and so is not written to about it either."""
    return page.translation_key in withheld_keys(user)


def sees_all_pages(user: Any) -> bool:
    """Tell whether no room keeps a page from somebody."""
    return not withheld_keys(user) and all(limit(user) is None for limit in LIMITS)


def visible_pages(user: Any, among: QuerySet[Page] | None = None) -> QuerySet[Page]:
    """The pages that somebody may know of: all for who publishes, but for what is withheld; see the rooms' limits."""
    pages = Page.objects.all() if among is None else among
    for limit in LIMITS:
        allowed = limit(user)
        if allowed is not None:
            pages = pages.filter(pk__in=Page.objects.filter(allowed).order_by().values("pk"))
    if withheld := withheld_keys(user):
        pages = pages.exclude(translation_key__in=withheld)
    return pages


def sees_page(user: Any, page: Page) -> bool:
    """Whether somebody may know of one page."""
    return visible_pages(user, Page.objects.filter(pk=page.pk)).exists()


def withheld_below(user: Any, page: Any) -> bool:
    """Whether somewhere below a page stands one that somebody knows nothing of; read with the page in lists."""
    if not page.numchild or not (withheld := withheld_keys(user)):
        return False
    if IS_OTHERS_BELOW in vars(page):
        return bool(vars(page)[IS_OTHERS_BELOW])
    below = Page.objects.filter(path__startswith=page.path, depth__gt=page.depth)
    return below.filter(translation_key__in=withheld).exists()


def counted_within_sight(user: Any, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Pages of a list that know how much of what is below them is withheld from somebody; no query of its own."""
    withheld = withheld_keys(user)
    if not withheld:
        return pages
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    others = Page.objects.filter(translation_key__in=withheld).order_by().annotate(path_above=path)
    others = others.filter(path__startswith=F("path_above"), depth__gt=OuterRef("depth"))
    children = others.filter(depth=OuterRef("depth") + 1).annotate(all=Value(1)).values("all")
    number = Coalesce(Subquery(children.annotate(number=Count("pk")).values("number")), 0)
    return pages.annotate(**{CHILDREN_WITHHELD: number, IS_OTHERS_BELOW: Exists(others)})


def having_children(user: Any, pages: QuerySet[Page], having: bool = True) -> QuerySet[Page]:
    """Those of some pages below which somebody knows of one, or those below which they know of none."""
    if not withheld_keys(user):
        return pages.filter(numchild__gt=0) if having else pages.filter(numchild=0)
    counted = counted_within_sight(user, pages)
    return (
        counted.filter(numchild__gt=F(CHILDREN_WITHHELD)) if having else counted.filter(numchild=F(CHILDREN_WITHHELD))
    )
