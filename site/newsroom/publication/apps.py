from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationConfig(AppConfig):
    """When things become public: the lift, the embargo, private files."""

    name = "newsroom.publication"
    label = "publication"
    verbose_name = _("Publication")

    def ready(self) -> None:
        from django.db.models.signals import pre_delete
        from wagtail.permissions import register_permission_policy

        from newsroom.base.models import NewsroomDocument, NewsroomImage
        from newsroom.publication import gates, scheduling  # noqa: F401  (both listen to publications)
        from newsroom.publication.file_policies import FilePermissionPolicy, keep_what_is_used
        from newsroom.publication.file_secrets import keep_embargoed_files

        gates.register_gate(keep_embargoed_files)
        for model, permissions in ((NewsroomImage, "wagtailimages.Image"), (NewsroomDocument, "wagtaildocs.Document")):
            pre_delete.connect(keep_what_is_used, sender=model)
            policy = FilePermissionPolicy(model, auth_model=permissions, owner_field_name="uploaded_by_user")
            # Found before Wagtail's own, which is registered for the class and those below it.
            register_permission_policy(model, policy, exact_class=True)
