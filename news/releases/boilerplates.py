"""A published release means tomorrow what it meant on the day (docs/domain.md, “Records of what was said”)."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from wagtail.log_actions import log

from news.models.frozen import FrozenBoilerplate
from newsroom.base.languages import localise_on, localised
from newsroom.base.models import User
from organisations.models import Boilerplate

if TYPE_CHECKING:
    from news.models.release import ReleasePage

REFRESHED = "news.boilerplate.refresh"

FrozenWords = Mapping[str, tuple[str, str]]


def freeze_boilerplates(release: "ReleasePage") -> None:
    """Keep the words of each boilerplate a release is published with, in its language where they exist in it.

    What is frozen stays as it is; what was newly chosen is frozen now, what is no longer chosen is let go.
    Called inside the transaction of the publication.
    """
    chosen = chosen_boilerplates(release)
    frozen = release.frozen_boilerplates.select_related("boilerplate")
    known = {each.boilerplate.translation_key: each for each in frozen}
    for boilerplate in chosen:
        if boilerplate.translation_key not in known:
            row = FrozenBoilerplate(release=release, boilerplate=boilerplate)
            freeze_words(row)
            row.save()
    kept = {boilerplate.translation_key for boilerplate in chosen}
    FrozenBoilerplate.objects.filter(pk__in=[row.pk for key, row in known.items() if key not in kept]).delete()


def chosen_boilerplates(release: "ReleasePage") -> list[Boilerplate]:
    """The boilerplates of a release in its order, each in the release's language or else in its own."""
    links = list(release.boilerplate_links.all())
    prefetch_related_objects(links, "boilerplate")
    chosen = [link.boilerplate for link in links]
    found = localised(chosen, release.locale.language_code)
    boilerplates = [found[boilerplate.translation_key] for boilerplate in chosen]
    localise_on(boilerplates, "organisation", code=release.locale.language_code)
    return boilerplates


def freeze_words(row: FrozenBoilerplate) -> None:
    """The boilerplate's words of this moment and which revision they are from, the name in the release's language."""
    organisation = row.boilerplate.organisation
    names = localised([organisation], row.release.locale.language_code)
    row.text = row.boilerplate.text
    row.organisation_name = names[organisation.translation_key].name
    row.revision = row.boilerplate.live_revision
    row.frozen_at = timezone.now()


def frozen_words(release: "ReleasePage") -> FrozenWords:
    """By the boilerplate's translation key, the name and text that a release was published with."""
    frozen = release.frozen_boilerplates.select_related("boilerplate") if release.pk else []
    return {str(each.boilerplate.translation_key): (each.organisation_name, each.text) for each in frozen}


def shown_boilerplates(release: "ReleasePage", words: FrozenWords | None = None) -> list[Boilerplate]:
    """The boilerplates of a release as a reader sees them: frozen words where they are frozen.

    A preview shows what the next publication will: newly chosen ones in the words of today. `words` are those of
    an earlier version; by default those frozen now.
    """
    words = frozen_words(release) if words is None else words
    boilerplates = chosen_boilerplates(release)
    boilerplate: Any
    for boilerplate in boilerplates:
        if kept := words.get(str(boilerplate.translation_key)):
            boilerplate.organisation.name, boilerplate.text = kept
    return boilerplates


@transaction.atomic
def refresh_boilerplates(rows: Iterable[FrozenBoilerplate], user: User) -> int:
    """Give releases the boilerplate's words of today, on purpose: each change is logged with both texts.

    Returns how many releases changed.
    """
    changed = 0
    for row in rows:
        if row.is_older:
            before = row.text
            freeze_words(row)
            row.save()
            log(
                instance=row.release,
                action=REFRESHED,
                user=user,
                data={"boilerplate": str(row.boilerplate), "before": before, "after": row.text},
                content_changed=True,
            )
            changed += 1
    return changed
