"""The steps by which somebody signs an open letter, and what readers see of it."""

import datetime
import re
from typing import Any

import time_machine
from django.test import Client

from news.choices import SignatureState
from news.models import ReleasePage, Signatory
from newsroom.base.factories import UserFactory
from newsroom.base.public_forms.forms import CONSENT, HONEYPOT, SHOWN
from newsroom.base.public_forms.shown import shown_now

MORNING = datetime.datetime(2026, 12, 1, 9, 0, tzinfo=datetime.UTC)
#: The last day in Oslo ends an hour before it does in UTC.
END = datetime.datetime(2026, 12, 31, 23, 0, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


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
    return re.findall(r'<th role="rowheader" scope="row"><b><bdi[^>]*>([^<]+)', html)


def browser(role: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=[role]))
    return client
