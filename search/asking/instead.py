"""Other words that may have been meant, where those that were typed find nothing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from newsroom.language.catalogue import language_row
from newsroom.language.script.keyboards import as_on_other_keyboards
from newsroom.language.script.letters import letters_in
from search.asking.reading import read_request
from search.engine import Engine, Found
from search.request import ALL_LANGUAGES, SearchRequest

#: Why other words than those typed are asked for.
SPELLING, KEYBOARD = "spelling", "keyboard"


@dataclass(frozen=True)
class Instead:
    """Another request whose results are shown instead, what it found, and why: SPELLING or KEYBOARD."""

    request: SearchRequest
    found: Found
    why: str


def found_instead(
    request: SearchRequest,
    found: Found,
    engine: Engine,
    own_language: str,
    page_size: int,
    counted: Collection[str],
) -> Instead | None:
    """What other words find where those of a request find nothing, or only some of them; None where these are no better
    or the request is literal."""
    if request.is_literal or not request.query or (found.total and not found.is_widened):
        return None
    for why, words in other_words(request, found, engine, own_language):
        asked = read_request(request.with_changes(words=words, page=request.page), engine.held, own_language)
        other = engine.find(asked, page_size, counted)
        if other.total and not (other.is_widened and (found.total or why == KEYBOARD)):
            return Instead(asked, other, why)
    return None


def other_words(request: SearchRequest, found: Found, engine: Engine, own_language: str) -> Iterator[tuple[str, str]]:
    """Words that may have been meant, the likelier first; another keyboard only where nothing was found at all, and
    before a word that sounds alike where the letters are not those of the language."""
    code = own_language if request.language == ALL_LANGUAGES else request.language
    typed = [] if found.total else [(KEYBOARD, words) for words in as_on_other_keyboards(request.words, code)]
    is_own = bool(letters_in(request.words, language_row(code).script))
    if not is_own:
        yield from typed
    if spelled := engine.spelling(request):
        yield SPELLING, spelled
    if is_own:
        yield from typed
