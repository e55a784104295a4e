"""Notes whom and what a release names, as published and as somebody is writing it (organisations/uses.py)."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q
from wagtail.models import Revision

from newsroom.base.pages.references import named_in
from organisations.choices import NamedAs, Version
from organisations.models.use import identity
from organisations.uses import Named, note_uses

if TYPE_CHECKING:
    from news.models.release import ReleasePage

#: The type of content of releases, as Django names it.
OF_RELEASES = ("news", "releasepage")
#: As what a release names a record, by where its content names it.
PARTS = {
    "organisation_links.organisation": NamedAs.ISSUER,
    "boilerplate_links.boilerplate": NamedAs.BOILERPLATE,
    "contact_links.contact": NamedAs.CONTACT,
    "participant_links.person": NamedAs.PARTICIPANT,
    "hashtag_links.tag": NamedAs.HASHTAG,
    "body.quote.speaker": NamedAs.SPEAKER,
    "body.quote.organisation": NamedAs.SPOKEN_FOR,
}


def uses_in(page_type: type[Model], content: dict[str, Any]) -> set[Named]:
    """What stored content of a release names; one query for each kind of record in it."""
    found: dict[type[Model], set[tuple[Any, str]]] = defaultdict(set)
    for model, number, path in named_in(page_type, content):
        if path in PARTS:
            found[model].add((number, PARTS[path]))
    uses: set[Named] = set()
    for model, named in found.items():
        records = model._base_manager.in_bulk({number for number, _part in named})
        uses |= {
            (str(model._meta.model_name), tuple(identity(records[number]).items()), part)
            for number, part in named
            if number in records
        }
    return uses


def note_published(release: "ReleasePage") -> None:
    """What a release names as it is published. Called inside the transaction of the publication."""
    version = release.live_revision
    content = version.content if version else release.serializable_data()
    note_uses(release.pk, Version.PUBLISHED, uses_in(type(release), content))


def note_draft(instance: Revision, **kwargs: Any) -> None:
    """What the newest revision of a release names, and those that wait for their hour."""
    if instance.content_type.natural_key() != OF_RELEASES:
        return
    page_type: Any = instance.content_type.model_class()
    revisions = Revision.objects.for_instance(instance.content_object)
    newest = revisions.order_by("-created_at", "-pk").first()
    waiting = revisions.filter(Q(approved_go_live_at__isnull=False) | Q(pk=newest.pk if newest else None))
    note_uses(
        int(instance.object_id), Version.DRAFT, set().union(*(uses_in(page_type, each.content) for each in waiting))
    )


def note_first_draft(instance: "ReleasePage", update_fields: Any = None, **kwargs: Any) -> None:
    """What a draft names that has no revision yet."""
    if not instance.live and update_fields is None and not instance.latest_revision_id:
        note_uses(instance.pk, Version.DRAFT, uses_in(type(instance), instance.serializable_data()))
