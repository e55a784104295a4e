"""Where strangers answer a call, see what they answered, and withdraw it."""

from typing import Any
from urllib.parse import quote

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import override

from campaigns.answers.answer_form import AnswerForm, form_of_call
from campaigns.answers.answer_mail import confirm_answer
from campaigns.answers.answering import (
    NotTakenError,
    answer_of_token,
    in_words,
    reference_of_answer,
    said_in_answer,
    take_answer,
    token_of_answer,
    withdraw_answer,
)
from campaigns.calls.choices import TAKING
from campaigns.calls.presentation.page import call_context
from campaigns.calls.presentation.words_of_time import closing_of
from campaigns.calls.states import state_of_call
from campaigns.models import CallPage
from newsroom.base.languages import active_code
from newsroom.base.public_forms.rate import is_taken, is_too_often
from newsroom.base.public_forms.views import for_strangers
from newsroom.base.requests.visitors import client_address

#: What was asked cannot be done any more, or not yet.
CONFLICT = 409
#: What was sent cannot be right.
UNPROCESSABLE = 422


@for_strangers
def answer_call(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take an answer to a public call, or say in words at the field why not, with all that was typed.

    What arrives when the call takes none is given back and not stored. Raises Http404.
    """
    public = CallPage.objects.released().in_language(active_code()).select_related("locale", "life")
    call = get_object_or_404(public, pk=page_id)
    if request.method != "POST":
        return redirect(call.url)
    form = form_of_call(call, request.POST, request.FILES)
    state = state_of_call(call, timezone.now())
    if state not in TAKING:
        return not_taken(request, call, form, state)
    if not form.fields or not call.form_fields.all():
        raise Http404
    if not is_taken(form, request, f"call {call.translation_key}"):
        return render(request, call.template, call.get_context(request, form=form), status=UNPROCESSABLE)
    try:
        answer, is_new = take_answer(call, form, is_repeated=is_sent_again(form, request, call))
    except NotTakenError as late:
        return not_taken(request, call, form, late.state)
    if is_new:
        transaction.on_commit(lambda: confirm_answer.enqueue(answer.pk))
    return redirect("given_answer", token_of_answer(answer))


def is_sent_again(form: AnswerForm, request: HttpRequest, call: CallPage) -> bool:
    """Whether the same words came from the same page as it was shown at one instant, and from the same address."""
    said = sorted((name, str(value)) for name, value in form.cleaned_data.items())
    return is_too_often(f"answer to {call.translation_key}", f"{client_address(request)}\n{said}", 1)


def not_taken(request: HttpRequest, call: CallPage, form: AnswerForm, state: Any) -> HttpResponse:
    """The page that says why an answer was not taken, with all that was typed, to copy or to keep."""
    form.is_valid()
    typed = [(field, in_words(typed_in(form, field))) for field in form.asked if field.name not in form.files]
    text = "\n\n".join(f"{field.label}\n{words}" for field, words in typed)
    context = call_context(call, request) | {
        "page": call,
        "now": timezone.now().astimezone(closing_zone(call)),
        "not_taken": state,
        "typed": typed,
        "files": [file for files in form.files.lists() for file in files[1]],
        "as_text": f"data:text/plain;charset=utf-8,{quote(text)}",
    }
    return render(request, "campaigns/call_late.html", context, status=CONFLICT)


def closing_zone(call: CallPage) -> Any:
    """The zone in which a call closes."""
    closing = closing_of(call)
    return closing.at.tzinfo if closing else timezone.get_current_timezone()


def typed_in(form: AnswerForm, field: Any) -> Any:
    """What was typed in a field, whether it is right or not."""
    values = form.data.getlist(field.html_name)  # type: ignore[attr-defined]  # a form that was sent
    return values if len(values) > 1 else next(iter(values), "")


@for_strangers
def given_answer(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody answered, for whoever has the address; there they withdraw it. Raises Http404."""
    answer = answer_of_token(token)
    if answer is None:
        raise Http404
    call: Any = answer.page.specific
    if request.method == "POST" and "withdraw" in request.POST:
        withdraw_answer(answer)
        return redirect("given_answer", token)
    with override(answer.language):
        context = {
            # what became of the call meanwhile is asked as everywhere: one that is kept back again is not named
            "page": CallPage.objects.on_record().filter(pk=call.pk).first(),
            "answer": answer,
            "reference": reference_of_answer(call, answer),
            "said": list(said_in_answer(call, answer)),
            "closing": closing_of(call),
            "deleted_on": call.answers_deleted_on,
            "address": request.get_full_path(),
        }
        if context["page"]:
            context["focal_groups"] = call_context(call, request)["focal_groups"]
        response = render(request, "campaigns/call_answered.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response
