"""The demonstration on this machine: production's settings over plain HTTP with throw-away secrets."""

import os

os.environ.setdefault("NEWSROOM_SECRET_KEY", "for-demonstrations-on-this-machine-only-never-in-production")
os.environ.setdefault("NEWSROOM_BASE_URL", "http://127.0.0.1:8000")
os.environ.setdefault("NEWSROOM_ALLOWED_HOSTS", "127.0.0.1,localhost")
os.environ.setdefault("NEWSROOM_EMAIL_URL", "consolemail://")
os.environ.setdefault("NEWSROOM_FROM_EMAIL", "newsroom@localhost")
os.environ.setdefault("NEWSROOM_HTTPS_REDIRECT", "false")
os.environ.setdefault("NEWSROOM_CHECK_LINKS", "false")  # the invented hosts are nobody's

from newsroom.settings.base import *  # noqa: F403

# The invented content, made with factory-boy: neither is installed in production.
INSTALLED_APPS = ["newsroom.demo", *INSTALLED_APPS]

SECURE_HSTS_SECONDS = 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_HSTS_PRELOAD = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W004"]

DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
