"""Lines that say what follows: headings of sections and labels, in the languages releases come in."""

import re

from importing.understanding.lexicon.vocabulary import pattern_for
from newsroom.language.script.letters import SCRIPTS

#: The kinds of document that a label tells, in the order in which they are looked for.
KINDS = ("media-advisory", "open-letter", "speech", "statement", "call", "event", "press-release")
KIND_LINE = {
    kind: re.compile(rf"[\s*–—-]*{pattern_for(f'kinds.{kind}')}[\s*:：.!–—-]*", re.IGNORECASE) for kind in KINDS
}
#: The same words inside a longer line, where a single common word would say nothing.
KIND_WORDS = {
    kind: re.compile(pattern_for(f"kinds.{kind}"), re.IGNORECASE) for kind in ("press-release", "media-advisory")
}
RELEASE_LINE = re.compile(
    rf"[\s*–—-]*(?:for )?{pattern_for('labels.release')}\b[\s*]*[:：–—-]?\s*(?P<rest>.{{0,60}})", re.IGNORECASE
)
ABOUT = re.compile(
    rf"[\s*]*{pattern_for('labels.about')}(?:\s+|(?<=['’])|(?<=[{SCRIPTS['Hans']}])\s*)"
    r"(?P<organisation>.{0,120}?)[\s*:：.]*",
    re.IGNORECASE,
)
ABOUT_BEGINS = re.compile(rf"[\s*]*{pattern_for('labels.about')}(?:\s+|(?<=['’]))", re.IGNORECASE)
#: Where what a text is stands behind the name of the organisation.
ABOUT_BEHIND = re.compile(rf"(?P<organisation>.{{2,40}}?){pattern_for('labels.about_behind')}[\s*:：]*", re.IGNORECASE)
ARTICLE_WORD = re.compile(rf"\A{pattern_for('articles')}(?:\s+|(?<=['’]))", re.IGNORECASE)
#: "About the study" explains the release; it is nobody's standing text.
NO_ORGANISATION = re.compile(
    rf"(?:{pattern_for('labels.no_organisation_begins')}(?:\s|(?<=['’])))?{pattern_for('labels.no_organisation')}",
    re.IGNORECASE,
)
CONTACT = re.compile(
    rf"[\s*–—-]*(?:for )?(?:[\w’'/&]+ ){{0,5}}?{pattern_for('labels.contact')}(?![\w@.-]*@|[\w-])(?P<rest>.{{0,160}})",
    re.IGNORECASE | re.DOTALL,
)
GLUED_CONTACT = re.compile(rf"[\s*]*({pattern_for('labels.contact_glued')})(?=[A-Z])")
NOT_FOR_PRESS = re.compile(rf"[\s*]*{pattern_for('labels.not_for_press')}", re.IGNORECASE)
NOTES = re.compile(rf"[\s*]*{pattern_for('labels.notes')}[\s*:：]*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
#: A heading over the standing texts of several organisations.
COMPANIES = re.compile(rf"[\s*]*{pattern_for('labels.companies')}[\s*:：]*", re.IGNORECASE)
QUOTE_LABEL = re.compile(rf"[\s*]*{pattern_for('labels.quote')}(?:\(\w{{1,3}}\))?[\s*:：]*", re.IGNORECASE)
SUMMARY = re.compile(rf"[\s*]*{pattern_for('labels.summary')}[\s*]*[:：]\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
END_WORD = re.compile(pattern_for("labels.end"), re.IGNORECASE)
END_MARK = re.compile(
    rf"[\s*_–—#~-]*(?:#\s?#\s?#?|-?\s?30\s?-|{pattern_for('labels.end')})[\s*_–—#~.)-]*", re.IGNORECASE
)
END_DASHES = re.compile(r"[–—#*~(-]")
CLOSING = re.compile(pattern_for("labels.closing"), re.IGNORECASE)
PAGE_FURNITURE = re.compile(pattern_for("labels.page_furniture"), re.IGNORECASE)
#: What a website or an agency files a text under, above its headline: "Climate and Environment".
TOPIC = re.compile(
    rf"{pattern_for('labels.topics')}(?:\s*(?:[,/|&·•]|{pattern_for('and')})\s*{pattern_for('labels.topics')}){{0,3}}",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    rf"{pattern_for('labels.salutation')}(?:\b|(?<=[{SCRIPTS['Hans']}])).{{0,80}}[,:，：]?", re.IGNORECASE
)
SUBJECT = re.compile(rf"[\s*]*{pattern_for('labels.subject')}[\s*]*[:：]\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
TITLE_LABEL = re.compile(rf"[\s*]*{pattern_for('labels.title')}[\s*:：]*", re.IGNORECASE)

LONGEST_LABEL = 160
MOST_HEADING_WORDS = 14


def is_short(text: str, most: int = MOST_HEADING_WORDS) -> bool:
    """Whether a line is short enough to be a heading or a label."""
    return len(text) <= LONGEST_LABEL and len(text.split()) <= most
