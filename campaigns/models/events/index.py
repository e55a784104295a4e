from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from newsroom.base.models import ListPage


class EventIndexPage(ListPage):
    """The list of events."""

    subpage_types: ClassVar[list[str]] = ["campaigns.EventPage"]
    template = "campaigns/event_index_page.html"

    class Meta:
        verbose_name = _("list of events")
