"""An officer enters what lies before them as a document: a consultation, a side event, a letter that invites.

Every fact goes into a field of its own by clicking and pasting; what it took is printed, and shall not grow.
"""

import datetime
import re

import pytest
from invitations import agenda_of, document, has_document, line_under, points_under, said, table_of
from playwright.sync_api import Page, expect
from press_officer import Officer

from campaigns.factories import EventPageFactory
from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventOrganisation, EventPage
from newsroom.base.factories import publish
from newsroom.home.models import HomePage
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.models import Organisation

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not has_document("000"), reason="the documents do not lie beside the newsroom"),
]
#: What each of them costs its officer, clicks and fields; more than this needs a reason. A side event uses six parts
#: that open on demand, each with a click, so that everybody else's form is half as long.
MOST_STEPS = {"consultation": 34, "side event": 45, "call": 40}


class Enterer:
    """An officer before an empty form, entering field after field."""

    def __init__(self, officer: Officer) -> None:
        self.officer, self.page = officer, officer.page

    def start(self, address: str) -> None:
        """Open an empty form."""
        self.page.goto(f"{self.officer.address}{address}")

    def fill(self, **values: str) -> None:
        """Write into fields by what they are called in the form."""
        for name, words in values.items():
            field = self.page.locator(f"[name={name}]")
            self.officer.reveal(field)
            self.officer.write(name, field, words)

    def choose(self, **values: str) -> None:
        """Choose in lists and tick boxes."""
        for name, value in values.items():
            field = self.page.locator(f"[name={name}]")
            self.officer.reveal(field)
            self.officer.fields.append(name)
            if field.get_attribute("type") == "checkbox":
                field.check()
            else:
                field.select_option(value)

    def paste_points(self, name: str, text: str) -> None:
        """Open a list and paste all its points into the first."""
        field = self.page.locator(f"[data-contentpath={name}]")
        self.officer.reveal(field)
        self.officer.click(f"add to {name}", field.get_by_role("button", name="Insert a block").last)
        self.officer.write(name, field.locator("textarea").first, text)

    def paste_text(self, name: str, text: str) -> None:
        """Put text into a field with formatting, as it comes from the clipboard."""
        field = self.page.locator(f"[data-contentpath={name}] [contenteditable=true]").first
        self.officer.reveal(field)
        self.officer.fields.append(name)
        field.click()
        field.evaluate(
            """(place, words) => {
                const data = new DataTransfer();
                data.setData("text/plain", words);
                const how = { clipboardData: data, bubbles: true, cancelable: true };
                place.dispatchEvent(new ClipboardEvent("paste", how));
            }""",
            text,
        )
        expect(field).to_contain_text(text.strip()[-30:].strip())

    def add_row(self, name: str, **values: str) -> None:
        """Add a row to a list and fill it in."""
        self.officer.reveal(self.page.locator(f"#id_{name}-ADD"))
        self.officer.click(f"add to {name}", self.page.locator(f"#id_{name}-ADD"))
        number = int(self.page.locator(f"#id_{name}-TOTAL_FORMS").input_value()) - 1
        for field_name, value in values.items():
            field = self.page.locator(f"[name={name}-{number}-{field_name}]")
            if field.evaluate("each => each.tagName") == "SELECT":
                self.officer.fields.append(field_name)
                field.select_option(value)
            else:
                self.officer.write(field_name, field, value)

    def choose_page(self, name: str, title: str) -> None:
        """Choose a page in the window of a field."""
        field = self.page.locator(f"[data-contentpath={name}]")
        self.officer.reveal(field)
        self.officer.open_window(f"choose {name}", field.get_by_role("button", name="Choose a page").first)
        self.officer.click(title, self.page.get_by_role("dialog").get_by_role("link", name=title, exact=True))
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def publish(self, title: str) -> None:
        """Make it public."""
        self.officer.publish()
        expect(self.page.get_by_text(f"Page '{title}' created and published.")).to_be_visible()

    def steps(self) -> int:
        """How many clicks and fields it took."""
        return len(self.officer.clicks) + len(self.officer.fields)


@pytest.fixture
def enterer(officer: Officer) -> Enterer:
    """An officer who has logged in; that counts for nothing here."""
    officer.clicks.clear()
    officer.fields.clear()
    return Enterer(officer)


def tell(enterer: Enterer, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Print what it took, and hold it."""
    with capsys.disabled():
        print(f"\n{what}: {enterer.steps()} steps. {enterer.officer.report()}")  # noqa: T201
    assert enterer.steps() <= MOST_STEPS[what]


def unseen_facts(stranger: Page, *facts: str) -> list[str]:
    """Those facts, line by line, that no stranger reads on the page; points of a list stand there without commas."""
    seen = " ".join(str(stranger.locator("body").text_content()).split())
    lines = (
        " ".join(plain(line).split()).removeprefix("- ").rstrip(",") for fact in facts for line in fact.splitlines()
    )
    return [line for line in lines if line not in seen]


def plain(text: str) -> str:
    """Words as they are seen, without the marks of emphasis and links."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("**", "")


def test_an_officer_enters_a_consultation(
    enterer: Enterer, newsroom: HomePage, stranger: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    text = document("002")
    head = said(r"^Regional Consultation (\w+) and (\w+): (.+?) (\d+ \w+ \d{4}) \| ([\d:]+)-([\d:]+) (\w+)", text)
    day = datetime.datetime.strptime(head[4], "%d %B %Y").date()
    title = plain(text[head.start() : head.start(4)]).strip()
    for name in ("UN-Habitat", "ECA", "ECE", "United Nations Habitat Assembly"):
        OrganisationFactory(name=name)
    paragraphs = [plain(line) for line in text.splitlines() if len(line) > 350][:3]
    adopted = datetime.datetime.strptime(said(r"adopted by .+? on (\d+ \w+ \d{4})", text)[1], "%d %B %Y").date()
    events = EventIndexPage.objects.child_of(newsroom).get()

    enterer.start(f"/admin/pages/add/campaigns/eventpage/{events.pk}/")
    enterer.fill(title=title, time_zone="Nairobi", zone_label=head[7], starts_on=day.isoformat())
    enterer.fill(starts_time=head[5], ends_time=head[6], online_note="The link follows.")
    enterer.choose(kind="consultation", attendance="online", agenda_status="draft")
    enterer.fill(pasted_organisers="UN-Habitat")
    enterer.fill(mandate_reference=said(r"\[(HSP\S+)\]", text)[1])
    enterer.fill(mandate_adopted_by=said(r"adopted by the (.+?) on", text)[1], mandate_given_by="193 Member States")
    enterer.fill(mandate_adopted_on=adopted.isoformat())
    enterer.paste_points("regions", f"{head[1]}\n{head[2]}")
    enterer.paste_text("mandate_task", said(r"to develop the \*\*(.+?)\*\*", text)[1])
    enterer.paste_text("background", "\n\n".join(paragraphs))
    enterer.fill(objectives_introduction=said(r"^The goals of .+", text)[0])
    enterer.paste_points("objectives", points_under(text, "Objectives"))
    enterer.paste_points("invitees", points_under(text, "Participants"))
    enterer.paste_points("preparation", "Read the draft of the guidelines beforehand")
    enterer.paste_points("guiding_questions", points_under(text, "Guiding Questions"))
    enterer.fill(format="Online discussion", pasted_agenda=table_of(text))
    enterer.publish(title)
    tell(enterer, "consultation", capsys)

    event = EventPage.objects.get(title=title)
    assert event.time_zone == "Africa/Nairobi" and event.zone_label == head[7]
    assert len(event.programme) == len(agenda_of(text)) and len(event.invitees) == 4
    stranger.goto(event.url)
    page = plain(stranger.locator("main").inner_text())
    for words in (*re.findall(r"Ms\. (\w+ \w+)", plain(text)), *points_under(text, "Guiding Questions").split("\n")):
        assert words.lstrip("- ").strip() in page.replace("\xa0", " "), words
    facts = (title, head[1], head[2], head[5], head[6], head[7], head[4], "UN-Habitat", "Online discussion")
    mandate = (said(r"\[(HSP\S+)\]", text)[1], "193 Member States", said(r"adopted by the (.+?) on", text)[1])
    points = (points_under(text, each) for each in ("Objectives", "Participants", "Guiding Questions"))
    rows = (part for row in agenda_of(text) for part in re.split(r"<.+?>|•", row.split("\t")[1]))
    task, goals = said(r"to develop the \*\*(.+?)\*\*", text)[1], said(r"^The goals of .+", text)[0]
    preparation = "Read the draft of the guidelines beforehand"
    assert unseen_facts(stranger, *facts, *mandate, *points, *rows, task, goals, preparation, *paragraphs) == []
    expect(stranger.locator(".clock")).to_contain_text(head[5])


def test_an_officer_enters_a_side_event(
    enterer: Enterer, newsroom: HomePage, stranger: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    text = document("001")
    parent = EventPageFactory(
        parent=EventIndexPage.objects.child_of(newsroom).get(), title=said(r"^The High-Level .+", text)[0]
    )
    organiser, partners = line_under(text, "Organizer"), line_under(text, "Partners")
    for name in (organiser, *partners.split(", "), "UN-Habitat"):
        OrganisationFactory(name=name)
    PersonFactory(name="Juan Viloria")
    title, webcast = line_under(text, "Name of the event"), said(r"broadcast through <(.+?)>", text)[1]
    venue, city = said(r"^Location: (.+?), (\w+)\.", text).groups()
    day = datetime.datetime.strptime(said(r"^Date: (\d+) of (\w+ \d{4})", text).expand(r"\1 \2"), "%d %B %Y").date()
    hours = said(r"^Time: ([\d:]+) – ([\d:]+)", text)
    figures = said(r"estimated (\S+ million).+?around (\S+ million)", text)
    note = said(r"^Background information\n+((?:.|\n)+?)^For more information", text)[1]
    background = [" ".join(each.split()) for each in re.split(r"\n{2,3}(?=[A-Z])", note.strip())]

    enterer.start(f"/admin/pages/add/campaigns/eventpage/{parent.pk}/")
    enterer.fill(title=title, time_zone="New York", starts_on=day.isoformat(), starts_time=hours[1], ends_time=hours[2])
    enterer.choose(
        kind="side-event", attendance="both", agenda_status="suggested", is_streamed="", has_interpretation=""
    )
    enterer.fill(
        venue=venue, place=city, webcast_url=webcast, capacity_on_site="30", capacity_on_site_words="around 30"
    )
    enterer.fill(capacity_online="100", registration_url=line_under(text, "Registration link").strip("<>"))
    enterer.fill(working_languages="en, es", pasted_organisers=organiser, pasted_partners=partners)
    enterer.fill(pasted_focal_points=line_under(text, "Focal point"), project=said(r"project “(.+?)”", text)[1])
    enterer.paste_text("background", "\n\n".join(background))
    enterer.paste_points("themes", points_under(text, "Themes"))
    enterer.paste_text("objective", line_under(text, "Objective of the event"))
    enterer.fill(objectives_introduction=said(r"^Key objectives.+", text)[0])
    enterer.paste_points("objectives", points_under(text, "Key objectives"))
    enterer.paste_points("expected_outcomes", points_under(text, "Expected outcomes"))
    described = said(r"^Description of event\n+((?:.+\n+)+?)Date:", text)[1]
    enterer.paste_text("description", "\n\n".join(described.strip().split("\n\n")))
    enterer.fill(format=said(r"organized as a (.+?),", text)[1], duration=said(r"run for (\d+) minutes", text)[1])
    enterer.paste_points("invitees", points_under(text, "Invitees"))
    enterer.fill(pasted_agenda=table_of(text))
    enterer.publish(title)
    tell(enterer, "side event", capsys)

    event = EventPage.objects.child_of(parent).get()
    assert event.time_zone == "America/New_York" and [row.part for row in event.organisation_links.all()] == [
        "organiser",
        *["partner"] * 3,
    ]
    stranger.goto(event.url)
    page = stranger.locator("main").inner_text().replace("\xa0", " ")
    for words in (parent.title, "Juan Viloria", *partners.split(", "), *background[1].split(". ")[:1], "around 30"):
        assert words in page, words
    assert figures[1] in page and figures[2] in page
    facts = (title, organiser, venue, city, hours[1], hours[2], "100", *line_under(text, "Focal point").split(", "))
    points = (points_under(text, each) for each in ("Themes", "Key objectives", "Expected outcomes", "Invitees"))
    lines = (line_under(text, "Objective of the event"), said(r"^Key objectives.+", text)[0], *background, described)
    facts = (*facts, said(r"organized as a (.+?),", text)[1], said(r"project “(.+?)”", text)[1])
    assert unseen_facts(stranger, *facts, *points, *lines) == []
    starts = stranger.locator(".agenda tbody td:first-child b").all_inner_texts()
    assert starts == ["16:30", "16:45", "16:50", "17:20", "17:40"]


def test_an_officer_enters_the_letter_that_invites(
    enterer: Enterer, newsroom: HomePage, stranger: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = document("000")
    signed = re.findall(r"^(.+?)  \n(.+?)  \n(.+)$", letter, re.MULTILINE)
    for name, _role, body in signed:
        OrganisationFactory(name=body)
        PersonFactory(name=name)
    asked = said(r"contact (.+?) at (.+?) \(\[(.+?)\].+? and (.+?) at (.+?) \(\[(.+?)\]", letter)
    names = re.split(r", or |, ", asked[1])
    points = [*(f"{name}, {asked[2]}, {asked[3]}" for name in names), f"{asked[4]}, {asked[5]}, {asked[6]}"]
    issued = said(r"^(\w+), (\d+ \w+ \d{4})$", letter)
    issued_on = datetime.datetime.strptime(issued[2], "%d %B %Y").date()
    closes = said(r"\*\*(\d+)<sup>st</sup> (\w+ \d{4})", letter)
    closes_on = datetime.datetime.strptime(f"{closes[1]} {closes[2]}", "%d %B %Y").date()
    title = said(r"\*\*Re: (.+?)\*\*", letter)[1]
    calls = CallIndexPage.objects.child_of(newsroom).get()
    forum = forum_of(letter, newsroom)
    why = [line for line in letter.splitlines() if len(line) > 250][:4]

    enterer.start(f"/admin/pages/add/campaigns/callpage/{calls.pk}/")
    enterer.fill(title=title, issued_place=issued[1], issued_on=issued_on.isoformat(), time_zone=issued[1])
    enterer.fill(closes_on=closes_on.isoformat(), pasted_organisations="\n".join(body for _n, _r, body in signed))
    enterer.fill(salutation=said(r"^Dear .+,$", letter)[0])
    enterer.paste_text("why", "\n\n".join(why))
    enterer.fill(leads_to=said(r"leading to the (.+)$", letter)[1])
    enterer.choose_page("leads_to_event", forum.title)
    enterer.fill(steps_intro=said(r"^.+ only require .+:$", letter)[0])
    enterer.fill(pasted_steps="\n".join(re.findall(r"^- \d\).+$", letter, re.MULTILINE)))
    enterer.fill(pasted_meetings=said(r"in the month of .+", letter)[0], meetings_note=said(r"\d/\d", letter)[0])
    enterer.fill(meetings_rhythm="every two months", scope="cities globally")
    enterer.add_row("audiences", text="cities")
    enterer.add_row("audiences", text="their civil society partners")
    enterer.fill(pasted_focal_points="\n".join(points))
    enterer.add_row("working_languages", language="en")
    enterer.paste_text("closing_words", said(r"^We look forward.+", letter)[0])
    enterer.fill(valediction="Yours sincerely,", pasted_signatories=letter[letter.index(signed[0][0]) :])
    enterer.fill(form_title="Acceptance form")
    enterer.fill(
        pasted_questions="City\nTechnical focal point\nCivil society actor\nE-mail\nAvailable: Yes / No\n"
        "Acceptance form (file, optional)"
    )
    enterer.fill(consent_text="Both organisations keep this answer for the review.")
    enterer.fill(consent_text_of=issued_on.isoformat())
    enterer.fill(answers_deleted_on=(closes_on + datetime.timedelta(days=500)).isoformat())
    enterer.publish(title)
    tell(enterer, "call", capsys)

    call = CallPage.objects.get(title=title)
    assert call.time_zone == "Africa/Nairobi" and [row.month[-2:] for row in call.meetings.all()] == [
        *("10", "12", "02", "04", "10")
    ]
    assert [(str(row.person), row.role, str(row.organisation)) for row in call.signatories.all()] == signed
    kinds = [row.field_type for row in call.form_fields.all()]
    assert kinds == ["singleline", "singleline", "singleline", "email", "radio", "file"]
    stranger.goto(call.url)
    page = stranger.locator("body").inner_text().replace("\xa0", " ")
    for words in (*names, asked[4], *(each for row in signed for each in row), "Day to come"):
        assert words in page, words
    assert stranger.locator(f"a[href='mailto:{asked[3]}']").count() == 1
    expect(stranger.locator(".steps > li")).to_have_count(6)
    facts = (title, said(r"^Dear .+,$", letter)[0], issued[1], call.leads_to, call.steps_intro, call.meetings_note)
    facts = (*facts, call.meetings_rhythm, call.scope, "cities", "their civil society partners", "English", *why)
    points = (re.sub(r"^- \d\) ", "", each) for each in re.findall(r"^- \d\).+$", letter, re.MULTILINE))
    months = ("October 2023", "December 2023", "February 2024", "April 2024", "October 2024")
    closing = (said(r"^We look forward.+", letter)[0], "Yours sincerely,", "27 June 2023", "1 August 2023", asked[6])
    assert unseen_facts(stranger, *facts, *points, *months, *closing) == []
    leads = stranger.locator(".leads-to")
    expect(leads.get_by_role("link")).to_have_text(forum.title)
    for fact in ("4 November 2024", "8 November 2024", forum.place):
        expect(leads).to_contain_text(fact)
    leads.get_by_role("link").click()
    assert unseen_facts(stranger, forum.title, "UN-Habitat", "Government of Egypt", "Cairo", "4 November 2024") == []


def forum_of(letter: str, newsroom: HomePage) -> EventPage:
    """The larger event that a letter leads to, with its own name, days, place and organisers."""
    named = said(r"at the (\w+ session of .+?) to be held on (\d+) - (\d+) (\w+ \d{4}) in (.+?)\.", letter)
    first, last = (datetime.datetime.strptime(f"{day} {named[4]}", "%d %B %Y").date() for day in (named[2], named[3]))
    events = EventIndexPage.objects.child_of(newsroom).get()
    other = OrganisationFactory(name=said(r"co-organized with the (.+?)\.", letter)[1])
    forum: EventPage = EventPageFactory(
        parent=events,
        title=named[1],
        starts_on=first,
        ends_on=last,
        place=named[5],
        organiser=Organisation.objects.get(name="UN-Habitat"),
        live=False,
    )
    forum.organisation_links.add(EventOrganisation(organisation=other, part="organiser"))
    forum.save()
    publish(forum)
    return forum
