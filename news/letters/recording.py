"""What happens to signatures: the first are written down with the letter, others confirmed, decided on, withdrawn."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core import signing
from django.db import transaction
from django.utils import timezone, translation

from news.choices import ReleaseKind, SignatoryKind, SignatureState
from news.letters.closing import signing_end, takes_signatures
from news.letters.texts import text_signed, texts_of_letter
from news.models.signatory import Signatory, findable_words
from newsroom.publication.editions.issuing import last_edition
from newsroom.publication.embargoes.instants import UTC
from newsroom.publication.models.life import Life

if TYPE_CHECKING:
    from news.editions.document import DocumentSignatory
    from news.letters.signing_form import SigningForm
    from news.models.release import ReleasePage

SALT = "news.letters.signatory"
#: Of which day the text is that signatories agree to.
CONSENT_OF = datetime.date(2026, 11, 28)
NOTHING = {"name": "", "role": "", "place": "", "country": "", "email": "", "search_key": "", "consent_text": ""}


class TooLateError(Exception):
    """A letter takes no signature any more, or none yet."""


def record_first_signatories(release: "ReleasePage") -> None:
    """Write down who signs a letter from the start, as its original names them; called as its edition is issued.

    Whoever was there already keeps the day and the text of their signature.
    """
    if release.kind != ReleaseKind.OPEN_LETTER or not release.is_original:
        return
    edition = last_edition(release)
    text = text_signed(edition, texts_of_letter(release))
    first = edition.document.signatories
    known = {row.first_key: row for row in signatures_from_the_start(release.translation_key)}
    for key in known.keys() - {each.key for each in first}:
        known[key].delete()
    for rank, each in enumerate(first):
        row = known.get(each.key) or Signatory(
            first_key=each.key,
            letter_key=release.translation_key,
            edition=edition,
            text_version=text.number,
            text_since=text.since,
            state=SignatureState.SHOWN,
        )
        row.rank, row.signed_on = rank, each.signed_on or day_of_letter(release, row, edition.issued_at)
        for name, value in facts_of(each).items():
            setattr(row, name, value)
        row.save()


def signatures_from_the_start(letter_key: UUID) -> Iterable[Signatory]:
    """The rows of those whom officers list."""
    return Signatory.objects.under(letter_key).filter(first_key__isnull=False)


def day_of_letter(release: "ReleasePage", row: Signatory, issued_at: datetime.datetime) -> datetime.date:
    """The day of a signature of which nobody said when it was given: of the letter, or on which it was added."""
    if row.pk:
        return row.signed_on
    first = release.editions.count() == 1 and release.released_at
    return day_at_letter(release, first or issued_at)


def facts_of(signatory: "DocumentSignatory") -> dict[str, Any]:
    """What a row says of somebody who signed first."""
    kind = SignatoryKind.ORGANISATION if signatory.is_organisation else SignatoryKind.PERSON
    names = ("name", "language", "role", "place", "country")
    return {name: getattr(signatory, name) for name in names} | {"kind": kind}


def day_at_letter(release: "ReleasePage", instant: datetime.datetime) -> datetime.date:
    """Which day an instant is where the letter is."""
    return instant.astimezone(ZoneInfo(release.signing_zone or UTC)).date()


def take_signature(release: "ReleasePage", form: "SigningForm") -> Signatory:
    """Store a signature that waits to be confirmed, bound to the words that are public. Raises TooLateError.

    The clock is asked inside the transaction: what has not arrived before the closing second is not taken.
    """
    with transaction.atomic():
        Life.objects.select_for_update().get(pk=release.life_id)
        letter = type(release).objects.released().filter(pk=release.pk).select_related("locale", "life").first()
        now = timezone.now()
        if letter is None or not takes_signatures(signing_end(letter), now):
            raise TooLateError
        edition = last_edition(letter)
        text = text_signed(edition, texts_of_letter(letter))
        signature: Signatory = Signatory.objects.create(
            **form.answers,
            letter_key=letter.translation_key,
            edition=edition,
            text_version=text.number,
            text_since=text.since,
            language=letter.locale.language_code,
            signed_on=day_at_letter(letter, now),
            sent_at=now,
            consent_text=form.consent_words,
            consent_text_of=CONSENT_OF,
            consented_at=now.replace(microsecond=0),
        )
    return signature


def confirm_signature(signature: Signatory) -> bool:
    """Note that a signature was confirmed from its mailbox; False where the same was confirmed from there before.

    One that was sent in time may be confirmed later.
    """
    with transaction.atomic():
        row = Signatory.objects.select_for_update().get(pk=signature.pk)
        if row.state != SignatureState.UNCONFIRMED:
            return True
        doubles = Signatory.objects.under(row.letter_key).filter(email__iexact=row.email).exclude(pk=row.pk)
        standing = doubles.filter(state__in=(SignatureState.WAITING, SignatureState.SHOWN))
        if any(findable_words(each.name) == findable_words(row.name) for each in standing):
            row.delete()
            return False
        row.state, row.confirmed_at = SignatureState.WAITING, timezone.now()
        row.save()
    return True


def withdraw_signature(signature: Signatory) -> None:
    """Forget who signed; that there was a signature stays."""
    Signatory.objects.filter(pk=signature.pk).update(state=SignatureState.WITHDRAWN, name_key=b"", **NOTHING)


def decide_on(signatures: Any, state: SignatureState) -> int:
    """Show or refuse signatures that were confirmed; returns how many."""
    confirmed = (SignatureState.WAITING, SignatureState.SHOWN, SignatureState.REFUSED)
    changing = signatures.filter(state__in=confirmed, first_key=None).exclude(state=state)
    changed: int = changing.update(state=state, decided_at=timezone.now())
    return changed


def token_of_signature(signature: Signatory) -> str:
    """What stands in the address at which somebody confirms or withdraws; nobody else can make it."""
    return signing.dumps(str(signature.uid), salt=SALT)


def signature_of_token(token: str) -> Signatory | None:
    """The signature whose address somebody has; None where it is none of ours, or deleted."""
    try:
        uid = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    found: Signatory | None = Signatory.objects.filter(uid=uid).select_related("edition__release__locale").first()
    return found


def consent_in(code: str) -> str:
    """The words that signatories agree to, in a language."""
    with translation.override(code):
        return translation.gettext(
            "My name, role, place and the date may be shown with the letter for as long as it is public. I can have "
            "them removed at any time."
        )
