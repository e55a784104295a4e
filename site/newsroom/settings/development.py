"""The demonstration's settings with error pages and files straight from the sources."""

from newsroom.settings.demo import *  # noqa: F403

DEBUG = True
STORAGES = {
    "default": {"BACKEND": "newsroom.base.files.storage.WholeFiles"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Templates and code change while it runs: every answer is made anew.
NEWSROOM_PUBLIC_ANSWERS = set()
