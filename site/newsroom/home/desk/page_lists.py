"""Lists of events, calls and campaigns as a press office reads them: one row for all languages of each."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from campaigns.models import CallPage, CampaignHubPage, EventPage
from newsroom.home.desk.choices import DeskState
from newsroom.home.desk.release_list import pages_once
from newsroom.translation.tasks.coverage import Cell, coverage_rows

ROWS = 40


@dataclass(frozen=True)
class KindOfPage:
    """A type of page that has such a list: its name there, and the field that says when it is."""

    model: type[Page]
    title: Any
    when: str
    related: tuple[str, ...]
    #: The field that is empty where a day is known and no hour; "" where there always is one.
    hour: str = ""


EVENTS = KindOfPage(EventPage, _("Events"), "happens_from", ("locale", "life"), "begins_at")
CALLS = KindOfPage(CallPage, _("Calls"), "closes_at", ("locale", "life"))
CAMPAIGNS = KindOfPage(CampaignHubPage, _("Campaigns"), "first_published_at", ("locale",))


@dataclass(frozen=True)
class PageRow:
    """One event, call or campaign, with how far each language is."""

    page: Any
    state: DeskState
    at: datetime.datetime | None
    languages: list[Cell]
    has_hour: bool = True


def list_of_events(request: HttpRequest) -> HttpResponse:
    """Events, those without a day first, then the latest."""
    return list_of_pages(request, EVENTS)


def list_of_calls(request: HttpRequest) -> HttpResponse:
    """Calls, by when they close, the latest first."""
    return list_of_pages(request, CALLS)


def list_of_campaigns(request: HttpRequest) -> HttpResponse:
    """Campaigns, the latest first."""
    return list_of_pages(request, CAMPAIGNS)


def list_of_pages(request: HttpRequest, kind: KindOfPage) -> HttpResponse:
    """One row for each that somebody may know of, narrowed by words of its title in any language."""
    words = request.GET.get("q", "").strip()
    pages = pages_once(request.user, kind.model).select_related(*kind.related)
    if words:
        pages = pages.filter(
            translation_key__in=kind.model._default_manager.filter(says(words)).values("translation_key")
        )
    pages = pages.order_by(F(kind.when).desc(nulls_first=True), "-pk")
    shown = Paginator(pages, ROWS).get_page(request.GET.get("p"))
    context = {"kind": kind, "rows": rows_for(shown.object_list, kind), "page": shown, "words": words}
    return render(request, "home/admin/page_list.html", context)


def says(words: str) -> Q:
    """What holds for a page whose title has some words, as it is public or as it is drafted."""
    return Q(title__icontains=words) | Q(draft_title__icontains=words)


def rows_for(pages: Iterable[Any], kind: KindOfPage) -> list[PageRow]:
    """The rows of some pages; a number of queries that does not grow with them."""
    shown = list(pages)
    covered = {row.key: row for row in coverage_rows(page.translation_key for page in shown)}
    return [
        PageRow(
            page,
            state_of_page(page),
            getattr(page, kind.when),
            list(covered[page.translation_key].cells.values()),
            has_hour=not kind.hour or getattr(page, kind.hour) is not None,
        )
        for page in shown
    ]


def state_of_page(page: Any) -> DeskState:
    """What an officer calls the state of a page, with a life of its own or without."""
    life = getattr(page, "life", None)
    if life is not None:
        return DeskState(life.state)
    return DeskState.PUBLIC if page.live else DeskState.DRAFT
