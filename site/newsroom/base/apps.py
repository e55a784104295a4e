from django.apps import AppConfig
from django.core.signals import request_finished
from django.db.backends.signals import connection_created
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete, pre_migrate, pre_save
from django.utils.translation import gettext_lazy as _

from newsroom.base.requests.logs import forget_request
from newsroom.base.sqlite import keep_to_owner


class BaseConfig(AppConfig):
    """The shared kernel: page, media, user, blocks, fields, languages, checks."""

    name = "newsroom.base"
    label = "base"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        """Listen to requests, databases, texts, files and accounts; name in the history those whose account is gone;
        register what is asked of every text, and of whom Wagtail asks who may do what with pages."""
        from wagtail.models import Page
        from wagtail.permissions import register_permission_policy

        from newsroom.base import checks, form_fields  # noqa: F401  (register themselves)
        from newsroom.base.caching.triggers import install_triggers, remove_triggers
        from newsroom.base.files.reading import read_after_upload
        from newsroom.base.models import FormerFile, NewsroomDocument, User
        from newsroom.base.models.former_account import note_who_goes, show_former_names
        from newsroom.base.models.former_file import forget_file
        from newsroom.base.normalising import models_with_texts, normalise_before_writing
        from newsroom.base.pages.choosing import read_choices
        from newsroom.base.pages.comparing import compare_readably
        from newsroom.base.rights.chosen_pages import choose_within_sight
        from newsroom.base.rights.policy import PagesWithinSight
        from newsroom.base.rules.registry import rule_registry
        from newsroom.base.rules.texts import TEXT_RULES

        # Neither has a sender that one could name: requests and databases of every kind.
        request_finished.connect(forget_request, dispatch_uid="forget_request")
        connection_created.connect(keep_to_owner, dispatch_uid="keep_to_owner")
        pre_migrate.connect(remove_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)
        for model in models_with_texts():
            pre_save.connect(normalise_before_writing, sender=model)
        post_save.connect(read_after_upload, sender=NewsroomDocument)
        post_delete.connect(forget_file, sender=FormerFile)
        pre_delete.connect(note_who_goes, sender=User)
        register_permission_policy(Page, PagesWithinSight())
        show_former_names()
        rule_registry.register(*TEXT_RULES)
        compare_readably()
        read_choices()
        choose_within_sight()
