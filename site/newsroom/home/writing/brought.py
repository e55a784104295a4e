"""What an organisation brings into a release when it is chosen: its standing text and whom journalists may ask."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.permissions import policy_registry

from organisations.models import Boilerplate, MediaContact, Organisation


def brought_by(request: HttpRequest, pk: int) -> JsonResponse:
    """What the editor adds for an organisation, by the list of a release that it goes into.

    Raise PermissionDenied for those who work neither with organisations nor with pages.
    """
    organisation = get_object_or_404(Organisation, pk=pk)
    policy = policy_registry.get_by_type(Organisation)
    keeps_records = policy.user_has_any_permission(request.user, {"add", "change", "delete", "view"})
    if not keeps_records and not user_has_any_page_permission(request.user):
        raise PermissionDenied
    found = {"boilerplate_links": boilerplate_of(organisation), "contact_links": contact_of(organisation)}
    finder = AdminURLFinder(request.user)
    return JsonResponse({name: for_a_chooser(record, finder) for name, record in found.items() if record})


def for_a_chooser(record: Model, finder: AdminURLFinder) -> dict[str, Any]:
    """A record as a chooser takes it."""
    return {"id": str(record.pk), "string": str(record), "edit_url": finder.get_edit_url(record)}


def in_its_language(records: QuerySet, organisation: Organisation) -> QuerySet:
    """Records of an organisation, in the language in which it was chosen."""
    return records.filter(
        organisation__translation_key=organisation.translation_key, locale_id=organisation.locale_id
    ).select_related("organisation", "locale")


def boilerplate_of(organisation: Organisation) -> Boilerplate | None:
    """The text without a variant, or the only one; None where somebody has to choose."""
    texts = list(in_its_language(Boilerplate.objects.filter(live=True), organisation)[:20])
    plain = [text for text in texts if not text.variant]
    return plain[0] if plain else texts[0] if len(texts) == 1 else None


def contact_of(organisation: Organisation) -> MediaContact | None:
    """The contact who is valid today; the press desk where there are several, else None."""
    today = timezone.localdate()
    contacts = [
        each for each in in_its_language(MediaContact.objects.all(), organisation)[:50] if each.is_valid_on(today)
    ]
    desks = [contact for contact in contacts if contact.is_press_desk]
    return contacts[0] if len(contacts) == 1 else desks[0] if desks else None
