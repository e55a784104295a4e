"""When two records become one, the earlier versions of corrected releases name the one that is there."""

from typing import TYPE_CHECKING, Any

from news.models.correction import Correction
from organisations.doubles import Numbers
from organisations.merging import content_after, may_name

if TYPE_CHECKING:
    pass


def name_the_kept_record(numbers: Numbers, kept: Any, duplicate: Any, **kwargs: Any) -> None:
    """Point the stored versions of a correction at the record kept by a merge; their words stay."""
    corrections: Any = Correction._base_manager
    page_type: Any = Correction._meta.get_field("release").related_model
    as_text, found = may_name("content", numbers)
    for correction in corrections.alias(as_text=as_text).filter(found):
        content = content_after(page_type, correction.content, numbers)
        words = under_one_key(correction.boilerplates, kept, duplicate)
        corrections.filter(pk=correction.pk).update(content=content, boilerplates=words)


def under_one_key(words: dict[str, Any], kept: Any, duplicate: Any) -> dict[str, Any]:
    """Move frozen words from the duplicate's translation key to that of the kept record."""
    one, other = (str(getattr(record, "translation_key", "")) for record in (kept, duplicate))
    renamed = {one if key == other else key: value for key, value in words.items()}
    return renamed | {key: value for key, value in words.items() if key == one}
