"""How a list or a search can be narrowed, as its page shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FacetOption:
    """One value that a reader can choose, with how many results it would leave."""

    value: str
    label: str
    count: int
    is_chosen: bool
    #: The language of the label, where it is not the reader's.
    language: str = ""


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list. Of a single one only one value can be chosen at a time."""

    name: str
    label: str
    options: tuple[FacetOption, ...]
    is_single: bool = False

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values that were chosen and are known."""
        return tuple(option.value for option in self.options if option.is_chosen)


@dataclass(frozen=True)
class FacetChoice:
    """A choice in words, and the query string of the list without it."""

    label: str
    query_without: str
    language: str = ""
