"""What stands beside a guess: remarks kept by key and told in every language, and what speaks for it and against it."""

from pathlib import Path

import pytest
from desk import an_officer
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from people import browser_of
from wagtail.users.models import UserProfile

from importing import parse
from importing.models import ImportedFile
from importing.proposed_occasions import ProposedEvent
from importing.remarks import SENTENCES, ImportRemark, doubt_about
from importing.review.rows import ReviewRow
from importing.understanding import coverage
from importing.understanding.signals import WEIGHTS
from importing.wording import words_of_doubt
from newsroom.home.models import HomePage

DOCUMENTS = Path(__file__).parent / "documents"
LANGUAGES = ("fr", "es", "ar", "ru", "zh-hans")


def review(browser: Client, path: Path) -> list[ReviewRow]:
    """Upload a document; the rows of its review."""
    sent = {"files": SimpleUploadedFile(path.name, path.read_bytes())}
    rows: list[ReviewRow] = browser.post(reverse("imports"), sent, follow=True).context["rows"]
    return rows


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_remark_and_every_signal_has_words_in_each_language(code: str) -> None:
    assert set(SENTENCES) == set(ImportRemark)
    with override(code):
        for sentence in (*SENTENCES.values(), *WEIGHTS):
            assert gettext(sentence) != sentence


def test_a_remark_is_told_as_the_language_writes_it() -> None:
    days = doubt_about((0,), ImportRemark.EMBARGO_TWO_DAYS, one="2031-03-04", other="2031-04-03")
    labels = doubt_about((0,), ImportRemark.LABELS_LEFT_OUT, ["About", "Tel"])
    assert days.message == "The date of the embargo may be 2031-03-04 or 2031-04-03."
    with override("es"):
        assert words_of_doubt(days) == "La fecha del embargo puede ser el 4 de marzo de 2031 o el 3 de abril de 2031."
    with override("zh-hans"):
        assert words_of_doubt(labels) == "以下标签已略去：“About”、“Tel”。"
    with override("ar"):
        told = words_of_doubt(labels)
        assert told == "تُركت هذه التسميات: \u2068«\u2068About\u2069»\u2069، \u2068«\u2068Tel\u2069»\u2069."


def test_a_remark_is_kept_by_its_key_and_shown_in_the_officers_language(newsroom: HomePage) -> None:
    officer = an_officer()
    rows = review(browser_of(officer), DOCUMENTS / "confluent.txt")
    assert rows[0].doubts == ("“PRESS RELEASE:” was read as the kind of document.",)
    kept = ImportedFile.objects.get().understood["warnings"]
    assert {"source": [0], "remark": "kind", "values": [["text", "PRESS RELEASE:"]]} in kept
    UserProfile.objects.update_or_create(user=officer, defaults={"preferred_language": "fr"})
    html = browser_of(officer).get(reverse("import_review", args=[ImportedFile.objects.get().pk])).content.decode()
    assert "a été lu comme le type de document" in html and "was read as" not in html
    assert "Pourquoi" in html and "un intertitre nomme l’organisation" in html


@pytest.mark.parametrize("name", ["confluent.txt", "confluencia.md", "occasions/en_form.md", "occasions/es_carta.txt"])
def test_each_guess_says_why(newsroom: HomePage, name: str) -> None:
    rows = review(browser_of(an_officer()), DOCUMENTS / name)
    assert all(row.speaks_for or row.speaks_against for row in rows)
    assert all(row.confidence in ("sure", "fairly sure", "doubtful") for row in rows)


def test_what_speaks_against_a_guess_makes_it_doubtful(newsroom: HomePage, tmp_path: Path) -> None:
    text = "Embargoed until spring\n\nTowns light their piers\n\nLindmouth – The towns lit the piers of the river.\n"
    (tmp_path / "vague.txt").write_text(text, "utf-8")
    [row, *_others] = review(browser_of(an_officer()), tmp_path / "vague.txt")
    assert (row.is_doubtful, row.confidence) == (True, "doubtful")
    assert (row.speaks_for, row.speaks_against) == (["begins with a word for an embargo"], ["no instant can be told"])


def test_the_words_of_an_agenda_are_read_once_and_not_for_each_row(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = [f"{8 + n // 60:02}:{n % 60:02}\tSession {n} of the tidal towns\tRoom {n}" for n in range(600)]
    path = tmp_path / "agenda.txt"
    path.write_text("\n".join(("Programme", "", "Date: 8 May 2031", "", *rows)), "utf-8")
    read: list[int] = []
    words = coverage._words
    monkeypatch.setattr(coverage, "_words", lambda text: read.append(len(text)) or words(text))
    assert isinstance(parse(path).event, ProposedEvent)
    assert sum(read) < 6 * path.stat().st_size
