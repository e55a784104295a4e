"""The words of a call without markup."""

from typing import Any

from newsroom.language.html import text_of_html


def words_of_call(call: Any) -> str:
    """Return all that a call says, a paragraph a line; for the search and its excerpts."""
    rows = (*call.steps.all(), *call.audiences.all(), *call.meetings.all())
    texts = (
        call.summary,
        call.salutation,
        text_of_html(call.why),
        call.leads_to,
        call.steps_intro,
        *(str(row) for row in rows),
        call.scope,
        text_of_html(call.closing_words),
        text_of_html(call.outcome),
    )
    return "\n".join(filter(None, texts))
