"""One registry of what is asked before something is published or signed (decision 0050).

A rule looks at a subject and says what is to be done, each time with the place. A room registers its rules where it
starts; whoever publishes, signs, proofreads or writes asks `rule_registry` and nothing else.
"""

import dataclasses
import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """What follows from what a rule finds."""

    BLOCKING = "blocking", _("Holds back")
    ADVISORY = "advisory", _("Worth a look")
    OFF = "off", _("Not asked")


ASKED_LEVELS = frozenset({Level.BLOCKING, Level.ADVISORY})


@dataclass(frozen=True)
class Passage:
    """One piece of a text and where it stands, in words. Two are the same that say the same at the same place."""

    place: str
    text: str
    #: The field it is written in; in a body the id of the block.
    field: str = dataclasses.field(default="", compare=False)
    block: str = dataclasses.field(default="", compare=False)
    #: Whether it is to be written in the language of the text, as names of people and files are not.
    is_of_language: bool = dataclasses.field(default=True, compare=False)
    #: What whoever asks knows it by.
    record: Any = dataclasses.field(default=None, compare=False)


@dataclass(frozen=True)
class Fault:
    """What a rule says: what to do, and the field or list where. Of a record chosen there its translation key."""

    message: str
    field: str = ""
    block: str = ""
    place: str = ""
    record: Any = None
    #: In a block of several fields, which of them.
    part: str = ""
    #: The language it is said of, where the rule looks at several.
    code: str = ""

    @classmethod
    def at(cls, passage: Passage, message: str) -> "Fault":
        """A fault on a passage."""
        return cls(message, passage.field, passage.block, passage.place, passage.record)


class House(Protocol):
    """What an institution has settled for its newsroom; see `newsroom.base.models.RuleSettings`."""

    headline_limit: int
    subheadline_limit: int
    summary_limit: int
    picture_long_side: int
    picture_short_side: int

    def level_of(self, rule: "Rule") -> Level:
        """What follows from a rule."""


class Text:
    """What rules look at, at the least."""

    code: str
    #: The day from which a date without a year is understood.
    day: datetime.date
    passages: Sequence[Passage]
    #: Whether readers see it already: it can always be corrected, so that little holds it back.
    is_public: bool


@dataclass(eq=False)
class PlainText(Text):
    """Some passages that nobody has published."""

    code: str
    day: datetime.date
    passages: Sequence[Passage]
    is_public: bool = False


class Rule:
    """One thing that is asked. A condition of publication holds back always, whatever a house has settled."""

    #: By which it is stored and found in the page.
    name: ClassVar[str]
    #: What it asks for, in a line, for those who settle what holds back.
    title: ClassVar[Any]
    level: ClassVar[Level] = Level.ADVISORY
    is_condition: ClassVar[bool] = False
    #: Whether it holds back what is public already too.
    holds_changes: ClassVar[bool] = False
    #: Of what it is asked: a class of subjects, those derived from it included.
    looks_at: ClassVar[type[Any]] = Text

    def look(self, subject: Any, house: House) -> Iterator[Fault]:
        """Say what is at fault in a subject."""
        raise NotImplementedError


@dataclass(frozen=True)
class Finding:
    """What was found, by which rule, in which language, and what follows from it."""

    rule: Rule
    level: Level
    fault: Fault
    code: str

    @property
    def message(self) -> str:
        """What to do."""
        return self.fault.message

    @property
    def is_blocking(self) -> bool:
        """Whether it keeps the text from being published."""
        return self.level == Level.BLOCKING


class RuleRegistry:
    """The rules of all rooms, in the order in which they were registered."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def register(self, *rules: type[Rule]) -> None:
        """Add rules; one that is there already stays. Raises ValueError for a name that another rule has."""
        for rule in rules:
            known = next((each for each in self.rules if each.name == rule.name), None)
            if known is None:
                self.rules.append(rule())
            elif type(known) is not rule:
                raise ValueError(f"Two rules are called {rule.name}.")

    def asked_of(self, subject: object) -> list[Rule]:
        """The rules that look at such a subject."""
        return [rule for rule in self.rules if isinstance(subject, rule.looks_at)]

    def findings(self, subject: Any, house: House, levels: Collection[Level] = ASKED_LEVELS) -> list[Finding]:
        """Everything that the rules of some levels find, what holds back first."""
        found = []
        for rule in self.asked_of(subject):
            level = level_for(rule, subject, house)
            if level in levels:
                faults = rule.look(subject, house)
                found += [Finding(rule, level, fault, fault.code or subject.code) for fault in faults]
        return sorted(found, key=lambda finding: not finding.is_blocking)


def level_for(rule: Rule, subject: Any, house: House) -> Level:
    """What follows from a rule for a subject: what is public is held back by the fewest."""
    level = house.level_of(rule)
    is_let_through = level == Level.BLOCKING and subject.is_public and not rule.holds_changes
    return Level.ADVISORY if is_let_through else level


def settled_level(rule: Rule, chosen: Mapping[str, str]) -> Level:
    """The level of a rule where a house has chosen some by the rules' names."""
    if rule.is_condition:
        return Level.BLOCKING
    said = chosen.get(rule.name, "")
    return Level(said) if said in Level.values else rule.level


rule_registry = RuleRegistry()
