"""What is to be looked at before a release is published, in all its languages, without blocking."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.operations import translate_object

from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage, ReleaseParticipant
from news.rules.contents import contents_of
from news.rules.findings import findings, languages_as_written, place_in_words
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import rule_registry
from newsroom.home.roles import OFFICERS
from organisations.factories import MediaContactFactory, PersonFactory

DAY = datetime.datetime(2026, 5, 1, 9, 0, tzinfo=datetime.UTC)
LATER = DAY + datetime.timedelta(days=4, hours=1)

MakeRelease = Callable[..., ReleasePage]


@pytest.fixture(autouse=True)
def today() -> Any:
    """The first of May."""
    with time_machine.travel(DAY, tick=False):
        yield


@pytest.fixture
def draft(index: NewsIndexPage) -> MakeRelease:
    """A draft of these paragraphs."""

    def make(*paragraphs: str, blocks: tuple = (), **fields: Any) -> ReleasePage:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        fields = {"live": False, "title": "Night buses", **fields}
        return ReleasePageFactory(parent=index, body=[text_block(text), *blocks], **fields)

    return make


def told(release: ReleasePage) -> list[str]:
    """What is said of a release, with the language where it is not the original's."""
    return [
        f"{'' if each.code == 'en' else each.code + ' '}{place_in_words(each.fault, release)}: {each.message}"
        for each in findings(release)
    ]


def test_a_careful_text_is_left_alone(draft: MakeRelease) -> None:
    release = draft("It opens on Tuesday, 5 May 2026 with 26 cities.", blocks=(quote_block("We light a street."),))
    assert told(release) == []


def test_placeholders_anywhere(draft: MakeRelease) -> None:
    release = draft("In XX cities.", summary="Lorem ipsum", notes_to_editors="<p>Photos TBC</p>")
    assert [line.partition(":")[0] for line in told(release)] == ["Summary", "Text", "Notes to editors"]


def test_a_weekday_that_is_not_its_dates(draft: MakeRelease) -> None:
    assert told(draft("It opens on Monday, 5 May.")) == ["Text: “Monday, 5 May”: that day is a Tuesday."]
    assert told(draft("It opens on 31 April.")) == ["Text: There is no such day as “31 April”."]


@pytest.mark.parametrize(
    ("line", "until", "message"),
    [
        ("EMBARGOED UNTIL 5 May 2026, 10:00 UTC", LATER, ""),
        ("EMBARGOED UNTIL 5 May 2026, 12:00 CEST", LATER, ""),
        ("EMBARGOED UNTIL 5 May 2026, 11:00 UTC", LATER, "The text and the field state different embargoes."),
        ("Embargoed until 5 May 2026", LATER, ""),
        ("Embargoed until 9 May 2026", LATER, "The text and the field state embargoes on different days."),
        (
            "EMBARGOED UNTIL 5 May 2026, 10:00 UTC",
            None,
            "The text speaks of an embargo, but the field for it is empty.",
        ),
        ("The trade embargo of 1962 was lifted.", None, ""),
    ],
)
def test_an_embargo_line_and_its_field(
    draft: MakeRelease, line: str, until: datetime.datetime | None, message: str
) -> None:
    assert told(draft(line, "It opens.", embargoed_until=until)) == ([f"Text: {message}"] if message else [])


def test_an_embargo_line_that_outlived_its_embargo(draft: MakeRelease) -> None:
    release = draft("EMBARGOED UNTIL 5 May 2026, 10:00 UTC", embargoed_until=LATER)
    with time_machine.travel(LATER + datetime.timedelta(hours=1), tick=False):
        assert told(release) == ["Text: The embargo has ended, but its line still stands in the text."]


def test_past_days_only_in_an_invitation(draft: MakeRelease) -> None:
    assert told(draft("Come on 14 April 2026.", kind="media-advisory")) == ["Text: 14 April 2026 has passed."]
    assert told(draft("It began on 14 April 2026.")) == []
    assert told(draft("Come on 14 May 2026.", kind="media-advisory")) == []


def test_a_name_spelt_otherwise_than_in_the_directory(draft: MakeRelease) -> None:
    speaker, guest = PersonFactory(name="Wairimu Tendeka"), PersonFactory(name="Oleg Brandvik")
    release = draft("Ms Tendekka met Mr Brandwik.", blocks=(quote_block(speaker=speaker),))
    release.participant_links.add(ReleaseParticipant(person=guest, locale=release.locale))
    release.save_revision()
    assert told(release) == [
        "Text: “Tendekka” or “Tendeka”? The directory has the latter.",
        "Text: “Brandwik” or “Brandvik”? The directory has the latter.",
    ]


def test_a_quote_of_nobody(draft: MakeRelease) -> None:
    nobody = block("quote", {"words": "Rivers do not read.", "speaker": None, "role": "", "language": ""})
    assert told(draft("It opens.", blocks=(nobody,))) == ["Text: Nobody is named as its speaker: “Rivers do not read.”"]


def test_an_expired_contact(draft: MakeRelease) -> None:
    contact = MediaContactFactory(name="Halima Okoth", valid_until=datetime.date(2026, 5, 3))
    assert told(draft("It opens.", contact=contact)) == []
    expected = [
        "Media contacts: “Halima Okoth” is valid until 3 May 2026 and has no deputy who is valid then. "
        "Choose another contact, or give this one a deputy or a later day in the directory."
    ]
    assert told(draft("It opens.", contact=contact, embargoed_until=LATER)) == expected


# Between languages


def test_figures_that_one_language_lacks(draft: MakeRelease) -> None:
    release = draft("On 5 May 26 cities open 40,000 stops. See https://a.example/en/map")
    for code, text in (
        ("fr", "<p>Le 6 mai, 26 villes ouvrent 4000 arrêts. Voir https://a.example/fr/map</p>"),
        ("ar", "<p>في ٥ أيار/مايو تفتح ٢٦ مدينة ٤٠٬٠٠٠ موقف. https://a.example/ar/map</p>"),
    ):
        page = release.copy_for_translation(locale_of(code))
        page.body = [text_block(text)]
        page.subheadline = {"fr": "Le bateau attend le bus.", "ar": "الحافلة تنتظر العبّارة."}[code]
        page.title = {"fr": "Les villes ouvrent des arrêts", "ar": "المدن تفتح المواقف"}[code]
        page.save_revision()
    assert told(release) == [
        "fr Numbers: Only in the original: 40000",
        "fr Numbers: Not in the original: 4000",
        "fr Dates: Only in the original: 05-05",
        "fr Dates: Not in the original: 05-06",
    ]


def test_what_a_translator_has_written_so_far_counts(draft: MakeRelease) -> None:
    release = draft("In 26 cities.", "It opens on 5 May at 6 p.m.")
    translate_object(release, [locale_of("fr")])
    assert told(release) == []
    source = TranslationSource.objects.get_for_instance(release)
    segment = source.stringsegment_set.get(string__data="In 26 cities.")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=locale_of("fr"), data="Dans 62 villes, TBC."
    )
    assert told(release) == [
        "fr Text: “TBC” looks like a placeholder.",
        "fr Numbers: Only in the original: 26",
        "fr Numbers: Not in the original: 62",
    ]


# In the CMS


@pytest.fixture
def officer(newsroom: Any) -> Client:
    """A communications officer's browser."""
    user = UserFactory(roles=[OFFICERS])
    browser = Client()
    browser.force_login(user)
    return browser


def test_the_page_lists_them_by_language_and_the_editor_leads_there(draft: MakeRelease, officer: Client) -> None:
    release = draft("In XX cities.")
    french = release.copy_for_translation(locale_of("fr"))
    french.save_revision()
    address = reverse("check_release", args=[release.pk])
    assert address in officer.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    html = officer.get(address).content.decode()
    assert "to look at" in html
    for page in (release, french):
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    text = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert "French Text “XX” looks like a placeholder." in text


def test_findings_keep_nobody_from_publishing(draft: MakeRelease) -> None:
    release = draft("In 26 cities on Monday, 5 May.")
    publish(release)
    assert release.live and told(release)


def test_strangers_and_guests_are_told_nothing(draft: MakeRelease, client: Client, newsroom: Any) -> None:
    address = reverse("check_release", args=[draft("In XX cities.").pk])
    assert "/admin/login/" in client.get(address)["Location"]
    guest = UserFactory()
    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(guest)
    assert "XX cities" not in client.get(address, follow=True).content.decode()


def test_queries_do_not_grow_with_the_text(
    draft: MakeRelease, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    def with_quotes(number: int) -> ReleasePage:
        release = draft("It opens.", blocks=tuple(quote_block() for _number in range(number)))
        for _number in range(number):
            release.participant_links.add(ReleaseParticipant(person=PersonFactory(), locale=release.locale))
        release.save_revision()
        return release

    # Reading a draft is Wagtail's: it asks for each row of a draft whether what it names still exists.
    (few,), (many,) = languages_as_written(with_quotes(3)), languages_as_written(with_quotes(30))
    house = RuleSettings(chosen_levels={"clearance": "advisory"})

    def asked(page: ReleasePage) -> int:
        return count_queries(lambda: rule_registry.findings(contents_of(page, False), house))

    assert asked(many) == asked(few)
