"""What is found in a translation for those who sign it."""

from collections.abc import Callable

import pytest
from wagtail_localize.models import StringTranslation, Translation

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage
from newsroom.translation.signing.segments import segments_of
from newsroom.translation.signing.signoff import problems_of

Submit = Callable[..., Translation]
SOURCE = "On Tuesday, 5 May 2026 some 40,000 people open https://a.example/en/map"


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("fr", "Le mardi 5 mai 2026, 40 000 personnes ouvrent https://a.example/fr/map", []),
        ("ar", "الثلاثاء ٥ أيار/مايو ٢٠٢٦ نحو ٤٠ ألف شخص https://a.example/ar/map", []),
        ("zh-hans", "2026年5月5日（星期二）约4万人打开 https://a.example/zh-hans/map", []),
        ("ru", "Во вторник, 5 мая 2026 года, 40 тыс. человек откроют https://a.example/ru/map", []),
        (
            "fr",
            "Le jeudi 6 mai 2026, 40 000 personnes, XX https://a.example/en/map",
            [
                "The number 5 is missing or differs.",
                "“XX” looks like a placeholder.",
                "“jeudi 6 mai 2026”: that day is a Wednesday.",
            ],
        ),
    ],
)
def test_what_differs_from_the_original(
    index: NewsIndexPage, submit: Submit, code: str, words: str, expected: list[str]
) -> None:
    translation = submit(ReleasePageFactory(parent=index, body=[text_block(f"<p>{SOURCE}</p>")]), code)
    segment = translation.source.stringsegment_set.get(string__data=SOURCE)
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale, data=words
    )
    found = {problem.segment.source: problem.messages for problem in problems_of(segments_of(translation))}
    assert found.get(SOURCE, []) == expected
