"""Notes whom and what a release names, as published and as somebody is writing it (organisations/uses.py)."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q
from wagtail.models import Revision

from newsroom.base.pages.named_records import NamedRecords
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
    "signatory_links.person": NamedAs.SIGNATORY,
    "signatory_links.organisation": NamedAs.SIGNATORY,
    "hashtag_links.tag": NamedAs.HASHTAG,
    "body.quote.speaker": NamedAs.SPEAKER,
    "body.quote.organisation": NamedAs.SPOKEN_FOR,
}


def uses_in(page_type: type[Model], content: dict[str, Any], records: NamedRecords | None = None) -> set[Named]:
    """What stored content of a release names; one query for each kind of record in it that is not among `records`."""
    found: dict[type[Model], set[tuple[Any, str]]] = defaultdict(set)
    for model, number, path in named_in(page_type, content):
        if path in PARTS:
            found[model].add((number, PARTS[path]))
    uses: set[Named] = set()
    for model, named in found.items():
        known = records.found.get(model, {}) if records else {}
        unknown = {number for number, _part in named if not known.get(number)}
        there = known | (model._base_manager.in_bulk(unknown) if unknown else {})
        uses |= {
            (str(model._meta.model_name), tuple(identity(there[number]).items()), part)
            for number, part in named
            if there.get(number)
        }
    return uses


def note_published(release: "ReleasePage") -> None:
    """What a release names as it is published. Called inside the transaction of the publication."""
    version = release.live_revision
    content = version.content if version else release.serializable_data()
    note_uses(release.pk, Version.PUBLISHED, uses_in(type(release), content, release.records))


def note_draft(instance: Revision, **kwargs: Any) -> None:
    """What the newest revision of a release names, and those that wait for their hour."""
    if instance.content_type.natural_key() != OF_RELEASES:
        return
    page_type: Any = instance.content_type.model_class()
    page = instance.content_object
    revisions = Revision.objects.for_instance(page)
    newest = revisions.order_by("-created_at", "-pk").values_list("pk", flat=True).first()
    waiting = revisions.filter(Q(approved_go_live_at__isnull=False) | Q(pk=newest)).exclude(pk=instance.pk)
    contents = list(waiting.values_list("content", flat=True))
    if instance.pk == newest or instance.approved_go_live_at:
        contents.append(instance.content)
    records = getattr(page, "records", None)
    uses: set[Named] = set().union(*(uses_in(page_type, content, records) for content in contents))
    note_uses(int(instance.object_id), Version.DRAFT, uses)


def note_first_draft(instance: "ReleasePage", update_fields: Any = None, **kwargs: Any) -> None:
    """What a draft names that has no revision yet."""
    if not instance.live and update_fields is None and not instance.latest_revision_id:
        note_uses(instance.pk, Version.DRAFT, uses_in(type(instance), instance.serializable_data()))
