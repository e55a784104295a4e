from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    """Who speaks: organisations with their standing texts, people with their roles, media contacts."""

    name = "organisations"
    verbose_name = _("Organisations")

    def ready(self) -> None:
        from wagtail.models import Revision

        from organisations import checks  # noqa: F401  (registers itself)
        from organisations.finding import register_directory
        from organisations.naming.noting import note_draft

        register_directory()
        post_save.connect(note_draft, sender=Revision)
