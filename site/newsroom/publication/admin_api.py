"""Wagtail's admin API, which by itself asks neither who may know of something nor whether it is locked."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.api.serializers import AdminPageSerializer, PageTranslationsField
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page

from newsroom.base.rights.doors import CALLED, in_sight
from newsroom.base.rights.permissions import NewsroomPagePermissionTester
from newsroom.base.rights.sight import visible_pages


class FilesWithinSight:
    """Lists, counts and shows the files that the permission policy lets somebody choose or change."""

    request: HttpRequest
    model: type[Any]

    def get_queryset(self) -> QuerySet[Any]:
        """The files within sight."""
        files: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]  # of the endpoint that it is mixed into
        return files.filter(pk__in=in_sight(self.request.user, self.model).values("pk"))


class Images(FilesWithinSight, ImagesAdminAPIViewSet):
    """The endpoint of images."""


class Documents(FilesWithinSight, DocumentsAdminAPIViewSet):
    """The endpoint of documents."""


class TranslationsWithinSight(PageTranslationsField):
    """The other languages of a page that somebody may know of."""

    def to_representation(self, page: Page) -> list[Any]:
        seen = set(visible_pages(self.context["request"].user, page.get_translations()).values_list("pk", flat=True))
        return [each for each in super().to_representation(page) if each["id"] in seen]


class PageSerializer(AdminPageSerializer):
    """A page with the languages that somebody may know of."""

    translations = TranslationsWithinSight(read_only=True)


class Pages(PagesAdminAPIViewSet):
    """The endpoint of pages: those within sight, and of its actions those that the permission tester permits."""

    base_serializer_class = PageSerializer

    def get_base_queryset(self) -> QuerySet[Page]:
        """The pages within sight."""
        return visible_pages(self.request.user, super().get_base_queryset())

    def action_view(self, request: HttpRequest, pk: int, action_name: str) -> HttpResponse:
        """Do something to a page. Raises Http404 for an action that nobody thought of, PermissionDenied with the
        reason where the tester refuses."""
        if action_name not in CALLED:
            raise Http404
        tester = self.get_object().permissions_for_user(request.user)
        if isinstance(tester, NewsroomPagePermissionTester) and (words := tester.why_not(CALLED[action_name])):
            raise PermissionDenied(words)
        return super().action_view(request, pk, action_name)
