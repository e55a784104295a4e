"""Who said the words between quotation marks: what stands before them and behind."""

import itertools
import re
from dataclasses import dataclass, field, replace

from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.quotation_marks import quotations_in
from importing.understanding.lexicon.role_words import HAN_ROLE, has_role_word, is_role_word
from importing.understanding.lexicon.speech_verbs import (
    AUXILIARIES,
    first_verb,
    is_pronoun,
    is_speech_verb,
    last_verb,
)
from importing.understanding.lexicon.vocabulary import any_word, pattern_for, word_list
from importing.understanding.lexicon.words import (
    SourceWord,
    first_sentence,
    last_sentence,
    sentence_starts,
    source_words,
    word_count,
)
from importing.understanding.speakers.cases import in_nominative
from importing.understanding.speakers.han import HAN_PARTS, HAN_VERB, HanPerson, han_item, han_standing, speaker_in
from importing.understanding.speakers.names import Name, names_in
from importing.understanding.speakers.people import (
    FoundPerson,
    People,
    RELATIVE_WORDS,
    description_behind,
    is_guessed,
    role_led,
    standing_in_front,
)
from importing.understanding.speakers.roles import StatedRole, read_role
from importing.understanding.speakers.uncased import described, has_verb, is_uncased, speaker_before, speaker_behind
from newsroom.language.script.letters import HAN

# Behind a quotation: dash, comma or bracket, then whoever said it.
LEADING_MARKS = " ,.;:–—―-*()（），。\u00a0"

# A speaker is named without these; behind them stands whoever is spoken of.
BEFORE_OBJECTS = word_list("before_objects")
#: What leads from a verb to the words that were said.
BEFORE_WORDS_SAID = word_list("before_words_said")
REFLEXIVE = re.compile(rf"(?:{pattern_for('reflexives')})(?!\w)", re.IGNORECASE)
ACCORDING_TO = re.compile(rf"{pattern_for('according_to')}(?:\s|(?<=['’]))", re.IGNORECASE)
#: Words for a person that repeat no function told before: "the official", "la mandataria".
STAND_INS = word_list("stand_ins")
HAN_PRONOUN = re.compile(any_word(word_list("pronouns", is_spaceless=True)))

DASHES = "–—―-"
BY_SIGNATURE = "a signature names the speaker"
BY_PLACE = "only its place tells the speaker"
#: How a name is written in its own language: "罗伯特·金（Robert King）".
LATIN_IN_BRACKETS = re.compile(r"[（(][A-Za-zÀ-ÿ .'’-]{2,60}[)）]")
HAN_SENTENCES = re.compile(r"[。！？”」]")
LONGEST_ATTRIBUTION = 320
LONGEST_SIGNATURE_WORDS = 35
MOST_BARE_WORDS = 4
MOST_SENTENCES_BACK = 3
MOST_LEADING_WORDS = 14
LONGEST_ACCORDING = 160
MOST_WORDS_OF_SPEAKER = 24
SHORTEST_VERB = 3
LONGEST_HAN_GESTURE = 16
COMMAS = (",", "،")
FURTHEST_SUBJECT = 60
BARE_VERB_BEGINS = 24


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker, how much of the text was needed to tell, and whether a verb or a signature tells."""

    person: FoundPerson
    length: int = 0
    is_certain: bool = True
    signal: str = "a verb of saying leads to the speaker"


@dataclass
class Attributing:
    """Finds speakers, remembering the last one for "she added"."""

    people: People
    last: FoundPerson | None = None
    #: What stands in front of the quotation in its paragraph, where "she added" finds who was named.
    earlier: str = ""
    #: A person whose line announces the paragraph of a number.
    heads: tuple[FoundPerson, int] | None = None
    #: The paragraphs that have been read as part of a quote.
    used: set[int] = field(default_factory=set)

    def behind(self, gap: str) -> Attribution | None:
        """Read the text behind a quotation: "said A, mayor of B." or "A said."."""
        if HAN.search(gap[:40]):
            return self._behind_han(gap)
        if is_uncased(gap.lstrip(LEADING_MARKS)):
            return self._told_uncased(speaker_behind(gap.strip(LEADING_MARKS)), gap)
        start = len(gap) - len(gap.lstrip(LEADING_MARKS))
        sentence = first_sentence(gap[start : start + LONGEST_ATTRIBUTION])
        words = source_words(sentence)
        verb = first_verb(words)
        if verb is None:
            if ACCORDING_TO.match(sentence):
                return self._told(self._subject(sentence), start + len(sentence))
            return self._by_place(gap, sentence, words, start)
        if verb > 0 and not _may_precede_verb(words[:verb]):
            return None
        person = self._speaker_around(sentence, words[verb])
        return self._told(person, start + len(sentence))

    def _behind_han(self, gap: str) -> Attribution | None:
        verb = HAN_VERB.search(gap[:40])
        if verb is not None:
            return self._told(self._han_speaker(gap[: verb.end()]), verb.end())
        clause = HAN_PARTS.split(gap.lstrip(LEADING_MARKS))[0]
        if HAN_PRONOUN.match(clause) and len(clause) <= LONGEST_HAN_GESTURE:
            return self._told(self._han_named_earlier("") or self.last, len(clause) + 1)
        return None

    def _has_subject(self, clause: str, words: list[SourceWord]) -> bool:
        """Whether a sentence that leads to no words names anybody who could have said those behind it."""
        names = any(self._is_likely(name) for name in names_in(clause))
        return names or any(is_pronoun(word.text) or is_role_word(word.text) for word in words)

    def _by_place(self, gap: str, sentence: str, words: list[SourceWord], start: int) -> Attribution | None:
        """Read who stands behind a comma and a verb that no list has: "…”, mused A.", "…», matiza."."""
        is_led = gap.lstrip()[:1] in COMMAS and words and words[0].text[0].islower() and len(words) <= MOST_WORDS_OF_SPEAKER
        if not is_led or words[0].text.casefold() in RELATIVE_WORDS | BEFORE_OBJECTS:
            return None
        if len(words) == 1 and len(words[0].text) > SHORTEST_VERB:
            return self._told(self._named_earlier() or self.last, start + len(sentence))
        names = [name for name in names_in(sentence) if self._is_likely(name)]
        if not names or names[0].start > FURTHEST_SUBJECT or _is_object(sentence, names[0]):
            return None
        return self._told(self._person(sentence, names[0], sentence[: names[0].start]), start + len(sentence))

    def before(self, text: str, may_be_sentence_before: bool) -> Attribution | None:
        """Read the text in front of a quotation: "A said:" or a whole sentence that tells who speaks."""
        stripped = text.rstrip(" \u00a0")
        clause = last_sentence(stripped[-2 * LONGEST_ATTRIBUTION :])
        if is_uncased(clause):
            return self._told_uncased(speaker_before(clause), clause)
        if HAN.search(clause) and (person := self._han_speaker(clause)):
            return self._told(person, len(clause))
        if ACCORDING_TO.match(clause.lstrip()) and len(clause) < LONGEST_ACCORDING and self._subject(clause) is not None:
            return self._told(self._subject(clause), len(clause))
        ends_open = stripped.endswith((":", "：", ",", "，", "–", "—")) or _ends_in_conjunction(clause)
        if not ends_open and not may_be_sentence_before:
            return None
        words = source_words(clause)
        if not ends_open and not self._has_subject(clause, words):
            return None
        verb = last_verb(words)
        if verb is None and ACCORDING_TO.match(clause.lstrip()) and stripped.endswith(","):
            person = self._subject(clause) or self._titled(clause) or self._stood_for(clause)
            return self._told(person, len(clause))
        if verb is None and not stripped.endswith((":", "：")):
            return None
        if verb is None:
            person = self._subject(clause) or self._titled(clause) or self._only_one(clause)
            return self._told(person, len(clause), is_certain=ACCORDING_TO.match(clause.lstrip()) is not None)
        return self._told(self._speaker_before(clause, words[verb]), len(clause))

    def signature(self, text: str) -> Attribution | None:
        """Read a signature: the name, then function and organisation, and nothing else."""
        line = text.strip(LEADING_MARKS)
        if not line or word_count(line) > LONGEST_SIGNATURE_WORDS:
            return None
        if is_uncased(line):
            return self._signed_uncased(line, len(text), text.lstrip()[:1] in DASHES)
        if HAN.search(line[:40]):
            signed = han_item(line, self.people.han_name)
            return self._told(self._han_person(signed), len(text)) if signed else None
        names = names_in(line)
        if not names or not names[0].is_full:
            return None
        if names[0].start > 0 and not _is_title(line[: names[0].start]):
            return None
        rest = line[names[0].end :].strip(" *")
        if rest and rest[0] not in ",–—-(|/:;" and not has_role_word(rest.split(maxsplit=1)[0]):
            return None
        if first_verb(source_words(rest)) is not None and "," not in rest:
            return None
        standing = read_role(rest.strip(" ,–—-()|/:;*")) if rest else read_role(names[0].title)
        self.people.note(names[0].text, standing)
        told = self._told(FoundPerson(self.people.find(names[0].text).name, standing), len(text))
        return replace(told, signal=BY_SIGNATURE) if told else None

    def _told_uncased(self, found: FoundPerson | None, text: str) -> Attribution | None:
        """Return whoever a text without capitals names; a verb alone means who spoke last."""
        if found is None and has_verb(text[-160:]):
            earlier = self.earlier.rstrip().removesuffix(text.strip()).rstrip(LEADING_MARKS)
            found = speaker_before(last_sentence(earlier[-LONGEST_ATTRIBUTION:])) if earlier else None
            is_bare = len(text.split()) <= MOST_BARE_WORDS or has_verb(text.split()[-1])
            person = self.last if is_bare else None
        else:
            person = None
        if found is None:
            return self._told(person, len(text))
        person = self.people.find(found.name)
        role = found.standing.role or person.standing.role
        standing = StatedRole(role, found.standing.organisation or person.standing.organisation)
        self.people.note(person.name, standing)
        return self._told(FoundPerson(person.name, standing), len(text))

    def _signed_uncased(self, line: str, length: int, is_dashed: bool) -> Attribution | None:
        found = described(line)
        is_signature = found is not None and (is_dashed or found.standing != StatedRole())
        return self._told_uncased(found, " " * length) if is_signature else None

    def _told(self, person: FoundPerson | None, length: int, is_certain: bool = True) -> Attribution | None:
        if person is None:
            return None
        if is_certain:
            self.last = person
        return Attribution(person, length) if is_certain else Attribution(person, length, False, BY_PLACE)

    def _speaker_around(self, sentence: str, verb: SourceWord) -> FoundPerson | None:
        """Return who stands beside a verb: in front of it if anybody does, else behind."""
        names = names_in(sentence)
        if in_front := [name for name in names if name.end <= verb.start]:
            return self._person(sentence, _first_subject(sentence, in_front))
        if is_pronoun(verb.text) or any(is_pronoun(word.text) for word in source_words(sentence)[:4]):
            return self._named_earlier() or self.last
        if behind := [name for name in names if name.start >= verb.end]:
            name = _first_subject(sentence, [name for name in behind if self._is_likely(name)] or behind)
            return self._person(sentence, name, sentence[verb.end : name.start])
        return self._titled(sentence) or self._stood_for(sentence) or self._who_spoke_of_nobody(sentence, verb)

    def _speaker_before(self, clause: str, verb: SourceWord) -> FoundPerson | None:
        """Return whose verb it is: the name nearest in front of it, or the first behind."""
        names = names_in(clause)
        in_front = [
            name
            for name in names
            if name.end <= verb.start
            and (self._is_likely(name) or _is_called(clause, name))
            and not _is_object(clause, name)
        ]
        if in_front:
            return self._person(clause, _subject_of(clause, in_front, verb))
        pronouns = [word for word in source_words(clause) if is_pronoun(word.text) and word.start < verb.end]
        if pronouns or is_pronoun(verb.text):
            return self._named_earlier(clause) or self.last
        behind = [name for name in names if name.start >= verb.end and self._is_likely(name)]
        if behind:
            return self._person(clause, behind[0])
        return self._titled(clause) or self._stood_for(clause) or self._who_spoke_of_nobody(clause, verb)

    def _stood_for(self, text: str) -> FoundPerson | None:
        """Return who is meant by a word that repeats no function: "said the official"."""
        words = [word.text for word in source_words(text)]
        if any(word.casefold() in STAND_INS for word in words):
            return self._named_earlier(text) or self.last
        if not any(map(is_role_word, words)):
            return None
        return self._named_earlier(text) if self.earlier.strip() else self.last

    def _who_spoke_of_nobody(self, sentence: str, verb: SourceWord) -> FoundPerson | None:
        """Return who was spoken of, where a verb stands alone: "…, lembrou."."""
        if len(source_words(sentence)) > MOST_BARE_WORDS or verb.start > BARE_VERB_BEGINS:
            return None
        return self._named_earlier() or self.last

    def _named_earlier(self, clause: str = "") -> FoundPerson | None:
        """Return who does something in the sentence before this one in the paragraph."""
        earlier = self.earlier.rstrip()
        if clause and earlier.endswith(clause.rstrip()):
            earlier = earlier[: len(earlier) - len(clause.rstrip())]
        earlier = _without_quotations(earlier[-3 * LONGEST_ATTRIBUTION :]).rstrip(LEADING_MARKS)
        for _ in range(MOST_SENTENCES_BACK):
            sentence = last_sentence(earlier)
            names = [name for name in names_in(sentence) if self._is_likely(name)]
            subjects = [name for name in names if not _is_object(sentence, name) or has_role_word(name.title)]
            chosen = _in_front_of_verb(sentence, subjects) or subjects or [name for name in names if name.is_full][:1]
            found = self._person(sentence, chosen[0]) if chosen else self._titled(sentence)
            earlier = earlier[: len(earlier) - len(sentence)].rstrip(LEADING_MARKS)
            if found is not None or not earlier:
                return found
        return None

    def _subject(self, clause: str) -> FoundPerson | None:
        """Return the first full name of a clause that ends in a colon, or somebody known."""
        led = ACCORDING_TO.match(clause.lstrip()) is not None
        for name in names_in(clause):
            if self._is_likely(name) and (led or not _is_object(clause, name)):
                return self._person(clause, name)
        return None

    def _only_one(self, clause: str) -> FoundPerson | None:
        """Return the only person of a short clause that ends in a colon: "The same was found by A:"."""
        names = [name for name in names_in(clause) if name.is_full]
        return self._person(clause, names[0]) if len(names) == 1 and word_count(clause) <= MOST_LEADING_WORDS else None

    def of_sentence(self, text: str) -> Attribution | None:
        """Read a sentence without a verb of saying, whose subject alone can have said the sentence behind it."""
        person = self._named_first(last_sentence(text.rstrip()[-LONGEST_ATTRIBUTION:]))
        return self._told(person, len(text), is_certain=False)

    def hear(self, text: str) -> None:
        """Take note of who speaks or stands first in a paragraph without quotations, for "she added" in the next."""
        spoke = self.last
        for start, end in itertools.pairwise([*sentence_starts(text), len(text)]):
            self.before(text[start:end].strip(), may_be_sentence_before=True)
        if self.last is spoke and not HAN.search(text[:40]) and not is_uncased(text):
            self.last = self._named_first(first_sentence(text)) or self._named_first(last_sentence(text)) or spoke

    def _named_first(self, sentence: str) -> FoundPerson | None:
        """Return the only person of a sentence, where a function or nothing stands in front: "Mayor A opened …"."""
        names = [name for name in names_in(sentence) if self._is_likely(name)]
        if len(names) != 1 or names[0].start > FURTHEST_SUBJECT or _is_object(sentence, names[0]):
            return None
        person = self._person(sentence, names[0])
        return person if person.standing.role or (self.last is None and names[0].is_full) else None

    def _is_likely(self, name: Name) -> bool:
        return name.is_full or self.people.knows(name.text) or has_role_word(name.title)

    def _person(self, text: str, name: Name, in_front: str = "") -> FoundPerson:
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

    def _titled(self, text: str) -> FoundPerson | None:
        """Return the person meant by a function alone, as in "the mayor said"."""
        for word in source_words(text):
            if is_role_word(word.text):
                role = (self.last.standing.role or "") if self.last else ""
                is_last = word.text.casefold() in role.casefold().split()
                return self.last if is_last else self.people.with_title(word.text)
        return None

    def _han_speaker(self, clause: str) -> FoundPerson | None:
        """Read a Chinese clause, where the verb stands last: function, name, verb."""
        if not HAN_VERB.search(clause[-24:]) and not clause.rstrip().endswith(("：", ":")):
            return None
        clause = LATIN_IN_BRACKETS.sub("", clause)
        latin = [name for name in names_in(clause) if name.is_full]
        if latin:
            return self._latin_among_han(clause, latin[-1])
        found = speaker_in(clause, self.people.han_name)
        if found is not None:
            return self._han_person(found)
        if (known := self.people.with_part_in(clause)) is not None:
            return known
        if HAN_PRONOUN.match(clause.lstrip()):
            return self._han_named_earlier(clause) or self.last
        return self._han_titled(clause) or (self.last if HAN_PRONOUN.search(clause) else None)

    def _latin_among_han(self, clause: str, name: Name) -> FoundPerson:
        """Return a person whose name stands in Latin letters behind a function in Chinese."""
        person = self._person(clause, name)
        standing = (
            person.standing
            if person.standing.role
            else han_standing(HAN_PARTS.split(clause[: name.start].rstrip())[-1])
        )
        self.people.note(person.name, standing)
        return FoundPerson(person.name, standing)

    def _han_named_earlier(self, clause: str) -> FoundPerson | None:
        """Return who speaks in the sentence of the paragraph in front of this one."""
        earlier = _without_quotations(self.earlier.rstrip().removesuffix(clause.strip())).rstrip("。！？ ")
        sentence = HAN_SENTENCES.split(earlier[-LONGEST_ATTRIBUTION:])[-1]
        verb = HAN_VERB.search(sentence)
        found = speaker_in(sentence[: verb.end()] if verb else sentence, self.people.han_name)
        return self._han_person(found) if found is not None else None

    def _han_person(self, found: HanPerson) -> FoundPerson:
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


def _without_quotations(text: str) -> str:
    """Return a text without the words that somebody said: who is named in them does not speak."""
    for quotation in reversed([each for each in quotations_in(text) if each.is_closed]):
        text = f"{text[: quotation.start]}{text[quotation.end :]}"
    return text


def _is_called(text: str, name: Name) -> bool:
    """Whether a function stands right in front of a single name: "митрополит Арсений"."""
    in_front = text[: name.start].split()
    return bool(in_front) and is_role_word(in_front[-1])


def _may_precede_verb(words: list[SourceWord]) -> bool:
    """Whether the words between a quotation and a verb can be who said it."""
    first = words[0]
    if first.text.casefold() in AUXILIARIES or is_pronoun(first.text) or REFLEXIVE.match(first.text):
        return True
    if first.is_capitalised:
        return True
    if is_role_word(first.text) and any(word.is_capitalised for word in words[1:]):
        return True
    return is_common_word(first.text) and any(is_role_word(word.text) or word.is_capitalised for word in words[1:3])


def _ends_in_conjunction(clause: str) -> bool:
    last = clause.rsplit(maxsplit=1)[-1].casefold() if clause.strip() else ""
    return last in BEFORE_WORDS_SAID or is_speech_verb(last)


def _subject_of(clause: str, names: list[Name], verb: SourceWord) -> Name:
    """Choose among names in front of a verb the one that is not inside another's description."""
    nearest = names[-1]
    if len(names) > 1 and "," in clause[names[-2].end : nearest.start] and "," in clause[nearest.end : verb.start]:
        between = clause[names[-2].end : nearest.start]
        if has_role_word(between):
            return names[-2]
    return nearest


def _in_front_of_verb(sentence: str, names: list[Name]) -> list[Name]:
    """Return the name whose verb of saying a sentence has, behind whose name its body may stand: "Coast Aid chief A said"."""
    words = source_words(sentence)
    verb = last_verb(words)
    in_front = [name for name in names if verb is not None and name.end <= words[verb].start]
    return [_subject_of(sentence, in_front, words[verb])] if in_front and verb is not None else []


def _first_subject(text: str, names: list[Name]) -> Name:
    """Return the first name that no preposition makes a part of something else."""
    return next((name for name in names if not _is_object(text, name)), names[0])


def _is_object(text: str, name: Name) -> bool:
    """Whether an article or a preposition in front of a name keeps it from being who speaks."""
    if text[name.end :].startswith(("'s", "’s")):
        return True
    if has_role_word(name.title):
        return False
    in_front = text[: name.start].removesuffix(name.title + " ").split()
    return bool(in_front) and in_front[-1].casefold() in BEFORE_OBJECTS


def _is_title(text: str) -> bool:
    """Whether what stands in front of a name in a signature is its function or an honorific."""
    words = text.split()
    if len(words) > 6 or words[-1].casefold() in BEFORE_OBJECTS or any(is_speech_verb(word) for word in words):
        return False
    return has_role_word(text) or len(text.strip()) <= 6
