"""What was typed on a keyboard that was set to another script than the fingers thought."""

import re
from functools import cache

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import letters_in

#: The keys of an American keyboard from the row of figures on, without and with the shift key.
LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
#: The same keys of the usual keyboard of another script, parted by spaces, since one key may write two letters.
KEYS = {
    "Cyrl": (
        "ё й ц у к е н г ш щ з х ъ ф ы в а п р о л д ж э я ч с м и т ь б ю . "
        "Ё Й Ц У К Е Н Г Ш Щ З Х Ъ Ф Ы В А П Р О Л Д Ж Э Я Ч С М И Т Ь Б Ю ,"
    ),
    "Arab": (
        "ذ ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ "
        'ّ َ ً ُ ٌ لإ إ ‘ ÷ × ؛ < > ِ ٍ ] [ لأ أ ـ ، / : " ~ ْ } { لآ آ ’ , . ؟'
    ),
}
#: What may stand between two words.
BETWEEN_WORDS = re.compile(r"[\s-]+")
#: Words of fewer letters are written by chance.
SHORTEST_MEANT = 3


@cache
def keyboard_keys(script: str) -> dict[str, str]:
    """What each Latin key writes on the keyboard of a script."""
    return dict(zip(LATIN, KEYS[script].split(), strict=True))


def as_on_other_keyboards(text: str, code: str) -> list[str]:
    """What the keys of a text would have written on the other keyboards that readers of a language have, where that
    is words; none where its letters are of several scripts."""
    scripts = [script for script in KEYS if letters_in(text, script)]
    has_latin = bool(letters_in(text, "Latn"))
    if has_latin and not scripts:
        own = language_row(code).script
        read = {script: on_keyboard(text, script) for script in sorted(KEYS, key=lambda script: script != own)}
        return [typed for script, typed in read.items() if are_words(typed, script)]
    if len(scripts) == 1 and not has_latin:
        return [typed for typed in on_latin_keyboard(text, scripts[0]) if are_words(typed, "Latn")]
    return []


def are_words(text: str, script: str) -> bool:
    """Whether a text is nothing but numbers and words in letters of a script, one of them long enough to be meant: a
    sign among them, or a letter beside a digit, says that the keys were struck as they were meant."""
    words = [word for word in BETWEEN_WORDS.split(text) if not word.isdecimal()]
    are_letters = all(word.isalpha() and letters_in(word, script) == len(word) for word in words)
    return are_letters and max(map(len, words), default=0) >= SHORTEST_MEANT


def on_keyboard(text: str, script: str) -> str:
    """A text typed with Latin letters as the keyboard of a script has it."""
    keys = keyboard_keys(script)
    return "".join(keys.get(character, keys.get(character.lower(), character)) for character in text)


def on_latin_keyboard(text: str, script: str) -> list[str]:
    """A text typed on the keyboard of a script as an American one has it. Where one key writes two letters that have
    keys of their own, first as if each had been struck, then as if that key had."""
    keys = {written: key for key, written in reversed(keyboard_keys(script).items())}
    pairs = [written for written in keys if len(written) > 1]
    whole = text
    for written in pairs:
        whole = whole.replace(written, keys[written])
    typed = ["".join(keys.get(character, character) for character in each) for each in (text, whole)]
    return list(dict.fromkeys(typed))
