"""XLIFF goes out to agencies and comes back, read and written by a tool that shares no code with ours."""

from collections.abc import Callable
from pathlib import Path

import pytest
from agency import came_back, finish, in_source, opened, outcomes, saved, sent, stored, units_in
from lxml import etree
from translate.storage.placeables import StringElem
from wagtail_localize.models import Translation

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.translation.exchange.units import parcel_of

Submit = Callable[..., Translation]
Write = Callable[..., None]

VERSIONS = ["xliff1", "xliff2"]
LENGTHS = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}"


@pytest.mark.parametrize("form", VERSIONS)
def test_an_independent_tool_reads_languages_notes_and_sources(
    marked_release: ReleasePage, submit: Submit, form: str
) -> None:
    store = opened(form, sent(submit(marked_release, "zh-hans"), form))
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en", "zh-Hans")
    units = {unit.source: unit for unit in units_in(store)}
    assert "Shade & light: 26 cities <count>" in units
    # The tool looks for the notes of XLIFF 2.0 below <segment>; the standard has them below <unit>.
    quote = units["We light a street."].xmlelement
    unit = quote if form == "xliff1" else quote.getparent()
    notes = [note.text for note in unit.iter("{*}note")]
    assert "Speaker: Wairimu Tendeka" in notes and "Role: Mayor of Mito Miwili" in notes
    assert not any(unit.target for unit in units.values())


@pytest.mark.parametrize("form", VERSIONS)
def test_what_the_tool_writes_comes_back_and_keeps_every_mark(
    marked_release: ReleasePage, submit: Submit, form: str
) -> None:
    translation = submit(marked_release)
    store = opened(form, sent(translation, form))
    for unit in units_in(store):
        unit.rich_target = unit.rich_source
        finish(unit.xmlelement)
    report = came_back(saved(store), translation)
    assert set(outcomes(report)) == {"accepted"}
    assert all(source == target for source, target in stored(translation).items())
    assert 'Each <b>city <i>will</i></b> survey its <a id="a1">stops</a> and <a id="a2">markets</a>.' in stored(
        translation
    )
    assert set(outcomes(came_back(saved(store), translation))) == {"unchanged"}


@pytest.mark.parametrize("form", VERSIONS)
@pytest.mark.parametrize(("code", "mark"), [("ar", "ظلّ "), ("zh-hans", "荫 & "), ("ru", "Тень <1> ")])
def test_right_to_left_and_other_scripts_survive(
    marked_release: ReleasePage, submit: Submit, form: str, code: str, mark: str
) -> None:
    translation = submit(marked_release, code)
    came_back(in_source(sent(translation, form), lambda text: mark + text), translation)
    escaped = mark.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = stored(translation)
    assert words["We light a street."] == f"{escaped}We light a street."
    assert words["It begins<br/>in May."] == f"{escaped}It begins<br/>{escaped}in May."
    assert f'<a id="a1">{escaped}stops</a>' in words[next(source for source in words if "a1" in source)]


@pytest.mark.parametrize("form", VERSIONS)
def test_nothing_changed_changes_nothing(marked_release: ReleasePage, submit: Submit, write: Write, form: str) -> None:
    translation = submit(marked_release)
    write(translation)
    before = stored(translation)
    assert set(outcomes(came_back(sent(translation, form), translation))) == {"unchanged"}
    assert stored(translation) == before


def test_a_translator_who_took_marks_away_in_the_cms_is_not_refused(
    marked_release: ReleasePage, submit: Submit, write: Write
) -> None:
    translation = submit(marked_release)
    write(translation)
    row = translation.source.stringsegment_set.get_translations(translation.target_locale).get(data__contains="<b>city")
    row.data = 'Chaque <i>ville</i> <strong>compte</strong> ses <a id="a2">halles</a> et <a id="a1">arrêts</a>.'
    row.save()
    for form in VERSIONS:
        assert set(outcomes(came_back(sent(translation, form), translation))) == {"unchanged"}


def test_lengths_go_out_as_limits(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    older = etree.fromstring(sent(translation, "xliff1"))
    newer = etree.fromstring(sent(translation, "xliff2"))
    widths = {unit.get("resname"): unit.get("maxwidth") for unit in older.iter("{*}trans-unit")}
    sizes = {unit.get("name"): unit.get(f"{LENGTHS}sizeRestriction") for unit in newer.iter("{*}unit")}
    assert widths == sizes
    assert (widths["title"], widths["subheadline"], widths["dateline_place"]) == ("255", "300", "100")
    assert [width for path, width in widths.items() if path.endswith(".role")] == ["250"]
    assert newer.find(".//{*}profiles").get("generalProfile") == "xliff:codepoints"


def test_states_tell_what_is_done(marked_release: ReleasePage, submit: Submit, write: Write, put_out: Callable) -> None:
    translation = submit(marked_release)
    states = lambda form: {element.get("state") for element in etree.fromstring(sent(translation, form)).iter()}  # noqa: E731
    assert (states("xliff1"), states("xliff2")) == ({None, "needs-translation"}, {None, "initial"})
    write(translation)
    assert (states("xliff1"), states("xliff2")) == ({None, "translated"}, {None, "translated"})
    put_out(translation)
    assert (states("xliff1"), states("xliff2")) == ({None, "final"}, {None, "final"})


def test_names_of_units_survive_changes_elsewhere(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    before = {unit.source: unit.ident for unit in parcel_of(translation).units}
    marked_release.subheadline = "Another line."
    marked_release.body = [text_block("<p>A new beginning.</p>"), *marked_release.body.raw_data]
    publish(marked_release)
    translation.source.update_from_db()
    after = {unit.source: unit.ident for unit in parcel_of(translation).units}
    assert len(set(after.values())) == len(after)
    assert {source for source in before if after.get(source) == before[source]} == before.keys() - {
        "The boat no longer leaves before the bus arrives."
    }


def test_a_tool_that_cuts_units_into_segments_is_understood(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    root = etree.fromstring(sent(translation, "xliff2"))
    unit = next(unit for unit in root.iter("{*}unit") if unit.get("name") == "subheadline")
    segment = unit.find("{*}segment")
    unit.remove(segment)
    for tag, text in (("segment", "Le bac"), ("ignorable", " "), ("segment", "attend.")):
        part = etree.SubElement(unit, segment.tag.replace("segment", tag))
        etree.SubElement(part, segment.tag.replace("segment", "source")).text = text
        if tag == "segment":
            etree.SubElement(part, segment.tag.replace("segment", "target")).text = text
    came_back(etree.tostring(root), translation)
    assert stored(translation)["The boat no longer leaves before the bus arrives."] == "Le bac attend."


@pytest.mark.usefixtures("unsearched")
@pytest.mark.parametrize("form", VERSIONS)
def test_a_thousand_segments_go_out_and_back(
    index: NewsIndexPage, submit: Submit, form: str, count_queries: Callable[[Callable[[], object]], int]
) -> None:
    text = "".join(f"<p>Stop {number} has <b>shade</b> at noon.</p>" for number in range(1000))
    translation = submit(ReleasePageFactory(parent=index, body=[text_block(text)]))
    short = submit(ReleasePageFactory(parent=index))
    assert count_queries(lambda: sent(translation, form)) == count_queries(lambda: sent(short, form))
    report = came_back(in_source(sent(translation, form), lambda part: f"X{part}"), translation)
    assert outcomes(report).count("accepted") == len(report.lines) > 1000
    assert stored(translation)["Stop 999 has <b>shade</b> at noon."] == "XStop 999 has <b>Xshade</b>X at noon."


@pytest.mark.parametrize("form", VERSIONS)
def test_the_tool_reads_what_is_translated(
    marked_release: ReleasePage, submit: Submit, write: Write, form: str
) -> None:
    translation = submit(marked_release)
    write(translation, mark="RÉVISÉ")
    units = units_in(opened(form, sent(translation, form)))
    assert all(str(unit.target).startswith("RÉVISÉ ") for unit in units)
    assert all(isinstance(unit.rich_target[0], StringElem) for unit in units)


def valid_by_schema(content: bytes) -> list[str]:
    """What the schema of OASIS finds wrong with an XLIFF 2.0 file."""
    schema = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "xliff20.xsd"))
    schema.validate(etree.fromstring(content))
    return [error.message for error in schema.error_log]


def test_xliff_2_is_valid_by_the_schema_of_its_standard(
    marked_release: ReleasePage, submit: Submit, write: Write
) -> None:
    translation = submit(marked_release, "ar")
    assert valid_by_schema(sent(translation, "xliff2")) == []
    write(translation, mark="AR")
    content = sent(translation, "xliff2")
    assert valid_by_schema(content) == []
    assert valid_by_schema(content.replace(b'state="translated"', b'state="done"'))
    assert valid_by_schema(content.replace(b'normalization general="none"', b'normalization general="wrong"'))
