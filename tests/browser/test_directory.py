"""What an officer does in the directory without leaving the release, and whose clock a reader sees."""

import datetime
from collections.abc import Callable

import pytest
import time_machine
from playwright.sync_api import Page, expect
from press_officer import Officer

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory, RoleFactory
from organisations.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SATURDAY = datetime.datetime(2026, 11, 21, 12, 0, tzinfo=datetime.UTC)


def test_speaker_is_made_without_leaving_the_draft_and_the_role_is_there_at_once(officer: Officer) -> None:
    page = officer.page
    officer.start_release()
    officer.quote("We waited at the landing.")
    officer.open_window("choose person", officer.panel("Text").get_by_role("button", name="Choose person", exact=True))
    window = page.get_by_role("dialog")
    officer.click("new person", window.get_by_role("tab", name="New person"))
    form = window.locator("#tab-create")
    officer.write("name", form.get_by_label("Name"), "Wairimu Tendeka")
    officer.write("role", form.get_by_label("Role"), "Harbour master")
    form.get_by_label("Organisation").select_option("Joint Office for Urban Heat")
    officer.click("add", form.get_by_role("button", name="Add to the directory and choose"))
    expect(form).to_contain_text("“Wairimu Tendeka” has this address already.")
    expect(form.get_by_label("Role")).to_have_value("Harbour master")
    officer.write("name", form.get_by_label("Name"), "Naima Belhadri")
    officer.click("add", form.get_by_role("button", name="Add to the directory and choose"))
    expect(page.get_by_role("dialog")).to_have_count(0)
    quote = officer.panel("Text")
    expect(quote.locator("[data-contentpath=speaker]")).to_contain_text("Naima Belhadri")
    expect(quote.get_by_label("Role")).to_have_value("Harbour master")
    expect(quote.locator("[data-contentpath=organisation]")).to_contain_text("Joint Office for Urban Heat")
    expect(page.get_by_role("textbox", name="Words*", exact=True)).to_have_value("We waited at the landing.")
    assert Person.objects.get(name="Naima Belhadri").slug == "naima-belhadri"


def test_proposal_follows_the_speaker_and_gives_way_to_what_is_typed(officer: Officer) -> None:
    page = officer.page
    RoleFactory(person=Person.objects.get(name="Oleg Brandvik"), title="Conductor")
    officer.start_release()
    officer.quote("We waited.", "Wairimu Tendeka")
    role = officer.panel("Text").get_by_label("Role")
    expect(role).to_have_value("Mayor of Mito Miwili")
    choose_another(officer, "Oleg Brandvik")
    expect(role).to_have_value("Conductor")
    organisation = officer.panel("Text").locator("[data-contentpath=organisation] .chooser")
    expect(organisation).to_have_class("chooser snippet-chooser blank")
    role.fill("Conductor of the last ferry")
    choose_another(officer, "Wairimu Tendeka")
    expect(organisation).not_to_have_class("chooser snippet-chooser blank")
    expect(role).to_have_value("Conductor of the last ferry")
    assert not page.get_by_text("undefined").count()


def choose_another(officer: Officer, name: str) -> None:
    """Put somebody else in the place of the speaker."""
    chooser = officer.panel("Text").locator("[data-contentpath=speaker]")
    officer.click("actions", chooser.get_by_role("button", name="Actions"))
    officer.click("choose another", officer.page.get_by_role("button", name="Choose another person"))
    officer.click(name, officer.page.get_by_role("dialog").get_by_role("link", name=name))
    expect(officer.page.get_by_role("dialog")).to_have_count(0)


def test_role_is_that_of_the_day_of_the_lift(officer: Officer) -> None:
    person = PersonFactory(name="Samir Haddad")
    RoleFactory(person=person, title="Deputy", ended_on=datetime.date(2098, 12, 31))
    RoleFactory(person=person, title="Director", started_on=datetime.date(2099, 1, 1))
    officer.start_release()
    embargo = officer.page.get_by_role("group", name="Embargoed until")
    officer.write("day", embargo.get_by_label("Day"), "2099-05-01")
    officer.write("time", embargo.get_by_label("Time, 24 hours"), "09:00")
    officer.quote("We waited.", "Samir Haddad")
    expect(officer.panel("Text").get_by_label("Role")).to_have_value("Director")


def test_role_of_a_participant_is_proposed_too(officer: Officer) -> None:
    officer.start_release()
    panel = officer.panel("Participants")
    officer.click("add", panel.get_by_role("button", name="Add participant"))
    officer.choose("Participants", "Choose person", "Wairimu Tendeka")
    expect(panel.get_by_label("Role")).to_have_value("Mayor of Mito Miwili")


def test_draft_that_is_opened_again_is_not_written_in(officer: Officer, newsroom: HomePage) -> None:
    index = NewsIndexPage.objects.child_of(newsroom).get()
    page = ReleasePageFactory(parent=index, live=False, quotes=1, speaker=Person.objects.get(name="Wairimu Tendeka"))
    body = page.body.raw_data
    body[1]["value"]["role"] = ""
    page.body = list(body)
    page.save_revision()
    officer.page.goto(f"{officer.address}/admin/pages/{page.pk}/edit/")
    expect(officer.panel("Text").locator("[data-contentpath=speaker]")).to_contain_text("Wairimu Tendeka")
    officer.page.wait_for_load_state("networkidle")
    expect(officer.panel("Text").get_by_label("Role")).to_have_value("")


@pytest.fixture
def release(newsroom: HomePage) -> ReleasePage:
    """A public release whose desk answers from Monday on, nine o'clock in Nairobi."""
    hours = {"opens_at": datetime.time(9), "closes_at": datetime.time(17)}
    contact = MediaContactFactory(time_zone="Africa/Nairobi", organisation=OrganisationFactory(), **hours)
    return ReleasePageFactory(parent=NewsIndexPage.objects.child_of(newsroom).get(), contact=contact)


@pytest.mark.parametrize(
    ("zone", "language", "words"),
    [
        ("America/Montevideo", "en", "Your time: Monday 03:00"),
        ("Asia/Kolkata", "en", "Your time: Monday 11:30"),
        ("America/Los_Angeles", "en", "Your time: Sunday 22:00"),
        ("Asia/Shanghai", "fr", "À votre heure locale : lundi à 14 h"),
        ("Asia/Shanghai", "zh-hans", "您的当地时间：星期一14:00"),
        ("Asia/Shanghai", "ar", "الاثنين الساعة 14:00"),
        ("Africa/Nairobi", "en", ""),
    ],
)
def test_reader_sees_the_hours_on_their_own_clock(
    release: ReleasePage, browse: Callable[..., Page], zone: str, language: str, words: str
) -> None:
    if language != "en":
        publish(release.copy_for_translation(locale_of(language)))
    with time_machine.travel(SATURDAY, tick=False):
        page = browse(timezone_id=zone)
        page.clock.set_fixed_time(SATURDAY)
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.goto(f"/{language}/news/{release.slug}/")
        told = page.locator("[data-your-time]")
        if words:
            expect(told).to_contain_text(words)
        else:
            expect(told).to_be_hidden()
    assert not problems


def test_without_scripts_nothing_is_promised(release: ReleasePage, browse: Callable[..., Page]) -> None:
    with time_machine.travel(SATURDAY, tick=False):
        page = browse(timezone_id="Asia/Kolkata", java_script_enabled=False)
        page.goto(release.url)
        expect(page.locator(".contact .next")).to_contain_text("09:00 UTC+3 (06:00 UTC)")
        expect(page.locator("[data-your-time]")).to_be_hidden()
