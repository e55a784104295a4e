"""The glossary: what a term is called, what it must not be called, beside the segment that uses it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from signing import faults_by
from wagtail_localize.models import StringTranslation, Translation

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.language.terms import found_in
from newsroom.translation.checking.terms import TermsAreAllowed
from newsroom.translation.factories import GlossaryTermFactory
from newsroom.translation.glossary.csv_files import read_terms, terms_as_csv
from newsroom.translation.glossary.terms import Glossary
from newsroom.translation.models import GlossaryTerm
from newsroom.translation.signing.segments import segments_of

Submit = Callable[..., Translation]


@pytest.mark.parametrize(
    ("phrase", "text", "language", "found"),
    [
        ("city", "Twenty-six Cities count", "en", "cities"),
        ("stop", "It stops here", "en", "stops"),
        ("stop", "It is stopping", "en", ""),
        ("art", "They start", "en", ""),
        ("cool corridor", "Two cool corridors open", "en", "cool corridors"),
        ("cool corridor", "A cool, dry corridor", "en", ""),
        ("couloir de fraîcheur", "Les couloirs de fraîcheur", "fr", "couloirs de fraîcheur"),
        ("ciudad", "veintiséis ciudades", "es", "ciudades"),
        ("остановка", "на всех остановках", "ru", "остановках"),
        ("тень", "в тени", "ru", ""),
        ("ظل", "بالظل", "ar", "ظل"),
        ("مدينة", "المدينه", "ar", "مدينة"),
        ("أمانة", "الامانة العامة", "ar", "أمانة"),
        ("阴影", "城市的阴影", "zh-hans", "阴影"),
        ("COP31", "COP31 opens", "en", "cop31"),
        ("COP3", "COP31 opens", "en", ""),
        ("Secretary-General", "The Secretary-General said", "en", "secretary-general"),
        ("", "Anything", "en", ""),
        ("…", "Anything", "en", ""),
    ],
)
def test_a_term_is_found_in_its_forms(phrase: str, text: str, language: str, found: str) -> None:
    assert found_in(phrase, text, language) == found


@pytest.fixture
def translation(index: NewsIndexPage, submit: Submit) -> Translation:
    """A release into French that speaks of corridors."""
    text = "<p>Two <b>cool corridors</b> open.</p><p>The corridor is long.</p>"
    return submit(ReleasePageFactory(parent=index, title="Corridors", body=[text_block(text)]))


def write_into(translation: Translation, beginning: str, words: str) -> None:
    """Translate the segment that begins so."""
    segment = translation.source.stringsegment_set.get(string__data__startswith=beginning)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": words},
    )


def test_the_longer_term_hides_its_parts(db: None) -> None:
    GlossaryTermFactory(term="corridor", approved="couloir")
    GlossaryTermFactory(term="cool corridor")
    GlossaryTermFactory(term="cool corridor", language="es", approved="corredor")
    glossary = Glossary("en", "fr")
    assert [use.term.term for use in glossary.terms_in("Cool corridors open")] == ["cool corridor"]
    both = glossary.terms_in("Cool corridors open. The corridor")
    assert [use.term.term for use in both] == ["cool corridor"]


def test_a_forbidden_word_is_a_problem_of_its_segment(translation: Translation) -> None:
    GlossaryTermFactory(term="cool corridor", approved="couloir de fraîcheur", forbidden="couloir frais\ncorridor")
    assert not list(faults_by([TermsAreAllowed], segments_of(translation)))
    write_into(translation, "Two", "Deux <b>couloirs de fraîcheur</b> ouvrent.")
    write_into(translation, "The corridor", "Le corridor est long.")
    assert not list(faults_by([TermsAreAllowed], segments_of(translation)))
    write_into(translation, "Two", "Deux <b>corridors</b> ouvrent.")
    ((segment, message),) = faults_by([TermsAreAllowed], segments_of(translation))
    assert segment.path.startswith("body.")
    assert message == "“corridor” must not be used; say “couloir de fraîcheur”."


def test_what_is_approved_may_hold_a_forbidden_word(translation: Translation) -> None:
    GlossaryTermFactory(term="cool corridor", approved="corridor de fraîcheur", forbidden="corridor")
    write_into(translation, "Two", "Deux <b>corridors de fraîcheur</b> ouvrent.")
    assert not list(faults_by([TermsAreAllowed], segments_of(translation)))
    write_into(translation, "Two", "Deux corridors de fraîcheur, des corridors.")
    assert len(list(faults_by([TermsAreAllowed], segments_of(translation)))) == 1


def test_one_entry_for_a_term(db: None) -> None:
    GlossaryTermFactory(term="shade")
    with pytest.raises(ValidationError, match="has an entry"):
        GlossaryTerm(term="shade", language="fr").full_clean()
    GlossaryTerm(term="shade", language="fr", topic="Painting").full_clean()
    with pytest.raises(ValidationError, match="must differ"):
        GlossaryTerm(term="shade", language="en").full_clean()


# In the CMS


def test_terms_are_listed_searched_and_filtered(translator: Client) -> None:
    GlossaryTermFactory(term="shade", language="ar", approved="ظل")
    GlossaryTermFactory(term="ferry", approved="bac\ntraversier", forbidden="ferry-boat")
    address = reverse("wagtailsnippets_translation_glossaryterm:list")

    def listed(**query: str) -> set[str]:
        return {str(term) for term in translator.get(address, query).context["object_list"]}

    assert listed() == {"shade", "ferry"}
    assert listed(q="ظل") == {"shade"}
    assert listed(q="ferry-boat") == {"ferry"}
    assert listed(language="ar") == {"shade"}
    html = translator.get(address).content.decode()
    assert "bac; traversier" in html
    assert reverse("glossary_as_csv") in html and reverse("glossary_from_csv") in html


def test_queries_do_not_grow_with_the_glossary(
    translation: Translation, translator: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    addresses = [
        reverse("wagtailsnippets_translation_glossaryterm:list"),
        reverse("terms_and_memory", args=[translation.pk]),
    ]

    def counts() -> list[int]:
        return [count_queries(lambda address=address: translator.get(address)) for address in addresses]  # type: ignore[misc]

    for topic in "abc":
        GlossaryTermFactory(term="corridor", topic=topic)
    few = counts()
    for number in range(30):
        GlossaryTermFactory(term="corridor", topic=str(number))
    assert counts() == few


def test_terms_stand_beside_the_segment(translation: Translation, translator: Client) -> None:
    GlossaryTermFactory(term="cool corridor", forbidden="corridor", note="Not an alley.")
    write_into(translation, "Two", "Deux corridors ouvrent.")
    html = translator.get(reverse("terms_and_memory", args=[translation.pk])).content.decode()
    text = " ".join(re.sub(r"<[^>]+>", "", html).split())
    assert "Two cool corridors open. Deux corridors ouvrent. cool corridor couloir de fraîcheur" in text
    assert "Not an alley." in text and "A forbidden word stands in the translation." in text
    assert '<strong lang="fr" dir="ltr">couloir de fraîcheur</strong>' in html
    known = translator.get(reverse("known_as_json", args=[translation.pk])).json()
    (segment,) = (each for each in known["segments"] if each["terms"])
    assert segment["source"] == "Two <b>cool corridors</b> open."
    assert segment["terms"][0]["forbidden"] == ["corridor"]


def test_the_editor_asks_for_the_terms(translation: Translation, translator: Client) -> None:
    draft = translation.get_target_instance()
    html = translator.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert f'data-known="{reverse("known_as_json", args=[translation.pk])}"' in html
    assert "newsroom/translation_desk.js" in html
    assert reverse("terms_and_memory", args=[translation.pk]) in html


# As a table


def test_out_and_back_changes_nothing(db: None) -> None:
    GlossaryTermFactory(term="shade", language="zh-hans", approved="阴影\n荫", forbidden="黑暗", note='"Quoted", noted')
    GlossaryTermFactory(term="=SUM(A1)", approved="-1")
    assert "zh-Hans" in terms_as_csv() and "'=SUM(A1)" in terms_as_csv()
    taken = read_terms(terms_as_csv().encode("utf-8-sig"))
    assert (taken.added, taken.changed, taken.unchanged, taken.wrong) == (0, 0, 2, [])
    assert GlossaryTerm.objects.get(language="zh-hans").approved_words == ["阴影", "荫"]


def test_rows_are_added_changed_and_refused_one_by_one(db: None) -> None:
    GlossaryTermFactory(term="shade", approved="ombre")
    table = (
        "term;language;approved;forbidden\nshade;fr;ombrage|ombre;noir\nferry;zh_Hans;渡轮;\n;fr;x;\nbus;klingon;x;\n"
    )
    taken = read_terms(table.encode())
    assert (taken.added, taken.changed, taken.unchanged) == (1, 1, 0)
    assert [line for line, _message in taken.wrong] == [4, 5]
    assert GlossaryTerm.objects.get(term="shade").approved == "ombrage\nombre"
    assert GlossaryTerm.objects.get(term="ferry").language == "zh-hans"


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        *[(stated, "zh-hans") for stated in ("zh", "zh-CN", "zh_CN", "zh-SG", "cmn-Hans", "zh-Hans")],
        *[
            ("fr-FR", "fr"),
            ("fra", "fr"),
            ("FR_ca", "fr"),
            ("ar-EG", "ar"),
            ("ara", "ar"),
            ("rus", "ru"),
            ("es-419", "es"),
        ],
        *[("zh-TW", ""), ("zh-Hant", ""), ("de", ""), ("uz-Cyrl", "")],
    ],
)
def test_language_may_be_named_in_the_manner_of_agencies(db: None, stated: str, code: str) -> None:
    taken = read_terms(f"term,source_language,language,approved\nshade,en-GB,{stated},x\n".encode())
    assert [line for line, _message in taken.wrong] == ([] if code else [2])
    assert list(GlossaryTerm.objects.values_list("source_language", "language")) == ([("en", code)] if code else [])


@pytest.mark.parametrize(
    ("language", "approved", "forbidden"),
    [
        ("fr", "om\u00adbre|om\u00adbrage", "noir\u00adceur"),
        ("ru", "те\u00adень", "мра\u00adк"),
        ("ar", "ظ\u00adل", "ظل\u00adام"),
    ],
)
def test_hints_where_a_word_may_break_are_no_part_of_a_term(
    db: None, language: str, approved: str, forbidden: str
) -> None:
    read_terms(f"term,language,approved,forbidden\nsha\u00adde,{language},{approved},{forbidden}\n".encode())
    term = GlossaryTerm.objects.get()
    plain = [text.replace("\u00ad", "") for text in (approved.replace("|", "\n"), forbidden)]
    assert [term.term, term.approved, term.forbidden] == ["shade", *plain]
    term = GlossaryTerm(term="bus", language=language, approved=approved, forbidden=forbidden)
    assert term.forbidden_words == [plain[1]] and "\u00ad" not in "".join(term.approved_words)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfet\x00e\x00", "not in UTF-8"),
        (b"word,language\nshade,fr\n", "no column “term”"),
        (b"term,language\n", "or no rows"),
        (b'term,language\n"shade,fr\n', "not a table"),
        (b"", "The file is empty."),
        (b"PK\x03\x04\x00\x00", "no column"),
        (b"term,language,x\nshade,fr\nferry,fr,1,2,3\n", "New: 2"),
    ],
)
def test_a_wrong_table_is_told_at_the_field(translator: Client, content: bytes, message: str) -> None:
    answer = translator.post(reverse("glossary_from_csv"), {"file": SimpleUploadedFile("terms.csv", content)})
    assert answer.status_code == 200
    assert message in answer.content.decode()


def test_strangers_get_no_glossary(newsroom: Any, client: Client, marked_release: ReleasePage) -> None:
    client.force_login(UserFactory())
    for view in ("glossary_as_csv", "glossary_from_csv"):
        assert client.get(reverse(view)).status_code == 302
