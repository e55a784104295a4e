"""The lines of the panel "Before publishing": what the rules say of what somebody is typing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from news.rules.findings import place_in_words
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Level, rule_registry

COMMENTS = "comments"


@dataclass(frozen=True)
class PanelLine:
    """One thing to do, where, and whether it holds back. `field`, `block` and `part` lead there."""

    message: str
    place: str
    is_blocking: bool
    field: str = ""
    block: str = ""
    rule: str = ""
    part: str = ""


def panel_lines(form: Any) -> dict[str, list[Any]]:
    """What is found in a form that was sent unsaved and has been validated: what holds back, what is worth a look,
    and the titles of the rules that found nothing."""
    contents, house = form.contents(), RuleSettings.current()
    found = rule_registry.findings(contents, house)
    lines = [
        PanelLine(
            each.message,
            place_in_words(each.fault, type(form.instance)),
            each.is_blocking,
            each.fault.field,
            each.fault.block,
            each.rule.name,
            each.fault.part,
        )
        for each in found
    ]
    names = {line.rule for line in lines}
    kept = [
        rule
        for rule in rule_registry.asked_of(contents)
        if rule.name not in names and house.level_of(rule) != Level.OFF
    ]
    return {
        "blocking": [*errors_of(form), *(line for line in lines if line.is_blocking)],
        "advisory": [line for line in lines if not line.is_blocking],
        "kept": [rule.title for rule in kept],
    }


def errors_of(form: Any) -> Iterable[PanelLine]:
    """What cannot be stored as it was typed; the form says the same when it is saved. What is missing the rules say."""
    for name, errors in form.errors.as_data().items():
        wrong = [error for error in errors if error.code != "required"]
        for message in messages_of(wrong):
            field = "" if name == NON_FIELD_ERRORS else name
            place = str(form.fields[name].label or "") if name in form.fields else ""
            yield PanelLine(message, place, True, field, rule="stored")
    for name, formset in form.formsets.items():
        if name != COMMENTS and any(row.errors for row in formset.forms):
            yield PanelLine(_("This cannot be stored as it is."), "", True, name, rule="stored")


def messages_of(errors: Iterable[ValidationError]) -> list[str]:
    """The words of errors at a field, each once; what is wrong inside a block stands there, so here is a sentence."""
    found = [message for error in errors for message in error.messages or [_("This cannot be stored as it is.")]]
    return list(dict.fromkeys(str(message) for message in found))
