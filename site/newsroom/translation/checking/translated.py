"""What the rules look at in a translation before somebody signs it."""

from collections.abc import Sequence
from functools import cached_property

from django.utils import timezone

from newsroom.base.rules.registry import Passage, PlainText
from newsroom.language.inline_tags import text_of_segment
from newsroom.language.script.letters import is_more_than_a_name
from newsroom.translation.signing.segments import TaskSegment


class Translated(PlainText):
    """The translated segments of a text, each a passage that knows its segment."""

    def __init__(self, segments: Sequence[TaskSegment]) -> None:
        code = segments[0].target_code if segments else ""
        super().__init__(code, timezone.now().date(), [passage_of(segment) for segment in segments])
        self.segments = segments

    @cached_property
    def source_code(self) -> str:
        """The language it is translated from."""
        return self.segments[0].source_code if self.segments else ""


def as_plain_text(segments: Sequence[TaskSegment]) -> PlainText:
    """Segments that stay as they are in the original, which nobody compares with it."""
    code = segments[0].target_code if segments else ""
    return PlainText(code, timezone.now().date(), [passage_of(segment) for segment in segments])


def passage_of(segment: TaskSegment) -> Passage:
    """A segment as rules of every text read it; one that stands as in the original is in no language of its own."""
    text = text_of_segment(segment.target or "")
    return Passage(segment.path, text, is_of_language=not is_left(segment, text), record=segment.pk)


def is_left(segment: TaskSegment, text: str) -> bool:
    """Whether a segment stands as in the original and is more than a name."""
    return text.strip() == text_of_segment(segment.source).strip() and is_more_than_a_name(text.strip())
