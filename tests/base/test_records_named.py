"""What the blocks of a form name is found from the blocks themselves, at any depth."""

from campaigns.models import EventPage
from news.models import ReleasePage
from newsroom.base.blocks import choosers_of, records_named_in
from organisations.models import Organisation, Person


def test_choosers_of_every_page_type_are_known_by_the_end_of_their_names() -> None:
    assert choosers_of(ReleasePage) == {("speaker", Person), ("organisation", Organisation)}
    named = {model for _name, model in choosers_of(EventPage)}
    assert {Person, Organisation} <= named


def test_numbers_are_read_from_what_was_sent() -> None:
    sent = {"body-0-value-speaker": "3", "body-7-value-speaker": "5", "body-0-value-words": "9", "title": "4"}
    assert sorted(records_named_in(sent, ReleasePage)[Person]) == ["3", "5"]
