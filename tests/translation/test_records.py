"""Each record of the directory in three states: default, translated, untranslated."""

import datetime
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from desk import a_translator
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail_localize.models import StringTranslation, Translation, get_edit_url

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseBoilerplate, ReleasePage, ReleaseParticipant
from newsroom.base.factories import locale_of, publish
from newsroom.translation.models import RecordSignature
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from organisations.models import Organisation, Person

Submit = Callable[..., Translation]
Write = Callable[..., None]
PutOut = Callable[[Translation], Any]
Named = tuple[Any, str, ReleasePage]


class Languages(HTMLParser):
    """Collects each text of a page with the language and direction it is marked with."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, tuple[str, str]]] = [("", ("", ""))]
        self.texts: list[tuple[str, tuple[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values, outer = dict(attrs), self.open[-1][1]
        self.open.append((tag, (values.get("lang") or outer[0], values.get("dir") or outer[1])))

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1][0] != tag:
            self.open.pop()
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append((data.strip(), self.open[-1][1]))


def marks_of(reader: Client, address: str, words: str) -> set[tuple[str, str]]:
    """The languages and directions under which a page shows a text."""
    return {marks for text, marks in Languages(reader.get(address).content.decode()).texts if text == words}


RECORDS = {
    "organisation": (lambda: OrganisationFactory(name="Joint Office", slug="joint-office"), "Joint Office"),
    "boilerplate": (lambda: BoilerplateFactory(text="<p>The office measures heat.</p>"), "The office measures heat."),
    "person": (lambda: PersonFactory(name="Wairimu Tendeka"), "Wairimu Tendeka"),
    "contact": (lambda: MediaContactFactory(name="Halima Okoth"), "Halima Okoth"),
}


@pytest.fixture(params=RECORDS)
def named(request: pytest.FixtureRequest, index: NewsIndexPage) -> Named:
    """A record that a public release names, the words that show it, and the release in Arabic, yet to be published."""
    make, words = RECORDS[request.param]
    record = make()
    chosen = {request.param: record} if request.param in ("organisation", "contact") else {}
    page = ReleasePageFactory(parent=index, slug="count-shade", live=False, **chosen)
    if request.param == "boilerplate":
        page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=record))
    if request.param == "person":
        page.participant_links.add(ReleaseParticipant(person=record, locale=page.locale))
    page.save()
    publish(page)
    return record, words, page.copy_for_translation(locale_of("ar"))


def test_record_in_the_language_of_the_page_needs_no_mark(named: Named, reader: Client) -> None:
    assert marks_of(reader, "/en/news/count-shade/", named[1]) == {("en", "ltr")}


def test_untranslated_record_is_shown_in_its_original_and_marked(named: Named, reader: Client) -> None:
    publish(named[2])
    assert marks_of(reader, "/ar/news/count-shade/", named[1]) == {("en", "ltr")}


def test_translated_record_takes_the_place_of_its_original(
    named: Named, reader: Client, submit: Submit, write: Write, put_out: PutOut
) -> None:
    record, words, arabic = named
    translation = submit(record, "ar")
    write(translation, "AR")
    put_out(translation)
    publish(arabic)
    assert marks_of(reader, "/ar/news/count-shade/", f"AR {words}") == {("ar", "rtl")}
    assert not marks_of(reader, "/ar/news/count-shade/", words)
    assert marks_of(reader, "/en/news/count-shade/", words) == {("en", "ltr")}


def test_submitted_boilerplate_is_a_draft_that_no_reader_sees(
    index: NewsIndexPage, reader: Client, submit: Submit
) -> None:
    record = BoilerplateFactory(text="<p>The office measures heat.</p>")
    page = ReleasePageFactory(parent=index, organisation=record.organisation, slug="count-shade", live=False)
    page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=record))
    page.save()
    publish(page)
    publish(page.copy_for_translation(locale_of("ar")))
    draft = submit(record, "ar").get_target_instance()
    assert record.live and not draft.live
    draft.text = "<p>Words that nobody has read yet.</p>"
    draft.save()
    for address in ("/ar/news/count-shade/", f"/ar/organisations/{record.organisation.slug}/"):
        assert marks_of(reader, address, "The office measures heat.") == {("en", "ltr")}
        assert not marks_of(reader, address, "Words that nobody has read yet.")


def sign(browser: Client, translation: Translation, **answers: str) -> int:
    """Press the button that signs a record."""
    status: int = browser.post(reverse("sign_record", args=[translation.pk]), answers).status_code
    return status


def test_translation_that_nobody_signed_is_kept_from_readers(
    named: Named, reader: Client, submit: Submit, write: Write
) -> None:
    """Submitted, filled with words, published by wagtail-localize's own way: readers get the original."""
    record, words, arabic = named
    publish(arabic)
    translation = submit(record, "ar")
    write(translation, "AR")
    translation.save_target(publish=True)
    assert marks_of(reader, "/ar/news/count-shade/", words) == {("en", "ltr")}
    assert not marks_of(reader, "/ar/news/count-shade/", f"AR {words}")
    publish(arabic)
    assert marks_of(reader, "/ar/news/count-shade/", words) == {("en", "ltr")}


def test_signature_shows_it_to_readers(
    named: Named, reader: Client, submit: Submit, write: Write, django_capture_on_commit_callbacks: Any
) -> None:
    record, words, arabic = named
    translation = submit(record, "ar")
    browser, reason = browser_of(a_translator("ar")), "The same words after a mark."
    assert sign(browser, translation) == sign(browser, translation, reason=reason) == 422
    write(translation, "AR")
    with django_capture_on_commit_callbacks(execute=True):
        assert sign(browser, translation, reason=reason) == 302
    publish(arabic)
    assert marks_of(reader, "/ar/news/count-shade/", f"AR {words}") == {("ar", "rtl")}
    signature = RecordSignature.objects.get()
    assert signature.signed_by and signature.signed_at


def test_release_that_names_an_unsigned_translation_shows_its_original(
    index: NewsIndexPage, reader: Client, submit: Submit
) -> None:
    desk = OrganisationFactory(name="Joint Office", slug="joint-office")
    copied = submit(desk, "ar").get_target_instance()
    Organisation.objects.filter(pk=copied.pk).update(name="Nobody has read this")
    page = ReleasePageFactory(parent=index, slug="count-shade", organisation=Organisation.objects.get(pk=copied.pk))
    publish(page.copy_for_translation(locale_of("ar")))
    for address in ("/ar/news/count-shade/", "/ar/organisations/", "/ar/organisations/joint-office/"):
        assert marks_of(reader, address, "Joint Office") == {("en", "ltr")}, address
        assert "Nobody has read this" not in reader.get(address).content.decode()
    assert "Nobody has read this" not in reader.get("/ar/search/?q=Nobody&language=all").content.decode()


def test_other_words_than_the_signed_ones_are_kept_from_readers(
    named: Named, reader: Client, submit: Submit, write: Write, put_out: PutOut
) -> None:
    record, _words, arabic = named
    translation = submit(record, "ar")
    write(translation, "AR")
    put_out(translation)
    publish(arabic)
    StringTranslation.objects.filter(context__object_id=record.translation_key).update(data="Other words")
    translation.save_target(publish=True)
    assert not marks_of(reader, "/ar/news/count-shade/", "Other words")


def test_machine_is_not_signed_unchecked(submit: Submit, write: Write, db: None) -> None:
    translation = submit(PersonFactory(name="Wairimu Tendeka"), "ar")
    write(translation, "AR")
    StringTranslation.objects.update(translation_type="machine")
    browser = browser_of(a_translator("ar"))
    assert sign(browser, translation, reason="In a hurry.") == 422
    assert sign(browser, translation, has_checked_machine="on") == 302
    assert Person.objects.get(locale__language_code="ar").is_signed


def test_publish_of_localizes_editor_leads_to_the_signature(submit: Submit, write: Write, newsroom: Any) -> None:
    translation = submit(PersonFactory(name="Wairimu Tendeka"), "ar")
    write(translation, "AR")
    edit = get_edit_url(translation.get_target_instance())
    browser = browser_of(a_translator("ar"))
    assert "Review and sign off" in browser.get(edit).content.decode()
    answer = browser.post(edit, {"action": "publish"}, follow=True)
    assert "Readers get the original until this is signed off." in answer.content.decode()
    assert not Person.objects.get(locale__language_code="ar").is_signed


def test_translator_of_another_language_does_not_sign(submit: Submit, newsroom: Any) -> None:
    translation = submit(PersonFactory(name="Wairimu Tendeka"), "ar")
    assert sign(browser_of(a_translator("fr")), translation) in (302, 403)
    assert not RecordSignature.objects.exists()


def test_record_written_by_hand_needs_no_signature(newsroom: Any) -> None:
    french = PersonFactory(name="Wairimu Tendeka").copy_for_translation(locale_of("fr"))
    french.save()
    assert french.is_signed


def test_translated_person_keeps_roles_days_and_address(
    db: None, submit: Submit, write: Write, put_out: PutOut
) -> None:
    person, council = PersonFactory(name="Wairimu Tendeka"), OrganisationFactory()
    day = datetime.date(2024, 5, 1)
    role = RoleFactory(person=person, title="Mayor", organisation=council, started_on=day)
    translation = submit(person)
    write(translation)
    french = put_out(translation)
    assert (french.name, french.slug) == ("FR Wairimu Tendeka", person.slug)
    translated = french.roles.get()
    assert (translated.title, translated.started_on, translated.organisation) == ("FR Mayor", day, council)
    assert (translated.translation_key, translated.locale) == (role.translation_key, french.locale)


def test_translated_contact_follows_the_telephone_and_hours_of_its_original(
    db: None, submit: Submit, write: Write, put_out: PutOut
) -> None:
    contact = MediaContactFactory(
        name="Press desk", role="Night desk", opens_at=datetime.time(9), closes_at=datetime.time(17)
    )
    translation = submit(contact)
    write(translation)
    assert put_out(translation).phone == contact.phone
    contact.phone, contact.opens_at, contact.email = "+999 20 555 0199", datetime.time(7), "new@confluent.example"
    contact.save()
    translation.source.update_from_db()
    french = put_out(translation)
    assert (french.name, french.role) == ("FR Press desk", "FR Night desk")
    assert (french.phone, french.opens_at, french.email) == (contact.phone, contact.opens_at, contact.email)
