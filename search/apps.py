from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """How it is found. The rooms register with `search.registry`; they stand before this one in the settings."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from search import checks  # noqa: F401  (registers itself)
        from search.listening import listen

        listen()
