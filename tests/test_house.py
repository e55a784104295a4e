"""The plan of the house holds: where things stand and which way imports go (docs/development.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = {
    "newsroom.base": ROOT / "site/newsroom/base",
    "newsroom.publication": ROOT / "site/newsroom/publication",
    "newsroom.translation": ROOT / "site/newsroom/translation",
    "organisations": ROOT / "organisations",
    "news": ROOT / "news",
    "campaigns": ROOT / "campaigns",
    "search": ROOT / "search",
    "newsroom.home": ROOT / "site/newsroom/home",
    "newsroom.demo": ROOT / "site/newsroom/demo",
}
LOWER = {
    "newsroom.base": set(),
    "search": {"newsroom.base"},
    "newsroom.publication": {"newsroom.base"},
    "newsroom.translation": {"newsroom.base", "newsroom.publication"},
    "organisations": {"newsroom.base", "newsroom.publication", "search"},
    "news": {"newsroom.base", "newsroom.publication", "organisations", "search"},
    "campaigns": {"newsroom.base", "newsroom.publication", "organisations", "news", "search"},
}
TOP_LEVEL = {
    *("manage.py", "pyproject.toml", "site", "news", "campaigns", "organisations", "search", "templates", "tests"),
    *(
        "README.md",
        "Makefile",
        "requirements",
        "docs",
        "compose.yaml",
        "Dockerfile",
        ".ci",
        ".gitignore",
        ".dockerignore",
    ),
}
LONGEST_FILE = 350


def modules(folder: Path) -> Iterator[Path]:
    """The Python files that people wrote in a folder."""
    return (path for path in folder.rglob("*.py") if "migrations" not in path.parts and "content" not in path.parts)


def imports_of(path: Path) -> Iterator[str]:
    """The modules a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room_of(module: str) -> str | None:
    """The room a module belongs to."""
    return next((room for room in ROOMS if module == room or module.startswith(f"{room}.")), None)


@pytest.mark.parametrize("room", LOWER)
def test_imports_go_one_way(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(ROOMS[room])
        for module in imports_of(path)
        if (found := room_of(module)) and found != room and found not in LOWER[room]
    ]
    assert not wrong


def test_site_is_a_source_root_and_no_package() -> None:
    assert not (ROOT / "site/__init__.py").exists()
    wrong = [path for path in modules(ROOT / "site") for module in imports_of(path) if module.split(".")[0] == "site"]
    assert not wrong


def test_top_level_is_as_planned() -> None:
    made_by_tools = {".git", ".venv", "var", ".ruff_cache", ".mypy_cache", ".pytest_cache"}
    assert {path.name for path in ROOT.iterdir()} - made_by_tools <= TOP_LEVEL


def test_files_stay_readable() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("site", "news", "organisations", "campaigns", "search", "tests")
        for path in modules(ROOT / folder)
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_locks_carry_hashes_and_no_addresses() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        assert "--hash=sha256:" in text
        assert "http" not in text
