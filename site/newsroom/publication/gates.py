"""Who is asked before anything becomes public or is set to do so; what is asked, in order, stands in `chain`.

It is asked when a page is written live, which is what every publication ends in, and when a version is given its hour.
"""

from typing import Any

from wagtail.models import Page, Revision

from newsroom.publication import chain


class RefusedError(Exception):
    """A rule keeps a page from becoming public, or from being done away with. Says to a person why.

    `note` is the same for a log: it never holds a title, which may be under embargo. `holds_the_others`: whether the
    other languages of the page wait for this one.
    """

    def __init__(self, message: str, note: str, holds_the_others: bool = True) -> None:
        super().__init__(message)
        self.note, self.holds_the_others = note, holds_the_others


def ask_before_a_page_goes_live(
    sender: type[Any], instance: Page, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Ask before a page that knows no embargo is written live as a whole; those that know one ask by themselves."""
    if instance.live and update_fields is None and not raw:
        chain.take_steps(chain.ASKED, instance)


def ask_before_a_revision_is_scheduled(instance: Revision, update_fields: Any = None, **kwargs: Any) -> None:
    """Ask when a version is given its hour, so that a refusal is heard then and not at the hour alone."""
    is_told = update_fields is None or "approved_go_live_at" in update_fields
    if instance.approved_go_live_at and is_told:
        page = instance.as_object()
        if isinstance(page, Page):
            chain.take_steps(chain.ASKED_BEFORE_SCHEDULING, page)
