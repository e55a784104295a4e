"""Contacts that somebody has to see to before a journalist calls nobody."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from newsroom.base.dates import full_date
from newsroom.base.querysets import manager_behind
from newsroom.language.separators import one_by_one
from organisations.admin.lists import ValidityColumn
from organisations.models import MediaContact

SOON = datetime.timedelta(days=30)


def to_see_to(day: datetime.date) -> QuerySet[MediaContact]:
    """Contacts that have expired or will within thirty days, and those whose deputy has; the earliest first."""
    rows = MediaContact.objects.filter(Q(valid_until__lte=day + SOON) | Q(deputy__valid_until__lt=day))
    return rows.select_related("deputy", "locale", "organisation").order_by(
        F("valid_until").asc(nulls_last=True), "sort_key", "pk"
    )


class DeputyColumn(Column):
    """Who stands in, or why nobody does."""

    def get_value(self, instance: MediaContact) -> str:
        """The deputy's name, with the day on which that one expired."""
        if instance.deputy is None:
            return _("none")
        if instance.deputy.is_valid_on(timezone.now().date()):
            return str(instance.deputy)
        words = {"name": instance.deputy, "day": full_date(instance.deputy.valid_until)}
        return _("%(name)s, valid until %(day)s") % words


class ReleasesColumn(Column):
    """The public releases that show a contact, each a way to its editor."""

    def get_value(self, instance: Any) -> SafeString:
        """The headlines, linked."""
        return format_html_join(
            "", '<p><a href="{}">{}</a></p>', ((address, title) for address, title in instance.shown_on)
        )


class ContactsReport(ReportView):
    """Expired contacts, those about to expire and those whose deputy has, with the releases that show them."""

    model = MediaContact
    page_title = gettext_lazy("Media contacts to see to")
    header_icon = "mail"
    index_url_name = "contacts_report"
    index_results_url_name = "contacts_report_results"
    any_permission_required = ["add", "change", "delete", "view"]
    results_template_name = "organisations/admin/contacts_report_results.html"
    is_searchable = False
    list_export = ["name", "role", "locale", "valid_until", "deputy", "releases_in_words"]
    columns = [
        TitleColumn(
            "name",
            label=gettext_lazy("Media contact"),
            accessor=str,
            get_url=lambda contact: reverse(MediaContact.snippet_viewset.get_url_name("edit"), args=[contact.pk]),
        ),
        Column("locale", label=gettext_lazy("Language"), accessor="locale.get_display_name"),
        ValidityColumn("valid_until", label=gettext_lazy("Valid until")),
        DeputyColumn("deputy", label=gettext_lazy("Deputy")),
        ReleasesColumn("shown_on", label=gettext_lazy("Public releases that show it")),
    ]

    def get_queryset(self) -> QuerySet[MediaContact]:
        return to_see_to(timezone.now().date())

    def decorate_paginated_queryset(self, object_list: Iterable[Any]) -> list[Any]:
        """With the releases, two queries for all of them."""
        contacts = list(object_list)
        shown_on = releases_that_show(contacts)
        for contact in contacts:
            contact.shown_on = shown_on[contact.translation_key]
            contact.releases_in_words = one_by_one(title for _address, title in contact.shown_on)
        return contacts


def releases_that_show(contacts: Iterable[MediaContact]) -> dict[Any, list[tuple[str, str]]]:
    """By translation key, the public releases that name a contact: the editor's address and the headline."""
    links: Any = manager_behind(MediaContact, "release_links").released()
    keys = {contact.translation_key for contact in contacts}
    rows = links.filter(contact__translation_key__in=keys).order_by("-page__life__released_at", "page_id")
    found: dict[Any, list[tuple[str, str]]] = defaultdict(list)
    for key, number, title in rows.values_list("contact__translation_key", "page_id", "page__title"):
        found[key].append((reverse("wagtailadmin_pages:edit", args=[number]), title))
    return found
