"""What comments and documents refer to is here: a file, a heading in it, a decision. Plans and their rows are not."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = (
    "site",
    "organisations",
    "news",
    "campaigns",
    "importing",
    "search",
    "templates",
    "tests",
    "docs",
    "requirements",
    ".ci",
)
KINDS = {".py", ".md", ".html", ".txt", ".js", ".css", ".toml", ".yaml", ""}
DOCUMENT = re.compile(r"(?<![\w<{*])((?:[\w.-]+/)*[\w-]+\.md)\b(?:, “([^”]+)”)?")
DECISION = re.compile(r"\bdecisions?[ /](\d{4})\b")
#: A letter and a number, as the rows of a plan are called: a reader of the code has no such plan.
ROW = re.compile(r"(?<![\w#+./&=-])[AJNOST]\d{1,2}(?![\w.])")


def files() -> Iterator[Path]:
    """What people wrote."""
    found = [path for path in ROOT.iterdir() if path.is_file()]
    found += [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return (path for path in found if path.suffix in KINDS and not {"locale", "__pycache__"} & set(path.parts))


def said_in(path: Path, text: str) -> Iterator[str]:
    """What a file says to people: of code its comments and docstrings, else all of it."""
    if path.suffix != ".py":
        yield text
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def wrong_in(path: Path, text: str) -> Iterator[str]:
    """What a file refers to that is not there."""
    if not any(pattern.search(text) for pattern in (DOCUMENT, DECISION, ROW)):
        return
    for words in said_in(path, text):
        for name, heading in DOCUMENT.findall(words):
            places = (ROOT / name, path.parent / name, ROOT / "docs" / name)
            document = next((each for each in places if each.is_file()), None)
            if document is None:
                yield name
            elif heading and not re.search(rf"^#+ {re.escape(heading)}$", document.read_text("utf-8"), re.MULTILINE):
                yield f"{name}, “{heading}”"
        yield from (number for number in DECISION.findall(words) if not [*ROOT.glob(f"docs/decisions/{number}-*")])
        if path.suffix in (".py", ".md"):
            yield from ROW.findall(words)


def test_nothing_refers_to_what_is_not_here() -> None:
    found = {
        str(path.relative_to(ROOT)): wrong
        for path in files()
        if path != Path(__file__) and (wrong := list(wrong_in(path, path.read_text("utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    "words",
    [
        "As in missing.md.",
        "See docs/nowhere.md.",
        "Files are private (docs/domain.md, “Rule four”).",
        "See decision 0999.",
        "A release is a record (N10).",
        "For journalists (J12–J14).",
    ],
)
def test_reference_to_nothing_is_found(words: str) -> None:
    assert list(wrong_in(ROOT / "news/some.py", f'"""{words}"""\n'))
    assert list(wrong_in(ROOT / "news/some.py", f"# {words}\n"))


def test_reference_to_what_is_here_is_none() -> None:
    words = "Kept (docs/domain.md, “Files”; decision 0002), and told in docs/operators.md as PR/2026/014."
    assert list(wrong_in(ROOT / "news/some.py", f'"""{words}"""\n')) == []
