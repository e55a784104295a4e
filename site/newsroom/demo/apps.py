from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """Demonstration content as plain Python on top of the factories."""

    name = "newsroom.demo"
    label = "demo"
    verbose_name = _("Demonstration")
