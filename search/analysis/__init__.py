"""The one analyzer: from a text to the words by which it is found, for every engine alike.

Whatever engine holds the index, these tokens go in and a query is made of these tokens, so the same words find the
same things everywhere. A word of one language is another token than the same letters in another language.
"""

from search.analysis.tokens import Token, analyse, main_language, phrase_of, stream_of, terms_of_stream
from search.analysis.words import is_stop_word

#: Raised with every change of what this package makes of a text or of what a room says of its things; an index of
#: another version must be built anew.
ANALYZER_VERSION = 6

__all__ = [
    "ANALYZER_VERSION",
    "Token",
    "analyse",
    "is_stop_word",
    "main_language",
    "phrase_of",
    "stream_of",
    "terms_of_stream",
]
