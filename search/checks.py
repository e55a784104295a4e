from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connections

from newsroom.base.checks import page_types
from search import registry
from search.analysis import ANALYZER_VERSION
from search.analysis.vocabulary import words_file
from search.models import Generation

REBUILD = "Run manage.py rebuild_search_index; the newsroom may go on running meanwhile."


@register()
def check_registered(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E003: a page type that names a search kind and is not among what the search finds."""
    found = [source.model for source in registry.sources().values()]
    return [
        Error(
            f"{model.__name__} has a search_kind and is not registered with the search.",
            hint="Register a Source for it in its room's finding.py, or set search_kind to None.",
            obj=model,
            id="newsroom.E003",
        )
        for model in page_types()
        if getattr(model, "search_kind", None) and model not in found
    ]


@register()
def check_search_words(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E007: a language of the settings without a file of words for the search."""
    return [
        Error(
            f"The search has no words of the language {code}: {words_file(code)} is not there.",
            hint="search/analysis/data/README.md says what stands in such a file.",
            id="newsroom.E007",
        )
        for code, _name in settings.LANGUAGES
        if not words_file(code).is_file()
    ]


@register(Tags.database)
def check_index(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.W001: no index by this version of the analyzer answers. Asked with `check --database default`."""
    if "default" not in (databases or ()):
        return []
    try:
        is_there = "search_generation" not in connections["default"].introspection.table_names() or bool(
            Generation.objects.serving()
        )
    except DatabaseError:
        return []
    if is_there:
        return []
    words = f"No search index made by version {ANALYZER_VERSION} of the analyzer answers."
    return [Warning(words, hint=REBUILD, id="newsroom.W001")]
