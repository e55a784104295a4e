"""compose.yaml, the table for operators and the settings name the same variables, and the parts fit together."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsroom.settings.environment import KNOWN

ROOT = Path(__file__).parents[2]
#: Where the image keeps its files is the image's own business.
#: The proxy stands outside of the containers' network.
OTHERWISE_IN_CONTAINERS = {"NEWSROOM_TRUSTED_PROXIES": "172.16.0.0/12,192.168.0.0/16"}
NOT_IN_COMPOSE = {"NEWSROOM_DATA_DIR"}
OURS = ("migrate", "web", "worker", "tasks", "follower")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """The services of compose.yaml."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
    return found


def documented() -> dict[str, str]:
    """The variables of the table in docs/operators.md, each with its default."""
    text = (ROOT / "docs/operators.md").read_text("utf-8")
    return dict(re.findall(r"^\| `(NEWSROOM_\w+)` \|.*\| ([^|]*) \|$", text, flags=re.MULTILINE))


def test_table_names_what_the_settings_read() -> None:
    assert set(documented()) == set(KNOWN)


def test_settings_read_what_they_name() -> None:
    read = "".join(path.read_text("utf-8") for path in (ROOT / "site/newsroom/settings").glob("*.py"))
    for name in KNOWN:
        assert re.search(rf'\("{name}"', read), name


def test_compose_passes_every_variable_with_its_default(services: dict[str, Any]) -> None:
    passed = services["web"]["environment"]
    assert set(passed) == set(KNOWN) - NOT_IN_COMPOSE
    for name, default in documented().items():
        if name in NOT_IN_COMPOSE or name == "NEWSROOM_DATABASE_URL":
            continue
        value = re.fullmatch(r"`([^`]*)`.*", default)
        word = "" if default.startswith("none") else value[1] if value else ""
        word = OTHERWISE_IN_CONTAINERS.get(name, word)
        needed = default == "none" and passed[name].endswith(":?}")
        assert needed or passed[name] == f"${{{name}:-{word}}}", name


def test_all_processes_get_the_same_variables(services: dict[str, Any]) -> None:
    assert all(services[name]["environment"] == services["web"]["environment"] for name in OURS)


def test_nothing_starts_before_the_migrations(services: dict[str, Any]) -> None:
    for name in set(OURS) - {"migrate"}:
        assert services[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert services["migrate"]["restart"] == "no"


def test_what_sends_mail_reaches_it(services: dict[str, Any]) -> None:
    for name in ("web", "worker", "tasks"):
        assert "outside" in services[name]["networks"]


def test_what_runs_for_ever_is_watched(services: dict[str, Any]) -> None:
    for name in ("web", "worker", "follower"):
        assert services[name]["healthcheck"]
    assert services["worker"]["command"][2:] == ["run_scheduler"]
