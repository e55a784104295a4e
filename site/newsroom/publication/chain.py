"""The whole chain of a publication, in order: what is asked, what is settled, what is written, what follows.

Every publication ends in the writing of a live page: the editor's button, a bulk action, the API, an import, the
scheduler at the end of an embargo, a command, plain code. From there on the order is this:

1. ASKED. Each may refuse with RefusedError; then nothing of the publication stays.
2. SETTLED, inside the transaction, before the page is written.
3. The page and its life are written (`publishing.make_public`).
4. FOLLOWS, inside the same transaction. The search's index follows last, when the page's own `save` ends
   (`search.findable`).
5. After it Wagtail writes its history and sends `page_published`: `translation.signing.receivers` notes there what
   readers are told of a machine's translation, and Wagtail's own receivers bring the index of references and the search
   of the CMS up to date.

A step names the page types it is for, as "room.Model" or the name of a base in `publication.models`, and its function
by its path: rooms above this one are named and never imported.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import import_string

EVERY_PAGE = ""
RELEASES = "news.ReleasePage"
EVENTS = "campaigns.EventPage"
CALLS = "campaigns.CallPage"
HUBS = "campaigns.CampaignHubPage"
HELD_BACK = "Embargo"
RECORDED = "RecordedInEditions"


@dataclass(frozen=True)
class Step:
    """One thing that is asked or done when a page of some type becomes public."""

    types: str
    function: str
    #: The type that asks or does it in another step.
    besides: str = ""

    def concerns(self, page: Any) -> bool:
        """Tell whether the page is of the step's type."""
        names = {base.__name__ for base in type(page).__mro__}
        is_of_type = self.types in ("", page._meta.label) or self.types in names
        return is_of_type and self.besides != page._meta.label

    def take(self, page: Any) -> None:
        """Call the function with the page. Raises whatever that raises, RefusedError above all."""
        import_string(self.function)(page)


ASKED = (
    Step(HELD_BACK, "newsroom.publication.publishing.embargo_has_ended"),
    Step(HELD_BACK, "newsroom.publication.publishing.first_issue_is_past"),
    Step(HELD_BACK, "newsroom.publication.review.facts.refuse_confidential"),
    Step(HELD_BACK, "newsroom.publication.review.approval.refuse_without_approval"),
    Step(EVERY_PAGE, "newsroom.publication.changing.refuse_a_silent_change"),
    Step(RECORDED, "newsroom.publication.editions.completeness.refuse_incomplete"),
    Step(HUBS, "campaigns.sharing.lengths.refuse_what_is_too_long"),
    Step(EVERY_PAGE, "newsroom.publication.record.refuse_an_address_of_others", besides=RELEASES),
    Step(EVERY_PAGE, "newsroom.publication.files.secrets.keep_embargoed_files"),
    Step(EVERY_PAGE, "newsroom.translation.signing.gate.translation_is_signed_off"),
    Step(EVERY_PAGE, "newsroom.translation.signing.gate.words_are_as_signed"),
    Step(HELD_BACK, "newsroom.publication.publishing.original_goes_first"),
    Step(EVERY_PAGE, "newsroom.publication.embargoes.above.page_above_goes_first"),
    Step(HELD_BACK, "newsroom.translation.signing.gate.required_languages_are_signed_off"),
)
#: Asked as well when a version is given its hour, so that a refusal is heard then and not at the hour alone.
ASKED_BEFORE_SCHEDULING = (
    Step(HELD_BACK, "newsroom.publication.publishing.first_issue_is_past"),
    Step(HELD_BACK, "newsroom.publication.review.facts.refuse_confidential"),
    Step(HELD_BACK, "newsroom.publication.review.approval.refuse_without_approval"),
    Step(EVERY_PAGE, "newsroom.publication.changing.refuse_a_schedule"),
    Step(RECORDED, "newsroom.publication.editions.completeness.refuse_incomplete"),
    Step(HUBS, "campaigns.sharing.lengths.refuse_what_is_too_long"),
    Step(EVERY_PAGE, "newsroom.publication.record.refuse_an_address_of_others", besides=RELEASES),
    Step(EVERY_PAGE, "newsroom.translation.signing.gate.translation_is_signed_off"),
    Step(EVERY_PAGE, "newsroom.translation.signing.gate.words_are_as_signed"),
    Step(HELD_BACK, "newsroom.publication.publishing.original_goes_first"),
    Step(EVERY_PAGE, "newsroom.publication.embargoes.above.page_above_lifts_first"),
)
SETTLED = (
    Step(RELEASES, "news.quotes.recording.give_own_quote_ids"),
    Step(RELEASES, "news.models.reference.give_reference"),
    Step(RELEASES, "news.letters.terms.settle_signing"),
    Step(CALLS, "campaigns.calls.presentation.terms.settle_terms"),
)
FOLLOWS = (
    Step(RECORDED, "newsroom.publication.editions.issuing.issue_edition"),
    Step(RELEASES, "news.letters.recording.record_first_signatories"),
    Step(RELEASES, "news.letters.terms.share_signing"),
    Step(RECORDED, "organisations.naming.noting.note_published"),
    Step(EVENTS, "campaigns.events.presentation.calendars.note_calendar_change"),
    Step(CALLS, "campaigns.calls.presentation.terms.share_terms"),
    Step(CALLS, "campaigns.calls.presentation.calendars.note_closing_in_calendars"),
    Step(HELD_BACK, "newsroom.translation.signing.signoff.publish_signed"),
)
#: What tells the search of languages that lifted together; what is published otherwise tells it by its own `save`.
FOUND = "search.indexing.refresh_index"
CHAIN = {
    "asked": ASKED,
    "asked before scheduling": ASKED_BEFORE_SCHEDULING,
    "settled": SETTLED,
    "follows": FOLLOWS,
}


def steps_of(steps: tuple[Step, ...], page: Any) -> Iterator[Step]:
    """Yield those of some steps that concern a page, in order."""
    return (step for step in steps if step.concerns(page))


def take_steps(steps: tuple[Step, ...], page: Any) -> None:
    """Take the steps that concern a page. Raises what they raise; the caller's transaction then undoes the rest."""
    for step in steps_of(steps, page):
        step.take(page)


def make_findable(pages: list[Any]) -> None:
    """Tell the search of pages that went public together, in their transaction."""
    if pages:
        import_string(FOUND)(pages)
