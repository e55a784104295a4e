"""Every kind of public page as its readers' eyes meet it, on a phone and on a desk, in four scripts and directions.

What is looked for is what no check of the markup sees: columns squeezed to a word a line, words that break, numbers
that stand behind their units, spans of time that read backwards, pages wider than the screen.
"""

import datetime
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Page, expect

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage, KeyFigure
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import ImageFactory, locale_of, publish
from newsroom.home.models import HomePage
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from search.indexing import ensure

pytestmark = pytest.mark.browser

FAULTS = (Path(__file__).parent / "reading.js").read_text()
DAY = datetime.datetime(2026, 9, 14, 9, 30, tzinfo=datetime.UTC)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
BOTH_DIRECTIONS = ("en", "ar")
#: By language: headline, subheadline, paragraph, words of a quote, name, role, organisation, what a figure counts.
TEXTS = {
    "en": (
        "Fourteen harbour towns will open their cold stores to anyone without a refrigerator until the heat has passed",
        "The stores lie on the quays and stand half empty after the herring season, their keepers say.",
        "<p>Every store takes in what a family can carry. Measurements on the quays at noon are published daily, and"
        " the keepers answer for what they are given.</p>",
        "My father salted fish in that house. I would rather it kept the milk of the whole street than no one’s cold.",
        "Solveig Amundarain",
        "Harbour master of Karsund and speaker of the keepers",
        "Union of Quayside Keepers and Weighers",
        "at noon on the quays",
    ),
    "fr": (
        "Quatorze villes portuaires ouvriront leurs entrepôts frigorifiques à qui n’a pas de réfrigérateur",
        "Les entrepôts se trouvent sur les quais et restent à moitié vides après la saison du hareng.",
        "<p>Chaque entrepôt accepte ce qu’une famille peut porter. Les températures relevées sur les quais à midi sont"
        " publiées tous les jours.</p>",
        "Mon père salait le poisson dans cette maison. J’aime mieux y garder le lait de toute la rue.",
        "Solveig Amundarain",
        "capitaine du port de Karsund et porte-parole des gardiens",
        "Union des gardiens et peseurs des quais",
        "à midi sur les quais",
    ),
    "ar": (
        "أربع عشرة مدينة ساحلية تفتح مخازنها المبرّدة لكل من لا ثلاجة لديه حتى تنقضي موجة الحر",
        "تقع المخازن على الأرصفة ويبقى نصفها فارغًا بعد موسم الصيد، كما يقول حرّاسها.",
        "<p>يستقبل كل مخزن ما تستطيع أسرة أن تحمله. وتُنشر القياسات المأخوذة على الأرصفة ظهرًا كل يوم، والحرّاس مسؤولون"
        " عمّا يُسلَّم إليهم.</p>",
        "كان أبي يملّح السمك في ذلك البيت. أفضّل أن يحفظ حليب الشارع كله على أن يحفظ البرد لا لأحد.",
        "سولفيغ أمونداراين",
        "رئيسة ميناء كارسوند والمتحدثة باسم الحرّاس",
        "اتحاد حرّاس الأرصفة والوزّانين",
        "ظهرًا على الأرصفة",
    ),
    "zh-hans": (
        "十四座港口城市将向没有冰箱的居民开放冷藏仓库，直到高温天气结束",
        "仓库位于码头沿线，保管人员表示，渔汛过后有一半空间闲置。",
        "<p>每座仓库接收一户人家能够携带的食物。码头上正午的测量结果每天公布，保管人员对所接收的物品负责。</p>",
        "我父亲曾在那座房子里腌鱼。与其让它白白冷着，不如替整条街保存牛奶。",
        "索尔薇格·阿蒙达赖恩",
        "卡松德港务长、保管人员发言人",
        "码头保管与过磅人员联合会",
        "码头正午气温",
    ),
}


@pytest.fixture
def addresses(transactional_db: None, newsroom: HomePage) -> list[str]:
    """A newsroom that says the same in four languages, and its pages: every kind in English and Arabic."""
    ensure()
    bodies, people, contacts = {}, {}, {}
    for code, (*_, name, role, organisation, _) in TEXTS.items():
        key = {"translation_key": bodies["en"].translation_key} if bodies else {}
        bodies[code] = OrganisationFactory(language=code, name=organisation, slug="keepers", is_signed=True, **key)
        key = {"translation_key": people["en"].translation_key} if people else {}
        people[code] = PersonFactory(language=code, name=name, slug="solveig-amundarain", is_signed=True, **key)
        RoleFactory(language=code, person=people[code], title=role, organisation=bodies[code], started_on=DAY.date())
        key = {"translation_key": contacts["en"].translation_key} if contacts else {}
        contacts[code] = MediaContactFactory(
            language=code,
            name=name,
            role=role,
            organisation=bodies[code],
            opens_at=datetime.time(8),
            closes_at=datetime.time(16),
            time_zone="Africa/Nairobi",
            is_press_desk=True,
            is_signed=True,
            **key,
        )
        BoilerplateFactory(language=code, organisation=bodies[code], text=TEXTS[code][2])
    hub = CampaignHubPageFactory(parent=CampaignIndexPage.objects.child_of(newsroom).get(), word="ShadeAtTheQuay")
    languages = (tuple(TEXTS), BOTH_DIRECTIONS)
    releases = [in_languages(codes, bodies, people, contacts, number) for number, codes in enumerate(languages)]
    with time_machine.travel(DAY + datetime.timedelta(days=3), tick=False):
        take_off(releases[1]["en"], Manner.WITHDRAWN, {"en": TEXTS["en"][1], "ar": TEXTS["ar"][1]})
        for code in BOTH_DIRECTIONS:
            correct_in_view(releases[0][code], TEXTS[code][1])
    found = []
    for code, page in releases[0].items():
        if code != "en":
            translated = hub.copy_for_translation(locale_of(code))
            translated.introduction = TEXTS[code][1]
            translated.key_figures = [KeyFigure(value="28 °C", label=TEXTS[code][7], locale=translated.locale)]
            publish(translated)
        own = ["", "news/", "campaigns/shadeatthequay/", "people/solveig-amundarain/", "organisations/keepers/"]
        own += [f"quotes/{page.body[1].id}/", f"search/?q={page.title.split()[0]}&kind=quote"]
        if code in BOTH_DIRECTIONS:
            own += ["campaigns/", "people/", "organisations/", "nowhere/", "search/"]
            own.append("search/?speaker=solveig-amundarain")
        found += [str(page.url), *(f"/{code}/{each}" for each in own)]
    return [*found, *(str(page.url) for page in releases[1].values())]


def in_languages(codes: Iterable[str], bodies: Any, people: Any, contacts: Any, number: int) -> dict[str, ReleasePage]:
    """A public release in some languages, English first, with a quote that was spoken in English."""
    pages: dict[str, ReleasePage] = {}
    key = f"00000000-0000-4000-8000-00000000000{number}"
    with time_machine.travel(DAY + datetime.timedelta(days=number), tick=False):
        for code in codes:
            title, lead, text, words, _name, role, *_ = TEXTS[code]
            quote = quote_block(words, people[code], role, "en", key, bodies[code], "" if code == "en" else "courtesy")
            body = [text_block(text), quote, text_block(text)]
            if code == "en":
                index = NewsIndexPage.objects.get(locale__language_code="en")
                page = ReleasePageFactory(
                    parent=index,
                    title=title,
                    slug=f"cold-stores-{number}",
                    subheadline=lead,
                    body=body,
                    notes_to_editors=text,
                    hashtags=["ShadeAtTheQuay"],
                    organisation=bodies["en"],
                    contact=contacts["en"],
                )
            else:
                page = pages["en"].copy_for_translation(locale_of(code))
                page.title, page.subheadline, page.body, page.notes_to_editors = title, lead, body, text
                page.save()
                publish(page)
            pages[code] = page
    return pages


def correct_in_view(page: ReleasePage, lead: str) -> None:
    """Shorten the subheadline of a release in view."""
    draft = page.get_latest_revision_as_object()
    draft.subheadline = lead[: len(lead) // 2]
    draft.save_revision()
    page.refresh_from_db()
    correct([Note(page, lead, draft.subheadline, lead)], CorrectionKind.FACTUAL, None)


def test_paper_bears_one_address_and_nothing_that_only_a_screen_can_do(
    newsroom: HomePage, browse: Callable[..., Page], server: Any
) -> None:
    speaker = PersonFactory(name="Solveig Amundarain", slug="solveig-amundarain")
    hours = {"opens_at": datetime.time(8), "closes_at": datetime.time(16), "time_zone": "Africa/Nairobi"}
    contact = MediaContactFactory(is_press_desk=True, **hours)
    text = '<p>The <a href="https://stores.example/list">list</a> is public.</p>'
    index = NewsIndexPage.objects.get(locale__language_code="en")
    release = ReleasePageFactory(parent=index, body=[text_block(text), quote_block(speaker=speaker)], contact=contact)
    reader = browse(viewport=PHONE, timezone_id="America/Lima")
    reader.goto(f"{server.url}{release.url}")
    own = reader.get_by_text(f"{server.url}{release.url}")
    expect(reader.get_by_role("search")).to_be_visible()
    expect(reader.locator(".your-time").first).to_be_visible()
    expect(own).to_be_hidden()
    reader.emulate_media(media="print")
    expect(own).to_have_count(1)
    expect(own).to_be_visible()
    expect(reader.get_by_role("search")).to_be_hidden()
    expect(reader.locator(".your-time").first).to_be_hidden()
    after = "link => getComputedStyle(link, '::after').content"
    assert reader.locator(".attribution a").evaluate(after) == "none"
    assert "https://stores.example/list" in reader.locator(".body > p a").evaluate(after).replace('" "', "")


def test_drawing_follows_a_dark_screen(newsroom: HomePage, browse: Callable[..., Page], server: Any) -> None:
    index = NewsIndexPage.objects.get(locale__language_code="en")
    release = ReleasePageFactory(parent=index, image=ImageFactory(is_drawing=True))
    reader = browse(color_scheme="dark")
    reader.goto(f"{server.url}{release.url}")
    drawing = reader.locator("img.drawing")
    expect(drawing).to_have_css("filter", re.compile("invert"))
    reader.emulate_media(color_scheme="light")
    expect(drawing).to_have_css("filter", "none")


def faults_of(page: Page) -> list[str]:
    """What a reader would stumble over on a page that is open."""
    found: list[str] = page.evaluate(FAULTS)
    return found


def test_every_public_page_reads_well_on_a_phone_and_on_a_desk(
    addresses: list[str], browse: Callable[..., Page], server: Any
) -> None:
    reader = browse(viewport=DESK)
    faults = []
    for address in addresses:
        reader.goto(f"{server.url}{address}")
        for size in (DESK, PHONE):
            reader.set_viewport_size(size)  # type: ignore[arg-type]
            faults += [f"{address} at {size['width']}: {each}" for each in faults_of(reader)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        (
            '<div style="display: grid; grid-template-columns: max-content 1fr; inline-size: 400px"><span style='
            '"inline-size: 340px"></span><p>In a headline of the day which says rather a lot about water</p></div>',
            "a column of",
        ),
        ('<p style="inline-size: 80px; overflow-wrap: anywhere">Refrigerators</p>', "a word broken: Refrigerators"),
        ('<p style="inline-size: 60px; overflow-wrap: anywhere">холодильники</p>', "a word broken: холодильники"),
        ('<h1 class="headline" style="inline-size: 4.5em">十四座港口城市将开放冷藏仓库</h1>', "a word broken"),
        ('<p dir="rtl">بلغت الحرارة 28 °C ظهرًا</p>', "a unit before its number: 28 °C"),
        ('<p dir="rtl">الدوام <bdi>08:00–16:00</bdi></p>', "a span of time that reads backwards: 08:00–16:00"),
        ('<p style="inline-size: 3em">09:30 UTC</p>', "a unit on another line: 09:30 UTC"),
        ('<div style="inline-size: 2000px">-</div>', "px more than the page is wide"),
    ],
)
def test_what_readers_stumble_over_is_seen(chromium: Any, html: str, fault: str) -> None:
    page = chromium.new_page(viewport=PHONE)
    page.set_content(f'<!doctype html><html lang="en"><body style="margin: 0">{html}</body></html>')
    found = faults_of(page)
    page.close()
    assert any(fault in each for each in found), found


@pytest.mark.parametrize(
    "html",
    [
        "<p>In a headline of the day which says rather a lot about water, and about milk</p>",
        '<p dir="rtl">بلغت الحرارة <bdi>28 °C</bdi> ظهرًا</p>',
        '<p dir="rtl">الدوام <bdi>08:00</bdi>–<bdi>16:00</bdi></p>',
        '<p style="inline-size: 5em">A half-empty, well-kept store</p>',
    ],
)
def test_what_reads_well_is_left_in_peace(chromium: Any, html: str) -> None:
    page = chromium.new_page(viewport=PHONE)
    page.set_content(f'<!doctype html><html lang="en"><body style="margin: 0">{html}</body></html>')
    found = faults_of(page)
    page.close()
    assert not found
