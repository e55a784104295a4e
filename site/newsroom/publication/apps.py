from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class PublicationConfig(AppConfig):
    """When things become public: the life of each, the lift, private files."""

    name = "newsroom.publication"
    label = "publication"
    verbose_name = _("Publication")

    def ready(self) -> None:
        """Listen to the writing of pages and versions; every page type is its own sender."""
        from wagtail.models import Page, Revision, get_page_models

        from newsroom.publication import checks, gates, receivers  # noqa: F401  (checks register themselves)
        from newsroom.publication.models import Embargo

        pre_save.connect(gates.ask_before_a_revision_is_scheduled, sender=Revision)
        post_save.connect(receivers.follow_the_schedule, sender=Revision)
        for model in get_page_models():
            if issubclass(model, Embargo):
                pre_delete.connect(receivers.keep_together, sender=model)
                post_delete.connect(receivers.let_go_of_the_life, sender=model)
            elif model is not Page:
                pre_save.connect(gates.ask_before_a_page_goes_live, sender=model)
