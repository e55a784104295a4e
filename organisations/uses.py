"""Where a record of the directory is used: on which pages, as what, and by which other records."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from newsroom.base.rights.sight import visible_pages
from organisations.choices import NamedAs, Version
from organisations.models.use import RecordUse, identity

#: A record that a page names: its kind, what names it in every language, and as what it is named.
Named = tuple[str, tuple[tuple[str, Any], ...], str]


@dataclass(frozen=True)
class Tie:
    """A foreign key by which another record names one of the directory; `shown` is the record to show for it."""

    model: str
    name: str
    label: Promise
    shown: str = ""


#: Higher rooms add their own.
TIES = [
    Tie("organisations.Organisation", "parent", _("Is above")),
    Tie("organisations.Role", "organisation", _("Organisation of a role"), shown="person"),
    Tie("organisations.Boilerplate", "organisation", _("Has the boilerplate")),
    Tie("organisations.MediaContact", "organisation", _("Has the media contact")),
    Tie("organisations.MediaContact", "deputy", _("Deputy of")),
]


@dataclass
class PageUse:
    """One page that names a record, all its languages together."""

    title: str
    edit_url: str
    state: Any
    is_public: bool
    languages: list[str]
    parts: list[Any]


@dataclass
class Uses:
    """Everything that uses a record."""

    record: Any
    pages: list[PageUse] = field(default_factory=list)
    records: list[tuple[Any, str, str]] = field(default_factory=list)
    parts: list[tuple[Any, int]] = field(default_factory=list)
    #: How many pages are not named to whoever asks.
    untold: int = 0

    def __bool__(self) -> bool:
        return bool(self.pages or self.records or self.untold)

    @property
    def public_count(self) -> int:
        """How many of the pages are public."""
        return sum(use.is_public for use in self.pages)


def named_use(record: Model, part: str) -> Named:
    """A record as a use of it is noted."""
    return str(record._meta.model_name), tuple(identity(record).items()), part


@transaction.atomic
def note_uses(page_id: int, version: str, uses: Iterable[Named]) -> None:
    """Writes down what a version of a page names. What a published page names no more is kept as earlier."""
    found = {
        (row.kind, (("record", row.record),) if row.record else (("number", row.number),), row.part): row
        for row in RecordUse.objects.filter(page_id=page_id, version=version)
    }
    wanted = set(uses)
    if lost := [row.pk for use, row in found.items() if use not in wanted]:
        gone = RecordUse.objects.filter(pk__in=lost)
        if version == Version.PUBLISHED:
            gone.update(version=Version.EARLIER)
        else:
            gone.delete()
    RecordUse.objects.bulk_create(
        RecordUse(page_id=page_id, version=version, kind=kind, part=part, **dict(key))
        for kind, key, part in wanted - found.keys()
    )


def with_use_count(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Records with `use_count`: the pages that name each, a page counted once for all its languages."""
    key = {"record": "translation_key"} if hasattr(rows.model, "translation_key") else {"number": "pk"}
    uses = RecordUse.objects.present().filter(
        kind=rows.model._meta.model_name, **{name: OuterRef(column) for name, column in key.items()}
    )
    counts = uses.order_by().values("kind").annotate(count=Count("page__translation_key", distinct=True))
    return rows.annotate(use_count=Coalesce(Subquery(counts.values("count"), output_field=IntegerField()), 0))


def uses_of(record: Any, user: Any = None) -> Uses:
    """What uses a record, for people: with addresses to edit it at where they may; few queries however much it is.

    Pages that they may not know of are counted, not named.
    """
    finder = AdminURLFinder(user)
    rows = RecordUse.objects.of(record)
    rows = rows.select_related("page__locale", "page__content_type")
    ordered = sorted(rows, key=lambda row: (str(row.page.translation_key), row.page.locale_id))
    uses = Uses(record)
    seen = set(visible_pages(user).filter(pk__in={row.page_id for row in rows}).values_list("pk", flat=True))
    for _key, group in groupby(ordered, key=lambda row: row.page.translation_key):
        found = list(group)
        if known := [row for row in found if row.page_id in seen]:
            uses.pages.append(page_use(known, finder))
        else:
            uses.untold += 1
    uses.pages.sort(key=lambda use: (not use.is_public, use.title))
    uses.records = list(ties_of(record, finder))
    uses.parts = [
        (label, number) for label in NamedAs.labels if (number := sum(label in use.parts for use in uses.pages))
    ]
    return uses


def page_use(rows: list[RecordUse], finder: AdminURLFinder) -> PageUse:
    """One page from its rows in all languages."""
    pages = {row.page_id: row.page for row in rows}
    page = next(iter(pages.values()))
    public = [row for row in rows if row.page.live and row.version == Version.PUBLISHED]
    return PageUse(
        title=page.draft_title or page.title,
        edit_url=finder.get_edit_url(page) or "",
        state=use_state(rows),
        is_public=bool(public),
        languages=[each.locale.get_display_name() for each in pages.values()],
        parts=list(dict.fromkeys(row.get_part_display() for row in rows)),
    )


def use_state(rows: list[RecordUse]) -> Any:
    """How public a use is, in words."""
    if any(row.page.live and row.version == Version.PUBLISHED for row in rows):
        return _("public")
    if any(row.version in (Version.PUBLISHED, Version.EARLIER) for row in rows):
        return _("was public")
    return _("scheduled") if any(is_scheduled(row.page) for row in rows) else _("draft")


def is_scheduled(page: Page) -> bool:
    """Whether a page waits for its hour."""
    return bool(not page.live and page.go_live_at)


def ties_of(record: Model, finder: AdminURLFinder) -> Iterable[tuple[Any, str, str]]:
    """The other records that name this one: how, which, and where to edit them; one query for each tie."""
    key = getattr(record, "translation_key", None)
    for tie in TIES:
        model = apps.get_model(tie.model)
        target = model._meta.get_field(tie.name).related_model
        if target is not type(record):
            continue
        where = {f"{tie.name}__translation_key": key} if key else {tie.name: record}
        rows: Any = model._default_manager.filter(**where)
        rows = rows.select_related(tie.shown) if tie.shown else rows
        shown = {each.pk: each for row in rows for each in [getattr(row, tie.shown) if tie.shown else row]}
        for each in shown.values():
            yield tie.label, str(each), finder.get_edit_url(each) or ""
