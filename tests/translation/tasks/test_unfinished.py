"""What an agency's tool says about a unit is heard: unfinished words are told and never stored."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from agency import came_back, in_source, outcomes, sent, stored
from lxml import etree
from wagtail_localize.models import Translation

from news.models import ReleasePage
from newsroom.translation.exchange.files import NamedFile
from newsroom.translation.exchange.importing import Report, take_back

Submit = Callable[..., Translation]

UNFINISHED = {
    "xliff1": [
        *("new", "needs-translation", "needs-adaptation", "needs-l10n", "needs-review-translation"),
        *("New", "Needs-Translation"),
    ],
    "xliff2": ["initial", "Initial"],
}
FINISHED = {"xliff1": ["translated", "signed-off", "final"], "xliff2": ["translated", "reviewed", "final"]}
LINE = "The boat no longer leaves before the bus arrives."


def in_state(content: bytes, state: str) -> bytes:
    """An XLIFF of an agency with every unit in one state; none stated for ""."""
    root = etree.fromstring(content)
    for element in root.iter("{*}segment" if root.get("version") == "2.0" else "{*}target"):
        element.attrib.pop("state", None)
        if state:
            element.set("state", state)
    return etree.tostring(root)


def cut(content: bytes, *parts: str) -> bytes:
    """An XLIFF 2 in which a tool has cut the unit of the line below the headline into these parts."""
    written = "".join(parts).encode()
    pattern = rb'(<unit [^>]*name="subheadline"[^>]*>(?:(?!</unit>).)*?)<segment.*?</segment>'
    changed, number = re.subn(pattern, lambda found: found[1] + written, content, count=1, flags=re.S)
    assert number
    return changed


def about(report: Report, source: str = LINE) -> tuple[str, str]:
    """What became of a unit, and why."""
    return next((str(line.outcome), line.message) for line in report.lines if line.source == source)


@pytest.mark.parametrize(("form", "state"), [(form, state) for form, states in UNFINISHED.items() for state in states])
@pytest.mark.parametrize(("code", "mark"), [("fr", "Ombre "), ("ar", "ظلّ "), ("zh-hans", "")])
def test_unfinished_words_are_told_and_not_stored(
    marked_release: ReleasePage, submit: Submit, form: str, state: str, code: str, mark: str
) -> None:
    """The empty mark is a tool that copies each source into its target."""
    translation = submit(marked_release, code)
    report = came_back(in_state(in_source(sent(translation, form), lambda text: mark + text), state), translation)
    assert set(outcomes(report)) == {"unfinished"}
    assert about(report)[1] == f"the file says “{state}”"
    assert not stored(translation)


@pytest.mark.parametrize(
    ("form", "state"), [(form, state) for form, states in FINISHED.items() for state in [*states, ""]]
)
def test_finished_words_are_stored_and_those_of_a_tool_that_states_nothing(
    marked_release: ReleasePage, submit: Submit, form: str, state: str
) -> None:
    translation = submit(marked_release, "ru")
    report = came_back(in_state(in_source(sent(translation, form), lambda text: f"Тень {text}"), state), translation)
    assert set(outcomes(report)) == {"accepted"}
    assert stored(translation)[LINE] == f"Тень {LINE}"


def with_attribute(content: bytes, tag: str, name: str, value: str) -> bytes:
    """A filled XLIFF of an agency, finished, with one attribute more at each element of a name."""
    root = etree.fromstring(in_state(content, "translated"))
    for element in root.iter(f"{{*}}{tag}"):
        element.set(name, value)
    return etree.tostring(root)


@pytest.mark.parametrize(
    ("form", "tag", "name", "value", "outcome"),
    [
        ("xliff1", "trans-unit", "approved", "no", "unfinished"),
        ("xliff1", "trans-unit", "approved", "yes", "accepted"),
        ("xliff1", "target", "state-qualifier", "mt-suggestion", "unfinished"),
        ("xliff1", "target", "state-qualifier", "leveraged-mt", "unfinished"),
        ("xliff1", "target", "state-qualifier", "fuzzy-match", "unfinished"),
        ("xliff1", "target", "state-qualifier", "Rejected-Grammar", "unfinished"),
        ("xliff1", "target", "state-qualifier", "exact-match", "accepted"),
        ("xliff1", "target", "state-qualifier", "leveraged-tm", "accepted"),
        ("xliff2", "segment", "subState", "agency:needs-check", "unfinished"),
        ("xliff2", "segment", "subState", "agency:for-Review", "unfinished"),
        ("xliff2", "segment", "subState", "agency:mt", "unfinished"),
        ("xliff2", "segment", "subState", "agency:reviewed", "accepted"),
        ("xliff2", "segment", "subState", "agency:mtime", "accepted"),
    ],
)
@pytest.mark.parametrize(("code", "mark"), [("es", "Sombra "), ("ar", "ظلّ "), ("zh-hans", "荫")])
def test_other_ways_to_say_it_are_heard(
    marked_release: ReleasePage,
    submit: Submit,
    form: str,
    tag: str,
    name: str,
    value: str,
    outcome: str,
    code: str,
    mark: str,
) -> None:
    translation = submit(marked_release, code)
    filled = in_source(sent(translation, form), lambda text: mark + text)
    report = came_back(with_attribute(filled, tag, name, value), translation)
    assert set(outcomes(report)) == {outcome}
    assert bool(stored(translation)) is (outcome == "accepted")
    assert (value in about(report)[1]) is (outcome == "unfinished")


@pytest.mark.parametrize(
    "parts",
    [
        (
            '<segment state="translated"><source>The boat</source><target>Le bac</target></segment>',
            '<segment state="initial"><source> waits.</source></segment>',
        ),
        (
            '<segment state="translated"><source>The boat</source><target>العبّارة</target></segment>',
            '<segment state="translated"><source> waits.</source><target> </target></segment>',
        ),
        (
            '<segment><source>The <pc id="1">boat</pc></source></segment>',
            "<segment><source> waits.</source><target>等待</target></segment>",
        ),
        (
            '<segment state="final"><source>The boat</source><target>Паром</target></segment>',
            '<segment state="initial"><source> waits.</source><target> ждёт.</target></segment>',
        ),
    ],
)
def test_one_open_segment_leaves_the_unit_open(
    marked_release: ReleasePage, submit: Submit, parts: tuple[str, ...]
) -> None:
    translation = submit(marked_release)
    report = came_back(cut(in_source(sent(translation), lambda text: f"FR {text}"), *parts), translation)
    assert about(report)[0] == "unfinished" and about(report)[1]
    assert LINE not in stored(translation) and len(stored(translation)) == len(report.lines) - 1


def test_half_of_a_pair_of_marks_is_unfinished_rather_than_broken(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    root = etree.fromstring(in_source(sent(translation), lambda text: f"FR {text}"))
    target = next(element for element in root.iter("{*}target") if element.find("{*}pc") is not None)
    segment = target.getparent()
    for mark in list(target):
        target.remove(mark)
    start = etree.SubElement(target, target.tag.replace("target", "sc"))
    start.set("id", "1")
    rest = etree.SubElement(segment.getparent(), segment.tag)
    etree.SubElement(rest, target.tag.replace("target", "source")).text = "and the other half"
    assert outcomes(came_back(etree.tostring(root), translation)).count("unfinished") == 1


def test_open_segment_of_xliff_1_is_seen_too(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    both = '<mrk mtype="seg" mid="1">{}</mrk> <mrk mtype="seg" mid="2">{}</mrk>'
    for words, outcome in (("attend.", "accepted"), ("", "unfinished")):
        root = etree.fromstring(sent(translation, "xliff1"))
        unit = next(unit for unit in root.iter("{*}trans-unit") if unit.get("resname") == "subheadline")
        space = unit.tag.partition("}")[0].lstrip("{")
        source, target = unit.find("{*}source"), unit.find("{*}target")
        unit.remove(target)
        for number, (name, text) in enumerate(
            [("seg-source", both.format("The boat", "waits.")), ("target", both.format("Le bac", words))]
        ):
            part = etree.fromstring(f'<{name} xmlns="{space}">{text}</{name}>')
            unit.insert(unit.index(source) + 1 + number, part)
        assert about(came_back(etree.tostring(root), translation))[0] == outcome
    assert stored(translation)[LINE] == "Le bac attend."


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (
            (
                '<segment><source>A.</source><target order="2">Deux.</target></segment>',
                '<segment><source> B.</source><target order="1">Un. </target></segment>',
            ),
            "Un. Deux.",
        ),
        (
            (
                '<segment><source>A.</source><target order="3">ثانيًا.</target></segment>',
                "<ignorable><source> </source></ignorable>",
                '<segment><source>B.</source><target order="1">أولًا.</target></segment>',
            ),
            "أولًا. ثانيًا.",
        ),
        (
            (
                "<segment><source>A.</source><target>先。</target></segment>",
                "<ignorable><source> </source><target/></ignorable>",
                "<segment><source>B.</source><target>后。</target></segment>",
            ),
            "先。后。",
        ),
        (
            (
                '<ignorable><source>– </source><target order="2"> – </target></ignorable>',
                '<segment><source>A</source><target order="1">Сначала</target></segment>',
                "<segment><source> B</source><target>потом</target></segment>",
            ),
            "Сначала – потом",
        ),
    ],
)
def test_order_of_the_targets_is_followed(
    marked_release: ReleasePage, submit: Submit, parts: tuple[str, ...], words: str
) -> None:
    translation = submit(marked_release)
    came_back(cut(sent(translation), *parts), translation)
    assert stored(translation)[LINE] == words


@pytest.mark.parametrize("orders", [("2", "2"), ("3", "1"), ("0", "1"), ("first", "2")])
def test_order_that_cannot_be_followed_is_told(
    marked_release: ReleasePage, submit: Submit, orders: tuple[str, str]
) -> None:
    translation = submit(marked_release)
    parts = [f'<segment><source>A</source><target order="{order}">a</target></segment>' for order in orders]
    report = came_back(cut(sent(translation), *parts), translation)
    assert about(report) == ("broken", "its parts are in no order that can be followed")
    assert not stored(translation)


def test_each_file_of_a_zip_may_name_its_language_in_the_manner_of_its_tool(
    marked_release: ReleasePage, submit: Submit
) -> None:
    chinese, arabic, french = (submit(marked_release, code) for code in ("zh-hans", "ar", "fr"))
    files = {
        "zh.po": po_of(chinese, b"zh_SG"),
        "tw.po": po_of(chinese, b"zh_TW"),
        "ar.po": po_of(arabic, b"ar_EG.UTF-8"),
        "fr.po": po_of(french, b"fra"),
        "ru.po": po_of(french, b"ru"),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    reports: Any = {
        each.name: each for each in take_back([NamedFile("b.zip", buffer.getvalue())], [chinese, arabic, french], None)
    }
    assert [name for name, report in reports.items() if report.error] == ["tw.po", "ru.po"]
    assert "says “zh_TW” where “zh-Hans” was sent" in reports["tw.po"].error


def po_of(translation: Translation, language: bytes) -> bytes:
    """A PO file that states its language in this way."""
    return re.sub(rb"(?m)^(\"Language: )[^\\]+", rb"\g<1>" + language, sent(translation, "po"))


@pytest.mark.parametrize(
    ("stated", "is_ours"), [(b"zh", True), (b"zh-CN", True), (b"zh-SG", True), (b"zh-TW", False), (b"zh-Hant", False)]
)
@pytest.mark.parametrize("form", ["xliff1", "xliff2"])
def test_chinese_of_the_other_script_is_another_language(
    marked_release: ReleasePage, submit: Submit, form: str, stated: bytes, is_ours: bool
) -> None:
    translation = submit(marked_release, "zh-hans")
    report = came_back(sent(translation, form).replace(b'"zh-Hans"', b'"' + stated + b'"'), translation)
    assert bool(report.error) is not is_ours
