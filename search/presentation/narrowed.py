"""What was chosen beside the words, in words."""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from newsroom.base.dates import full_date
from newsroom.base.languages import active_code
from newsroom.base.lists.facets import Facet, FacetOption
from newsroom.base.templatetags.newsroom import foreign_code
from newsroom.language.catalogue import language_row
from search.request import FROM, TO, SearchRequest


def narrowed_to(request: SearchRequest, facets: Sequence[Facet]) -> SafeString:
    """A line for HTML: the facets with what was chosen of each, and the days. Empty where nothing was chosen."""
    chosen = [(facet, [option for option in facet.options if option.is_chosen]) for facet in facets]
    parts = [labelled(facet.label, any_of(options)) for facet, options in chosen if options and not facet.is_single]
    parts += [format_html("{}", words) for words in days_in_words(request).values()]
    if not parts:
        return SafeString("")
    return format_html('<span class="narrowed">{}</span>', format_html_join(" · ", "{}", ((part,) for part in parts)))


def any_of(options: Iterable[FacetOption]) -> SafeString:
    """Values of one facet for HTML, each in its language: "Speech or Statement"."""
    named = ((foreign_code(option.language), option.label) for option in options)
    return format_html_join(either_or(), "<bdi{}>{}</bdi>", named)


def either_or() -> SafeString:
    """Return what stands between two words that will both do, with the spaces of the reader's language."""
    is_spaceless = language_row(active_code()).is_spaceless
    return mark_safe(_("or") if is_spaceless else f" {_('or')} ")  # noqa: S308  (a word of our own catalogue)


def labelled(label: str, words: str) -> SafeString:
    """Words with where they are looked for, for HTML: "Speaker: …"."""
    named = pgettext("a field of a search and what is looked for there", "{field}: {words}")
    return format_html(named, field=label, words=words)


def days_in_words(request: SearchRequest) -> dict[str, str]:
    """The first and the last day of a search in words, by their names in the address; without what was not asked."""
    days = {FROM: (request.since, _("Since %(day)s")), TO: (request.until, _("Until %(day)s"))}
    return {name: words % {"day": full_date(day)} for name, (day, words) in days.items() if day}
