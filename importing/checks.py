"""What the importer needs, asked when Django starts."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from importing.understanding.lexicon.vocabulary import vocabulary_file


@register()
def check_importer_words(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E008: a language of the settings without a file of words for the importer."""
    return [
        Error(
            f"The importer has no words of the language {code}: {vocabulary_file(code)} is not there.",
            hint="importing/words/README.md says what stands in such a file.",
            id="newsroom.E008",
        )
        for code, _name in settings.LANGUAGES
        if not vocabulary_file(code).is_file()
    ]
