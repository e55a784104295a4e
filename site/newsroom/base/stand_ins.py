"""Views of ours that answer at addresses of Wagtail and its extensions, since what stands there would do harm.

They stand before the original in the order of addresses and nowhere else, so an address that is renamed below would
bring the original back without a word. Each room names its own, and a system check asks who answers.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.checks import CheckMessage, Error
from django.urls import NoReverseMatch, ResolverMatch, URLPattern, get_resolver, resolve, reverse
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class StandIn:
    """An address by the name that its makers gave it, and the path of our view that answers there."""

    name: str
    view: str
    args: tuple[Any, ...] = (1,)


def check_stand_ins(stand_ins: Iterable[StandIn]) -> Iterator[CheckMessage]:
    """Yield newsroom.E020 for each address that is gone or that another view than ours answers."""
    for stand_in in stand_ins:
        if match := match_of(stand_in.name, *stand_in.args):
            if is_view(match.func, import_string(stand_in.view)):
                continue
            words = f"{stand_in.view} no longer answers at {stand_in.name}, which is now {match.route}."
        else:
            words = f"There is no address {stand_in.name} any more, in whose place {stand_in.view} answers."
        hint = "Find what took its place in the new version, and put our view before that in the addresses."
        yield Error(words, hint=hint, id="newsroom.E020")


def match_of(name: str, *args: Any, **kwargs: Any) -> ResolverMatch | None:
    """Return what answers at the address of this name; None where there is no such address."""
    try:
        return resolve(reverse(name, args=args, kwargs=kwargs))
    except NoReverseMatch:
        return None


def is_view(found: Callable[..., Any] | None, view: Callable[..., Any]) -> bool:
    """Tell whether a view is the one meant, itself or below what Wagtail wraps around the views of the CMS."""
    while found is not None and found is not view:
        found = getattr(found, "__wrapped__", None)
    return found is view


def routes_in(namespace: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the whole route of each address in a namespace."""
    for names, name, route in addresses():
        if namespace in names:
            yield name, route


def addresses(
    within: Any = None, names: tuple[str, ...] = (), before: str = ""
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield each address there is: the namespaces it stands in, its name and its whole route."""
    for pattern in (within or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield names, pattern.name or "", route
        else:
            yield from addresses(pattern, (*names, pattern.namespace or ""), route)
