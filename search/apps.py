from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """How it is found. The rooms register with `search.registry`; they stand before this one in the settings."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Hear of deletions of what can be found, and of nothing else: a listener makes Django read all it deletes."""
        from wagtail.models import PageViewRestriction

        from search import checks  # noqa: F401  (registers itself)
        from search.listening import read_again, take_out
        from search.registry import sources

        for source in sources().values():
            post_delete.connect(take_out, sender=source.model)
        for signal in (post_save, post_delete):
            signal.connect(read_again, sender=PageViewRestriction)
