"""The editor says how words came there that nobody wrote in it, and a problem leads to its segment."""

import json
import re
from collections.abc import Callable
from typing import Any

from agency import came_back, in_source, sent
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation

from news.models import ReleasePage
from newsroom.translation.memory.search import FILLED_BY
from newsroom.translation.origins import origins
from newsroom.translation.signing.kept import keep_as_original

Submit = Callable[..., Translation]
Write = Callable[..., None]


def comments(browser: Client, translation: Translation) -> list[str]:
    """What the editor says of the texts, each sentence once."""
    page = translation.get_target_instance()
    html = browser.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    found = re.search(r'data-props="([^"]*)"', html)
    assert found
    props = json.loads(found[1].replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&"))
    return sorted({written["comment"] for written in props["initialStringTranslations"]})


def test_words_from_a_file_are_said_to_be_from_one(
    marked_release: ReleasePage, submit: Submit, translator: Client
) -> None:
    translation = submit(marked_release)
    came_back(in_source(sent(translation), str.upper), translation)
    (comment,) = comments(translator, translation)
    assert comment.startswith("Brought back in a file on ")


def test_each_way_has_its_words_and_what_was_written_in_the_editor_keeps_its_own(
    marked_release: ReleasePage, submit: Submit, write: Write, translator: Client
) -> None:
    translation = submit(marked_release)
    write(translation)
    first, second, *_rest = translation.source.stringsegment_set.order_by("order")
    keep_as_original(translation, first, None)
    StringTranslation.objects.filter(translation_of=second.string).update(tool_name=FILLED_BY)
    StringTranslation.objects.filter(tool_name="").update(translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL)
    told = origins(translation)
    assert set(told) == {first.pk, second.pk}
    assert told[first.pk].startswith("Left as in the original on ")
    assert told[second.pk].startswith("From the translation memory on ")
    assert any(comment.startswith("Translated manually on ") for comment in comments(translator, translation))


def test_origins_cost_two_queries(
    marked_release: ReleasePage, submit: Submit, write: Write, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    translation = submit(marked_release)
    write(translation)
    assert count_queries(lambda: origins(translation)) == 2
