"""The log: what stands in it, what strangers cannot fill it with, and how it is written."""

import json
import logging
import logging.config
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django_tasks_db.management.commands.db_worker import Command as Worker

from newsroom.base.requests import middleware
from newsroom.base.requests.logs import request_id
from newsroom.settings import logs


@pytest.fixture(params=["line", "json"])
def written(request: pytest.FixtureRequest) -> Iterator[StringIO]:
    """What the settings' log gets, in each of its forms."""
    stream = StringIO()
    config = logs.written_as(request.param)
    config["handlers"]["console"]["stream"] = stream
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in (*logs.LEVELS, "django")}
    logging.config.dictConfig(config)
    yield stream
    root.handlers[:], root.level = handlers, level
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    request_id.set("-")


def test_worker_that_raises_its_own_loggers_writes_no_more(written: StringIO) -> None:
    Worker().configure_logging(1)
    for name in ("django_tasks", "django_tasks_db", "django_tasks_db.management"):
        logging.getLogger(name).info("Task path=newsroom.translation.tasks.reminders state=RUNNING")
    assert written.getvalue() == ""
    logging.getLogger("django_tasks_db").error("Task id=1 failed unexpectedly")
    assert len(written.getvalue().splitlines()) == 1


@pytest.mark.django_db
def test_host_that_is_not_ours_is_one_warning(written: StringIO, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["newsroom.example"]
    settings.DEBUG = False
    assert Client().get("/en/", headers={"Host": "elsewhere.example"}).status_code == 400
    lines = written.getvalue().splitlines()
    assert len(lines) == 1
    assert "WARNING" in lines[0] and "elsewhere.example" in lines[0] and "Traceback" not in lines[0]


def test_addresses_that_nobody_has_fill_no_log(written: StringIO, newsroom: Any) -> None:
    assert Client().get("/en/no-such-page/").status_code == 404
    assert Client().post("/health/").status_code == 405
    assert written.getvalue() == ""


def test_failure_is_told_with_its_request(written: StringIO, newsroom: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(request: HttpRequest) -> None:
        raise RuntimeError("see /clearance/abcdef-SECRET")

    monkeypatch.setattr("newsroom.home.health.missing", lambda: broken(HttpRequest()))
    browser = Client(raise_request_exception=False)
    answer = browser.get("/ready/", headers={"X-Request-ID": "proxy-17.a_b"})
    assert answer["X-Request-ID"] == "proxy-17.a_b"
    log = written.getvalue()
    assert "proxy-17.a_b" in log and "RuntimeError" in log and "/clearance/…" in log
    assert "SECRET" not in log
    assert request_id.get() == "-"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "line\\nERROR", "é"])
def test_name_of_a_request_that_could_break_the_log_is_replaced(given: str) -> None:
    answer = Client().get("/health/", headers={"X-Request-ID": given})
    assert answer["X-Request-ID"] != given
    assert middleware.REQUEST_ID.fullmatch(answer["X-Request-ID"])


def test_requests_have_names_of_their_own() -> None:
    assert Client().get("/health/")["X-Request-ID"] != Client().get("/health/")["X-Request-ID"]


def test_json_is_one_object_a_line() -> None:
    stream = StringIO()
    config = logs.written_as("json")
    handler = logging.StreamHandler(stream)
    configurator = logging.config.DictConfigurator(config)
    handler.setFormatter(configurator.configure_formatter(config["formatters"]["json"]))
    try:
        raise ValueError("first line\nsecond line")
    except ValueError:
        record = logging.LogRecord("news", logging.ERROR, __file__, 1, "Café %s", ("closed",), sys_exc_info())
    handler.handle(record)
    (line,) = stream.getvalue().splitlines()
    found = json.loads(line)
    assert (found["level"], found["logger"], found["message"]) == ("ERROR", "news", "Café closed")
    assert "second line" in found["exception"]
    assert found["time"].endswith("+00:00")


def sys_exc_info() -> Any:
    """The exception that is handled now, as loggers take it."""
    import sys

    return sys.exc_info()


@pytest.mark.parametrize("body", [lambda: HttpResponse("words"), lambda: StreamingHttpResponse(iter(["wo", "rds"]))])
def test_head_is_answered_without_a_body(body: Any) -> None:
    def answer(request: HttpRequest) -> Any:
        response = body()
        response["Content-Length"] = "5"
        return response

    mended = middleware.AnswerHeadWithoutBody(answer)
    head = mended(RequestFactory().head("/"))
    assert b"".join(head) == b""
    assert head["Content-Length"] == "5"
    assert b"".join(mended(RequestFactory().get("/"))) == b"words"


def test_name_of_a_request_is_forgotten_when_it_is_over(db: None) -> None:
    request_id.set("earlier")
    request_finished.send(sender=None)
    assert request_id.get() == "-"
