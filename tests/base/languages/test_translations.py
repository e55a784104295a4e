"""The interface is translated as a whole: no message is missing, and none loses what the program puts into it."""

import re
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import to_locale

LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")
TAG = re.compile(r"</?[a-z][^>]*>")


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> polib.POFile:
    """The catalogue of one language; its name is in the name of the test that fails."""
    return polib.pofile(str(Path(settings.LOCALE_PATHS[0]) / to_locale(request.param) / "LC_MESSAGES" / "django.po"))


def messages(catalogue: polib.POFile) -> list[polib.POEntry]:
    """The messages in use."""
    return [entry for entry in catalogue if not entry.obsolete]


def forms(entry: polib.POEntry) -> list[str]:
    """The translations of a message, by number where it has a plural."""
    return [text for _, text in sorted(entry.msgstr_plural.items())] if entry.msgid_plural else [entry.msgstr]


def report(catalogue: polib.POFile, fault: str, entries: list[polib.POEntry]) -> str:
    """What to tell the translator: the language, what is wrong, and where."""
    lines = [f"{catalogue.metadata['Language']}: {len(entries)} {fault}"]
    return "\n  ".join([*lines, *(f"{entry.msgctxt or ''} {entry.msgid!r}".strip() for entry in entries)])


def test_every_message_is_translated(catalogue: polib.POFile) -> None:
    """An empty or a doubtful translation would show English; so would a plural that lacks one of its forms."""
    plurals = re.search(r"nplurals=(\d+)", catalogue.metadata["Plural-Forms"])
    assert plurals is not None
    missing = [
        entry
        for entry in messages(catalogue)
        if entry.fuzzy or not all(forms(entry)) or len(forms(entry)) != (int(plurals[1]) if entry.msgid_plural else 1)
    ]
    assert not missing, report(catalogue, "not translated", missing)


def test_placeholders_are_kept(catalogue: polib.POFile) -> None:
    """Every placeholder of the source is in the translation, and no other.

    A plural is judged by its last form, which holds for large numbers: others may put the number into words.
    """
    wrong = []
    for entry in messages(catalogue):
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        found = [set(PLACEHOLDER.findall(form)) for form in forms(entry)]
        if found[-1] != wanted or any(names - wanted for names in found):
            wrong.append(entry)
    assert not wrong, report(catalogue, "with other placeholders", wrong)


def test_tags_are_kept(catalogue: polib.POFile) -> None:
    """Every form of a translation has the tags of the source, each as often."""
    wrong = [
        entry
        for entry in messages(catalogue)
        if any(Counter(TAG.findall(form)) != Counter(TAG.findall(entry.msgid)) for form in forms(entry))
    ]
    assert not wrong, report(catalogue, "with other tags", wrong)
