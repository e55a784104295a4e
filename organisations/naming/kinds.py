"""Which pages name records of the directory, as what, and whether that makes the records public."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from organisations.choices import NamedAs


@dataclass(frozen=True)
class NamingPages:
    """Pages of one model that name records: as what, by where their content names them ("body.quote.speaker").

    `makes_public` where a record becomes public with the first public page of this model that names it, whatever names
    it there.
    """

    model: str
    parts: Mapping[str, NamedAs]
    makes_public: bool = False


_naming: dict[str, NamingPages] = {}


def register_naming(pages: NamingPages) -> None:
    """Let whom and what pages of a model name be noted."""
    _naming[pages.model] = pages


def naming_pages(model: str) -> NamingPages | None:
    """How pages of a model, given as "news.releasepage", name records; None where they name none."""
    return _naming.get(model)


def all_naming_pages() -> Iterable[NamingPages]:
    """Every model whose pages name records."""
    return _naming.values()
