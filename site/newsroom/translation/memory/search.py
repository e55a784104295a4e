"""What has been translated once is offered again.

wagtail-localize keeps a translation by source string, language and place, and reuses it in that place only; the same
sentence in another release starts empty. Here every sound translation into a language is remembered, whatever
its place, and offered where its source is the same or nearly so.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length
from django.utils.safestring import SafeString
from rapidfuzz import fuzz, process
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from newsroom.base.diffs import difference
from newsroom.language.inline_tags import BrokenMarksError, same_marks, text_of_segment
from newsroom.translation.exchange.importing import store_unit
from newsroom.translation.exchange.units import Unit, translations_of, units_of
from newsroom.translation.signing.kept import KEPT_AS

#: In hundredths of what two texts have in common.
NEAR = 75
MOST_OFFERED = 3
#: Two texts whose lengths differ by more than this cannot be so near: likeness is 2·shorter ÷ (shorter + longer).
SHORTEST_SHARE = NEAR / (200 - NEAR)
#: A shorter text, such as a label, is offered only where it is the same.
SHORTEST_NEAR = 12
#: What wagtail-localize's editor says that a segment was translated with, beside the segment.
FILLED_BY = "Translation memory"


@dataclass(frozen=True)
class Remembered:
    """A sentence that was translated somewhere."""

    pk: int
    source: str
    words: str
    string_id: int
    context_id: int


@dataclass(frozen=True)
class MemoryMatch:
    """A remembered translation for a unit."""

    remembered: Remembered
    likeness: int
    changes: SafeString
    is_usable: bool

    @property
    def is_exact(self) -> bool:
        """Whether the original is the same to the letter."""
        return self.likeness == 100


def seen_by(user: Any, translation: Translation) -> Q:
    """The remembered translations whose original somebody may see: it is public, or they may work on it.

    What one team holds under embargo is not told to another through its sentences. Nobody, as None, sees what is
    public; what was said in the very text that is translated may always be said there again.
    """
    user = user or AnonymousUser()
    pages = Page.objects.filter(locale_id__in=(translation.source.locale_id, translation.target_locale_id))
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(user, {"add", "change", "publish", "lock", "unlock"})
    public = pages.live().public().filter(locale_id=translation.source.locale_id)
    records = [kind.pk for kind in ContentType.objects.get_for_models(*models_of(user)).values()]
    return (
        Q(context__object_id=translation.source.object_id)
        | Q(context__object_id__in=pages.filter(pk__in=own.values("pk")).values("translation_key"))
        | Q(context__object_id__in=public.values("translation_key"))
        | Q(context__object__content_type_id__in=records)
    )


def models_of(user: Any) -> list[Any]:
    """The kinds of records that somebody may change."""
    return [
        model
        for model in get_snippet_models()
        if user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")
    ]


class Memory:
    """What is remembered for some units of a translation: read with one query, however many units there are."""

    def __init__(self, translation: Translation, units: Sequence[Unit], user: Any) -> None:
        self.translation, self.user = translation, user
        found = self.candidates(units)
        self.by_string: dict[int, list[Remembered]] = {}
        for each in found:
            self.by_string.setdefault(each.string_id, []).append(each)
        sources = {each.string_id: each.source for each in found}
        self.strings = sorted(sources, key=lambda pk: len(sources[pk]))
        self.sources = [sources[pk] for pk in self.strings]
        self.lengths = [len(source) for source in self.sources]

    def candidates(self, units: Iterable[Unit]) -> list[Remembered]:
        """The sound translations between the two languages whose originals are about as long as these units.

        The newest first, so that it is offered first.
        """
        lengths = [len(unit.source) for unit in units]
        if not lengths:
            return []
        translation = self.translation
        rows = (
            StringTranslation.objects.filter(
                seen_by(self.user, translation),
                locale_id=translation.target_locale_id,
                translation_of__locale_id=translation.source.locale_id,
                has_error=False,
            )
            .exclude(tool_name=KEPT_AS)
            .annotate(length=Length("translation_of__data"))
            .filter(length__gte=int(min(lengths) * SHORTEST_SHARE), length__lte=int(max(lengths) / SHORTEST_SHARE) + 1)
            .order_by("-updated_at", "-pk")
            .values_list("pk", "translation_of__data", "data", "translation_of_id", "context_id")
        )
        return [Remembered(*row) for row in rows]

    def offers_for(self, unit: Unit) -> list[MemoryMatch]:
        """What is remembered for a unit, the likest first; not what stands there already, nor anything twice."""
        offers: list[MemoryMatch] = []
        said = {unit.target} if unit.target else set()
        for string_id, likeness in self.matches(unit):
            for each in self.by_string[string_id]:
                own = each.context_id == unit.context_id and each.string_id == unit.string_id
                if own or each.words in said or len(offers) == MOST_OFFERED:
                    continue
                said.add(each.words)
                offers.append(
                    MemoryMatch(each, likeness, difference(each.source, unit.source), is_usable(each.words, unit))
                )
        return offers

    def matches(self, unit: Unit) -> Iterator[tuple[int, int]]:
        """The remembered originals that are the same or near, each with its likeness."""
        if unit.string_id in self.by_string:
            yield unit.string_id, 100
        if len(unit.source) < SHORTEST_NEAR:
            return
        first = bisect_left(self.lengths, len(unit.source) * SHORTEST_SHARE)
        last = bisect_right(self.lengths, len(unit.source) / SHORTEST_SHARE)
        near = process.extract(
            unit.source, self.sources[first:last], scorer=fuzz.ratio, score_cutoff=NEAR, limit=2 * MOST_OFFERED
        )
        for _source, likeness, position in near:
            if self.strings[first + position] != unit.string_id:
                yield self.strings[first + position], min(int(likeness), 99)


def is_usable(words: str, unit: Unit) -> bool:
    """Whether remembered words can be taken as they are: with the marks of this unit, and no longer than fits."""
    try:
        same_marks(unit.source, words)
    except BrokenMarksError:
        return False
    return unit.limit is None or len(text_of_segment(words)) <= unit.limit


@transaction.atomic
def take_matches(chosen: Iterable[tuple[MemoryMatch, Unit]], translation: Translation, user: Any) -> None:
    """Write remembered words into units, in the name of who took them."""
    stored = translations_of(translation)
    for offer, unit in chosen:
        store_unit(unit, offer.remembered.words, stored.get((unit.string_id, unit.context_id)), translation, user)


def fill_in(translation: Translation, user: Any = None) -> int:
    """Write what is remembered to the letter into every segment that has no translation; says into how many.

    Called when a translation begins and when its source has changed, in nobody's name: the words are marked as the
    memory's and somebody still signs them. A fixed number of queries, and a single one where nothing is open.
    """
    known = known_exactly(translation, user)
    if not known:
        return 0
    stored = translations_of(translation)
    rows = [
        StringTranslation(
            translation_of_id=unit.string_id,
            context_id=unit.context_id,
            locale_id=translation.target_locale_id,
            data=words,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=FILLED_BY,
            last_translated_by=user,
        )
        for unit in units_of(translation)
        if (unit.string_id, unit.context_id) not in stored
        and (words := next((each for each in known.get(unit.string_id, ()) if is_usable(each, unit)), ""))
    ]
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)
    name_draft(translation)
    return len(rows)


def known_exactly(translation: Translation, user: Any) -> dict[int, list[str]]:
    """By string, the translations of the open segments: first those of the same text, then the newest.

    Digits alone, as in a table, are the same in every language that nobody wrote them otherwise in.
    """
    own = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=translation.target_locale_id,
    )
    segments = StringSegment.objects.filter(~Exists(own), source_id=translation.source_id)
    strings = dict(segments.order_by().values_list("string_id", "string__data"))
    if not strings:
        return {}
    rows = StringTranslation.objects.filter(
        seen_by(user, translation),
        locale_id=translation.target_locale_id,
        translation_of_id__in=set(strings),
        has_error=False,
    ).exclude(tool_name=KEPT_AS)
    found: dict[int, list[str]] = {}
    elsewhere = []
    for string_id, words, key in rows.order_by("-updated_at", "-pk").values_list(
        "translation_of_id", "data", "context__object_id"
    ):
        if key == translation.source.object_id:
            found.setdefault(string_id, []).append(words)
        else:
            elsewhere.append((string_id, words))
    for string_id, words in elsewhere:
        found.setdefault(string_id, []).append(words)
    for string_id, words in strings.items():
        if words.isascii() and words.isdecimal():
            found.setdefault(string_id, []).append(words)
    return found


def name_draft(translation: Translation) -> None:
    """Lists of pages show the translated headline, as after one that was typed."""
    titles = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        context__path="title",
        locale_id=translation.target_locale_id,
        translation_of__in=translation.source.stringsegment_set.values("string"),
    )
    title = titles.values_list("data", flat=True).first()
    if title:
        pages = Page.objects.filter(translation_key=translation.source.object_id, locale=translation.target_locale_id)
        pages.update(draft_title=title)
