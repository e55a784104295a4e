"""What drafts of every type have in common: the language, the directory, what somebody should look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.permissions import policy_registry

from importing.matching import Directory, free_slug
from importing.proposal import Proposal
from importing.wording import words_of_doubt
from newsroom.base.pages.addresses import earlier_slugs
from newsroom.language.script.cutting import cut_text
from organisations.models import Organisation, Person


@dataclass
class Stored:
    """A draft that was made, and what the person who confirms it should look at."""

    page: Any
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Decisions:
    """What the person who confirms a proposal adds to it.

    `same_as` says which record is meant by what the document names; `pictures` are the images of the document that
    were stored, by their names within it; `user` is who makes the draft.
    """

    same_as: Mapping[str, int | str] = field(default_factory=dict)
    pictures: Mapping[str, Any] = field(default_factory=dict)
    user: Any = None


def may_add_below(parent: Any, user: Any, page_type: Any) -> bool:
    """Whether somebody may add a page of a type below another."""
    may_add = policy_registry.get_by_type(page_type).user_has_permission(user, "add")
    return may_add and parent.permissions_for_user(user).can_add_subpage()


#: The longest title of a page.
LONGEST_TITLE = 255
LONGEST_NAME, LONGEST_ROLE, LONGEST_POINT = 150, 300, 5_000


class Drafting:
    """One import: `remarks` say what to look at, `overflow` is what was too long for its field."""

    page_type: ClassVar[Any]

    def __init__(self, proposal: Proposal, decisions: Decisions) -> None:
        self.proposal, self.decisions = proposal, decisions
        self.remarks = [words_of_doubt(doubt) for doubt in proposal.warnings]
        self.overflow: list[str] = []
        self.locale = Locale.objects.get(language_code=self.language())
        self.directory = Directory(self.locale, decisions.same_as)

    def language(self) -> str:
        """The document's language, or English where the newsroom does not have it."""
        known = {code.split("-")[0]: code for code, _name in settings.LANGUAGES}
        code = known.get((self.proposal.language or "").split("-")[0])
        if code is None:
            self.remarks.append(
                _("The newsroom does not have the language of this document; it is filed under English.")
            )
        return code or "en"

    def refuse_others(self, parent: Any) -> None:
        """Raise PermissionDenied where whoever makes the draft may not add a page there; programs have no user."""
        user = self.decisions.user
        if user is not None and not may_add_below(parent, user, self.page_type):
            raise PermissionDenied

    def hold(self, page: Any) -> None:
        """Put a draft under the embargo of the document, in its zone, before the draft is written."""
        page.hold_until(self.embargo, self.proposal.embargo_zone or "")

    @cached_property
    def embargo(self) -> datetime | None:
        """The embargo the document states, while it lies ahead."""
        until = parse_datetime(self.proposal.embargo_until or "")
        if until and until > timezone.now():
            return until
        if self.proposal.embargo:
            self.remarks.append(
                _("The document states an embargo that was not set: %(line)s") % {"line": self.proposal.embargo}
            )
        return None

    def fitted(self, text: str, limit: int) -> str:
        """A text cut so that it fits its field; all of it then opens the text, so that nothing is lost."""
        if len(text) <= limit:
            return text
        self.overflow.append(text)
        self.remarks.append(
            _("“%(start)s …” is too long for its field; all of it stands at the head of the text.")
            % {"start": cut_text(text, 40)}
        )
        return cut_text(text, limit)


class OccasionDrafting(Drafting):
    """An event or a call: what both have."""

    def titled(self, parent: Any, instead: str) -> dict[str, Any]:
        """The values with which a draft begins: title, address, language, whose it is. Raises PermissionDenied."""
        self.refuse_others(parent)
        if not self.proposal.headline:
            self.remarks.append(_("No headline was found."))
        title = self.proposal.headline or instead
        taken = {*parent.get_children().values_list("slug", flat=True), *earlier_slugs(parent)}
        return {
            "title": self.fitted(title, LONGEST_TITLE),
            "slug": free_slug(title, taken),
            "original_language": self.locale.language_code,
            "locale": self.locale,
            "live": False,
            "owner": self.decisions.user,
        }

    def bodies(self, names: Iterable[str]) -> list[Organisation]:
        """The organisations of some names, each once, made where there is none: a label or a signature names them."""
        return list(dict.fromkeys(self.directory.organisation_or_new(name) for name in names))

    def known_body(self, name: str | None) -> int | None:
        """The number of an organisation that the directory knows; None for others."""
        found = self.directory.organisation(name)
        return found.pk if found is not None else None

    def person(self, name: str, role: str | None, organisation: str | None) -> Person | None:
        """The person of a name that is written in full, made where there is none; None for initials and nicknames."""
        if len(name) > LONGEST_NAME or (any(len(part.strip(".")) < 2 for part in name.split()) and is_cased(name)):
            return None
        return self.directory.person(name, stated_role(role, organisation), organisation)

    def role_beside(self, role: str | None, organisation: str | None) -> str:
        """A role as it stands beside a record: it names the organisation only where the directory does not know it."""
        words = (role or "") if self.known_body(organisation) else stated_role(role, organisation)
        return cut_text(words, LONGEST_ROLE)

    def in_front(self, html: str) -> str:
        """A text with what was too long for its field at its head."""
        return format_html_join("", "<p>{}</p>", ((text,) for text in self.overflow)) + html


def stored_points(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Points as the editor stores them."""
    return [{"type": "point", "value": text[:LONGEST_POINT]} for text in texts]


def is_cased(name: str) -> bool:
    """Whether a name is written in a script that has capitals."""
    return name.upper() != name.lower()


def stated_role(role: str | None, organisation: str | None) -> str:
    """A role as a release states it: the function, then the organisation unless the function names it."""
    if not role or not organisation:
        return role or organisation or ""
    return role if organisation.casefold() in role.casefold() else f"{role}, {organisation}"
