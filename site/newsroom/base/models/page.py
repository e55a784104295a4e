"""What every page of the newsroom has in common: an address shared by its languages, and who may see it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from newsroom.base.caching.once import forget_answer
from newsroom.base.forms import CopyFormWithoutAlias, NewsroomPageForm
from newsroom.base.languages import active_code
from newsroom.base.normalising import Normalised, normalise_fields
from newsroom.base.pages import addresses
from newsroom.base.pages.alternates import Alternate, alternates_of_page
from newsroom.base.pages.drafts import OF_DRAFTS
from newsroom.base.pages.roots import plain_address, restrictions_of
from newsroom.base.pages.told_once import told_once
from newsroom.base.querysets import NewsroomPageManager
from newsroom.base.rights.permissions import NewsroomPagePermissionTester
from newsroom.base.rights.sight import CHILDREN_WITHHELD, asking, withheld_keys

#: For the bases of page types that stand before `Page`: a type checker then knows what they can ask of it.
PageBase: Any = Page if TYPE_CHECKING else models.Model


class NewsroomPage(Normalised, Page):
    """A page with one slug in all its languages, shown to strangers only when the predicate says so.

    `newsroom.base.pages.addresses` says how the languages keep together when the slug changes.

    `search_kind` names what a search finds when it finds this page; None keeps it out of the search. A
    system check demands it of every page type.
    """

    search_kind: ClassVar[str | None]
    shares_slug: ClassVar[bool] = True
    #: What whoever finds the page for its address reads with it.
    found_with: ClassVar[tuple[str, ...]] = ("locale",)
    #: What whoever finds the page for its address leaves to be read where it is needed: long texts.
    found_without: ClassVar[tuple[str, ...]] = ()
    #: Whether the predicate was asked when the page was found for this request.
    found_public = False

    objects = NewsroomPageManager()

    base_form_class: ClassVar[Any] = NewsroomPageForm
    copy_form_class = CopyFormWithoutAlias
    settings_panels: ClassVar[list[Any]] = []  # no schedule beside the embargo

    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Write the page; a new slug holds for all its languages, and each earlier address leads to it."""
        if update_fields is not None and "slug" not in update_fields:
            with told_once(self, update_fields, OF_DRAFTS.issuperset(update_fields)):
                super().save(*args, update_fields=update_fields, **kwargs)
            return
        normalise_fields(self)
        with transaction.atomic():
            rows = addresses.address_rows(self.translation_key)
            addresses.take_slug(self, rows)
            with told_once(self, update_fields):
                super().save(*args, update_fields=update_fields, **kwargs)
            forget_answer(addresses.address_rows, self.translation_key)
            addresses.lead_on(self, rows)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Read a version of the page; that of a translation says nothing of the slug, which is the original's."""
        page: Self = super().with_content_json(content)
        page._cached_parent_obj = self.get_parent()
        if page.slug != self.slug and addresses.takes_its_slug(self):
            page.slug = self.slug
        return page

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail's, but the page itself answers only if the one public predicate lets it; an alias leads to its
        source, if that does."""
        if not path_components and self.alias_of_id:
            return RouteResult(self, kwargs={"source": self.public_source()})
        if not path_components and not self.found_public and not self.is_released():
            raise Http404
        return super().route(request, path_components)

    def is_released(self) -> bool:
        """Whether the one public predicate lets the page be seen."""
        return type(self).objects.released().filter(pk=self.pk).exists()

    def ready_to_keep(self) -> Self:
        """Read what every request asks of the page, so that it can be kept until something changes."""
        self.found_public = self.is_released()
        self.locale, self.alternates  # noqa: B018
        return self

    def public_source(self) -> Self:
        """Return the page that an alias follows. Raises Http404 where one of the two is not public."""
        pages = type(self).objects
        source = pages.released().filter(pk=self.alias_of_id).first()
        if source is None or not pages.live().unrestricted().filter(pk=self.pk).exists():
            raise Http404
        return source

    def serve(self, request: HttpRequest, *args: Any, source: Page | None = None, **kwargs: Any) -> HttpResponse:
        """The page; in place of an alias the way to its source, since one thing has one address."""
        if source:
            return redirect(source.url, permanent=True)
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        return answer

    def permissions_for_user(self, user: Any) -> NewsroomPagePermissionTester:
        """What somebody may do with the page; whoever asks Wagtail asks this."""
        return NewsroomPagePermissionTester(user, self)

    def get_children_count(self) -> int:
        """How many pages stand right below it; in a list of the CMS, how many whoever reads it knows of."""
        return int(self.numchild) - int(vars(self).get(CHILDREN_WITHHELD, 0))

    def is_leaf(self) -> bool:
        """Whether nothing stands below it, as far as it is told."""
        return not self.get_children_count()

    def get_descendants(self, inclusive: bool = False) -> Any:
        """All below it that whoever asks knows of; outside of requests, all there is."""
        below = super().get_descendants(inclusive)
        withheld = withheld_keys(asking.get())
        return below.exclude(translation_key__in=withheld) if withheld else below

    @property
    def localized(self) -> Any:
        """The page in the reader's language, where it is in that one already without a query."""
        return self if self.locale.language_code == active_code() else super().localized

    def get_url(self, request: HttpRequest | None = None, current_site: Any = None) -> str | None:
        """The address of the page, as Wagtail's."""
        return plain_address(self.url_path) or super().get_url(request, current_site)

    url = property(get_url)

    def get_view_restrictions(self) -> Any:
        """The view restrictions that hold for the page, as Wagtail's."""
        return restrictions_of(super().get_view_restrictions)

    @cached_property
    def alternates(self) -> list[Alternate]:
        """The languages this page can be read in, itself included, in the newsroom's order."""
        return alternates_of_page(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["alternates"] = self.alternates
        return context
