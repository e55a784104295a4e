"""What happens with an answer: it is taken in time or not at all, told of by mail, withdrawn, and deleted."""

import json
from collections.abc import Iterator
from typing import Any

from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from wagtail.models import Page

from campaigns.answers.answer_form import AnswerForm
from campaigns.calls.choices import TAKING, CallState
from campaigns.calls.states import state_of_call
from campaigns.models.calls.answer import AnswerFile, CallAnswer
from newsroom.base.public_forms.forms import CONSENT
from newsroom.base.public_forms.rate import HOUR
from newsroom.language.separators import as_list
from newsroom.publication.models.life import Life

SALT = "campaigns.calls.answer"
LONGEST_NAME = 200


class NotTakenError(Exception):
    """A call takes no answer now: it is closed, or not open yet."""

    def __init__(self, state: CallState) -> None:
        super().__init__(state)
        self.state = state


def take_answer(call: Any, form: AnswerForm, *, is_repeated: bool = False) -> tuple[CallAnswer, bool]:
    """Store an answer that is right, with its number and its files, and say that it is new. Raises NotTakenError.

    Of one that is repeated, as by a double click, the stored answer is returned, and that it is not new.

    The clock is asked inside the transaction: what has not arrived whole before the second at which the call closes is
    not taken. Answers to one call are numbered one after another, in whatever language they come.
    """
    with transaction.atomic():
        Life.objects.select_for_update().get(pk=call.life_id)
        state = state_of_call(type(call).objects.get(pk=call.pk), timezone.now())
        if state not in TAKING:
            raise NotTakenError(state)
        given = CallAnswer.objects.filter(call_key=call.translation_key)
        if is_repeated and (before := same_answer(given, form)):
            return before, False
        answer: CallAnswer = CallAnswer.objects.create(
            page=Page.objects.get(pk=call.pk),
            call_key=call.translation_key,
            number=(given.aggregate(last=Max("number"))["last"] or 0) + 1,
            language=call.locale.language_code,
            form_data=words_answered(form),
            **consent_given(call, form),
        )
        for name, value in form.answers.items():
            if hasattr(value, "chunks"):
                file_name = value.name[-LONGEST_NAME:]
                AnswerFile.objects.create(answer=answer, question=name, name=file_name, size=value.size, file=value)
    return answer, True


def words_answered(form: AnswerForm) -> dict[str, Any]:
    """What was answered but for files, as it is stored."""
    return {name: value for name, value in form.answers.items() if not hasattr(value, "chunks")}


def same_answer(given: QuerySet[CallAnswer], form: AnswerForm) -> CallAnswer | None:
    """The answer of the last hour that says the same, with files of the same sizes; None for none."""
    words = json.loads(json.dumps(words_answered(form), cls=DjangoJSONEncoder))
    files = {(name, value.size) for name, value in form.answers.items() if hasattr(value, "chunks")}
    for answer in given.filter(submit_time__gt=timezone.now() - HOUR, withdrawn_at=None).prefetch_related("files"):
        if answer.form_data == words and {(file.question, file.size) for file in answer.files.all()} == files:
            return answer
    return None


def consent_given(call: Any, form: AnswerForm) -> dict[str, Any]:
    """What somebody agreed to, of which day it is, and when they did."""
    if CONSENT not in form.fields:
        return {}
    return {
        "consent_text": call.consent_text,
        "consent_text_of": call.consent_text_of,
        "consented_at": timezone.now().replace(microsecond=0),
    }


def withdraw_answer(answer: CallAnswer) -> None:
    """Forget what was answered, files too. That there was an answer of this number stays."""
    with transaction.atomic():
        forget_files(answer.files.all())
        CallAnswer.objects.filter(pk=answer.pk, withdrawn_at=None).update(
            form_data={}, consent_text="", withdrawn_at=timezone.now()
        )


def forget_files(files: Any) -> None:
    """Delete files that were sent, rows and all."""
    for file in files:
        file.delete()


def delete_file(instance: AnswerFile, **kwargs: Any) -> None:
    """A row that goes takes its file along, once that is sure."""
    name, storage = instance.file.name, instance.file.storage
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def token_of_answer(answer: CallAnswer) -> str:
    """What stands in the address at which whoever answered sees and withdraws it; nobody else can make it."""
    return signing.dumps(answer.pk, salt=SALT)


def answer_of_token(token: str) -> CallAnswer | None:
    """The answer whose address somebody has; None where it is none of ours, or the answer is deleted."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    found: CallAnswer | None = CallAnswer.objects.filter(pk=number).first()
    return found


def reference_of_answer(call: Any, answer: CallAnswer) -> str:
    """By what an answer is named: "CALL/2026/006-0012"."""
    return f"{call.reference}-{answer.number:04}"


def said_in_answer(call: Any, answer: CallAnswer) -> Iterator[tuple[str, str]]:
    """Yield the questions of a call with what was answered, and the names of files."""
    files = {file.question: file.name for file in answer.files.all()}
    for row in call.form_fields.all():
        value = answer.form_data.get(row.clean_name, files.get(row.clean_name, ""))
        if words := in_words(value):
            yield row.label, words


def in_words(value: Any) -> str:
    """What was answered, as text."""
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, list):
        return as_list(map(str, value))
    return "" if value is None else str(value)
