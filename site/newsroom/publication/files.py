"""Files are private until something public uses them (domain.md, rule 4)."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ReferenceIndex

from newsroom.base.models import User


def is_public_file(media: Model) -> bool:
    """Whether a released page or record uses an image or document.

    The index of references names what uses it; the public predicate of each says whether a stranger may see
    that. Drafts do not count: the index holds what was written to the pages, not their revisions.
    """
    references = ReferenceIndex.get_references_to(media).values_list("content_type_id", "object_id").distinct()
    users: dict[int, set[str]] = {}
    for content_type_id, object_id in references:
        users.setdefault(content_type_id, set()).add(object_id)
    for content_type_id, object_ids in users.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        released = getattr(model._default_manager, "released", None) if model else None
        if released and released().filter(pk__in=object_ids).exists():
            return True
    return False


def reads_drafts(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether somebody works in the newsroom and so may see files that are not public."""
    return isinstance(user, User) and user.has_perm("wagtailadmin.access_admin")
