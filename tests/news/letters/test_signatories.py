"""Those who signed an open letter: how readers look through them, how officers do, and what is kept of them."""

import csv
import datetime
import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from letter_steps import MORNING, SECOND, browser, names_in, shown, signed
from wagtail.models import PageLogEntry

from news.choices import SignatureState
from news.letters.duties import forget_signatures
from news.models import ReleasePage, Signatory
from newsroom.home.roles import OFFICERS, translators_of

pytestmark = pytest.mark.django_db


def test_readers_look_for_names_places_and_countries_in_an_order(letter: ReleasePage) -> None:
    signed(letter, name="Signe Aamodt", place="Karsund", country="Sundmark", signed_on=datetime.date(2026, 12, 5))
    assert names_in(shown(letter)) == ["Shen Yulan", "Naima Belhadri", "Signe Aamodt"]
    assert names_in(shown(letter, "?order=latest"))[0] == "Signe Aamodt"
    assert names_in(shown(letter, "?order=name")) == ["Naima Belhadri", "Shen Yulan", "Signe Aamodt"]
    assert names_in(shown(letter, "?name=KARSUND")) == ["Signe Aamodt"]
    assert names_in(shown(letter, "?country=Sirrania")) == ["Naima Belhadri"]
    assert names_in(shown(letter, "?order=none&page=x")) == ["Shen Yulan", "Naima Belhadri", "Signe Aamodt"]
    assert "Nobody of this name has signed." in shown(letter, "?name=nobody")


def test_the_table_runs_nothing_and_loses_nothing(letter: ReleasePage) -> None:
    signed(letter, name="=HYPERLINK(1)", role="A, B\nC", place="007", country="قرطبة")
    answer = Client().get(f"/en/letters/{letter.pk}/signatories.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Who signs", "Name", "Role"]
    assert ["A person", "'=HYPERLINK(1)", "A, B C", "'007", "قرطبة", "2026-12-01", "1", "2026-12-01"] in rows
    assert "idris@example.org" not in answer.content.decode()


def test_the_feed_has_the_newest_first(letter: ReleasePage) -> None:
    signed(letter, name="Signe Aamodt", signed_on=datetime.date(2026, 12, 5))
    feed = Client().get(f"/en/letters/{letter.pk}/feed/").content.decode()
    assert feed.index("Signe Aamodt") < feed.index("Naima Belhadri")
    assert feed.count("<updated>") == feed.count("<entry>") + 1


def test_a_country_to_choose_is_marked_with_the_language_it_is_written_in(letter: ReleasePage) -> None:
    signed(letter, name="Signe Aamodt", language="ru", country="Приречье")
    assert '<option lang="ru" dir="ltr">Приречье</option>' in shown(letter)


def test_three_hundred_signatories_take_as_many_queries_as_three(letter: ReleasePage) -> None:
    def queries() -> int:
        shown(letter)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            shown(letter)
        return len(captured)

    few = queries()
    for number in range(60):
        signed(letter, name=f"Signe {number}", country=f"Country {number % 20}")
    assert queries() == few
    assert len(names_in(shown(letter))) == 25
    assert len(names_in(shown(letter, "?page=3"))) == 12


def test_officers_look_through_signatures_and_that_is_noted(letter: ReleasePage) -> None:
    row = signed(letter, SignatureState.WAITING)
    address = f"/admin/releases/{letter.pk}/signatories/"
    assert browser(translators_of("en")).get(address).status_code in (302, 403)
    officer = browser(OFFICERS)
    assert "idris@example.org" in officer.get(address).content.decode()
    assert not names_of(officer, f"{address}?q=nobody") and names_of(officer, f"{address}?q=idris&country=Sirrania")
    officer.post(address, {"signature": [row.pk, "x"], "decision": "refuse"})
    row.refresh_from_db()
    assert row.state == SignatureState.REFUSED
    actions = set(PageLogEntry.objects.filter(page=letter.pk).values_list("action", flat=True))
    assert {"news.signatures.see", "news.signatures.refuse"} <= actions
    history = officer.get(f"/admin/pages/{letter.pk}/history/").content.decode()
    assert "1 signature refused" in history


def names_of(officer: Client, address: str) -> list[str]:
    return re.findall(r"<strong><bdi>([^<]+)", officer.get(address).content.decode())


def test_nobody_shows_what_was_not_confirmed(letter: ReleasePage) -> None:
    row = signed(letter, SignatureState.UNCONFIRMED)
    browser(OFFICERS).post(f"/admin/releases/{letter.pk}/signatories/", {"signature": row.pk, "decision": "approve"})
    row.refresh_from_db()
    assert row.state == SignatureState.UNCONFIRMED


def test_the_same_signature_counts_once(letter: ReleasePage) -> None:
    from news.letters.recording import confirm_signature

    first, second = (signed(letter, SignatureState.UNCONFIRMED) for _number in range(2))
    assert confirm_signature(first) and not confirm_signature(second)
    assert Signatory.objects.filter(name=first.name).count() == 1


def test_what_nobody_confirmed_goes_after_seven_days(letter: ReleasePage) -> None:
    signed(letter, SignatureState.UNCONFIRMED)
    kept = signed(letter, SignatureState.SHOWN)
    forget_signatures(MORNING + datetime.timedelta(days=7))
    assert Signatory.objects.filter(state=SignatureState.UNCONFIRMED).exists()
    forget_signatures(MORNING + datetime.timedelta(days=7) + SECOND)
    assert not Signatory.objects.filter(state=SignatureState.UNCONFIRMED).exists()
    forget_signatures(MORNING + datetime.timedelta(days=366))
    kept.refresh_from_db()
    assert (kept.name, kept.email) == ("Idris Abu Rahal", "")
