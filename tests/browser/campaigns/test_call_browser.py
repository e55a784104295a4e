"""A city accepts an invitation with a file, in a real browser without scripts; an officer reads the answer and takes it
away."""

import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from press_officer import Officer

from campaigns.calls.factories import CallPageFactory
from campaigns.models import CallAnswer, CallFormField, CallIndexPage, CallPage
from newsroom.base.factories import publish
from newsroom.base.public_forms import forms, shown
from newsroom.home.models import HomePage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def call(newsroom: HomePage) -> CallPage:
    """An open call that asks for a signed paper."""
    made: CallPage = CallPageFactory(parent=CallIndexPage.objects.child_of(newsroom).get(), slug="benches", live=False)
    made.form_fields.add(CallFormField(label="Signed acceptance", field_type="file"))
    made.save()
    publish(made)
    return made


def test_a_city_accepts_with_a_file_and_an_officer_takes_it(
    call: CallPage, stranger: Page, officer: Officer, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (shown, forms):
        monkeypatch.setattr(module, "LEAST", datetime.timedelta())  # a program types faster than people
    stranger.goto(f"{server.url}/en/calls/benches/")
    stranger.get_by_label("City").fill("Karsund")
    stranger.get_by_label("E-mail").fill("mayor@karsund.example")
    paper = {"name": "karsund.pdf", "mimeType": "application/pdf", "buffer": b"<script>no paper</script>"}
    stranger.get_by_label("Signed acceptance").set_input_files(paper)  # type: ignore[arg-type]
    stranger.get_by_label("The Assembly keeps this answer").check()
    stranger.get_by_role("button", name="Send").click()
    expect(stranger.get_by_text("This file is not what its name says")).to_be_visible()
    expect(stranger.get_by_label("City")).to_have_value("Karsund")
    paper["buffer"] = b"%PDF-1.7 yes"
    stranger.get_by_label("Signed acceptance").set_input_files(paper)  # type: ignore[arg-type]
    stranger.get_by_role("button", name="Send").click()
    expect(stranger.get_by_role("heading", name="Thank you. Your answer has arrived.")).to_be_visible()
    expect(stranger.get_by_text("karsund.pdf")).to_be_visible()
    assert not stranger.context.cookies()

    officer.page.goto(f"{server.url}/admin/forms/submissions/{call.pk}/")
    expect(officer.page.get_by_role("cell", name="Karsund", exact=True)).to_be_visible()
    with officer.page.expect_download() as taken:
        officer.page.get_by_role("link", name="karsund.pdf").click()
    assert taken.value.path().read_bytes() == b"%PDF-1.7 yes"
    with officer.page.expect_download() as exported:
        officer.page.evaluate("location.search = '?export=csv'")
    assert "Karsund" in exported.value.path().read_text("utf-8-sig")

    stranger.get_by_role("button", name="Withdraw the answer").click()
    expect(stranger.get_by_role("heading", name="Your answer is withdrawn.")).to_be_visible()
    assert CallAnswer.objects.get().form_data == {}
