"""What the importer needs, and what editing relies on in Wagtail without its promise, asked when Django starts."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from wagtail.admin import action_menu
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from news.bulk_publishing import PublishWhatIsComplete
from news.importing.understanding.vocabulary import file_of

#: The name of Wagtail's button that publishes, in the form of the editor.
PUBLISH = "action-publish"


@register()
def check_publish_button(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E022: the editor's menu has no "Publish" that could be replaced by a minor change and a correction."""
    items_of_the_menu = getattr(action_menu, "_get_base_page_action_menu_items", list)
    buttons = [item for item in items_of_the_menu() if type(item) is action_menu.PublishMenuItem]
    if [item.name for item in buttons] != [PUBLISH]:
        words = f"The editor's menu has no PublishMenuItem called {PUBLISH}."
        hint = "See wagtail/admin/action_menu.py, then correct choose_minor_or_major in news/action_menu.py."
        yield Error(words, hint=hint, id="newsroom.E022")


@register()
def check_bulk_publishing(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E022: several pages are published at once by Wagtail, which does not say what is lacking."""
    if bulk_action_registry.get_bulk_action_class("wagtailcore", "page", "publish") is not PublishWhatIsComplete:
        words = "PublishWhatIsComplete no longer takes the place of Wagtail's own bulk action."
        hint = "See how bulk actions are registered now, and the order in news/bulk_publishing.py."
        yield Error(words, hint=hint, id="newsroom.E022")


@register()
def check_vocabularies(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E008: a language of the settings without a file of words for the importer."""
    return [
        Error(
            f"The importer has no words of the language {code}: {file_of(code)} is not there.",
            hint="news/importing/words/README.md says what stands in such a file.",
            id="newsroom.E008",
        )
        for code, _name in settings.LANGUAGES
        if not file_of(code).is_file()
    ]
