"""What the page of an open letter shows besides its text: who signed which text, and the form to sign it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Min
from django.http import HttpRequest
from django.utils.translation import gettext as _

from news.choices import ReleaseKind, SignatoryOrder
from news.editions.document import DocumentSignatory, ReleaseDocument
from news.letters.closing import SigningEnd, signing_end, takes_signatures
from news.letters.signing_form import SignatorySieve, SigningForm
from news.letters.texts import LetterText, text_signed, texts_of_letter
from news.models.extension import LetterExtension
from news.models.signatory import Signatory, findable_words
from newsroom.publication.deadlines.extending import extensions_of
from newsroom.publication.editions.issuing import last_edition
from search.forms import page_number

if TYPE_CHECKING:
    from news.editions.showing import ShownRelease
    from news.models.release import ReleasePage

ON_ONE_PAGE = 25
#: So many of the first are named above the list, and so many countries.
NAMED, COUNTRIES = 4, 8


@dataclass(frozen=True)
class SignedText:
    """A text of a letter and how many signed it."""

    text: LetterText
    number: int


@dataclass(frozen=True)
class ShownLetter:
    """Who signed, and how a reader joins them. `form` is None where nobody can sign now."""

    total: int
    found: Page
    #: The name of each, how many signed there, and the language of the name.
    countries: list[tuple[str, int, str]]
    other_countries: int
    texts: list[SignedText]
    current: LetterText | None
    end: SigningEnd | None
    form: SigningForm | None
    asked: dict[str, str]
    orders: list[tuple[str, Any]]
    first: tuple[DocumentSignatory, ...]
    further: int
    extensions: list[dict[str, Any]]

    @property
    def query(self) -> str:
        """What a further page of the list has in its address."""
        return urlencode(self.asked)

    @property
    def is_changed(self) -> bool:
        """Whether some signed other words than those of today."""
        return self.current is not None and any(each.text.number != self.current.number for each in self.texts)


def letter_context(
    release: "ReleasePage", request: HttpRequest, shown: "ShownRelease", form: SigningForm | None = None
) -> dict[str, Any]:
    """What the page of a release shows if it is an open letter; a number of queries that does not grow with it.

    An earlier version says who signed first and nothing of today. `form` is what somebody sent. `letter_key` says what
    the page depends on beside the database: which of the signatories are asked for, and whether one can sign.
    """
    if release.kind != ReleaseKind.OPEN_LETTER:
        return {"letter_key": ""}
    if shown.version:
        return {"signed_first": shown.document.signatories, "letter_key": ""}
    letter = shown_letter(release, shown.document, request, form)
    return {"letter": letter, "letter_key": (request.get_full_path(), letter.form is not None)}


def shown_letter(
    release: "ReleasePage", document: ReleaseDocument, request: HttpRequest, form: SigningForm | None
) -> ShownLetter:
    """The signatories that a reader asks for, and how everything stands with them."""
    sieve = SignatorySieve(request.GET)
    rows = Signatory.objects.released().under(release.translation_key)
    asked = sieve.asked
    by_country = list(
        rows.values("country").annotate(number=Count("pk"), language=Min("language")).order_by("-number", "country")
    )
    countries = [(each["country"], each["number"], each["language"]) for each in by_country if each["country"]]
    texts = texts_with_numbers(rows)
    edition = last_edition(release) if release.live else None
    end = signing_end(release)
    is_open = takes_signatures(end)
    page = Paginator(chosen_rows(rows, asked), ON_ONE_PAGE).get_page(page_number(request.GET.get("page", "")))
    page.object_list = named_in_language(page.object_list, document)
    return ShownLetter(
        total=sum(each["number"] for each in by_country),
        found=page,
        countries=countries,
        other_countries=sum(number for _name, number, _language in countries[COUNTRIES:]),
        texts=texts,
        current=text_signed(edition, texts_of_letter(release)) if edition else None,
        end=end,
        form=form or (SigningForm() if is_open else None),
        asked=asked,
        orders=SignatoryOrder.choices,
        first=document.signatories[:NAMED],
        further=len(document.signatories[NAMED:]),
        extensions=extensions_of(LetterExtension, release.translation_key) if end and end.is_extended else [],
    )


def chosen_rows(rows: Any, asked: Mapping[str, str]) -> Any:
    """Those of some signatories that a reader looks for, in the order asked for."""
    for word in findable_words(asked.get("name", "")).split():
        rows = rows.filter(search_key__contains=word)
    if country := asked.get("country"):
        rows = rows.filter(country=country)
    return rows.in_reading_order(asked.get("order") or SignatoryOrder.SIGNED)


def texts_with_numbers(rows: Any) -> list[SignedText]:
    """The texts that signatories signed, the first text first, each with how many signed it."""
    counted = rows.order_by().values("text_version", "text_since").annotate(number=Count("pk")).order_by("text_version")
    return [SignedText(LetterText(each["text_version"], each["text_since"]), each["number"]) for each in counted]


def named_in_language(rows: Any, document: ReleaseDocument) -> list[Signatory]:
    """Rows, those who signed first as a document calls them."""
    own: dict[UUID, DocumentSignatory] = {each.key: each for each in document.signatories}
    found: list[Signatory] = list(rows)
    for row in found:
        if row.first_key in own:
            said = own[row.first_key]
            row.name, row.role, row.place, row.country = said.name, said.role, said.place, said.country
            row.language = said.language
    return found


def late_words(end: SigningEnd | None) -> str:
    """What somebody is told whose signature came too late."""
    when = end.closed_in_words if end else _("This letter is not signed here.")
    return " ".join(
        (_("Your signature was not taken."), when, _("Nothing of it was stored. What you typed stands below."))
    )
