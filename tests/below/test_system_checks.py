"""What we rely on in Wagtail and wagtail-localize without a promise is asked for when Django starts.

Each check is silent today, and each is broken here once, as an upgrade might break it.
"""

import types
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks
from django.urls import include, path
from wagtail import hooks
from wagtail.admin import action_menu
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.documents import urls as documents_urls
from wagtail.models import PagePermissionTester
from wagtail.permissions import policy_registry
from wagtail_localize.wagtail_hooks import register_admin_urls

from news import checks as news_checks
from newsroom import urls
from newsroom.base import checks as base_checks
from newsroom.base.rights import doors
from newsroom.publication import checks as publication_checks
from newsroom.translation import checks as system_checks
from newsroom.translation import middleware, sight_hooks
from organisations import checks as organisations_checks
from organisations.admin import buttons as list_buttons

Patch = pytest.MonkeyPatch
Check = Callable[[None], Iterable[CheckMessage]]


def said(check: Check) -> dict[str, str]:
    """What a check finds: each message with its id; each has a hint."""
    found = list(check(None))
    assert all(message.hint for message in found)
    return {str(message.msg): str(message.id) for message in found}


def test_nothing_is_found_today() -> None:
    assert [message for message in run_checks() if str(message.id).startswith("newsroom.E02")] == []


@pytest.fixture
def wagtails_addresses(settings: Any) -> None:
    """The addresses of the newsroom as if each original stood before ours."""
    scratch = types.ModuleType("scratch_urls")
    scratch.urlpatterns = [  # type: ignore[attr-defined]
        path("admin/", include(register_admin_urls())),
        path("documents/", include(documents_urls)),
        *(each for each in urls.urlpatterns if getattr(each, "callback", None) is None or each.name),
    ]
    settings.ROOT_URLCONF = scratch


def test_view_that_no_longer_stands_before_the_original(wagtails_addresses: None) -> None:
    """Unsafe originals would answer silently."""
    found = said(publication_checks.check_replaced_addresses) | said(system_checks.check_localize_addresses)
    assert set(found.values()) == {"newsroom.E020"}
    names = [each.name for each in (*publication_checks.STAND_INS, *system_checks.STAND_INS)]
    assert len(found) == len(names)
    assert all(any(name in words for words in found) for name in names)


def test_address_that_is_gone(settings: Any) -> None:
    settings.ROOT_URLCONF = types.ModuleType("no_urls")
    settings.ROOT_URLCONF.urlpatterns = []
    found = said(publication_checks.check_replaced_addresses)
    assert len(found) == len(publication_checks.STAND_INS)
    assert any("no address wagtailadmin_pages:unpublish any more" in words for words in found)


def test_translation_that_an_address_calls_otherwise(monkeypatch: Patch) -> None:
    """The guard of a translator's own languages looks for the parameter by its name."""
    monkeypatch.setattr(middleware, "TRANSLATIONS", "localize/translate/<int:pk>/")
    found = said(system_checks.check_guard)
    assert set(found.values()) == {"newsroom.E021"} and len(found) == 8
    assert any("edit_string_translation" in words for words in found)


def test_new_address_of_wagtail_localize(monkeypatch: Patch) -> None:
    monkeypatch.setattr(system_checks, "WITHOUT_A_TRANSLATION", {"javascript_catalog"})
    assert any("snippets_api_detail" in words for words in said(system_checks.check_guard))


def test_address_for_officers_that_is_called_otherwise(monkeypatch: Patch) -> None:
    monkeypatch.setattr(middleware, "FOR_OFFICERS", ("disable_translation",))
    (words,) = said(system_checks.check_guard)
    assert "disable_translation" in words


def test_menu_without_the_button_that_ours_replaces(monkeypatch: Patch) -> None:
    class Renamed(action_menu.PublishMenuItem):
        """Publish, of another class than it was."""

    monkeypatch.setattr(action_menu, "BASE_PAGE_ACTION_MENU_ITEMS", [Renamed(order=30)])
    assert list(said(news_checks.check_publish_button).values()) == ["newsroom.E022"]
    monkeypatch.delattr(action_menu, "_get_base_page_action_menu_items")
    assert list(said(news_checks.check_publish_button).values()) == ["newsroom.E022"]


def test_button_that_is_called_otherwise(monkeypatch: Patch) -> None:
    monkeypatch.setattr(action_menu.PublishMenuItem, "name", "action-go-live")
    assert list(said(news_checks.check_publish_button).values()) == ["newsroom.E022"]


def test_bulk_action_that_is_wagtails_again(monkeypatch: Patch) -> None:
    bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")
    monkeypatch.delitem(bulk_action_registry.actions["wagtailcore"]["page"], "publish")
    assert list(said(news_checks.check_bulk_publishing).values()) == ["newsroom.E022"]


def test_question_about_a_page_that_passes_the_rules_by(monkeypatch: Patch) -> None:
    monkeypatch.setattr(PagePermissionTester, "can_archive", lambda self: True, raising=False)
    assert list(said(base_checks.check_verbs).values()) == ["newsroom.E023"]


@pytest.mark.parametrize("name", ["wagtailadmin_pages:remove", "wagtailadmin_pages:edit"])
def test_door_that_is_called_otherwise(name: str, monkeypatch: Patch) -> None:
    """By its name, or by the name of its number."""
    pages = {name if each == "wagtailadmin_pages:lock" else each: door for each, door in doors.PAGES.items()}
    pages[name] = (pages[name][0], "number")
    monkeypatch.setattr(doors, "PAGES", pages)
    assert list(said(base_checks.check_doors).values()) == ["newsroom.E024"]


def test_redirects_that_are_answered_elsewhere(monkeypatch: Patch) -> None:
    monkeypatch.setattr(RedirectMiddleware, "__call__", lambda self, request: None)
    assert list(said(publication_checks.check_redirects).values()) == ["newsroom.E025"]


@pytest.mark.parametrize(
    ("module", "name"),
    [(middleware, "TYPES_IN_USE"), (sight_hooks, "NAMES_ANY_PAGE"), (sight_hooks, "PARENT")],
)
def test_place_that_names_pages_to_everybody(module: Any, name: str, monkeypatch: Patch) -> None:
    monkeypatch.setattr(module, name, "as-it-was-called-before")
    assert set(said(system_checks.check_sight).values()) == {"newsroom.E026"}


def test_menu_of_a_row_that_is_made_twice(monkeypatch: Patch) -> None:
    theirs = [hook for hook in hooks.get_hooks(list_buttons.HOOK) if list_buttons.is_of_localize(hook)]
    monkeypatch.setattr(theirs[0], "__module__", "wagtail_translate.wagtail_hooks")
    assert list(said(organisations_checks.check_row_menu).values()) == ["newsroom.E027"]


def test_policy_of_files_that_is_wagtails_again(monkeypatch: Patch) -> None:
    monkeypatch.setattr(policy_registry, "get_by_type", lambda model: object())
    assert set(said(publication_checks.check_file_policies).values()) == {"newsroom.E028"}


def test_hook_that_is_asked_after_wagtail_localizes(monkeypatch: Patch) -> None:
    usual = hooks.get_hooks
    monkeypatch.setattr(system_checks.hooks, "get_hooks", lambda name: usual(name)[::-1])
    found = said(system_checks.check_order_of_hooks)
    assert len(found) == len(system_checks.ASKED_FIRST) and set(found.values()) == {"newsroom.E029"}
