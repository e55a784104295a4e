from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """A file becomes a draft release."""

    name = "importing"

    def ready(self) -> None:
        """Register what is asked of embargo lines."""
        from importing import checks  # noqa: F401  (registers itself)
        from importing.embargo_lines import EmbargoLinesAgree
        from newsroom.base.rules.registry import rule_registry

        rule_registry.register(EmbargoLinesAgree)
