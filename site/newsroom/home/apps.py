from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front page of each language and what every page is framed by."""

    name = "newsroom.home"
    label = "home"
    verbose_name = _("Front page")
