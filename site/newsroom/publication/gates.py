"""Who is asked before anything becomes public or is set to do so (domain.md, rule 5).

A room that knows a reason why a page must wait registers a gate; nothing that publishes calls it. It is asked when a
page is written live, which is what every publication ends in, and when a revision is given its hour.
"""

from collections.abc import Callable
from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import Signal, receiver
from wagtail.models import Page, Revision


class RefusedError(Exception):
    """A gate keeps a page from becoming public. Says to a person why.

    `note` is the same for a log: it never holds a title, which may be under embargo. `holds_the_others`: whether the
    other languages of the page wait for this one.
    """

    def __init__(self, message: str, note: str, holds_the_others: bool = True) -> None:
        super().__init__(message)
        self.note, self.holds_the_others = note, holds_the_others


Gate = Callable[[Page], None]
gates: list[Gate] = []
joint_gates: list[Gate] = []

#: A lift did not take place: `pages` (in whatever languages were due) and the `refusal`.
lift_refused = Signal()


def register_gate(gate: Gate) -> Gate:
    """A function that is given each page which becomes public, and raises RefusedError to prevent it."""
    gates.append(gate)
    return gate


def register_joint_gate(gate: Gate) -> Gate:
    """A function that is given one language of what lifts by itself, and raises RefusedError where another language
    that must go with it cannot."""
    joint_gates.append(gate)
    return gate


def ask_gates(page: Page) -> None:
    """Raises RefusedError where a gate does."""
    for gate in gates:
        gate(page)


def ask_joint_gates(page: Page) -> None:
    """Raises RefusedError where a joint gate does."""
    for gate in joint_gates:
        gate(page)


@receiver(pre_save)
def ask_before_a_page_goes_live(
    sender: type[Any], instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Writing a live page whole is what publishes it, whoever asks."""
    if issubclass(sender, Page) and instance.live and update_fields is None and not raw:
        ask_gates(instance)


@receiver(pre_save, sender=Revision)
def ask_before_a_revision_is_scheduled(instance: Revision, update_fields: Any = None, **kwargs: Any) -> None:
    """So that a refusal is heard when somebody schedules, and not at the hour itself alone."""
    if instance.approved_go_live_at and update_fields and "approved_go_live_at" in update_fields:
        page = instance.content_object
        if isinstance(page, Page):
            ask_gates(page)
