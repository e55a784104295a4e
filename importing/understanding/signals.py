"""Why something was read as it was: named signals, and the confidence they add up to.

A signal is kept by its English name, which whoever shows it translates.
"""

from collections.abc import Iterable

from importing.proposal import Evidence
from importing.unreadable import gettext_noop

#: What each signal adds to a confidence or takes from it; the names are sentences that a person can read.
WEIGHTS = {
    gettext_noop("a label says so"): 0.4,
    gettext_noop("a heading of the document"): 0.3,
    gettext_noop("the first line that reads like a title"): 0.2,
    gettext_noop("stands above the dateline or the first paragraph"): 0.1,
    gettext_noop("several lines could be the title"): -0.2,
    gettext_noop("the line names an organisation only"): -0.3,
    gettext_noop("place and date stand together"): 0.4,
    gettext_noop("only one of place and date is told"): 0.1,
    gettext_noop("stands in front of the first sentence"): 0.1,
    gettext_noop("a verb of saying leads to the speaker"): 0.3,
    gettext_noop("a signature names the speaker"): 0.3,
    gettext_noop("only its place tells the speaker"): -0.1,
    gettext_noop("the speaker is named in full"): 0.1,
    gettext_noop("the speaker is described"): 0.1,
    gettext_noop("the speaker is named by one name only"): -0.2,
    gettext_noop("a list announces who takes part"): 0.3,
    gettext_noop("a function is told"): 0.15,
    gettext_noop("an organisation is told"): 0.1,
    gettext_noop("a heading names the organisation"): 0.4,
    gettext_noop("the text says what the organisation is"): 0.2,
    gettext_noop("no heading says so"): -0.2,
    gettext_noop("an e-mail address"): 0.25,
    gettext_noop("a telephone number"): 0.1,
    gettext_noop("stands under a heading of contacts"): 0.2,
    gettext_noop("a name"): 0.1,
    gettext_noop("no name"): -0.1,
    gettext_noop("set so in the file"): 0.5,
    gettext_noop("reads like running text"): 0.2,
    gettext_noop("stands under the headline"): 0.2,
    gettext_noop("begins with a word for an embargo"): 0.4,
    gettext_noop("a day, a time and a time zone stand side by side"): 0.1,
    gettext_noop("no instant can be told"): -0.4,
    gettext_noop("begins with a hash sign"): 0.5,
    gettext_noop("stands under a heading of notes"): 0.4,
    gettext_noop("names the kind of document"): 0.4,
    gettext_noop("marks the end of the text"): 0.4,
    gettext_noop("belongs to the page or the wire"): 0.4,
    gettext_noop("goes on below a label"): 0.3,
    gettext_noop("tells a day"): 0.2,
    gettext_noop("tells an hour"): 0.2,
    gettext_noop("only its place in the document tells"): 0.1,
}
BASE = 0.4
LEAST, MOST = 0.05, 0.99


def confidence_of(signals: Iterable[str]) -> float:
    """Return how certain some signals make a guess, from 0 to 1."""
    return round(min(MOST, max(LEAST, BASE + sum(WEIGHTS[signal] for signal in signals))), 2)


def evidence_of(source: Iterable[int], signals: Iterable[str]) -> Evidence:
    """Return the evidence that some signals are."""
    named = tuple(dict.fromkeys(signals))
    return Evidence(tuple(source), confidence_of(named), named)
