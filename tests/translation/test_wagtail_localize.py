"""Every page type and every record goes through wagtail-localize."""

import datetime
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext
from machines import sitemap_of
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from campaigns.factories import CampaignHubPageFactory, hashtag
from campaigns.models import CampaignHubPage, CampaignIndexPage, KeyFigure
from news.choices import QuoteStatus
from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import (
    NewsIndexPage,
    Quote,
    ReleaseAttachment,
    ReleasePage,
    ReleaseParticipant,
)
from news.quotes.approvals import approve
from newsroom.base.factories import ImageFactory, locale_of, publish
from newsroom.base.models import NewsroomDocument
from newsroom.home.models import HomePage
from newsroom.publication.lifting.lift import lift_due
from organisations.factories import (
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
)
from organisations.models import Organisation, Person

DAY = datetime.datetime(2026, 7, 14, 10, 0, tzinfo=datetime.UTC)
LATER = DAY + datetime.timedelta(days=3)

Submit = Callable[..., Translation]
Write = Callable[..., None]
PutOut = Callable[[Translation], Any]
MakePage = Callable[[HomePage], Page]


def embargoed_or_public(index: NewsIndexPage, embargoed_until: datetime.datetime | None = None) -> ReleasePage:
    """A release with everything that belongs to one."""
    speaker = PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")
    paper = NewsroomDocument.objects.create(title="The paper", file=ContentFile(b"paper", "paper.txt"))
    page = ReleasePageFactory(
        parent=index,
        title="Twenty-six cities will count shade",
        slug="count-shade",
        kind="statement",
        original_language="en",
        summary="A count begins.",
        notes_to_editors="<p>A place counts as shaded at noon.</p>",
        body=[
            text_block("<p>Each city will survey its <b>stops</b>.</p><p>It begins in May.</p>"),
            quote_block("We light a street.", speaker, language="ru"),
            block("heading", "What is counted"),
            block("image", {"image": ImageFactory().pk, "caption": "<p>A lamp</p>"}),
        ],
        organisation=OrganisationFactory(name="Joint Office", slug="joint-office"),
        contact=MediaContactFactory(name="Halima Okoth"),
        image=ImageFactory(),
        hashtags=["ShadeIsPublic"],
        live=False,
        embargoed_until=embargoed_until,
    )
    page.participant_links.add(ReleaseParticipant(person=speaker, role="Host of the evening", locale=page.locale))
    page.attachments.add(ReleaseAttachment(document=paper))
    page.save()
    publish(page)
    return page


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release in English."""
    with time_machine.travel(DAY, tick=False):
        return embargoed_or_public(index)


def parts(page: ReleasePage) -> dict[str, Any]:
    """What must be the same in every language of a release."""
    return {
        "slug": page.slug,
        "kind": page.kind,
        "original_language": page.original_language,
        "embargoed_until": page.embargoed_until,
        "image": page.image_id,
        "hashtags": sorted(page.hashtags.names()),
        "organisations": [(link.organisation_id, link.is_lead) for link in page.organisation_links.all()],
        "contacts": [link.contact_id for link in page.contact_links.all()],
        "attachments": [link.document_id for link in page.attachments.all()],
        "participants": [link.person_id for link in page.participant_links.all()],
        "blocks": [(each.block_type, each.id) for each in page.body],
        "languages spoken": [each.value["language"] for each in page.body if each.block_type == "quote"],
    }


# Pages


def home(newsroom: HomePage) -> Page:
    """The front page."""
    return newsroom


def news_index(newsroom: HomePage) -> Page:
    """The list of releases."""
    return NewsIndexPage.objects.child_of(newsroom).get()


def campaign_index(newsroom: HomePage) -> Page:
    """The list of campaigns."""
    return CampaignIndexPage.objects.child_of(newsroom).get()


def a_release(newsroom: HomePage) -> Page:
    """A release."""
    return ReleasePageFactory(parent=news_index(newsroom), quotes=1)


def a_hub(newsroom: HomePage) -> Page:
    """A campaign hub with a figure."""
    page = CampaignHubPageFactory(parent=campaign_index(newsroom), introduction="What it is.", live=False)
    page.key_figures.add(KeyFigure(value="26", label="cities", locale=page.locale))
    publish(page)
    return page


@pytest.mark.parametrize("make", [home, news_index, campaign_index, a_release, a_hub])
def test_each_page_type_becomes_a_draft_and_then_a_translated_page(
    newsroom: HomePage, reader: Client, make: MakePage, submit: Submit, write: Write, put_out: PutOut
) -> None:
    page = make(newsroom)
    if not isinstance(page, ReleasePage | CampaignHubPage):
        page.get_translation(locale_of("fr")).delete()
    translation = submit(page)
    draft = translation.get_target_instance()
    assert page.live and not draft.live
    if page.shares_slug:
        assert reader.get(draft.url).status_code == 404
    write(translation)
    translated = put_out(translation)
    assert translated.live and translated.title == f"FR {page.title}"
    if page.shares_slug:
        assert translated.slug == page.slug
    answer = reader.get(translated.url)
    assert answer.status_code == 200
    assert "FR " in answer.content.decode()


def test_submitted_release_shows_nothing_untranslated(release: ReleasePage, reader: Client, submit: Submit) -> None:
    draft = submit(release).get_target_instance()
    assert not draft.live and draft.has_unpublished_changes
    assert list(ReleasePage.objects.released()) == [release]
    assert Quote.objects.released().in_bulk().keys() == {Quote.objects.get(release=release).pk}
    assert reader.get("/fr/news/count-shade/").status_code == 404
    assert "/fr/news/count-shade/" not in sitemap_of(reader)
    assert [each.code for each in release.alternates] == ["en"]


def test_submitted_release_carries_what_all_languages_share(release: ReleasePage, submit: Submit) -> None:
    assert release.hashtags.exists() and release.attachments.exists() and release.participant_links.exists()
    draft = submit(release).get_target_instance()
    assert parts(draft) == parts(release)
    assert parts(draft.get_latest_revision_as_object()) == parts(release)
    participant = draft.participant_links.get()
    assert participant.locale.language_code == "fr"
    assert participant.translation_key == release.participant_links.get().translation_key


def test_translated_release_shows_its_words(
    release: ReleasePage, reader: Client, submit: Submit, write: Write, put_out: PutOut
) -> None:
    translation = submit(release)
    write(translation)
    french = put_out(translation)
    assert parts(french) == parts(release)
    text = " ".join(re.sub(r"<[^>]+>", "", reader.get("/fr/news/count-shade/").content.decode()).split())
    for words in (
        *(
            "FR Twenty-six cities",
            "FR The boat no longer",
            "FR Each city will survey its stops.",
            "FR It begins in May.",
        ),
        *("FR We light a street.", "FR Mayor of Mito Miwili", "FR What is counted", "FR A lamp", "FR A place counts"),
        *("FR Host of the evening", "FR MITO MIWILI", courtesy_from_russian()),
    ):
        assert words in text, words
    assert french.summary == "FR A count begins."


def courtesy_from_russian() -> str:
    """What a French page says of a quote that was spoken in Russian and that nobody has approved."""
    with translation.override("fr"):
        return gettext("Courtesy translation from %(language)s") % {"language": gettext("Russian")}


def test_translated_release_shares_reference_instant_and_quote(
    release: ReleasePage, submit: Submit, write: Write, put_out: PutOut
) -> None:
    translation = submit(release)
    write(translation)
    with time_machine.travel(LATER, tick=False):
        french = put_out(translation)
    assert (french.reference, french.released_at) == ("ST/2026/001", DAY) == (release.reference, release.released_at)
    rows = {row.locale.language_code: row for row in Quote.objects.released().select_related("locale")}
    assert rows["en"].quote_id == rows["fr"].quote_id
    assert (rows["en"].words, rows["fr"].words) == ("We light a street.", "FR We light a street.")
    assert rows["fr"].language == rows["en"].language == "ru"


def test_update_brings_what_was_added_to_the_source(
    release: ReleasePage, reader: Client, submit: Submit, write: Write, put_out: PutOut
) -> None:
    translation = submit(release)
    write(translation)
    put_out(translation)
    release.hashtags.add(hashtag("CoolNights"))
    release.body = [*release.body.raw_data, text_block("<p>A sentence that came later.</p>")]
    publish(release)
    translation.source.update_from_db()
    assert "came later" not in reader.get("/fr/news/count-shade/").content.decode()
    assert "CoolNights" not in reader.get("/fr/news/count-shade/").content.decode()
    write(translation)
    french = put_out(translation)
    assert parts(french) == parts(release)
    html = reader.get("/fr/news/count-shade/").content.decode()
    assert "FR A sentence that came later." in html
    assert "#CoolNights" in html


def test_update_takes_away_what_the_source_lost(
    release: ReleasePage, submit: Submit, write: Write, put_out: PutOut
) -> None:
    translation = submit(release)
    write(translation)
    put_out(translation)
    release.hashtags.clear()
    release.participant_links.clear()
    release.body = release.body.raw_data[:1]
    publish(release)
    translation.source.update_from_db()
    french = put_out(translation)
    assert parts(french) == parts(release)
    assert not Quote.objects.released().exists()


def test_translation_published_under_embargo_lifts_with_its_source(
    index: NewsIndexPage, reader: Client, submit: Submit, write: Write, put_out: PutOut
) -> None:
    with time_machine.travel(DAY, tick=False):
        translation = submit(embargoed_or_public(index, embargoed_until=LATER))
        write(translation)
        french = put_out(translation)
        assert not french.live and french.embargoed_until == LATER
        assert reader.get("/fr/news/count-shade/").status_code == 404
    with time_machine.travel(LATER, tick=False):
        assert lift_due() == 2
        assert reader.get("/fr/news/count-shade/").status_code == 200
        assert reader.get("/en/news/count-shade/").status_code == 200


def test_untranslated_strings_of_a_draft_fall_back_in_the_draft_alone(
    release: ReleasePage, reader: Client, submit: Submit
) -> None:
    translation = submit(release)
    segment = translation.source.stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=locale_of("fr"), data="Vingt-six villes"
    )
    translation.save_target(publish=False)
    draft = translation.get_target_instance()
    assert draft.title == "Vingt-six villes"
    assert draft.subheadline == release.subheadline
    assert not draft.live
    assert reader.get("/fr/news/count-shade/").status_code == 404


def test_records_a_release_names_are_not_submitted_with_it(
    release: ReleasePage, reader: Client, submit: Submit
) -> None:
    """Else readers would get an untranslated copy of a speaker as if it were in their language."""
    submit(release)
    assert not Person.objects.filter(locale__language_code="fr").exists()
    assert not Organisation.objects.filter(locale__language_code="fr").exists()
    french = ReleasePage.objects.get(locale__language_code="fr")
    assert [each.value["speaker"].name for each in french.body if each.block_type == "quote"] == ["Wairimu Tendeka"]
    publish(french)
    assert 'lang="en" dir="ltr">Wairimu Tendeka' in reader.get(french.url).content.decode()


def test_copied_choice_makes_no_translation_official(
    index: NewsIndexPage, submit: Submit, write: Write, put_out: PutOut
) -> None:
    """The tool copies every choice of the original; an approval is of words."""
    page = ReleasePageFactory(parent=index, body=[text_block("<p>Text.</p>"), quote_block("We light a street.")])
    page.body[1].value["status"] = "official"
    publish(page)
    translation = submit(page)
    write(translation)
    french = put_out(translation)
    assert french.body[1].value["status"] == "official"
    assert Quote.objects.get(release=french).status == QuoteStatus.COURTESY
    approve(french, UUID(page.body[1].id), "FR We light a street.", "Halima Okoth")
    put_out(translation)
    row = Quote.objects.get(release=french)
    assert (row.status, row.approver) == (QuoteStatus.OFFICIAL, "Halima Okoth")
