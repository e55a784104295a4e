from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail_localize.models import Translation, TranslationSource

from newsroom.base.rights.sight import sees_all_pages, withheld_keys
from newsroom.translation.rights import is_kept_from, permitted_locales

#: How the addresses of a translation begin, wagtail-localize's own and those that stand in for them.
TRANSLATIONS = "localize/translate/<int:translation_id>/"
#: Wagtail's report that names the page of each type that was edited last.
TYPES_IN_USE = "page-types-usage/"


#: Reports of wagtail-localize that name every translation, and what its addresses call that which is translated.
NAME_ANY_TRANSLATION = ("wagtail_localize:translations_report", "wagtail_localize:translations_report_results")
SOURCE = "translation_source_id"
#: Whether a page follows its original is for those who publish it.
FOR_OFFICERS = ("stop_translation",)


class KeepToOwnLanguages:
    """Every address of wagtail-localize that names a translation is closed to translators of other languages.

    It asks for the right to edit the page, which Wagtail keeps by language, but for a record only for the right to
    edit its kind. So is the report that names pages of all languages, for whoever may not know of all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Raises PermissionDenied."""
        match = request.resolver_match
        if match is not None and TYPES_IN_USE in match.route and not sees_all_pages(request.user):
            raise PermissionDenied
        if match is not None and match.view_name in NAME_ANY_TRANSLATION and withheld_keys(request.user):
            raise PermissionDenied
        if match is not None and SOURCE in kwargs and withheld_keys(request.user):
            source = TranslationSource.objects.filter(pk=kwargs[SOURCE]).first()
            if source and source.object_id in withheld_keys(request.user):
                raise PermissionDenied
        if match is None or TRANSLATIONS not in match.route:
            return
        if match.url_name in FOR_OFFICERS and permitted_locales(request.user) is not None:
            raise PermissionDenied
        translation = Translation.objects.filter(pk=kwargs["translation_id"]).select_related("source").first()
        if translation and translation.source.object_id in withheld_keys(request.user):
            raise PermissionDenied
        if translation and is_kept_from(request.user, translation.target_locale_id):
            raise PermissionDenied
