"""A quote has an address of its own and can be taken away with its source."""

import datetime
import json
import re
import uuid
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation
from leaving_quietly import unpublish
from wagtail.models import Locale

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, Quote, ReleasePage
from news.quotes.citation import citation
from newsroom.base.factories import publish
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.models import Person

DAY = datetime.datetime(2026, 7, 14, 10, 0, tzinfo=datetime.UTC)
WORDS = "A river knows the word “afterwards”."


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A release in English and Arabic with one quote, spoken in Arabic."""
    speaker = PersonFactory(name="Naima Belhadri", slug="naima-belhadri")
    city = OrganisationFactory(name="City of Tell Sirra", slug="tell-sirra")
    body = [
        text_block("<p>The depots open &amp; stay open.</p><ul><li>Tonight</li><li>Tomorrow</li></ul>"),
        quote_block(WORDS, speaker, "Mayor of Tell Sirra", "ar", organisation=city),
    ]
    with time_machine.travel(DAY, tick=False):
        page = ReleasePageFactory(parent=index, title="Depots open", slug="depots-open", body=body)
        arabic = page.copy_for_translation(Locale.objects.get(language_code="ar"))
        arabic.title = "المستودعات تفتح"
        arabic.body[1].value["words"] = "النهر يعرف كلمة «بعد»."
        publish(arabic)
    return page


def address_of(release: ReleasePage, code: str = "en") -> str:
    """The permalink of the release's quote in a language."""
    return f"/{code}/quotes/{release.body[1].id}/"


def test_permalink_shows_words_speaker_role_occasion_and_the_other_languages(
    release: ReleasePage, reader: Client
) -> None:
    html = reader.get(address_of(release)).content.decode()
    for expected in (WORDS, "Naima Belhadri", "Mayor of Tell Sirra", "Depots open", "PR/2026/001", "July 2026"):
        assert expected in html
    assert '<blockquote class="words" lang="ar" dir="rtl">النهر يعرف كلمة «بعد».</blockquote>' in html
    assert f'hreflang="ar" href="http://testserver{address_of(release, "ar")}"' in html
    assert "النهر" in reader.get(address_of(release, "ar")).content.decode()


def test_permalink_in_a_language_without_the_quote_leads_to_the_words_as_spoken(
    release: ReleasePage, reader: Client
) -> None:
    assert reader.get(address_of(release, "ru"))["Location"] == address_of(release, "ar")


def test_permalink_is_a_quotation_for_machines(release: ReleasePage, reader: Client) -> None:
    html = reader.get(address_of(release)).content.decode()
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[0])
    assert (data["@type"], data["text"], data["inLanguage"]) == ("Quotation", WORDS, "en")
    assert data["creator"] == {"@type": "Person", "name": "Naima Belhadri", "jobTitle": "Mayor of Tell Sirra"}
    assert data["isPartOf"]["headline"] == "Depots open"


def test_copy_button_carries_exactly_the_citation(release: ReleasePage, reader: Client) -> None:
    expected = (
        f"“{WORDS}” — Naima Belhadri, Mayor of Tell Sirra (City of Tell Sirra), "
        f"Depots open, 14 July 2026, http://testserver{address_of(release)}"
    )
    for address in (release.url, address_of(release), "/en/people/naima-belhadri/"):
        assert f'data-copy="{expected}"' in reader.get(address).content.decode()


@pytest.mark.parametrize(
    ("code", "marks"),
    [("en", "“W”"), ("fr", "«\u00a0W\u00a0»"), ("es", "«W»"), ("ar", "«W»"), ("ru", "«W»"), ("zh-hans", "“W”")],
)
def test_citation_sets_the_marks_of_the_language(release: ReleasePage, code: str, marks: str) -> None:
    row = Quote.objects.get(release=release)
    row.words, row.locale = "W", Locale.objects.get(language_code=code)
    with translation.override(code):
        dash = "——" if code == "zh-hans" else " — "
        assert citation(row, "https://newsroom.example/q/").startswith(f"{marks}{dash}Naima Belhadri")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "“W” — N, R (O), T, 14 July 2026, https://n.example/q/"),
        ("fr", "«\u00a0W\u202f!\u00a0» — N, R (O), T, 14 juillet 2026, https://n.example/q/"),
        ("ar", "«W» — N، R (O)، T، 14 تموز/يوليه 2026، https://n.example/q/"),
        ("ru", "«W» — N, R (O), T, 14 июля 2026 года, https://n.example/q/"),
        ("zh-hans", "“W”——N，R（O），T，2026年7月14日，https://n.example/q/"),
    ],
)
@pytest.mark.parametrize("reading", ["en", "zh-hans"])
def test_citation_has_the_separators_of_the_quotes_language_whoever_reads_it(
    release: ReleasePage, code: str, expected: str, reading: str
) -> None:
    row = Quote.objects.select_related("speaker", "organisation", "release").get(release=release)
    row.words, row.role, row.locale = ("W !" if code == "fr" else "W"), "R", Locale.objects.get(language_code=code)
    row.speaker.name, row.organisation.name, row.release.title = "N", "O", "T"
    with translation.override(reading):
        written = citation(row, "https://n.example/q/")
    assert written == expected
    if code in ("ar", "zh-hans"):
        assert "," not in written.partition("https")[0] and ";" not in written
    if code == "zh-hans":
        assert not re.search(r"[() ]", written)


def test_citation_names_people_as_the_quotes_language_does_whoever_reads_it(
    release: ReleasePage, reader: Client
) -> None:
    arabic = Person.objects.get(slug="naima-belhadri").copy_for_translation(Locale.objects.get(language_code="ar"))
    arabic.name = "نعيمة بلحضري"
    arabic.save()
    unpublish(ReleasePage.objects.get(locale__language_code="ar"))
    page = reader.get("/ar/people/naima-belhadri/").content.decode()
    copied = page.partition('data-copy="')[2].partition('"')[0]
    assert "نعيمة بلحضري" in page and "Naima Belhadri, Mayor of Tell Sirra" in copied and "بلحضري" not in copied


def test_chinese_text_keeps_the_blank_lines_between_its_parts(releases: Any, reader: Client) -> None:
    page = ReleasePageFactory(
        parent=releases("zh-hans"), body=[text_block("<p>车站将遮阴。</p>"), quote_block("水坝。")]
    )
    text = reader.get(f"{page.url}text/").content.decode()
    assert "车站将遮阴。\n\n" in text


def test_withdrawn_quote_says_so_and_shows_no_words(release: ReleasePage, reader: Client) -> None:
    release.body = [text_block("<p>Text.</p>")]
    publish(release)
    unpublish(ReleasePage.objects.get(locale__language_code="ar"))
    quote_id = Quote.objects.filter(release=release).get().quote_id
    answer = reader.get(f"/en/quotes/{quote_id}/")
    assert answer.status_code == 410
    assert WORDS not in answer.content.decode()
    assert reader.get(f"/en/quotes/{uuid.uuid4()}/").status_code == 404


def test_release_as_clean_text(release: ReleasePage, reader: Client) -> None:
    answer = reader.get(f"{release.url}text/")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    text = answer.content.decode()
    assert "<" not in text and "&amp;" not in text
    for expected in (
        "Depots open\n",
        "MITO MIWILI, 14 July 2026. The depots open & stay open.\n\nTonight\nTomorrow",
        f"“{WORDS}” — Naima Belhadri, Mayor of Tell Sirra",
        f"PR/2026/001\nhttp://testserver{release.url}\n",
    ):
        assert expected in text
    assert answer["X-Robots-Tag"] == "noindex"
