"""Each quote says how it stands to the words as spoken; "official" has a name."""

import datetime
import json
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from release_form import release_form
from wagtail.test.utils.form_data import rich_text, streamfield

from news.choices import QuoteStatus
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, Quote, QuoteApproval, ReleasePage
from news.quotes.approvals import approve
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.models import User
from newsroom.home.roles import OFFICERS, translators_of
from organisations.factories import PersonFactory

DAY = datetime.datetime(2026, 11, 14, 10, 0, tzinfo=datetime.UTC)
SPOKEN = "We light a street."
TRANSLATED = "Nous éclairons une rue."
STALE = "The original has been changed since this was translated."


@pytest.fixture
def spoken(index: NewsIndexPage) -> ReleasePage:
    """A public release in English whose one quote was spoken in English."""
    speaker = PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")
    with time_machine.travel(DAY, tick=False):
        return ReleasePageFactory(
            parent=index, slug="count-shade", body=[text_block("<p>Text.</p>"), quote_block(SPOKEN, speaker)]
        )


@pytest.fixture
def french(spoken: ReleasePage) -> ReleasePage:
    """Its French draft."""
    page: ReleasePage = spoken.copy_for_translation(locale_of("fr"))
    return rewritten(page, TRANSLATED)


def rewritten(page: ReleasePage, words: str, status: str = "") -> ReleasePage:
    """A page whose draft has other words in its quote."""
    page.body[1].value["words"] = words
    page.body[1].value["status"] = status
    page.save_revision()
    return page


def member(group: str, **names: str) -> User:
    """Somebody of a group of the newsroom."""
    user: User = UserFactory(roles=[group], **names)
    return user


@pytest.fixture
def officer(newsroom: Any) -> User:
    """Somebody who may publish."""
    return member(OFFICERS, first_name="Halima", last_name="Okoth")


def row_of(page: ReleasePage) -> Quote:
    """What was recorded of a page's quote."""
    return Quote.objects.select_related("locale").get(release=page)


def approved(page: ReleasePage, words: str = TRANSLATED, name: str = "Halima Okoth") -> None:
    """Somebody approves words of the page's quote."""
    approve(page, row_id(page), words, name)


def row_id(page: ReleasePage) -> Any:
    """The quote's id."""
    return Quote.objects.filter(release__translation_key=page.translation_key).values_list("quote_id", flat=True)[0]


def shown(reader: Client, page: ReleasePage) -> str:
    """The words of the English page of what the reader is told, whichever language the page has."""
    html = reader.get(f"/en/quotes/{row_id(page)}/").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("chosen", "has_approval", "expected"),
    [
        ("", False, "courtesy"),
        ("", True, "official"),
        ("official", True, "official"),
        ("official", False, "courtesy"),
        ("courtesy", True, "courtesy"),
        ("machine", False, "machine"),
    ],
)
def test_status_is_decided_when_the_quote_is_recorded(
    spoken: ReleasePage, french: ReleasePage, chosen: str, has_approval: bool, expected: str
) -> None:
    if has_approval:
        approved(french)
    publish(rewritten(french, TRANSLATED, chosen))
    row = row_of(french)
    assert (row.status, row.approver) == (expected, "Halima Okoth" if expected == "official" else "")
    assert row_of(spoken).status == QuoteStatus.ORIGINAL


def test_words_in_the_language_spoken_are_the_original_whatever_is_chosen(spoken: ReleasePage) -> None:
    publish(rewritten(spoken, SPOKEN, "machine"))
    assert row_of(spoken).status == QuoteStatus.ORIGINAL


def test_approval_holds_for_exactly_these_words(french: ReleasePage) -> None:
    approved(french)
    publish(rewritten(french, TRANSLATED + " Toujours.", "official"))
    assert row_of(french).status == QuoteStatus.COURTESY


def test_approval_against_other_original_words_no_longer_holds(spoken: ReleasePage, french: ReleasePage) -> None:
    approved(french)
    publish(rewritten(spoken, "We shade a street."))
    publish(french)
    assert row_of(french).status == QuoteStatus.COURTESY


def test_approval_of_a_draft_looks_at_the_draft_of_the_original(index: NewsIndexPage) -> None:
    spoken = ReleasePageFactory(parent=index, body=[text_block("<p>T.</p>"), quote_block(SPOKEN)], live=False)
    spoken.save_revision()
    french = rewritten(spoken.copy_for_translation(locale_of("fr")), TRANSLATED)
    quote_id = spoken.body[1].id
    approval = approve(french, UUID(quote_id), TRANSLATED, "Halima Okoth")
    assert approval.original_words == SPOKEN
    publish(spoken)
    publish(french)
    assert row_of(french).status == QuoteStatus.OFFICIAL


def test_new_words_of_the_original_make_its_translations_stale_until_they_follow(
    spoken: ReleasePage, french: ReleasePage
) -> None:
    approved(french)
    publish(french)
    later = DAY + datetime.timedelta(days=2)
    with time_machine.travel(later, tick=False):
        publish(rewritten(spoken, "We shade a street."))
    row = row_of(french)
    assert (row.stale_since, row.status, row.approver) == (later, "courtesy", "")
    publish(french)
    assert row_of(french).stale_since == later
    publish(rewritten(french, "Nous ombrageons une rue."))
    assert row_of(french).stale_since is None


def test_stale_translation_that_is_approved_afresh_is_stale_no_longer(spoken: ReleasePage, french: ReleasePage) -> None:
    publish(french)
    publish(rewritten(spoken, "We shade a street."))
    approved(french)
    publish(french)
    row = row_of(french)
    assert (row.status, row.stale_since) == ("official", None)


def test_republishing_the_original_unchanged_makes_nothing_stale(spoken: ReleasePage, french: ReleasePage) -> None:
    publish(french)
    publish(rewritten(spoken, f" {SPOKEN}\r\n"))
    assert row_of(french).stale_since is None


# What readers are told


def test_reader_is_told_the_status_with_the_approver(spoken: ReleasePage, french: ReleasePage, reader: Client) -> None:
    with time_machine.travel(DAY, tick=False):
        approved(french)
    publish(french)
    assert "Official translation, approved by Halima Okoth, 14 November 2026" in shown(reader, french)
    publish(rewritten(french, TRANSLATED, "machine"))
    assert "Machine translation from English" in shown(reader, french)
    publish(rewritten(spoken, "We shade a street."))
    assert STALE in shown(reader, french)


def test_every_place_says_it_and_opens_the_original(index: NewsIndexPage, reader: Client) -> None:
    speaker = PersonFactory(name="Naima Belhadri", slug="naima")
    page = ReleasePageFactory(
        parent=index, slug="depots", body=[text_block("<p>T.</p>"), quote_block("A river.", speaker, language="ar")]
    )
    arabic = page.copy_for_translation(locale_of("ar"))
    arabic.title, arabic.slug = "نهر", "depots"
    publish(rewritten(arabic, "نهر."))
    for address in (page.url, f"/en/quotes/{page.body[1].id}/", "/en/people/naima/"):
        html = reader.get(address).content.decode()
        assert "Courtesy translation from Arabic" in html, address
        assert '<p lang="ar" dir="rtl">نهر.</p>' in html, address
    assert "translation from" not in reader.get(f"/ar/quotes/{page.body[1].id}/").content.decode().split("others")[0]


def test_preview_of_a_draft_says_how_it_would_stand(french: ReleasePage, admin_client: Client) -> None:
    rewritten(french, TRANSLATED, "machine")
    html = admin_client.get(f"/admin/pages/{french.pk}/view_draft/").content.decode()
    assert 'class="note caution"' in html


def test_clean_text_marks_what_is_not_official(french: ReleasePage, reader: Client) -> None:
    publish(french)
    text = reader.get(f"{french.url}text/").content.decode()
    assert re.search(r"Wairimu Tendeka, Mayor of Mito Miwili \[.+\]", text)
    approved(french)
    publish(french)
    assert "[" not in reader.get(f"{french.url}text/").content.decode()


def test_machines_learn_which_words_are_translated_from_which(
    spoken: ReleasePage, french: ReleasePage, reader: Client
) -> None:
    publish(french)
    original, translation = (f"http://testserver/{code}/quotes/{row_id(spoken)}/" for code in ("en", "fr"))
    of_english, of_french = (quotation(reader, page.url)["mentions"][0] for page in (spoken, french))
    assert of_french["translationOfWork"] == {"@type": "Quotation", "@id": original, "inLanguage": "en"}
    assert of_english["workTranslation"] == [{"@type": "Quotation", "@id": translation, "inLanguage": "fr"}]
    assert (of_french["@id"], of_french["inLanguage"]) == (translation, "fr")
    assert of_french["isPartOf"]["@id"] == f"http://testserver{french.url}"
    assert quotation(reader, f"/fr/quotes/{row_id(spoken)}/")["translationOfWork"]["@id"] == original


def quotation(reader: Client, address: str) -> Any:
    """The JSON-LD of a page."""
    html = reader.get(address).content.decode()
    return json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[0])


def test_queries_do_not_grow_with_translated_quotes(
    index: NewsIndexPage, reader: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    speaker = PersonFactory(slug="the-speaker")
    pages, speakers = [], []
    for number in (3, 27):
        page = ReleasePageFactory(parent=index, quotes=number, speaker=speaker)
        translated = page.copy_for_translation(locale_of("fr"))
        publish(translated)
        pages.append(count_queries(lambda url=translated.url: reader.get(url)))
        speakers.append(count_queries(lambda: reader.get("/fr/people/the-speaker/")))
    assert pages[0] == pages[1]
    assert speakers[0] == speakers[1]


# The editor


def typed(page: ReleasePage, words: str, status: str, **more: str) -> dict[str, Any]:
    """What an officer's browser sends when a page is saved with these words."""
    block = page.body[1]
    quote = {
        "words": words,
        "speaker": str(block.value["speaker"].pk),
        "role": "Mayor",
        "organisation": "",
        "language": "en",
        "status": status,
    }
    body = streamfield([("text", rich_text("<p>Text.</p>")), ("quote", quote)])
    body["1"]["id"] = block.id
    return release_form(page, **{"title": "Titre", "body": body, **more})


def save(client: Client, user: User, page: ReleasePage, data: dict[str, Any], **headers: str) -> Any:
    """Press a button of the editor."""
    client.force_login(user)
    return client.post(f"/admin/pages/{page.pk}/edit/", data, **headers)


def test_officer_who_saves_as_official_has_approved_these_words_once(
    french: ReleasePage, officer: User, client: Client
) -> None:
    for _time in range(2):
        assert save(client, officer, french, typed(french, TRANSLATED, "official")).status_code == 302
    approval = QuoteApproval.objects.get()
    assert (approval.words, approval.original_words, approval.approver) == (TRANSLATED, SPOKEN, "Halima Okoth")
    assert approval.user == officer
    save(client, officer, french, typed(french, TRANSLATED, "official") | {"action-publish": "1"})
    assert row_of(french).approver == "Halima Okoth"


def test_publishing_as_official_approves_before_it_records(french: ReleasePage, officer: User, client: Client) -> None:
    save(client, officer, french, typed(french, TRANSLATED, "official") | {"action-publish": "1"})
    assert row_of(french).status == QuoteStatus.OFFICIAL


def test_what_saves_itself_while_somebody_types_approves_nothing(
    french: ReleasePage, officer: User, client: Client
) -> None:
    answer = save(client, officer, french, typed(french, "Nous écl", "official"), HTTP_ACCEPT="application/json")
    assert answer.json()["success"]
    assert not QuoteApproval.objects.exists()


def test_somebody_who_may_not_publish_is_told_who_can(french: ReleasePage, officer: User, client: Client) -> None:
    translator = member(translators_of("fr"))
    answer = save(client, translator, french, typed(french, TRANSLATED, "official"))
    error = answer.context["form"].errors["body"].as_data()[0].block_errors[1].block_errors["status"]
    assert "Halima Okoth" in error.message
    assert "clairons une rue." in answer.content.decode()
    assert not QuoteApproval.objects.exists()
    approved(french)
    assert save(client, translator, french, typed(french, TRANSLATED, "official")).status_code == 302
