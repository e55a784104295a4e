"""The people a document names, each of them once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from importing.reading import SourceParagraph
from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.speech_verbs import is_speech_verb
from importing.understanding.lexicon.vocabulary import word_list
from importing.understanding.lexicon.words import first_sentence
from importing.understanding.speakers.names import Name, full_names_in
from importing.understanding.speakers.roles import StatedRole, read_role
from newsroom.language.script.letters import HAN

# Words that begin what somebody did and not what somebody is.
RELATIVE_WORDS = word_list("relative_words")
LONGEST_STANDING = 220
MOST_WORDS_WITHOUT_ROLE = 6
LONGEST_SEARCHED = 20_000


NOTHING_KNOWN = StatedRole()


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person and what the document says of them first."""

    name: str
    standing: StatedRole = NOTHING_KNOWN


@dataclass
class People:
    """A register of full names, in which a surname, a first name or a title finds its person.

    The import contract: a speaker named once in full and later by surname or
    title is one person.
    """

    _by_part: dict[str, list[str]] = field(default_factory=dict)
    _standings: dict[str, StatedRole] = field(default_factory=dict)
    _han_text: str = ""

    @classmethod
    def named_in(cls, paragraphs: Iterable[SourceParagraph]) -> "People":
        people = cls()
        for paragraph in paragraphs:
            if len(paragraph.text) <= LONGEST_SEARCHED:
                people.read(paragraph.text)
                if HAN.search(paragraph.text):
                    people._han_text += paragraph.text
        return people

    def han_name(self, candidate: str) -> str:
        """Return how much of a few Chinese characters is a name: what the document always writes together."""
        short = candidate[:2]
        together = self._han_text.count(candidate)
        return candidate if len(candidate) <= 2 or self._han_text.count(short) <= together else short

    def read(self, text: str) -> None:
        """Take note of every full name in a text and of what stands beside it."""
        for name in full_names_in(text):
            self.note(name.text, standing_beside(text, name))

    def note(self, name: str, standing: StatedRole) -> None:
        """Remember a name; the fullest description of a person is kept."""
        known = self._standings.get(name)
        if known is None:
            for part in {word.casefold() for word in name.split()}:
                self._by_part.setdefault(part, []).append(name)
        if known is None or (not known.role and (standing.role or standing.organisation)):
            self._standings[name] = standing

    def find(self, name: str) -> FoundPerson:
        """Return the person that a name means, with the standing known so far."""
        full = self._full_name(name)
        return FoundPerson(full, self._standings.get(full, StatedRole()))

    def knows(self, name: str) -> bool:
        """Whether a part of a name belongs to somebody named in full."""
        return any(word.casefold() in self._by_part for word in name.split())

    def with_title(self, title: str) -> FoundPerson | None:
        """Return the only person whose role has these words, or None."""
        wanted = {word.casefold() for word in title.split()}
        found = [
            name
            for name, standing in self._standings.items()
            if standing.role and wanted <= {word.casefold() for word in standing.role.split()}
        ]
        return self.find(found[0]) if len(found) == 1 else None

    def _full_name(self, name: str) -> str:
        if name in self._standings:
            described = self._standings[name]
            if described.role or described.organisation:
                return name
        words = [word.casefold() for word in name.split()]
        candidates = [
            full
            for full in self._by_part.get(words[-1], [])
            if full != name and set(words) <= {word.casefold() for word in full.split()}
        ]
        surnames = [full for full in candidates if full.casefold().split()[-1] == words[-1]]
        described_names = [full for full in surnames or candidates if self._standings[full] != StatedRole()]
        return next(iter(described_names or surnames or candidates), name)


def standing_beside(text: str, name: Name) -> StatedRole:
    """Return the standing told behind a name, between commas, or in front of it."""
    behind = description_behind(text[name.end : name.end + 2 * LONGEST_STANDING])
    if behind:
        return read_role(behind)
    return read_role(name.title) if has_role_word(name.title) else StatedRole()


def description_behind(text: str) -> str:
    """Return the description that follows a name: ", mayor of a city" or "(mayor of a city)".

    What somebody did, as in ", who opened the meeting", is no description.
    """
    sentence = first_sentence(text)
    stripped = sentence.lstrip("* ")
    if stripped.startswith("(") and ")" in stripped:
        inside = stripped[1 : stripped.index(")")]
        return inside if has_role_word(inside) else ""
    if not stripped.startswith((",", "，", "–", "—", " –", " —")):
        return ""
    parts = [part.strip() for part in stripped[1:].split(",")]
    kept: list[str] = []
    for part in parts:
        if not part or _tells_an_act(part) or (kept and not _describes(part)):
            break
        kept.append(_up_to_verb(part))
        if kept[-1] != part:
            break
    description = ", ".join(kept).strip(" .;:—–")
    return description if len(description) <= LONGEST_STANDING else ""


def _up_to_verb(part: str) -> str:
    """Return a description without the verb that may follow it: "CEO of X commented"."""
    words = part.split(" ")
    verbs = [
        index for index, word in enumerate(words) if index and word[:1].islower() and is_speech_verb(word.rstrip(":"))
    ]
    return " ".join(words[: verbs[0]]) if verbs else part


def _tells_an_act(part: str) -> bool:
    first = part.split(maxsplit=1)[0]
    if part[0] in '"“«„‘':
        return True
    if first.casefold() in RELATIVE_WORDS or is_speech_verb(first):
        return True
    return part[0].islower() and not has_role_word(part) and len(part.split()) > MOST_WORDS_WITHOUT_ROLE


def _describes(part: str) -> bool:
    """Whether a further part between commas still describes the person."""
    return part[0].isupper() or has_role_word(part)
