from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """The shared kernel: page, media, user, blocks, fields, languages, checks."""

    name = "newsroom.base"
    label = "base"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from django.db.models.signals import post_delete

        from newsroom.base import checks, reading  # noqa: F401  (register themselves)
        from newsroom.base.models import FormerFile
        from newsroom.base.models.former_file import forget_file

        post_delete.connect(forget_file, sender=FormerFile)
