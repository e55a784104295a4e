"""What a page shows of a release: its document, and the few facts that stay live.

Live are the contacts and who answers now, the other languages and whether a translation is out of date, corrections,
campaign hubs, and the files of images. A preview shows the document as it would be published, in the same template.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from news.choices import ReleaseKind
from news.editions.composing import compose
from news.editions.document import DocumentQuote, Paragraph, Picture, ReleaseDocument
from news.editions.markup import QuoteMarkup, ShownQuote, text_markup
from news.leadership.showing import leaderships_of
from news.models.hashtag import Hashtag, with_hubs
from news.models.quote import Quote, quote_address
from news.quotes.citation import CitedRelease, cited, cited_document, standing_notes
from news.releases.dateline import dateline_line
from news.releases.issued_at import issued_at
from news.releases.structured_data import PICTURE, news_article
from newsroom.base.models import NewsroomImage
from newsroom.publication.choices import RecordState
from newsroom.publication.corrections.versions import corrections_shown, state_of
from newsroom.publication.editions.issuing import last_edition
from newsroom.publication.editions.reading import document_for_reader
from organisations.duty import Duty, duties_of

if TYPE_CHECKING:
    from news.models.release import ReleasePage

LOGO = "max-96x96"
CARD = "fill-1200x630|format-png"
#: A headline of more characters is set one step smaller, so that it stays within four lines.
LONG_HEADLINE = 110


@dataclass(frozen=True)
class ShownPicture:
    """An image where it stands in a release. `file` is its rendition."""

    picture: Picture
    file: Any


class Files:
    """The images of a document in the sizes that a page shows, in two queries for all."""

    def __init__(self, document: ReleaseDocument) -> None:
        numbers = {number for kind, number in document.files if kind == "image"}
        rows = NewsroomImage.objects.filter(pk__in=numbers).prefetch_renditions(PICTURE, LOGO, CARD) if numbers else ()
        self.images = {image.pk: image for image in rows}

    def in_size(self, number: int | None, size: str) -> Any:
        """An image in a size; None where it is gone or cannot be shown."""
        image = self.images.get(number) if number else None
        return image.rendition_or_none(size) if image else None


def document_shown(release: "ReleasePage", request: HttpRequest) -> ReleaseDocument:
    """What is shown of a release: the edition that readers get, an earlier one, or a draft as it would be published."""
    earlier = release.superseded_by
    if earlier and earlier.pk:
        document: ReleaseDocument = earlier.earlier.document
        return document_for_reader(document, request)
    edition = last_edition(release)
    if edition and release.live and not getattr(request, "is_preview", False):
        current: ReleaseDocument = edition.document
        return document_for_reader(current, request)
    return document_for_reader(compose(release, edition.document if edition else None), request)


class ShownRelease:
    """Everything that is shown of a release, each of it asked for when it is shown first.

    The same for the public page, for one that stood until a correction, and for a preview.
    """

    #: What a page's template shows, by these names.
    NAMES = (
        *("document", "state", "corrections", "dateline", "contacts", "kind", "is_long", "is_quotable", "parts"),
        *("picture", "card", "boilerplates", "hashtags", "issued_at", "structured_data", "leaderships"),
    )

    def __init__(self, release: "ReleasePage", request: HttpRequest) -> None:
        self.release, self.request = release, request

    def context(self) -> dict[str, Any]:
        """What the template is given: a part of the page that was made before asks for nothing."""
        return {name: partial(getattr, self, name) for name in self.NAMES} | {"version": self.version}

    @property
    def version(self) -> int:
        """Which version is shown: the number of the correction until which it stood, or 0."""
        return getattr(self.release.superseded_by, "number", 0)

    @cached_property
    def document(self) -> ReleaseDocument:
        """What was published, or would be."""
        return document_shown(self.release, self.request)

    @cached_property
    def corrections(self) -> list[Any]:
        """The corrections that readers are told of."""
        return corrections_shown(self.release)

    @cached_property
    def state(self) -> RecordState:
        """What the release is for whoever looks at it now."""
        return state_of(self.release, self.corrections)

    @cached_property
    def recorded(self) -> list[Quote]:
        """The public records of its quotes in all languages."""
        return recorded_quotes(self.document)

    @cached_property
    def quotes(self) -> dict[UUID, ShownQuote]:
        """Its quotes by their ids."""
        return shown_quotes_of(self.document, self.recorded, self.request)

    @cached_property
    def dateline(self) -> SafeString:
        """The dateline with which the text opens, or nothing."""
        return opening_dateline(self.document)

    @cached_property
    def contacts(self) -> list[Duty]:
        """Whom to call about it now."""
        return duties_of(contacts_of(self.release))

    @cached_property
    def kind(self) -> Any:
        """What kind of release it is, in words."""
        return ReleaseKind(self.document.kind).label

    @cached_property
    def is_long(self) -> bool:
        """Whether its headline needs smaller type."""
        return len(self.document.headline) > LONG_HEADLINE

    @cached_property
    def is_quotable(self) -> bool:
        """Whether it may be quoted: not what was superseded."""
        return self.state != RecordState.SUPERSEDED

    @cached_property
    def files(self) -> "Files":
        """Its images."""
        return Files(self.document)

    @cached_property
    def parts(self) -> list[tuple[Any, Any]]:
        """Its text."""
        return list(shown_parts(self.document, self.quotes, self.files, is_quotable=self.is_quotable))

    @cached_property
    def picture(self) -> ShownPicture | None:
        """Its own image, where that stands in the text."""
        return shown_picture(self.document.picture, self.files) if picture_stands_alone(self.document) else None

    @cached_property
    def card(self) -> Any:
        """The image with which it is passed on, or None."""
        return self.files.in_size(self.document.picture.image, CARD) if self.document.picture else None

    @cached_property
    def boilerplates(self) -> list[tuple[Any, Any]]:
        """About its organisations, each text with a logo or None."""
        return [(text, self.files.in_size(text.logo, LOGO)) for text in self.document.boilerplates]

    @cached_property
    def leaderships(self) -> list[dict[str, Any]]:
        """Under whom it was issued, where they lead no longer."""
        return leaderships_of(self.document)

    @cached_property
    def hashtags(self) -> list[Hashtag]:
        """Its hashtags with their campaigns' hubs."""
        return with_hubs(hashtags_shown(self.release, self.document, self.state))

    @cached_property
    def issued_at(self) -> list[Any]:
        """The public events at which it was issued."""
        return issued_at(self.release) if self.is_quotable else []

    @cached_property
    def structured_data(self) -> Any:
        """What it tells search engines; nothing in a preview or of what was superseded."""
        is_public = self.release.live and self.is_quotable and not getattr(self.request, "is_preview", False)
        if not is_public:
            return ""
        return news_article(self.document, self.recorded, self.corrections, self.files, self.release, self.request)


def shown_parts(
    document: ReleaseDocument, quotes: Mapping[UUID, ShownQuote], files: Files, *, is_quotable: bool
) -> Iterator[tuple[Any, Any]]:
    """The parts of the text, each with its HTML, or an image with its file; one that is gone is left out."""
    writer = QuoteMarkup(is_quotable=is_quotable)
    for part in document.body:
        if isinstance(part, DocumentQuote):
            yield part, writer.markup(quotes[part.id])
        elif not isinstance(part, Picture):
            yield part, text_markup(part)
        elif picture := shown_picture(part, files):
            yield part, picture


def opening_dateline(document: ReleaseDocument) -> SafeString:
    """The dateline with which the first paragraph opens; nothing where the text begins with something else."""
    opens = document.dateline is not None and document.body and isinstance(document.body[0], Paragraph)
    return dateline_line(document.dateline) if opens and document.dateline else SafeString("")


def shown_picture(picture: Picture | None, files: Files) -> ShownPicture | None:
    """An image with its file; None where it cannot be shown."""
    file = files.in_size(picture.image, PICTURE) if picture else None
    return ShownPicture(picture, file) if picture and file else None


def picture_stands_alone(document: ReleaseDocument) -> bool:
    """Whether the release's own image is shown in its text: only where no other is."""
    return document.picture is not None and document.pictures == (document.picture,)


def recorded_quotes(document: ReleaseDocument) -> list[Quote]:
    """The public records of a document's quotes in all languages; one query."""
    ids = [said.id for said in document.quotes]
    return list(Quote.objects.released().filter(quote_id__in=ids).select_related("locale")) if ids else []


def shown_quotes_of(
    document: ReleaseDocument, recorded: Iterable[Quote], request: HttpRequest
) -> dict[UUID, ShownQuote]:
    """The quotes of a document by their ids, each with what stays live of it."""
    rows: dict[UUID, dict[str, Quote]] = defaultdict(dict)
    for row in recorded:
        rows[row.quote_id][row.locale.language_code] = row
    source = cited_document(document)
    return {said.id: shown_quote(said, source, rows[said.id], request) for said in document.quotes}


def shown_quote(
    said: DocumentQuote, source: CitedRelease, rows: Mapping[str, Quote], request: HttpRequest
) -> ShownQuote:
    """A quote with how its words stand to the original's today, and those; `rows` are its records by language."""
    own = rows.get(source.language)
    address = quote_address(said.id, source.language)
    is_translation = said.language != source.language
    return ShownQuote(
        said=said,
        address=address,
        speaker_address=reverse("speaker", args=[said.speaker.slug]),
        copied=cited(said, source, request.build_absolute_uri(address)),
        notes=standing_notes(own if own and own.words == said.words else said),
        original=rows.get(said.language) if is_translation else None,
    )


def contacts_of(release: "ReleasePage") -> list[UUID]:
    """The translation keys of a release's contacts, in its order; of a draft as it names them."""
    links = list(release.contact_links.all())
    prefetch_related_objects(links, "contact")
    return [link.contact.translation_key for link in links]


def hashtags_shown(release: "ReleasePage", document: ReleaseDocument, state: RecordState) -> list[Hashtag]:
    """The hashtags of a release as they are today; of an earlier version those it had, as far as they are there."""
    if state != RecordState.SUPERSEDED:
        return list(release.hashtags.all())
    addresses = Hashtag.objects.addresses_meant(word.slug for word in document.hashtags)
    known = {tag.slug: tag for tag in Hashtag.objects.filter(slug__in=addresses)}
    return [known[address] for address in dict.fromkeys(addresses) if address in known]
