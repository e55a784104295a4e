"""What the rules of the translators' desk find, as pairs of a segment and a sentence."""

from collections.abc import Iterable, Iterator, Sequence

from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Rule
from newsroom.translation.checking.fidelity import FIDELITY_RULES
from newsroom.translation.checking.translated import Translated
from newsroom.translation.signing.segments import TaskSegment


def faults_by(rules: Iterable[type[Rule]], segments: Sequence[TaskSegment]) -> Iterator[tuple[TaskSegment, str]]:
    """What some rules find in segments."""
    segments = [segment for segment in segments if segment.target is not None]
    by_number = {segment.pk: segment for segment in segments}
    for rule in rules:
        for fault in rule().look(Translated(segments), RuleSettings()):
            yield by_number[fault.record], fault.message


def unfaithful(segments: Sequence[TaskSegment]) -> Iterator[tuple[TaskSegment, str]]:
    """What translated segments lost or changed."""
    return faults_by(FIDELITY_RULES, segments)
