"""Each publication writes what it published: an edition of the page."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.log_actions import get_active_log_context

from newsroom.base.pages.amendments import Amendment, declared
from newsroom.publication.choices import EditionKind
from newsroom.publication.editions.serialisation import digest_of

if TYPE_CHECKING:
    from newsroom.publication.models.edition import EditionBase, RecordedInEditions

KINDS = {Amendment.MINOR: EditionKind.MINOR, Amendment.CORRECTION: EditionKind.CORRECTION}


def issue_edition(page: "RecordedInEditions") -> None:
    """Write down what goes public of a page in one language; called inside the transaction of the publication.

    What says the same as the edition before it is none, unless readers are told of a correction.
    """
    last = last_edition(page)
    document = page.document_as_published(last.document if last else None)
    amendment = declared()
    if last and last.digest == digest_of(document) and amendment is not Amendment.CORRECTION:
        return
    again = KINDS[amendment] if amendment else EditionKind.AGAIN
    write_edition(page, document, again if last else EditionKind.FIRST, last)


def write_edition(page: "RecordedInEditions", document: Any, kind: EditionKind, last: Any) -> "EditionBase":
    """Write an edition behind the last one, in the name of whoever acts just now."""
    edition: EditionBase = page.editions.model._default_manager.create(
        **{page.editions.field.name: page},
        number=last.number + 1 if last else 1,
        kind=kind,
        document=document,
        issued_at=timezone.now(),
        issued_by=get_active_log_context().user,
    )
    return edition


def last_edition(page: "RecordedInEditions") -> Any:
    """The newest edition of a page; None where it was never public."""
    return page.editions.order_by("-number").first() if page.pk else None
