"""The database of the tests: migrated once for a set of migrations, kept, and copied for every run and every worker.

To migrate an empty database takes twenty times as long as to copy one. Migrations still run: on the copy, which is
found to lack none of them.
"""

import ast
import fcntl
import hashlib
import importlib.util
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import TransactionTestCase

ROOT = Path(__file__).parents[1]


def prepare(folder: Path) -> None:
    """Let the database that Django is about to create begin as a copy of the one kept in a folder, which is made first
    where it is missing.
    """
    name = f"newsroom_{fingerprint()}"
    with alone(folder / f"{connection.vendor}.lock"):
        if connection.vendor == "sqlite":
            copy_into_memory(kept_file(folder, f"{name}.sqlite3"))
        else:
            keep_in_server(name)
            connection.settings_dict["TEST"]["TEMPLATE"] = name


def fingerprint() -> str:
    """What decides how a migrated database looks: all migrations, what ours import, and whose languages they write."""
    found = hashlib.sha256(repr((django.VERSION, settings.LANGUAGES, settings.LANGUAGE_CODE)).encode())
    for path in sorted(migrations()):
        found.update(str(path.name).encode() + path.read_bytes())
    return found.hexdigest()[:16]


def migrations() -> set[Path]:
    """The files of all migrations, and of the house's own modules that they stand on."""
    paths = {path for app in apps.get_app_configs() for path in Path(app.path).glob("migrations/*.py")}
    ours = {path for path in paths if path.is_relative_to(ROOT) and ".venv" not in path.parts}
    return paths | {module for path in ours for module in imported(path) if module.is_relative_to(ROOT)}


def imported(path: Path) -> Iterator[Path]:
    """The files of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
        for name in filter(None, names):
            spec = importlib.util.find_spec(name)
            if spec and spec.has_location and spec.origin:
                yield Path(spec.origin)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let other workers wait meanwhile, at a file: the first makes what all of them copy."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrate(name: str) -> None:
    """Create a database of a name and migrate it; Django's settings are afterwards as before."""
    before, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    test_before = test["NAME"]
    test["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    test["NAME"] = test_before
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = before


def kept_file(folder: Path, name: str) -> Path:
    """The file of the migrated SQLite; what was kept of other migrations goes."""
    path = folder / name
    if not path.exists():
        for old in folder.glob("*.sqlite3*"):
            old.unlink()
        unfinished = path.with_suffix(".sqlite3-unfinished")
        migrate(str(unfinished))
        unfinished.rename(path)
    return path


def copy_into_memory(path: Path) -> None:
    """Fill the SQLite in memory that Django will take for its new database."""
    connection.close()
    connection.settings_dict["NAME"] = f"file:memorydb_{connection.alias}?mode=memory&cache=shared"
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as kept:
        kept.backup(connection.connection)


def keep_in_server(name: str) -> None:
    """Make the migrated database in PostgreSQL where this server has none of this name."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone():
            return
    migrate(f"{name}_unfinished")
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')


class Snapshot:
    """What SQLite in memory held at a moment, to go back to it after a test that committed."""

    def __init__(self) -> None:
        self.memory = sqlite3.connect(":memory:", check_same_thread=False)
        connection.ensure_connection()
        connection.connection.backup(self.memory)

    def restore(self) -> None:
        """Forget all that was written since; the connection stays the same, for a server that holds it."""
        connection.ensure_connection()  # the last test of a session has closed it
        self.memory.backup(connection.connection)
        ContentType.objects.clear_cache()


def snapshot() -> Snapshot | None:
    """What the database holds now, where going back is cheaper than building it again."""
    return Snapshot() if connection.vendor == "sqlite" else None


def go_back_instead_of_emptying(at_first: Snapshot) -> None:
    """Let Django go back to a snapshot after a test that commits.

    It would empty every table and then fill those of content types and permissions, which takes seconds.
    """

    def restore(_test: TransactionTestCase) -> None:
        at_first.restore()

    TransactionTestCase._fixture_teardown = restore
