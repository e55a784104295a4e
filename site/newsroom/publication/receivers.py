"""What Wagtail tells of, written into the life of what it concerns."""

from typing import Any

from wagtail.models import Revision

from newsroom.publication.choices import LifeAct, LifeState
from newsroom.publication.embargoes.service import (
    call_off,
    keep_what_belongs_together,
    mark_scheduled,
    schedule_the_others_again,
)
from newsroom.publication.models.embargo import Embargo


def follow_the_schedule(instance: Revision, update_fields: Any = None, **kwargs: Any) -> None:
    """Note that a version was given its hour; where it is taken away from one language, all are called off."""
    is_told = "approved_go_live_at" in update_fields if update_fields else instance.approved_go_live_at
    if not is_told:
        return
    page = instance.content_object
    if not isinstance(page, Embargo):
        return
    if instance.approved_go_live_at:
        is_new = mark_scheduled(page.life, instance.user)
        if is_new and page.is_original:
            schedule_the_others_again(page.life)
    elif page.life.state == LifeState.SCHEDULED:
        call_off(page.life)


def keep_together(instance: Any, **kwargs: Any) -> None:
    """Refuse a deletion that passes the page's own `delete`, such as that of a page above it."""
    keep_what_belongs_together(instance)


def let_go_of_the_life(instance: Any, **kwargs: Any) -> None:
    """Drop a language from the life, and the life with the last of them."""
    life = instance.life
    if type(instance)._base_manager.filter(life=life).exists():
        if life.languages.filter(locale=instance.locale_id).delete()[0]:
            life.note(LifeAct.DROPPED, language=instance.locale.language_code)
    else:
        life.delete()
