"""What a translator has to do next, first on the home page of the CMS."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from newsroom.translation.models import RecordTask, TranslationTask
from newsroom.translation.rights import permitted_locales
from newsroom.translation.tasks.queue_views import embargoes_of

MOST = 10


class YourTranslations(Component):
    """The open tasks that are somebody's own or nobody's yet, what is due first first."""

    name = "your_translations"
    template_name = "translation/admin/your_translations.html"
    order = 10

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        tasks = TranslationTask.objects.open().known_to(user).into(permitted_locales(user))
        own = tasks.filter(assignee=user) | tasks.filter(assignee=None)
        rows = list(own.for_listing().with_progress().most_urgent_first()[:MOST])
        embargoes = embargoes_of([task.page_id for task in rows])
        records = RecordTask.objects.open().into(permitted_locales(user))
        own_records = (records.filter(assignee=user) | records.filter(assignee=None)).for_listing()
        return {
            "rows": [(task, embargoes.get(task.page_id)) for task in rows],
            "records": own_records.most_urgent_first()[:MOST],
        }


@hooks.register("construct_homepage_panels")
def next_translations(request: HttpRequest, panels: list[Any]) -> None:
    """For translators, before what Wagtail shows."""
    if permitted_locales(request.user) is not None:
        panels.append(YourTranslations())
