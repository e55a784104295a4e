"""Which language a document is written in."""

from collections import Counter
from collections.abc import Iterable

from news.importing.reading import SourceParagraph

# The commonest words of each language; they also stand in front of names at the start of a sentence.
COMMON_WORDS = {
    "en": """the of and to in a is that for it was on with as by at from this are be has have will not their
        our we while when after before during but he she they its an his her since although if so about
        latest all every these those""",
    "es": """el la los las de que y en un una por con para del se su es al lo como más este esta también son
        durante mientras según tras pero sus fue ha no ya""",
    "fr": """le la les de des et en un une du que pour dans est par sur au aux qui ce cette son sa ses avec
        plus pas nous il elle selon lors pendant mais été a ont""",
    "de": """der die das und in den von zu mit ist für auf dem ein eine des im nicht sich als auch es an bei
        werden aus hat wir nach um wie oder durch während aber einer einem""",
    "pt": """o a os as de que e em um uma por com para do da dos das se na no nas nos ao à é mais como não
        são também pelo pela durante segundo mas seu sua foi""",
    "ru": """и в на с что по не для как это к из от о при его их мы он она также был были была или но
        за до после во""",
    "it": """il lo la gli le di che e in un una per con del della dei delle è sono non si al alla da nel
        anche come più ha""",
    "nl": """de het een en van in is dat op te zijn met voor niet aan er ook als bij door naar uit wordt
        hebben heeft""",
}
WORD_SETS = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}
EVERY_COMMON_WORD = frozenset().union(*WORD_SETS.values())

SCRIPTS = {
    "zh": ("\u4e00", "\u9fff"),
    "ja": ("\u3040", "\u30ff"),
    "ko": ("\uac00", "\ud7af"),
    "ru": ("\u0400", "\u04ff"),
    "ar": ("\u0600", "\u06ff"),
    "el": ("\u0370", "\u03ff"),
}

# A character of a dense script carries more of a text than a Latin letter does.
SHARE_OF_SCRIPT = 0.25
ENOUGH_TEXT = 50_000


def language_of(paragraphs: Iterable[SourceParagraph]) -> str | None:
    """Return the code of the language that most of the text is in, or None when it cannot be told."""
    text = _sample(paragraphs)
    letters = sum(character.isalpha() for character in text)
    if not letters:
        return None
    if (script := _script_of(text, letters)) is not None:
        return script
    words = Counter(text.casefold().split())
    scores = {language: sum(words[word] for word in known) for language, known in WORD_SETS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] else None


def is_common_word(word: str) -> bool:
    """Whether a word is one of the commonest of any language, whatever its case."""
    return word.casefold() in EVERY_COMMON_WORD


def _sample(paragraphs: Iterable[SourceParagraph]) -> str:
    parts: list[str] = []
    size = 0
    for paragraph in paragraphs:
        parts.append(paragraph.text[: ENOUGH_TEXT - size])
        size += len(parts[-1])
        if size >= ENOUGH_TEXT:
            break
    return " ".join(parts)


def _script_of(text: str, letters: int) -> str | None:
    counts = {
        script: sum(first <= character <= last for character in text) for script, (first, last) in SCRIPTS.items()
    }
    if counts["ja"] > 0.05 * letters:
        return "ja"
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] > SHARE_OF_SCRIPT * letters else None
