"""What the program puts between words follows the language of the words."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from newsroom.language.separators import as_list, in_brackets, in_quotation_marks, one_by_one, side_by_side

HOUSE = Path(__file__).parents[2]
#: A list, a line or brackets put together with Latin signs, in code and in templates that people read.
MESSAGE = re.compile(r"\{% blocktrans(?:late)?\b.*?%\}.*?\{% end\w+ %\}", re.DOTALL)
JOINED = re.compile(r"""["'](?:, |; )["']\.join\(|\|join:"(?:, |; )\"""")
BESIDE = re.compile(r"\}\}(?:</\w+>)?(?:, |; |: | \(|–)(?:\{\{|<|\{%)|[%}]\}(?:, |; |: | \()\{")
#: What no reader sees as a list: SQL, system checks, proposals of the importer, codes, names of settings.
ELSEWHERE = (
    *("search/index/writing.py", "importing/", "site/newsroom/base/admin_search.py", "site/newsroom/base/checks.py"),
    *("site/newsroom/demo/directory.py", "site/newsroom/language/inline_tags.py", "templates/home/admin/state.html"),
    # stored or indexed, in no reader's language; a note of the log
    *("news/models/links.py", "news/models/release.py", "site/newsroom/publication/publishing.py"),
)


@pytest.mark.parametrize(
    ("code", "listed", "line", "sentence", "remark", "marks"),
    [
        ("en", "a, b", "a, b", "a; b", " (b)", "“a”"),
        ("fr", "a, b", "a, b", "a\u202f; b", " (b)", "«\u00a0a\u00a0»"),
        ("ar", "a، b", "a، b", "a؛ b", " (b)", "«a»"),
        ("zh-hans", "a、b", "a，b", "a；b", "（b）", "“a”"),
    ],
)
def test_separators_are_those_of_the_language(
    code: str, listed: str, line: str, sentence: str, remark: str, marks: str
) -> None:
    with translation.override(code):
        assert as_list(["a", "b"]) == listed
        assert side_by_side(["a", "", "b"]) == line
        assert one_by_one(["a", "b"]) == sentence
        assert in_brackets("b") == remark
        assert in_brackets("") == ""
        assert in_quotation_marks("a") == marks
    assert side_by_side(["a", "b"], code) == line


def sources(suffix: str) -> list[Path]:
    """The files of the house that people may read the results of."""
    rooms = ("news", "organisations", "campaigns", "search", "importing", "site", "templates")
    found = (path for room in rooms for path in (HOUSE / room).rglob(f"*{suffix}"))
    return [path for path in found if not any(each in path.as_posix() for each in ("/migrations/", "/management/"))]


def test_no_list_is_joined_with_latin_signs() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)}: {line.strip()}"
        for path in (*sources(".py"), *sources(".html"), *sources(".txt"))
        for line in path.read_text("utf-8").splitlines()
        if JOINED.search(line) and not path.relative_to(HOUSE).as_posix().startswith(ELSEWHERE)
    ]
    assert not wrong, "\n".join(["Use newsroom.language.separators or {% list_comma %}:", *wrong])


def test_templates_put_no_latin_sign_between_two_values() -> None:
    wrong = []
    for path in sources(".html"):
        text = MESSAGE.sub("", path.read_text("utf-8"))
        wrong += [f"{path.relative_to(HOUSE)}: {line.strip()}" for line in text.splitlines() if BESIDE.search(line)]
    assert not wrong, "\n".join(["Use {% comma %}, {% colon %} or a message:", *wrong])
