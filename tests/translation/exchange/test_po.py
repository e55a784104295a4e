"""PO goes out to agencies and comes back."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from agency import came_back, opened, outcomes, saved, sent, stored, units_in
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from news.models import ReleasePage
from newsroom.base.factories import publish

Submit = Callable[..., Translation]
Write = Callable[..., None]


def test_an_independent_tool_reads_it_and_it_comes_back(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release, "ar")
    store = opened("po", sent(translation, "po"))
    units = units_in(store)
    notes = {unit.source: unit.getnotes() for unit in units}
    assert "Speaker: Wairimu Tendeka" in notes["We light a street."]
    assert "max 300 characters" in notes["The boat no longer leaves before the bus arrives."]
    assert "Language: ar\\n" in sent(translation, "po").decode()
    for unit in units:
        unit.target = f"ظل {unit.source}"
    assert set(outcomes(came_back(saved(store), translation))) == {"accepted"}
    assert stored(translation)["It begins<br/>in May."] == "ظل It begins<br/>in May."


def test_nothing_changed_changes_nothing(marked_release: ReleasePage, submit: Submit, write: Write) -> None:
    translation = submit(marked_release)
    write(translation)
    before = stored(translation)
    assert set(outcomes(came_back(sent(translation, "po"), translation))) == {"unchanged"}
    assert stored(translation) == before


def test_what_wagtail_localize_exports_comes_back_as_well(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    po = translation.export_po()
    for entry in po:
        entry.msgstr = f"FR {entry.msgid}"
    assert set(outcomes(came_back(str(po).encode(), translation))) == {"accepted"}


def test_ampersands_need_no_escape(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release)
    content = sent(translation, "po").decode()
    for msgid, words in (("Mito Miwili", "Ombre & lumière < 5"), ("It ends in June.", "Fin &amp; juin")):
        content = content.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{words}"')
    came_back(content.encode(), translation)
    assert stored(translation)["Mito Miwili"] == "Ombre &amp; lumière &lt; 5"
    assert stored(translation)["It ends in June."] == "Fin &amp; juin"


def test_machine_translations_go_out_as_fuzzy_and_stay_so_until_somebody_agrees(
    marked_release: ReleasePage, submit: Submit, write: Write
) -> None:
    translation = submit(marked_release)
    write(translation)
    StringTranslation.objects.update(translation_type="machine")
    store = opened("po", sent(translation, "po"))
    units = units_in(store)
    assert all(unit.isfuzzy() for unit in units)
    units[0].target = "Encore à revoir"
    units[1].target = "Le bac attend."
    units[1].markfuzzy(False)
    report = came_back(saved(store), translation)
    assert outcomes(report)[:3] == ["unfinished", "accepted", "unchanged"]
    assert StringTranslation.objects.get(data="Le bac attend.").translation_type == "manual"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda po: po.partition(b"\n\n")[2], "lost its header"),
        (lambda po: po.replace(b"X-WagtailLocalize-TranslationID", b"X-Other"), "no longer says which translation"),
        (lambda po: po.replace(b"Language: fr", b"Language: es"), "says “es” where “fr” was sent"),
        (lambda po: po.decode().replace("Mito", "Mité").encode("latin-1"), "but it is not"),
        (lambda po: po.replace(b"charset=UTF-8", b"charset=klingon"), "but it is not"),
        (lambda po: po + b"\nAnd now for something else\n", "not a PO file that can be read"),
        (lambda po: b"Dear all, please find enclosed", "neither XLIFF nor PO"),
        (lambda po: b"", "neither XLIFF nor PO"),
        (lambda po: b"\x00\x01msgid\xff\xfe", "but it is not"),
        (lambda po: b"/etc/hostname msgid", "not a PO file that can be read"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    marked_release: ReleasePage, submit: Submit, change: Callable[[bytes], bytes], message: str
) -> None:
    translation = submit(marked_release)
    report = came_back(change(sent(translation, "po")), translation)
    assert message in report.error
    assert "\n" not in report.error
    assert not report.lines


def test_codes_may_be_written_the_way_of_po(marked_release: ReleasePage, submit: Submit) -> None:
    translation = submit(marked_release, "zh-hans")
    content = sent(translation, "po")
    for code in (b"zh_Hans", b"zh_CN", b"zh-hans", b""):
        report: Any = came_back(content.replace(b"Language: zh-Hans", b"Language: " + code), translation)
        assert not report.error


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda po: po.replace(b'msgid "Mito Miwili"\nmsgstr ""', b'msgid "Mito Miwili"\nmsgstr "MM"'), "Accepted: 1"),
        (lambda po: po.partition(b"\n\n")[2], "lost its header"),
        (lambda po: b"", "The file is empty."),
    ],
)
def test_the_buttons_of_wagtail_localize_are_safe(
    marked_release: ReleasePage, submit: Submit, translator: Client, change: Callable[[bytes], bytes], message: str
) -> None:
    translation = submit(marked_release)
    answer = translator.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert "no-store" in answer["Cache-Control"]
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    file = SimpleUploadedFile("back.po", change(answer.content))
    assert message in translator.post(address, {"file": file}, follow=True).content.decode()
    assert "This field is required." in translator.post(address, follow=True).content.decode()


def test_the_buttons_ask_who_presses_them(marked_release: ReleasePage, submit: Submit, client: Client) -> None:
    translation = submit(marked_release)
    for view in ("download_pofile", "upload_pofile"):
        answer = client.post(reverse(f"wagtail_localize:{view}", args=[translation.pk]))
        assert "/admin/login/" in answer["Location"]


# What ends a line

LINE_ENDS = ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\r"]


@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize(
    ("code", "first", "last"), [("ar", "ظل", "بارد"), ("ru", "Тень", "мостов"), ("zh-hans", "树", "荫")]
)
def test_no_letter_is_lost_where_words_hold_what_ends_a_line(
    marked_release: ReleasePage, submit: Submit, code: str, first: str, last: str, end: str
) -> None:
    translation = submit(marked_release, code)
    content = sent(translation, "po").decode()
    content = content.replace('msgid "Mito Miwili"\nmsgstr ""', f'msgid "Mito Miwili"\nmsgstr "{first}{end}{last}"')
    assert outcomes(came_back(content.encode(), translation)).count("accepted") == 1
    assert stored(translation)["Mito Miwili"] == f"{first} {last}"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85"])
def test_our_own_file_comes_back_with_every_sign_that_ends_a_line(
    marked_release: ReleasePage, submit: Submit, write: Write, end: str
) -> None:
    marked_release.subheadline = f"The boat{end}waits."
    publish(marked_release)
    translation = submit(marked_release, "ar")
    write(translation)
    StringTranslation.objects.filter(translation_of__data__contains="waits.").update(data=f"ينتظر{end}المركب.")
    before = stored(translation)
    content = sent(translation, "po")
    assert end not in content.decode() and "ينتظر المركب." in content.decode()
    assert set(outcomes(came_back(content, translation))) == {"unchanged"}
    assert stored(translation) == before
    po = translation.export_po()
    for entry in po:
        entry.msgstr = f"ظل {entry.msgid}"
    assert set(outcomes(came_back(str(po).encode(), translation))) == {"accepted"}
    for form in ("xliff1", "xliff2"):
        assert set(outcomes(came_back(sent(translation, form), translation))) <= {"unchanged", "unfinished"}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_they_do_on_other_machines(marked_release: ReleasePage, submit: Submit, end: str) -> None:
    translation = submit(marked_release, "es")
    content = (
        sent(translation, "po").decode().replace('msgid "Mito Miwili"\nmsgstr ""', 'msgid "Mito Miwili"\nmsgstr "M"')
    )
    came_back(content.replace("\n", end).encode(), translation)
    assert stored(translation) == {"Mito Miwili": "M"}


# Flags


@pytest.mark.parametrize("flags", ["#, fuzzy", "#,fuzzy", "#, Fuzzy", "#,FUZZY,c-format", "#, c-format,fuzzy"])
def test_fuzzy_is_heard_however_it_is_written(marked_release: ReleasePage, submit: Submit, flags: str) -> None:
    translation = submit(marked_release, "ru")
    content = sent(translation, "po").decode()
    content = content.replace('msgid "Mito Miwili"\nmsgstr ""', 'msgid "Mito Miwili"\nmsgstr "Тень"')
    content = re.sub(r'(?m)^(msgctxt .*\nmsgid "Mito Miwili")', rf"{flags}\n\1", content)
    assert outcomes(came_back(content.encode(), translation)).count("unfinished") == 1
    assert not stored(translation)
