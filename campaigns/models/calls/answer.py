"""What strangers answered to a call: private, counted, and gone after the day that they were told."""

import secrets
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractFormField, AbstractFormSubmission
from wagtail.models import TranslatableMixin

from campaigns.calls.querysets import CallAnswerQuerySet
from campaigns.models.calls.rows import CALL, fixed
from newsroom.base.fields import LanguageField
from newsroom.base.models import Consented

FOLDER = "answers"


def place_of_answer(instance: "AnswerFile", name: str) -> str:
    """Where a file that was sent is kept: under a name that nobody can guess and that says nothing of what it is."""
    return f"{FOLDER}/{secrets.token_hex(16)}"


class CallFormField(TranslatableMixin, AbstractFormField):
    """One question of the form. Its words are translated; what it is called inside is the same in every language."""

    #: Wagtail's kinds, without the one that readers do not see, and a file.
    KINDS: ClassVar[tuple[tuple[str, Any], ...]] = (
        ("singleline", _("One line")),
        ("multiline", _("Several lines")),
        ("email", _("E-mail address")),
        ("number", _("Number")),
        ("url", _("Web address")),
        ("checkbox", _("Box to tick")),
        ("checkboxes", _("Several of a list")),
        ("dropdown", _("One of a list, folded")),
        ("radio", _("One of a list")),
        ("date", _("Day")),
        ("file", _("File")),
    )

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="form_fields")
    group = models.CharField(
        _("heading"), max_length=200, blank=True, help_text=_("Stands above this question and those that follow.")
    )
    field_type: Any = models.CharField(_("kind"), max_length=16, choices=KINDS, default="singleline")
    field_type.required_on_save = True  # a preview needs it

    override_translatable_fields = fixed("clean_name", "field_type", "required")

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("question")

    def __str__(self) -> str:
        return self.label


class CallAnswer(Consented, AbstractFormSubmission):
    """One answer to a call, in whatever language it was given."""

    #: Written whenever somebody answers; readers see none of it.
    is_for_readers: ClassVar[bool] = False

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.PROTECT, related_name="+")
    call_key = models.UUIDField(_("call"), db_index=True, editable=False)
    number = models.PositiveIntegerField(_("number"))
    language = LanguageField(_("language"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = CallAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a call")
        verbose_name_plural = _("answers to calls")
        default_permissions = ()
        permissions = [("see_answers", _("Can see answers to calls"))]
        constraints = [models.UniqueConstraint(fields=("call_key", "number"), name="answers_have_numbers")]

    def __str__(self) -> str:
        return f"{self.number:04}"


class AnswerFile(models.Model):
    """A file that somebody sent with an answer."""

    is_for_readers: ClassVar[bool] = False

    answer = models.ForeignKey(CallAnswer, on_delete=models.CASCADE, related_name="files")
    question = models.CharField(max_length=255)
    name = models.CharField(_("name"), max_length=255)
    size = models.PositiveBigIntegerField(_("size"))
    file = models.FileField(upload_to=place_of_answer, max_length=255)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
