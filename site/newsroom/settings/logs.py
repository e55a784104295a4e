"""What the log says, and how: one line an event to standard error."""

from typing import Any

# At INFO, Wagtail and the tasks name what they handle, titles of embargoed releases among it; the search server's
# client names every search, and at WARNING every try to reach a server that is away.
LEVELS = {
    "wagtail": "WARNING",
    "django_tasks": "WARNING",
    "django_tasks_db": "WARNING",
    "axes": "WARNING",
    "elastic_transport": "ERROR",
}


def written_as(form: str) -> dict[str, Any]:
    """Django's LOGGING, with lines of a form that is named below."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"format": "{asctime} {levelname} {name} [{request_id}] {message}", "style": "{"},
            "json": {"()": "newsroom.base.requests.logs.JsonLine"},
        },
        "filters": {
            # A program may raise its own loggers again, as the worker does: what reaches the log is decided here.
            "levels": {"()": "newsroom.base.requests.logs.AtTheirLevels", "levels": LEVELS},
            "without_noise": {"()": "newsroom.base.requests.logs.WithoutNoise"},
            "with_request": {"()": "newsroom.base.requests.logs.WithRequestId"},
            "without_secrets": {"()": "newsroom.base.requests.logs.WithoutSecrets"},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": form,
                "filters": ["levels", "without_noise", "with_request", "without_secrets"],
            }
        },
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {name: {"level": level} for name, level in LEVELS.items()},
    }
