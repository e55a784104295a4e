"""What has been translated once is offered again (features.md, T4).

wagtail-localize keeps a translation by source string, language and place, and reuses it in that place only; the same
sentence in another release starts empty. Here every sound translation into a language is remembered, whatever
its place, and offered where its source is the same or nearly so.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Length
from django.utils.safestring import SafeString
from rapidfuzz import fuzz, process
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import StringTranslation, Translation

from newsroom.base.diffs import difference
from newsroom.translation.exchange.importing import store
from newsroom.translation.exchange.marks import BrokenMarksError, plain, same_marks
from newsroom.translation.exchange.units import Unit, translations_of

#: In hundredths of what two texts have in common.
NEAR = 75
MOST_OFFERED = 3
#: Two texts whose lengths differ by more than this cannot be so near: likeness is 2·shorter ÷ (shorter + longer).
SHORTEST_SHARE = NEAR / (200 - NEAR)
#: A shorter text, such as a label, is offered only where it is the same.
SHORTEST_NEAR = 12


@dataclass(frozen=True)
class Remembered:
    """A sentence that was translated somewhere."""

    pk: int
    source: str
    words: str
    string_id: int
    context_id: int


@dataclass(frozen=True)
class Offer:
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

    What one team holds under embargo is not told to another through its sentences.
    """
    pages = Page.objects.filter(locale_id__in=(translation.source.locale_id, translation.target_locale_id))
    policy = PagePermissionPolicy()
    own = policy.instances_user_has_any_permission_for(user, {"add", "change", "publish", "lock", "unlock"})
    public = pages.live().public().filter(locale_id=translation.source.locale_id)
    records = [kind.pk for kind in ContentType.objects.get_for_models(*models_of(user)).values()]
    return (
        Q(context__object_id__in=pages.filter(pk__in=own.values("pk")).values("translation_key"))
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
            .annotate(length=Length("translation_of__data"))
            .filter(length__gte=int(min(lengths) * SHORTEST_SHARE), length__lte=int(max(lengths) / SHORTEST_SHARE) + 1)
            .order_by("-updated_at", "-pk")
            .values_list("pk", "translation_of__data", "data", "translation_of_id", "context_id")
        )
        return [Remembered(*row) for row in rows]

    def offers_for(self, unit: Unit) -> list[Offer]:
        """What is remembered for a unit, the likest first; not what stands there already, nor anything twice."""
        offers: list[Offer] = []
        said = {unit.target} if unit.target else set()
        for string_id, likeness in self.matches(unit):
            for each in self.by_string[string_id]:
                own = each.context_id == unit.context_id and each.string_id == unit.string_id
                if own or each.words in said or len(offers) == MOST_OFFERED:
                    continue
                said.add(each.words)
                offers.append(Offer(each, likeness, difference(each.source, unit.source), is_usable(each.words, unit)))
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
    return unit.limit is None or len(plain(words)) <= unit.limit


@transaction.atomic
def take(chosen: Iterable[tuple[Offer, Unit]], translation: Translation, user: Any) -> None:
    """Write remembered words into units, in the name of who took them."""
    stored = translations_of(translation)
    for offer, unit in chosen:
        store(unit, offer.remembered.words, stored.get((unit.string_id, unit.context_id)), translation, user)
