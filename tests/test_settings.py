"""Production refuses to start without its secrets and passes Django's own deployment checks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SECRETS = {
    "NEWSROOM_SECRET_KEY": "x7Kq" * 16 + "!mW2",
    "NEWSROOM_BASE_URL": "https://newsroom.example",
    "NEWSROOM_ALLOWED_HOSTS": "newsroom.example",
    "NEWSROOM_EMAIL_URL": "smtp://user:word@mail.newsroom.example:587",
    "NEWSROOM_FROM_EMAIL": "newsroom@newsroom.example",
}


def check(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs Django's deployment checks with production's settings and just these values."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSROOM_", "DJANGO_"))}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    settings = {"DJANGO_SETTINGS_MODULE": "newsroom.settings.base"}
    return subprocess.run(
        command, cwd=ROOT, env=kept | environment | settings, capture_output=True, text=True, check=False
    )


def test_production_passes_the_deployment_checks(tmp_path: Path) -> None:
    result = check(SECRETS | {"NEWSROOM_DATA_DIR": str(tmp_path)})
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


@pytest.mark.parametrize("missing", SECRETS)
def test_production_refuses_to_start_without(missing: str) -> None:
    result = check({name: value for name, value in SECRETS.items() if name != missing})
    assert result.returncode != 0
    assert missing in result.stderr


def test_production_refuses_a_short_key() -> None:
    result = check(SECRETS | {"NEWSROOM_SECRET_KEY": "short"})
    assert result.returncode != 0
    assert "at least 50 characters" in result.stderr
