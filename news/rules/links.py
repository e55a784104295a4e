"""What the links of a release are known to lead to. Nobody is asked while somebody writes: the last check is read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.rules.contents import Contents
from newsroom.base.rules.registry import Fault, House, Rule
from newsroom.language.script.cutting import cut_text
from newsroom.links.gathering import links_written_in
from newsroom.links.service import broken_among

FIRST_WORDS = 80


class LinksLeadSomewhere(Rule):
    """A link that led nowhere when it was checked last; one query for all of them, none where there is no link."""

    name, title = "links", gettext_lazy("No link is known to be broken")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        body = subject.body.get_prep_value() if subject.body else ()
        found = list(links_written_in({"body": body, "notes_to_editors": subject.notes_to_editors}))
        broken = broken_among(link.address for link in found)
        for link in found:
            if known := broken.get(link.address):
                words = cut_text(link.words or link.address, FIRST_WORDS, "…")
                said = _("This link is broken: “%(words)s”. %(reason)s")
                reason = known.get_reason_display()
                yield Fault(said % {"words": words, "reason": reason}, link.field, link.block)


LINK_RULES: tuple[type[Rule], ...] = (LinksLeadSomewhere,)
