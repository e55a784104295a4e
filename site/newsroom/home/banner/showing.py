"""Which banners stand above a page now: they are kept until one changes, and the clock is asked each time."""

from django.utils import timezone

from newsroom.base.caching.holding import holds_until
from newsroom.base.caching.values import cached_until_change
from newsroom.base.localize.each_language import words_here
from newsroom.home.models.banner import GRAVITY, Banner


@cached_until_change
def kept_banners() -> list[Banner]:
    """All banners, the gravest first, of these the newest."""
    return sorted(Banner.objects.order_by("-starts_at"), key=lambda banner: GRAVITY[banner.level])


def banners_now() -> list[Banner]:
    """Return the banners that hold now; the page says until when none of them comes or goes."""
    now = timezone.now()
    banners = kept_banners()
    for banner in banners:
        for instant in (banner.starts_at, banner.ends_at):
            if instant and instant > now:
                holds_until(instant)
    return [banner for banner in banners if banner.starts_at <= now and not banner.is_over(now)]


def shown_banners() -> list[dict[str, object]]:
    """Return what a template shows of the banners that hold now, in the reader's language."""
    return [{"banner": banner, **words_here(banner.words)} for banner in banners_now()]
