"""The form with which strangers answer a call, as its officer built it."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.forms.forms import FormBuilder

from newsroom.base.public_forms.forms import PublicForm
from newsroom.language.separators import as_list

#: In bytes: the largest file that is taken.
LARGEST = 10 * 1024 * 1024
ZIPPED = (b"PK\x03\x04",)
#: What may be sent, and how such a file begins; nothing that a browser or a machine would run.
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "docx": ZIPPED,
    "odt": ZIPPED,
    "xlsx": ZIPPED,
    "ods": ZIPPED,
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "csv": (),
    "txt": (),
}
LONGEST_NAME = 200
LONGEST_TEXT = 5_000


class AnswerForm(PublicForm):
    """The questions of a call, under their headings."""

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions under their headings, in order; the first may have none."""
        heading, found = "", []
        for field in self.asked:
            heading = getattr(field.field, "heading", "") or heading
            found.append((heading, field))
        return [(name, [each for _name, each in rows]) for name, rows in groupby(found, key=lambda each: each[0])]


class AnswerFormBuilder(FormBuilder):
    """Wagtail's, with files, days as browsers choose them, and numbers as they are typed.

    `choices`: those of the original, by the names of the questions. What is chosen is stored in its words, so that
    answers in all languages can be told together.
    """

    def __init__(self, fields: Iterable[Any], choices: dict[str, list[str]] | None = None) -> None:
        super().__init__(fields)
        self.choices = choices or {}

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 5}), **options)

    def create_email_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        attributes = {"autocomplete": "email", "dir": "ltr"}
        return forms.EmailField(max_length=254, widget=forms.EmailInput(attributes), **options)

    def create_number_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """A number as it was typed: what begins with zeros keeps them."""
        wrong = gettext_lazy("Write a number.")
        widget = forms.TextInput({"inputmode": "decimal", "dir": "ltr"})
        return forms.RegexField(
            r"^[-+−]?[\s.,٫٬]*\d[\d\s.,٫٬]*$",
            max_length=40,
            error_messages={"invalid": wrong},
            widget=widget,
            **options,
        )

    def create_date_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)

    def create_file_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        """A file of a kind that is not run, and of bearable size."""
        options.pop("initial", None)
        kinds, size = as_list(sorted(BEGINNINGS)), filesizeformat(LARGEST)
        hint = _("%(kinds)s, up to %(size)s.") % {"kinds": kinds, "size": size}
        options["help_text"] = f"{options['help_text']} {hint}".strip()
        widget = forms.FileInput({"accept": ",".join(f".{kind}" for kind in BEGINNINGS)})
        return forms.FileField(widget=widget, validators=[is_bearable_file], **options)

    def get_formatted_field_choices(self, field: Any) -> list[tuple[str, str]]:
        """The choices in the words of this language, each with the original's as what is stored."""
        own = [label for _value, label in super().get_formatted_field_choices(field)]
        original = self.choices.get(field.clean_name, own)
        return list(zip(original if len(original) == len(own) else own, own, strict=True))

    def get_form_class(self) -> type[AnswerForm]:
        fields = self.formfields
        for row, field in zip(self.fields, fields.values(), strict=True):
            field.heading = row.group
        return type("FormOfCall", (AnswerForm,), fields)


def is_bearable_file(file: UploadedFile) -> None:
    """Refuse a file that is too large, or that is not what its name says. Raises ValidationError, in words."""
    if file.size and file.size > LARGEST:
        words = _("This file has %(size)s. Send one of at most %(most)s.")
        raise ValidationError(words % {"size": filesizeformat(file.size), "most": filesizeformat(LARGEST)})
    ending = PurePath(file.name or "").suffix.lower().removeprefix(".")
    beginnings = BEGINNINGS.get(ending)
    if beginnings is None:
        raise ValidationError(_("Send a file of one of these kinds: %(kinds)s.") % {"kinds": as_list(BEGINNINGS)})
    file.seek(0)
    first = file.read(1024)
    file.seek(0)
    is_so = first.startswith(beginnings) if beginnings else b"\x00" not in first
    if not is_so:
        raise ValidationError(_("This file is not what its name says: a .%(ending)s file.") % {"ending": ending})


def form_of_call(call: Any, data: Any = None, files: Any = None) -> AnswerForm:
    """The form of a call in its language, empty or as somebody sent it."""
    rows = list(call.form_fields.all())
    choices = {} if call.is_original else choices_of_original(call)
    form: AnswerForm = AnswerFormBuilder(rows, choices).get_form_class()(data, files, auto_id="answer_%s")
    if call.consent_text:
        form.ask_consent(call.consent_text)
    return form


def choices_of_original(call: Any) -> dict[str, list[str]]:
    """The choices of the questions of a call in its original language, by their names."""
    original = call.form_fields.model.objects.filter(
        page__translation_key=call.translation_key, page__locale__language_code=call.original_language
    ).exclude(choices="")
    plain = FormBuilder(())
    return {row.clean_name: [label for _value, label in plain.get_formatted_field_choices(row)] for row in original}
