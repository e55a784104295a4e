"""Numbers that are written in words, or partly: "forty-four", "cuarenta y cuatro", "44 thousand", "四十四"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from newsroom.language.catalogue import language_row
from newsroom.language.facts import Language
from newsroom.language.numerals.numbers import IN_SIGNS, SIGNS, number_in_signs, plain_digits, scales
from newsroom.language.script.letters import chinese_variants, folded, with_one_ending

CACHED = 50_000
DIGITS = re.compile(r"\d+(?:\.\d+)?")
#: What by itself is "thousands" rather than a number.
POWERS = frozenset({10**3, 10**6, 10**9})
#: A number before the sign for a large one: 4.4万.
DIGITS_BEFORE_SIGN = re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?)\s?(?=[千万亿百十])")


@dataclass(frozen=True)
class NumberInWords:
    """A number as digits, such as "44000", and where it stands: from one place to before another."""

    digits: str
    start: int
    end: int


@cache
def word_values(language: Language) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Patterns of the words for numbers of a language, folded, with their values."""
    own = [(pattern, value) for value, pattern in language.number_words.items()]
    own += [(pattern, 10**power) for power, pattern in language.scales.items()] if own else []
    return tuple((re.compile(with_one_ending(folded(pattern))), value) for pattern, value in own)


@lru_cache(CACHED)
def value_of_word(word: str, code: str) -> tuple[int, bool] | None:
    """The value of a folded word of a number, and whether an "and" grew onto it; None where it is no such word."""
    language = language_row(code)
    word = with_one_ending(word)
    for bare in (word, word.removeprefix(language.grown_on)):
        for pattern, value in word_values(language):
            if pattern.fullmatch(bare):
                return value, bare != word
    return None


@lru_cache(CACHED)
def may_be_in_number(word: str, code: str) -> bool:
    """Whether a folded word can be part of a number."""
    language = language_row(code)
    is_link = bool(word) and word in (language.number_link, language.grown_on)
    return is_link or bool(DIGITS.fullmatch(word)) or value_of_word(word, code) is not None


@dataclass
class RunningNumber:
    """A number that grows word by word, as far as each may follow those before it in a language."""

    language: Language
    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    scale: int = 0
    is_grouped: bool = False

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.total + self.group

    def add_digits(self, digits: str) -> bool:
        """Begin with digits, or go on with three more where spaces part thousands."""
        if not self.value:
            self.group = Decimal(digits)
            return True
        begins = self.is_grouped or (not self.group % 1 and self.group < 1000)
        is_three = len(digits) == 3 and digits.isdigit()
        self.is_grouped = is_three and begins and " " in self.language.thousands and not self.scale
        if self.is_grouped:
            self.group = self.group * 1000 + int(digits)
        return self.is_grouped

    def add(self, value: int, is_linked: bool) -> bool:
        """Add the value of a word, if it may stand here; `is_linked` with an "and" before it."""
        if value >= 1000:
            return not (is_linked and self.group) and self._scale_by(value)
        if value == 100 and 0 < self.group < 10 and not is_linked:
            self.group *= value
            return True
        if value == 20 and self.group % 100 == 4 and self.language.counts_by_twenties:
            self.group += 76
            return True
        fits = self._fits(value, is_linked)
        if fits:
            self.group += value
        return fits

    def _scale_by(self, value: int) -> bool:
        """A thousand, a million: times what stands before it."""
        if self.scale and not self.group and value > self.scale:
            self.total *= value
        elif self.scale and value >= self.scale:
            return False
        else:
            self.total, self.group = self.total + (self.group or 1) * value, Decimal(0)
        self.scale = value
        return True

    def _fits(self, value: int, is_linked: bool) -> bool:
        """Whether the place of a word below a thousand is empty yet: four goes on after forty, not after five."""
        rest = int(self.group % 100)
        by_twenties, ones_first = self.language.counts_by_twenties, self.language.puts_ones_first
        if ones_first and 0 < rest < 10 <= value < 100:
            return is_linked == (value > 10)
        if self.value and (not is_linked if ones_first else is_linked and self._is_link_odd(rest)):
            return False
        if value >= 100:
            return not self.group
        if value >= 10:
            return not rest or (by_twenties and rest in (60, 80) and value < 20)
        return not rest or rest in range(20, 100, 10) or (by_twenties and rest == 10 and value >= 7)

    def _is_link_odd(self, rest: int) -> bool:
        """Whether the language has no "and" here: "forty and four", "doscientos y cuatro"."""
        return bool(rest) != self.language.links_ones_to_tens


def numbers_of_words(words: Sequence[str], code: str) -> Iterator[NumberInWords]:
    """The numbers in folded words that stand beside one another, with the places of these words.

    Left out is what a word says by itself already: plain digits. So are "one", which may be an article or a pronoun,
    and a "thousand" alone.
    """
    language = language_row(code)
    place = 0
    while place < len(words):
        if not (DIGITS.fullmatch(words[place]) or value_of_word(words[place], code)):
            place += 1
            continue
        running, end = RunningNumber(language), place
        while end < len(words) and (length := length_taken(running, words[end : end + 2], code)):
            end += length
        is_plain = end - place <= 1 and (running.value in POWERS or not words[place].isalpha())
        if running.value > 1 and not is_plain:
            yield NumberInWords(plain_digits(running.value), place, end)
        place = max(end, place + 1)


def length_taken(running: RunningNumber, words: Sequence[str], code: str) -> int:
    """How many of the next words a number takes: two with an "and" before its word, 0 where it ends."""
    if DIGITS.fullmatch(words[0]):
        return int(running.add_digits(words[0]))
    if running.value and words[0] in (running.language.number_link, running.language.grown_on):
        following = value_of_word(words[1], code) if len(words) > 1 else None
        return 2 if following and running.add(following[0], True) else 0
    found = value_of_word(words[0], code)
    return int(found is not None and running.add(*found))


def numbers_in_signs(text: str, code: str) -> Iterator[NumberInWords]:
    """The numbers of a text that a language writes with signs of its own or with digits before one, with the places of
    their characters. A lone sign counts before a counter: 四个. Nothing where the language has no such signs."""
    language = language_row(code)
    if not language.has_number_signs:
        return
    text = text.translate(chinese_variants())
    for match in DIGITS_BEFORE_SIGN.finditer(text):
        scale = scales(language).match(text, match.end())
        if scale and scale.lastgroup:
            value = Decimal(match[1]).scaleb(int(scale.lastgroup[1:]))
            yield NumberInWords(plain_digits(value), match.start(), scale.end())
    for match in IN_SIGNS.finditer(text):
        signs = match[0]
        begins = signs[0] in SIGNS or (signs[0] == "十" and len(signs) > 1)
        if begins and len(signs) > 1 and not text[match.start() - 1 : match.start()].isdigit():
            yield NumberInWords(str(number_in_signs(signs)), match.start(), match.end())
    for match in lone_sign(language).finditer(text):
        yield NumberInWords(str(number_in_signs(match[0])), match.start(), match.end())


@cache
def lone_sign(language: Language) -> re.Pattern[str]:
    """One sign for a number above one, before what is counted."""
    signs = "".join(sign for sign, value in SIGNS.items() if value > 1)
    every = "".join(SIGNS) + "百千万亿"
    return re.compile(rf"(?<![{every}十\d第])[{signs}十](?=[{language.counters}])")
