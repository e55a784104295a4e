"""Loads the events of the demonstration, each in the languages that it is written in."""

import datetime
import json
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from wagtail.models import Locale

from campaigns.calendars.zones import changes_of_clocks
from campaigns.factories import hashtag
from campaigns.models import EventEarlierDate, EventFocalPoint, EventIndexPage, EventOrganisation, EventPage
from newsroom.base.factories import publish
from newsroom.demo import directory
from newsroom.demo.content.events import EVENTS, Event


class EventsOfDemonstration:
    """The events, built on the records of the directory."""

    def __init__(self, organisations: Any, people: Any, contacts: Any) -> None:
        self.organisations, self.people, self.contacts = organisations, people, contacts
        self.today = timezone.now().date()

    def load(self) -> None:
        """Load all of them, a meeting before what is part of it."""
        for event in EVENTS:
            self.load_event(event)

    def load_event(self, event: Event) -> None:
        """An event in its languages, English first."""
        original: Any = None
        for code in event["title"]:
            locale = Locale.objects.get(language_code=code)
            page = original.copy_for_translation(locale) if original else self.begin(event, locale)
            original = original or page
            self.write(page, event, code)
            page.save()
            publish(page)

    def begin(self, event: Event, locale: Locale) -> EventPage:
        """The page of the original with what is the same in every language."""
        slug = event.get("parent")
        parents = EventPage.objects.filter(slug=slug) if slug else EventIndexPage.objects.all()
        page: Any = EventPage(
            title=event["title"]["en"],
            slug=event["slug"],
            locale=locale,
            live=False,
            kind=event["kind"],
            status=event.get("status", "scheduled"),
            time_zone=event["zone"],
            zone_label=event.get("label", ""),
            attendance=event["attendance"],
            online_url=event.get("online", ""),
            webcast_url=event.get("webcast", ""),
            is_streamed="webcast" in event,
            registration_url=event.get("registration", ""),
            working_languages=event.get("languages", ""),
            has_interpretation="languages" in event,
            agenda_status=event.get("agenda", ""),
        )
        page.capacity_on_site, page.capacity_online = event.get("capacity", (None, None))
        self.set_days(page, event)
        parents.get(locale=locale).add_child(instance=page)
        names = [(slug, "organiser") for slug in event["organisers"]]
        names += [(slug, "partner") for slug in event.get("partners", ())]
        page.organisation_links = [
            EventOrganisation(organisation=self.organisations[slug]["en"], part=part, sort_order=number)
            for number, (slug, part) in enumerate(names)
        ]
        page.focal_points = [EventFocalPoint(contact=self.contacts[event["contact"]]["en"], locale=locale)]
        page.hashtags.add(*(hashtag(word) for word in event["hashtags"]))
        return page

    def set_days(self, page: Any, event: Event) -> None:
        """The days of an event, counted from today or from the next change of clocks in its zone."""
        if "clock_change" in event:
            change = self.next_change(event["zone"])
            first, last = (change + datetime.timedelta(days) for days in event["clock_change"])
        else:
            first = self.day(event["day"])
            last = first + datetime.timedelta(event.get("days", 1) - 1)
        page.starts_on, page.ends_on = first, last if last > first else None
        page.starts_time, page.ends_time = time_in(event.get("from")), time_in(event.get("until"))
        if "registration_day" in event:
            page.registration_closes_on = self.day(event["registration_day"])
        if "moved_from" in event:
            earlier = EventEarlierDate(starts_on=self.day(event["moved_from"]), starts_time=page.starts_time)
            page.earlier_dates = [earlier]

    def day(self, number: int) -> datetime.date:
        """A day so many days ahead."""
        return self.today + datetime.timedelta(number)

    def next_change(self, zone: str) -> datetime.date:
        """The day of the next change of clocks that is more than a month ahead."""
        first = timezone.now() + datetime.timedelta(40)
        changes = changes_of_clocks(ZoneInfo(zone), first, first + datetime.timedelta(400))
        return next(changes).astimezone(ZoneInfo(zone)).date()

    def write(self, page: Any, event: Event, code: str) -> None:
        """The words of one language."""
        for name in ("title", "summary", "venue", "place", "format", "online_note"):
            if name in event:
                setattr(page, name, directory.either(event[name], code) if event[name] else "")
        page.status_note = directory.either(event["note"], code) if "note" in event else ""
        page.themes = self.points(event, "themes", code)
        page.guiding_questions = self.points(event, "questions", code)
        page.programme = json.dumps([self.session(event, each, code) for each in event["sessions"]])

    def points(self, event: Event, name: str, code: str) -> str:
        """A list of points as it is stored."""
        points = event.get(name, {}).get(code, ())
        return json.dumps(
            [
                {"type": "point", "value": point, "id": str(directory.key_of(name, event["slug"], str(number)))}
                for number, point in enumerate(points)
            ]
        )

    def session(self, event: Event, session: Any, code: str) -> dict[str, Any]:
        """A session as it is stored; its id is the same in every language."""

        def key(*parts: str) -> str:
            return str(directory.key_of("session", event["slug"], session["id"], *parts))

        day = self.day(event["day"] + session["day"]).isoformat() if "day" in session else None
        speakers = [
            {"type": "item", "id": key("speaker", str(number)), "value": self.speaker(each, code)}
            for number, each in enumerate(session.get("speakers", ()))
        ]
        rooms = [
            {"type": "item", "id": key("room", str(number)), "value": self.beside(each, code)}
            for number, each in enumerate(session.get("rooms", ()))
        ]
        value = {
            "title": directory.either(session["title"], code),
            "day": day,
            "starts": f"{session['starts']}:00" if "starts" in session else None,
            "minutes": session["minutes"],
            "room": directory.either(session["room"], code) if "room" in session else "",
            "speakers": speakers,
            "parallel": rooms,
        }
        return {"type": "session", "id": key(), "value": value}

    def beside(self, room: Any, code: str) -> dict[str, Any]:
        """What runs beside others within a session, as it is stored."""
        where = directory.either(room["room"], code) if "room" in room else ""
        return {"title": directory.either(room["title"], code), "room": where, "speakers": []}

    def speaker(self, speaker: Any, code: str) -> dict[str, Any]:
        """Who speaks, as it is stored."""
        person, body = speaker.get("person"), speaker.get("organisation")
        return {
            "person": self.people[person]["en"].pk if person else None,
            "organisation": self.organisations[body]["en"].pk if body else None,
            "name": directory.either(speaker["name"], code) if "name" in speaker else "",
            "role": directory.either(self.role_of(person), code) if person else "",
            "minutes": speaker.get("minutes"),
            "confirmation": "pending" if speaker.get("pending") else "",
            "is_moderator": speaker.get("moderates", False),
        }

    def role_of(self, slug: str) -> Any:
        """What a person is today, in each language."""
        return {code: person.present_role for code, person in self.people[slug].items()}


def time_in(text: str | None) -> datetime.time | None:
    """A time of day, or None."""
    return datetime.time.fromisoformat(text) if text else None
