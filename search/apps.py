from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """How it is found. Page types register themselves with `search.registry`."""

    name = "search"
    verbose_name = _("Search")
