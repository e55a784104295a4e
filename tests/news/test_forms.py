"""Rules of the editor's form: a draft may be incomplete, a publication may not."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from desk import an_officer
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from release_form import release_form
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.factories import ReleasePageFactory
from news.models import Hashtag, NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of
from newsroom.base.models import User
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory, RoleFactory

NOW = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def written(newsroom: Any) -> dict[str, Any]:
    """What an officer typed: a complete press release."""
    return {
        "title": "Night buses meet the last ferry",
        "slug": "night-buses",
        "kind": "press-release",
        "dateline_place": "Mito Miwili",
        "subheadline": "",
        "summary": "",
        "body": streamfield([("text", rich_text("<p>Nobody is left on the landing.</p>"))]),
        "notes_to_editors": rich_text(""),
        "hashtags": "",
        "original_language": "",
        "organisation_links": inline_formset([{"organisation": OrganisationFactory().pk, "is_lead": "on"}]),
        "contact_links": inline_formset([{"contact": MediaContactFactory().pk}]),
        "boilerplate_links": inline_formset([]),
        "participant_links": inline_formset([]),
        "signatory_links": inline_formset([]),
        "attachments": inline_formset([]),
        "comments": inline_formset([]),
    }


def form_of(page: ReleasePage, written: dict[str, Any], *, is_draft: bool = False) -> Any:
    """The editor's form as it comes in."""
    form_class = ReleasePage.get_edit_handler().get_form_class()
    form = form_class(nested_form_data(written), instance=page, for_user=User(is_superuser=True))
    if is_draft:
        form.defer_required_fields()
    return form


def new_page(index: NewsIndexPage) -> ReleasePage:
    """A release somebody is about to write."""
    return ReleasePage(locale=index.locale)


def test_complete_release_is_accepted(index: NewsIndexPage, written: dict[str, Any]) -> None:
    form = form_of(new_page(index), written)
    assert form.is_valid(), form.errors


def test_press_release_needs_a_place_and_other_kinds_do_not(index: NewsIndexPage, written: dict[str, Any]) -> None:
    written["dateline_place"] = ""
    assert list(form_of(new_page(index), written).errors) == ["dateline_place"]
    written["kind"] = "statement"
    assert form_of(new_page(index), written).is_valid()


def test_text_organisation_and_contact_are_needed_to_publish(index: NewsIndexPage, written: dict[str, Any]) -> None:
    written |= {
        "body": streamfield([]),
        "organisation_links": inline_formset([]),
        "contact_links": inline_formset([]),
    }
    form = form_of(new_page(index), written)
    assert not form.is_valid()
    assert "body" in form.errors
    assert form.formsets["organisation_links"].non_form_errors()
    assert form.formsets["contact_links"].non_form_errors()


def test_draft_may_lack_all_of_that(index: NewsIndexPage, written: dict[str, Any]) -> None:
    written |= {
        "dateline_place": "",
        "body": streamfield([]),
        "organisation_links": inline_formset([]),
        "contact_links": inline_formset([]),
    }
    form = form_of(new_page(index), written, is_draft=True)
    assert form.is_valid(), form.errors


def test_draft_may_hold_the_empty_rows_the_editor_opens(index: NewsIndexPage, written: dict[str, Any]) -> None:
    written |= {
        "organisation_links": inline_formset([{"organisation": "", "is_lead": "on"}]),
        "contact_links": inline_formset([{"contact": ""}]),
    }
    form = form_of(new_page(index), written, is_draft=True)
    assert form.is_valid(), form.formsets["organisation_links"].errors
    to_publish = form_of(new_page(index), written)
    assert not to_publish.is_valid()
    assert to_publish.formsets["organisation_links"].non_form_errors()


def test_hashtag_may_be_typed_with_its_sign(index: NewsIndexPage, written: dict[str, Any]) -> None:
    Hashtag.objects.create(name="ShadeIsPublic")
    written["hashtags"] = "#ShadeIsPublic, #shadeispublic, TellTheRiver"
    form = form_of(new_page(index), written)
    assert form.is_valid(), form.errors
    page = form.save(commit=False)
    index.add_child(instance=page)
    assert sorted(tag.name for tag in page.hashtags.all()) == ["ShadeIsPublic", "TellTheRiver"]


def test_embargo_must_lie_ahead(index: NewsIndexPage, written: dict[str, Any]) -> None:
    with time_machine.travel(NOW, tick=False):
        written["embargoed_until"] = "2026-11-21 08:59"
        assert list(form_of(new_page(index), written, is_draft=True).errors) == ["embargoed_until"]
        written["embargoed_until"] = "2026-11-21 09:01"
        assert not form_of(new_page(index), written).errors


def test_public_release_takes_no_embargo(index: NewsIndexPage, written: dict[str, Any]) -> None:
    page = ReleasePageFactory(parent=index)
    written["embargoed_until"] = (timezone.now() + datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    assert "embargoed_until" in form_of(page, written).errors


def test_role_is_proposed_from_the_directory_for_the_day(index: NewsIndexPage, written: dict[str, Any]) -> None:
    speaker, council = PersonFactory(), OrganisationFactory()
    RoleFactory(person=speaker, title="Deputy Mayor", ended_on=datetime.date(2026, 12, 31))
    RoleFactory(person=speaker, title="Mayor", organisation=council, started_on=datetime.date(2027, 1, 1))
    quote = {"words": "We waited.", "speaker": str(speaker.pk), "role": "", "organisation": "", "language": ""}
    written["body"] = streamfield([("quote", quote)])
    with time_machine.travel(NOW, tick=False):
        now = form_of(new_page(index), written)
        written["embargoed_until"] = "2027-01-02 09:00"
        later = form_of(new_page(index), written)
        assert not now.errors and not later.errors
    assert now.cleaned_data["body"][0].value["role"] == "Deputy Mayor"
    assert later.cleaned_data["body"][0].value["role"] == "Mayor"
    assert later.cleaned_data["body"][0].value["organisation"] == council


def test_quote_needs_a_speaker_to_be_published(index: NewsIndexPage, written: dict[str, Any]) -> None:
    quote = {"words": "We waited.", "speaker": "", "role": "", "organisation": "", "language": ""}
    written["body"] = streamfield([("quote", quote)])
    assert "body" in form_of(new_page(index), written).errors


def test_the_date_of_first_issue_lies_in_the_past(index: NewsIndexPage, written: dict[str, Any]) -> None:
    form = form_of(new_page(index), written | {"first_issued_at": "2999-01-01 10:00"})
    assert "lies ahead" in form.errors["first_issued_at"][0]
    assert form_of(new_page(index), written | {"first_issued_at": "2020-07-14 09:00"}).is_valid()


def test_what_was_issued_long_ago_bears_no_embargo(index: NewsIndexPage, written: dict[str, Any]) -> None:
    dates = {"first_issued_at": "2020-01-01 10:00", "embargoed_until": "2999-01-01 10:00"}
    assert "cannot be under embargo" in form_of(new_page(index), written | dates).errors["first_issued_at"][0]


def test_the_date_of_first_issue_is_final_once_public(index: NewsIndexPage, written: dict[str, Any]) -> None:
    page = ReleasePageFactory(parent=index)
    form = form_of(page, written | {"slug": page.slug, "first_issued_at": "2020-01-01 10:00"})
    assert "on record" in form.errors["first_issued_at"][0]


def test_original_language_is_changed_while_there_is_one_language(
    index: NewsIndexPage, written: dict[str, Any]
) -> None:
    page = ReleasePageFactory(parent=index, original_language="en")
    form = form_of(page, written | {"original_language": "fr"}, is_draft=True)
    assert "original_language" not in form.errors
    page = ReleasePage.objects.get(pk=page.pk)
    page.copy_for_translation(locale_of("es"))
    form = form_of(page, written | {"original_language": "fr"}, is_draft=True)
    assert "Spanish" in form.errors["original_language"][0]
    for same in ("en", ""):
        page = ReleasePage.objects.get(pk=page.pk)
        assert "original_language" not in form_of(page, written | {"original_language": same}, is_draft=True).errors


@pytest.mark.parametrize("typed", ["nonsense", '"><script>', "7b1f4c0e"])
def test_block_that_comes_with_nonsense_for_an_id_gets_one(
    index: NewsIndexPage, written: dict[str, Any], typed: str
) -> None:
    data = nested_form_data(written) | {"body-0-id": typed}
    form_class = ReleasePage.get_edit_handler().get_form_class()
    form = form_class(data, instance=new_page(index), for_user=User(is_superuser=True))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["body"][0].id != typed


def test_headline_wraps_while_it_is_written_and_is_one_line(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    browser = browser_of(an_officer())
    typed = {"title": "Night buses\r\nmeet the last ferry", "subheadline": "In nine\nof eleven cities"}
    browser.post(address, release_form(page, **typed))
    stored = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (stored.title, stored.subheadline) == ("Night buses meet the last ferry", "In nine of eleven cities")
    assert re.search(r"<textarea[^>]*name=.title", browser.get(address).content.decode())
