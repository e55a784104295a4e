from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.events.presentation.page import events_context
from campaigns.models.events.page import EventPage
from newsroom.base.models import ListPage
from search.forms import page_number


class EventIndexPage(ListPage):
    """The list of events."""

    subpage_types: ClassVar[list[str]] = ["campaigns.EventPage"]
    template = "campaigns/event_index_page.html"

    class Meta:
        verbose_name = _("list of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        number = page_number(request.GET.get("page", ""))
        return super().get_context(request, *args, **kwargs) | events_context(timezone.now(), number, EventPage)
