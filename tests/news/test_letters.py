"""Open letters: who signs them, which words, until when, and that nobody sees what was not confirmed and looked at."""

import csv
import datetime
import io
import re
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from post_office import PostOffice
from wagtail.models import PageLogEntry

from news.choices import ReleaseKind, SignatureState
from news.factories import ReleasePageFactory, text_block
from news.letters.closing import closing_instant_of
from news.letters.duties import forget_signatures
from news.letters.mail import ask_to_confirm
from news.models import NewsIndexPage, ReleasePage, ReleaseSignatory, Signatory
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.public_forms.forms import CONSENT, HONEYPOT, SHOWN
from newsroom.base.public_forms.shown import shown_now
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import PersonFactory

pytestmark = pytest.mark.django_db
MORNING = datetime.datetime(2026, 12, 1, 9, 0, tzinfo=datetime.UTC)
#: The last day in Oslo ends an hour before it does in UTC.
END = datetime.datetime(2026, 12, 31, 23, 0, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def clock() -> Any:
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def letter(index: NewsIndexPage, clock: Any) -> ReleasePage:
    """A public letter with two who signed first, open to the end of the year in Oslo."""
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        title="Tell the river",
        kind=ReleaseKind.OPEN_LETTER,
        is_open_for_signature=True,
        signing_closes_on=datetime.date(2026, 12, 31),
        signing_zone="Europe/Oslo",
        live=False,
    )
    rows = [
        ReleaseSignatory(
            person=PersonFactory(name="Naima Belhadri"), role="Mayor", place="Tell Sirra", country="Sirrania"
        ),
        ReleaseSignatory(name="Shen Yulan", place="Qinghui", signed_on=datetime.date(2026, 11, 12)),
    ]
    for number, row in enumerate(rows):
        row.locale, row.sort_order = page.locale, number
    page.signatory_links = rows
    page.save()
    publish(page)
    return page


def typed(**answers: str) -> dict[str, str]:
    with time_machine.travel(datetime.datetime.now(datetime.UTC) - 10 * SECOND, tick=False):
        shown = shown_now()
    facts = {
        "kind": "person",
        "name": "Esi Amponsah-Reyl",
        "role": "Mayor",
        "place": "Lindmouth",
        "country": "Thelmark",
    }
    return {SHOWN: shown, HONEYPOT: "", CONSENT: "on", **facts, "email": "esi@lindmouth.example"} | answers


def sign(letter: ReleasePage, code: str = "en", **answers: str) -> Any:
    address = f"/{code}/letters/{letter.pk}/sign/"
    return Client(enforce_csrf_checks=True).post(address, typed(**answers))


def signed(letter: ReleasePage, state: SignatureState = SignatureState.SHOWN, **facts: Any) -> Signatory:
    edition = letter.editions.last()
    known = {"text_version": 1, "text_since": edition.issued_at, "signed_on": MORNING.date(), "sent_at": MORNING}
    known |= {"name": "Idris Abu Rahal", "country": "Sirrania", "language": "en", "email": "idris@example.org"}
    row: Signatory = Signatory.objects.create(
        letter_key=letter.translation_key, edition=edition, state=state, **known | facts
    )
    return row


def shown(letter: ReleasePage, query: str = "") -> str:
    return str(Client().get(f"{letter.url}{query}").content.decode())


def names_in(html: str) -> list[str]:
    return re.findall(r'<th role="rowheader" scope="row"><b><bdi>([^<]+)', html)


def browser(role: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=[role]))
    return client


def test_who_signed_first_is_data_with_a_day_and_the_words(letter: ReleasePage) -> None:
    first, second = Signatory.objects.order_by("rank")
    assert (first.name, first.role, first.country) == ("Naima Belhadri", "Mayor", "Sirrania")
    assert (first.signed_on, second.signed_on) == (MORNING.date(), datetime.date(2026, 11, 12))
    assert first.edition == second.edition == letter.editions.get()
    document = letter.editions.get().document
    assert [each.name for each in document.signatories] == ["Naima Belhadri", "Shen Yulan"]
    assert document.signatories[0].record.key == first_person(letter).translation_key


def first_person(letter: ReleasePage) -> Any:
    return letter.signatory_links.first().person


def test_a_release_without_signatories_says_nothing_of_them(index: NewsIndexPage) -> None:
    from newsroom.publication.editions.serialisation import document_to_json

    release = ReleasePageFactory(parent=index)
    assert "signatories" not in document_to_json(release.editions.get().document)


def test_a_signature_is_confirmed_looked_at_and_only_then_shown(letter: ReleasePage, post_office: PostOffice) -> None:
    assert sign(letter).status_code == 302
    assert ask_to_confirm.func(Signatory.objects.get(name__startswith="Esi").pk)
    assert "Esi" not in shown(letter) and "Thelmark" not in shown(letter)
    link = re.search(r"http://testserver(/\S+/letters/signature/\S+)", post_office.text_of_last())
    assert link
    assert "Esi" not in post_office.text_of_last()
    stranger = Client(enforce_csrf_checks=True)
    assert "Yes, I sign" in stranger.get(link[1]).content.decode()
    assert Signatory.objects.get(name__startswith="Esi").state == SignatureState.UNCONFIRMED
    stranger.post(link[1], {"confirm": "1"})
    row = Signatory.objects.get(name__startswith="Esi")
    assert row.state == SignatureState.WAITING and row.consent_text and row.consented_at
    assert "Esi" not in shown(letter)
    officer = browser(OFFICERS)
    officer.post(f"/admin/releases/{letter.pk}/signatories/", {"signature": row.pk, "decision": "approve"})
    html = shown(letter)
    assert "Esi Amponsah-Reyl" in names_in(html) and "esi@lindmouth" not in html
    stranger.post(link[1], {"withdraw": "1"})
    assert "Esi" not in shown(letter)
    row.refresh_from_db()
    assert (row.name, row.email, row.state) == ("", "", SignatureState.WITHDRAWN)


@pytest.mark.parametrize("state", [each for each in SignatureState if each != SignatureState.SHOWN])
def test_what_is_not_shown_stands_nowhere(letter: ReleasePage, state: SignatureState) -> None:
    signed(letter, state, name="Zanzara", place="Zanzara", country="Zanzara")
    for address in (letter.url, f"{letter.url}?name=zanzara", f"{letter.url}text/"):
        answer = Client().get(address).content.decode()
        assert "Zanzara" not in answer
    for part in ("signatories.csv", "feed/"):
        assert "Zanzara" not in Client().get(f"/en/letters/{letter.pk}/{part}").content.decode()


def test_nothing_of_a_letter_that_is_not_public_is_answered(letter: ReleasePage) -> None:
    take_off(letter, Manner.WITHDRAWN, {"en": "A mistake."}, UserFactory(roles=[OFFICERS]))
    assert not Signatory.objects.released()
    for part in ("signatories.csv", "feed/", "asked/"):
        assert Client().get(f"/en/letters/{letter.pk}/{part}").status_code == 404
    assert sign(letter).status_code == 404


@pytest.mark.parametrize(("before", "status"), [(SECOND, 302), (datetime.timedelta(), 409), (-SECOND, 409)])
def test_the_last_second_counts_and_nothing_typed_is_lost(
    letter: ReleasePage, clock: Any, before: datetime.timedelta, status: int
) -> None:
    clock.move_to(END - before)
    answer = sign(letter)
    assert answer.status_code == status
    assert Signatory.objects.filter(name__startswith="Esi").exists() == (status == 302)
    if status == 409:
        html = answer.content.decode()
        assert "Signing closed at the end of 31 December 2026 in Oslo." in html
        assert all(f'value="{word}"' in html for word in ("Esi Amponsah-Reyl", "Lindmouth", "esi@lindmouth.example"))
        assert 'id="sign"' not in shown(letter)


def test_an_end_that_passes_while_the_form_is_read_is_seen_in_the_transaction(
    letter: ReleasePage, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.move_to(END - SECOND)
    monkeypatch.setattr("news.letters.views.is_taken", lambda form, *rest: form.is_valid() and not clock.move_to(END))
    assert sign(letter).status_code == 409


def test_a_kept_page_ends_its_form_at_the_last_second(letter: ReleasePage, clock: Any, settings: Any) -> None:
    settings.NEWSROOM_PUBLIC_ANSWERS = {"wagtail_serve"}
    settings.NEWSROOM_ANSWERS_KEPT = 10
    clock.move_to(END - SECOND)
    assert 'id="sign"' in shown(letter)
    clock.move_to(END)
    assert 'id="sign"' not in shown(letter)


def test_a_form_that_is_wrong_says_so_at_its_field(letter: ReleasePage) -> None:
    answer = sign(letter, email="esi@amponsah")
    html = answer.content.decode()
    assert answer.status_code == 422 and 'id="sign_email-error"' in html and 'value="Lindmouth"' in html
    assert not answer.cookies
    assert sign(letter, **{HONEYPOT: "http://x.example"}).status_code == 422
    assert sign(letter, **{CONSENT: ""}).status_code == 422


def test_other_words_leave_earlier_signatures_bound_to_theirs(letter: ReleasePage, clock: Any) -> None:
    clock.shift(datetime.timedelta(days=2))
    letter.signatory_links.add(ReleaseSignatory(name="Tomás Arrebol", locale=letter.locale))
    publish(letter)
    assert {row.text_version for row in Signatory.objects.all()} == {1}
    assert Signatory.objects.get(name="Tomás Arrebol").signed_on == datetime.date(2026, 12, 3)
    assert "The text was changed" not in shown(letter)
    letter.body = [text_block("<p>In the hour in which the gate moves.</p>")]
    letter.save_revision()
    note = Note(ReleasePage.objects.get(pk=letter.pk), "Six hours", "The hour", "Agreed.")
    correct([note], CorrectionKind.FACTUAL, UserFactory(roles=[OFFICERS]))
    assert sign(letter).status_code == 302
    row = Signatory.objects.get(name__startswith="Esi")
    Signatory.objects.filter(pk=row.pk).update(state=SignatureState.SHOWN)
    assert (row.text_version, row.edition.number) == (2, 3)
    html = " ".join(shown(letter).split())
    assert "The text was changed on 3 December 2026." in html
    assert "3 signed the text of 1 December 2026, version 1." in html
    assert "1 has signed today’s text, version 2." in html
    earlier = Client().get(f"{letter.url}versions/1/").content.decode()
    assert "Naima Belhadri" in earlier and "Esi" not in earlier


def test_languages_share_signatures_and_each_says_its_own_names(letter: ReleasePage) -> None:
    french = letter.copy_for_translation(locale_of("fr"))
    french.title = "Prévenez la rivière"
    french.signatory_links.update(role="maire")
    row = french.signatory_links.first()
    row.role = "maire"
    french.signatory_links.add(row)
    french.save()
    publish(french)
    assert Signatory.objects.count() == 2
    assert sign(french, code="fr").status_code == 302
    row = Signatory.objects.get(name__startswith="Esi")
    assert (row.language, row.text_version, row.edition.release_id) == ("fr", 1, french.pk)
    Signatory.objects.filter(pk=row.pk).update(state=SignatureState.SHOWN)
    assert "Esi Amponsah-Reyl" in names_in(shown(letter))
    html = shown(french)
    assert len(names_in(html)) == 3 and "<bdi>maire</bdi>" in html


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
    assert len(names_in(shown(letter))) == 50
    assert len(names_in(shown(letter, "?page=2"))) == 12


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


def test_a_day_alone_belongs_to_the_letter_where_its_clocks_are() -> None:
    day = datetime.date(2026, 12, 31)
    assert closing_instant_of(day, None, "Europe/Oslo") == END
    assert closing_instant_of(day, datetime.time(12, 30), "Africa/Nairobi").hour == 9
    # At midnight the clocks of Beirut went forward.
    assert closing_instant_of(datetime.date(2025, 3, 29), None, "Asia/Beirut") == datetime.datetime(
        2025, 3, 29, 22, tzinfo=datetime.UTC
    )
