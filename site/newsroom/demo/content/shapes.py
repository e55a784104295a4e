"""The shapes of the demonstration content: plain frozen data, so that reading it needs neither Django nor a database.

Texts that readers see are `Words`: one text a language. A language that is missing from them is a language in
which the thing has not been translated, and the loader leaves it out in the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from newsroom.language.tables import PlainTable

#: The languages of the newsroom, in the order in which its masthead names them.
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh-hans")

#: Languages that a desk may answer in, beside those of the newsroom.
SPOKEN_LANGUAGES = (*LANGUAGES, "sw")

#: One text for each language code.
Words = Mapping[str, str]

Kind = Literal["press-release", "statement", "media-advisory", "speech", "open-letter"]
OrganisationKind = Literal["network", "agency", "city", "federation", "partner"]

#: A block of a body: its type and its value. A heading is plain text, a paragraph is HTML, a list is its items as
#: HTML, a quote is the key of a quote of the same release, an image is the key of a drawing, a table is a plain one.
TextBlock = tuple[Literal["heading", "paragraph", "quote", "image"], str]
ListBlock = tuple[Literal["list"], list[str]]
TableBlock = tuple[Literal["table"], PlainTable]
Block = TextBlock | ListBlock | TableBlock


@dataclass(frozen=True)
class House:
    """The institution and its newsroom as a whole: what stands in the masthead, the colophon and the sections."""

    institution: Words
    #: The name of the newsroom stands in two parts: whose it is, and what it is.
    name: Words
    surname: Words
    #: Two sentences for the colophon.
    about: Words
    releases_title: Words
    releases_introduction: Words
    campaigns_title: Words
    campaigns_introduction: Words
    calls_title: Words
    calls_introduction: Words


@dataclass(frozen=True)
class Organisation:
    """A body that issues or joins releases."""

    slug: str
    names: Words
    acronym: str
    kind: OrganisationKind
    website: str
    #: A key of `newsroom.demo.content.marks.MARKS`.
    mark: str
    #: One or two sentences for its own page.
    description: Words
    #: The standing "About …" text that ends its releases, plain text.
    boilerplate: Words
    parent: str | None = None


@dataclass(frozen=True)
class Role:
    """A function that a person holds or held; `until` is its last day, or None while it lasts."""

    titles: Words
    organisation: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Person:
    """Somebody whom releases quote or name, the roles newest first."""

    slug: str
    names: Words
    roles: tuple[Role, ...]
    biography: Words


@dataclass(frozen=True)
class Contact:
    """A press desk: who answers there, in which languages and, in its own time zone, when."""

    key: str
    names: Words
    desk: Words
    organisation: str
    email: str
    telephone: str
    languages: tuple[str, ...]
    time_zone: str
    opens: str
    closes: str
    #: The key of the desk that answers once this one is closed.
    deputy: str


@dataclass(frozen=True)
class KeyFigure:
    """A number that a campaign stands on, what it counts, and where it comes from. Each language writes the number its
    own way."""

    value: Words
    label: Words
    source: Words = field(default_factory=dict)
    source_link: str = ""
    as_of: date | None = None


@dataclass(frozen=True)
class ShareText:
    """A text for one network, in each language within its length."""

    network: str
    text: Words


@dataclass(frozen=True)
class Campaign:
    """A hub for everything that carries one hashtag; the hashtag is its headline in every language."""

    slug: str
    hashtag: str
    since: date
    introduction: Words
    figures: tuple[KeyFigure, ...]
    #: What whoever speaks for it says.
    messages: tuple[Words, ...] = ()
    #: Organisations by their slugs, with what each does in it.
    partners: tuple[tuple[str, Words], ...] = ()
    share_texts: tuple[ShareText, ...] = ()
    #: Drawings that others may use.
    pictures: tuple[str, ...] = ()
    #: Releases that stand first on its hub, by their slugs.
    pinned: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quote:
    """Words that a person spoke, in `original`; the other languages are translations of them.

    The original words are present even where the release does not exist in that language.
    """

    speaker: str
    original: str
    words: Words
    #: The function as the release states it, which may be shorter or longer than the title of the role.
    role: Words
    #: By language, who approved the translation as official.
    approvers: Mapping[str, str] = field(default_factory=dict)
    #: The languages in which a machine translated it and nobody has read it over.
    machine: tuple[str, ...] = ()


@dataclass(frozen=True)
class Participant:
    """A person named as taking part, with the function as stated."""

    person: str
    role: Words


@dataclass(frozen=True)
class Signature:
    """Somebody under an open letter, as typed in `language`; a person of the directory by its slug.

    `roles` is the role of whoever signs first, in the languages of the letter.
    """

    name: str
    place: str
    country: str
    role: str = ""
    language: str = "en"
    roles: Words = field(default_factory=dict)
    person: str = ""
    is_organisation: bool = False


@dataclass(frozen=True)
class Correction:
    """A visible amendment of a published release; the texts of the release hold the corrected words.

    `mistake` is what stood in every language where `mended` stands now.
    """

    corrected_at: datetime
    kind: str
    mistake: str
    mended: str
    said: Words
    says: Words
    reason: Words


@dataclass(frozen=True)
class Withdrawal:
    """A visible retraction; the texts of the release stay as they were published."""

    withdrawn_at: datetime
    reason: Words


@dataclass(frozen=True)
class ReleaseText:
    """A release in one language. The types of `body` follow each other alike in every language of a release."""

    headline: str
    subheadline: str
    #: At most 200 characters.
    summary: str
    body: tuple[Block, ...]
    #: Notes to editors, HTML, or an empty string.
    notes: str = ""


@dataclass(frozen=True)
class Release:
    """One official announcement in all its languages.

    `released_at` is None for a draft that was never published. An embargoed release has `embargoed_until` as well,
    the same instant. All instants are in UTC.
    """

    slug: str
    kind: Kind
    released_at: datetime | None
    #: The language it was written in, a key of `texts`.
    original: str
    #: The place of the dateline.
    place: Words
    lead_organisations: tuple[str, ...]
    contacts: tuple[str, ...]
    texts: Mapping[str, ReleaseText]
    supporting_organisations: tuple[str, ...] = ()
    boilerplates: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    #: The key of the drawing that stands with the headline.
    image: str | None = None
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    embargoed_until: datetime | None = None
    correction: Correction | None = None
    withdrawal: Withdrawal | None = None
    #: Who signs an open letter first, who joined, who did so after its text was corrected, and who waits.
    signatories: tuple[Signature, ...] = ()
    joined: tuple[Signature, ...] = ()
    joined_later: tuple[Signature, ...] = ()
    waiting: tuple[Signature, ...] = ()
    #: The last day on which it can be signed, and whose clocks are meant.
    open_until: date | None = None
    zone: str = ""


@dataclass(frozen=True)
class ImageText:
    """What is said about a drawing: a title for the library, a description for those who do not see it, a caption."""

    title: Words
    description: Words
    caption: Words
    credit: Words
