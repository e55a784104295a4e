"""Wrong code is found when Django starts, with an id and a hint."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.checks import Error, run_checks
from django.test.utils import isolate_apps

from newsroom.base import checks
from newsroom.base.models import NewsroomPage


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An app that knows only the page types that a test declares."""
    with isolate_apps("newsroom.base") as isolated:
        monkeypatch.setattr(checks, "apps", isolated)
        yield isolated


def found() -> list[tuple[str, str]]:
    """The id and the model of every error of the house."""
    errors = [*checks.check_search_kinds(None), *checks.check_shared_slugs(None)]
    assert all(isinstance(error, Error) and error.hint for error in errors)
    return [(error.id, error.obj.__name__) for error in errors]


def test_page_type_that_says_everything_is_accepted(bench: Any) -> None:
    class GoodPage(NewsroomPage):
        search_kind = None

        class Meta:
            app_label = "base"

    assert GoodPage in checks.page_types()
    assert found() == []


def test_page_type_without_a_search_kind_is_refused(bench: Any) -> None:
    class UnfindablePage(NewsroomPage):
        class Meta:
            app_label = "base"

    assert UnfindablePage in checks.page_types()
    assert found() == [("newsroom.E001", "UnfindablePage")]


def test_page_type_whose_slug_would_drift_apart_is_refused(bench: Any) -> None:
    class DriftingPage(NewsroomPage):
        search_kind = "drift"
        override_translatable_fields = []

        class Meta:
            app_label = "base"

    assert DriftingPage in checks.page_types()
    assert found() == [("newsroom.E002", "DriftingPage")]


def test_front_pages_may_have_a_slug_each(bench: Any) -> None:
    class FrontPage(NewsroomPage):
        search_kind = None
        shares_slug = False
        override_translatable_fields = []

        class Meta:
            app_label = "base"

    assert FrontPage in checks.page_types()
    assert found() == []


def test_every_page_type_of_the_newsroom_passes(db: None) -> None:
    assert {model.__name__ for model in checks.page_types()} >= {
        "HomePage",
        "NewsIndexPage",
        "ReleasePage",
        "CampaignHubPage",
    }
    assert found() == []
    assert not [message for message in run_checks() if message.id and message.id.startswith("newsroom.")]


def test_checks_are_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nameless:
        """Stands for a page type that declares nothing."""

        __name__ = "Nameless"
        shares_slug = False

    monkeypatch.setattr(checks, "page_types", lambda: [Nameless()])
    assert "newsroom.E001" in {message.id for message in run_checks(app_configs=list(apps.get_app_configs()))}


def test_a_language_that_nobody_knows_how_to_write_is_told(settings: Any) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("pt", "Portuguese"), ("sw", "Kiswahili")]
    told = {message.msg: message.id for message in run_checks() if message.id in ("newsroom.E006", "newsroom.E007")}
    assert told["The language sw lacks a row."] == "newsroom.E006"
    assert [message for message in told if "pt lacks own_name, quotation_marks, thousands" in message]
    assert len([message for message, ident in told.items() if ident == "newsroom.E007"]) == 2


def test_a_language_without_words_for_the_importer_is_told(settings: Any) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("pt", "Portuguese"), ("sw", "Kiswahili")]
    told = [message.msg for message in run_checks() if message.id == "newsroom.E008"]
    assert len(told) == 1 and "language sw" in told[0]
