"""The calls of the demonstration: in every state on the day on which it is loaded."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from campaigns.models import CallExtension, CallFormField, CallIndexPage, CallPage, EventPage
from campaigns.models.calls.rows import (
    CallAudience,
    CallFocalPoint,
    CallLanguage,
    CallMeeting,
    CallOrganisation,
    CallSignatory,
    CallStep,
)
from newsroom.base.factories import publish
from newsroom.demo import directory
from newsroom.demo.content.calls import CALLS, CONSENT, DemoCall

CALLERS = ("assembly-of-confluent-cities", "joint-office-for-urban-heat")
SIGNATORIES = ("ilse-vandermoor", "ravi-thennakoon")
DAY = datetime.timedelta(days=1)


def load_calls(organisations: Any, people: Any, hashtag: Any) -> None:
    """All calls with their languages; organisations and people as the directory has them, by slug and language."""
    for call in CALLS:
        load_call(call, organisations, people, hashtag)


def load_call(call: DemoCall, organisations: Any, people: Any, hashtag: Any) -> None:
    """A call in English, then its translations."""
    original = begin_call(call, organisations, people)
    original.hashtags.add(hashtag)
    original.save()
    if call.extended_from is not None:
        original.closes_on = today() + call.extended_from * DAY
        publish(original)
        original.closes_on = today() + call.closes * DAY
    publish(original)
    if call.extended_from is not None:
        CallExtension.objects.filter(page_key=original.translation_key).update(extended_at=timezone.now() - 9 * DAY)
    for code in call.title:
        if code != "en":
            page: Any = original.copy_for_translation(Locale.objects.get(language_code=code))
            write_words(page, call, code)
            versions = [people[slug].get(code, people[slug]["en"]) for slug in SIGNATORIES]
            rewrite(page, "signatories", ({"role": role_of(person)} for person in versions))
            page.save()
            publish(page)


def today() -> datetime.date:
    """The day of loading."""
    return timezone.now().date()


def begin_call(call: DemoCall, organisations: Any, people: Any) -> CallPage:
    """The English page with all its rows, as a draft."""
    index = CallIndexPage.objects.get(locale__language_code="en")
    locale = index.locale
    page: Any = CallPage(
        slug=call.slug,
        kind=call.kind,
        title=call.title["en"],
        locale=locale,
        original_language="en",
        live=False,
        issued_place="Saint-Orme",
        issued_on=today() - 19 * DAY,
        time_zone=call.zone,
        opens_on=today() + call.opens * DAY if call.opens is not None else None,
        closes_on=today() + call.closes * DAY,
        closes_time=datetime.time.fromisoformat(call.time) if call.time else None,
        consent_text_of=today() - 26 * DAY,
        answers_deleted_on=today() + (max(call.closes, 0) + 365) * DAY,
        outcome_due_on=today() + call.outcome_due * DAY if call.outcome_due is not None else None,
        outcome_on=today() + call.outcome_on * DAY if call.outcome_on is not None else None,
        leads_to_event=EventPage.objects.filter(locale=locale, slug=call.leads_to_event).first(),
    )
    index.add_child(instance=page)
    page.organisation_links = [CallOrganisation(organisation=organisations[slug]["en"]) for slug in CALLERS]
    page.steps = [CallStep(text="-", locale=locale, sort_order=number) for number in range(len(call.steps))]
    page.audiences = [CallAudience(text="-", locale=locale)]
    page.meetings = [meeting(when, number, locale) for number, (_title, when) in enumerate(call.meetings)]
    page.working_languages = [CallLanguage(language="en")]
    page.focal_points = [
        CallFocalPoint(
            name="Clémence Aubrac", organisation=organisations[CALLERS[0]]["en"], email="summers@confluent.example"
        ),
        CallFocalPoint(
            name="Joost van Eckeren", organisation=organisations[CALLERS[0]]["en"], email="summers@confluent.example"
        ),
        CallFocalPoint(
            name="Anil Weerasooria", organisation=organisations[CALLERS[1]]["en"], email="evidence@urbanheat.example"
        ),
    ]
    signed = [people[slug] for slug in SIGNATORIES] if len(call.title) > 1 else []
    page.signatories = [CallSignatory(person=person["en"], role=role_of(person["en"])) for person in signed]
    page.form_fields = [
        CallFormField(label=label["en"], field_type=kind, required=is_needed, locale=locale, sort_order=number)
        for number, (label, kind, _group, _choices, is_needed) in enumerate(call.questions)
    ]
    write_words(page, call, "en")
    page.save()
    return page


def role_of(person: Any) -> str:
    """The role that somebody holds today; "" for none."""
    held = person.roles_on(today())
    return held[0].title if held else ""


def meeting(when: int | str, number: int, locale: Locale) -> CallMeeting:
    """A meeting on a day from today, or in a month whose day is to come."""
    if isinstance(when, int):
        day = today() + when * DAY
        return CallMeeting(day=day, begins=datetime.time(15, 0), minutes=120, locale=locale, sort_order=number)
    return CallMeeting(month=f"{today() + 170 * DAY:%Y-%m}", minutes=120, locale=locale, sort_order=number)


def write_words(page: Any, call: DemoCall, code: str) -> None:
    """The words of one language."""
    page.title, page.summary, page.why = call.title[code], call.summary[code], call.why[code]
    page.outcome = call.outcome.get(code, "")
    page.extension_note = call.extension_note.get(code, "")
    page.consent_text = CONSENT[code]
    for name, words in call.others.items():
        setattr(page, name, words[code])
    rewrite(page, "steps", ({"text": words[code]} for words in call.steps))
    rewrite(page, "audiences", [{"text": call.audience[code]}])
    rewrite(page, "meetings", ({"title": title[code]} for title, _when in call.meetings))
    rewrite(
        page,
        "form_fields",
        (
            {
                "label": label[code],
                "group": directory.either(group, code) if group else "",
                "choices": directory.either(choices, code) if choices else "",
            }
            for label, _kind, group, choices, _needed in call.questions
        ),
    )


def rewrite(page: Any, name: str, words: Any) -> None:
    """Write new words into the rows of a list."""
    rows = list(getattr(page, name).all())
    for row, values in zip(rows, words, strict=True):
        for field, value in values.items():
            setattr(row, field, value)
    setattr(page, name, rows)
