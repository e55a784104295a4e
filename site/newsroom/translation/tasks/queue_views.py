from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from newsroom.base.languages import language_in_words
from newsroom.base.models import User
from newsroom.base.users import name_of
from newsroom.translation.choices import TaskState
from newsroom.translation.models import RecordTask, TranslationTask
from newsroom.translation.querysets import TaskQuerySet
from newsroom.translation.rights import permitted_locales, works_at_the_desk
from newsroom.translation.tasks.coverage import lifting_models

ON_A_PAGE = 50
OPEN = "open"
MINE, NOBODYS = "me", "nobody"


class QueueFilter(forms.Form):
    """What of the queue is shown. What cannot be understood filters nothing."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    assignee = forms.ChoiceField(label=gettext_lazy("Assignee"), required=False)

    def __init__(self, *args: Any, locales: list[Locale], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, list[tuple[str, Any]]] = {
            "language": [
                ("", _("All languages")),
                *((each.language_code, language_in_words(each.language_code)) for each in locales),
            ],
            "state": [("", _("All that is open")), *TaskState.choices],
            "assignee": [("", _("Anybody")), (MINE, _("Myself")), (NOBODYS, _("Nobody yet")), *assignees()],
        }
        for name, options in choices.items():
            field: Any = self.fields[name]
            field.choices = options

    def apply(self, tasks: TaskQuerySet, user: User) -> TaskQuerySet:
        """The tasks that are asked for."""
        self.is_valid()
        language, state, assignee = (self.cleaned_data.get(name) for name in ("language", "state", "assignee"))
        tasks = tasks.filter(state=state) if state else tasks.open()
        if language:
            tasks = tasks.filter(target_locale__language_code=language)
        if assignee == NOBODYS:
            tasks = tasks.filter(assignee=None)
        elif assignee:
            tasks = tasks.filter(assignee=user.pk if assignee == MINE else int(assignee))
        return tasks

    def records(self, tasks: Any, user: User) -> Any:
        """The open tasks of records that are asked for, as many as a page of the queue holds; none beside a state."""
        language, state, assignee = (self.cleaned_data.get(name) for name in ("language", "state", "assignee"))
        if state:
            return tasks.none()
        if language:
            tasks = tasks.filter(translation__target_locale__language_code=language)
        if assignee == NOBODYS:
            tasks = tasks.filter(assignee=None)
        elif assignee:
            tasks = tasks.filter(assignee=user.pk if assignee == MINE else int(assignee))
        return tasks.for_listing().most_urgent_first()[:ON_A_PAGE]


def assignees() -> list[tuple[str, str]]:
    """Who has tasks."""
    has_some = Q(translation_tasks__isnull=False) | Q(record_tasks__isnull=False)
    people = User.objects.filter(has_some).distinct().order_by("last_name", "first_name", "pk")
    return [(str(user.pk), name_of(user)) for user in people]


def queue(request: HttpRequest) -> HttpResponse:
    """What is to be translated, in the languages of whoever asks, what is due first first.

    Raises PermissionDenied for those who neither translate nor publish.
    """
    user = request.user
    if not isinstance(user, User) or not works_at_the_desk(user):
        raise PermissionDenied
    own = permitted_locales(user)
    locales = [locale for locale in Locale.objects.order_by("pk") if own is None or locale.pk in own]
    form = QueueFilter(request.GET, locales=locales)
    tasks = (
        form.apply(TranslationTask.objects.known_to(user).into(own), user)
        .for_listing()
        .with_progress()
        .most_urgent_first()
    )
    page = Paginator(tasks, ON_A_PAGE).get_page(request.GET.get("p"))
    embargoes = embargoes_of([task.page_id for task in page])
    context = {
        "form": form,
        "page": page,
        "rows": [(task, embargoes.get(task.page_id)) for task in page],
        "records": form.records(RecordTask.objects.open().into(own), user),
    }
    return render(request, "translation/admin/queue.html", context)


def embargoes_of(page_ids: list[int]) -> dict[int, Any]:
    """When each of some pages lifts, in as many queries as there are types of pages with embargoes."""
    return {
        pk: embargo
        for model in lifting_models()
        for pk, embargo in model._default_manager.filter(pk__in=page_ids).values_list("pk", "life__embargoed_until")
        if embargo
    }
