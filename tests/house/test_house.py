"""The plan of the house holds: where things stand. `make lint` holds which way imports go (docs/development.md)."""

import ast
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("newsroom", "organisations", "news", "campaigns", "importing", "search")
TOP_LEVEL = {
    *("manage.py", "pyproject.toml", "site", "news", "campaigns", "importing", "organisations"),
    *("search", "templates", "tests"),
    *(
        "README.md",
        "Makefile",
        "requirements",
        "docs",
        "compose.yaml",
        "Dockerfile",
        ".ci",
        ".gitignore",
        ".importlinter",
        ".dockerignore",
    ),
}
LONGEST_FILE = 350
#: Modules that lie side by side in one folder; more of them get folders by what they do.
MOST_FLAT_MODULES = 19


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


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Which module imports which, wherever in it, but for annotations."""
    return grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True, cache_dir=None)


def test_no_import_goes_in_a_circle(graph: grimp.ImportGraph) -> None:
    TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()


def test_every_module_of_a_room_stands_in_a_layer(graph: grimp.ImportGraph) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    for contract in contracts:
        room = contract["name"].removeprefix("Inside ")
        placed = {name.strip() for layer in contract["layers"] for name in layer.split(":")}
        written = {name for name in graph.find_descendants(room) if ".migrations" not in name}
        assert not {name for name in written if not is_placed(name, placed)}


def is_placed(module: str, placed: set[str]) -> bool:
    """Whether a module stands in a layer, with its package or by itself, or is the face of some that do."""
    return any(f"{module}.".startswith(f"{name}.") or name.startswith(f"{module}.") for name in placed)


#: Functions that several modules answer to by the same name, because one caller asks whichever of them fits.
PROTOCOLS = {
    (
        "newsroom.translation.exchange.po",
        "newsroom.translation.exchange.xliff12",
        "newsroom.translation.exchange.xliff20",
    ),
}


def test_a_public_name_stands_once_in_the_house() -> None:
    """Whoever looks for a function or class finds one; formats of one exchange may be asked by the same names."""
    found: dict[str, set[str]] = {}
    for path, name in public_names():
        found.setdefault(name, set()).add(path)
    assert not {
        name: sorted(paths)
        for name, paths in found.items()
        if len(paths) > 1 and not any(paths <= set(protocol) for protocol in PROTOCOLS)
    }


def public_names() -> Iterator[tuple[str, str]]:
    """The module and name of each public function and class of the house, but of what only demonstrates or is run."""
    for package in (*PACKAGES[1:], "site/newsroom"):
        for path in modules(ROOT / package):
            if {"demo", "settings", "management"} & set(path.parts):
                continue
            module = ".".join(
                path.relative_to(ROOT / "site" if package.startswith("site") else ROOT).with_suffix("").parts
            )
            for node in ast.parse(path.read_text("utf-8")).body:
                if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                    yield module, node.name


#: What has no sender that one could name: requests, databases, merges of whatever record.
WITHOUT_SENDER = {"request_finished", "connection_created"}


def test_what_listens_is_connected_where_a_room_starts_with_its_sender() -> None:
    """One look at the `apps.py` of the rooms says what runs when something is written, deleted or published."""
    for package in ("site/newsroom", *PACKAGES[1:]):
        for path in modules(ROOT / package):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                assert not (
                    isinstance(node, ast.FunctionDef) and "receiver" in map(decorator_name, node.decorator_list)
                )
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect":
                    assert path.name == "apps.py"
                    senders = {keyword.arg for keyword in node.keywords}
                    assert "sender" in senders or decorator_name(node.func.value) in WITHOUT_SENDER


def decorator_name(node: ast.expr) -> str:
    """The name of a decorator or object, without what it is called with."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else ""


def test_site_is_a_source_root_and_no_package() -> None:
    assert not (ROOT / "site/__init__.py").exists()
    wrong = [path for path in modules(ROOT / "site") for module in imports_of(path) if module.split(".")[0] == "site"]
    assert not wrong


def test_a_room_is_seen_at_once() -> None:
    for package in ("site/newsroom", *PACKAGES[1:], "tests"):
        for folder in {path.parent for path in modules(ROOT / package)}:
            flat = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
            assert len(flat) <= MOST_FLAT_MODULES, folder


def test_top_level_is_as_planned() -> None:
    made_by_tools = {".git", ".venv", "var", ".ruff_cache", ".mypy_cache", ".pytest_cache"}
    assert {path.name for path in ROOT.iterdir()} - made_by_tools <= TOP_LEVEL


def test_files_stay_readable() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("site", "news", "organisations", "campaigns", "importing", "search", "tests")
        for path in modules(ROOT / folder)
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_locks_carry_hashes_and_no_addresses() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
