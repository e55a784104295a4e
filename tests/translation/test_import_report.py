"""What comes back is judged unit by unit, by those who may, and never harms (T5)."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from agency import came_back, in_source, outcomes, sent, stored
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.translation.exchange import files
from newsroom.translation.exchange.files import NamedFile
from newsroom.translation.exchange.importing import take_back
from organisations.factories import OrganisationFactory

Submit = Callable[..., Translation]
Write = Callable[..., None]
FORMS = ["xliff1", "xliff2"]


def address(view: str, page: ReleasePage) -> str:
    """One of the two pages of the exchange."""
    return reverse(f"exchange_{view}", args=["wagtailcore", "page", page.pk])


def upload(browser: Client, page: ReleasePage, content: bytes, name: str = "back.xlf") -> str:
    """Send a file through the CMS; gives what the page says, without its markup."""
    answer = browser.post(address("bring_back", page), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    return re.sub(r"<[^>]+>", " ", answer.content.decode())


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


# Who may


def test_only_those_who_may_change_the_translation(
    marked_release: ReleasePage, submit: Submit, translator: Client
) -> None:
    french, arabic = submit(marked_release, "fr"), submit(marked_release, "ar")
    content = {each: in_source(sent(each), str.upper) for each in (french, arabic)}
    GroupPagePermission.objects.all().update(page=arabic.get_target_instance())
    form = translator.get(address("send", marked_release)).content.decode()
    assert "العربية" in form and "Français" not in form
    answer = translator.post(address("send", marked_release), {"format": "po", "languages": [french.pk]})
    assert "attachment" not in answer.get("Content-Disposition", "")
    assert "you may not change" in upload(translator, marked_release, content[french])
    assert "Accepted" in upload(translator, marked_release, content[arabic])
    assert stored(arabic) and not stored(french)


def test_those_without_rights_learn_nothing(marked_release: ReleasePage, submit: Submit, client: Client) -> None:
    submit(marked_release)
    assert "/admin/login/" in client.get(address("send", marked_release))["Location"]
    guest = UserFactory()
    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(guest)
    for view in ("send", "bring_back"):
        answer = client.get(address(view, marked_release), follow=True)
        assert "you do not have permission" in answer.content.decode()
        assert "Shade &amp; light" not in answer.content.decode()


def test_a_locked_translation_is_not_changed(marked_release: ReleasePage, submit: Submit, translator: Client) -> None:
    translation = submit(marked_release)
    draft = translation.get_target_instance()
    draft.locked, draft.locked_at, draft.locked_by = True, timezone.now(), UserFactory()
    draft.save()
    answer = translator.get(address("bring_back", marked_release), follow=True)
    assert "you do not have permission" in answer.content.decode()


# Embargo


def test_what_is_under_embargo_is_kept_nowhere_and_named_nowhere(
    index: NewsIndexPage, submit: Submit, translator: Client
) -> None:
    later = timezone.now() + datetime.timedelta(days=3)
    secret = ReleasePageFactory(parent=index, slug="merger", title="The merger", live=False, embargoed_until=later)
    translation = submit(secret)
    answer = translator.post(address("send", secret), {"format": "xliff2", "languages": [translation.pk]})
    assert "no-store" in answer["Cache-Control"]
    assert "merger" not in answer["Content-Disposition"].casefold()
    assert re.search(r'filename="translation-[0-9a-f]{8}-en-fr\.xlf"', answer["Content-Disposition"])
    assert "no-store" in translator.get(address("bring_back", secret))["Cache-Control"]


# Where people find it, and operators


def test_the_ways_stand_on_the_page_and_its_list(
    marked_release: ReleasePage, submit: Submit, translator: Client, newsroom: Any
) -> None:
    draft = submit(marked_release).get_target_instance()
    for page in (marked_release, draft):
        html = translator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert address("send", page) in html and address("bring_back", page) in html
    html = translator.get(reverse("wagtailadmin_explore", args=[marked_release.get_parent().pk])).content.decode()
    assert address("send", marked_release) in html


def test_records_go_out_as_well(newsroom: Any, submit: Submit, translator: Client) -> None:
    translation = submit(OrganisationFactory(name="Joint Office", description="It cools streets."))
    record = translation.source.get_source_instance()
    address = reverse("exchange_send", args=["organisations", "organisation", record.pk])
    assert address in translator.get(reverse("wagtailsnippets_organisations_organisation:list")).content.decode()
    answer = translator.post(address, {"format": "po", "languages": [translation.pk]})
    assert b"It cools streets." in answer.content


@pytest.mark.parametrize("wrong", ["wagtailcore/page/999999", "wagtailcore/page/x", "base/user/1", "no/model/1"])
def test_addresses_of_nothing(translator: Client, wrong: str) -> None:
    for view in ("send", "bring-back"):
        assert translator.get(f"/admin/exchange/{wrong}/{view}/", follow=True).status_code == 404


def test_untranslated_page_says_what_to_do(marked_release: ReleasePage, translator: Client) -> None:
    assert "has not been sent for translation" in translator.get(address("send", marked_release)).content.decode()


def test_operators_do_it_with_commands(
    marked_release: ReleasePage, submit: Submit, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    french, arabic = submit(marked_release, "fr"), submit(marked_release, "ar")
    call_command("export_translations", marked_release.pk, "--to", tmp_path, "--languages", "fr", "--format", "po")
    assert [path.name for path in tmp_path.iterdir()] == ["count-shade-en-fr.po"]
    call_command("export_translations", marked_release.pk, "--to", tmp_path)
    path = tmp_path / "count-shade-en-ar.xlf"
    path.write_bytes(in_source(path.read_bytes(), str.upper))
    call_command("import_translations", path)
    assert "Accepted: 8" in capsys.readouterr().out
    assert stored(arabic)["Mito Miwili"] == "MITO MIWILI" and not stored(french)
    path.write_bytes(path.read_bytes().replace(b"MITO MIWILI", b"x" * 101))
    with pytest.raises(CommandError, match="Not everything"):
        call_command("import_translations", path)
    assert "Too long 101 characters; 100 fit" in capsys.readouterr().out
    with pytest.raises(CommandError, match="no such page"):
        call_command("export_translations", 999999)
    with pytest.raises(CommandError, match="no such user"):
        call_command("import_translations", path, "--user", "nobody")


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
