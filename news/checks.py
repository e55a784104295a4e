"""What editing relies on in Wagtail without its promise, asked when Django starts."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from wagtail.admin import action_menu
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from news.releases.bulk_publishing import PublishWhatIsComplete

#: The name of Wagtail's button that publishes, in the form of the editor.
PUBLISH = "action-publish"


@register()
def check_publish_button(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E022: the editor's menu has no "Publish" that could be replaced by a minor change and a correction."""
    items_of_the_menu = getattr(action_menu, "_get_base_page_action_menu_items", list)
    buttons = [item for item in items_of_the_menu() if type(item) is action_menu.PublishMenuItem]
    if [item.name for item in buttons] != [PUBLISH]:
        words = f"The editor's menu has no PublishMenuItem called {PUBLISH}."
        hint = "See wagtail/admin/action_menu.py, then correct publication/corrections/action_menu.py."
        yield Error(words, hint=hint, id="newsroom.E022")


@register()
def check_bulk_publishing(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E022: several pages are published at once by Wagtail, which does not say what is lacking."""
    if bulk_action_registry.get_bulk_action_class("wagtailcore", "page", "publish") is not PublishWhatIsComplete:
        words = "PublishWhatIsComplete no longer takes the place of Wagtail's own bulk action."
        hint = "See how bulk actions are registered now, and the order in news/releases/bulk_publishing.py."
        yield Error(words, hint=hint, id="newsroom.E022")
