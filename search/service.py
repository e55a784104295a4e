"""The one door through which every query goes: public pages, in the reader's language, with an excerpt.

It stands on Wagtail's own index; the newsroom's engine takes its place behind the same door.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from modelsearch.models import IndexEntry
from wagtail.models import Page

from newsroom.base.models import NewsroomPage
from newsroom.base.querysets import NewsroomPageQuerySet
from search import registry

PAGE_SIZE = 20
EXCERPT_LENGTH = 240
LONGEST_QUERY = 200
MOST_HITS = 1000
WORD = re.compile(r"\w+")
WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class Hit:
    """A page that was found, its title and an excerpt of its text with the words marked."""

    page: NewsroomPage
    title: SafeString
    excerpt: SafeString


def words_of(query: str) -> list[str]:
    """The words of a query, without the signs between them."""
    return WORD.findall(query[:LONGEST_QUERY])


def search(query: str, code: str, number: str | int = 1) -> PaginatorPage:
    """A page of hits for a query in a language ("zh-hans"), the best first; every word must occur."""
    words = words_of(query)
    public = NewsroomPageQuerySet(Page).released().in_language(code).type(registry.page_types())
    page = Paginator(found(public, words), PAGE_SIZE).get_page(number)
    page.object_list = [hit_of(each, words) for each in load(page.object_list)]
    return page


def found(public: NewsroomPageQuerySet, words: list[str]) -> Sequence[Page]:
    """The public pages with all the words, ranked; by their characters where words are not parted by spaces."""
    if not words:
        return []
    if any(WITHOUT_SPACES.search(word) for word in words):
        types = ContentType.objects.get_for_models(*registry.page_types()).values()
        entries = IndexEntry.objects.filter(content_type__in=types)
        for word in words:
            entries = entries.filter(Q(title__contains=word) | Q(body__contains=word))
        keys = [int(key) for key in entries.values_list("object_id", flat=True)]
        return list(public.filter(pk__in=keys).order_by("-first_published_at"))
    ranked = [page.pk for page in Page.objects.live().search(" ".join(words), operator="and")[:MOST_HITS]]
    in_public = public.in_bulk(ranked)
    return [in_public[key] for key in ranked if key in in_public]


def load(pages: Iterable[Page]) -> list[NewsroomPage]:
    """The pages of a result with their own fields, asked once more of the public predicate, in order."""
    keys = [page.pk for page in pages]
    specific: dict[int, NewsroomPage] = {}
    for page_type in registry.page_types():
        specific |= {
            page.pk: page for page in page_type.objects.released().filter(pk__in=keys).select_related("locale")
        }
    return [specific[key] for key in keys if key in specific]


def hit_of(page: NewsroomPage, words: list[str]) -> Hit:
    """A page with the words marked in its title and in a piece of its text."""
    pattern = re.compile("|".join(mark_pattern(word) for word in words), re.IGNORECASE)
    return Hit(page, marked(page.title, pattern), marked(excerpt_of(page.body_text, pattern), pattern))


def mark_pattern(word: str) -> str:
    """What counts as the word in a text: the word and its longer forms; its characters in Chinese."""
    return re.escape(word) if WITHOUT_SPACES.search(word) else rf"\b{re.escape(word)}\w*"


def excerpt_of(text: str, pattern: re.Pattern[str]) -> str:
    """The piece of a text around the first word that was asked for, cut at spaces."""
    text = " ".join(text.split())
    match = pattern.search(text)
    start = max(0, match.start() - EXCERPT_LENGTH // 3) if match else 0
    if start and (space := text.find(" ", start, start + 30)) > 0:
        start = space + 1
    piece = text[start : start + EXCERPT_LENGTH]
    is_cut = start + EXCERPT_LENGTH < len(text)
    if is_cut and (space := piece.rfind(" ", EXCERPT_LENGTH - 30)) > 0:
        piece = piece[:space]
    return f"{'… ' if start else ''}{piece}{' …' if is_cut else ''}"


def marked(text: str, pattern: re.Pattern[str]) -> SafeString:
    """A text for HTML with each match in <mark>: escaped first, piece by piece, so nothing typed can run."""
    pieces: list[str] = []
    end = 0
    for match in pattern.finditer(text):
        pieces += [conditional_escape(text[end : match.start()]), format_html("<mark>{}</mark>", match.group())]
        end = match.end()
    return mark_safe("".join([*pieces, conditional_escape(text[end:])]))  # noqa: S308  (each piece is escaped)
