from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """What is said: releases and the quotes in them."""

    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        """Register what the room offers the others, and listen to publications, drafts and merges."""
        from wagtail.models import ReferenceIndex
        from wagtail.signals import page_unpublished

        from news import checks  # noqa: F401  (checks register themselves)
        from news.finding import register_releases_and_quotes
        from news.models import Edition, ReleasePage
        from news.quotes import recording
        from news.releases.found_files import index_with_document, index_with_text
        from news.releases.naming import NAMED_BY_RELEASES
        from news.rules.conditions import CONDITIONS
        from news.rules.languages import LANGUAGE_RULES
        from news.rules.links import LINK_RULES
        from news.rules.people import PEOPLE_RULES
        from news.rules.pictures import PICTURE_RULES
        from news.rules.words import WORD_RULES
        from news.segment_notes import notes_of_release
        from newsroom.base.localize import notes
        from newsroom.base.models import DocumentText, NewsroomDocument
        from newsroom.base.rules.registry import rule_registry
        from organisations.naming.kinds import register_naming
        from organisations.naming.noting import note_first_draft

        register_naming(NAMED_BY_RELEASES)
        register_releases_and_quotes()
        rule_registry.register(*CONDITIONS, *WORD_RULES, *PEOPLE_RULES, *PICTURE_RULES, *LANGUAGE_RULES, *LINK_RULES)
        notes.register_notes(ReleasePage, notes_of_release)
        ReferenceIndex.register_model(Edition)
        page_unpublished.connect(recording.withdraw_quotes, sender=ReleasePage)
        post_save.connect(note_first_draft, sender=ReleasePage)
        post_save.connect(index_with_document, sender=NewsroomDocument)
        post_save.connect(index_with_text, sender=DocumentText)
