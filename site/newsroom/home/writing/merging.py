"""Two versions of a page become one: what only one of them changed, and where both did, what was chosen."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Page

from newsroom.home.writing.versions import ChangedPlace, Meeting

MINE, THEIRS = "mine", "theirs"
COMMENTS = "wagtail_admin_comments"


def winner(place: ChangedPlace, chosen: Mapping[str, str]) -> str:
    """Whose version of a place holds; raise KeyError where both changed it and nobody has chosen."""
    if place.needs_a_choice:
        return MINE if chosen[place.key] == MINE else THEIRS
    return MINE if place.mine_changed else THEIRS


def merge_versions(meeting: Meeting, chosen: Mapping[str, str]) -> Page:
    """Put what is taken of mine into theirs and return it; raise KeyError where a choice is missing."""
    taken = {place.key for place in meeting.places if winner(place, chosen) == MINE}
    for key in {key.partition(":")[0] for key in taken}:
        if key in taken:
            take_whole(meeting, key)
        else:
            merge_blocks(meeting, key, {each.partition(":")[2] for each in taken if each.startswith(f"{key}:")})
    keep_new_comments(meeting)
    return meeting.theirs


def take_whole(meeting: Meeting, name: str) -> None:
    """Take a whole field or list of mine."""
    value = getattr(meeting.mine, name)
    if hasattr(value, "get_live_queryset") or hasattr(value, "get_object_list"):
        setattr(meeting.theirs, name, list(value.all()))
    else:
        setattr(meeting.theirs, name, value)


def merge_blocks(meeting: Meeting, name: str, taken: set[str]) -> None:
    """Take some blocks of mine into the text of theirs; a new one stands behind the block it stood behind."""
    own = getattr(meeting.mine, name)
    mine = {block["id"]: block for block in own.get_prep_value()}
    blocks = [
        mine.get(block["id"]) if block["id"] in taken else block
        for block in getattr(meeting.theirs, name).get_prep_value()
    ]
    merged = [block for block in blocks if block]
    before = None
    for number in mine:
        places = {block["id"]: place for place, block in enumerate(merged)}
        if number in taken and number not in places:
            merged.insert(places.get(before, -1) + 1, mine[number])
        before = number if number in taken or number in places else before
    setattr(meeting.theirs, name, own.stream_block.to_python(merged))


def keep_new_comments(meeting: Meeting) -> None:
    """Nobody's remark is lost: those of mine that were never saved are added."""
    fresh = [comment for comment in getattr(meeting.mine, COMMENTS).all() if comment.pk is None]
    if fresh:
        setattr(meeting.theirs, COMMENTS, [*getattr(meeting.theirs, COMMENTS).all(), *fresh])


@transaction.atomic
def save_version(page: Page, user: Any) -> None:
    """Write a version into the history as the draft that holds, as the editor does."""
    if not page.live:
        page.save(clean=False)
    page.save_revision(user=user, log_action=True, clean=False)
