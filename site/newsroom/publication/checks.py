"""Invariants of publication, checked whenever Django starts."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.utils.deprecation import MiddlewareMixin
from django.utils.module_loading import import_string
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Page
from wagtail.permissions import policy_registry

from newsroom.base.models import NewsroomDocument, NewsroomImage, NewsroomPage
from newsroom.base.stand_ins import StandIn, check_stand_ins
from newsroom.publication.chain import CHAIN
from newsroom.publication.files.policies import FilePermissionPolicy
from newsroom.publication.models import Embargo, Withdrawable

#: Asked where Wagtail would ask no more than "are you sure", or would say nothing to caches.
STAND_INS = (
    StandIn("wagtailadmin_pages:unpublish", "newsroom.publication.admin_views.take_off_page"),
    StandIn("wagtailadmin_pages:revisions_unschedule", "newsroom.publication.embargoes.views.unschedule", (1, 2)),
    StandIn("wagtailimages:delete", "newsroom.publication.files.views.delete_image"),
    StandIn("wagtaildocs:delete", "newsroom.publication.files.views.delete_document"),
    StandIn("wagtaildocs_serve", "newsroom.publication.views.serve_document", (1, "report.pdf")),
)


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


@register()
def check_replaced_addresses(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E020: an address of Wagtail at which it answers again instead of us."""
    return list(check_stand_ins(STAND_INS))


@register()
def check_redirects(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E025: Wagtail answers a redirect elsewhere than where ours asks whether its goal is public."""
    asks = "process_response" in vars(RedirectMiddleware) and RedirectMiddleware.__call__ is MiddlewareMixin.__call__
    if not asks:
        words = "Wagtail's RedirectMiddleware no longer answers in process_response."
        hint = "Take over in publication/middleware.py what answers now: a redirect tells of pages that are not public."
        yield Error(words, hint=hint, id="newsroom.E025")


@register()
def check_file_policies(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E028: Wagtail asks another policy than ours who may do what with a file."""
    return [
        Error(
            f"What may be done with a {model.__name__} is asked of {type(policy).__name__}.",
            hint="See how policies are registered now, and put ours first again (publication/apps.py).",
            obj=model,
            id="newsroom.E028",
        )
        for model in (NewsroomImage, NewsroomDocument)
        if not isinstance(policy := policy_registry.get_by_type(model), FilePermissionPolicy)
    ]
