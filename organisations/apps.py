from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    """Who speaks: organisations with their standing texts, people with their roles, media contacts."""

    name = "organisations"
    verbose_name = _("Organisations")

    def ready(self) -> None:
        from organisations import checks  # noqa: F401  (registers itself)
        from organisations.finding import register_directory

        register_directory()
