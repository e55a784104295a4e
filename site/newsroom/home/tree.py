"""The tree every newsroom starts with: a front page a language, under it releases, campaigns, events and calls."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from campaigns.models import CallIndexPage, CampaignIndexPage, EventIndexPage
from news.models import NewsIndexPage
from newsroom.base.models import ListPage, NewsroomPage
from newsroom.home.models import HomePage
from search.indexing import ensure

FIRST = "en"
#: The lists under each front page, in their order, by their addresses; their words are those of `HouseTexts`.
LISTS: dict[str, type[ListPage]] = {
    "news": NewsIndexPage,
    "campaigns": CampaignIndexPage,
    "events": EventIndexPage,
    "calls": CallIndexPage,
}


@dataclass(frozen=True)
class HouseTexts:
    """What the tree says in one language."""

    institution: str
    name: str
    surname: str
    about: str = ""
    releases: str = ""
    releases_introduction: str = ""
    campaigns: str = ""
    campaigns_introduction: str = ""
    events: str = ""
    events_introduction: str = ""
    calls: str = ""
    calls_introduction: str = ""

    def of_list(self, slug: str) -> dict[str, str]:
        """What a list is called and says of itself, by its address."""
        name = "releases" if slug == "news" else slug
        return {"title": getattr(self, name), "introduction": getattr(self, f"{name}_introduction")}


def plain_texts(institution: str, code: str) -> HouseTexts:
    """A language's texts for an institution that has not written its own yet."""
    with translation.override(code):
        return HouseTexts(
            institution=institution,
            name=institution,
            surname=_("Newsroom"),
            releases=_("Releases"),
            campaigns=_("Campaigns"),
            events=_("Events"),
            calls=_("Calls"),
        )


@transaction.atomic
def prepare_tree(texts: Mapping[str, HouseTexts], hostname: str = "localhost", port: int = 80) -> HomePage:
    """Make languages, front pages, lists and the index of the search where they are missing, and point the site at
    them.

    Returns the English front page. A second call changes nothing but the site's host.
    """
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}
    home = HomePage.objects.filter(locale=locales[FIRST]).first() or first_home(texts[FIRST], locales[FIRST])
    point_site(home, hostname, port)
    for code, locale in locales.items():
        if not HomePage.objects.filter(locale=locale).exists():
            translate_home(home, locale, texts[code])
        add_lists(home, locale, texts[code])
    ensure()
    return home


def first_home(texts: HouseTexts, locale: Locale) -> HomePage:
    """The English front page, in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    home = HomePage(title=f"{texts.name} {texts.surname}".strip(), slug="newsroom", locale=locale, **house(texts))
    root.add_child(instance=home)
    home.save_revision().publish()
    Page.objects.filter(depth=2).exclude(pk=home.pk).delete()
    return home


def house(texts: HouseTexts) -> dict[str, str]:
    """The fields of a front page."""
    return {"institution": texts.institution, "name": texts.name, "surname": texts.surname, "about": texts.about}


def point_site(home: HomePage, hostname: str, port: int) -> None:
    """One site, whose root is the English front page; Wagtail finds the other languages from it."""
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": hostname, "port": port, "site_name": home.title},
    )


def translate_home(home: HomePage, locale: Locale, texts: HouseTexts) -> None:
    """The front page in another language."""
    translated = home.copy_for_translation(locale)
    publish_with(translated, title=f"{texts.name} {texts.surname}".strip(), **house(texts))


def add_lists(home: HomePage, locale: Locale, texts: HouseTexts) -> None:
    """Make the lists that a language lacks. `home` is the English front page."""
    for slug, model in LISTS.items():
        first = model.objects.child_of(home).first()
        if first is None:
            first = model(slug=slug, locale=home.locale, show_in_menus=True, **texts.of_list(slug))
            home.add_child(instance=first)
            first.save_revision().publish()
        elif locale != home.locale and not model.objects.filter(locale=locale).exists():
            publish_with(first.copy_for_translation(locale), **texts.of_list(slug))


def publish_with(page: NewsroomPage, **values: str) -> None:
    """Publish a page with new values."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
