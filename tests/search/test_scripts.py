"""A word is found however its letters are written, in every script: the same on every engine."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from corpora import for_the_file

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage
from newsroom.language.script.letters import folded
from search.answering import answer_search
from search.request import SearchRequest

pytestmark = [pytest.mark.vital, pytest.mark.usefixtures("newsroom")]
Find = Callable[..., set[str]]

TEXTS = {
    "en": {
        "turkish": "The mayors of Iğdır and Işıklar met Nesrin Kılıç.",
        "nordic": "Boats left Borgarfjörður for Vågsøy with Guðrún Þórðardóttir and Ægir Kjær.",
        "maltese": "Għajnsielem and Ħal Għaxaq count their wells; so does Đà Lạt.",
        "sami": "A school in Deatŋu, one in Kraków-Łagiewniki, one in Gəncə and one in Straßberg.",
        "soft": "Neigh\u00adbour\u00adhoods asked for side\u200bwalks; the ce\ufeffdars stay.",
        "digits": "Pavilion ९०३४७ opened, and pavilion ８２５８８.",
        "quay": "The people of the quay and their children planted cedars.",
    },
    "fr": {
        "heart": "Le cœur de la ville et ses bœufs : l’œuvre d’Yvonne d’Arbel.",
        "works": "Les travaux commencent, dit-on, à l'orée du bois ; les yeux s'ouvrent.",
    },
    "es": {"north": "El alcalde de Þingeyri escribió a A\u00adlicante."},
    "ar": {
        "shade": "يوفر الظل راحة للناس.",
        "dam": "تراقب المهندسات السدود القديمة كل صباح.",
        "flood": "انخفض الفيضان بعد يومين.",
        "schools": "أغلقت ثلاث مدارس أبوابها، وبقيت وظيفة واحدة.",
        "projects": "تعرض اللجنة المشاريع والقوانين على الوزراء.",
        "entry": "الدخول إلى الحديقة مجاني.",
        "lamp": "الـمـصـابـيـح تضيء الشار\u200dع.",
    },
    "ru": {
        "firs": "Ёлки и клёны вокруг станции «Берёзовая».",
        "people": "Люди при\u00adвели детей к реке.",
    },
    "zh-hans": {
        "shade": "市政府将在车站旁遮阴，并检查三座水坝。",
        "library": "図書館与畫廊周日开放，由志愿者照看。",
        "harbour": "港口服务中心为渔民发放救生衣。",
        "soft": "灯\u200b塔今晚重新亮起。",
    },
}


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A release for each of the texts above."""
    with for_the_file(django_db_blocker):
        for code, texts in TEXTS.items():
            index = NewsIndexPage.objects.get(locale__language_code=code)
            for slug, text in texts.items():
                title = f"n{slug}"
                ReleasePageFactory(parent=index, title=title, slug=title, subheadline="", body=[text_block(text)])
        yield


@pytest.fixture
def find() -> Find:
    """Which of the texts above hold all the words, in a language."""

    def ask(words: str, code: str) -> set[str]:
        response = answer_search(SearchRequest(words=words, language=code))
        found = {hit.shown.url.rstrip("/").rpartition("/")[2] for hit in response.hits}
        return set() if response.is_widened else {slug for slug in TEXTS[code] if f"n{slug}" in found}

    return ask


LETTERS = [
    *(("en", words, {"turkish"}) for words in ("Igdir", "IĞDIR", "isiklar", "ISIKLAR", "Nesrin Kilic")),
    *(("en", words, {"nordic"}) for words in ("Borgarfjordur", "VÅGSØY", "vagsoy", "Thordardottir", "aegir kjaer")),
    *(("en", words, {"maltese"}) for words in ("Ghajnsielem", "Hal Ghaxaq", "ħal għaxaq", "Da Lat")),
    *(("en", words, {"sami"}) for words in ("Deatnu", "DEATŊU", "Krakow Lagiewniki", "Gence", "STRASSBERG")),
    *(("en", words, {"soft"}) for words in ("neighbourhood", "side\u00adwalk", "sidewalks cedars")),
    *(("en", words, {"digits"}) for words in ("90347", "pavilion 82588", "٩٠٣٤٧", "８２５８８")),
    ("en", "person child", {"quay"}),
    *(("fr", words, {"heart"}) for words in ("coeur", "CŒUR", "boeuf", "oeuvre", "l'oeuvre d'Arbel", "lʼœuvre")),
    *(("fr", words, {"works"}) for words in ("travail", "œil", "l’orée", "lorée OR orée")),
    *(("es", words, {"north"}) for words in ("Thingeyri", "þingeyri", "alicante", "Ali\u200bcante")),
    *(("ru", words, {"firs"}) for words in ("елка", "ёлками", "клены", "Березовая", "БЕРЁЗОВОЙ")),
    *(("ru", words, {"people"}) for words in ("человек", "привели", "дети", "при\u200bвели")),
]
ARABIC = [
    *(("ar", words, {"shade"}) for words in ("ظل", "الظل", "للظل", "والظل", "بالظل", "فالظل", "كالظل", "ظلال")),
    *(("ar", words, {"dam"}) for words in ("سد", "السد", "للسد", "سدود", "سدودها", "مهندسة", "المهندسات", "قديم")),
    *(("ar", words, {"flood"}) for words in ("فيضان", "فيضانات", "الفيضانات", "للفيضانات", "بفيضان")),
    *(("ar", words, {"schools"}) for words in ("مدرسة", "المدرسه", "المدارس", "للمدارس", "باب", "وظائف", "الوظائف")),
    *(("ar", words, {"projects"}) for words in ("مشروع", "القانون", "وزير", "لجان", "للجنة", "المشروعات")),
    *(("ar", words, {"entry"}) for words in ("دخول", "للدخول", "حدائق", "مجانى")),
    *(("ar", words, {"lamp"}) for words in ("مصباح", "مصابيح", "شوارع", "شارع", "الشـــارع")),
    # What only looks like a plural or like an article.
    *(("ar", words, set()) for words in ("دخل", "مدير", "سداد", "والد", "الله")),
]
CHINESE = [
    *(("zh-hans", words, {"shade"}) for words in ("遮荫", "遮阴", "遮陰", "遮蔭", "大坝", "大壩", "水坝遮荫")),
    *(("zh-hans", words, {"library"}) for words in ("图书馆", "圖書館", "畫廊", "画廊", "図書館", "志愿者图书馆")),
    *(("zh-hans", words, {"harbour"}) for words in ("港口", "港口救生衣", "渔民服务中心", "渔民的救生衣")),
    *(("zh-hans", words, {"soft"}) for words in ("灯塔", "燈塔", "灯\u200d塔")),
    *(("zh-hans", words, set()) for words in ("塔灯", "港口画廊", "渔民遮荫")),
]


@pytest.mark.parametrize("cases", [LETTERS, ARABIC, CHINESE], ids=["letters", "arabic", "chinese"])
def test_words_are_found_however_they_are_written(find: Find, cases: list[tuple[str, str, set[str]]]) -> None:
    wrong = [(code, words, found) for code, words, expected in cases if (found := find(words, code)) != expected]
    assert not wrong


def test_a_word_with_what_is_not_seen_is_marked_as_it_stands() -> None:
    (hit,) = answer_search(SearchRequest(words="sidewalk", language="en")).hits
    assert "<mark>side\u200bwalks</mark>" in hit.excerpt


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ƘASA", "kasa"),
        ("Ŧana", "tana"),
        ("ⱥɓƒ", "abf"),
        ("ʻOkina", "okina"),
        ("ﬁnance", "finance"),
        ("Ґанок", "ганок"),
        ("Йод", "йод"),
        ("ΟΔΌΣ", "οδοσ"),
        ("貝勒", "贝勒"),
        ("می‌خواهد", "میخواهد"),
    ],
)
def test_letters_that_count_as_one(written: str, plain: str) -> None:
    assert folded(written) == folded(plain)


@pytest.mark.parametrize(("one", "other"), [("и", "й"), ("कम", "कमी"), ("מם", "מן"), ("o", "d"), ("么", "幺")])
def test_letters_that_are_two(one: str, other: str) -> None:
    assert folded(one) != folded(other)
