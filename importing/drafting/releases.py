"""A proposal becomes a draft release, together with the records it names."""

from datetime import UTC, date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from importing.drafting.base import LONGEST_TITLE, Drafting, Stored, stated_role
from importing.matching import free_slug
from importing.proposal import BodyBlock, ProposedQuote
from news.choices import ReleaseKind
from news.models import (
    NewsIndexPage,
    ReleaseBoilerplate,
    ReleaseContact,
    ReleaseOrganisation,
    ReleasePage,
    ReleaseParticipant,
)
from newsroom.base.pages.addresses import earlier_slugs
from newsroom.base.tables.block import fits_editor
from newsroom.language.html import text_of_html
from newsroom.language.html_tables import texts_and_tables_of_html
from newsroom.language.script.cutting import cut_text
from newsroom.language.tables import PlainTable, stored_table, text_of_table

LONGEST_LINE = 300


class ReleaseDrafting(Drafting):
    """A release: the page, then what hangs on it, in the order of the document."""

    page_type = ReleasePage

    def run(self) -> Stored:
        """Make the records first, so that what the document says of them can be matched to each other."""
        boilerplates = [self.directory.boilerplate(each, self.headline()) for each in self.proposal.boilerplates]
        page: Any = self.begin()
        bodies = list(dict.fromkeys(boilerplate.organisation for boilerplate in boilerplates))
        page.organisation_links = [
            ReleaseOrganisation(organisation=body, is_lead=number == 0, sort_order=number)
            for number, body in enumerate(bodies)
        ]
        page.boilerplate_links = [
            ReleaseBoilerplate(boilerplate=boilerplate, sort_order=number)
            for number, boilerplate in enumerate(boilerplates)
        ]
        contacts = dict.fromkeys(self.directory.contact(contact) for contact in self.proposal.contacts)
        page.contact_links = [ReleaseContact(contact=each, sort_order=number) for number, each in enumerate(contacts)]
        page.body = self.body()
        page.participant_links = self.participants()
        page.hashtags.add(*self.proposal.hashtags)
        page.save()
        page.save_revision(user=self.decisions.user)
        return Stored(page, self.remarks)

    def headline(self) -> str:
        """The headline, or what stands in for it."""
        if not self.proposal.headline:
            self.remarks.append(_("No headline was found."))
        return self.proposal.headline or _("Imported release")

    def kind(self) -> str:
        """The kind of release; a press release where the document says none that releases have."""
        is_known = self.proposal.kind in ReleaseKind.values
        return self.proposal.kind if is_known else ReleaseKind.PRESS_RELEASE

    def begin(self) -> ReleasePage:
        """The page with its plain fields, as a draft under the list of its language."""
        index = NewsIndexPage.objects.get(locale=self.locale)
        self.refuse_others(index)
        taken = {*index.get_children().values_list("slug", flat=True), *earlier_slugs(index)}
        page = ReleasePage(
            title=self.fitted(self.headline(), LONGEST_TITLE),
            slug=free_slug(self.headline(), taken),
            kind=self.kind(),
            subheadline=self.fitted(self.proposal.subheadline or "", LONGEST_LINE),
            summary=self.fitted(self.proposal.summary or "", LONGEST_LINE),
            dateline_place=cut_text(self.proposal.dateline.place or "", 100),
            notes_to_editors=self.notes(),
            original_language=self.locale.language_code,
            first_issued_at=self.first_issued_at(),
            locale=self.locale,
            live=False,
            owner=self.decisions.user,
        )
        self.hold(page)
        index.add_child(instance=page)
        return page

    def notes(self) -> str:
        """Notes to editors as HTML; the parser gives them as HTML or as plain lines."""
        notes = self.proposal.notes_to_editors or ""
        return notes if notes.startswith("<") or not notes else f"<p>{notes}</p>"

    def first_issued_at(self) -> datetime | None:
        """The day of the dateline, at midnight UTC, where it lies before today: the historic date of the release."""
        if not self.proposal.dateline.date or self.embargo:
            return None
        day = date.fromisoformat(self.proposal.dateline.date)
        return datetime.combine(day, time(), UTC) if day < timezone.now().date() else None

    def body(self) -> list[dict[str, object]]:
        """The blocks of the text: runs of paragraphs and lists together; quotes, headings and tables on their own."""
        blocks: list[dict[str, object]] = [
            {"type": "text", "value": format_html("<p>{}</p>", text)} for text in self.overflow
        ]
        for block in self.proposal.body:
            quote = self.quote_of(block)
            if quote is not None:
                blocks.append({"type": "quote", "value": self.quote(quote)})
            elif block.type == "image" and (image := self.picture_of(block)) is not None:
                blocks.append({"type": "image", "value": {"image": image.pk, "alt": "", "caption": ""}})
            elif block.type == "heading":
                blocks.append({"type": "heading", "value": text_of_html(block.html)})
            else:
                for part in texts_and_tables_of_html(block.html):
                    add_part(blocks, self.within_limits(part))
        return blocks

    def picture_of(self, block: BodyBlock) -> Any:
        """The image of a block that shows a picture of the file; None for a picture elsewhere."""
        return self.decisions.pictures.get(self.proposal.paragraphs[block.source[0]].image)

    def within_limits(self, part: str | PlainTable) -> str | PlainTable:
        """A part of the text; a table that no editor could open is text, a line for each row, and is remarked on."""
        if isinstance(part, str) or fits_editor(part):
            return part
        words = _(
            "A table of %(rows)d rows and %(columns)d columns is too large for the editor; it stands in the text, a "
            "line for each row. Attach it as a file instead."
        )
        self.remarks.append(words % {"rows": len(part.rows), "columns": len(part.kinds)})
        return format_html_join("", "<p>{}</p>", ((line,) for line in text_of_table(part).split("\n") if line))

    def quote_of(self, block: BodyBlock) -> ProposedQuote | None:
        """The quote that a block is, where it is exactly one; others stay in the text and are remarked on."""
        quotes = [quote for quote in self.proposal.quotes if set(quote.source) & set(block.source)]
        if block.type == "quote" and len(quotes) == 1 and quotes[0].source == block.source:
            return quotes[0]
        for quote in quotes:
            if quote.source[0] == block.source[0]:
                words = {"speaker": quote.speaker}
                self.remarks.append(
                    _("A quote by %(speaker)s stands inside a paragraph; make it a block to record it.") % words
                )
        return None

    def quote(self, quote: ProposedQuote) -> dict[str, object]:
        """A quote block as it is stored."""
        organisation = self.directory.organisation(quote.organisation)
        role = stated_role(quote.role, quote.organisation)
        return {
            "words": quote.text,
            "speaker": self.directory.person(quote.speaker, role, quote.organisation).pk,
            "role": role,
            "organisation": organisation.pk if organisation else None,
            "language": self.locale.language_code,
        }

    def participants(self) -> list[ReleaseParticipant]:
        """The people named as taking part, each once, with the role as stated."""
        rows: dict[int, ReleaseParticipant] = {}
        for participant in self.proposal.participants:
            role = stated_role(participant.role, participant.organisation)
            person = self.directory.person(participant.name, role, participant.organisation)
            rows.setdefault(
                person.pk,
                ReleaseParticipant(person=person, role=cut_text(role, 300), sort_order=len(rows), locale=self.locale),
            )
        return list(rows.values())


def add_part(blocks: list[dict[str, object]], part: str | PlainTable) -> None:
    """Add a table as a block of its own, and HTML to the text that it follows."""
    if isinstance(part, PlainTable):
        blocks.append({"type": "table", "value": stored_table(part)})
    elif blocks and blocks[-1]["type"] == "text":
        blocks[-1]["value"] = f"{blocks[-1]['value']}{part}"
    else:
        blocks.append({"type": "text", "value": part})
