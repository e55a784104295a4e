"""What can be found: the rooms above register their page types here when they start."""

from newsroom.base.models import NewsroomPage

_page_types: list[type[NewsroomPage]] = []


def register(page_type: type[NewsroomPage]) -> None:
    """Let the search find pages of this type."""
    if page_type not in _page_types:
        _page_types.append(page_type)


def page_types() -> tuple[type[NewsroomPage], ...]:
    """The page types that the search finds, in the order they registered."""
    return tuple(_page_types)
