"""Taking what was public out of public view, in all its languages or in none."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import LogContext
from wagtail.models import Page, Site

from newsroom.base.models import User
from newsroom.publication.choices import LifeAct, LifeState, Manner
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.life import Life
from newsroom.publication.models.withdrawal import Withdrawable, Withdrawal
from newsroom.publication.withdrawals.leaving import leaving

WITHDRAWN = "newsroom.withdraw"


class NothingToTakeOffError(Exception):
    """No language of the page is public."""


def public_languages(page: Any) -> list[Any]:
    """The pages that are public under a page's translation key, in the order of the newsroom's languages."""
    pages = type(page)._default_manager.live().filter(translation_key=page.translation_key)
    return list(pages.select_related("locale").order_by("locale_id"))


@transaction.atomic
def take_off(
    page: Withdrawable,
    manner: Manner,
    reasons: Mapping[str, str],
    user: User | None = None,
    replacement: Page | None = None,
    withdrawn_at: datetime | None = None,
) -> list[Withdrawal]:
    """Take a page off in every language in which it is public, with the reason in each.

    `reasons` maps language codes to words; a language without its own shows those of `page`'s language, marked with
    theirs. With `Manner.MOVED` readers are sent to `replacement`, in their language where it is public there; the
    redirects stand in the CMS. `withdrawn_at` is an aware instant, the present by default. Raises
    NothingToTakeOffError where nothing is public.
    """
    pages = public_languages(page)
    if not pages:
        raise NothingToTakeOffError(str(page))
    own = page.locale.language_code
    withdrawals = []
    for each in pages:
        code = each.locale.language_code
        code = code if reasons.get(code) else own
        withdrawals.append(
            Withdrawal.objects.create(
                page=each,
                manner=manner,
                reason=reasons.get(code, ""),
                reason_language=code,
                withdrawn_by=user,
                withdrawn_at=withdrawn_at or timezone.now(),
            )
        )
        if manner == Manner.MOVED and replacement:
            redirect_readers(each, replacement)
        # Wagtail shows one entry of a kind for each context, on whatever pages they are: each language gets its own.
        with leaving(each), LogContext(user=user):
            UnpublishPageAction(each, user=user, log_action=WITHDRAWN).execute(skip_permission_checks=True)
    if isinstance(page, Embargo):
        end_public_life(pages[0].life, manner, user)
    return withdrawals


def end_public_life(life: Life, manner: Manner, user: User | None) -> None:
    """Note that nothing of it is public any more."""
    life.state = LifeState.WITHDRAWN if manner == Manner.WITHDRAWN else LifeState.GONE
    life.save(update_fields=["state"])
    life.note(LifeAct.WITHDRAWN, user, manner=manner)


def redirect_readers(page: Any, replacement: Page) -> None:
    """From now on whoever asks for a page that is off is sent to another, in the same language where that is public."""
    target: Any = replacement.specific
    translated = type(target)._default_manager.live().filter(translation_key=target.translation_key, locale=page.locale)
    url_parts = page.get_url_parts()
    if url_parts:
        site_id, _root_url, path = url_parts
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(path),
            site=Site.objects.get(pk=site_id),
            defaults={
                "redirect_page": translated.first() or target,
                "redirect_page_route_path": "",
                "redirect_link": "",
                "is_permanent": False,
                "automatically_created": False,
            },
        )
