"""What is asked of the people in a release: who cleared what they are quoted with, who answers, who still asks."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from news.models.clearance import QuoteClearance
from news.quotes.status import exact_words
from news.releases.contacts import unreachable
from news.rules.conditions import FIRST_WORDS
from news.rules.contents import Contents
from newsroom.base.dates import full_date
from newsroom.base.rules.registry import Fault, House, Level, Rule
from newsroom.language.script.cutting import cut_text


class QuotesAreCleared(Rule):
    """Whoever is quoted, or their office, has said that exactly these words may stand; asked where a house wants it.

    A translation stands by its approval, so only quotes in the language they were spoken in are looked at.
    """

    name, title = "clearance", gettext_lazy("Each quote is cleared by its speaker’s office")
    level = Level.OFF
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        spoken = [each for each in subject.quotes if (each.value["language"] or subject.spoken) == subject.code]
        numbers = {UUID(str(block.id)) for block in spoken if block.id}
        cleared = cleared_words(numbers, subject.code) if numbers else set()
        for block in spoken:
            if block.value["words"].strip() and (str(block.id), exact_words(block.value["words"])) not in cleared:
                words = cut_text(block.value["words"], FIRST_WORDS, "…")
                said = _("Ask for clearance, these words have none: “%(words)s”") % {"words": words}
                yield Fault(said, "body", str(block.id or ""))


def cleared_words(numbers: set[UUID], code: str) -> set[tuple[str, str]]:
    """The words that offices approved or proposed themselves, each with its quote; one query."""
    answered = QuoteClearance.objects.filter(quote_id__in=numbers, locale__language_code=code).exclude(answer="")
    return {
        (str(each.quote_id), exact_words(each.proposed_words if each.is_proposal else each.words)) for each in answered
    }


class ContactsAreValid(Rule):
    """Contacts whom a deputy stands in for on the day of release."""

    name, title = "expired_contacts", gettext_lazy("No contact has expired")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        day = max(subject.day, timezone.now().date())
        expired = [contact for contact in subject.contacts if not contact.is_valid_on(day)]
        said = unreachable(subject.contacts, day, subject.code) if expired else {}
        for contact in expired:
            if contact.translation_key not in said:
                words = _("%(name)s was valid until %(day)s.")
                yield Fault(
                    words % {"name": contact.name, "day": full_date(contact.valid_until)},
                    "contact_links",
                    record=contact.translation_key,
                )


class CommentsAreResolved(Rule):
    """What colleagues asked is answered."""

    name, title = "comments", gettext_lazy("No comment is open")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if number := subject.open_comments():
            words = ngettext("%(number)d comment is open.", "%(number)d comments are open.", number)
            yield Fault(words % {"number": number}, "comments")


PEOPLE_RULES: tuple[type[Rule], ...] = (QuotesAreCleared, ContactsAreValid, CommentsAreResolved)
