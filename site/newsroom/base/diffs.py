"""What changed between two texts, word by word, for people to judge."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from newsroom.language.html import text_of_html

#: Words with the spaces behind them; of Chinese, which has none, the signs.
WORDS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]\s*|[^\s\u3400-\u4dbf\u4e00-\u9fff]+\s*")


def difference(before: str, after: str) -> SafeString:
    """Both texts as one, without their markup: what went in <del>, what came in <ins>."""
    old, new = (WORDS.findall(text_of_html(text)) for text in (before, after))
    return format_html_join("", "{}", ((piece,) for piece in diff_pieces(old, new)))


def diff_pieces(old: list[str], new: list[str]) -> list[SafeString]:
    """The runs of words that stayed, went and came, in order. A word is the same with a space behind it and without."""
    found: list[SafeString] = []
    before, after = ([word.rstrip(" ") for word in words] for words in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            found.append(format_html("{}", "".join(new[new_start:new_end])))
            continue
        if old_end > old_start:
            found.append(format_html("<del>{}</del>", "".join(old[old_start:old_end])))
        if new_end > new_start:
            found.append(format_html("<ins>{}</ins>", "".join(new[new_start:new_end])))
    return found
