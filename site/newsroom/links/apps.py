from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    """The links that people write, and whether they lead somewhere."""

    name = "newsroom.links"
    label = "links"
    verbose_name = _("Links")
