"""SQLite keeps everything in one file: embargoed texts, accounts, sessions. Its owner alone may read it."""

import contextlib
from pathlib import Path
from typing import Any

OWNER_ALONE = 0o600


def database_files(name: str) -> list[Path]:
    """The file of a database and the two beside it, those of them that there are."""
    return [path for end in ("", "-wal", "-shm") if (path := Path(f"{name}{end}")).is_file()]


def keep_to_owner(connection: Any, **kwargs: Any) -> None:
    """Take others' rights off the files of a database that was opened; what SQLite makes later takes after them.

    Files of somebody else stay as they are: `check --deploy` tells of those.
    """
    if connection.vendor != "sqlite":
        return
    for path in database_files(str(connection.settings_dict["NAME"])):
        if path.stat().st_mode & 0o077:
            with contextlib.suppress(PermissionError):
                path.chmod(OWNER_ALONE)
