"""The way through all releases: their editions, their corrections, and what the index of references knows of them."""

import sys
from datetime import UTC
from hashlib import sha256

from django.db.models import Exists, OuterRef

from newsroom.publication.editions.serialisation import canonical_json

from .documents import document_of
from .records import Known
from .references import Register
from .written import UnreadableError, as_written, corrections_of, numbers_after, public_once, until

UNREADABLE = (UnreadableError, KeyError, TypeError, ValueError, AttributeError)


class LostReleaseError(Exception):
    """A public release would be left without an edition."""


def say(words):
    """Tell whoever migrates."""
    sys.stdout.write(f"\n    {words}")


def carry_over(apps, schema_editor):
    """Write an edition of everything that was published so far. Raises LostReleaseError where something is missing."""
    register, last, pages, editions = Register(apps), 0, 0, 0
    while numbers := numbers_after(apps, last):
        last = numbers[-1]
        if rows := public_once(apps, numbers):
            pages += len(rows)
            editions += carry_batch(apps, rows, register)
    if pages:
        say(f"{editions} editions were written of {pages} releases in each of their languages.")
    written = apps.get_model("news", "Edition").objects.filter(release=OuterRef("pk"))
    lost = apps.get_model("news", "ReleasePage").objects.filter(~Exists(written), live=True)
    if numbers := list(lost.values_list("pk", flat=True)[:20]):
        raise LostReleaseError(f"Public releases without an edition: {numbers}")


def carry_batch(apps, rows, register):
    """The editions of some releases; a fixed number of queries. Returns how many there are."""
    today = as_written(apps, rows)
    corrections = corrections_of(apps, list(today))
    texts = {pk: [*earlier_texts(corrections.get(pk, ()), text), text] for pk, text in today.items()}
    known = Known(apps, [text for found in texts.values() for text in found if text])
    editions, documents = [], []
    for pk, found in texts.items():
        made = documents_of(found, known)
        documents += made
        editions += editions_of(apps, today[pk].facts, made, corrections.get(pk, []))
    apps.get_model("news", "Edition").objects.bulk_create(editions)
    tie_corrections(apps, editions, corrections)
    register.note(editions, documents)
    return len(editions)


def earlier_texts(corrections, current):
    """What a release said until each of its corrections; None where that cannot be read."""
    for correction in corrections:
        try:
            yield until(correction, current)
        except UnreadableError:
            yield None


def documents_of(texts, known):
    """The documents of a release from its texts, the oldest first. One that cannot be made is told, and the next one
    stands in its place.
    """
    current = texts[-1]
    documents = [document_of(current, known)]
    for number, text in reversed(list(enumerate(texts[:-1], start=1))):
        try:
            documents.insert(0, document_of(text, known))
        except UNREADABLE:
            say(f"Release {current.facts['pk']}: version {number} cannot be read; what followed it stands for it.")
            documents.insert(0, documents[0])
    return documents


def editions_of(apps, facts, documents, corrections):
    """The editions of a release. Each but the first was issued by the correction before it."""
    model = apps.get_model("news", "Edition")
    for number, document in enumerate(documents, start=1):
        before = corrections[number - 2] if number > 1 else None
        stored = canonical_json(document)
        yield model(
            release_id=facts["pk"],
            number=number,
            kind="correction" if before else "first",
            document=stored.decode(),
            digest=sha256(stored).hexdigest(),
            issued_at=before.corrected_at if before else first_issue(facts, document, corrections),
            issued_by_id=before.corrected_by_id if before else None,
            issued_by_name=before.corrected_by_name if before else "",
        )


def first_issue(facts, document, corrections):
    """When the first edition was issued: when the page went public here, which was before it was corrected."""
    known = facts["first_published_at"] or document.released_at
    return min([known.astimezone(UTC), *(each.corrected_at for each in corrections)])


def tie_corrections(apps, editions, corrections):
    """Name in each correction the edition that stood until then."""
    written = {(edition.release_id, edition.number): edition for edition in editions}
    rows = []
    for pk, found in corrections.items():
        for number, correction in enumerate(found, start=1):
            correction.earlier = written[pk, number]
            rows.append(correction)
    apps.get_model("news", "Correction").objects.bulk_update(rows, ["earlier"])


def keep_editions(apps, schema_editor):
    """Refuse to go back where there are editions: what they hold is in no other place any more."""
    if apps.get_model("news", "Edition").objects.exists():
        raise LostReleaseError("The editions hold what was published. Going back would lose it; restore a copy instead.")
