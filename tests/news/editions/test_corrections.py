"""A public release changes in view: noted, dated, with its earlier version kept."""

import datetime
import json
import re
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import Correction, NewsIndexPage, ReleaseBoilerplate, ReleasePage
from news.releases.boilerplates import refresh_boilerplates, releases_with_boilerplate
from newsroom.base.factories import ImageFactory, UserFactory, publish
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, NothingToCorrectError, correct
from newsroom.publication.gates import RefusedError
from newsroom.publication.models import PermanentRecordError
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import BoilerplateFactory, PersonFactory

DAY = datetime.datetime(2026, 11, 20, 8, 40, tzinfo=datetime.UTC)
BLOCK = "7b1f4c0e-1111-4222-8333-444455556666"


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release with a mistake in it, in English and in French."""
    with time_machine.travel(DAY - datetime.timedelta(days=1), tick=False):
        page = ReleasePageFactory(parent=index, title="Twelve stops", body=[text_block("<p>It was 13 per cent.</p>")])
        french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
        french.title, french.body = "Douze arrêts", [text_block("<p>C’était 13 pour cent.</p>", page.body[0].id)]
        french.save()
        publish(french)
    return page


@pytest.fixture
def officer_client(db: None) -> Client:
    """Somebody of the press office, logged in."""
    user = UserFactory(roles=[OFFICERS])
    client = Client()
    client.force_login(user)
    return client


def french_of(release: ReleasePage) -> ReleasePage:
    """The French page of a release."""
    return ReleasePage.objects.get(translation_key=release.translation_key, locale__language_code="fr")


def mend(page: ReleasePage) -> ReleasePage:
    """Save a draft in which the mistake is gone."""
    draft = page.get_latest_revision_as_object()
    draft.body = [text_block(page.body[0].value.source.replace("13", "31"), page.body[0].id)]
    draft.save_revision()
    page.refresh_from_db()
    return page


def corrected(*pages: ReleasePage, kind: CorrectionKind = CorrectionKind.FACTUAL) -> list[Correction]:
    """The pages with their mistake mended in view."""
    with time_machine.travel(DAY, tick=False):
        return correct([Note(mend(page), "13", "31", "Two digits changed places.") for page in pages], kind, None)


def test_readers_see_what_it_said_what_it_says_why_and_when(release: ReleasePage, reader: Client) -> None:
    corrected(release)
    page = reader.get(release.url).content.decode()
    assert "It was 31 per cent." in page
    assert "It was 13 per cent." not in page
    notice = page[page.index('class="state corrected"') : page.index('class="body')]
    for words in ("20 November 2026", "08:40", "Factual", "Two digits changed places.", "<del>13</del>", "31</ins>"):
        assert words in notice


def test_the_earlier_version_is_readable_superseded_and_not_indexed(release: ReleasePage, reader: Client) -> None:
    corrected(release)
    answer = reader.get(f"{release.url}versions/1/")
    page = answer.content.decode()
    assert "It was 13 per cent." in page
    assert "Superseded. This is an earlier version." in page
    assert f'<a href="{release.url}">Read the current version</a>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="http://testserver{release.url}">' in page
    assert answer["X-Robots-Tag"] == "noindex"
    assert 'rel="canonical"' in answer["Link"]
    assert f'href="{release.url}versions/1/"' in reader.get(release.url).content.decode()
    assert reader.get(f"{release.url}versions/2/").status_code == 404
    assert reader.get(f"{release.url}versions/x/").status_code == 404


def test_the_earlier_version_keeps_the_boilerplate_and_the_role_of_its_day(release: ReleasePage) -> None:
    boilerplate = BoilerplateFactory(text="<p>Founded in nine cities.</p>")
    speaker = PersonFactory(name="Oleg Brandvik")
    release.boilerplate_links.add(ReleaseBoilerplate(boilerplate=boilerplate))
    release.body = [*release.body.raw_data, quote_block("We counted.", speaker, "Deputy mayor", block_id=BLOCK)]
    publish(release)
    boilerplate.text = "<p>Founded in ten cities.</p>"
    boilerplate.save()
    draft = release.get_latest_revision_as_object()
    draft.body = [quote_block("We counted.", speaker, "Mayor", block_id=BLOCK)]
    draft.save_revision()
    correct([Note(release, "Deputy mayor", "Mayor", "He had been elected.")], CorrectionKind.ATTRIBUTION, None)
    refresh_boilerplates(releases_with_boilerplate(boilerplate), UserFactory())
    earlier = Client().get(f"{release.url}versions/1/").content.decode()
    assert "Founded in nine cities." in earlier
    assert "Deputy mayor" in earlier
    assert "Founded in ten cities." in Client().get(release.url).content.decode()


def test_several_languages_are_corrected_at_one_instant_or_none(release: ReleasePage, reader: Client) -> None:
    english, french = corrected(release, french_of(release))
    assert english.correction_id == french.correction_id
    assert english.corrected_at == french.corrected_at == DAY
    assert "Corrected in" in reader.get(release.url).content.decode()
    assert [each.release.locale.language_code for each in (english, french)] == ["en", "fr"]


def test_one_language_without_a_change_keeps_all_as_they_are(release: ReleasePage) -> None:
    notes = [Note(mend(release), "13", "31", "Why."), Note(french_of(release), "13", "31", "Pourquoi.")]
    with pytest.raises(NothingToCorrectError):
        correct(notes, CorrectionKind.FACTUAL, None)
    assert not Correction.objects.exists()
    assert "13 per cent" in Client().get(release.url).content.decode()


def test_a_second_correction_has_a_number_of_its_own(release: ReleasePage, reader: Client) -> None:
    corrected(release)
    release.refresh_from_db()
    draft = release.get_latest_revision_as_object()
    draft.title = "Thirteen stops"
    draft.save_revision()
    release.refresh_from_db()
    correct([Note(release, "Twelve", "Thirteen", "One was forgotten.")], CorrectionKind.CLARIFICATION, None)
    assert list(release.corrections.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert "It was 31 per cent." in reader.get(f"{release.url}versions/2/").content.decode()
    assert reader.get(release.url).content.decode().count('class="state corrected"') == 2


def test_a_correction_can_be_neither_deleted_nor_changed(release: ReleasePage) -> None:
    (correction,) = corrected(release)
    with pytest.raises(PermanentRecordError):
        correction.delete()
    with pytest.raises(PermanentRecordError):
        correction.save()
    with pytest.raises(ProtectedError):
        Correction.objects.all().delete()
    release.refresh_from_db()
    with pytest.raises(RefusedError):
        release.delete()
    with pytest.raises((RefusedError, ProtectedError)):
        ReleasePage.objects.filter(pk=release.pk).delete()


def test_machines_read_it_too(release: ReleasePage, reader: Client) -> None:
    corrected(release)
    page = reader.get(release.url).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    assert data["correction"][0]["@type"] == "CorrectionComment"
    assert data["correction"][0]["dateCreated"] == DAY.isoformat()
    said = "It said: 13\nIt says now: 31\nWhy it was corrected: Two digits changed places."
    assert data["correction"][0]["text"] == said
    text = reader.get(f"{release.url}text/").content.decode()
    assert "Corrected on 20 November 2026." in text
    assert "It said: 13" in text
    feed = reader.get("/en/news/feed/").content.decode()
    assert "Corrected on 20 November 2026." in feed
    assert "2026-11-20T08:40" in feed
    assert "Corrected on 20 November 2026" in reader.get("/en/news/").content.decode()


def test_a_minor_change_is_silent_but_in_the_history(release: ReleasePage, reader: Client) -> None:
    publish(mend(release).get_latest_revision_as_object())
    assert "31 per cent" in reader.get(release.url).content.decode()
    assert 'class="state' not in reader.get(release.url).content.decode()
    assert not Correction.objects.exists()


def test_the_files_of_the_earlier_version_stay_public_with_it(release: ReleasePage, reader: Client) -> None:
    before, after, inside = ImageFactory(), ImageFactory(), ImageFactory()
    picture = block("image", {"image": inside.pk, "caption": ""})
    release.image, release.body = before, [*release.body.raw_data, picture]
    publish(release)
    draft = release.get_latest_revision_as_object()
    draft.image, draft.body = after, [text_block("<p>No picture.</p>")]
    draft.save_revision()
    release.refresh_from_db()
    correct([Note(release, "A wrong map", "", "It showed another city.")], CorrectionKind.IMAGE, None)
    addresses = [image.get_rendition("width-1380").url for image in (before, inside)]
    assert [reader.get(address).status_code for address in addresses] == [200, 200]
    take_off(release, Manner.WITHDRAWN, {"en": "Why."})
    assert [reader.get(address).status_code for address in addresses] == [404, 404]


def test_a_withdrawn_release_shows_no_earlier_version(release: ReleasePage, reader: Client) -> None:
    corrected(release)
    take_off(release, Manner.WITHDRAWN, {"en": "The count was wrong."})
    for address in ("", "text/", "versions/1/"):
        page = reader.get(f"{release.url}{address}").content.decode()
        assert "The count was wrong." in page
        assert "per cent" not in page


def filled(code: str = "en", **changes: Any) -> dict[str, Any]:
    """A correction filled in for one language."""
    answers = {"chosen": "on", "said": "13", "says": "31", "reason": "Two digits changed places."} | changes
    return {f"{name}_{code}": value for name, value in answers.items()}


def address(release: ReleasePage) -> str:
    """The page of the CMS that corrects a release."""
    return reverse("correct_page", args=[release.pk])


def test_the_screen_shows_what_would_change_and_proposes_the_words(
    release: ReleasePage, officer_client: Client
) -> None:
    mend(release)
    page = officer_client.get(address(release)).content.decode()
    assert "<del>13 </del><ins>31 </ins>" in page
    assert ">It was 13 per cent.</textarea>" in page.replace("\n", "")
    assert ">It was 31 per cent.</textarea>" in page.replace("\n", "")
    assert reverse("wagtailadmin_pages:edit", args=[french_of(release).pk]) in page


def test_the_screen_publishes_all_chosen_languages(release: ReleasePage, officer_client: Client) -> None:
    pages = [mend(release), mend(french_of(release))]
    data = {"kind": "factual", **filled(revision=str(pages[0].latest_revision_id))}
    data |= filled("fr", reason="Deux chiffres intervertis.", revision=str(pages[1].latest_revision_id))
    answer = officer_client.post(address(release), data)
    assert answer.status_code == 302
    assert Correction.objects.count() == 2
    log = officer_client.get(reverse("wagtailadmin_pages:history", args=[release.pk])).content.decode()
    assert "Corrected: Two digits changed places." in log


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    release: ReleasePage, officer_client: Client
) -> None:
    mend(release)
    data = {"kind": "factual", **filled(reason="", says="Typed words", revision=str(release.latest_revision_id))}
    answer = officer_client.post(address(release), data)
    assert answer.status_code == 200
    assert answer.context["form"].errors == {"reason_en": ["Say why. Readers see this."]}
    assert "Typed words" in answer.content.decode()
    assert not Correction.objects.exists()


def test_a_draft_that_nobody_looked_at_is_not_published(release: ReleasePage, officer_client: Client) -> None:
    seen = str(mend(release).latest_revision_id)
    draft = release.get_latest_revision_as_object()
    draft.title = "Somebody else’s change"
    draft.save_revision()
    answer = officer_client.post(address(release), {"kind": "factual", **filled(revision=seen)})
    assert "Somebody has saved another draft" in str(answer.context["form"].errors)
    assert not Correction.objects.exists()
    again = officer_client.post(
        address(release), {"kind": "factual", **filled(revision=answer.context["form"].data["revision_en"])}
    )
    assert again.status_code == 302


def test_an_unfinished_draft_is_refused_with_its_reason(release: ReleasePage, officer_client: Client) -> None:
    draft = release.get_latest_revision_as_object()
    draft.body = []
    draft.save_revision()
    release.refresh_from_db()
    answer = officer_client.post(
        address(release), {"kind": "factual", **filled(revision=str(release.latest_revision_id))}
    )
    assert "needs a text" in str(answer.context["form"].errors)


def test_only_who_may_publish_may_correct(release: ReleasePage) -> None:
    from newsroom.publication.corrections.views import correct_page

    user = UserFactory(roles=[translators_of("en")])
    client = Client()
    client.force_login(user)
    mend(release)

    request = client.get(address(release)).wsgi_request
    with pytest.raises(PermissionDenied):
        correct_page(request, release.pk)


def test_without_a_change_the_officer_is_sent_back_to_the_text(release: ReleasePage, officer_client: Client) -> None:
    answer = officer_client.get(address(release), follow=True)
    assert answer.request["PATH_INFO"] == reverse("wagtailadmin_pages:edit", args=[release.pk])
    assert "there is nothing to correct yet" in answer.content.decode()


def test_the_editor_of_a_public_release_offers_both_ways(release: ReleasePage, officer_client: Client) -> None:
    page = officer_client.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    assert "Publish as a minor change" in page
    assert "Publish as a correction" in page
    draft = ReleasePageFactory(parent=release.get_parent(), live=False)
    page = officer_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "Publish as a" not in page
    assert 'value="action-publish"' in page


def test_queries_do_not_grow_with_corrections(release: ReleasePage, reader: Client, count_queries: Any) -> None:
    corrected(release)
    once = count_queries(lambda: reader.get(release.url))
    for number in range(2, 12):
        corrected_again = release.corrections.get(number=1)
        corrected_again.pk, corrected_again.number, corrected_again._state.adding = None, number, True
        corrected_again.correction_id = f"00000000-0000-4000-8000-0000000000{number:02}"
        corrected_again.save()
    assert count_queries(lambda: reader.get(release.url)) == once
