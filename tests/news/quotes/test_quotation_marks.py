"""Quotation marks that somebody typed around a quote go on their way in, by every door; those inside it stay."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from importing import parse
from importing.storing import store_proposal
from news.clearance.forms import ProposalForm
from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, Quote, QuoteApproval, ReleasePage
from news.quotes.status import exact_words
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.language.catalogue import language_row
from organisations.factories import PersonFactory

TYPED = {
    "en": ("“We count every stop.”", "We count every stop."),
    "fr": ("« Nous comptons chaque arrêt. »", "Nous comptons chaque arrêt."),
    "ar": ("«نحصي كل موقف.»", "نحصي كل موقف."),
    "zh-hans": ("“我们清点每一个车站。”", "我们清点每一个车站。"),
}
each_language = pytest.mark.parametrize("code", TYPED)


@each_language
def test_page_sets_one_pair_of_marks(releases: Any, reader: Client, code: str) -> None:
    typed, kept = TYPED[code]
    page = ReleasePageFactory(parent=releases(code), slug="marks", body=[quote_block(typed)])
    assert Quote.objects.get(release=page).words == kept
    html = reader.get(f"/{code}/news/marks/").content.decode()
    opening, closing = language_row(code).quotation_marks
    assert f"{opening}{kept}{closing}" in html and f"{opening}{typed[0]}" not in html


@each_language
def test_draft_from_the_editor_or_the_shell_has_none(releases: Any, code: str) -> None:
    typed, kept = TYPED[code]
    page = ReleasePageFactory(parent=releases(code), live=False)
    page.body = [("quote", {"words": typed, "speaker": PersonFactory()})]
    (block,) = json.loads(page.save_revision(clean=False).content["body"])
    assert block["value"]["words"] == kept


def test_two_pieces_of_speech_keep_theirs(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, body=[quote_block("“Stops” and “streets” are ours.”")])
    assert Quote.objects.get(release=page).words == "“Stops” and “streets” are ours.”"


def test_words_recorded_with_marks_are_the_same_words(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, body=[quote_block("We count.")])
    Quote.objects.filter(release=page).update(words="“We count.”", status="original")
    assert exact_words("“We count.”") == exact_words("We count.\r\n")
    page = ReleasePage.objects.get(pk=page.pk)
    with changing(Amendment.MINOR):
        page.save()
    assert Quote.objects.get(release=page).words == "We count."


def test_office_of_a_speaker_proposes_words_without_them(db: None) -> None:
    form = ProposalForm({"proposed_words": "«Contamos cada parada».", "comment": ""}, words="Contamos.")
    assert form.is_valid() and form.cleaned_data["proposed_words"] == "Contamos cada parada."


def test_import_stores_none(index: NewsIndexPage, tmp_path: Path) -> None:
    text = """PRESS RELEASE

Stops are counted

KARSUND, 5 May 2024 – Twelve cities count their stops this spring.

“We count every stop and we publish what we find,” said Naima Belhadri, Mayor of Karsund.
"""
    document = tmp_path / "release.txt"
    document.write_text(text, "utf-8")
    page = store_proposal(parse(document)).page
    (words,) = [block.value["words"] for block in page.body if block.block_type == "quote"]
    assert words[0] == "W" and words[-1] not in "”“"


@each_language
def test_quotes_from_before_are_shown_without_them(index: NewsIndexPage, reader: Client, code: str) -> None:
    typed, kept = TYPED[code]
    page = ReleasePageFactory(parent=index, slug="before", body=[quote_block(kept)])
    (block,) = page.body.raw_data
    old = json.dumps([block | {"value": block["value"] | {"words": typed}}])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_releasepage SET body = %s WHERE page_ptr_id = %s", [old, page.pk])
    Quote.objects.filter(release=page).update(words=typed)
    assert ReleasePage.objects.get(pk=page.pk).body[0].value["words"] == kept
    approval = QuoteApproval.objects.create(
        quote_id=block["id"], locale=page.locale, words=typed, original_words=typed, approver="Naima Belhadri"
    )
    import_module("news.migrations.0014_words_without_outer_marks").take_off_marks(apps, None)
    approval.refresh_from_db()
    assert Quote.objects.get(release=page).words == approval.words == approval.original_words == kept
    assert f"{typed[0]}{typed}" not in reader.get("/en/news/before/").content.decode()
