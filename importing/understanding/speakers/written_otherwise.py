"""Who speaks in texts without capitals: Chinese, where the verb stands last, and Arabic, where it stands first."""

import re
from dataclasses import dataclass

from importing.understanding.lexicon.role_words import HAN_ROLE
from importing.understanding.lexicon.vocabulary import any_word, word_list
from importing.understanding.lexicon.words import last_sentence
from importing.understanding.speakers.han import HAN_PARTS, HAN_VERB, HanPerson, han_standing, speaker_in
from importing.understanding.speakers.names import Name, names_in
from importing.understanding.speakers.people import FoundPerson
from importing.understanding.speakers.remembering import Attribution, Remembering
from importing.understanding.speakers.roles import StatedRole
from importing.understanding.speakers.subjects import without_quotations
from importing.understanding.speakers.uncased import described, has_verb, speaker_before

# Behind a quotation: dash, comma or bracket, then whoever said it.
LEADING_MARKS = " ,.;:–—―-*()（），。\u00a0"
HAN_PRONOUN = re.compile(any_word(word_list("pronouns", is_spaceless=True)))
#: How a name is written in its own language: "罗伯特·金（Robert King）".
LATIN_IN_BRACKETS = re.compile(r"[（(][A-Za-zÀ-ÿ .'’-]{2,60}[)）]")
HAN_SENTENCES = re.compile(r"[。！？”」]")
LONGEST_ATTRIBUTION = 320
MOST_BARE_WORDS = 4
LONGEST_HAN_GESTURE = 16
FURTHEST_HAN_VERB = 40


@dataclass
class WrittenOtherwise(Remembering):
    """Finds speakers where no capital tells a name."""

    def behind_han(self, gap: str) -> Attribution | None:
        verb = HAN_VERB.search(gap[:FURTHEST_HAN_VERB])
        if verb is not None:
            clause = HAN_PARTS.split(gap[verb.start() : FURTHEST_HAN_VERB])[0]
            end = verb.start() + [each.end() for each in HAN_VERB.finditer(clause)][-1]
            return self.told(self.han_speaker(gap[: verb.end()]), end)
        clause = HAN_PARTS.split(gap.lstrip(LEADING_MARKS))[0]
        if HAN_PRONOUN.match(clause) and len(clause) <= LONGEST_HAN_GESTURE:
            return self.told(self._han_named_earlier("") or self.last, len(clause) + 1)
        return None

    def told_uncased(self, found: FoundPerson | None, text: str) -> Attribution | None:
        """Return whoever a text without capitals names; a verb alone means who spoke last."""
        if found is None and has_verb(text[-160:]):
            earlier = self.earlier.rstrip().removesuffix(text.strip()).rstrip(LEADING_MARKS)
            found = speaker_before(last_sentence(earlier[-LONGEST_ATTRIBUTION:])) if earlier else None
            is_bare = len(text.split()) <= MOST_BARE_WORDS or has_verb(text.split()[-1])
            person = self.last if is_bare else None
        else:
            person = None
        if found is None:
            return self.told(person, len(text))
        person = self.people.find(found.name)
        role = found.standing.role or person.standing.role
        standing = StatedRole(role, found.standing.organisation or person.standing.organisation)
        self.people.note(person.name, standing)
        return self.told(FoundPerson(person.name, standing), len(text))

    def signed_uncased(self, line: str, length: int, is_dashed: bool) -> Attribution | None:
        found = described(line)
        is_signature = found is not None and (is_dashed or found.standing != StatedRole())
        return self.told_uncased(found, " " * length) if is_signature else None

    def han_speaker(self, clause: str) -> FoundPerson | None:
        """Read a Chinese clause, where the verb stands last: function, name, verb."""
        if not HAN_VERB.search(clause[-24:]) and not clause.rstrip().endswith(("：", ":")):
            return None
        clause = LATIN_IN_BRACKETS.sub("", clause)
        latin = [name for name in names_in(clause) if name.is_full]
        if latin:
            return self._latin_among_han(clause, latin[-1])
        found = speaker_in(clause, self.people.han_name)
        if found is not None:
            return self.han_person(found)
        if (known := self.people.with_part_in(clause)) is not None:
            return known
        if HAN_PRONOUN.match(clause.lstrip()):
            return self._han_named_earlier(clause) or self.last
        return self._han_titled(clause) or (self.last if HAN_PRONOUN.search(clause) else None)

    def _latin_among_han(self, clause: str, name: Name) -> FoundPerson:
        """Return a person whose name stands in Latin letters behind a function in Chinese."""
        person = self.person_of(clause, name)
        standing = (
            person.standing
            if person.standing.role
            else han_standing(HAN_PARTS.split(clause[: name.start].rstrip())[-1])
        )
        self.people.note(person.name, standing)
        return FoundPerson(person.name, standing)

    def _han_named_earlier(self, clause: str) -> FoundPerson | None:
        """Return who speaks in the sentence of the paragraph in front of this one."""
        earlier = without_quotations(self.earlier.rstrip().removesuffix(clause.strip())).rstrip("。！？ ")
        sentence = HAN_SENTENCES.split(earlier[-LONGEST_ATTRIBUTION:])[-1]
        verb = HAN_VERB.search(sentence)
        found = speaker_in(sentence[: verb.end()] if verb else sentence, self.people.han_name)
        return self.han_person(found) if found is not None else None

    def han_person(self, found: HanPerson) -> FoundPerson:
        known = self.people.find(found.name).standing
        role, organisation = found.standing.role or known.role, found.standing.organisation or known.organisation
        standing = StatedRole(role, organisation)
        self.people.note(found.name, standing)
        return FoundPerson(found.name, standing)

    def _han_titled(self, clause: str) -> FoundPerson | None:
        """Return the person meant by a function alone."""
        for role in HAN_ROLE.findall(clause):
            if (person := self.people.with_title(role)) is not None:
                return person
        return None
