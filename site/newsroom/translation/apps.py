from django.apps import AppConfig, apps
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """The translators' desk: what is due, what is done, who signed it; on top of wagtail-localize."""

    name = "newsroom.translation"
    label = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        """Say who may change what of a translation, and listen to what moves a task."""
        from wagtail.permissions import register_permission_policy
        from wagtail_localize.views.submit_translations import SubmitTranslationForm

        from newsroom.base.models import Signable
        from newsroom.base.rights.permissions import register_rule
        from newsroom.base.rules.registry import rule_registry
        from newsroom.translation import (
            checks,  # noqa: F401  (told, or register themselves)
            sight,  # noqa: F401  (told, or register themselves)
        )
        from newsroom.translation.checking.fidelity import FIDELITY_RULES
        from newsroom.translation.checking.terms import TERM_RULES
        from newsroom.translation.record_policy import RecordPermissionPolicy
        from newsroom.translation.rights import translates_only
        from newsroom.translation.signing.records import keep_unsigned_from_readers

        self.listen()
        SubmitTranslationForm.base_fields["locales"].label = _("Languages")
        register_rule(translates_only)
        rule_registry.register(*FIDELITY_RULES, *TERM_RULES)
        for model in apps.get_models():
            if issubclass(model, Signable):
                pre_save.connect(keep_unsigned_from_readers, sender=model)
                register_permission_policy(model, RecordPermissionPolicy(model), exact_class=True)

    def listen(self) -> None:
        """Connect what moves a task; a page of whatever type may be published, and each type is its own sender."""
        from wagtail.models import Revision, get_page_models
        from wagtail.signals import page_published
        from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource

        from newsroom.base.models import NewsroomDocument, NewsroomImage
        from newsroom.translation.signing import receivers

        post_save.connect(receivers.source_was_saved, sender=Revision)
        post_save.connect(receivers.source_was_synced, sender=TranslationSource)
        post_save.connect(receivers.translation_begins, sender=Translation)
        post_delete.connect(receivers.translation_was_deleted, sender=Translation)
        pre_save.connect(receivers.segment_comes_in, sender=StringTranslation)
        for signal in (post_save, post_delete):
            signal.connect(receivers.segment_was_translated, sender=StringTranslation)
            signal.connect(receivers.override_was_given, sender=SegmentOverride)
        for model in (NewsroomDocument, NewsroomImage):
            post_save.connect(receivers.file_was_exchanged, sender=model)
            post_delete.connect(receivers.file_was_deleted, sender=model)
        for model in get_page_models():
            page_published.connect(receivers.source_was_published, sender=model)
