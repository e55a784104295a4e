"""Whether the web process may take traffic: what it needs and would otherwise miss in front of readers."""

from functools import lru_cache

from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from search.models import Generation

#: A file that every page asks the manifest for.
STYLES = "newsroom/base.css"


def missing() -> list[str]:
    """What is missing, a plain word each: database, migrations, static, index."""
    try:
        if has_unapplied_migrations():
            return ["migrations"]
        wrong = [] if Generation.objects.serving() else ["index"]
    except DatabaseError:
        return ["database"]
    return wrong if has_static_files() else [*wrong, "static"]


def has_unapplied_migrations() -> bool:
    """Whether the program knows migrations that the database does not. Raises DatabaseError. One query."""
    return not known_migrations() <= set(MigrationRecorder(connection).applied_migrations())


@lru_cache(maxsize=1)
def known_migrations() -> frozenset[tuple[str, str]]:
    """The migrations of this program, which do not change while it runs."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.nodes)


def has_static_files() -> bool:
    """Whether the list of static files is there, where pages need one: it is read once, when the process starts."""
    storage = staticfiles_storage
    return not isinstance(storage, ManifestFilesMixin) or STYLES in storage.hashed_files
