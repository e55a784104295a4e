"""A version that was written to its page when it was given its hour is made public without writing it once more.

Wagtail writes what it schedules to the page's row, and reads and writes all of it again when the hour has come. The row
says which version it holds (`prepared_revision_id`) for as long as nobody has written it since; then the lift sets what
changes with the hour and leaves the rest. All that is asked and all that follows is the same (`chain`).
"""

from functools import partial
from typing import Any

from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.log_actions import log
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision
from wagtail.signals import page_published, published

from newsroom.publication.publishing import make_public

#: What changes with the hour.
FIELDS = (
    "live",
    "has_unpublished_changes",
    "expired",
    "live_revision",
    "first_published_at",
    "last_published_at",
    "go_live_at",
)


class NotAsPreparedError(Exception):
    """The page must be written as a whole after all."""


def note_prepared(instance: Any, revision: Revision, **kwargs: Any) -> None:
    """Note which version a page's row holds now that it was scheduled. Wagtail sends `page_published` for that too."""
    if not instance.live:
        type(instance)._default_manager.filter(pk=instance.pk).update(prepared_revision_id=revision.pk)


def publish_prepared(page: Any, revision: Revision, user: Any, action: str) -> None:
    """Make a page public as its row stands; called inside the transaction of the lift.

    Raises NotAsPreparedError where the row must change, and RefusedError.
    """
    if not holds_as_many_rows(page, revision):
        raise NotAsPreparedError(page.pk)
    now = timezone.now()
    page.live, page.expired, page.go_live_at = True, False, None
    page.has_unpublished_changes = not revision.is_latest_revision()
    page.live_revision, page.last_published_at = revision, now
    page.first_published_at = page.first_published_at or now
    make_public(page, partial(switch_on, page))
    page.revisions.update(approved_go_live_at=None)
    page_published.send(sender=type(page), instance=page, revision=revision)
    published.send(sender=type(page), instance=page, revision=revision)
    log(page, action, user=user, revision=revision, content_changed=True)


def holds_as_many_rows(page: Any, revision: Revision) -> bool:
    """Tell whether each list of the page is as long as it was approved: a record may have gone with its row.

    The lists stay at the page, so that what is asked and what follows reads them once.
    """
    names = [relation.get_accessor_name() for relation in get_all_child_relations(page)]
    lists = {name: getattr(page, name).get_object_list() for name in names if name != COMMENTS_RELATION_NAME}
    return all(len(revision.content.get(name, ())) == len(rows) for name, rows in lists.items())


def switch_on(page: Any) -> None:
    """Write what changes with the hour. Raises NotAsPreparedError where the page's words changed before."""
    if page.is_settled_otherwise:
        raise NotAsPreparedError(page.pk)
    Page.objects.filter(pk=page.pk).update(**{name: getattr(page, name) for name in FIELDS})
