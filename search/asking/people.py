"""A person asked for by role and name: "Mayor Belhadri" puts her own page first."""

from collections.abc import Collection, Mapping, Sequence

from newsroom.language.catalogue import language_row
from search.analysis import Token, analyse, is_stop_word, main_language
from search.asking.together import Group, is_plain
from search.index.tokens import in_field, in_language
from search.query import QueryPart

#: The fields of names, as items of people give them: that of speakers alone, and their names with their roles.
NAME, NAME_AND_ROLES = "speaker", "person"
#: With more words a query asks for something else.
MOST_WORDS = 8


def telling_tokens(groups: Sequence[Group], code: str) -> list[Token]:
    """The words of a query that say something; none where it asks for more than words."""
    if not groups or len(groups) > MOST_WORDS or not all(is_plain(group[:1]) for group in groups):
        return []
    tokens = [token for group in groups for token in analyse(group[0].text, code)]
    language = main_language(code)
    return [token for token in tokens if not token.is_extra and not is_stop_word(language, token.word)]


def name_terms(groups: Sequence[Group], code: str) -> Collection[str]:
    """The terms of the words of a query, as words of names and as they are, for an index to be asked about."""
    tokens = telling_tokens(groups, code)
    return {in_language(code, term) for token in tokens for term in (token.term, in_field(NAME, token.term))}


def person_asked_for(groups: Sequence[Group], code: str, held: Mapping[str, int]) -> tuple[QueryPart, ...]:
    """What must stand in the name and the roles of a person to come first: all the words, one of them in a name."""
    tokens = telling_tokens(groups, code)
    if language_row(code).is_spaceless:
        # Where role and name stand without a space, the pair of signs between them is no word.
        tokens = [token for token in tokens if held.get(in_language(code, token.term))]
    has_name = any(held.get(in_language(code, in_field(NAME, token.term))) for token in tokens)
    if len(tokens) < 2 or not has_name:
        return ()
    return (QueryPart(" ".join(token.word for token in tokens), field=NAME_AND_ROLES),)
