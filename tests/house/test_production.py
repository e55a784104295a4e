"""What is there for demonstrations and tests is no part of production: neither its content nor what makes it."""

import ast
import subprocess
import sys
from pathlib import Path

from test_settings import SECRETS, run

ROOT = Path(__file__).parents[2]
ROOMS = ("site/newsroom", "organisations", "news", "campaigns", "importing", "search")
#: Runs a command as where neither the package of the factories nor the demonstration is installed.
WITHOUT = """
import sys
from importlib.abc import MetaPathFinder

class Absent(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("factory", "faker") or (name + ".").startswith("newsroom.demo."):
            raise ModuleNotFoundError(f"{name} is not installed", name=name)

sys.meta_path.insert(0, Absent())
"""
CHECK = """
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", "check"])
"""
IMPORT = """
import django, importlib
django.setup()
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def name_of(path: Path) -> str:
    """The module that a file is."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part not in ("site", "__init__"))


def modules_of_production() -> list[str]:
    """Every module but the demonstration, the factories and the settings made for those."""
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if path.name != "factories.py"]
    names = [name_of(path) for path in files]
    settings = ("newsroom.settings.demo", "newsroom.settings.development", "newsroom.settings.test")
    return [name for name in names if not f"{name}.".startswith("newsroom.demo.") and name not in settings]


def test_production_needs_neither_factories_nor_the_demonstration(tmp_path: Path) -> None:
    result = run(["-c", WITHOUT + CHECK], SECRETS | {"NEWSROOM_DATA_DIR": str(tmp_path)})
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_no_module_of_production_needs_them_either(tmp_path: Path) -> None:
    """Commands, templates' tags and whatever else is loaded when it is asked for."""
    names = modules_of_production()
    assert "news.models.release" in names and len(names) > 200
    result = run(["-c", WITHOUT + IMPORT, *names], SECRETS | {"NEWSROOM_DATA_DIR": str(tmp_path)})
    assert result.returncode == 0, result.stderr


def test_demonstration_is_noticed_where_it_is_absent(tmp_path: Path) -> None:
    environment = SECRETS | {"NEWSROOM_DATA_DIR": str(tmp_path)}
    for name in ("newsroom.demo.apps", "news.factories"):
        assert "is not installed" in run(["-c", WITHOUT + IMPORT, name], environment).stderr


def test_factories_are_for_the_demonstration_and_tests() -> None:
    """Not even where nobody runs it: an import within a function."""
    wrong = []
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            if "demo" in path.parts or path.name == "factories.py":
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
                if any("factories" in each.split(".") or each.split(".")[0] == "factory" for each in (module, *names)):
                    wrong.append(f"{path.relative_to(ROOT)}: {module or names}")
    assert not wrong


def test_lock_of_production_holds_no_factories() -> None:
    production = (ROOT / "requirements/production.txt").read_text("utf-8").lower()
    development = (ROOT / "requirements/development.txt").read_text("utf-8").lower()
    for package in ("factory-boy", "faker"):
        assert f"\n{package}==" in development and f"\n{package}==" not in production
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert "requirements/production.txt" in dockerfile and "requirements/development.txt" not in dockerfile


def test_commands_of_the_demonstration_are_not_there(tmp_path: Path) -> None:
    result = run(["manage.py", "help", "--commands"], SECRETS | {"NEWSROOM_DATA_DIR": str(tmp_path)})
    assert "lift_due" in result.stdout.split() and "load_demo" not in result.stdout.split()
    shown = subprocess.run(
        [sys.executable, "manage.py", "help", "--commands", "--settings", "newsroom.settings.demo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "load_demo" in shown.stdout.split()
