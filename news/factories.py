"""Factories for releases and their parts."""

import uuid
from typing import Any

import factory

from news.choices import ReleaseKind
from news.models import NewsIndexPage, ReleaseContact, ReleaseOrganisation, ReleasePage
from newsroom.base.factories import PageFactory, publish
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import Organisation, Person


class NewsIndexPageFactory(PageFactory):
    """The list of releases of a language."""

    class Meta:
        model = NewsIndexPage

    title = "Releases"
    slug = "news"


class ReleasePageFactory(PageFactory):
    """A release with one text block, led by one organisation, with one contact.

    `quotes`: so many quotes follow the text, each by `speaker` or a speaker of its own.
    """

    class Meta:
        model = ReleasePage

    title = factory.Sequence(lambda number: f"Night buses meet the last ferry in {number} cities")
    slug = factory.Sequence(lambda number: f"night-buses-{number}")
    kind = ReleaseKind.PRESS_RELEASE
    subheadline = "The boat no longer leaves before the bus arrives."
    dateline_place = "Mito Miwili"

    @classmethod
    def _create(cls, model_class: type[ReleasePage], *args: Any, **kwargs: Any) -> ReleasePage:
        live, quotes, speaker = kwargs.pop("live"), kwargs.pop("quotes", 0), kwargs.pop("speaker", None)
        organisation, contact = kwargs.pop("organisation", None), kwargs.pop("contact", None)
        hashtags = kwargs.pop("hashtags", ())
        kwargs.setdefault("body", [text_block("<p>Nurses, cooks and cleaners asked for one thing.</p>")])
        kwargs["body"] = [*kwargs["body"], *(quote_block(speaker=speaker) for _number in range(quotes))]
        kwargs["organisation_links"] = [ReleaseOrganisation(organisation=organisation or OrganisationFactory())]
        kwargs["contact_links"] = [ReleaseContact(contact=contact or MediaContactFactory())]
        page = super()._create(model_class, *args, live=False, **kwargs)
        if hashtags:
            page.hashtags.add(*hashtags)
            page.save()
        if live:
            publish(page)
        return page


Block = dict[str, Any]


def block(kind: str, value: Any, block_id: str = "") -> Block:
    """A block for a body as it is stored, with an id of its own unless one is given."""
    return {"type": kind, "value": value, "id": block_id or str(uuid.uuid4())}


def text_block(html: str, block_id: str = "") -> Block:
    """A text block."""
    return block("text", html, block_id)


def quote_block(
    words: str = "Nobody asks whether the lamps pay for themselves.",
    speaker: Person | None = None,
    role: str = "Mayor of Mito Miwili",
    language: str = "",
    block_id: str = "",
    organisation: Organisation | None = None,
    status: str = "",
) -> Block:
    """A quote."""
    value = {
        "words": words,
        "speaker": (speaker or PersonFactory()).pk,
        "role": role,
        "language": language,
        "organisation": organisation.pk if organisation else None,
        "status": status,
    }
    return block("quote", value, block_id)
