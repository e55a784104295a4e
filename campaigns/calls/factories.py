"""Factories for calls."""

import datetime
from typing import Any

import factory
from wagtail.models import Page

from campaigns.models import CallFormField, CallIndexPage, CallPage
from campaigns.models.calls.rows import CallAudience, CallFocalPoint, CallMeeting, CallOrganisation, CallStep
from newsroom.base.factories import PageFactory, publish
from organisations.factories import OrganisationFactory


class CallPageFactory(PageFactory):
    """A complete call. `closes` is an aware instant; `steps`, `meetings` and `questions` are numbers of rows."""

    class Meta:
        model = CallPage

    title = factory.Sequence(lambda number: f"Count the benches of {number} squares")
    slug = factory.Sequence(lambda number: f"count-the-benches-{number}")
    summary = "Each city counts where one can sit in the shade."
    why = "<p>Nobody knows how far the next bench is.</p>"
    time_zone = "UTC"
    consent_text = "The Assembly keeps this answer until the report is out."
    consent_text_of = datetime.date(2026, 11, 2)
    answers_deleted_on = datetime.date(2099, 12, 31)

    @classmethod
    def _create(cls, model_class: type[CallPage], *args: Any, **kwargs: Any) -> Page:
        live, closes, opens = kwargs.pop("live"), kwargs.pop("closes", None), kwargs.pop("opens", None)
        steps, meetings = kwargs.pop("steps", 1), kwargs.pop("meetings", 0)
        hashtags, questions = kwargs.pop("hashtags", ()), kwargs.pop("questions", 0)
        kwargs |= ended(closes) | begun(opens)
        kwargs.setdefault("closes_on", datetime.date(2099, 1, 31))
        kwargs |= {
            "organisation_links": [CallOrganisation(organisation=OrganisationFactory())],
            "steps": [CallStep(text=f"Count for the {number}. time.") for number in range(steps)],
            "meetings": [CallMeeting(month=f"2027-{number % 12 + 1:02}") for number in range(meetings)],
            "audiences": [CallAudience(text="Any city")],
            "focal_points": [CallFocalPoint(name="Clémence Aubrac", email="benches@confluent.example")],
            "form_fields": [
                CallFormField(label="City"),
                CallFormField(label="E-mail", field_type="email"),
                *(CallFormField(label=f"Square {number}", required=False) for number in range(questions)),
            ],
        }
        call: Any = super()._create(model_class, *args, live=False, **kwargs)
        if hashtags:
            call.hashtags.add(*hashtags)
            call.save()
        if live:
            publish(call)
        return call


class CallIndexPageFactory(PageFactory):
    """The list of calls of a language."""

    class Meta:
        model = CallIndexPage

    title = "Calls"
    slug = "calls"


def ended(closes: datetime.datetime | None) -> dict[str, Any]:
    """The fields for an instant at which a call closes, in UTC."""
    utc = closes and closes.astimezone(datetime.UTC)
    return {"closes_on": utc.date(), "closes_time": utc.time()} if utc else {}


def begun(opens: datetime.datetime | None) -> dict[str, Any]:
    """The fields for an instant at which a call opens, in UTC."""
    utc = opens and opens.astimezone(datetime.UTC)
    return {"opens_on": utc.date(), "opens_time": utc.time()} if utc else {}
