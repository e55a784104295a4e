from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from newsroom.home.models.banner import Banner
from newsroom.publication.embargoes.instants import instant_in_words

#: The instants as an officer reads them, with the zone.
WHEN = (
    Column("starts_at", label=_("Shown from"), accessor=lambda banner: instant_in_words(banner.starts_at)),
    Column(
        "ends_at",
        label=_("Shown until"),
        accessor=lambda banner: banner.ends_at and instant_in_words(banner.ends_at),
    ),
)
#: What the log calls it when a banner is set or changed; it holds all words.
BANNER_SET = "home.banner.set"


class LogsWords:
    """Writes beside Wagtail's own entry what the banner says to whom and when."""

    request: Any

    def save_instance(self) -> Banner:
        """Save and log."""
        banner: Banner = super().save_instance()  # type: ignore[misc]  # of Wagtail's view
        log(banner, BANNER_SET, user=self.request.user, data=banner.as_logged())
        return banner


class SetBannerView(LogsWords, CreateView):
    """A new banner."""


class ChangeBannerView(LogsWords, EditView):
    """Another text, another hour."""


class BannerViewSet(SnippetViewSet):
    """Banners in the CMS, for those who may set them."""

    model = Banner
    icon = "warning"
    add_to_admin_menu = True
    menu_label = _("Banners")
    menu_order = 700
    copy_view_enabled = False
    add_view_class = SetBannerView
    edit_view_class = ChangeBannerView
    list_display = ["__str__", "level", Column("state", label=_("State")), *WHEN]
