from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """The translators' desk: what is due, what is done, who signed it; on top of wagtail-localize."""

    name = "newsroom.translation"
    label = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from newsroom.base.models import Signable
        from newsroom.base.rights.permissions import register_rule
        from newsroom.translation import (
            checks,  # noqa: F401  (told, or register themselves)
            sight,  # noqa: F401  (told, or register themselves)
        )
        from newsroom.translation.record_policy import RecordPermissionPolicy
        from newsroom.translation.rights import translates_only
        from newsroom.translation.signing import (
            receivers,  # noqa: F401  (told, or register themselves)
            records,  # noqa: F401  (told, or register themselves)
        )

        register_rule(translates_only)
        for model in apps.get_models():
            if issubclass(model, Signable):
                register_permission_policy(model, RecordPermissionPolicy(model), exact_class=True)
