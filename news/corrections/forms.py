from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.choices import CorrectionKind
from news.corrections.service import Note
from news.models import ReleasePage
from news.models.correction import LONGEST_TEXT
from news.releases.completeness import lacks_of
from news.rules.passages import ChangedPassage, changes_between, proposed
from newsroom.base.diffs import difference
from newsroom.base.languages import direction, html_code, language_in_words
from newsroom.base.pages.drafts import draft_of


@dataclass(frozen=True)
class Candidate:
    """One public language of a release that has a newer draft, and what would change in it."""

    standing: ReleasePage
    draft: ReleasePage

    @property
    def code(self) -> str:
        """The language as in the address."""
        return self.standing.locale.language_code

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return language_in_words(self.code)

    @property
    def revision(self) -> str:
        """Which draft this is, so that nobody publishes one that they have not seen."""
        return str(self.standing.latest_revision_id)

    @cached_property
    def changes(self) -> list[ChangedPassage]:
        """The passages that would read otherwise."""
        return changes_between(self.standing, self.draft)

    @property
    def differences(self) -> list[tuple[str, Any]]:
        """Each changed passage with the words that went and came marked."""
        return [(change.place, difference(change.said, change.says)) for change in self.changes]


def candidates(pages: Iterable[ReleasePage]) -> list[Candidate]:
    """Those of the public pages of a release whose draft is newer."""
    return [Candidate(page, draft_of(page)) for page in pages if page.has_unpublished_changes]


class CorrectionForm(forms.Form):
    """What readers are told: the kind, and in each chosen language what it said, what it says and why."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What sort of mistake"), choices=CorrectionKind.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, candidates: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        for candidate in candidates:
            self._add_language(candidate)

    def _add_language(self, candidate: Candidate) -> None:
        code = candidate.code
        self.fields[f"chosen_{code}"] = forms.BooleanField(
            label=_("Correct %(language)s") % {"language": candidate.name}, required=False, initial=True
        )
        self.fields[f"revision_{code}"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=candidate.revision
        )
        for name, label, initial in (
            ("said", _("What it said"), proposed(candidate.changes, "said")),
            ("says", _("What it says now"), proposed(candidate.changes, "says")),
            ("reason", _("Why it is corrected"), ""),
        ):
            attributes = {"rows": 2, "lang": html_code(code), "dir": direction(code)}
            self.fields[f"{name}_{code}"] = forms.CharField(
                label=label,
                required=False,
                max_length=LONGEST_TEXT,
                initial=initial,
                widget=forms.Textarea(attributes),
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = [each for each in self.candidates if cleaned.get(f"chosen_{each.code}")]
        if not chosen:
            raise ValidationError(_("Choose at least one language."))
        for candidate in chosen:
            self._reason_is_given(candidate)
            self._change_is_stated(candidate)
            self._draft_is_the_one_that_was_seen(candidate)
            self._draft_can_be_published(candidate)
        return cleaned

    def _reason_is_given(self, candidate: Candidate) -> None:
        name = f"reason_{candidate.code}"
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, _("Say why. Readers see this."))

    def _change_is_stated(self, candidate: Candidate) -> None:
        said, says = (f"{name}_{candidate.code}" for name in ("said", "says"))
        if not self.cleaned_data.get(said) and not self.cleaned_data.get(says) and said not in self.errors:
            self.add_error(said, _("Say what was wrong or what has been added."))

    def _draft_is_the_one_that_was_seen(self, candidate: Candidate) -> None:
        if self.cleaned_data.get(f"revision_{candidate.code}") != candidate.revision:
            self.add_error(
                f"chosen_{candidate.code}",
                _("Somebody has saved another draft since this page was opened. Read the changes below again."),
            )
            data: Any = self.data
            self.data = data = data.copy()
            data[f"revision_{candidate.code}"] = candidate.revision

    def _draft_can_be_published(self, candidate: Candidate) -> None:
        try:
            candidate.draft.full_clean()
        except ValidationError as error:
            self.add_error(f"chosen_{candidate.code}", list(error.messages))
        for lack in lacks_of(candidate.draft):
            self.add_error(f"chosen_{candidate.code}", lack.message)

    def sections(self) -> list[tuple[Candidate, list[BoundField]]]:
        """The languages in order, each with its fields, for the page that shows the form."""
        names = ("chosen", "said", "says", "reason", "revision")
        return [(each, [self[f"{name}_{each.code}"] for name in names]) for each in self.candidates]

    def notes(self) -> list[Note]:
        """What was filled in for the chosen languages. Only of a valid form."""
        data = self.cleaned_data
        return [
            Note(each.standing, data[f"said_{each.code}"], data[f"says_{each.code}"], data[f"reason_{each.code}"])
            for each in self.candidates
            if data[f"chosen_{each.code}"]
        ]
