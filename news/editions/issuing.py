"""Each publication writes what it published: an edition, and the quotes in it as records."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.log_actions import get_active_log_context

from news.choices import EditionKind
from news.editions.composing import compose
from news.editions.document import ReleaseDocument
from news.editions.serialisation import digest_of
from news.models.edition import Edition
from news.quotes.recording import record_quotes
from news.quotes.status import standings
from newsroom.base.pages.amendments import Amendment, declared

if TYPE_CHECKING:
    from news.models.release import ReleasePage

KINDS = {Amendment.MINOR: EditionKind.MINOR, Amendment.CORRECTION: EditionKind.CORRECTION}


def issue_edition(release: "ReleasePage") -> None:
    """Write down what goes public of a release in one language; called inside the transaction of the publication.

    What says the same as the edition before it is none, unless readers are told of a correction.
    """
    last = last_edition(release)
    standing = standings(release)
    document = compose(release, last.document if last else None, standing)
    record_quotes(release, document, standing)
    amendment = declared()
    if last and last.digest == digest_of(document) and amendment is not Amendment.CORRECTION:
        return
    again = KINDS[amendment] if amendment else EditionKind.AGAIN
    write_edition(release, document, again if last else EditionKind.FIRST, last)


def write_edition(
    release: "ReleasePage", document: ReleaseDocument, kind: EditionKind, last: Edition | None
) -> Edition:
    """Write an edition behind the last one, in the name of whoever acts just now."""
    written: Any = document
    edition: Edition = Edition.objects.create(
        release=release,
        number=last.number + 1 if last else 1,
        kind=kind,
        document=written,
        issued_at=timezone.now(),
        issued_by=get_active_log_context().user,
    )
    return edition


def last_edition(release: "ReleasePage") -> Edition | None:
    """The newest edition of a language of a release; None where it was never public."""
    return Edition.objects.filter(release=release.pk).order_by("-number").first() if release.pk else None
