from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationConfig(AppConfig):
    """When things become public: the lift, the embargo, private files."""

    name = "newsroom.publication"
    label = "publication"
    verbose_name = _("Publication")

    def ready(self) -> None:
        from newsroom.publication import gates, scheduling  # noqa: F401  (both listen to publications)
