from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationConfig(AppConfig):
    """When things become public: the lift, the embargo, private files."""

    name = "newsroom.publication"
    label = "publication"
    verbose_name = _("Publication")

    def ready(self) -> None:
        from django.db.models.signals import pre_delete, pre_save
        from wagtail.models import Page, PageViewRestriction
        from wagtail.signals import pre_page_move

        from newsroom.base.checks import page_types
        from newsroom.base.permissions import register_rule
        from newsroom.publication import gates, record, scheduling  # noqa: F401  (gates and scheduling listen too)

        register_rule(record.keep_on_record)
        pre_delete.connect(record.refuse_to_delete, sender=Page)
        pre_save.connect(record.refuse_to_hide, sender=PageViewRestriction)
        for model in (Page, *page_types()):
            pre_save.connect(record.refuse_to_vanish, sender=model)
            pre_save.connect(record.refuse_to_be_an_alias, sender=model)
            pre_page_move.connect(record.refuse_to_move, sender=model)
