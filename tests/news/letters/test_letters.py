"""Open letters: who signs them, which words, until when, and that nobody sees what was not confirmed and looked at."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from letter_steps import END, MORNING, SECOND, browser, names_in, shown, sign, signed
from post_office import PostOffice
from release_form import release_form

from news.choices import ReleaseKind, SignatureState
from news.factories import ReleasePageFactory, text_block
from news.letters.mail import ask_to_confirm
from news.models import NewsIndexPage, ReleasePage, ReleaseSignatory, Signatory
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.public_forms.forms import CONSENT, HONEYPOT
from newsroom.home.roles import OFFICERS
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.deadlines.instants import closing_instant
from newsroom.publication.withdrawals.service import take_off

pytestmark = pytest.mark.django_db


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
    assert len(names_in(html)) == 3 and "maire</bdi>" in html


def test_a_day_alone_belongs_to_the_letter_where_its_clocks_are() -> None:
    day = datetime.date(2026, 12, 31)
    assert closing_instant(day, None, "Europe/Oslo") == END
    assert closing_instant(day, datetime.time(12, 30), "Africa/Nairobi").hour == 9
    # At midnight the clocks of Beirut went forward.
    assert closing_instant(datetime.date(2025, 3, 29), None, "Asia/Beirut") == datetime.datetime(
        2025, 3, 29, 22, tzinfo=datetime.UTC
    )


@pytest.mark.parametrize("held_until", [None, MORNING + SECOND])
def test_nothing_of_a_letter_before_its_hour(letter: ReleasePage, held_until: Any) -> None:
    later = ReleasePageFactory(
        parent=letter.get_parent(), kind=ReleaseKind.OPEN_LETTER, live=False, embargoed_until=held_until
    )
    later.is_open_for_signature, later.signing_closes_on = True, END.date()
    later.signatory_links.add(ReleaseSignatory(name="Zanzara", locale=later.locale))
    later.save()
    if held_until:
        publish(later)
    assert not Signatory.objects.filter(name="Zanzara")
    for part in ("signatories.csv", "feed/", "asked/"):
        assert Client().get(f"/en/letters/{later.pk}/{part}").status_code == 404
    assert sign(later).status_code == 404


def test_who_signs_needs_a_name_and_a_form_an_end(index: NewsIndexPage) -> None:
    officer = browser(OFFICERS)
    letter = ReleasePageFactory(parent=index, kind=ReleaseKind.OPEN_LETTER, live=False)
    letter.save_revision()
    form = release_form(letter, is_open_for_signature="on", kind=ReleaseKind.PRESS_RELEASE)
    html = officer.post(f"/admin/pages/{letter.pk}/edit/", form).content.decode()
    assert "Only an open letter is signed." in html and "Say until when others can sign." in html
    night = {"signing_closes_on": "2027-03-28", "signing_closes_time": "02:30", "signing_zone": "Europe/Oslo"}
    form = release_form(letter, is_open_for_signature="on", **night)
    assert "the clocks go forward over it" in officer.post(f"/admin/pages/{letter.pk}/edit/", form).content.decode()
