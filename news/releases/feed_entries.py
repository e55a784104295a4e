"""What feeds tell of releases."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from newsroom.base.dates import full_date
from newsroom.base.languages import active_code
from newsroom.language.spacing import spaced
from search.registry import FeedEntry


def releases_followed(releases: Sequence[Any]) -> Mapping[int, FeedEntry]:
    """What feeds tell of releases on record: one that was withdrawn stays there and says so, without its words."""
    return {
        release.pk: FeedEntry(
            group=release.translation_key,
            language=release.locale.language_code,
            title=title_followed(release),
            url=release.url,
            text=text_followed(release),
            released_at=release.released_at,
            changed_at=release.withdrawal.withdrawn_at if release.withdrawal else release.last_published_at,
        )
        for release in releases
    }


def title_followed(release: Any) -> str:
    """The headline, and first that it was withdrawn."""
    title = _("Withdrawn: %(title)s") % {"title": release.title} if release.withdrawal else release.title
    return spaced(title, release.locale.language_code)


def text_followed(release: Any) -> str:
    """What it is about and whether it was corrected; of one that was withdrawn the reason."""
    if release.withdrawal:
        return spaced(release.withdrawal.reason, release.withdrawal.reason_language or active_code())
    corrected = _("Corrected on %(day)s.") % {"day": full_date(release.corrected_at)} if release.corrected_at else ""
    signing = release.signing.in_list if release.signing else ""
    return spaced(" ".join(filter(None, (corrected, signing, release.teaser))), release.locale.language_code)
