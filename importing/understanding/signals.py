"""Why something was read as it was: named signals, and the confidence they add up to."""

from collections.abc import Iterable

from importing.proposal import Evidence

#: What each signal adds to a confidence or takes from it; the names are sentences that a person can read.
WEIGHTS = {
    "a label says so": 0.4,
    "a heading of the document": 0.3,
    "the first line that reads like a title": 0.2,
    "stands above the dateline or the first paragraph": 0.1,
    "several lines could be the title": -0.2,
    "the line names an organisation only": -0.3,
    "place and date stand together": 0.4,
    "only one of place and date is told": 0.1,
    "stands in front of the first sentence": 0.1,
    "a verb of saying leads to the speaker": 0.3,
    "a signature names the speaker": 0.3,
    "only its place tells the speaker": -0.1,
    "the speaker is named in full": 0.1,
    "the speaker is described": 0.1,
    "the speaker is named by one name only": -0.2,
    "a list announces who takes part": 0.3,
    "a function is told": 0.15,
    "an organisation is told": 0.1,
    "a heading names the organisation": 0.4,
    "the text says what the organisation is": 0.2,
    "no heading says so": -0.2,
    "an e-mail address": 0.25,
    "a telephone number": 0.1,
    "stands under a heading of contacts": 0.2,
    "a name": 0.1,
    "no name": -0.1,
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
