"""From whom restricted drafts are kept."""

from typing import Any
from uuid import UUID

from newsroom.base.rights.permissions import SEE_RESTRICTED
from newsroom.base.rights.sight import withholds
from newsroom.publication.models.restriction import Restriction


@withholds
def restricted_from(user: Any) -> list[UUID]:
    """The translation keys of drafts that are kept from somebody, and of those below; none for administrators.

    None stands for anybody at all.
    """
    if user is None:
        return [key for (key,) in Restriction.objects.in_force().keys_kept()]
    if user.is_superuser or user.has_perm(SEE_RESTRICTED):
        return []
    return [key for (key,) in Restriction.objects.keeping_from(user).keys_kept()]
