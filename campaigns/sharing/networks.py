"""The networks of a share kit: how long a text may be on each, counted as the network itself counts."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

import icu

from newsroom.language.normalisation import normalise_text

#: An address in running text; several networks count each as if it had so many characters.
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
SHORT_ADDRESS = 23
#: What X counts once; whatever lies elsewhere counts twice.
COUNTED_ONCE = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))


@dataclass(frozen=True)
class Network:
    """A network: its name, how long a text may be there, and how the network counts."""

    code: str
    name: str
    limit: int
    length: Callable[[str], int]

    def excess(self, text: str) -> int:
        """Return how much longer a text is than the network takes; 0 where it fits."""
        return max(0, self.length(text) - self.limit)


def characters(text: str) -> list[str]:
    """Return what readers see as one character each: a letter with its marks, an emoji with its parts."""
    iterator = icu.BreakIterator.createCharacterInstance(icu.Locale.getRoot())
    iterator.setText(text)
    written = text.encode("utf-16-le")
    ends = [0, *iterator]
    return [
        written[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") for start, end in itertools.pairwise(ends)
    ]


def seen_characters(text: str) -> int:
    """Count characters as readers see them."""
    return len(characters(text))


def seen_with_short_addresses(text: str) -> int:
    """Count characters as readers see them, each address as one of 23."""
    return seen_characters(ADDRESS.sub("x" * SHORT_ADDRESS, text))


def weighed(text: str) -> int:
    """Count as X does: addresses as 23, Latin, Greek, Cyrillic, Arabic and the like once, all else and emoji twice."""
    plain = ADDRESS.sub("x" * SHORT_ADDRESS, normalise_text(text))
    return sum(2 if is_emoji(seen) else sum(map(weight, seen)) for seen in characters(plain))


def is_emoji(seen: str) -> bool:
    """Whether a character that readers see is an emoji of several parts."""
    return len(seen) > 1 and any(ord(part) >= 0x1F000 or part in "\ufe0f\u20e3" for part in seen)


def weight(part: str) -> int:
    """Return how often X counts a code point."""
    return 1 if any(first <= ord(part) <= last for first, last in COUNTED_ONCE) else 2


def code_units(text: str) -> int:
    """Count units of UTF-16, as programs written in Java or JavaScript do."""
    return len(text.encode("utf-16-le")) // 2


def emoji_as_bytes(text: str) -> int:
    """Count as Threads does: characters, but an emoji as the bytes it takes."""
    return sum(len(part.encode()) if ord(part) >= 0x1F000 else 1 for part in text)


def halved_latin(text: str) -> int:
    """Count as Weibo does: a Chinese character as one, two letters of ASCII as one."""
    narrow = sum(1 for part in text if part.isascii())
    return len(text) - narrow + -(-narrow // 2)


NETWORKS = {
    network.code: network
    for network in (
        Network("mastodon", "Mastodon", 500, seen_with_short_addresses),
        Network("bluesky", "Bluesky", 300, seen_characters),
        Network("x", "X", 280, weighed),
        Network("threads", "Threads", 500, emoji_as_bytes),
        Network("linkedin", "LinkedIn", 3000, code_units),
        Network("facebook", "Facebook", 5000, code_units),
        Network("telegram", "Telegram", 4096, code_units),
        Network("weibo", "Weibo", 2000, halved_latin),
    )
}
LONGEST_TEXT = max(network.limit for network in NETWORKS.values())
