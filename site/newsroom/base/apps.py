from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """The shared kernel: page, media, user, blocks, fields, languages, checks."""

    name = "newsroom.base"
    label = "base"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from newsroom.base import checks, reading  # noqa: F401  (register themselves)
