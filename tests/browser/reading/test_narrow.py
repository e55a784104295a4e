"""Nothing scrolls sideways, least of all on the narrowest phones, whatever length words, addresses and names have."""

import datetime
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from django.utils.http import urlencode
from playwright.sync_api import Page

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import (
    NewsIndexPage,
    QuoteClearance,
    ReleaseAttachment,
    ReleaseBoilerplate,
    ReleasePage,
    ReleaseParticipant,
)
from newsroom.base.factories import DocumentFactory, ImageFactory, publish
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

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [320, 360, 700, 1280]
ADDRESS = "https://documents.confluent.example/2026/11/annexes/waiting-times-by-stop-and-hour/table-7-b.csv"
HASHTAG = "TheLastFerryOfTheEveningStillCarriesUsHome"
EMAIL = "press-and-public-information-office-of-the-joint-secretariat@urban-heat-and-shade.confluent.example"
CODE = "newsroom.publication.withdrawals.service.take_off_in_all_languages(manner=Manner.WITHDRAWN)"
#: One word of 42 letters or more in each language, and one that has no place to break.
LONG = {
    "en": "Stadtentwicklungsgesellschaftsvorsitzender",
    "ar": "مدن_تنصت_إلى_ركابها_في_كل_محطة_وعند_كل_مرسى_بعد_منتصف_الليل",
    "zh-hans": "城市在倾听每一位乘客每一个站台每一条航线直到午夜之后最后一班渡轮靠岸城市仍在倾听每一位乘客",
}
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const named = (element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`;
  const hidden = ".skip, .aside-words, .aside-words *, [hidden], svg *";
  const all = [...document.body.querySelectorAll("*")].filter((element) => !element.matches(hidden));
  const boxes = all.map((element) => [element, element.getBoundingClientRect()]).filter(([, box]) => box.width);
  const ownText = (element) => [...element.childNodes].filter((node) => node.nodeType === 3)
    .map((node) => node.data.trim()).join("");
  return {
    scrolls: document.scrollingElement.scrollWidth - width,
    outside: boxes.filter(([, box]) => box.right > width + 1 || box.left < -1).map(([element]) => named(element)),
    written: document.body.innerText.includes("<wbr>"),
    collapsed: boxes.filter(([element, box]) => ownText(element).length > 12 && box.width < 48
      && box.height > 5 * box.width).map(([element]) => named(element)),
  };
}"""


def long_release(code: str) -> ReleasePage:
    """A public release in which everything is as long as it can be, corrected once."""
    index = NewsIndexPage.objects.get(locale__language_code=code)
    word = LONG[code]
    organisation = OrganisationFactory(name=f"{word} {word}", slug="long-office", language=code, logo=ImageFactory())
    person = PersonFactory(name=f"{word} {LONG['en']}", slug="long-speaker", language=code, portrait=ImageFactory())
    RoleFactory(person=person, title=f"{word} / {CODE}", organisation=organisation, language=code)
    contact = MediaContactFactory(
        name=f"{word} {word}",
        role=f"{word} {LONG['en']}",
        email=EMAIL,
        phone="+999 20 555 0142 ext. 4711",
        organisation=organisation,
        opens_at=datetime.time(8),
        closes_at=datetime.time(18),
        is_press_desk=True,
        language=code,
    )
    text = f'<p>{word} {ADDRESS} {EMAIL} <a href="{ADDRESS}">{ADDRESS}</a></p><ul><li>{CODE}</li></ul>'
    page = ReleasePageFactory(
        parent=index,
        slug="long-words",
        title=f"#{HASHTAG} {word} {ADDRESS}"[:250],
        subheadline=f"{word} {ADDRESS}",
        dateline_place=word,
        summary=f"{word} {CODE}",
        body=[
            text_block(text),
            block("heading", f"{word} {CODE}"),
            quote_block(f"{word} {ADDRESS}", person, role=f"{word} {CODE}", organisation=organisation),
            block("image", {"image": ImageFactory(credit=ADDRESS, caption=f"{word} {ADDRESS}").pk, "caption": ""}),
        ],
        notes_to_editors=f"<p>{ADDRESS}</p><ol><li>{word} {CODE}</li></ol>",
        organisation=organisation,
        contact=contact,
        hashtags=[HASHTAG, "Night2026Buses"],
        image=ImageFactory(credit=ADDRESS),
        live=False,
    )
    page.participant_links.add(ReleaseParticipant(person=person, role=f"{word} {CODE}", locale=page.locale))
    page.boilerplate_links.add(
        ReleaseBoilerplate(boilerplate=BoilerplateFactory(organisation=organisation, text=text, language=code))
    )
    paper = DocumentFactory(title=f"{ADDRESS.rpartition('/')[2]}_{word}_{'final_' * 12}".replace("-", "_"))
    page.attachments.add(ReleaseAttachment(document=paper, locale=page.locale))
    page.save()
    publish(page)
    for subheadline in (f"{ADDRESS} {word}", f"{word}"):
        draft = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
        draft.subheadline = subheadline
        draft.save_revision()
        note = Note(ReleasePage.objects.get(pk=page.pk), f"{ADDRESS} {word}", f"{word} {ADDRESS}", f"{CODE} {word}")
        correct([note], CorrectionKind.FACTUAL, None)
    return ReleasePage.objects.get(pk=page.pk)


def asked_for_clearance(page: ReleasePage) -> str:
    """The address at which a speaker's office is asked."""
    from hashlib import sha256

    token = "t" * 43
    QuoteClearance.objects.create(
        quote_id=uuid.UUID(page.body[2].id),
        release=page,
        locale=page.locale,
        words=page.body[2].value["words"],
        recipient_name=LONG["en"],
        recipient_email=EMAIL,
        sender_name=CODE,
        expires_at=timezone.now() + datetime.timedelta(days=3),
        digest=sha256(token.encode()).hexdigest(),
    )
    return f"/{page.locale.language_code}/clearance/{token}/"


def addresses(page: ReleasePage) -> list[str]:
    """Every kind of page that readers get."""
    code = page.locale.language_code
    campaigns = CampaignIndexPage.objects.get(locale__language_code=code)
    hub = CampaignHubPageFactory(
        parent=campaigns, word=HASHTAG, introduction=f"{LONG[code]} {ADDRESS}", image=ImageFactory(credit=CODE)
    )
    short = CampaignHubPageFactory(parent=campaigns, word="LastFerryHome")
    retracted = ReleasePageFactory(
        parent=page.get_parent(), title=f"{LONG[code]} {ADDRESS}", slug="long-withdrawn", live=True
    )
    take_off(retracted, Manner.WITHDRAWN, {code: f"{ADDRESS} {LONG[code]} {CODE}"})
    word = LONG[code].partition("_")[0]
    return [
        *(f"/{code}/{path}" for path in ("", "news/", "campaigns/", "people/", "organisations/", "search/")),
        *(f"/{code}/{path}" for path in ("people/long-speaker/", "organisations/long-office/")),
        *(page.url, f"{page.url}versions/1/", retracted.url, hub.url, short.url),
        f"/{code}/quotes/{page.body[2].id}/",
        f"/{code}/search/?{urlencode({'q': word})}",
        f"/{code}/search/?{urlencode({'q': ADDRESS})}",
        f"/{code}/search/?{urlencode({'q': HASHTAG})}",
        f"/{code}/news/?{urlencode({'organisation': 'long-office', 'campaign': HASHTAG.lower()})}",
        f"/{code}/news/{'long-' * 18}/",
        asked_for_clearance(page),
    ]


@pytest.mark.parametrize("code", LONG)
def test_no_page_scrolls_sideways(newsroom: Any, browse: Callable[..., Page], server: Any, code: str) -> None:
    page = long_release(code)
    browser = browse()
    found = []
    for address in addresses(page):
        browser.goto(f"{server.url}{address}")
        browser.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        for width in WIDTHS:
            browser.set_viewport_size({"width": width, "height": 800})
            seen = browser.evaluate(STICKING_OUT)
            if seen["scrolls"] > 0 or seen["outside"] or seen["collapsed"] or seen["written"]:
                found.append((address, width, seen))
    assert not found, "\n".join(map(str, found))
