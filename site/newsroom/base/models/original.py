from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField

from newsroom.base.fields import LanguageField
from newsroom.base.models.page import NewsroomPage


class OriginalLanguage(models.Model):
    """For page types whose original language is a fact, not an accident of the site's default."""

    original_language = LanguageField(
        _("original language"),
        blank=True,
        help_text=_("The language it was written in. Left empty: that of this page."),
    )

    locale: Any
    locale_id: int | None

    override_translatable_fields = [
        *NewsroomPage.override_translatable_fields,
        SynchronizedField("original_language", overridable=False),
    ]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Records the original language where nobody stated it: that of the page it was begun on."""
        if not self.original_language and self.locale_id:
            self.original_language = self.locale.language_code
        super().save(*args, **kwargs)
