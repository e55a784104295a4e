from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.models.calls.page import CallPage
from newsroom.base.models import ListPage


class CallIndexPage(ListPage):
    """The list of calls."""

    subpage_types = ["campaigns.CallPage"]
    template = "campaigns/call_index_page.html"

    class Meta:
        verbose_name = _("list of calls")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        calls = CallPage.objects.for_reader().for_listing()
        return super().get_context(request, *args, **kwargs) | {
            "open_calls": calls.open(),
            "upcoming_calls": calls.upcoming(),
            "closed_calls": calls.closed(),
        }
