from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from campaigns.models import CallIndexPage, CampaignIndexPage, EventIndexPage
from news.models import NewsIndexPage
from newsroom.home.banner.showing import shown_banners
from newsroom.home.frame import kept_page_in_language
from newsroom.home.models import HomePage
from organisations.duty import Duty, press_desks


class Masthead:
    """Who speaks, in which languages, whom to call: asked only when a template shows it.

    What hardly changes is kept; who answers now is computed for each request.
    """

    @cached_property
    def home(self) -> HomePage | None:
        """The front page of the reader's language."""
        return kept_page_in_language(HomePage)

    @cached_property
    def releases(self) -> NewsIndexPage | None:
        """The list of releases in the reader's language."""
        return kept_page_in_language(NewsIndexPage)

    @cached_property
    def campaigns(self) -> CampaignIndexPage | None:
        """The list of campaigns in the reader's language."""
        return kept_page_in_language(CampaignIndexPage)

    @cached_property
    def events(self) -> EventIndexPage | None:
        """The list of events in the reader's language."""
        return kept_page_in_language(EventIndexPage)

    @cached_property
    def calls(self) -> CallIndexPage | None:
        """The list of calls in the reader's language."""
        return kept_page_in_language(CallIndexPage)

    @cached_property
    def desks(self) -> list[Duty]:
        """The press desks in the order in which to try them."""
        return press_desks()

    @cached_property
    def banners(self) -> list[dict[str, object]]:
        """What stands above every page now."""
        return shown_banners()

    @property
    def desk(self) -> Duty | None:
        """The desk to try first."""
        return next(iter(self.desks), None)

    @cached_property
    def languages(self) -> list[Any]:
        """The languages that have a front page."""
        return self.home.alternates if self.home else []


def masthead(request: HttpRequest) -> dict[str, Masthead]:
    """What frames every public page."""
    return {"masthead": Masthead()}
