"""The editor of a release, with the panel "Before publishing" beside it."""

import json
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from news.models import ReleasePage
from news.rules.words import limit_in
from newsroom.base.models import RuleSettings


class BeforePublishingPanel(BaseSidePanel):
    """Says what holds the release back and what is worth a look, up to date while somebody types."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle “Before publishing”")
        icon_name = "tasks"
        counter_classname = "w-bg-critical-200"

    name = "before-publishing"
    title = _("Before publishing")
    template_name = "news/admin/before_publishing.html"
    order = 50

    class Media:
        css = {"all": ["newsroom/before_publishing.css"]}

    def __init__(self, page: Any, request: Any, parent: Any = None) -> None:
        super().__init__(page, request)
        self.parent = parent

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Where the form is sent, and how long its lines of words may be."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        house, code = RuleSettings.for_answer(self.request), self.object.locale.language_code
        limits = {
            "title": limit_in(house.headline_limit, code),
            "subheadline": limit_in(house.subheadline_limit, code),
            "summary": limit_in(house.summary_limit, code),
        }
        return context | {
            "limits": json.dumps(limits),
            "count": gettext("%(number)s of %(limit)s") % {"number": "{number}", "limit": "{limit}"},
            "address": reverse("before_publishing", args=[0]),
            "address_of_new": reverse("before_publishing_new", args=[self.parent.pk]) if self.parent else "",
        }


def beside(panels: MediaContainer, panel: BeforePublishingPanel) -> MediaContainer:
    """The panels of an editor and one more."""
    return MediaContainer([*panels, panel])


class ReleaseEditView(EditView):
    """Wagtail's editor with our panel."""

    def get_side_panels(self) -> MediaContainer:
        """Wagtail's and ours, which is there already where only parts of the editor are answered."""
        panels = super().get_side_panels()
        if self.expects_json_response or self.hydrate_create_view:
            return panels
        return beside(panels, BeforePublishingPanel(self.page, self.request))


class ReleaseCreateView(CreateView):
    """The same for a release that begins."""

    def get_side_panels(self) -> MediaContainer:
        """Wagtail's and ours."""
        return beside(super().get_side_panels(), BeforePublishingPanel(self.page, self.request, self.parent_page))


class ReleaseViewSet(PageViewSet):
    """The pages of the CMS that a release has of its own."""

    model = ReleasePage
    add_view_class = ReleaseCreateView
    edit_view_class = ReleaseEditView
