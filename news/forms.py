"""Rules of an editor's form, each with a name; the error stands at the field that must change."""

import re
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from news.choices import ReleaseKind
from news.quotes import approvals
from news.rules.contents import Contents
from news.rules.typed import CHOSEN_IN_ROWS, chosen, contents_of_form
from newsroom.base.forms import OriginalLanguageForm, SharedFactsForm
from newsroom.base.models.rule_settings import RuleSettings
from newsroom.base.pages.amendments import declared
from newsroom.base.pages.chosen_rows import show_what_was_read
from newsroom.base.rules.registry import Fault, Level, rule_registry
from newsroom.language.hashtags import hashtag_word, is_hashtag, why_no_hashtag
from newsroom.publication.deadlines.instants import closing_instant
from newsroom.publication.embargoes.fields import EmbargoForm, known_zone
from newsroom.publication.embargoes.instants import UTC
from newsroom.publication.embargoes.service import schedule_of
from newsroom.publication.review.fields import LifeFactsForm

MOST_ROWS = 200
#: What all languages share; a translator writes words.
FACTS = (
    *("slug", "kind", "dateline_zone", "original_language", "first_issued_at", "hashtags"),
    *("is_open_for_signature", "signing_closes_on", "signing_closes_time", "signing_zone"),
)
FACT_LISTS = ("organisation_links", "boilerplate_links", "contact_links")
#: Under which name an editor sends the id of a block of the text.
BLOCK_ID = re.compile(r"body-\d+-id")


def is_block_id(text: str) -> bool:
    """Tell whether a text can be the id of a block; a quote is known by it."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def without_empty_rows(data: Any) -> Any:
    """Mark the rows for deletion that the editor opened by itself and that were left empty.

    A draft may lack an organisation and a contact; a publication is then told that one is missing.
    """
    if data is None:
        return None
    cleaned = data.copy()
    for name in [name for name in cleaned if BLOCK_ID.fullmatch(name) and not is_block_id(cleaned[name])]:
        cleaned[name] = ""  # the block gets an id of its own, as a new one does
    for prefix, field in CHOSEN_IN_ROWS.items():
        total = str(cleaned.get(f"{prefix}-TOTAL_FORMS") or "0")
        for number in range(min(int(total), MOST_ROWS) if total.isdecimal() else 0):
            row = f"{prefix}-{number}"
            if not cleaned.get(f"{row}-{field}") and not cleaned.get(f"{row}-id"):
                cleaned[f"{row}-DELETE"] = "on"
    return cleaned


class ReleaseForm(SharedFactsForm, OriginalLanguageForm, EmbargoForm, LifeFactsForm):
    """A release in the CMS. A draft may be incomplete; a publication may not."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(without_empty_rows(data), *args, **kwargs)
        show_what_was_read(self)
        if "embargoed_until" in self.fields:
            self.initial.setdefault("embargoed_until", self.instance.embargoed_until)
            self.fields["embargoed_until"].disabled = self.instance.is_scheduled or not self.may_change_facts
        if not self.may_change_facts:
            self.disable_facts((*FACTS, *FACT_LISTS))

    def clean_dateline_zone(self) -> str:
        """A zone that clocks know; programs may send any text."""
        zone: str = self.cleaned_data["dateline_zone"]
        if zone and known_zone(zone) != zone:
            raise ValidationError(_("There is no time zone of this name. Choose one from the list."))
        return zone

    def clean_hashtags(self) -> list[str]:
        """Hashtags are looked up and stored without "#", however they were typed; what can be none is refused."""
        words = [word for typed in self.cleaned_data["hashtags"] if (word := hashtag_word(typed))]
        if wrong := [word for word in words if not is_hashtag(word)]:
            raise ValidationError([why_no_hashtag(word) for word in wrong])
        return words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._embargo_lies_ahead()
        self._public_release_takes_no_embargo()
        self._first_issue_is_past_and_final()
        self._roles_are_proposed()
        self._signing_ends()
        if not self.is_deferred_validation:
            self._nothing_is_lacking()
            self._public_release_changes_in_a_stated_manner()
        self._official_translations_have_an_approver()
        self._schedule_follows_the_embargo()
        self._new_release_begins_as_a_draft()
        return cleaned

    def _embargo_lies_ahead(self) -> None:
        embargo = self.cleaned_data.get("embargoed_until")
        if embargo and "embargoed_until" in self.changed_data and embargo <= timezone.now():
            self.add_error("embargoed_until", _("This instant has passed. Set one that lies ahead, or none."))

    def _public_release_takes_no_embargo(self) -> None:
        embargo = self.cleaned_data.get("embargoed_until")
        if embargo and self.instance.pk and self.instance.live and embargo > timezone.now():
            self.add_error("embargoed_until", _("This release is public already; it cannot be put under embargo."))

    def _first_issue_is_past_and_final(self) -> None:
        issued = self.cleaned_data.get("first_issued_at")
        if "first_issued_at" not in self.changed_data:
            return
        if self.instance.released_at:
            self.add_error("first_issued_at", _("This release has been public; its date is on record."))
        elif issued and issued > timezone.now():
            self.add_error("first_issued_at", _("This instant lies ahead. For a later publication set an embargo."))
        elif issued and self.cleaned_data.get("embargoed_until"):
            self.add_error("first_issued_at", _("What was issued long ago cannot be under embargo."))

    def _signing_ends(self) -> None:
        """Refuse a form for signatures without an end that clocks know."""
        data = self.cleaned_data
        if not data.get("is_open_for_signature"):
            return
        if data.get("kind") != ReleaseKind.OPEN_LETTER:
            self.add_error("is_open_for_signature", _("Only an open letter is signed."))
        if not data.get("signing_closes_on"):
            self.add_error("signing_closes_on", _("Say until when others can sign."))
            return
        try:
            closing_instant(data["signing_closes_on"], data.get("signing_closes_time"), data.get("signing_zone") or UTC)
        except ValidationError as error:
            self.add_error("signing_closes_time", error)

    def clean_signing_zone(self) -> str:
        """A zone that clocks know; programs may send any text."""
        zone: str = self.cleaned_data["signing_zone"]
        if zone and known_zone(zone) != zone:
            raise ValidationError(_("There is no time zone of this name. Choose one from the list."))
        return zone

    def _nothing_is_lacking(self) -> None:
        for finding in rule_registry.findings(self.contents(), RuleSettings.current(), {Level.BLOCKING}):
            fault = finding.fault
            if fault.field in self.formsets:
                self._say_at_a_row(fault)
            else:
                name = fault.field if fault.field in self.fields else None
                if name is None or name not in self.errors:
                    self.add_error(name, fault.message)

    def _say_at_a_row(self, fault: Fault) -> None:
        """Show an error at the row that names the record; above the list where no row does."""
        formset = self.formsets[fault.field]
        rows = [
            row
            for row in formset.forms
            if fault.record and getattr(chosen(row), "translation_key", None) == fault.record
        ]
        for row in rows:
            row.add_error(CHOSEN_IN_ROWS[fault.field], fault.message)
        if not rows:
            errors = formset.non_form_errors()
            errors.data[:] = [each for each in errors.data if getattr(each, "code", "") != "too_few_forms"]
            errors.append(fault.message)

    def contents(self) -> Contents:
        """Return what was typed, in the form that the rules read; what could not be read is empty."""
        return contents_of_form(self)

    def _public_release_changes_in_a_stated_manner(self) -> None:
        """Refuse a plain "Publish" of a public release, pressed in an editor opened before it was public."""
        if "action-publish" in self.data and self.instance.pk and self.instance.live and not declared():
            self.add_error(
                None,
                _(
                    "This release has become public meanwhile. Press “Publish as a minor change” or “Publish as a "
                    "correction …”."
                ),
            )

    def _official_translations_have_an_approver(self) -> None:
        if "body" in self.cleaned_data and self.for_user:
            body = self.cleaned_data["body"]
            if error := approvals.approval_refusal(self.instance, body, self.for_user, self.parent_page):
                self.add_error("body", error)

    def _schedule_follows_the_embargo(self) -> None:
        """Set Wagtail's go-live date from the embargo, so that its messages say "scheduled" and not "published"."""
        if "embargoed_until" not in self.cleaned_data:
            return
        until = self.cleaned_data["embargoed_until"]
        if "embargoed_until" in self.changed_data:
            self.instance.hold_until(until, self.cleaned_data["embargo_time_zone"], self.for_user)
        self.instance.go_live_at = schedule_of(until)

    def _new_release_begins_as_a_draft(self) -> None:
        """Save a new page as a draft first: Wagtail would write it live before it schedules it, despite the embargo."""
        if self.instance.pk is None:
            self.instance.live = False

    def _roles_are_proposed(self) -> None:
        """Fill in the role of a quote that states none: the one its speaker holds on the day of release."""
        day = (self.cleaned_data.get("embargoed_until") or self.instance.released_at or timezone.now()).date()
        for block in self.cleaned_data.get("body") or []:
            if block.block_type == "quote" and block.value["speaker"] and not block.value["role"]:
                roles = block.value["speaker"].roles_on(day)
                if roles:
                    block.value["role"] = roles[0].title
                    block.value["organisation"] = block.value["organisation"] or roles[0].organisation
