"""What nobody should type into the form of a letter, or send to the page of its signatures."""

import pytest
from letter_steps import MORNING, browser, sign, signed

from news.choices import SignatureState
from news.models import ReleasePage, Signatory
from newsroom.home.roles import OFFICERS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *(("name", text) for text in ("", "\u200b\u2060", "\x00", "x" * 201)),
        *(("email", text) for text in ("javascript:alert(1)", "nobody", "a@b.example\nBcc: c@d.example", "x" * 300)),
        *(("kind", text) for text in ("nobody", "9" * 5_000)),
        *(("place", text) for text in (" ", "x" * 201)),
        ("country", ""),
    ],
)
def test_what_cannot_be_a_signature_is_refused_at_its_field(letter: ReleasePage, field: str, typed: str) -> None:
    answer = sign(letter, **{field: typed})
    assert answer.status_code == 422
    assert list(answer.context["letter"].form.errors) == [field]
    assert 'value="Esi Amponsah-Reyl"' in answer.content.decode() or field == "name"
    assert Signatory.objects.filter(first_key=None).count() == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202eEsi\u202c Reyl", "Esi Reyl"),
        ("Esi\x00 Reyl", "Esi Reyl"),
        ("Esi\n\tReyl", "Esi Reyl"),
        ("😀 Reyl", "😀 Reyl"),
        ("<b>Reyl</b>", "<b>Reyl</b>"),
    ],
)
def test_a_name_is_kept_as_it_is_seen(letter: ReleasePage, typed: str, kept: str) -> None:
    assert sign(letter, name=typed).status_code == 302
    assert Signatory.objects.get(first_key=None).name == kept


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5_000, "-1", "²", "٣", "\x00", "1; DROP"])
def test_numbers_of_no_signature_change_none(letter: ReleasePage, number: str) -> None:
    row = signed(letter, SignatureState.WAITING, confirmed_at=MORNING)
    form = {"decision": "approve", "signature": [number]}
    answer = browser(OFFICERS).post(f"/admin/releases/{letter.pk}/signatories/", form)
    assert answer.status_code == 302 and Signatory.objects.get(pk=row.pk).state == SignatureState.WAITING
