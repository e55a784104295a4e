"""The document: everything that a reader gets of a release in one language, as a value.

It holds no row of a table and asks for none: whoever has it can show the release as it was published, whatever has
become of the records that it names. It goes to JSON and back without loss (`publication.editions.serialisation`). Texts
ending in `html` are rich text as Wagtail has cleaned it, with its links written out; all other texts are plain.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from msgspec import Struct

from newsroom.language.tables import PlainTable

#: The version of this form. Another one needs a way to read what was written in those before it.
FORM = 1
#: A link to a document of the media library, by its number.
LINK_TO_DOCUMENT = re.compile(r'href="[^"]*/documents/(\d+)/')


class DocumentPart(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a document, or all of it: never changed once it is made."""


class RecordName(DocumentPart, frozen=True):
    """A person or organisation as it was called: the name, its language, and where its own page was."""

    key: UUID
    name: str
    language: str
    slug: str


class PlaceAndDay(DocumentPart, frozen=True):
    """Place and day of issue: the day that it was at the place, in an IANA zone."""

    place: str
    day: date
    zone: str


class Picture(DocumentPart, frozen=True, tag="image", omit_defaults=True):
    """An image by its number in the media library, with the words that go with it, each with its language.

    `licence` is one of `newsroom.base.files.licences`, `licence_note` other terms. A document says nothing of terms
    where there are none, as those written before anybody stated them.
    """

    block: ClassVar[str] = "image"

    image: int
    alt: str
    alt_language: str
    caption_html: str
    caption_language: str
    credit: str
    credit_language: str
    is_drawing: bool
    licence: str = ""
    licence_note: str = ""
    licence_note_language: str = ""


class Paragraph(DocumentPart, frozen=True, tag="paragraph"):
    """A paragraph."""

    block: ClassVar[str] = "text"

    html: str

    @property
    def element(self) -> str:
        """The paragraph with its tags."""
        return f"<p>{self.html}</p>"


class SubHeading(DocumentPart, frozen=True, tag="heading"):
    """A heading inside the text."""

    block: ClassVar[str] = "heading"

    text: str


class ItemList(DocumentPart, frozen=True, tag="list"):
    """A list; an item may hold another list."""

    block: ClassVar[str] = "text"

    is_ordered: bool
    items_html: tuple[str, ...]

    @property
    def element(self) -> str:
        """The list with its tags."""
        name = "ol" if self.is_ordered else "ul"
        return f"<{name}>{''.join(f'<li>{item}</li>' for item in self.items_html)}</{name}>"


class Table(DocumentPart, frozen=True, tag="table"):
    """A table: each column holds "words", "numbers" or the "names" of the rows; no `head` where none has a heading."""

    block: ClassVar[str] = "table"

    caption: str
    head: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def plain(self) -> PlainTable:
        """The same as what writes tables takes."""
        return PlainTable(self.caption, self.head, self.kinds, self.rows)


class DocumentQuote(DocumentPart, frozen=True, tag="quote"):
    """Words of a named person, with the role held that day and how the words stand to those that were spoken.

    `language` is the one they were spoken in. `approved_at` is in UTC.
    """

    block: ClassVar[str] = "quote"

    id: UUID
    words: str
    speaker: RecordName
    role: str
    organisation: RecordName | None
    language: str
    status: str
    approver: str
    approved_at: datetime | None


class NamedParticipant(DocumentPart, frozen=True):
    """Somebody who takes part, with the role as stated."""

    person: RecordName
    role: str


class DocumentSignatory(DocumentPart, frozen=True, omit_defaults=True):
    """Somebody who signed a letter from the start; `key` names the row, the same in every language.

    `record` is who it is in the directory, if there.
    """

    key: UUID
    name: str
    language: str
    is_organisation: bool = False
    record: RecordName | None = None
    role: str = ""
    place: str = ""
    country: str = ""
    signed_on: date | None = None


class IssuingOrganisation(DocumentPart, frozen=True):
    """An organisation that issues the release, or supports it."""

    organisation: RecordName
    is_lead: bool


class StandingText(DocumentPart, frozen=True):
    """The boilerplate of an organisation, known by its translation key, with the number of the logo beside it."""

    key: UUID
    organisation: RecordName
    language: str
    html: str
    logo: int | None


class CampaignWord(DocumentPart, frozen=True):
    """A hashtag without "#", and its address in lists."""

    word: str
    slug: str
    language: str


class AttachedFile(DocumentPart, frozen=True):
    """A file to take away, by its number: title, name, type, size in bytes, and the SHA-1 that Wagtail made of it."""

    document: int
    title: str
    title_language: str
    language: str
    filename: str
    content_type: str
    size: int
    digest: str


BodyPart = Paragraph | SubHeading | ItemList | Picture | Table | DocumentQuote
TextPart = Paragraph | ItemList


class ReleaseDocument(DocumentPart, frozen=True, omit_defaults=True):
    """A release in one language. `released_at` and `entered_at` are in UTC.

    `entered_at` is when it came into this newsroom, where it was first issued elsewhere before. A document without
    signatories says nothing of them, as those written before there were any.
    """

    form: int
    reference: str
    translation_key: UUID
    language: str
    original_language: str
    kind: str
    headline: str
    subheadline: str
    summary: str
    dateline: PlaceAndDay | None
    released_at: datetime
    entered_at: datetime | None
    picture: Picture | None
    body: tuple[BodyPart, ...]
    notes: tuple[TextPart, ...]
    participants: tuple[NamedParticipant, ...]
    organisations: tuple[IssuingOrganisation, ...]
    boilerplates: tuple[StandingText, ...]
    hashtags: tuple[CampaignWord, ...]
    attachments: tuple[AttachedFile, ...]
    signatories: tuple[DocumentSignatory, ...] = ()

    @property
    def teaser(self) -> str:
        """What stands under the headline in a list."""
        return self.summary or self.subheadline

    @property
    def quotes(self) -> tuple[DocumentQuote, ...]:
        """The quotes in their order."""
        return tuple(part for part in self.body if isinstance(part, DocumentQuote))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The images that readers see, each once: its own, unless there are others in its text."""
        within = [part for part in self.body if isinstance(part, Picture)]
        own = [self.picture] if self.picture and not within else []
        return tuple({picture.image: picture for picture in (*own, *within)}.values())

    @property
    def spokespeople(self) -> tuple[DocumentQuote, ...]:
        """Who speaks for the release, each once: their first quotes."""
        first = {quote.speaker.key: quote for quote in reversed(self.quotes)}
        return tuple(reversed(first.values()))

    @property
    def html(self) -> Iterator[str]:
        """Its texts that may hold links."""
        for part in (*self.body, *self.notes):
            match part:
                case Paragraph():
                    yield part.html
                case ItemList():
                    yield from part.items_html
                case Picture():
                    yield part.caption_html
        yield from (text.html for text in self.boilerplates)

    @property
    def files(self) -> Iterator[tuple[str, int]]:
        """The files that it shows or leads to, as ("image", number) or ("document", number)."""
        if self.picture:
            yield "image", self.picture.image
        yield from (("image", part.image) for part in self.body if isinstance(part, Picture))
        yield from (("image", text.logo) for text in self.boilerplates if text.logo)
        yield from (("document", file.document) for file in self.attachments)
        yield from (("document", int(number)) for html in self.html for number in LINK_TO_DOCUMENT.findall(html))
