"""Until when a letter is signed is one fact for all its languages: the original says it, the others follow at once."""

from typing import Any

from news.choices import ReleaseKind
from news.letters.closing import signing_end
from news.models.extension import LetterExtension
from newsroom.publication.deadlines.extending import note_extension
from search.indexing import refresh_index

TERMS = ("is_open_for_signature", "signing_closes_on", "signing_closes_time", "signing_zone", "signing_extended_from")


def settle_signing(release: Any) -> None:
    """Give a letter that goes public its end; called inside the transaction, before it is written.

    A translation takes that of its original. An original that was public and closes later than was said has been
    extended: the earlier end is kept, whatever the draft says of it.
    """
    if release.kind != ReleaseKind.OPEN_LETTER:
        return
    pages = type(release)._base_manager
    if release.is_original:
        standing = pages.filter(pk=release.pk).first()
        release.signing_extended_from = standing and standing.signing_extended_from
        before, end = standing and standing.live and signing_end(standing), signing_end(release)
        if before and end and before.at < end.at:
            note_extension(LetterExtension, release.translation_key, before, end)
            release.signing_extended_from = release.signing_extended_from or before.utc
        return
    of_original = {"translation_key": release.translation_key, "locale__language_code": release.original_language}
    original = pages.filter(**of_original).first()
    for name in TERMS if original else ():
        setattr(release, name, getattr(original, name))


def share_signing(release: Any) -> None:
    """Write the end of an original into its other languages; called inside the transaction of the publication."""
    if release.kind != ReleaseKind.OPEN_LETTER or not release.is_original:
        return
    others = type(release)._base_manager.filter(translation_key=release.translation_key).exclude(pk=release.pk)
    if others.update(**{name: getattr(release, name) for name in TERMS}):
        refresh_index(list(others.filter(live=True)))
