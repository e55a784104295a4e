"""Tests: as in production, with quick passwords, files in a folder of their own and mail in memory."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("NEWSROOM_BASE_URL", "http://testserver")
os.environ.setdefault("NEWSROOM_ALLOWED_HOSTS", "testserver,127.0.0.1,localhost")

from newsroom.settings.demo import *  # noqa: F403

TEST_FILES = tempfile.TemporaryDirectory(prefix="newsroom-tests-")
MEDIA_ROOT = Path(TEST_FILES.name)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "newsroom.base.files.storage.WholeFiles"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING_CONFIG = None
NEWSROOM_ANSWERS_KEPT = 0  # tests look into what an answer was made of
NEWSROOM_PARTS_KEPT = 0
