"""Invariants of the house, checked whenever Django starts (house.md, habit 2)."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from wagtail_localize.fields import SynchronizedField

from newsroom.base.models import NewsroomPage


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
