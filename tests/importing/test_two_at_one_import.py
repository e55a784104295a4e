"""Two people at one import: one draft, and nothing that one of them decided is undone by the other."""

from typing import Any

import pytest
from desk import an_officer
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import browser_of
from word_files import paragraph, word_file

from importing.models import ImportedFile, ImportState
from importing.review.service import ImportChangedError, make_draft, save_decisions
from news.models import NewsIndexPage, ReleasePage

TEXT = (
    "Towns light their piers",
    "The towns lit the piers of the river. They counted those who waited.",
    "The lamps stay until spring.",
    "“We count the lamps,” said Wairimu Tendeka, harbour master.",
    "The last ferry leaves at nine.",
)


@pytest.fixture
def halima(index: NewsIndexPage) -> Client:
    return browser_of(an_officer(username="halima", first_name="Halima", last_name="<b>Okoth</b>"))


@pytest.fixture
def second(halima: Client) -> Client:
    browser = browser_of(an_officer(username="second", first_name="Bruno", last_name="Aldana"))
    content = word_file("".join(paragraph(each) for each in TEXT))
    halima.post(reverse("imports"), {"files": SimpleUploadedFile("piers.docx", content)})
    return browser


def the_import() -> ImportedFile:
    return ImportedFile.objects.get()


def address() -> str:
    return reverse("import_review", args=[the_import().pk])


def opened(browser: Client) -> dict[str, str]:
    """What the form of the review holds as somebody opens it."""
    shown = browser.get(address()).context
    data = {"seen": shown["seen"]} | {f"part-{row.number}": row.part.value for row in shown["rows"]}
    data |= {f"{row.number}-{each.name}": each.value for row in shown["rows"] for each in row.fields}
    return data | {each.html_name: str(each.value() or "") for each in shown["form"] if each.name != "embargo"}


def sent(browser: Client, form: dict[str, str], **changes: str) -> Any:
    return browser.post(address(), form | {"action": "save"} | changes, follow=True)


def test_the_second_who_makes_the_draft_is_led_to_the_first(halima: Client, second: Client) -> None:
    ours, theirs = opened(halima), opened(second)
    sent(halima, ours, action="draft")
    page = ReleasePage.objects.get()
    html = sent(second, theirs, action="draft").content.decode()
    assert ReleasePage.objects.count() == 1
    said = html[html.index("A draft was made of this file meanwhile") :]
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in said[:300] and page.title in said[:300]


def test_a_draft_is_made_once_of_what_two_requests_read_at_once(halima: Client, second: Client) -> None:
    first, other = the_import(), the_import()
    stored = make_draft(first, None)
    with pytest.raises(ImportChangedError):
        make_draft(other, None)
    assert list(ReleasePage.objects.all()) == [stored.page] and the_import().page_id == stored.page.pk


def test_what_two_requests_read_at_once_is_saved_once(halima: Client, second: Client) -> None:
    first, other = the_import(), the_import()
    version = first.version
    first.values, other.values = {"date": "2031-11-27"}, {"date": "2031-11-28"}
    save_decisions(first, version, None)
    with pytest.raises(ImportChangedError):
        save_decisions(other, version, None)
    assert the_import().values == {"date": "2031-11-27"}


def test_nobody_makes_a_draft_of_what_was_given_up(halima: Client, second: Client) -> None:
    theirs = opened(second)
    sent(halima, opened(halima), action="leave")
    html = sent(second, theirs, action="draft").content.decode()
    assert "This import was given up meanwhile" in html and "Take it up again" in html
    assert "given up meanwhile" in sent(second, opened(second), action="draft").content.decode()
    with pytest.raises(ImportChangedError):
        make_draft(the_import(), None)
    assert not ReleasePage.objects.exists() and the_import().state == ImportState.GIVEN_UP


def test_a_late_save_undoes_nothing_and_is_listed(halima: Client, second: Client) -> None:
    theirs = opened(second)
    sent(halima, opened(halima), **{"part-4": "dropped"})
    answer = sent(second, theirs, **{"part-2": "heading", "value-date": "2031-11-27"})
    html = answer.content.decode()
    assert "Halima &lt;b&gt;Okoth&lt;/b&gt; changed this import meanwhile" in html
    assert [each["paragraph"] for each in the_import().assignments] == [4] and the_import().values == {}
    assert [(each.label, each.value) for each in answer.context["unsaved"]] == [
        ("Paragraph 3, “The lamps stay until spring.”", "Heading"),
        ("Day", "2031-11-27"),
    ]
    assert "What you changed and was not saved" in html and answer.context["rows"][4].part == "dropped"
    sent(second, opened(second), **{"part-2": "heading"})
    assert [each["paragraph"] for each in the_import().assignments] == [2, 4]


def test_after_two_paragraphs_were_joined_the_numbers_of_another_page_hit_none(halima: Client, second: Client) -> None:
    sent(halima, opened(halima), **{"part-3": "quote"})
    sent(halima, opened(halima), **{"3-speaker": "Somebody Else"})
    theirs = opened(second)
    sent(halima, opened(halima), action="join-1")
    kept = the_import().assignments
    html = sent(second, theirs, **{"3-role": "harbour master of Lindmouth"}).content.decode()
    assert the_import().assignments == kept
    assert "Somebody Else" in str(kept) and "harbour master of Lindmouth" in html


def test_a_page_that_does_not_say_what_it_showed_saves_nothing(halima: Client, second: Client) -> None:
    for seen in ("", "nonsense", "a:b:c"):
        answer = second.post(address(), {"seen": seen, "part-2": "heading", "action": "draft"}, follow=True)
        assert "This import was changed meanwhile" in answer.content.decode()
        assert [each.value for each in answer.context["unsaved"]] == ["Heading"]
    assert the_import().assignments == [] and not ReleasePage.objects.exists()


def test_whoever_has_two_windows_hears_that_it_was_they(halima: Client, second: Client) -> None:
    earlier = opened(halima)
    sent(halima, opened(halima), **{"part-4": "dropped"})
    assert "You changed this import meanwhile" in sent(halima, earlier, action="join-1").content.decode()
    assert len(the_import().edits) == 0


def test_what_was_decided_is_there_when_it_is_taken_up_again(halima: Client, second: Client) -> None:
    sent(halima, opened(halima), **{"part-3": "quote"})
    sent(halima, opened(halima), **{"3-speaker": "Somebody Else"})
    kept = the_import().assignments
    sent(halima, opened(halima), action="leave")
    second.post(address(), {"seen": second.get(address()).context["seen"], "action": "resume"})
    assert "Somebody Else" in str(kept) and the_import().assignments == kept
    assert the_import().state == ImportState.WAITING


def test_who_saves_what_stands_hinders_nobody(halima: Client, second: Client) -> None:
    theirs = opened(second)
    sent(halima, opened(halima))
    sent(second, theirs, **{"part-2": "heading"})
    assert [each["paragraph"] for each in the_import().assignments] == [2]
