"""Who has spoken, and what the document tells of them."""

from dataclasses import dataclass, field

from importing.understanding.lexicon.role_words import has_role_word, is_role_word
from importing.understanding.lexicon.words import source_words
from importing.understanding.speakers.cases import in_nominative
from importing.understanding.speakers.names import Name
from importing.understanding.speakers.people import (
    FoundPerson,
    People,
    description_behind,
    is_guessed,
    role_led,
    standing_in_front,
)
from importing.understanding.speakers.roles import StatedRole, read_role

BY_PLACE = "only its place tells the speaker"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker, how much of the text was needed to tell, and whether a verb or a signature tells."""

    person: FoundPerson
    length: int = 0
    is_certain: bool = True
    signal: str = "a verb of saying leads to the speaker"


@dataclass
class Remembering:
    """Tells speakers, remembering the last one for "she added"."""

    people: People
    last: FoundPerson | None = None
    #: What stands in front of the quotation in its paragraph, where "she added" finds who was named.
    earlier: str = ""
    #: A person whose line announces the paragraph of a number.
    heads: tuple[FoundPerson, int] | None = None
    #: The paragraphs that have been read as part of a quote.
    used: set[int] = field(default_factory=set)

    def told(self, person: FoundPerson | None, length: int, is_certain: bool = True) -> Attribution | None:
        if person is None:
            return None
        if is_certain:
            self.last = person
        return Attribution(person, length) if is_certain else Attribution(person, length, False, BY_PLACE)

    def is_likely(self, name: Name) -> bool:
        return name.is_full or self.people.knows(name.text) or has_role_word(name.title)

    def person_of(self, text: str, name: Name, in_front: str = "") -> FoundPerson:
        """Return the person a name means, with what this sentence adds to it.

        `in_front` is what stands between a verb and the name: "said the mayor of B, A".
        """
        text, name = in_nominative(text, name)
        person = self.people.find(name.text)
        beside = description_behind(text[name.end :])
        beside_standing = read_role(beside) if beside else StatedRole()
        if is_guessed(beside_standing) and (told := standing_in_front(text, name)).role:
            beside_standing = told
        if not beside_standing.role and in_front.rstrip().endswith(",") and has_role_word(in_front):
            beside_standing = read_role(role_led(in_front) or in_front)
        if not beside_standing.role and has_role_word(name.title):
            beside_standing = read_role(name.title)
        if not beside_standing.role and (led := standing_in_front(text, name)).role:
            beside_standing = StatedRole(led.role, led.organisation or beside_standing.organisation)
        known = person.standing
        standing = StatedRole(beside_standing.role or known.role, beside_standing.organisation or known.organisation)
        self.people.note(person.name, standing)
        return FoundPerson(person.name, standing)

    def titled(self, text: str) -> FoundPerson | None:
        """Return the person meant by a function alone, as in "the mayor said"."""
        for word in source_words(text):
            if is_role_word(word.text):
                role = (self.last.standing.role or "") if self.last else ""
                is_last = word.text.casefold() in role.casefold().split()
                return self.last if is_last else self.people.with_title(word.text)
        return None
