"""From whom restricted drafts are kept."""

from typing import Any
from uuid import UUID

from newsroom.base.rights.permissions import SEE_RESTRICTED
from newsroom.base.rights.sight import withholds
from newsroom.publication.models.restriction import Restriction


@withholds
def restricted_from(user: Any) -> list[UUID]:
    """The translation keys of the drafts that somebody is not let to know of; administrators know of all."""
    if user.is_superuser or user.has_perm(SEE_RESTRICTED):
        return []
    return list(Restriction.objects.keeping_from(user).values_list("life__translation_key", flat=True))
