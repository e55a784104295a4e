"""What comes back is judged unit by unit, by those who may, and never harms."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from agency import address, came_back, in_source, outcomes, sent, stored, upload
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.translation.exchange import files
from newsroom.translation.exchange.files import NamedFile
from newsroom.translation.exchange.importing import take_back

Submit = Callable[..., Translation]
Write = Callable[..., None]
FORMS = ["xliff1", "xliff2"]


def outcome_of(report: Any, source: str) -> tuple[str, str]:
    """What became of the unit with this source, and why."""
    return next((str(line.outcome), line.message) for line in report.lines if line.source.startswith(source))


# Marks


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (rb'<(pc|g) id="2"[^>]*>(will)</\1>', rb"\2"),
        (rb'(<(pc|g) id="2"[^>]*>)(will)(</\2>)', rb"\1\3\4\1\3\4"),
        (rb'<(pc|g) id="2"', rb'<\1 id="77"'),
        (rb'<(pc|g) id="2"[^>]*>(will)</\1>', rb"<script>\2</script>"),
    ],
    ids=["missing", "doubled", "unknown", "foreign"],
)
def test_broken_marks_are_refused_and_the_rest_is_kept(
    marked_release: ReleasePage, submit: Submit, form: str, pattern: bytes, replacement: bytes
) -> None:
    translation = submit(marked_release)
    filled = in_source(sent(translation, form), str.upper).replace(b"WILL", b"will")
    head, target, rest = filled.rpartition(b"<target>EACH")
    assert target
    report = came_back(head + target + re.sub(pattern, replacement, rest, count=1), translation)
    assert outcome_of(report, "Each city")[0] == "broken"
    assert outcome_of(report, "Each city")[1]
    assert outcomes(report).count("accepted") == len(report.lines) - 1
    assert not any("city" in source for source in stored(translation))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('Chaque <b>ville <i>va</b></i> <a id=\\"a1\\">x</a><a id=\\"a2\\">y</a>', "closes nothing"),
        ('Chaque <b>ville <i>va</i> <a id=\\"a1\\">x</a><a id=\\"a2\\">y</a>', "is not closed"),
        ('Chaque <b>ville <i>va</i></b> <a id=\\"a1\\">x</a><a id=\\"a3\\">y</a>', "is missing"),
        ('Chaque <b onclick=\\"x()\\">ville</b>', "no mark that a text may have"),
        ("Chaque <script>x</script>", "no mark that a text may have"),
    ],
)
def test_broken_marks_in_po(marked_release: ReleasePage, submit: Submit, words: str, message: str) -> None:
    translation = submit(marked_release)
    content = re.sub(
        r'(msgid "Each.*"\n)msgstr ""', lambda found: f'{found[1]}msgstr "{words}"', sent(translation, "po").decode()
    )
    outcome, why = outcome_of(came_back(content.encode(), translation), "Each city")
    assert outcome == "broken"
    assert message in why
    assert not stored(translation)


def test_overlapping_marks_of_xliff_2_are_broken(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    overlapping = b'<target><sc id="1"/>a<sc id="2"/>b<ec startRef="1"/>c<ec startRef="2"/></target></segment>'
    content = re.sub(
        rb"(<source>Each.*?</source>)</segment>", lambda found: found[1] + overlapping, sent(translation, "xliff2")
    )
    assert outcome_of(came_back(content, translation), "Each city") == ("broken", "mark 1 is not nested as it was")


# Other outcomes


@pytest.mark.parametrize("form", [*FORMS, "po"])
def test_each_outcome_in_one_file(marked_release: ReleasePage, submit: Submit, write: Write, form: str) -> None:
    translation = submit(marked_release)
    write(translation)
    content = sent(translation, form).decode()
    content = content.replace("FR Mito Miwili", "x" * 101).replace("FR We light a street.", "Nous éclairons.")
    content = content.replace("FR It ends in June.", " ")
    marked_release.subheadline = "It leaves later."
    marked_release.body = [block for block in marked_release.body.raw_data if "Mayor" not in str(block)]
    publish(marked_release)
    translation.source.update_from_db()
    report = came_back(content.encode(), translation)
    assert outcomes(report) == [
        "unchanged",
        "changed-since",
        "too-long",
        "unchanged",
        "unchanged",
        "empty",
        "unknown",
        "unknown",
    ]
    assert report.lines[2].message == "101 characters; 100 fit"
    assert [line.number for line in report.refused] == [2, 3, 7, 8]


def doubled(content: bytes, form: str, first: str, second: str) -> bytes:
    """A file with the unit of the headline twice at its end, with these words."""
    pattern = {
        "xliff1": r'(<trans-unit [^>]*resname="title".*?<target)[^>]*?(?:/>|>.*?</target>)(.*?</trans-unit>)',
        "xliff2": r'(<unit [^>]*name="title".*?)<segment [^>]*>(<source>.*?</source>)</segment>(.*?</unit>)',
        "po": r'(msgctxt "title"\nmsgid ".*?"\nmsgstr )""(\n)',
    }[form]
    new = {
        "xliff1": r"\1>{}</target>\2",
        "xliff2": r"\1<segment>\2<target>{}</target></segment>\3",
        "po": '\\1"{}"\\2',
    }[form]
    found = re.search(pattern, content.decode(), re.DOTALL)
    assert found
    both = "\n".join(found.expand(new.format(words)) for words in (first, second))
    return content.decode().replace(found[0], both).encode()


@pytest.mark.parametrize("form", [*FORMS, "po"])
@pytest.mark.parametrize(
    ("code", "first", "second"), [("fr", "Ombre", "Ombrage"), ("ar", "ظل", "ظلال"), ("zh-hans", "树荫", "阴影")]
)
def test_unit_that_stands_twice_with_different_words_is_told_and_neither_is_stored(
    marked_release: ReleasePage, submit: Submit, form: str, code: str, first: str, second: str
) -> None:
    translation = submit(marked_release, code)
    report = came_back(doubled(sent(translation, form), form, first, second), translation)
    assert outcomes(report).count("twice") == 2 and not stored(translation)
    assert [line.words for line in report.refused] == [first, second]
    report = came_back(doubled(sent(translation, form), form, first, first), translation)
    assert outcomes(report).count("accepted") == 1 and outcomes(report).count("unchanged") == 1
    assert list(stored(translation).values()) == [first]


def test_words_are_kept_in_the_name_of_who_brought_them_and_nothing_is_public(
    marked_release: ReleasePage, submit: Submit, translator: Client
) -> None:
    translation = submit(marked_release)
    text = upload(translator, marked_release, in_source(sent(translation), lambda words: f"FR {words}"))
    assert "Accepted: 8" in text
    row = StringTranslation.objects.get(data="FR Mito Miwili")
    assert (row.translation_type, row.last_translated_by.username) == ("manual", "amina")
    draft = translation.get_target_instance()
    assert not draft.live and draft.dateline_place == "Mito Miwili"
    assert draft.draft_title.startswith("FR Shade")


def test_a_translation_with_an_error_is_replaced(marked_release: ReleasePage, submit: Submit, write: Write) -> None:
    translation = submit(marked_release)
    write(translation)
    StringTranslation.objects.filter(translation_of__data="Mito Miwili").update(has_error=True, field_error="No.")
    report = came_back(in_source(sent(translation), lambda words: f"FR {words}"), translation)
    assert outcome_of(report, "Mito Miwili")[0] == "accepted"
    assert not StringTranslation.objects.filter(has_error=True).exists()


# Files that are wrong


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda xml: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + body(xml), "document type"),
        (lambda xml: b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + body(xml), "document type"),
        (lambda xml: b'<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">' + body(xml), "document type"),
        (lambda xml: xml[:-20], "not well-formed"),
        (lambda xml: xml.replace(b"utf-8", b"klingon", 1).replace(b"UTF-8", b"klingon", 1), "not well-formed"),
        (lambda xml: xml.replace(b"Mito", b"Mit\xe9"), "not well-formed"),
        (lambda xml: b"<html><body>Sign in</body></html>", "XML, but not XLIFF"),
        (lambda xml: b"<a>" * 5000 + b"</a>" * 5000, "too deep"),
        (lambda xml: re.sub(rb'original="[^"]*"', b"", xml), "no longer says which translation"),
        (lambda xml: re.sub(rb'original="[^"]*"', b'original="release.docx"', xml), "belongs to another text"),
        (lambda xml: xml.replace(b'"fr"', b'"ar"'), "says “ar” where “fr” was sent"),
        (lambda xml: xml.replace(b'"en"', b'"ru"'), "says “ru” where “en” was sent"),
        (lambda xml: re.sub(rb"(?s)<(unit|trans-unit) .*</\1>", b"", xml), "nothing to translate"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    marked_release: ReleasePage, submit: Submit, translator: Client, form: str, change: Callable, message: str
) -> None:
    translation = submit(marked_release)
    assert message in upload(translator, marked_release, change(in_source(sent(translation, form), str.upper)))
    assert not stored(translation)


def body(xml: bytes) -> bytes:
    """A document without its declaration."""
    return re.sub(rb"^<\?xml.*?\?>", b"", xml)


def test_any_encoding_that_xml_knows(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release, "ru")
    text = body(in_source(sent(translation), lambda words: f"Тень {words}")).decode()
    assert not came_back(text.encode("utf-16"), translation).error
    assert stored(translation)["Mito Miwili"] == "Тень Mito Miwili"


def test_too_large_a_file(marked_release: ReleasePage, submit: Submit, translator: Client, monkeypatch: Any) -> None:
    submit(marked_release)
    monkeypatch.setattr("newsroom.translation.exchange.forms.LARGEST", 100)
    assert "The file is larger than" in upload(translator, marked_release, b"<" * 101)
    assert "The file is empty." in upload(translator, marked_release, b"")


def zipped(**contents: bytes) -> bytes:
    """A ZIP."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_bomb_and_a_broken_zip_are_refused(
    marked_release: ReleasePage, submit: Submit, translator: Client, monkeypatch: Any
) -> None:
    submit(marked_release)
    bomb = zipped(a=b"0" * (files.LARGEST + 1))
    assert len(bomb) < 20_000
    assert "too large" in upload(translator, marked_release, bomb)
    assert "more than 50 files" in upload(translator, marked_release, zipped(**{f"f{n}": b"x" for n in range(51)}))
    assert "damaged" in upload(translator, marked_release, bomb[:200])
    spoilt = zipped(a=b"msgid nothing at all" * 20)
    assert "damaged" in upload(translator, marked_release, spoilt[:40] + b"\xff\xff" + spoilt[42:])
    assert "The ZIP is empty." in upload(translator, marked_release, zipped(**{"__MACOSX/a": b"x"}))
    assert "neither XLIFF nor PO" in upload(translator, marked_release, zipped(a=zipped(b=b"x")))


# All languages of a release


def test_all_languages_go_out_as_a_zip_and_back(
    marked_release: ReleasePage, submit: Submit, translator: Client
) -> None:
    translations = [submit(marked_release, code) for code in ("fr", "ar", "zh-hans")]
    answer = translator.post(
        address("send", marked_release),
        {"format": "xliff1", "languages": [each.pk for each in translations]},
    )
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.namelist() == [f"count-shade-en-{code}.xlf" for code in ("fr", "ar", "zh-Hans")]
    back = {name: in_source(archive.read(name), lambda words: f"T {words}") for name in archive.namelist()}
    back["notes.txt"] = b"Invoice follows"
    text = upload(translator, marked_release, zipped(**back), "back.zip")
    assert text.count("Accepted: 8") == 3
    assert "neither XLIFF nor PO" in text
    assert all(stored(each)["Mito Miwili"] == "T Mito Miwili" for each in translations)


def test_two_sources_for_one_language_are_told_apart(marked_release: ReleasePage, submit: Submit, write: Write) -> None:
    from_english = submit(marked_release, "fr")
    spanish = marked_release.copy_for_translation(locale_of("es"))
    publish(spanish)
    source, _created = TranslationSource.get_or_create_from_instance(spanish)
    from_spanish = Translation.objects.create(source=source, target_locale=locale_of("fr"))
    for mine, other in ((from_english, from_spanish), (from_spanish, from_english)):
        report = came_back(in_source(sent(mine), lambda words: f"FR {words}"), mine, other)
        assert not report.error
    assert (
        "says “es” where “en” was sent"
        in came_back(sent(from_english).replace(b'srcLang="en"', b'srcLang="es"'), from_english).error
    )


def test_a_file_is_stored_whole_or_not_at_all(marked_release: ReleasePage, submit: Submit, monkeypatch: Any) -> None:
    translation = submit(marked_release)
    content = in_source(sent(translation), str.upper)
    save, calls = StringTranslation.save, []

    def fail(row: StringTranslation, *args: Any, **kwargs: Any) -> None:
        calls.append(row)
        if len(calls) == 4:
            raise RuntimeError("the power went")
        save(row, *args, **kwargs)

    monkeypatch.setattr(StringTranslation, "save", fail)
    with pytest.raises(RuntimeError):
        take_back([NamedFile("back", content)], [translation], None)
    assert not stored(translation)


def test_text_block_of_any_kind_of_space_comes_back(index: NewsIndexPage, submit: Submit) -> None:
    page = ReleasePageFactory(parent=index, body=[text_block("<p>26 % of\u202f<b>all</b> \u200fstops\u00ad</p>")])
    translation = submit(page)
    for form in FORMS:
        came_back(in_source(sent(translation, form), lambda words: words), translation)
        assert all(source == target for source, target in stored(translation).items())
        StringTranslation.objects.all().delete()
