"""What officers and speakers' offices have remarked on a text, for those who translate it.

wagtail-localize's editor shows no comments; a proposal for a quote would reach its translator too late.
"""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Comment, Page
from wagtail_localize.models import Translation

from newsroom.base.users import name_of
from newsroom.translation.signing.segments import segments_of
from newsroom.translation.tasks.views import field_name


@dataclass(frozen=True)
class Remark:
    """An open comment: who wrote it, where it stands, beside which words of the original."""

    author: str
    place: str
    words: str
    text: str
    replies: list[tuple[str, str]]
    written_at: Any
    is_on_translation: bool


def remarks_on(translation: Translation) -> list[Remark]:
    """The open comments on the original and on the translated page, in the order of the text."""
    page = translation.source.get_source_instance()
    if not isinstance(page, Page):
        return []
    keys = {"page__translation_key": page.translation_key}
    locales = [translation.source.locale_id, translation.target_locale_id]
    found = Comment.objects.filter(resolved_at=None, page__locale__in=locales, **keys).select_related("user", "page")
    comments = list(found.prefetch_related("replies__user").order_by("created_at"))
    if not comments:
        return []
    segments = segments_of(translation)
    order = {segment.path: number for number, segment in reversed(list(enumerate(segments)))}
    words = {segment.path: segment.source for segment in reversed(segments)}
    return [
        Remark(
            author=name_of(comment.user),
            place=remark_place(comment.contentpath, type(page)),
            words=words.get(comment.contentpath, ""),
            text=comment.text,
            replies=[(name_of(reply.user), reply.text) for reply in comment.replies.all()],
            written_at=comment.created_at,
            is_on_translation=comment.page.locale_id == translation.target_locale_id,
        )
        for comment in sorted(comments, key=lambda each: order.get(each.contentpath, len(order)))
    ]


def remark_place(path: str, model: Any) -> str:
    """The name of the field that a comment stands at; nothing where that is no longer a field."""
    known = {field.name for field in model._meta.get_fields()}
    return field_name(path, model) if path.partition(".")[0] in known else ""
