"""Comments in the editor: what came from outside stands there under the name of whoever wrote it."""

from typing import Any

from wagtail.admin.forms.comments import CommentFormSet
from wagtail.admin.panels import CommentPanel
from wagtail.models import COMMENTS_RELATION_NAME

from newsroom.publication.models.preview_link import OutsideComment


class CommentsWithNames(CommentFormSet):
    """As Wagtail's, which knows accounts alone."""

    def serialize(self, bound: bool, user: Any) -> dict[str, Any]:
        """What the editor's script is told: comments, and their authors by key."""
        data: dict[str, Any] = super().serialize(bound, user)
        numbers = [comment["pk"] for comment in data["comments"] if comment["pk"]]
        names = dict(OutsideComment.objects.filter(comment__in=numbers).values_list("comment_id", "name"))
        for comment in data["comments"]:
            if name := names.get(comment["pk"]):
                key = f"outside-{comment['pk']}"
                data["authors"][key] = {**data["authors"][str(comment["user"])], "name": name}
                comment["user"] = key
        return data


class NamedCommentPanel(CommentPanel):
    """Wagtail's panel for comments, with the names of readers outside."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][COMMENTS_RELATION_NAME]["formset"] = CommentsWithNames
        return options
