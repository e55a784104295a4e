"""What stands in the log: nothing secret, nothing that strangers fill it with, and which request a line is of."""

import contextvars
import datetime
import json
import logging
import re
from collections.abc import Mapping
from typing import Any

#: Addresses whose last part is a secret that opens them.
SECRET = re.compile(r"(/clearance/|/drafts/|/letters/signature/)[\w:-]+")
#: What Django warns of whenever a stranger asks for it; the proxy's log has it too. 503 is our own "not ready".
NOISE = frozenset({400, 401, 404, 405, 410, 503})
#: The request that is answered in this thread; "-" outside of one.
request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")


class WithoutSecrets(logging.Filter):
    """Writes such addresses without their secret; Django names the address whenever it refuses one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record through."""
        message = record.getMessage()
        if SECRET.search(message):
            record.msg, record.args = without_secrets(message), None
        if record.exc_info:
            # Formatters take what stands here instead of writing the exception themselves.
            record.exc_text = without_secrets(record.exc_text or logging.Formatter().formatException(record.exc_info))
        return True


def without_secrets(words: str) -> str:
    """Words with the secrets in their addresses left out."""
    return SECRET.sub(r"\1…", words)


class AtTheirLevels(logging.Filter):
    """Keeps loggers to the levels of the settings, whatever a program raised them to since."""

    def __init__(self, levels: Mapping[str, str]) -> None:
        super().__init__()
        self.levels = {name: logging.getLevelNamesMapping()[level] for name, level in levels.items()}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is grave enough for the logger that it comes from."""
        lowest = (level for name, level in self.levels.items() if f"{record.name}.".startswith(f"{name}."))
        return record.levelno >= max(lowest, default=0)


class WithoutNoise(logging.Filter):
    """Leaves out what strangers cause as they please; a host that is not ours is a warning of one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is worth a line."""
        if record.name == "django.security.DisallowedHost":
            record.levelno, record.levelname, record.exc_info = logging.WARNING, "WARNING", None
        return record.name != "django.request" or getattr(record, "status_code", None) not in NOISE


class WithRequestId(logging.Filter):
    """Marks each record with the request in which it arose."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record through."""
        record.request_id = request_id.get()
        return True


class JsonLine(logging.Formatter):
    """A record as one line of JSON, for programs that gather logs. The instant is in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": getattr(record, "request_id", "-"),
            "message": record.getMessage(),
        }
        if record.exc_info or record.exc_text:
            line["exception"] = record.exc_text or self.formatException(record.exc_info)  # type: ignore[arg-type]
        return json.dumps(line, ensure_ascii=False)


def forget_request(**kwargs: Any) -> None:
    """The request is over; what this thread writes next belongs to none."""
    request_id.set("-")
