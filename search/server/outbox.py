"""What the server is to be told: noted in the transaction of the change, sent afterwards, as often as it takes."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from search.models.outgoing import Outgoing

Key = tuple[str, int]
#: Seconds that something refused waits, doubled with every refusal.
PATIENCE, LONGEST = 2, 600


def note_changes(keys: Collection[Key]) -> None:
    """Note that things changed, where there is a server that is to be told.

    Called where the index in the database is written, whose lock keeps writers apart.
    """
    if not keys or not settings.NEWSROOM_SEARCH_SERVER["URL"]:
        return
    at = timezone.now()
    rows = Outgoing.objects.filter(of(keys))
    known = set(rows.values_list("source", "object_id"))
    rows.update(version=F("version") + 1, changed_at=at, attempts=0, not_before=None, trouble="")
    missing = [
        Outgoing(source=source, object_id=key, changed_at=at) for source, key in keys if (source, key) not in known
    ]
    Outgoing.objects.bulk_create(missing)


def of(keys: Collection[Key]) -> Q:
    """The rows of things."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for source, key in keys:
        wanted[source].append(key)
    found = Q(pk__in=[])
    for source, ids in wanted.items():
        found |= Q(source=source, object_id__in=ids)
    return found


def versions(keys: Collection[Key]) -> Mapping[Key, int]:
    """The version of each thing that ever changed."""
    rows = Outgoing.objects.filter(of(keys)).values_list("source", "object_id", "version")
    return {(source, key): version for source, key, version in rows}


def confirm(sent: Sequence[Outgoing]) -> None:
    """The server has these, in the version each had when it was read; what changed since waits again."""
    for row in sent:
        row.sent = row.version
    Outgoing.objects.bulk_update(sent, ["sent"])


def postpone_refused(refused: Mapping[Outgoing, str]) -> None:
    """The server would not take these: let them wait, each longer than the time before."""
    now = timezone.now()
    for row, trouble in refused.items():
        row.attempts = min(row.attempts + 1, 30)
        row.not_before = now + timedelta(seconds=min(PATIENCE**row.attempts, LONGEST))
        row.trouble = trouble[:300]
    Outgoing.objects.bulk_update(list(refused), ["attempts", "not_before", "trouble"])
