from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """What is said: releases and the quotes in them."""

    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from django.db.models.signals import pre_save
        from wagtail.models import ReferenceIndex, Revision

        from news import earlier_versions, recording, uses  # noqa: F401  (listen to merges, publications, drafts)
        from news.completeness import schedule_is_complete
        from news.finding import register_all
        from news.models import Correction, ReleasePage
        from news.segment_notes import notes_of_release
        from newsroom.base import notes

        pre_save.connect(schedule_is_complete, sender=Revision)
        register_all()
        notes.register(ReleasePage, notes_of_release)
        ReferenceIndex.register_model(Correction)
