"""The people a document names, each of them once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from importing.reading import SourceParagraph
from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.role_words import has_role_word, is_role_word
from importing.understanding.lexicon.speech_verbs import is_speech_verb
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.lexicon.words import first_sentence
from importing.understanding.speakers.han import han_people_in
from importing.understanding.speakers.names import HONORIFICS, PARTICLES, Name, full_names_in
from importing.understanding.speakers.roles import StatedRole, read_role
from newsroom.language.script.letters import HAN

# Words that begin what somebody did and not what somebody is.
RELATIVE_WORDS = word_list("relative_words")
#: What joins two people or two statements, and no function to its name.
NO_LINK = (word_list("relative_words") | word_list("auxiliaries")) - PARTICLES - word_list("before_objects")
ARTICLES = re.compile(pattern_for("articles", "indefinite"), re.IGNORECASE)
AT_ORGANISATION = re.compile(rf"{pattern_for('at_organisation')}\s+(?:{pattern_for('articles')}\s+)?(?=[A-ZÀ-ÞА-Я])")
ARTICLE_BEFORE = re.compile(rf"(?:{pattern_for('and')}\s+)?{pattern_for('articles')}(?:\s+|(?<=['’]))", re.IGNORECASE)
INDEFINITE = re.compile(rf"{pattern_for('indefinite')}\s", re.IGNORECASE)
#: "A, 58," and "A, 58 years old,".
AGE = re.compile(r"\d{1,3}(?:\s[^\W\d]+){0,2}")
PART_END = re.compile(r"[,;:()]|\.\s")
CLAUSE_END = re.compile(r"[,;:.!?)]\s+|[—–]\s+|(?<=[”»“])\s*,\s+")
POINTS = re.compile(r"[·・‧•]")
MOST_LED_WORDS = 10
LONGEST_STANDING = 220
MOST_WORDS_WITHOUT_ROLE = 4
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
    _pointed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def named_in(cls, paragraphs: Iterable[SourceParagraph], everything: Iterable[SourceParagraph] = ()) -> "People":
        """Read the people of some paragraphs; `everything` tells what a document always writes together."""
        people = cls()
        people._han_text = "\n".join(each.text for each in everything if HAN.search(each.text[:LONGEST_SEARCHED]))
        for paragraph in paragraphs:
            if len(paragraph.text) <= LONGEST_SEARCHED:
                people.read(paragraph.text)
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
        if HAN.search(text):
            for person in han_people_in(text, self.han_name):
                self.note(person.name, person.standing)

    def note(self, name: str, standing: StatedRole) -> None:
        """Remember a name; the fullest description of a person is kept."""
        known = self._standings.get(name)
        if known is None:
            for part in {word.casefold() for word in name.split()}:
                self._by_part.setdefault(part, []).append(name)
            self._pointed.update({part: name for part in POINTS.split(name)[1:] if len(part) > 1})
        if known is None or (not known.role and (standing.role or standing.organisation)):
            self._standings[name] = standing
        elif known.role and standing.role and not known.organisation and _is_same_role(known.role, standing.role):
            self._standings[name] = StatedRole(known.role, standing.organisation)

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

    def with_part_in(self, clause: str) -> FoundPerson | None:
        """Return the person of whose pointed name a part stands in a clause that writes no spaces: "奥孔乔还指出"."""
        return next((self.find(name) for part, name in self._pointed.items() if part in clause), None)

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


def _is_same_role(first: str, second: str) -> bool:
    one, other = set(first.casefold().split()), set(second.casefold().split())
    return one <= other or other <= one


def standing_beside(text: str, name: Name) -> StatedRole:
    """Return the standing told behind a name, between commas, or in front of it."""
    behind = description_behind(text[name.end : name.end + 2 * LONGEST_STANDING])
    in_front = standing_in_front(text, name)
    if behind and (standing := read_role(behind)) != StatedRole():
        if is_guessed(standing) and in_front.role:
            return in_front
        return standing if standing.role else StatedRole(in_front.role, standing.organisation or in_front.organisation)
    return in_front


def is_guessed(standing: StatedRole) -> bool:
    """Whether a function has no word that functions have: it may be how the sentence goes on."""
    return bool(standing.role) and not has_role_word(standing.role or "")


def standing_in_front(text: str, name: Name) -> StatedRole:
    """Return the standing told in front of a name: "Mayor A", "the mayor of B, A", "postgraduate student A"."""
    if has_role_word(name.title):
        return read_role(name.title)
    in_front = text[max(0, name.start - LONGEST_STANDING) : name.start]
    if in_front.endswith(name.title + " ") and name.title:
        in_front = in_front[: -len(name.title) - 1]
    led = role_led(in_front)
    return read_role(led) if led else StatedRole()


def role_led(in_front: str) -> str | None:
    """Return the function that leads up to a name: from its article or first word on, over "of" and a comma."""
    clause = CLAUSE_END.split(in_front.removesuffix(" ").removesuffix(","))[-1]
    words = clause.split()
    while words and words[-1].strip(".,").casefold() in HONORIFICS:
        words.pop()
    roles = [
        index for index, word in enumerate(words) if is_role_word(word.strip('«»“”"(')) and not is_speech_verb(word)
    ]
    if not roles or len(words) - roles[0] > MOST_LED_WORDS:
        return None
    first = roles[0]
    while first and _belongs_to_role(words[first - 1]):
        first -= 1
    between = words[roles[0] : len(words)]
    if any(is_speech_verb(word.strip(",")) or word.casefold() in NO_LINK for word in between):
        return None
    return " ".join(words[first:]).strip(" ,") or None


def _belongs_to_role(word: str) -> bool:
    """Whether a word in front of a function still tells it: "postgraduate student", "исполнительный директор"."""
    bare = word.strip('«»“”"(')
    if not bare or not bare[0].isalpha() or bare[-1] in ",.;:" or is_common_word(bare) or is_speech_verb(bare):
        return False
    return bare.casefold() not in NO_LINK and (ARTICLES.fullmatch(bare) is None)


def description_behind(text: str) -> str:
    """Return the description that follows a name: ", mayor of a city" or "(mayor of a city)".

    What somebody did, as in ", who opened the meeting", is no description.
    """
    sentence = first_sentence(text).partition(";")[0].partition("；")[0]
    stripped = sentence.lstrip("* ")
    if stripped.startswith("(") and ")" in stripped:
        inside = stripped[1 : stripped.index(")")]
        return inside if has_role_word(inside) or _names_organisation(inside) else ""
    if (at := AT_ORGANISATION.match(stripped)) is not None:
        named = PART_END.split(stripped[at.end() :])[0].strip(" .:*")
        return _up_to_verb(named) if _names_organisation(named) else ""
    if not stripped.startswith((",", "，", "–", "—", " –", " —")):
        return ""
    parts = [part.strip() for part in stripped[1:].split(",")]
    if _is_of_the_next(parts):
        return ""
    kept: list[str] = []
    for part in parts:
        if AGE.fullmatch(part):
            continue
        if not part or _tells_an_act(part) or (kept and not _describes(part)):
            break
        kept.append(_up_to_verb(part))
        if kept[-1] != part:
            break
    description = ", ".join(kept).strip(" .;:—–*")
    return description if len(description) <= LONGEST_STANDING else ""


def _is_of_the_next(parts: list[str]) -> bool:
    """Whether a function with its article leads to the next name: "A, the mayor of B, C"."""
    if len(parts) < 2 or not ARTICLE_BEFORE.match(parts[0]):
        return False
    names = full_names_in(parts[1])
    return bool(names) and names[0].start == 0


def _names_organisation(text: str) -> bool:
    words = text.split()
    return any(is_organisation_word(word) for word in words) or (len(words) == 1 and text.isupper() and len(text) > 1)


def _up_to_verb(part: str) -> str:
    """Return a description without the verb that may follow it: "CEO of X commented"."""
    words = part.split(" ")
    verbs = [
        index for index, word in enumerate(words) if index and word[:1].islower() and is_speech_verb(word.rstrip(":"))
    ]
    return " ".join(words[: verbs[0]]) if verbs else part


def _tells_an_act(part: str) -> bool:
    first = part.split(maxsplit=1)[0]
    if "“" in part or "«" in part or "„" in part:
        return True
    if part[0] in '"“«„‘–—' or part[-1] in "”»":
        return True
    if first.casefold() in RELATIVE_WORDS or is_speech_verb(first):
        return True
    if has_role_word(part) or not part[0].islower():
        return False
    if INDEFINITE.match(part):
        return len(part.split()) > MOST_WORDS_WITHOUT_ROLE
    unknown = is_common_word(first) and AT_ORGANISATION.match(part) is None
    return unknown or len(part.split()) > MOST_WORDS_WITHOUT_ROLE


def _describes(part: str) -> bool:
    """Whether a further part between commas still describes the person."""
    return part[0].isupper() or has_role_word(part)
