"""What officers see of the answers to a call: a list to filter, files to take, a table to export. Looks are logged."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from typing import Any

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.forms.utils import get_forms_for_user
from wagtail.contrib.forms.views import DeleteSubmissionsView, SubmissionsListFilterSet, SubmissionsListView
from wagtail.log_actions import log

from campaigns.answers.answering import in_words
from campaigns.models.calls.answer import AnswerFile, CallAnswer
from newsroom.base.files.spreadsheets import BYTE_ORDER_MARK, without_formula

SEE_ANSWERS = "campaigns.see_answers"
SEEN, EXPORTED, TAKEN, DELETED = (f"campaigns.answers.{act}" for act in ("see", "export", "take_file", "delete"))


def may_see_answers(user: Any, page_id: int) -> bool:
    """Whether somebody has the right to see answers, and may change the call."""
    return bool(user.has_perm(SEE_ANSWERS) and get_forms_for_user(user).filter(pk=page_id).exists())


def forms_within_sight(user: Any, forms: QuerySet[Any]) -> QuerySet[Any]:
    """Of the pages with a form those whose answers somebody may see; what Wagtail offers follows."""
    return forms if user.has_perm(SEE_ANSWERS) else forms.none()


class AnswerFilters(SubmissionsListFilterSet):
    """By day, by language, by a word of the answer."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    words = django_filters.CharFilter(label=_("Words"), method="containing")

    def containing(self, answers: QuerySet[CallAnswer], name: str, value: str) -> QuerySet[CallAnswer]:
        """Those in which a word stands, however many there are: all of one call are read."""
        wanted = value.casefold()
        found = [
            answer.pk
            for answer in answers
            if any(wanted in in_words(said).casefold() for said in answer.form_data.values())
        ]
        return answers.filter(pk__in=found)


class AnswersList(SubmissionsListView):
    """The answers to a call in all its languages, one table."""

    filterset_class = AnswerFilters
    page_title = _("Answers")
    default_ordering = ("-submit_time",)
    paginate_by = 50

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse whoever has no right; note who looks."""
        call = kwargs["form_page"]
        if not may_see_answers(request.user, call.pk):
            raise PermissionDenied
        kind = request.GET.get("export") if self.is_export else ""
        log(instance=call, action=EXPORTED if kind else SEEN, data={"format": kind} if kind else {})
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> QuerySet[CallAnswer]:
        return self.form_page.get_submissions()

    @cached_property
    def files(self) -> dict[int, list[AnswerFile]]:
        """The files of all answers to the call, by the answer; one query for a list as for a table."""
        found: dict[int, list[AnswerFile]] = defaultdict(list)
        for file in AnswerFile.objects.filter(answer__call_key=self.form_page.translation_key):
            found[file.answer_id].append(file)
        return found

    def to_row_dict(self, item: CallAnswer) -> "OrderedDict[str, Any]":
        """A row of the table, as it was answered."""
        data = told(item, self.files[item.pk])
        return OrderedDict((name, data.get(name, "")) for name in self.list_export)

    def write_csv_row(self, writer: Any, row_dict: dict[str, Any]) -> Any:
        """A line of the file, in which nothing is a formula."""
        words = {
            name: without_formula(self.preprocess_field_value(name, value, self.FORMAT_CSV))
            for name, value in row_dict.items()
        }
        return writer.writerow(words)

    def stream_csv(self, queryset: QuerySet[CallAnswer]) -> Iterator[bytes]:
        yield BYTE_ORDER_MARK.encode()
        yield from super().stream_csv(queryset)

    def get_heading(self, queryset: QuerySet[CallAnswer], field: str) -> str:
        return without_formula(super().get_heading(queryset, field))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As Wagtail's, with a way to each file."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if not self.is_export:
            names = [heading["name"] for heading in context["data_headings"]]
            for row, answer in zip(context["data_rows"], context["submissions"], strict=True):
                data = told(answer, self.files[answer.pk], linked=True)
                row["fields"] = [data.get(name, "") for name in names]
        return context


class DeleteAnswers(DeleteSubmissionsView):
    """Deletes chosen answers, and notes who did."""

    def handle_delete(self, submissions: QuerySet[CallAnswer]) -> None:
        numbers = [answer.number for answer in submissions]
        log(instance=self.page, action=DELETED, data={"numbers": numbers})
        for answer in submissions:
            answer.files.all().delete()
        super().handle_delete(submissions)


@require_admin_access
def delete_answers(request: HttpRequest, page_id: int) -> HttpResponse:
    """Delete chosen answers, once that is confirmed. Raises PermissionDenied."""
    answer: HttpResponse = DeleteAnswers.as_view()(request, page_id=page_id)
    return answer


def take_answer_file(request: HttpRequest, pk: int) -> FileResponse:
    """A file that somebody sent, to be kept and never to be shown by a browser. Raises Http404, PermissionDenied."""
    file = get_object_or_404(AnswerFile.objects.select_related("answer__page"), pk=pk)
    if not may_see_answers(request.user, file.answer.page_id):
        raise PermissionDenied
    log(instance=file.answer.page.specific, action=TAKEN, data={"number": file.answer.number})
    response = FileResponse(
        file.file.open("rb"), as_attachment=True, filename=file.name, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def told(answer: CallAnswer, sent: list[AnswerFile], *, linked: bool = False) -> dict[str, Any]:
    """What a row of the table says of an answer, by the names of its columns."""
    files: dict[str, Any] = {file.question: file_link(file) if linked else file.name for file in sent}
    said = {name: in_words(value) for name, value in answer.form_data.items()}
    return {
        **said,
        **files,
        "number": f"{answer.number:04}",
        "language": answer.get_language_display(),
        "submit_time": answer.submit_time,
        "withdrawn_at": answer.withdrawn_at,
        "consent_text_of": answer.consent_text_of,
    }


def file_link(file: AnswerFile) -> str:
    """The way to a file."""
    return format_html('<a href="{}" download>{}</a>', reverse("take_answer_file", args=[file.pk]), file.name)
