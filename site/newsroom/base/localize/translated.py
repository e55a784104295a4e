"""What works around wagtail-localize where a translated page is public: its own way writes the public words at once.

Not needed any more once `Translation.save_target(publish=False)` leaves a live page's row alone.
"""

from typing import Any

from wagtail.models import Revision
from wagtail_localize.models import Translation


def save_draft_of(translation: Translation, user: Any = None, **options: Any) -> Revision:
    """Save what is translated as the newest draft of the page; what is public stays as it is.

    `options` are those of Wagtail's `save_revision`.
    """
    page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    revision: Revision = page.save_revision(user=user, **options)
    return revision
