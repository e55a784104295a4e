"""Two officers who save the same release at once never lose a quote silently.

Wagtail keeps every version, but the draft is what was saved last, and the editor holds the whole text: whoever saves
second takes away what somebody else added or changed in between, and neither is told. So the editor remembers which
quotes it was opened with. A save that would drop or change a quote which somebody else has saved since then is
refused; the form comes back as it was typed, with a box to tick for those who mean it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Revision

from newsroom.base.users import name_of
from newsroom.language.script.cutting import cut_text
from newsroom.language.separators import as_list, in_brackets, in_quotation_marks, one_by_one

#: What the editor was opened with, and the version whose loss somebody has agreed to.
KNOWN, SEEN = "known_quotes", "seen_revision"
FIRST_WORDS = 60

Prints = dict[str, str]


@dataclass(frozen=True)
class Loss:
    """A quote that a save would take away or change, and who saved it."""

    words: str
    speaker: str
    officer: str


def prints_of(body: Any) -> Prints:
    """Return a digest of each quote of a body, by block id."""
    return {
        block.id: sha256(json.dumps(block.get_prep_value()["value"], sort_keys=True).encode()).hexdigest()[:16]
        for block in body
        if block.block_type == "quote" and block.id
    }


def mark_of(revision: Revision | None) -> str:
    """Return the mark of a revision; it changes whenever the revision's author saves it again."""
    return f"{revision.pk}@{revision.created_at.isoformat()}" if revision else ""


def known_now(page: Any) -> str:
    """Return what an editor that opens now must remember: the latest revision and its quotes."""
    revision = page.get_latest_revision() if page.pk else None
    return json.dumps({"revision": mark_of(revision), "quotes": prints_of(page.body)})


def known_by(data: Mapping[str, Any], page: Any) -> tuple[str, Prints] | None:
    """Return the revision and quotes an editor was opened with; from Wagtail's own fields where ours are missing."""
    try:
        known = json.loads(data.get(KNOWN) or "null")
        return str(known["revision"]), dict(known["quotes"])
    except (ValueError, TypeError, KeyError):
        mark = f"{data.get('loaded_revision_id') or ''}@{data.get('loaded_revision_created_at') or ''}"
    if mark == "@":
        return None
    revision = page.revisions.filter(pk=version_number(mark)).first()
    return mark, prints_of(revision.as_object().body) if mark_of(revision) == mark else {}


def version_number(mark: str) -> int:
    """The number of the version that a mark names; 0 for none."""
    number = mark.partition("@")[0]
    return int(number) if number.isdecimal() else 0


def is_newer(revision: Revision, mark: str) -> bool:
    """Tell whether a revision was saved after the one of a mark, or is that one, saved again."""
    return revision.pk > version_number(mark) or revision.created_at.isoformat() > mark.partition("@")[2]


def losses(page: Any, body: Any, data: Mapping[str, Any], user: Any) -> list[Loss]:
    """The quotes that others saved after the editor was opened and that saving this body would drop or change."""
    known, latest = known_by(data, page), page.get_latest_revision()
    if known is None or latest is None or data.get(SEEN) == mark_of(latest) or not is_newer(latest, known[0]):
        return []
    mark, prints = known
    savers: dict[str, Any] = {}
    current: Any = ()
    for revision in page.revisions.select_related("user").order_by("created_at", "pk"):
        if is_newer(revision, mark):
            current = revision.as_object().body
            saved = prints_of(current)
            savers |= {key: revision.user for key, print_ in saved.items() if prints.get(key) != print_}
            prints = saved
    kept = prints_of(body)
    return [
        Loss(
            words=cut_text(block.value["words"], FIRST_WORDS, "…"),
            speaker=str(block.value["speaker"] or _("nobody chosen")),
            officer=name_of(savers[block.id]) if savers[block.id] else _("Somebody"),
        )
        for block in current
        if block.id in savers and savers[block.id] != user and kept.get(block.id) != prints.get(block.id)
    ]


def edit_conflict(page: Any, body: Any, data: Mapping[str, Any], user: Any) -> StreamBlockValidationError | None:
    """Why a save must not go through, in words for the officer; None where nothing would be lost."""
    lost = losses(page, body, data, user)
    if not lost:
        return None
    message = _("While you were writing, %(officers)s saved: %(quotes)s. Your version would undo that. %(remedy)s")
    words = {
        "officers": as_list(dict.fromkeys(loss.officer for loss in lost)),
        "quotes": one_by_one(in_quotation_marks(loss.words) + in_brackets(loss.speaker) for loss in lost),
        "remedy": _(
            "Nothing of yours is lost: it stands below, unsaved. Copy what is missing from the latest version in the "
            "history, or tick the box under the text and save again; every version stays in the history."
        ),
    }
    return StreamBlockValidationError(non_block_errors=[message % words])


class GuardedBodyPanel(FieldPanel):
    """The text of a release, with what the editor was opened with and, after a refusal, the box to tick."""

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "news/admin/guarded_body.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """As for every field, and what this one must remember."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            is_refused = getattr(self.form, "would_lose_quotes", False)
            latest = self.instance.get_latest_revision() if is_refused else None
            sent = self.form.data.get(KNOWN) if self.form.is_bound else None
            return context | {
                "known_name": KNOWN,
                "known": sent or known_now(self.instance),
                "seen_name": SEEN,
                "seen": mark_of(latest),
            }
