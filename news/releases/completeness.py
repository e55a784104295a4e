"""A release becomes public only when nothing is lacking, whoever publishes it and however (decision 0025)."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from news.releases.conditions import ALWAYS, CONDITIONS, Contents, Lack, unmet_conditions
from newsroom.publication.gates import RefusedError
from newsroom.publication.record import reason_against_its_address

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def contents_of(page: "ReleasePage") -> Contents:
    """What the conditions look at, of a page as it is or as a draft of it was read."""
    return Contents(
        headline=page.title,
        kind=page.kind,
        dateline_place=page.dateline_place,
        body=page.body,
        leads=[link.is_lead for link in page.organisation_links.all()],
        contacts=[link.contact for link in page.contact_links.all()],
        gone=list(getattr(page, "gone", ())),
        code=page.locale.language_code,
        day=max(page.embargoed_until or timezone.now(), timezone.now()).date(),
        address_lack=reason_against_its_address(page),
    )


def lacks_of(page: "ReleasePage", is_public: bool | None = None) -> list[Lack]:
    """What keeps a release from being published as it is; of one that is public, what keeps it from being changed.

    `is_public`: whether it is, where that is known; what is being published says already that it is live.
    """
    if is_public is None:
        is_public = type(page).objects.filter(pk=page.pk, live=True).exists()
    return unmet_conditions(contents_of(page), ALWAYS if is_public else CONDITIONS)


def refuse_incomplete(page: "ReleasePage") -> None:
    """Raises RefusedError, which names everything that is lacking; the log is not told the headline."""
    if messages := list(dict.fromkeys(lack.message for lack in lacks_of(page))):
        words = _("“%(title)s” cannot be published yet. %(lacks)s")
        raise RefusedError(words % {"title": page.title, "lacks": " ".join(messages)}, note=" ".join(messages))
