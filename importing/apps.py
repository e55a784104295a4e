from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """A file becomes a draft release."""

    name = "importing"

    def ready(self) -> None:
        """Offer the check of embargo lines to those who proofread."""
        from importing import checks  # noqa: F401  (registers itself)
        from importing.embargo_lines import embargo_lines
        from news.proofreading.checks import registered_checks

        registered_checks.append(embargo_lines)
