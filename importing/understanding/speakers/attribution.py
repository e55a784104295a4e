"""Who said the words between quotation marks: what stands before them and behind."""

import itertools
from dataclasses import dataclass, replace

from importing.understanding.lexicon.role_words import has_role_word, is_role_word
from importing.understanding.lexicon.speech_verbs import ACCORDING_TO, first_verb, is_pronoun, last_verb
from importing.understanding.lexicon.vocabulary import word_list
from importing.understanding.lexicon.words import (
    SourceWord,
    first_sentence,
    last_sentence,
    sentence_starts,
    source_words,
    word_count,
)
from importing.understanding.speakers.han import han_item
from importing.understanding.speakers.names import names_in
from importing.understanding.speakers.people import RELATIVE_WORDS, FoundPerson
from importing.understanding.speakers.remembering import Attribution
from importing.understanding.speakers.roles import read_role
from importing.understanding.speakers.subjects import (
    BEFORE_OBJECTS,
    ends_in_conjunction,
    first_subject,
    is_called_by_function,
    is_spoken_of,
    is_title_in_front,
    may_precede_verb,
    subject_among,
    subjects_in_front,
    without_quotations,
)
from importing.understanding.speakers.uncased import is_uncased, speaker_before, speaker_behind
from importing.understanding.speakers.written_otherwise import (
    LEADING_MARKS,
    LONGEST_ATTRIBUTION,
    MOST_BARE_WORDS,
    WrittenOtherwise,
)
from newsroom.language.script.letters import HAN

#: Words for a person that repeat no function told before: "the official", "la mandataria".
STAND_INS = word_list("stand_ins")

DASHES = "–—―-"
BY_SIGNATURE = "a signature names the speaker"
LONGEST_SIGNATURE_WORDS = 35
MOST_SENTENCES_BACK = 3
MOST_LEADING_WORDS = 14
LONGEST_ACCORDING = 160
MOST_WORDS_OF_SPEAKER = 24
SHORTEST_VERB = 3
MOST_WORDS_OF_TITLE = 2
COMMAS = (",", "،")
FURTHEST_SUBJECT = 60
BARE_VERB_BEGINS = 24


@dataclass
class Attributing(WrittenOtherwise):
    """Finds who said the words of a quotation."""

    def behind(self, gap: str) -> Attribution | None:
        """Read the text behind a quotation: "said A, mayor of B." or "A said."."""
        if HAN.search(gap[:40]):
            return self.behind_han(gap)
        if is_uncased(gap.lstrip(LEADING_MARKS)):
            return self.told_uncased(speaker_behind(gap.strip(LEADING_MARKS)), gap)
        start = len(gap) - len(gap.lstrip(LEADING_MARKS))
        sentence = first_sentence(gap[start : start + LONGEST_ATTRIBUTION])
        words = source_words(sentence)
        verb = first_verb(words)
        if verb is None:
            if ACCORDING_TO.match(sentence):
                return self.told(self._subject(sentence), start + len(sentence))
            return self._by_place(gap, sentence, words, start)
        if verb > 0 and not may_precede_verb(words[:verb]):
            return None
        person = self._speaker_around(sentence, words[verb])
        return self.told(person, start + len(sentence))

    def _has_subject(self, clause: str, words: list[SourceWord]) -> bool:
        """Whether a sentence that leads to no words names anybody who could have said those behind it."""
        names = any(self.is_likely(name) for name in names_in(clause))
        return names or any(is_pronoun(word.text) or is_role_word(word.text) for word in words)

    def _by_place(self, gap: str, sentence: str, words: list[SourceWord], start: int) -> Attribution | None:
        """Read who stands behind a comma and a verb that no list has: "…”, mused A.", "…», matiza."."""
        is_led = (
            gap.lstrip()[:1] in COMMAS and words and words[0].text[0].islower() and len(words) <= MOST_WORDS_OF_SPEAKER
        )
        if not is_led or words[0].text.casefold() in RELATIVE_WORDS | BEFORE_OBJECTS:
            return None
        if len(words) == 1 and len(words[0].text) > SHORTEST_VERB:
            return self.told(self._named_earlier() or self.last, start + len(sentence))
        names = [name for name in names_in(sentence) if self.is_likely(name)]
        if not names or names[0].start > FURTHEST_SUBJECT or is_spoken_of(sentence, names[0]):
            return None
        return self.told(self.person_of(sentence, names[0], sentence[: names[0].start]), start + len(sentence))

    def before(self, text: str, may_be_sentence_before: bool) -> Attribution | None:
        """Read the text in front of a quotation: "A said:" or a whole sentence that tells who speaks."""
        stripped = text.rstrip(" \u00a0")
        clause = last_sentence(stripped[-2 * LONGEST_ATTRIBUTION :])
        if is_uncased(clause):
            return self.told_uncased(speaker_before(clause), clause)
        if HAN.search(clause) and (person := self.han_speaker(clause)):
            return self.told(person, len(clause))
        if (
            ACCORDING_TO.match(clause.lstrip())
            and len(clause) < LONGEST_ACCORDING
            and self._subject(clause) is not None
        ):
            return self.told(self._subject(clause), len(clause))
        ends_open = stripped.endswith((":", "：", ",", "，", "–", "—")) or ends_in_conjunction(clause)
        if not ends_open and not may_be_sentence_before:
            return None
        words = source_words(clause)
        if not ends_open and not self._has_subject(clause, words):
            return None
        verb = last_verb(words)
        if verb is None and ACCORDING_TO.match(clause.lstrip()) and stripped.endswith(","):
            person = self._subject(clause) or self.titled(clause) or self._stood_for(clause)
            return self.told(person, len(clause))
        if verb is None and not stripped.endswith((":", "：")):
            return None
        if verb is None:
            person = self._subject(clause) or self.titled(clause) or self._only_one(clause)
            return self.told(person, len(clause), is_certain=ACCORDING_TO.match(clause.lstrip()) is not None)
        return self.told(self._speaker_before(clause, words[verb]), len(clause))

    def signature(self, text: str) -> Attribution | None:
        """Read a signature: the name, then function and organisation, and nothing else."""
        line = text.strip(LEADING_MARKS)
        if not line or word_count(line) > LONGEST_SIGNATURE_WORDS:
            return None
        if is_uncased(line):
            return self.signed_uncased(line, len(text), text.lstrip()[:1] in DASHES)
        if HAN.search(line[:40]):
            signed = han_item(line, self.people.han_name)
            return self.told(self.han_person(signed), len(text)) if signed else None
        names = names_in(line)
        if not names or not names[0].is_full:
            return None
        if names[0].start > 0 and not is_title_in_front(line[: names[0].start]):
            return None
        rest = line[names[0].end :].strip(" *")
        if rest and rest[0] not in ",–—-(|/:;" and not has_role_word(rest.split(maxsplit=1)[0]):
            return None
        if first_verb(source_words(rest)) is not None and "," not in rest:
            return None
        standing = read_role(rest.strip(" ,–—-()|/:;*")) if rest else read_role(names[0].title)
        self.people.note(names[0].text, standing)
        told = self.told(FoundPerson(self.people.find(names[0].text).name, standing), len(text))
        return replace(told, signal=BY_SIGNATURE) if told else None

    def _speaker_around(self, sentence: str, verb: SourceWord) -> FoundPerson | None:
        """Return who stands beside a verb: in front of it if anybody does, else behind."""
        names = names_in(sentence)
        if in_front := [name for name in names if name.end <= verb.start]:
            return self.person_of(sentence, first_subject(sentence, in_front))
        if is_pronoun(verb.text) or any(is_pronoun(word.text) for word in source_words(sentence)[:4]):
            return self._named_earlier() or self.last
        if behind := [name for name in names if name.start >= verb.end]:
            name = first_subject(sentence, [name for name in behind if self.is_likely(name)] or behind)
            person = self.person_of(sentence, name, sentence[verb.end : name.start])
            return (self._titled_first(sentence[verb.end : name.start]) if not person.standing.role else None) or person
        return self.titled(sentence) or self._stood_for(sentence) or self._who_spoke_of_nobody(sentence, verb)

    def _titled_first(self, text: str) -> FoundPerson | None:
        """Return who is meant by a function alone right behind a verb, whoever is named further on."""
        first = source_words(text)[:MOST_WORDS_OF_TITLE]
        return self.titled(text) if any(is_role_word(word.text) for word in first) else None

    def _speaker_before(self, clause: str, verb: SourceWord) -> FoundPerson | None:
        """Return whose verb it is: the name nearest in front of it, or the first behind."""
        names = names_in(clause)
        in_front = [
            name
            for name in names
            if name.end <= verb.start
            and (self.is_likely(name) or is_called_by_function(clause, name))
            and not is_spoken_of(clause, name)
        ]
        if in_front:
            return self.person_of(clause, subject_among(clause, in_front, verb))
        pronouns = [word for word in source_words(clause) if is_pronoun(word.text) and word.start < verb.end]
        if pronouns or is_pronoun(verb.text):
            return self._named_earlier(clause) or self.last
        behind = [name for name in names if name.start >= verb.end and self.is_likely(name)]
        if behind:
            return self.person_of(clause, behind[0])
        return self.titled(clause) or self._stood_for(clause) or self._who_spoke_of_nobody(clause, verb)

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
        earlier = without_quotations(earlier[-3 * LONGEST_ATTRIBUTION :]).rstrip(LEADING_MARKS)
        for _ in range(MOST_SENTENCES_BACK):
            sentence = last_sentence(earlier)
            names = [name for name in names_in(sentence) if self.is_likely(name)]
            subjects = [name for name in names if not is_spoken_of(sentence, name) or has_role_word(name.title)]
            chosen = subjects_in_front(sentence, subjects) or subjects or [name for name in names if name.is_full][:1]
            found = self.person_of(sentence, chosen[0]) if chosen else self.titled(sentence)
            earlier = earlier[: len(earlier) - len(sentence)].rstrip(LEADING_MARKS)
            if found is not None or not earlier:
                return found
        return None

    def _subject(self, clause: str) -> FoundPerson | None:
        """Return the first full name of a clause that ends in a colon, or somebody known."""
        led = ACCORDING_TO.match(clause.lstrip()) is not None
        names = [name for name in names_in(clause) if self.is_likely(name)]
        subjects = [name for name in names if not is_spoken_of(clause, name)] or (names if led else [])
        return self.person_of(clause, subjects[0]) if subjects else None

    def _only_one(self, clause: str) -> FoundPerson | None:
        """Return the only person of a short clause that ends in a colon: "The same was found by A:"."""
        names = [name for name in names_in(clause) if name.is_full]
        return (
            self.person_of(clause, names[0]) if len(names) == 1 and word_count(clause) <= MOST_LEADING_WORDS else None
        )

    def of_sentence(self, text: str) -> Attribution | None:
        """Read a sentence without a verb of saying, whose subject alone can have said the sentence behind it."""
        person = self._named_first(last_sentence(text.rstrip()[-LONGEST_ATTRIBUTION:]))
        return self.told(person, len(text), is_certain=False)

    def hear(self, text: str) -> None:
        """Take note of who speaks or stands first in a paragraph without quotations, for "she added" in the next."""
        spoke = self.last
        for start, end in itertools.pairwise([*sentence_starts(text), len(text)]):
            self.before(text[start:end].strip(), may_be_sentence_before=True)
        if self.last is spoke and not HAN.search(text[:40]) and not is_uncased(text):
            self.last = self._named_first(first_sentence(text)) or self._named_first(last_sentence(text)) or spoke

    def _named_first(self, sentence: str) -> FoundPerson | None:
        """Return the only person of a sentence, where a function or nothing stands in front: "Mayor A opened …"."""
        names = [name for name in names_in(sentence) if self.is_likely(name)]
        if len(names) != 1 or names[0].start > FURTHEST_SUBJECT or is_spoken_of(sentence, names[0]):
            return None
        person = self.person_of(sentence, names[0])
        return person if person.standing.role or (self.last is None and names[0].is_full) else None
