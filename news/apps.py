from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """What is said: releases and the quotes in them."""

    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from wagtail.models import ReferenceIndex

        from news import earlier_versions, recording, uses  # noqa: F401  (listen to merges, publications, drafts)
        from news.finding import register_all
        from news.models import Correction, ReleasePage
        from news.segment_notes import notes_of_release
        from newsroom.base import notes

        register_all()
        notes.register(ReleasePage, notes_of_release)
        ReferenceIndex.register_model(Correction)
