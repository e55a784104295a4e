"""What comes back from agencies, or is typed by translators, is stored as the place that it goes to stores it."""

from collections.abc import Callable
from unicodedata import normalize

import pytest
from agency import came_back, in_source, outcomes, sent
from wagtail_localize.models import String, StringTranslation, Translation

from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.translation.exchange.files import FORMATS
from organisations.factories import PersonFactory

Submit = Callable[..., Translation]


def words_at(translation: Translation, ending: str) -> list[str]:
    """What is stored of a translation at the places that end so."""
    rows = StringTranslation.objects.filter(context__path__endswith=ending, locale=translation.target_locale)
    return list(rows.values_list("data", flat=True))


@pytest.mark.parametrize("form", ["xliff1", "xliff2"])
@pytest.mark.parametrize(
    ("code", "opening", "closing", "letters"),
    [("fr", "« ", " »", "éà"), ("ar", "«", "»", "آأ"), ("ru", "„", "“", "ёй"), ("zh-hans", "「", "」", "影")],
)
def test_agency_sends_marks_and_parts_of_letters(
    index: NewsIndexPage, submit: Submit, form: str, code: str, opening: str, closing: str, letters: str
) -> None:
    page = ReleasePageFactory(parent=index, title="Shade", body=[quote_block("We light a street.")])
    translation = submit(page, code)
    file = in_source(sent(translation, form), lambda text: f"{opening}{normalize('NFD', letters)} {text}{closing}")
    assert set(outcomes(came_back(file, translation))) == {"accepted"}
    assert words_at(translation, ".words") == [f"{letters} We light a street."]
    assert words_at(translation, "title") == [f"{opening}{letters} Shade{closing}"]
    assert set(outcomes(came_back(file, translation))) == {"unchanged"}


def test_translator_types_marks_and_unseen_signs(index: NewsIndexPage, submit: Submit) -> None:
    page = ReleasePageFactory(parent=index, title="Shade", body=[quote_block("We light a street.")])
    translation = submit(page, "ar")
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data="«نضيء\x0bشارعا\u0653»",
        )
    assert words_at(translation, ".words") == ["نضيء شارعآ"]
    assert words_at(translation, "title") == ["«نضيء شارعآ»"]
    translation.save_target(publish=False)
    draft = ReleasePage.objects.get(pk=translation.get_target_instance().pk).get_latest_revision_as_object()
    assert [block.value["words"] for block in draft.body if block.block_type == "quote"] == ["نضيء شارعآ"]


def test_name_in_another_script_loses_unseen_signs(newsroom: object, submit: Submit) -> None:
    translation = submit(PersonFactory(name="Naima Belhadri"), "ar")
    segment = translation.source.stringsegment_set.select_related("string", "context").get(context__path="name")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data="\u200fنعيمة\u200b",
    )
    assert words_at(translation, "name") == ["نعيمة"]


@pytest.mark.parametrize("form", FORMATS)
def test_file_for_an_agency_can_always_be_written(index: NewsIndexPage, submit: Submit, form: str) -> None:
    page = ReleasePageFactory(parent=index, title="Shade", body=[quote_block("We light.", role="Mayor")])
    translation = submit(page)
    for string in String.objects.all():
        String.objects.filter(pk=string.pk).update(data=f"{string.data}\x0b\x01夜")
    PersonFactory._meta.model.objects.update(name="Wai\x0brimu \x02Tendeka")
    assert outcomes(came_back(sent(translation, form), translation))
