"""Invariants of publication, checked whenever Django starts."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string
from wagtail.models import Page

from newsroom.base.models import NewsroomPage
from newsroom.publication.chain import CHAIN
from newsroom.publication.models import Embargo, Withdrawable


@register()
def check_order_of_bases(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E004: a page type whose bases stand in an order in which one does not take over from the next."""
    return [
        Error(
            f"{model.__name__} has its bases in the wrong order.",
            hint="class X(Withdrawable, Embargo, …, NewsroomPage): what leaves, what is held back, the page.",
            obj=model,
            id="newsroom.E004",
        )
        for model in apps.get_models()
        if issubclass(model, Page) and not stands_in_order(model)
    ]


def stands_in_order(model: type[Any]) -> bool:
    """Tell whether the bases of a page type that concern publication follow each other as they must."""
    order = [base for base in model.__mro__ if base in (Withdrawable, Embargo, NewsroomPage, Page)]
    return order == sorted(order, key=(Withdrawable, Embargo, NewsroomPage, Page).index)


@register()
def check_chain(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E005: a step of the chain of a publication that names a function which is not there."""
    return [
        Error(
            f"The chain of a publication names {step.function}, which cannot be imported.",
            hint="Correct publication/chain.py.",
            id="newsroom.E005",
        )
        for steps in CHAIN.values()
        for step in steps
        if not can_be_imported(step.function)
    ]


def can_be_imported(path: str) -> bool:
    """Tell whether there is something at the path of a function."""
    try:
        import_string(path)
    except ImportError:
        return False
    return True
