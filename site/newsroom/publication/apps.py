from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationConfig(AppConfig):
    """When things become public: the lift, the embargo, private files."""

    name = "newsroom.publication"
    label = "publication"
    verbose_name = _("Publication")

    def ready(self) -> None:
        from django.db.models.signals import pre_save
        from wagtail.models import Revision

        from newsroom.publication import gates, scheduling  # noqa: F401  (both listen to publications)
        from newsroom.publication.changing import refuse_a_schedule

        pre_save.connect(refuse_a_schedule, sender=Revision)
