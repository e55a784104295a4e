"""Invariants of the house, checked whenever Django starts."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from wagtail.models import PagePermissionTester
from wagtail_localize.fields import SynchronizedField

from newsroom.base.models import NewsroomPage
from newsroom.base.rights import doors
from newsroom.base.rights.permissions import NewsroomPagePermissionTester
from newsroom.base.stand_ins import match_of
from newsroom.language.catalogue import ROWS

#: What Wagtail's tester answers and no rule of ours is asked about: what lies below a page or elsewhere, and looking.
WITHOUT_RULES = {"can_add_subpage", "can_publish_subpage", "can_reorder_children", "can_copy_to", "can_view_revisions"}


def page_types() -> list[type[NewsroomPage]]:
    """Every concrete page type of the newsroom."""
    return [model for model in apps.get_models() if issubclass(model, NewsroomPage)]


@register()
def check_search_kinds(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E001: a page type that does not say what a search finds when it finds it."""
    return [
        Error(
            f"{model.__name__} declares no search_kind.",
            hint="Name its kind for the search, or set it to None to keep it out.",
            obj=model,
            id="newsroom.E001",
        )
        for model in page_types()
        if not hasattr(model, "search_kind")
    ]


@register()
def check_shared_slugs(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E002: a page type whose addresses would drift apart between languages."""
    return [
        Error(
            f"{model.__name__} does not synchronise its slug.",
            hint="Keep SynchronizedField('slug', overridable=False) in override_translatable_fields.",
            obj=model,
            id="newsroom.E002",
        )
        for model in page_types()
        if model.shares_slug and SynchronizedField("slug") not in model.override_translatable_fields
    ]


@register()
def check_verbs(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E023: a new question that Wagtail asks about a page and that passes our rules by."""
    verbs = {name for name in vars(PagePermissionTester) if name.startswith("can_")}
    return [
        Error(
            f"Wagtail asks its permission tester {verb}, and no rule of ours is asked.",
            hint="Answer it in NewsroomPagePermissionTester with an Act, or name it in WITHOUT_RULES.",
            id="newsroom.E023",
        )
        for verb in sorted(verbs - set(vars(NewsroomPagePermissionTester)) - WITHOUT_RULES)
    ]


@register()
def check_doors(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E024: an address at which a page is kept from sight or a refusal told, if called otherwise now."""
    named: dict[str, dict[str, Any]] = {name: {number: 1} for name, (_act, number) in doors.PAGES.items()}
    named["wagtailadmin_pages:move_confirm"]["destination_id"] = 2
    named[doors.ACTION] = {"pk": 1, "action_name": "copy"}
    named[doors.SEVERAL] = {"app_label": "wagtailcore", "model_name": "page", "action": "delete"}
    named["wagtailadmin_explore"] = {"parent_page_id": 1}
    for name, values in named.items():
        match = match_of(name, **values)
        if match is None or match.view_name != name:
            hint = "Correct base/rights/doors.py: until then a refusal there gives no reason, and a page is told of."
            yield Error(f"{name} with {', '.join(values)} is no address any more.", hint=hint, id="newsroom.E024")


@register()
def check_languages(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E006: a language of the settings that the catalogue does not know enough of to write in it."""
    return [
        Error(
            f"The language {code} lacks {', '.join(lacks)}.",
            hint="Complete its row in newsroom/language/catalogue.py.",
            id="newsroom.E006",
        )
        for code, _name in settings.LANGUAGES
        if (lacks := ROWS[code].lacks() if code in ROWS else ["a row"])
    ]
