"""The translators' tool copies choices from the original; none makes a translation official (features.md, T14)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from wagtail_localize.models import Translation

from news.approving import approve
from news.choices import QuoteStatus
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, Quote
from newsroom.base.factories import publish

WORDS = "We light a street."


def test_copied_choice_makes_nothing_official(
    index: NewsIndexPage,
    submit: Callable[..., Translation],
    write: Callable[..., None],
    put_out: Callable[[Translation], Any],
) -> None:
    page = ReleasePageFactory(parent=index, body=[text_block("<p>Text.</p>"), quote_block(WORDS)])
    page.body[1].value["status"] = "official"
    publish(page)
    translation = submit(page)
    write(translation)
    french = put_out(translation)
    assert french.body[1].value["status"] == "official"
    assert Quote.objects.get(release=french).status == QuoteStatus.COURTESY
    approve(french, UUID(page.body[1].id), f"FR {WORDS}", "Halima Okoth")
    put_out(translation)
    row = Quote.objects.get(release=french)
    assert (row.status, row.approver) == (QuoteStatus.OFFICIAL, "Halima Okoth")
