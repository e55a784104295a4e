"""What is public is changed as a minor change or as a correction, and by no door in any other manner (decision 0025).

A page type whose public pages are a record says so with `is_amended_openly = True`.
"""

import json
from typing import Any

from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.models import COMMENTS_RELATION_NAME, Page

from newsroom.base.pages.amendments import Amendment, changing, declared
from newsroom.publication.gates import RefusedError

__all__ = ["Amendment", "changing", "declared", "refuse_a_schedule", "refuse_a_silent_change"]

#: Facts about a page and the CMS's own bookkeeping: other values are no change to what readers are told.
NOT_CONTENT = {
    *("pk", "path", "depth", "numchild", "url_path", "draft_title", "content_type", "owner", "alias_of"),
    *("live", "has_unpublished_changes", "first_published_at", "last_published_at", "live_revision"),
    *("latest_revision", "latest_revision_created_at", "go_live_at", "expire_at", "expired"),
    *("locked", "locked_at", "locked_by", "translation_key", "locale", COMMENTS_RELATION_NAME),
    "life",
}


def refuse_a_silent_change(page: Page) -> None:
    """Raises RefusedError for a page that is written live with other content than is live, unless somebody declared
    in which manner it changes. A copy that follows its original passes."""
    if not getattr(page, "is_amended_openly", False) or not page.live or declared():
        return
    standing = type(page)._base_manager.filter(pk=page.pk, live=True).first()
    if standing is None or follows_its_original(standing, page) or content_of(standing) == content_of(page):
        return
    raise silent_change_refusal(page)


def refuse_a_schedule(page: Page) -> None:
    """Refuse to give a change of what is public an hour, at which nobody would say in which manner it changes.

    Raises RefusedError.
    """
    if getattr(page, "is_amended_openly", False) and page.live:
        raise silent_change_refusal(page)


def silent_change_refusal(page: Any) -> RefusedError:
    """What is said to whoever would change a public page silently, and to the log."""
    words = _("“%(title)s” is public already: publish it from its editor as a minor change or as a correction.")
    return RefusedError(words % {"title": page.title}, f"page {page.pk} is public; no manner of change was stated")


def follows_its_original(standing: Page, page: Page) -> bool:
    """Whether a page is a copy that Wagtail writes anew whenever its original is published."""
    return standing.alias_of_id is not None and standing.alias_of_id == page.alias_of_id


def content_of(page: Any) -> dict[str, Any]:
    """What a page says, comparable however it was read: from its row, a draft or a form."""
    content = {name: value for name, value in page.serializable_data().items() if name not in NOT_CONTENT}
    for field in page._meta.get_fields():
        value = getattr(page, field.name, None) if field.name in content else None
        if isinstance(value, StreamValue):
            content[field.name] = [block.get_prep_value() for block in value]
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        if name in content:
            content[name] = rows_without_numbers(content[name], relation.field.name)
    return content


def rows_without_numbers(rows: list[dict[str, Any]], parent: str) -> list[dict[str, Any]]:
    """The rows of a list in their order, without the numbers that a database gave them."""
    told = [(row.get("sort_order"), {key: row[key] for key in row if key not in ("pk", parent)}) for row in rows]
    for _order, row in told:
        row.pop("sort_order", None)
    ordered = "sort_order" in rows[0] if rows else False
    if ordered:
        told.sort(key=lambda each: (each[0] is None, each[0] or 0))
    else:
        told.sort(key=lambda each: json.dumps(each[1], sort_keys=True, default=str))
    return [row for _order, row in told]
