"""The remark about a text whose encoding nothing tells."""

from dataclasses import replace

from importing.proposal import Proposal
from importing.reading import ending_of
from importing.reading.encodings import guessed_encoding
from importing.remarks import ImportRemark, doubt_about

#: Formats in which nothing but the bytes tells how letters are written.
BARE_TEXTS = {".txt", ".md"}


def with_told_encoding(proposal: Proposal, name: str, content: bytes) -> Proposal:
    """Return a proposal that says at its first paragraph as what a bare text was read, where that was guessed."""
    encoding = guessed_encoding(content) if ending_of(name) in BARE_TEXTS else ""
    if not encoding or not proposal.paragraphs:
        return proposal
    doubt = doubt_about((0,), ImportRemark.ENCODING_GUESSED, encoding=encoding)
    return replace(proposal, warnings=(doubt, *proposal.warnings))
