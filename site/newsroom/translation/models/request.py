from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.components import register_translation_component
from wagtail_localize.models import Translation, TranslationSource

from newsroom.translation.choices import Priority
from newsroom.translation.tasks.request_form import RequestForm
from newsroom.translation.tasks.requests import ask_for_record, request_translation


@register_translation_component(
    heading=_("Tasks"),
    help_text=_("Each language becomes a task of its translators. Whoever is named here gets a mail."),
    required=True,
)
class TranslationRequest(models.Model):
    """What an officer asks of the translators on the form that submits a page.

    wagtail-localize takes the additional fields of its form from a model and hands them back by their names. The
    tasks keep what was asked; no row of this is ever stored, and its table stays empty.
    `wishes` holds for each language code who shall do it and whether the release waits for it.
    """

    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority.choices, default=Priority.NORMAL)
    wishes = models.JSONField(default=dict)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")

    base_form_class = RequestForm

    class Meta:
        default_permissions = ()
        verbose_name = _("request for translation")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def get_or_create_from_source_and_translation_data(
        cls, translation_source: TranslationSource, translations: list[Translation], **wishes: Any
    ) -> None:
        """Called by wagtail-localize for everything that was submitted together, pages and records."""
        page = translation_source.get_source_instance()
        if isinstance(page, Page):
            request_translation(page, [translation.target_locale for translation in translations], **wishes)
        else:
            ask_for_record(translations, **wishes)
