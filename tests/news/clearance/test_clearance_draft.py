"""What comes of a clearance in the draft, when it is void, and the officer's page."""

import re
from typing import Any

import pytest
from clearing import OTHER, WORDS, ask, edit, link_in, press, screen
from django.test import Client
from django.utils import timezone
from post_office import PostOffice
from wagtail.models import Comment, PageLogEntry
from wagtail_localize.models import StringTranslation

from news.factories import ReleasePageFactory, text_block
from news.models import ClearanceEvent, NewsIndexPage, QuoteApproval, QuoteClearance, ReleasePage
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.models import User

# Other words


def test_proposal_comes_back_beside_the_quote(
    desk: Client, officer: User, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER, comment="Shade, not light.")
    comment = Comment.objects.get()
    assert (comment.contentpath, comment.user) == (f"body.{draft.body[1].id}.words", officer)
    assert comment.has_valid_contentpath(draft.get_latest_revision_as_object())
    for expected in ("Amina Said", OTHER, "Shade, not light."):
        assert expected in comment.text
    assert "Shade, not light." in desk.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    assert "Amina Said proposed other words" in screen(desk, draft)


@pytest.mark.parametrize(
    ("words", "comment", "field"),
    [
        ("", "Why.", "proposed_words"),
        (WORDS, "Why.", "proposed_words"),
        ("x" * 5001, "Why.", "proposed_words"),
        (OTHER, "x" * 2001, "comment"),
    ],
)
def test_proposal_that_cannot_be_taken_keeps_what_was_typed(
    office: Client, link: str, words: str, comment: str, field: str
) -> None:
    answer = press(office, link, answer="proposed", proposed_words=words, comment=comment)
    assert list(answer.context["form"].errors) == [field]
    assert comment in answer.content.decode() and words in answer.content.decode()
    assert not QuoteClearance.objects.get().answer


def take(desk: Client) -> Any:
    """The officer takes the proposed words into the draft."""
    return desk.post(f"/admin/clearances/{QuoteClearance.objects.get().pk}/take/", follow=True)


def test_proposed_words_are_taken_into_the_latest_draft(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER)
    latest = draft.get_latest_revision_as_object()
    latest.subheadline = "Somebody else wrote this meanwhile."
    latest.save_revision()
    take(desk)
    draft.refresh_from_db()
    taken = draft.get_latest_revision_as_object()
    assert (taken.body[1].value["words"], taken.subheadline) == (OTHER, "Somebody else wrote this meanwhile.")
    assert PageLogEntry.objects.filter(page=draft, action="news.quote.take_words").exists()
    assert "the draft has them" in screen(desk, draft)


def test_words_that_somebody_changed_meanwhile_are_not_overwritten(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER)
    edit(draft, "We plant a street.")
    assert "changed after they were sent" in take(desk).content.decode()
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().body[1].value["words"] == "We plant a street."


def test_locked_release_takes_nothing(desk: Client, draft: ReleasePage, office: Client, link: str) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER)
    ReleasePage.objects.filter(pk=draft.pk).update(locked=True, locked_by=UserFactory(), locked_at=timezone.now())
    assert "is locked" in take(desk).content.decode()
    assert draft.get_latest_revision_as_object().body[1].value["words"] == WORDS


def test_words_of_a_translation_are_taken_into_the_translators_tool(
    desk: Client, draft: ReleasePage, office: Client, post_office: PostOffice, django_capture_on_commit_callbacks: Any
) -> None:
    from wagtail_localize.models import TranslationSource
    from wagtail_localize.operations import translate_object

    with django_capture_on_commit_callbacks(execute=True):
        translate_object(draft, [locale_of("fr")])
    translation = TranslationSource.objects.get_for_instance(draft).translations.get()
    french = translation.get_target_instance()
    ask(desk, french)
    press(office, link_in(post_office), answer="proposed", proposed_words="Nous ombrageons <une> rue.")
    take(desk)
    assert StringTranslation.objects.get().data == "Nous ombrageons &lt;une&gt; rue."
    translation.save_target(publish=False)
    french.refresh_from_db()
    assert french.get_latest_revision_as_object().body[1].value["words"] == "Nous ombrageons <une> rue."


# When it no longer holds


def test_changed_words_void_it_and_both_sides_learn_that(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    edit(draft, OTHER)
    html = office.get(link).content.decode()
    assert "no longer clears them" in html and WORDS in html
    assert "I approve these words" not in html
    assert "is void" in screen(desk, draft)


def change_all(draft: ReleasePage, body: list[Any]) -> None:
    """Somebody goes on writing: another headline, another text."""
    latest = draft.get_latest_revision_as_object()
    latest.title, latest.subheadline, latest.dateline_place = "Newer headline", "Newer subheadline", "Newer place"
    latest.body = body
    latest.save_revision()


def keep(draft: ReleasePage) -> list[Any]:
    """The quote stays; the text around it is another."""
    return [text_block("<p>Newer text.</p>"), draft.get_latest_revision_as_object().body.get_prep_value()[1]]


@pytest.mark.parametrize("given", ["approved", "proposed", "void", "removed"])
def test_link_that_has_done_its_work_shows_the_words_asked_about_and_nothing_newer(
    draft: ReleasePage, office: Client, link: str, given: str
) -> None:
    assert "Twenty-six cities" in office.get(link).content.decode()
    if given in ("approved", "proposed"):
        press(office, link, answer=given, proposed_words="We cool a street.")
        change_all(draft, keep(draft))
    elif given == "void":
        edit(draft, OTHER)
        change_all(draft, keep(draft))
    else:
        change_all(draft, [text_block("<p>Newer text.</p>")])
    answer = office.get(link)
    html = answer.content.decode()
    assert answer.status_code == 200 and WORDS in html
    for hidden in ("Newer", OTHER, "shade", "Twenty-six cities", "stops", "as it is drafted"):
        assert hidden not in html


def test_approval_of_words_that_were_just_changed_is_refused(draft: ReleasePage, office: Client, link: str) -> None:
    page = office.get(link).content.decode()
    edit(draft, OTHER)
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]
    office.post(link, {"answer": "approved", "csrfmiddlewaretoken": token}, HTTP_ORIGIN="null")
    assert not QuoteClearance.objects.get().answer and not QuoteApproval.objects.exists()


def test_given_clearance_is_void_once_the_words_change(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="approved")
    edit(draft, OTHER)
    assert "Clearance by Amina Said" in screen(desk, draft) and "is void" in screen(desk, draft)
    assert "no longer clears them" in office.get(link).content.decode()


def test_removed_quote_says_so(desk: Client, draft: ReleasePage, office: Client, link: str) -> None:
    latest = draft.get_latest_revision_as_object()
    latest.body = [text_block("<p>Nothing is said.</p>")]
    latest.save_revision()
    assert "no longer in the release" in office.get(link).content.decode()


def test_everything_is_logged_with_its_instant(desk: Client, draft: ReleasePage, office: Client, link: str) -> None:
    press(office, link, answer="approved")
    desk.post(f"/admin/clearances/{QuoteClearance.objects.get().pk}/revoke/")
    kinds = list(ClearanceEvent.objects.values_list("kind", flat=True))
    assert kinds == ["sent", "opened", "approved", "opened", "revoked"]
    page = screen(desk, draft)
    assert "words approved" in page and "link revoked, Halima Okoth" in page and "UTC" in page


# The officer's page


def test_screen_lists_every_language_and_compares_with_what_is_public(desk: Client, draft: ReleasePage) -> None:
    draft.embargoed_until = None
    publish(draft)
    publish(draft.copy_for_translation(locale_of("fr")))
    edit(draft, OTHER)
    page = screen(desk, draft)
    for expected in ("English", "French", "Original", "Courtesy translation", "readers see other words", "Wairimu"):
        assert expected in page
    assert desk.get(f"/admin/pages/{draft.pk}/edit/").content.decode().count(f"/admin/releases/{draft.pk}/quotes/")
    index = desk.get(f"/admin/pages/{draft.get_parent().pk}/").content.decode()
    assert f"/admin/releases/{draft.pk}/quotes/" in index


def test_officer_approves_the_words_on_the_screen_or_none(desk: Client, draft: ReleasePage) -> None:
    french = draft.copy_for_translation(locale_of("fr"))
    address = f"/admin/releases/{french.pk}/quotes/{french.body[1].id}/approve/"
    desk.post(address, {"words": "What stood there before."})
    assert not QuoteApproval.objects.exists()
    desk.post(address, {"words": WORDS})
    assert "Official translation, approved by Halima Okoth" in screen(desk, draft)


def test_queries_of_the_screen_do_not_grow_with_quotes(
    index: NewsIndexPage, desk: Client, count_queries: Any, officer: User
) -> None:
    counts = []
    for number in (3, 30):
        page = ReleasePageFactory(parent=index, quotes=number)
        publish(page.copy_for_translation(locale_of("fr")))
        for block in page.body[1:]:
            clearance = QuoteClearance.objects.create(
                quote_id=block.id,
                release=page,
                locale=page.locale,
                words=block.value["words"],
                expires_at=timezone.now(),
                sent_by=officer,
                digest=block.id,
            )
            clearance.note(ClearanceEvent._meta.get_field("kind").choices[0][0], officer)
        counts.append(count_queries(lambda pk=page.pk: desk.get(f"/admin/releases/{pk}/quotes/")))
    assert counts[0] == counts[1]
