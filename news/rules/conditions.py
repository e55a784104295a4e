"""What a release must have to become public, whatever a house has settled (decisions 0025 and 0050)."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.choices import ReleaseKind
from news.releases.contacts import unreachable
from news.rules.contents import Contents
from newsroom.base.rules.registry import Fault, House, Level, Rule
from newsroom.language.script.cutting import cut_text
from newsroom.publication.review.facts import confidential_words

FIRST_WORDS = 80


class Condition(Rule):
    """Something without which no release becomes public."""

    level = Level.BLOCKING
    is_condition = True
    holds_changes = True
    looks_at = Contents


class HeadlineIsThere(Condition):
    """A release is known by its headline."""

    name, title = "headline", gettext_lazy("It has a headline")

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if not subject.title.strip():
            yield Fault(_("Write a headline."), "title")


class AddressIsFree(Condition):
    """No two pages of a list have one address, nor one after the other."""

    name, title = "address", gettext_lazy("Its address is nobody else’s")

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if reason := subject.address_lack():
            yield Fault(reason, "slug")


class TextIsThere(Condition):
    """A release says something."""

    name, title = "text", gettext_lazy("It has a text")

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if not subject.body:
            yield Fault(_("A release needs a text before it can be published."), "body")


class QuotesAreSomebodys(Condition):
    """A quote is somebody's words."""

    name, title = "speakers", gettext_lazy("Each quote has words and a speaker")

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for block in subject.quotes:
            if not block.value["speaker"]:
                words = cut_text(block.value["words"], FIRST_WORDS, "…")
                said = _("Nobody is named as its speaker: “%(words)s”") % {"words": words}
                yield Fault(said, "body", str(block.id or ""))
            if not block.value["words"].strip():
                said = _("Write the words of each quote, or take the empty one out.")
                yield Fault(said, "body", str(block.id or ""))


class DatelineIsThere(Condition):
    """Where it is issued from."""

    name, title = "dateline", gettext_lazy("A press release states its place")

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if subject.kind == ReleaseKind.PRESS_RELEASE and not subject.dateline_place.strip():
            yield Fault(_("A press release states the place it is issued from."), "dateline_place")


class SomebodyIssuesIt(Condition):
    """An organisation, and one that issues it and does not merely join."""

    name, title = "organisation", gettext_lazy("An organisation issues it")

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if not subject.leads:
            yield Fault(_("Choose the organisation that issues this release."), "organisation_links")
        elif not any(subject.leads):
            yield Fault(_("Tick “issues the release” for at least one organisation."), "organisation_links")


class SomebodyAnswers(Condition):
    """Journalists have somebody to ask."""

    name, title = "contact", gettext_lazy("It names a media contact")
    holds_changes = False

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if not subject.contacts:
            yield Fault(_("Choose at least one media contact."), "contact_links")


class ContactsCanBeReached(Condition):
    """On the day on which it is public."""

    name, title = "reachable", gettext_lazy("Its contacts, or their deputies, answer that day")
    holds_changes = False

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        day = max(subject.day, timezone.now().date())
        for key, message in unreachable(subject.contacts, day, subject.code).items():
            yield Fault(message, "contact_links", record=key)


class NothingChosenIsGone(Condition):
    """Nothing that was chosen is left out in silence."""

    name, title = "gone", gettext_lazy("Nothing that was chosen has been deleted since")
    holds_changes = False

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for gone in subject.gone:
            yield Fault(gone.message, gone.relation)


class NotConfidential(Condition):
    """What somebody keeps secret is not published, whoever would do so."""

    name, title = "confidential", gettext_lazy("It is not confidential")

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if subject.is_confidential:
            yield Fault(confidential_words(), "is_confidential")


CONDITIONS: tuple[type[Rule], ...] = (
    *(
        NotConfidential,
        HeadlineIsThere,
        AddressIsFree,
        TextIsThere,
        QuotesAreSomebodys,
        DatelineIsThere,
        SomebodyIssuesIt,
    ),
    *(SomebodyAnswers, ContactsCanBeReached, NothingChosenIsGone),
)
