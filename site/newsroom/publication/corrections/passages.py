"""A page as named passages of text, for people who compare two versions of it."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from newsroom.base.rules.registry import Passage
from newsroom.language.script.cutting import cut_text

if TYPE_CHECKING:
    from newsroom.publication.models.edition import RecordedInEditions

#: So many characters of what it said and says are offered and kept.
LONGEST_TEXT = 1000


class ChangedPassage(NamedTuple):
    """A passage that reads otherwise in a newer version; one of the two is empty where it came or went."""

    place: str
    said: str
    says: str


def changes_between(before: "RecordedInEditions", after: "RecordedInEditions") -> list[ChangedPassage]:
    """The passages that differ, each beside what took its place, in order."""
    old = [passage for passage in before.passages() if passage.text]
    new = [passage for passage in after.passages() if passage.text]
    found: list[ChangedPassage] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            found.extend(beside_each_other(old[old_start:old_end], new[new_start:new_end]))
    return found


def beside_each_other(old: list[Passage], new: list[Passage]) -> Iterator[ChangedPassage]:
    """Passages that went and those that came in their place, matched by where they stand and then by order."""
    waiting = list(new)
    for passage in old:
        match = next((each for each in waiting if each.place == passage.place), None)
        if match:
            waiting.remove(match)
        yield ChangedPassage(passage.place, passage.text, match.text if match else "")
    for passage in waiting:
        yield ChangedPassage(passage.place, "", passage.text)


def proposed(changes: list[ChangedPassage], side: str) -> str:
    """What an officer is offered as "it said" or "it says": the changed passages of one side, a line each."""
    texts = (getattr(change, side) for change in changes)
    return cut_text("\n".join(text for text in texts if text), LONGEST_TEXT, "…")
