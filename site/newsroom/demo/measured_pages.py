"""Which pages are measured: the dearest that readers ask for, beside an empty page of Wagtail's."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from wagtail.models import Page

from campaigns.models import CampaignHubPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import Hashtag, NewsIndexPage, Quote, ReleasePage, ReleaseParticipant
from newsroom.demo.measured_hubs import large_hub, small_hub
from newsroom.home.models import HomePage
from newsroom.home.sitemaps import sitemap_parts
from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.service import Note, correct
from organisations.factories import PersonFactory
from organisations.models import Organisation, Person

QUOTES, PARTICIPANTS = 30, 20
#: So many pages of a kind are asked for in turn.
IN_TURN = 8
EMPTY = "an empty page of Wagtail's"


@dataclass(frozen=True)
class Measured:
    """A kind of page: its addresses, and what it may cost in queries and in empty pages (None: in nothing stated).

    `beside` names another kind of which it may cost twice as much at most.
    """

    name: str
    addresses: list[str]
    most_queries: int
    most_times: float | None
    beside: str = ""


def empty_page() -> str:
    """Make a page of Wagtail's own type, whose template says its title and nothing else; its address."""
    home = HomePage.objects.get(locale__language_code="en")
    page = home.add_child(instance=Page(title="Empty", slug="empty-page", locale=home.locale))
    return str(page.get_url())


def large_release() -> ReleasePage:
    """Publish a release with as many quotes and participants as the targets speak of, and correct it once."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    tag = Hashtag.objects.create(name="Measured")
    speakers = [PersonFactory() for _number in range(QUOTES)]
    quotes = [
        quote_block(f"Nobody asks whether lamp {number} pays.", speaker) for number, speaker in enumerate(speakers)
    ]
    texts = [
        text_block("<p>Nurses, cooks and cleaners asked for one thing: a bus that waits.</p>") for _quote in quotes
    ]
    body = list(itertools.chain.from_iterable(zip(texts, quotes, strict=True)))
    release = ReleasePageFactory(parent=index, slug="measured-release", body=body, hashtags=[tag], live=False)
    release.participant_links.add(*(ReleaseParticipant(person=each, role="Mayor") for each in speakers[:PARTICIPANTS]))
    release.save_revision().publish()
    release = ReleasePage.objects.get(pk=release.pk)
    release.subheadline = "Mended"
    release.save_revision()
    correct([Note(ReleasePage.objects.get(pk=release.pk), "Before", "Mended", "A slip.")], CorrectionKind.FACTUAL, None)
    return ReleasePage.objects.get(pk=release.pk)


def pages_to_measure() -> Iterator[Measured]:
    """Every kind of page that is measured, in English. Writes the release with many quotes first."""
    with translation.override("en"):
        yield from english_pages(large_release())


def english_pages(release: ReleasePage) -> Iterator[Measured]:
    """As above, with addresses of the language that is active."""
    quotes = list(Quote.objects.released().filter(release=release)[:IN_TURN])
    older = list(ReleasePage.objects.released().in_language("en").order_by("?")[:IN_TURN])
    index, home = (model.objects.get(locale__language_code="en") for model in (NewsIndexPage, HomePage))
    yield Measured("release", [release.url], 14, 2.5)
    yield Measured("any release", [each.url for each in older], 14, 2.5)
    yield Measured("quote", [quote.get_absolute_url() for quote in quotes], 10, 2)
    yield Measured("earlier version", [f"{release.url}versions/1/"], 10, 2)
    yield Measured("clean text", [f"{release.url}text/"], 10, 2)
    yield Measured("listing", [index.url], 16, 3.5)
    hubs = CampaignHubPage.objects.released().in_language("en")[:IN_TURN]
    if hubs:
        yield Measured("hub", [hub.url for hub in hubs], 16, 3.5)
    yield Measured("hub of 3 items", [small_hub().url], 16, 3.5)
    yield Measured("hub of 1,000 items", [large_hub().url], 16, 3.5, beside="hub of 3 items")
    yield Measured("organisation", addresses_of(Organisation.objects.released()), 16, 3.5)
    yield Measured("speaker", addresses_of(Person.objects.released()), 16, 3.5)
    yield Measured("front", [home.url], 16, 3.5)
    yield Measured("search with six facets", [f"{reverse('search')}?{search_query(release)}"], 20, 5)
    yield Measured("feed", [reverse("feed")], 8, 2)
    files = [reverse("sitemap_part", args=part) for part in sitemap_parts()]
    yield Measured("sitemap, a file", files[:IN_TURN], 4, None)


def addresses_of(records: Any) -> list[str]:
    """The addresses of some public records that are in English."""
    found = records.filter(locale__language_code="en").order_by("pk")[:IN_TURN]
    return [record.get_absolute_url() for record in found]


def search_query(release: ReleasePage) -> str:
    """A query string that narrows by each of the six facets."""
    link = release.organisation_links.select_related("organisation").get()
    chosen = {
        "q": "bus",
        "kind": release.kind,
        "organisation": link.organisation.slug,
        "campaign": release.hashtags.first().slug,
        "speaker": Quote.objects.filter(release=release).select_related("speaker")[0].speaker.slug,
        "place": release.dateline_place,
        "from": "2020-01-01",
    }
    return urlencode(chosen)
