from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class PublicationConfig(AppConfig):
    """When things become public: the life of each, the lift, private files."""

    name = "newsroom.publication"
    label = "publication"
    verbose_name = _("Publication")

    def ready(self) -> None:
        """Listen to the writing of pages and versions; every page type is its own sender."""
        from wagtail.contrib.redirects.models import Redirect
        from wagtail.models import (
            Collection,
            CollectionViewRestriction,
            Page,
            PageViewRestriction,
            Revision,
            WorkflowState,
            get_page_models,
        )
        from wagtail.permissions import register_permission_policy
        from wagtail.signals import (
            page_published,
            pre_page_move,
            task_submitted,
            workflow_approved,
            workflow_rejected,
            workflow_submitted,
        )

        from newsroom.base.collecting import about_to_be_collected
        from newsroom.base.models import NewsroomDocument, NewsroomImage
        from newsroom.base.rights.permissions import register_rule
        from newsroom.publication import checks, gates, partial_writes, receivers, record  # noqa: F401  (checks register themselves)
        from newsroom.publication.embargoes import locks
        from newsroom.publication.files import collections
        from newsroom.publication.files.policies import FilePermissionPolicy, keep_used_files
        from newsroom.publication.lifting import prepared
        from newsroom.publication.models import Embargo, ReviewTaskState
        from newsroom.publication.restrictions import sight  # noqa: F401  (registers itself)
        from newsroom.publication.restrictions.comment_mail import write_within_sight
        from newsroom.publication.restrictions.copying import copy_within_sight
        from newsroom.publication.restrictions.counting import count_within_sight
        from newsroom.publication.restrictions.redirects import list_redirects_within_sight
        from newsroom.publication.review import approval
        from newsroom.publication.review import receivers as review

        write_within_sight()
        copy_within_sight()
        count_within_sight()
        list_redirects_within_sight()
        register_rule(record.keep_on_record)
        register_rule(locks.keep_what_is_locked)
        register_rule(approval.approval_comes_first)
        for file_type, permissions in (
            (NewsroomImage, "wagtailimages.Image"),
            (NewsroomDocument, "wagtaildocs.Document"),
        ):
            pre_delete.connect(keep_used_files, sender=file_type)
            pre_save.connect(collections.refuse_to_put_away, sender=file_type)
            about_to_be_collected.connect(collections.refuse_to_collect, sender=file_type)
            policy = FilePermissionPolicy(file_type, auth_model=permissions, owner_field_name="uploaded_by_user")
            # Found before Wagtail's own, which is registered for the class and those below it.
            register_permission_policy(file_type, policy, exact_class=True)
        pre_delete.connect(record.refuse_to_delete, sender=Page)
        pre_save.connect(collections.refuse_to_restrict, sender=CollectionViewRestriction)
        Collection.add_to_class("move", collections.asking_first(Collection.move))
        pre_save.connect(record.refuse_to_hide, sender=PageViewRestriction)
        pre_delete.connect(record.refuse_to_lead_nowhere, sender=Redirect)

        task_submitted.connect(review.ask_for_approval, sender=ReviewTaskState)
        # Under the names of Wagtail's own, which write the title of what is under embargo into the log.
        for signal, receiver, name in (
            (workflow_submitted, review.nobody_else_is_told, "submitted"),
            (workflow_rejected, review.tell_what_is_to_change, "rejected"),
            (workflow_approved, review.tell_of_the_approval, "approved"),
        ):
            known = f"workflow_state_{name}_email_notification"
            signal.disconnect(sender=WorkflowState, dispatch_uid=known)
            signal.connect(receiver, sender=WorkflowState, dispatch_uid=known)
        pre_save.connect(gates.ask_before_a_revision_is_scheduled, sender=Revision)
        post_save.connect(receivers.follow_the_schedule, sender=Revision)
        for model in get_page_models():
            pre_save.connect(record.refuse_to_vanish, sender=model)
            pre_save.connect(record.refuse_to_be_an_alias, sender=model)
            pre_save.connect(partial_writes.refuse_to_publish_in_part, sender=model)
            pre_save.connect(record.refuse_to_be_renamed, sender=model)
            pre_page_move.connect(record.refuse_to_move, sender=model)
            if issubclass(model, Embargo):
                page_published.connect(prepared.note_prepared, sender=model)
                pre_delete.connect(receivers.keep_together, sender=model)
                post_delete.connect(receivers.let_go_of_the_life, sender=model)
            elif model is not Page:
                pre_save.connect(gates.ask_before_a_page_goes_live, sender=model)
