"""Names in scripts without capitals that part words by spaces: Arabic, where verb and function stand in front."""

import itertools
import re
from collections.abc import Sequence

from importing.understanding.lexicon.grown_words import bare_forms, has_article
from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.role_words import ROLE_WORDS, is_role_word
from importing.understanding.lexicon.speech_verbs import ACCORDING_TO, SPEECH_VERBS
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.lexicon.work_words import is_work_word
from importing.understanding.speakers.names import HONORIFICS, PARTICLES
from importing.understanding.speakers.people import FoundPerson
from importing.understanding.speakers.roles import StatedRole
from newsroom.language.script.letters import ARABIC_SAME

LETTER = re.compile(r"[\u0620-\u064a]")
#: Vowel marks stand on letters and change no word.
MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
SEGMENTS = re.compile(r"[،,؛;:：]|\s[–—-]\s|[()]")
EDGES = ' \t.,،؛;:：()«»"“”*–—-•·'
GROWN_JOINTS = tuple(pattern_for("grown_joint").strip("(?:)").split("|"))
RELATIVE_WORDS = word_list("relative_words")
JOINT_WORDS = frozenset(pattern_for("joints").strip("(?:)").split("|"))
TOPIC_LEAD = re.compile(rf"{pattern_for('topic_leads')}\s+")
#: Grown onto the verb behind such a word.
ACT_PREFIX = "ف"
#: How somebody speaks is told by this ending: "ساخراً".
ADVERB = re.compile(r"(?:\u0627\u064b|\u064b\u0627)[،,:：]?$")
#: What people are called by begins with these: "صاحب متجر التوابل أبو رامي".
NAME_BEGINNINGS = word_list("name_beginnings")
MOST_NAME_WORDS = 5
FURTHEST_VERB = 6


def is_uncased(text: str) -> bool:
    """Whether a text is in a script that has no capitals and parts its words by spaces."""
    return LETTER.search(text[:80]) is not None


def speaker_before(clause: str) -> FoundPerson | None:
    """Return who speaks in a clause in front of a quotation: verb, function, name."""
    words = _words(clause)
    verbs = [index for index, word in enumerate(words) if _is_verb(word)]
    for index in verbs:
        found = described(" ".join(words[index + 1 :]))
        if found is not None:
            return found
    return (_led_as_topic(clause) or _in_front_of_relative(words, verbs[-1])) if verbs else None


def _in_front_of_relative(words: Sequence[str], verb: int) -> FoundPerson | None:
    """Return who stands in front of "who said": "السائق A الذي قال"."""
    if not verb or words[verb - 1] not in RELATIVE_WORDS:
        return None
    roles = [index for index, word in enumerate(words[: verb - 1]) if is_role_word(word)]
    return described(" ".join(words[roles[-1] : verb - 1])) if roles else None


def _led_as_topic(clause: str) -> FoundPerson | None:
    """Return who stands in front of the verb behind a word that sets them apart: "أما A فبدا متحفظاً، إذ قال"."""
    lead = TOPIC_LEAD.match(clause.strip())
    if lead is None:
        return None
    words = _words(clause.strip()[lead.end() :])
    act = next((index for index, word in enumerate(words) if index > 1 and word.startswith(ACT_PREFIX)), len(words))
    return described(" ".join(words[:act]))


def speaker_behind(gap: str) -> FoundPerson | None:
    """Return who speaks behind a quotation: "said A, function"."""
    words = _words(gap)
    for index, word in enumerate(words[:FURTHEST_VERB]):
        if _is_verb(word):
            return described(" ".join(words[index + 1 :]))
    led = ACCORDING_TO.match(gap.strip(EDGES))
    return described(gap.strip(EDGES)[led.end() :]) if led else None


def has_verb(text: str) -> bool:
    """Whether a text has a verb of saying."""
    return any(_is_verb(word) for word in _words(text))


def described(text: str) -> FoundPerson | None:
    """Return a person with what is said of them, where the text begins with either."""
    segments = [segment.strip(EDGES) for segment in SEGMENTS.split(text)]
    segments = [segment for segment in segments if segment]
    name, standing = None, StatedRole()
    for index, segment in enumerate(segments[:3]):
        words = _without_honorifics(segment.split())
        if not words:
            continue
        if _begins_act(words[0]) and name is not None:
            break
        if is_role_word(_plain(words[0])):
            led, rest = _led_by_role(words) if name is None else (words, [])
            if len(rest) == 1 and has_article(rest[0]) and _is_name_apart(segments[index + 1 : index + 2]):
                led, rest = words, []
            standing = standing if standing.role else uncased_standing(led)
            if name is None and rest:
                name = " ".join(rest)
        elif name is None and _may_be_name(words):
            name = " ".join(words)
        elif name is None and (end := _name_length(words)):
            name, behind = " ".join(words[:end]), _up_to_act(words[end:])
            if behind and is_role_word(_plain(behind[0])):
                standing = standing if standing.role else uncased_standing(behind)
            break
        else:
            break
    return FoundPerson(name, standing) if name else None


def _is_name_apart(following: Sequence[str]) -> bool:
    """Whether a whole name stands behind the comma: "مديرة مدرسة الوادي، A B"."""
    return any(is_uncased_name(segment) for segment in following)


def is_uncased_name(text: str) -> bool:
    """Whether a text is a name in such a script and nothing else."""
    words = _without_honorifics(text.split())
    return is_uncased(text) and len(words) > 1 and _may_be_name(words) and not any(map(is_role_word, words))


def uncased_standing(words: Sequence[str]) -> StatedRole:
    """Return function and organisation: the organisation begins at a preposition or a word for organisations."""
    for index, word in enumerate(words):
        if index == 0:
            continue
        grown = next((joint for joint in GROWN_JOINTS if word.startswith(joint) and len(word) > 3), None)
        if word in JOINT_WORDS:
            return StatedRole(" ".join(words[:index]), " ".join(words[index + 1 :]) or None)
        if grown and is_organisation_word(word[len(grown) :]):
            return StatedRole(" ".join(words[:index]), " ".join([word[len(grown) :], *words[index + 1 :]]))
        if is_organisation_word(word) and len(words) > index + 1 and not has_article(word):
            return StatedRole(" ".join(words[:index]), " ".join(words[index:]))
    return StatedRole(" ".join(words) or None)


def _led_by_role(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part a function from the name behind it: the function goes on through articles and names of organisations."""
    end = 1
    while end < len(words):
        word = _plain(words[end])
        in_construct = is_organisation_word(_plain(words[end - 1])) and not has_article(words[end - 1])
        joined = word in JOINT_WORDS or any(word.startswith(joint + "ل") for joint in GROWN_JOINTS)
        joined = joined or _plain(words[end - 1]) in JOINT_WORDS
        if not (has_article(word) or is_organisation_word(word) or is_role_word(word) or in_construct or joined):
            break
        is_joined = any(_plain(each) in JOINT_WORDS for each in words[:end])
        if has_article(word) and end + 1 == len(words) and end > 1 and not (in_construct or is_joined):
            break
        end += 1
    begun = next(
        (i for i in range(end + 1, len(words)) if words[i] in NAME_BEGINNINGS and has_article(words[i - 1])), end
    )
    end = begun if len(words) - begun > 1 else end
    rest = _without_honorifics(list(itertools.takewhile(lambda word: not _ends_name(word), words[end:])))
    if 0 < len(rest) <= MOST_NAME_WORDS and (len(rest) > 1 or len(words) == end + 1) and _may_be_name(rest):
        return list(words[:end]), rest
    return list(words), []


def _name_length(words: Sequence[str]) -> int:
    """Return how many words in front of a function, or of what somebody did, are a name; 0 where none is."""
    for end, word in enumerate(words[: MOST_NAME_WORDS + 1]):
        is_over = _begins_act(word) or (end > 1 and is_role_word(_plain(word)))
        if is_over:
            return end if end and _may_be_name(words[:end]) else 0
    return 0


def _up_to_act(words: Sequence[str]) -> list[str]:
    """Return the words of a function, up to what somebody did: "في" leads to where it is held."""
    kept = itertools.takewhile(lambda word: word not in RELATIVE_WORDS or word in JOINT_WORDS, words)
    return list(kept)


def _may_be_name(words: Sequence[str]) -> bool:
    if not 0 < len(words) <= MOST_NAME_WORDS or any(map(str.isdigit, "".join(words))):
        return False
    if any(is_organisation_word(word) or is_work_word(word) or _is_verb(word) for word in words):
        return False
    return not any(is_common_word(word) and word not in PARTICLES for word in words) and not _begins_act(words[0])


def _begins_act(word: str) -> bool:
    return word in RELATIVE_WORDS or word in JOINT_WORDS or _is_verb(word)


def _ends_name(word: str) -> bool:
    """Whether a word behind a name begins what is said, or to whom: "أن", "لوكالة"."""
    to_whom = any(word.startswith(joint) and is_organisation_word(word[len(joint) :]) for joint in GROWN_JOINTS)
    return _begins_act(word) or to_whom


def _is_verb(word: str) -> bool:
    plain = _plain(word).strip(EDGES)
    return any(form in SPEECH_VERBS and form not in ROLE_WORDS for form in _verb_forms(plain))


def _verb_forms(word: str) -> list[str]:
    same = word.translate(ARABIC_SAME)
    return [form for each in (word, same) for form in bare_forms(each)]


def _plain(word: str) -> str:
    return MARKS.sub("", word)


def _words(text: str) -> list[str]:
    words = text.replace("\u00a0", " ").split()
    return [MARKS.sub("", word) for word in words if ADVERB.search(word) is None or _is_verb(word)]


def _without_honorifics(words: Sequence[str]) -> list[str]:
    left = list(words)
    while left and any(form in HONORIFICS for form in bare_forms(left[0].strip(EDGES))) and not _is_function_of(left):
        left.pop(0)
    return left


def _is_function_of(words: Sequence[str]) -> bool:
    """Whether a word that also honours people is a function here: "صاحب متجر", and not "صاحب السمو"."""
    is_bare = is_role_word(_plain(words[0])) and not has_article(words[0])
    return is_bare and len(words) > 1 and not has_article(words[1])
