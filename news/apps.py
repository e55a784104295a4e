from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """What is said: releases and the quotes in them."""

    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from wagtail.models import ReferenceIndex

        from news import recording  # noqa: F401  (listens to publications)
        from news.finding import register_all
        from news.models import Correction

        register_all()
        ReferenceIndex.register_model(Correction)
