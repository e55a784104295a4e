"""Who and what stands behind a campaign: people, organisations and files of whatever carries its hashtag."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, prefetch_related_objects
from django.utils import timezone

from campaigns.hubs.kinds import all_gathered
from newsroom.base.caching.holding import holds_for_this_day
from newsroom.base.caching.values import cached_until_change
from newsroom.base.languages import active_code, localised
from newsroom.language.script.collation import reading_key
from organisations.choices import Version
from organisations.models import Organisation, Person, RecordUse

#: How many of each a hub shows: those that most of what it gathers names, the newest files.
MOST_NAMED = 24


@dataclass(frozen=True)
class HubFile:
    """A file of something that a hub gathers; `title_language` is that of its title, `language` that of its words."""

    document: Any
    title: str
    title_language: str
    language: str
    #: The page that it goes with.
    page: Any


@dataclass(frozen=True)
class NamedPerson:
    """Somebody whom a hub names, with the role held today; "" for none."""

    person: Any
    role: str


class HubCompany:
    """What a hub shows of these, each asked for when it is shown first."""

    def __init__(self, campaign: str) -> None:
        self.campaign = campaign

    @cached_property
    def people(self) -> Sequence[NamedPerson]:
        """The people, with what they are today."""
        now = timezone.now()
        holds_for_this_day(now)
        return kept_people(self.campaign, now.date())

    @cached_property
    def organisations(self) -> Sequence[Any]:
        """The organisations."""
        return kept_organisations(self.campaign)

    @cached_property
    def files(self) -> Sequence[HubFile]:
        """The files."""
        return kept_files(self.campaign)


@cached_until_change
def kept_people(campaign: str, today: date) -> tuple[NamedPerson, ...]:
    """The people whom public pages of a campaign name, as of a day."""
    people = named_in_campaign(campaign, Person)
    prefetch_related_objects(people, "roles")
    held = [person.roles_on(today)[:1] for person in people]
    return tuple(
        NamedPerson(person, roles[0].title if roles else "") for person, roles in zip(people, held, strict=True)
    )


@cached_until_change
def kept_organisations(campaign: str) -> tuple[Any, ...]:
    """The organisations that public pages of a campaign name."""
    return tuple(named_in_campaign(campaign, Organisation))


def named_in_campaign(campaign: str, model: Any) -> list[Any]:
    """The public records of a model that public pages with a hashtag name, in the reader's language or their own.

    Those that most pages name come first, each page counted once for all its languages. Four queries, however many.
    """
    pages = Q(pk__in=[])
    for kind in all_gathered():
        carrying = kind.model_class._default_manager.released().filter(hashtag_links__tag__slug=campaign)
        pages |= Q(page__in=carrying.values("pk"))
    uses = RecordUse.objects.filter(pages, kind=model._meta.model_name, version=Version.PUBLISHED).order_by()
    counted = uses.values("record").annotate(pages=Count("page__translation_key", distinct=True))
    counts = {row["record"]: row["pages"] for row in counted}
    found = list(localised(model.objects.released().filter(translation_key__in=counts)).values())
    found.sort(key=lambda record: reading_key(record.name, active_code()))
    found.sort(key=lambda record: counts[record.translation_key], reverse=True)
    return found[:MOST_NAMED]


@cached_until_change
def kept_files(campaign: str) -> tuple[HubFile, ...]:
    """The files of what carries a hashtag, each in the language a reader gets its page in; the newest first, a query a
    kind of page."""
    rows: list[Any] = []
    for kind in all_gathered():
        carrying = kind.model_class._default_manager.for_reader().filter(hashtag_links__tag__slug=campaign)
        attachments: Any = kind.model_class._meta.get_field("attachments").related_model
        found = attachments._default_manager.filter(page__in=carrying.values("pk"))
        found = found.select_related("document", "page__locale", "page__life")
        rows += found.order_by("-page__life__released_at", "page", "sort_order")[:MOST_NAMED]
    rows.sort(key=issued_when, reverse=True)
    once = {row.document_id: row for row in reversed(rows)}
    return tuple(file_of(row) for row in rows if once[row.document_id] is row)[:MOST_NAMED]


def issued_when(row: Any) -> datetime:
    """The instant at which the page of an attachment became public."""
    instant: datetime = row.page.life.released_at or timezone.now()
    return instant


def file_of(row: Any) -> HubFile:
    """A file as its page names it. Without a language of its own it is in that of the page's original."""
    code = row.page.locale.language_code
    language = row.document.language or row.page.original_language or code
    return HubFile(row.document, row.title or row.document.title, code if row.title else language, language, row.page)
