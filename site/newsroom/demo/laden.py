"""A release with many parts, as the heaviest that an officer writes; benchmarks and tests stand on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import (
    NewsIndexPage,
    ReleaseAttachment,
    ReleaseBoilerplate,
    ReleaseContact,
    ReleaseOrganisation,
    ReleasePage,
    ReleaseParticipant,
)
from newsroom.base.factories import DocumentFactory, ImageFactory
from organisations.factories import BoilerplateFactory, MediaContactFactory, OrganisationFactory, PersonFactory

WORDS = "The boat no longer leaves before bus {} arrives, and nobody is left on the landing after dark."


@dataclass(frozen=True)
class Load:
    """How many there are of each part of a release."""

    quotes: int = 5
    organisations: int = 3
    contacts: int = 2
    boilerplates: int = 2
    participants: int = 2
    hashtags: int = 3
    attachments: int = 1

    @classmethod
    def of_each(cls, number: int) -> "Load":
        """The same number of every part."""
        return cls(number, number, number, number, number, number, number)


class Records:
    """Records of the directory that many releases name, each made when it is first asked for."""

    def __init__(self) -> None:
        self.made: dict[str, list[Any]] = {}
        self.image = ImageFactory(description="A boat at the landing.")

    def some(self, kind: str, make: Callable[[], Any], number: int) -> list[Any]:
        """So many records of a kind, the same ones each time."""
        made = self.made.setdefault(kind, [])
        made.extend(make() for _each in range(number - len(made)))
        return made[:number]


def laden_release(index: NewsIndexPage, records: Records, load: Load) -> ReleasePage:
    """Write a draft with everything in it, with a version of its own."""
    organisations = records.some("organisation", OrganisationFactory, load.organisations)
    contacts = records.some("contact", MediaContactFactory, load.contacts)
    speakers = records.some("person", PersonFactory, max(load.quotes, load.participants))
    standing = partial(BoilerplateFactory, organisation=organisations[0])
    boilerplates = records.some("boilerplate", standing, load.boilerplates)
    paragraph = f"<p>{' '.join(WORDS.format(number) for number in range(8))}</p>"
    body = [text_block(paragraph * 5)]
    for number, speaker in enumerate(speakers[: load.quotes]):
        words = f"After bus {number} nobody asks whether the lamps on the landing pay for themselves."
        body += [quote_block(words=words, speaker=speaker), text_block(paragraph)]
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        live=False,
        body=body,
        organisation=organisations[0],
        contact=contacts[0],
        hashtags=[f"NightBuses{number}" for number in range(load.hashtags)],
        image=records.image,
        summary="Buses wait for the last boat.",
        notes_to_editors="<p>The timetable holds from Monday.</p>",
    )
    page.organisation_links.add(*(ReleaseOrganisation(organisation=each, is_lead=False) for each in organisations[1:]))
    page.contact_links.add(*(ReleaseContact(contact=each) for each in contacts[1:]))
    page.boilerplate_links.add(*(ReleaseBoilerplate(boilerplate=each) for each in boilerplates))
    participants = speakers[: load.participants]
    page.participant_links.add(
        *(ReleaseParticipant(person=each, role="Chair", locale=page.locale) for each in participants)
    )
    files = records.some("file", DocumentFactory, load.attachments)
    page.attachments.add(*(ReleaseAttachment(document=each, title="Timetable", locale=page.locale) for each in files))
    page.save()
    page.save_revision()
    return page


def filled_form(html: str, page: ReleasePage) -> dict[str, Any]:
    """What a browser sends of the editor's page of a release when somebody saves it as it stands.

    The text is added, for that form is made by the browser.
    """
    form = querydict_from_html(html, form_id="page-edit-form").dict()
    blocks = [(child["type"], as_sent(child["value"])) for child in page.body.raw_data]
    return form | nested_form_data({"body": streamfield(blocks)})


def as_sent(value: Any) -> Any:
    """The value of a block as a browser sends it."""
    if isinstance(value, str):
        return rich_text(value)
    return {name: "" if part is None else part for name, part in value.items()}
