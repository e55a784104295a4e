"""A published release means tomorrow what it meant on the day (docs/domain.md, “Records of what was said”).

Other words of a boilerplate come into it on purpose alone: as an edition of its own, logged with both texts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from django.db import transaction
from wagtail.log_actions import LogContext, log

from news.editions.composing import standing_text
from news.editions.document import StandingText
from news.models.edition import Edition
from news.models.links import ReleaseBoilerplate
from newsroom.base.languages import localise_on
from newsroom.base.models import User
from newsroom.publication.choices import EditionKind
from newsroom.publication.editions.issuing import last_edition, write_edition
from newsroom.publication.embargoes.service import locked
from organisations.models import Boilerplate

REFRESHED = "news.boilerplate.refresh"


@dataclass(frozen=True)
class BoilerplateInRelease:
    """The words of a boilerplate in the current edition of a release, and those it has today."""

    edition: Edition
    shown: StandingText
    today: StandingText

    @property
    def is_older(self) -> bool:
        """Whether the boilerplate says something else today."""
        return self.shown.html != self.today.html


def releases_with_boilerplate(boilerplate: Boilerplate) -> list[BoilerplateInRelease]:
    """The public releases that show a boilerplate in its language, the newest first."""
    localise_on([boilerplate], "organisation", code=boilerplate.locale.language_code)
    today = standing_text(boilerplate)
    links = ReleaseBoilerplate.objects.filter(boilerplate__translation_key=boilerplate.translation_key)
    editions = Edition.objects.released().current().filter(release__in=links.values("page"))
    found = []
    for edition in editions.select_related("release__life").order_by("-release__life__released_at", "-release"):
        shown = [text for text in edition.document.boilerplates if text.key == boilerplate.translation_key]
        if shown and shown[0].language == today.language:
            found.append(BoilerplateInRelease(edition, shown[0], today))
    return found


@transaction.atomic
def refresh_boilerplates(rows: Iterable[BoilerplateInRelease], user: User) -> int:
    """Give releases the boilerplate's words of today, on purpose: an edition each, logged with both texts.

    Returns how many releases changed.
    """
    changed = 0
    for row in rows:
        release = row.edition.release
        locked(release.life)  # somebody may be publishing it just now
        last = last_edition(release)
        shown = last.document.boilerplates if last else ()
        texts = tuple(row.today if text.key == row.today.key else text for text in shown)
        if last is None or texts == shown:
            continue
        changed += 1
        document = msgspec.structs.replace(last.document, boilerplates=texts)
        with LogContext(user=user):
            write_edition(release, document, EditionKind.BOILERPLATE, last)
            log(
                instance=release,
                action=REFRESHED,
                user=user,
                data={"boilerplate": row.today.organisation.name, "before": row.shown.html, "after": row.today.html},
                content_changed=True,
            )
    return changed
