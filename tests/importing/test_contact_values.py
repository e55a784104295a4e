"""Addresses and numbers of contacts in the review: read as what they are, with what is wrong beside them."""

from typing import Any

import pytest
from desk import an_officer
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import browser_of

from importing import Proposal
from importing.models import ImportedFile
from importing.reachable import country_of_document, with_written_contacts
from news.models import ReleasePage
from newsroom.home.models import HomePage
from organisations.models import MediaContact

RELEASE = (
    "Towns light their piers\n\nNairobi, 26 November 2031 – The towns lit the piers of the river on Monday.\n\n"
    "The lamps stay until spring.\n\nMedia contact:\n\n"
    "Tamsin Okello, River Desk, tamsin.okello@River.Example, 020 555 0142\n"
)


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    return browser_of(an_officer())


def bring(browser: Client, text: str = RELEASE) -> str:
    """Upload a document; the text of the review."""
    sent = {"files": SimpleUploadedFile("release.txt", text.encode())}
    return browser.post(reverse("imports"), sent, follow=True).content.decode()


def address() -> str:
    return reverse("import_review", args=[ImportedFile.objects.get().pk])


def contact_row(browser: Client) -> Any:
    return next(row for row in browser.get(address()).context["rows"] if row.reached is not None)


def sent_with(browser: Client, action: str = "save", **values: str) -> Any:
    """Send the fields of the first contact as they are shown, with other values."""
    shown = browser.get(address()).context
    row = next(row for row in shown["rows"] if row.reached is not None)
    data = {"seen": shown["seen"], "action": action, f"part-{row.number}": values.pop("part", "contact")}
    data |= {f"{row.number}-{each.name}": each.value for each in row.fields}
    data |= {each.html_name: each.value() for each in row.reached}
    return browser.post(address(), data | {f"{row.number}-{name}": v for name, v in values.items()}, follow=True)


def decided() -> list[Any]:
    assignments: list[Any] = ImportedFile.objects.get().assignments
    return assignments


def test_a_number_is_written_with_the_country_of_the_place_of_issue(officer: Client) -> None:
    html = bring(officer)
    assert 'value="+254 20 5550142"' in html and 'value="tamsin.okello@river.example"' in html
    sent_with(officer)
    assert decided() == []
    sent_with(officer, action="draft")
    contact = MediaContact.objects.get(email="tamsin.okello@river.example")
    assert contact.phone == "+254 20 5550142"


def test_what_is_typed_is_read_in_any_form(officer: Client) -> None:
    bring(officer)
    sent_with(officer, email=" mailto:Night.Desk@RIVER.example ", phone="٠٢٠ ٥٥٥ ٠١٩٩")
    assert decided()[0]["values"]["email"] == "Night.Desk@river.example"
    assert decided()[0]["values"]["phone"] == "+254 20 5550199"
    sent_with(officer, phone="+44 (0)20 7946 0123 ext. 4")
    assert contact_row(officer).reached["phone"].value() == "+44 20 7946 0123 x4"


def test_what_cannot_be_read_stays_as_it_was_typed_and_the_rest_is_kept(officer: Client) -> None:
    bring(officer)
    response = sent_with(officer, action="draft", name="Tamsin O. Okello", email="nobody at all", phone="12")
    html = response.content.decode()
    assert not response.redirect_chain and not ReleasePage.objects.exists()
    assert "“nobody at all” is no e-mail address." in html and 'value="nobody at all"' in html
    assert "“12” is no telephone number." in html and html.count('aria-invalid="true"') == 2
    values = decided()[0]["values"]
    assert values["name"] == "Tamsin O. Okello"
    assert (values["email"], values["phone"]) == ("tamsin.okello@river.example", "+254 20 5550142")
    sent_with(officer, action="draft", email="okello@river.example", phone="")
    contact = MediaContact.objects.get(name="Tamsin O. Okello")
    assert (contact.email, contact.phone) == ("okello@river.example", "")


def test_what_cannot_be_read_is_said_before_somebody_goes_on_later(officer: Client) -> None:
    bring(officer)
    answer = sent_with(officer, action="later", phone="12")
    assert answer.request["PATH_INFO"] == address()
    assert "“12” is no telephone number" in answer.content.decode()
    assert sent_with(officer, action="later").request["PATH_INFO"] == reverse("imports")


def test_a_paragraph_that_is_no_contact_any_more_is_asked_for_nothing(officer: Client) -> None:
    bring(officer)
    response = sent_with(officer, part="paragraph", email="nobody at all")
    assert response.redirect_chain and "is no e-mail" not in response.content.decode()


def test_a_number_that_nobody_changed_stays_where_no_country_is_told(officer: Client) -> None:
    bring(officer, RELEASE.replace("Nairobi", "Karsund"))
    assert contact_row(officer).reached["phone"].value() == "020 555 0142"
    assert sent_with(officer, name="T. Okello").redirect_chain
    response = sent_with(officer, phone="020 555 0143")
    assert "Write it with the country code" in response.content.decode()
    assert sent_with(officer, phone="+254 20 555 0143").redirect_chain
    assert decided()[0]["values"]["phone"] == "+254 20 5550143"


def test_what_came_too_late_is_listed(officer: Client) -> None:
    bring(officer)
    row, shown = contact_row(officer), officer.get(address()).context["seen"]
    sent_with(officer, name="Somebody Else")
    data = {"seen": shown, f"{row.number}-phone": "+44 20 7946 0123"}
    html = officer.post(address(), data, follow=True).content.decode()
    assert "+44 20 7946 0123" in html


def test_the_other_numbers_tell_the_country_where_the_place_does_not(parse_text: Any) -> None:
    two = RELEASE.replace("Nairobi", "Karsund") + "Piet Lavelle, River Desk, piet@river.example, +254 20 555 0177\n"
    proposal: Proposal = parse_text(two)
    assert country_of_document(proposal) == "KE"
    written = with_written_contacts(proposal, "KE").contacts
    assert [each.phone for each in written] == ["+254 20 5550142", "+254 20 5550177"]
    three = parse_text(two + "Liv Sandoval, River Desk, liv@river.example, +44 20 7946 0123\n")
    assert country_of_document(three) == ""
