"""A release goes public with contacts who can be reached, or not at all."""

import datetime
import logging
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleaseContact, ReleasePage, ReleaseParticipant
from newsroom.base.factories import locale_of, publish
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import MediaContact

NOW = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=datetime.UTC)
YESTERDAY, TODAY, TOMORROW = (NOW.date() + datetime.timedelta(days=days) for days in (-1, 0, 1))
LIFT = NOW + datetime.timedelta(days=3)


def written(page: ReleasePage, **changes: Any) -> dict[str, Any]:
    """The editor's form of a release, as a browser sends it."""
    organisation, contacts = page.organisation_links.get(), list(page.contact_links.all())
    rows = [{"id": link.pk or "", "contact": link.contact_id} for link in contacts]
    links = [{"id": organisation.pk, "organisation": organisation.organisation_id, "is_lead": "on"}]
    form = {
        "title": page.title,
        "slug": page.slug,
        "kind": page.kind,
        "dateline_place": page.dateline_place,
        "body": streamfield([("text", rich_text("<p>Nobody is left on the landing.</p>"))]),
        "notes_to_editors": rich_text(""),
        "original_language": "en",
        "organisation_links": inline_formset(links, initial=1),
        "contact_links": inline_formset(rows, initial=len(rows)),
        **{name: "" for name in ("subheadline", "summary", "hashtags")},
        **{
            name: inline_formset([])
            for name in ("boilerplate_links", "participant_links", "signatory_links", "attachments", "comments")
        },
    }
    return nested_form_data(form | changes)


def send(browser: Client, page: ReleasePage, *, publishing: bool = True, **changes: Any) -> Any:
    """Press a button in the editor."""
    buttons = {"action-publish": "action-publish"} if publishing else {}
    return browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), written(page, **changes) | buttons)


def errors_at_contacts(answer: Any) -> str:
    """What the form says at the media contacts."""
    formset = answer.context["form"].formsets["contact_links"]
    return f"{formset.errors} {formset.non_form_errors()}"


def saved(index: NewsIndexPage, *contacts: MediaContact, **parts: Any) -> ReleasePage:
    """A draft with contacts, saved once."""
    page = ReleasePageFactory(parent=index, contact=contacts[0], live=False, **parts)
    for contact in contacts[1:]:
        page.contact_links.add(ReleaseContact(contact=contact))
    page.save()
    page.save_revision()
    return page


@pytest.mark.parametrize(
    ("valid_until", "deputy_until", "is_refused"),
    [
        (None, "none", False),
        (TODAY, "none", False),
        (YESTERDAY, "none", True),
        (YESTERDAY, YESTERDAY, True),
        (YESTERDAY, TODAY, False),
        (YESTERDAY, None, False),
    ],
)
def test_publication_with_an_expired_contact_is_refused_at_the_contact(
    index: NewsIndexPage,
    admin_client: Client,
    valid_until: datetime.date | None,
    deputy_until: Any,
    is_refused: bool,
) -> None:
    deputy = None if deputy_until == "none" else MediaContactFactory(valid_until=deputy_until)
    contact = MediaContactFactory(name="Halima Okoth", valid_until=valid_until, deputy=deputy)
    with time_machine.travel(NOW, tick=False):
        page = saved(index, MediaContactFactory(), contact)
        answer = send(admin_client, page)
        if is_refused:
            rows = answer.context["form"].formsets["contact_links"].errors
            assert "contact" not in rows[0]
            assert "“Halima Okoth” is valid until 20 November 2026" in str(rows[1]["contact"])
            assert send(admin_client, page, publishing=False).status_code == 302
    page.refresh_from_db()
    assert page.live is not is_refused


def test_day_of_the_lift_decides_under_embargo(index: NewsIndexPage, admin_client: Client) -> None:
    contact = MediaContactFactory(valid_until=TOMORROW)
    with time_machine.travel(NOW, tick=False):
        page = saved(index, contact)
        assert "is valid until" in errors_at_contacts(send(admin_client, page, embargoed_until="2026-11-24 09:00"))
        assert send(admin_client, page, embargoed_until="2026-11-22 09:00").status_code == 302


def test_contact_of_the_releases_language_is_judged(index: NewsIndexPage, admin_client: Client) -> None:
    contact = MediaContactFactory(valid_until=YESTERDAY, language="fr")
    MediaContactFactory(translation_key=contact.translation_key, valid_until=None)
    with time_machine.travel(NOW, tick=False):
        assert send(admin_client, saved(index, contact)).status_code == 302


def expire_before_the_lift(index: NewsIndexPage) -> tuple[ReleasePage, ReleasePage]:
    """Two releases that wait for the same second; the contact of the first has expired by then."""
    with time_machine.travel(NOW, tick=False):
        contact = MediaContactFactory(name="Halima Okoth")
        held = ReleasePageFactory(parent=index, contact=contact, embargoed_until=LIFT)
        other = ReleasePageFactory(parent=index, embargoed_until=LIFT)
        MediaContact.objects.filter(pk=contact.pk).update(valid_until=TOMORROW)
    return held, other


def test_lift_fails_closed_says_why_and_stops_no_other(index: NewsIndexPage, caplog: pytest.LogCaptureFixture) -> None:
    held, other = expire_before_the_lift(index)
    with time_machine.travel(LIFT, tick=False), caplog.at_level(logging.ERROR):
        assert lift_due() == 1
        assert list(ReleasePage.objects.released()) == [other]
        assert "“Halima Okoth” is valid until 22 November 2026 and has no deputy" in caplog.text
        MediaContact.objects.update(valid_until=None)
        assert lift_due() == 1
        assert set(ReleasePage.objects.released()) == {held, other}


def test_whoever_publishes_is_refused_and_a_public_release_is_not(index: NewsIndexPage) -> None:
    contact = MediaContactFactory()
    public, draft = ReleasePageFactory(parent=index, contact=contact), saved(index, contact)
    MediaContact.objects.update(valid_until=datetime.date(2020, 1, 1))
    with pytest.raises(RefusedError):
        draft.get_latest_revision().publish()
    draft.refresh_from_db()
    assert not draft.live and not draft.reference
    public.title = "Corrected"
    publish(public)
    assert ReleasePage.objects.released().get().title == "Corrected"


def test_bulk_publication_says_who_cannot_be_reached(index: NewsIndexPage, admin_client: Client) -> None:
    contact = MediaContactFactory(name="Halima Okoth")
    draft = saved(index, contact)
    MediaContact.objects.update(valid_until=datetime.date(2020, 1, 1))
    answer = admin_client.post(f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}", follow=True)
    assert answer.status_code == 200
    assert "“Halima Okoth” is valid until" in answer.content.decode()
    assert not ReleasePage.objects.filter(live=True).exists()


def lose(contact: MediaContact) -> None:
    """Somebody deletes a contact that a revision names although no row does."""
    ReleaseContact.objects.filter(contact=contact).delete()
    log(instance=contact, action="wagtail.delete")
    contact.delete()


def test_draft_that_names_a_deleted_contact_opens_says_so_and_keeps_the_rest(
    index: NewsIndexPage, admin_client: Client
) -> None:
    gone, other = MediaContactFactory(name="Halima Okoth", role="Night desk"), MediaContactFactory(name="Samir Haddad")
    page = saved(index, gone, other, body=[text_block("<p>Only in this draft.</p>")])
    page.participant_links.add(ReleaseParticipant(person=PersonFactory(name="Oleg Brandvik"), locale=page.locale))
    page.save_revision()
    lose(gone)
    answer = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 200
    html = answer.content.decode()
    for words in ("“Halima Okoth, Night desk” was chosen", "Samir Haddad", "Only in this draft.", "Oleg Brandvik"):
        assert words in html, words


@pytest.mark.parametrize("others", [0, 1])
def test_publishing_it_is_refused_until_somebody_decides(
    index: NewsIndexPage, admin_client: Client, others: int
) -> None:
    gone = MediaContactFactory(name="Halima Okoth")
    page = saved(index, gone, *(MediaContactFactory() for _number in range(others)))
    lose(gone)
    page = page.get_latest_revision_as_object()
    answer = send(admin_client, page)
    assert "“Halima Okoth” was chosen here and has been deleted since" in errors_at_contacts(answer)
    with pytest.raises(RefusedError, match="Halima Okoth"):
        page.get_latest_revision().publish()
    new = {"id": "", "contact": MediaContactFactory().pk}
    rows = [*({"id": link.pk, "contact": link.contact_id} for link in page.contact_links.all()), new]
    answer = send(admin_client, page, contact_links=inline_formset(rows, initial=others))
    assert answer.status_code == 302
    assert ReleasePage.objects.get(pk=page.pk).live


def test_saving_the_draft_goes_on_without(index: NewsIndexPage, admin_client: Client) -> None:
    gone = MediaContactFactory(name="Halima Okoth")
    page = saved(index, gone, MediaContactFactory())
    lose(gone)
    page = page.get_latest_revision_as_object()
    assert send(admin_client, page, publishing=False).status_code == 302
    page = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert not page.gone and send(admin_client, page).status_code == 302


def test_lift_without_the_chosen_contact_fails_closed(index: NewsIndexPage, caplog: pytest.LogCaptureFixture) -> None:
    with time_machine.travel(NOW, tick=False):
        contact = MediaContactFactory(name="Halima Okoth")
        ReleasePageFactory(parent=index, contact=contact, embargoed_until=LIFT)
        lose(contact)
    with time_machine.travel(LIFT, tick=False):
        assert lift_due() == 0
    assert "“Halima Okoth” was chosen here and has been deleted since" in caplog.text
    assert not ReleasePage.objects.released().exists()


def test_other_lists_of_a_draft_survive_what_they_lose(index: NewsIndexPage, admin_client: Client) -> None:
    person = PersonFactory(name="Oleg Brandvik")
    page = saved(index, MediaContactFactory(), organisation=OrganisationFactory())
    page.participant_links.add(ReleaseParticipant(person=person, locale=page.locale))
    page.save_revision()
    number = person.pk
    person.delete()
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f"“person {number}” was chosen" in html


def report(browser: Client) -> dict[str, Any]:
    """The report on contacts, by name."""
    with time_machine.travel(NOW, tick=False):
        answer = browser.get(reverse("contacts_report"))
    assert answer.status_code == 200
    return {contact.name: contact for contact in answer.context["object_list"]}


def test_report_names_contacts_to_see_to_and_the_releases_that_show_them(
    index: NewsIndexPage, admin_client: Client
) -> None:
    soon, later = TODAY + datetime.timedelta(days=30), TODAY + datetime.timedelta(days=31)
    expired = MediaContactFactory(name="Expired")
    MediaContactFactory(name="Soon", valid_until=soon)
    MediaContactFactory(name="Later", valid_until=later, deputy=MediaContactFactory(name="Valid"))
    MediaContactFactory(name="Deputy gone", deputy=expired)
    page = ReleasePageFactory(parent=index, title="Night buses", contact=expired)
    saved(index, expired, title="Not public yet")
    MediaContact.objects.filter(pk=expired.pk).update(valid_until=YESTERDAY)
    found = report(admin_client)
    assert list(found) == ["Expired", "Soon", "Deputy gone"]
    assert found["Expired"].shown_on == [(f"/admin/pages/{page.pk}/edit/", "Night buses")]
    assert not found["Soon"].shown_on
    html = admin_client.get(reverse("contacts_report")).content.decode()
    assert "Night buses" in html and "Not public yet" not in html
    assert reverse("contacts_report") in admin_client.get("/admin/").content.decode()
    with time_machine.travel(NOW, tick=False):
        sheet = b"".join(admin_client.get(reverse("contacts_report"), {"export": "csv"}).streaming_content)
    assert b"Night buses" in sheet


def test_queries_of_the_report_do_not_grow(
    index: NewsIndexPage, admin_client: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    counts = []
    for number in (3, 27):
        for _count in range(number):
            contact = MediaContactFactory(deputy=MediaContactFactory(), organisation=OrganisationFactory())
            publish(ReleasePageFactory(parent=index, contact=contact).copy_for_translation(locale_of("fr")))
        MediaContact.objects.update(valid_until=YESTERDAY)
        counts.append(count_queries(lambda: report(admin_client)))
        MediaContact.objects.update(valid_until=None)
    assert counts[0] == counts[1]


def test_report_is_for_those_who_keep_the_contacts(admin_client: Client, client: Client) -> None:
    client.logout()
    assert client.get(reverse("contacts_report")).status_code == 302


def test_release_names_its_speakers_beside_its_contact(index: NewsIndexPage, client: Client) -> None:
    speaker = PersonFactory(name="Wairimu Tendeka")
    page = ReleasePageFactory(parent=index, quotes=2, speaker=speaker)
    html = client.get(page.url).content.decode()
    listed = html[html.index('class="spokespeople"') :].split("</section>")[0]
    assert listed.count("Wairimu Tendeka") == 1 and "Mayor of Mito Miwili" in listed
    assert speaker.get_absolute_url() in listed
    assert "spokespeople" not in client.get(ReleasePageFactory(parent=index).url).content.decode()
