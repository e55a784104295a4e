"""Files are private until something public uses them (docs/domain.md, “Files”)."""

from collections import defaultdict
from itertools import islice
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.models import ReferenceIndex
from wagtail.permissions import page_permission_policy, policy_registry

from newsroom.base.models import User
from newsroom.publication.files.uses import (
    FileKey,
    drafts_that_mention,
    file_key,
    named_by,
    numbers_by_model,
    rows_that_name,
)

#: Of so many pages it is asked at once whether they are public: a picture that thousands show is public by the first.
MOST_ASKED = 200


def is_public_file(media: Model) -> bool:
    """Whether a released page or record uses an image or document.

    The index of references names what uses it; the public predicate of each says whether a stranger may see
    that. Drafts do not count: the index holds what was written to the pages, not their revisions.
    """
    return bool(public_among({file_key(media)}))


def public_among(keys: set[FileKey]) -> set[FileKey]:
    """Those of some files that a released page or record uses; one query, and few more for each model that uses any."""
    named = ReferenceIndex.objects.filter(
        to_content_type__in={kind for kind, _number in keys}, to_object_id__in={number for _kind, number in keys}
    ).values_list("content_type_id", "object_id", "to_content_type_id", "to_object_id")
    uses: dict[int, dict[str, set[FileKey]]] = defaultdict(lambda: defaultdict(set))
    for kind, number, *key in named.distinct():
        if tuple(key) in keys:
            uses[kind][number].add((key[0], key[1]))
    found: set[FileKey] = set()
    for kind, files in uses.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        released = getattr(model and model._default_manager, "released", None)
        numbers = iter(files)
        while released and (some := list(islice(numbers, MOST_ASKED))) and not keys <= found:
            public = released().filter(pk__in=some).order_by().values_list("pk", flat=True)
            found.update(key for number in public for key in files[str(number)])
    return found


def reads_private_file(user: AbstractBaseUser | AnonymousUser, media: Any) -> bool:
    """Whether somebody may see a file that nothing public uses.

    Those who publish see all. Whoever else works here sees what they added themselves and what is named by a page or
    record that they may change, as it is written or as it was last drafted: a translator's own languages, that is.
    """
    if not isinstance(user, User) or not user.has_perm("wagtailadmin.access_admin"):
        return False
    if publishes(user) or media.uploaded_by_user_id == user.pk:
        return True
    if any(may_change(user, thing) for thing in rows_that_name(media)):
        return True
    key = file_key(media)
    drafts = (revision.as_object() for revision in drafts_that_mention(media))
    return any(may_change(user, draft) and key in named_by(draft) for draft in drafts)


def publishes(user: Any) -> bool:
    """Whether somebody may publish pages, anywhere, and so answers for the files on them."""
    return bool(page_permission_policy.user_has_permission(user, "publish"))


def may_change(user: Any, thing: Any) -> bool:
    """Whether somebody may change a page or record that names a file."""
    policy = policy_registry.get_by_type(type(thing))
    return bool(policy.user_has_permission_for_instance(user, "change", thing))


def files_within_sight(user: Any, model: type[Model], only: int | None = None) -> set[int]:
    """The numbers of images or documents that are named by what is public or by what somebody may change.

    With as many queries for a thousand files as for three, or as for the one whose number is given.
    """
    found: set[int] = set()
    kind = ContentType.objects.get_for_model(model)
    references = ReferenceIndex.objects.filter(to_content_type=kind)
    if only is not None:
        references = references.filter(to_object_id=str(only))
    named: dict[tuple[int, str], set[int]] = defaultdict(set)
    for content_type_id, number, file in references.values_list("content_type_id", "object_id", "to_object_id"):
        named[content_type_id, number].add(int(file))
    for naming, numbers in numbers_by_model(references):
        content_type_id = ContentType.objects.get_for_model(naming).pk
        for seen in (released_of(naming), changeable_by(user, naming)):
            for number in seen.filter(pk__in=numbers).values_list("pk", flat=True):
                found |= named[content_type_id, str(number)]
    return found


def released_of(model: type[Model]) -> QuerySet[Any]:
    """The rows of a model that strangers may see; none where it knows no such thing."""
    released = getattr(model._default_manager, "released", None)
    rows: QuerySet[Any] = released() if released else model._default_manager.none()
    return rows


def changeable_by(user: Any, model: type[Model]) -> QuerySet[Any]:
    """The rows of a model that somebody may change."""
    rows: QuerySet[Any] = model._default_manager.filter(
        pk__in=policy_registry.get_by_type(model).instances_user_has_permission_for(user, "change").values("pk")
    )
    return rows
