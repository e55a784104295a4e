"""From an address to a request: read, checked, and what is wrong said at its field."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from newsroom.base.languages import own_name
from newsroom.language.normalisation import normalise_name
from search import registry
from search.request import ALL_LANGUAGES, FACETS, FROM, TO, SearchRequest, as_tuple

LONGEST_QUERY = 200
MOST_VALUES = 20
MOST_PAGES = 100_000
UNREADABLE = _("This search holds a character that cannot be read.")
SORTS = (
    ("relevance", _("Best first")),
    ("newest", _("Newest first")),
    ("oldest", _("Oldest first")),
    ("next", _("By the date of events")),
)
MATCHES = (("all", _("All of the words")), ("any", _("Any of the words")))
#: Another name in the address for the same thing: campaigns are what hashtags name.
SAME = {"tag": "campaign"}


class ValuesField(forms.Field):
    """Several values of one name: short texts, each once."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: list[str] | None) -> tuple[str, ...]:
        """Raises ValidationError for what no address of ours holds."""
        values = as_tuple(
            normal for each in value or () if (normal := each if "\x00" in each else normalise_name(each))
        )
        if len(values) > MOST_VALUES or any(len(each) > LONGEST_QUERY for each in values):
            raise ValidationError(_("These are too many or too long values."))
        if any("\x00" in each for each in values):
            raise ValidationError(UNREADABLE)
        return values


class KindsField(ValuesField):
    """Kinds of results, of those that there are."""

    def clean(self, value: list[str] | None) -> tuple[str, ...]:
        """Raises ValidationError for a kind that does not exist."""
        kinds = super().clean(value)
        if unknown := [kind for kind in kinds if kind not in registry.result_kinds()]:
            raise ValidationError(_("There is no kind “%(kind)s”."), params={"kind": unknown[0][:60]})
        return kinds


class DayField(forms.DateField):
    """A day as a browser's date field sends it."""

    def __init__(self, label: Any) -> None:
        message = _("Write the day as year-month-day, such as 2026-03-31.")
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(label=label, required=False, input_formats=["%Y-%m-%d"], widget=widget)
        self.error_messages["invalid"] = message


class SearchForm(forms.Form):
    """The names that an address of the search may hold."""

    q = forms.CharField(
        max_length=LONGEST_QUERY,
        required=False,
        error_messages={
            "max_length": _("Search for at most %(limit_value)d characters."),
            "null_characters_not_allowed": UNREADABLE,
        },
    )
    language = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": _("The newsroom does not publish in this language.")}
    )
    kind = KindsField(required=False)
    organisation = ValuesField(required=False)
    campaign = ValuesField(required=False)
    speaker = ValuesField(required=False)
    place = ValuesField(required=False)
    year = ValuesField(required=False)
    sort = forms.ChoiceField(
        choices=SORTS, required=False, error_messages={"invalid_choice": _("Results cannot be sorted this way.")}
    )
    match = forms.ChoiceField(
        choices=MATCHES, required=False, error_messages={"invalid_choice": _("Words cannot be matched this way.")}
    )

    literal = forms.BooleanField(required=False)

    def clean_q(self) -> str:
        """The words as they stand in what is searched, without signs that nobody sees."""
        return normalise_name(self.cleaned_data["q"]).strip()

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.fields[FROM] = DayField(_("From"))
        self.fields[TO] = DayField(_("Until"))
        languages = [(code, own_name(code)) for code, _name in settings.LANGUAGES]
        self.fields["language"].choices = [(ALL_LANGUAGES, _("All languages")), *languages]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuses days in the wrong order; the error stands at the later one."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get(FROM), cleaned.get(TO)
        if since and until and since > until:
            self.add_error(TO, _("This day comes before the first one."))
        return cleaned

    @property
    def problems(self) -> list[str]:
        """What is wrong with choices that have no field to stand at."""
        shown = ("q", FROM, TO)
        return [str(problem) for name, problems in self.errors.items() if name not in shown for problem in problems]

    def request(self, own_language: str) -> SearchRequest:
        """The request that the address is, with what was left out as usual for an address in a language."""
        values = self.cleaned_data
        chosen: dict[str, Any] = {name: meant_by(name, values[name]) for name in FACETS}
        return SearchRequest(
            words=values["q"],
            language=values["language"] or own_language,
            since=values[FROM],
            until=values[TO],
            sort=values["sort"] or "relevance",
            match=values["match"] or "all",
            page=page_number(self.data.get("page", "")),
            is_literal=values["literal"],
            **chosen,
        )


def meant_by(facet: str, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The values of a facet as they are kept."""
    known = registry.facets().get(facet)
    return as_tuple(known.meant(asked)) if known and asked else asked


def page_number(text: str) -> int:
    """The page of results asked for; the first where it is none. One beyond the last leads to the last."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_PAGES))
    return max(1, int(text)) if is_number else 1


def form_of(data: QueryDict) -> SearchForm:
    """The form for an address."""
    return SearchForm(with_usual_names(data))


def with_usual_names(data: QueryDict) -> QueryDict:
    """The values of an address, those with another name under their usual one."""
    data = data.copy()
    for name, usual in SAME.items():
        data.setlist(usual, [*data.getlist(usual), *data.getlist(name)])
    return data


def list_request(data: QueryDict, listed: tuple[str, ...], names: Collection[str], own_language: str) -> SearchRequest:
    """The list of kinds that an address asks for, narrowed by the facets with these names.

    A list refuses no address: what cannot be read there fits nothing.
    """
    data = with_usual_names(data)
    chosen = {name: meant_by(name, values_in(data, name)) for name in FACETS if name in names}
    page = page_number(data.get("page", ""))
    return SearchRequest(language=own_language, listed=listed, page=page, **chosen)  # type: ignore[arg-type]


def values_in(data: QueryDict, name: str) -> tuple[str, ...]:
    """The values of a name in the address of a list, as short and as few as a database is asked for."""
    texts = [text.replace("\x00", "")[:LONGEST_QUERY] for text in data.getlist(name)[:MOST_VALUES]]
    return as_tuple(normal for text in texts if (normal := normalise_name(text)))
