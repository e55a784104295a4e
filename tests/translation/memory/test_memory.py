"""A sentence translated once is offered again, exactly or nearly, to those who may see where it stands."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation, Translation

from news.choices import ReleaseKind
from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.base.models import User
from newsroom.translation.exchange.units import units_of
from newsroom.translation.memory.search import Memory, MemoryMatch

#: A release that has nothing to translate but its headline and its text.
NOTHING_ELSE = {"kind": ReleaseKind.STATEMENT, "dateline_place": "", "subheadline": ""}

Submit = Callable[..., Translation]
MakeTranslation = Callable[..., Translation]


@pytest.fixture
def release_into(index: NewsIndexPage, submit: Submit) -> MakeTranslation:
    """A release of these paragraphs, sent for translation; with `words` its paragraphs are translated so."""

    def make(*paragraphs: str, words: tuple[str, ...] = (), code: str = "fr", **fields: Any) -> Translation:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = ReleasePageFactory(parent=index, body=[text_block(text)], **NOTHING_ELSE, **fields)
        translation = submit(page, code)
        segments = translation.source.stringsegment_set.filter(context__path__startswith="body").order_by("order")
        for segment, translated in zip(segments, words, strict=False):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": translated},
            )
        return translation

    return make


@pytest.fixture
def reader_of_all(db: None) -> User:
    """Somebody who may see everything."""
    return UserFactory(is_superuser=True)


def offers_in(translation: Translation, user: Any, beginning: str = "") -> list[MemoryMatch]:
    """What is offered for the first paragraph that begins so."""
    unit = next(
        unit for unit in units_of(translation) if unit.path.startswith("body") and unit.source.startswith(beginning)
    )
    return Memory(translation, [unit], user).offers_for(unit)


def test_wagtail_localize_reuses_a_translation_in_its_own_place_only(release_into: MakeTranslation) -> None:
    again = release_into("Nobody is left on the landing.")
    release_into("Nobody is left on the landing.", words=("Personne ne reste à quai.",))
    segments = again.source.stringsegment_set.annotate_translation(again.target_locale)
    assert segments.get(context__path__startswith="body").translation is None


def test_the_same_sentence_is_offered_from_any_place(release_into: MakeTranslation, reader_of_all: User) -> None:
    again = release_into("Nobody is left on the landing.")
    release_into("Nobody is left on the landing.", words=("Personne ne reste à quai.",))
    (offer,) = offers_in(again, reader_of_all)
    assert (offer.remembered.words, offer.likeness, offer.is_exact) == ("Personne ne reste à quai.", 100, True)


def test_a_near_sentence_is_offered_with_its_difference(release_into: MakeTranslation, reader_of_all: User) -> None:
    release_into("Nobody was left on the old landing.", words=("Personne ne resta au vieux quai.",))
    (offer,) = offers_in(release_into("Nobody is left on the landing."), reader_of_all)
    assert 75 <= offer.likeness < 100
    assert "<del>was </del><ins>is </ins>" in offer.changes
    assert "<del>old </del>" in offer.changes


def test_other_sentences_languages_and_errors_are_not_offered(
    release_into: MakeTranslation, reader_of_all: User
) -> None:
    release_into("The ferry waits for the night bus.", words=("Le bac attend.",))
    release_into("Nobody is left on the landing.", words=("لا أحد",), code="ar")
    wrong = release_into("Nobody is left on the landing.", words=("Personne <script>",))
    assert StringTranslation.objects.get(context__object_id=wrong.source.object_id).has_error
    assert not offers_in(release_into("Nobody is left on the landing."), reader_of_all)


def test_a_short_label_is_offered_only_where_it_is_the_same(release_into: MakeTranslation, reader_of_all: User) -> None:
    again = release_into("In May")
    release_into("In May", words=("En mai",))
    assert not offers_in(release_into("In May."), reader_of_all)
    assert offers_in(again, reader_of_all)


def test_the_newest_comes_first_and_nothing_twice(release_into: MakeTranslation, reader_of_all: User) -> None:
    for words in ("Un", "Deux", "Deux", "Trois", "Quatre"):
        release_into("Nobody is left on the landing.", words=(words,))
    offers = offers_in(release_into("Nobody is left on the landing.", words=("Quatre",)), reader_of_all)
    assert [offer.remembered.words for offer in offers] == ["Trois", "Deux", "Un"]


def test_what_differs_in_marks_is_shown_but_not_taken(release_into: MakeTranslation, reader_of_all: User) -> None:
    release_into("Nobody is <b>left</b> on the landing.", words=("Personne ne <b>reste</b> à quai.",))
    (offer,) = offers_in(release_into("Nobody is left on the landing."), reader_of_all)
    assert not offer.is_usable


# In the CMS


def take(browser: Client, translation: Translation, **fields: Any) -> str:
    """Press a button of the page; gives what the page says then."""
    answer = browser.post(reverse("take_offer", args=[translation.pk]), fields, follow=True)
    return re.sub(r"<[^>]+>", " ", answer.content.decode())


def button(browser: Client, translation: Translation) -> dict[str, str]:
    """What the first "Take it" sends."""
    html = browser.get(reverse("terms_and_memory", args=[translation.pk])).content.decode()
    unit, offer = re.search(r'name="unit" value="([^"]+)".*?name="offer" value="(\d+)"', html, re.DOTALL).groups()  # type: ignore[union-attr]
    return {"unit": unit, "offer": offer}


def test_one_click_takes_it(release_into: MakeTranslation, translator: Client) -> None:
    release_into("Nobody was left on the landing.", words=("Personne ne reste à quai.",))
    again = release_into("Nobody is left on the landing.")
    assert "Taken over." in take(translator, again, **button(translator, again))
    row = StringTranslation.objects.get(context__object_id=again.source.object_id)
    assert (row.data, row.translation_type) == ("Personne ne reste à quai.", "manual")
    assert row.last_translated_by.username == "amina"
    assert not again.get_target_instance().live


def test_all_exact_ones_at_once(release_into: MakeTranslation, translator: Client) -> None:
    words = ("Personne ne reste à quai.", "Le bac attend le bus.", "Rien.")
    again = release_into(
        "The ferry waits for the bus.", "Nothing.", "Nobody was left on the landing.", words=("Le bac patiente.",)
    )
    release_into("Nobody is left on the landing.", "The ferry waits for the bus.", "Nothing.", words=words)
    assert "1 segment taken over." in take(translator, again, all="1")
    kept = StringTranslation.objects.filter(context__object_id=again.source.object_id)
    assert sorted(kept.values_list("data", flat=True)) == ["Le bac patiente.", "Rien."]


def test_made_up_buttons_take_nothing(release_into: MakeTranslation, translator: Client, client: Client) -> None:
    secret = release_into("Something else entirely is said here.", words=("Autre chose.",))
    again = release_into("Nobody is left on the landing.")
    release_into("Nobody is left on the landing.", words=("Personne ne reste à quai.",))
    pressed = button(translator, again)
    other = str(StringTranslation.objects.get(context__object_id=secret.source.object_id).pk)
    assert "no longer remembered" in take(translator, again, **{**pressed, "offer": other})
    assert "changed meanwhile" in take(translator, again, **{**pressed, "unit": "u1-2"})
    client.logout()
    assert "/admin/login/" in client.post(reverse("take_offer", args=[again.pk]))["Location"]
    assert not StringTranslation.objects.filter(context__object_id=again.source.object_id).exists()


def test_what_somebody_may_not_see_is_not_offered(
    release_into: MakeTranslation, translator: Client, index: NewsIndexPage
) -> None:
    hidden = release_into("Nobody is left on the landing.", words=("Personne ne reste à quai.",), live=False)
    again = release_into("Nobody is left on the landing.")
    user = User.objects.get(username="amina")
    assert offers_in(again, user)
    GroupPagePermission.objects.all().update(page=again.get_target_instance())
    user = User.objects.get(username="amina")
    assert not offers_in(again, user)
    hidden.source.get_source_instance().save_revision().publish()
    assert offers_in(again, user)


def test_queries_do_not_grow_with_segments_nor_with_what_is_remembered(
    release_into: MakeTranslation, translator: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    sentences = [f"Stop number {number} stands in the shade at noon." for number in range(30)]
    long, short = release_into(*sentences), release_into(*sentences[:3])

    def count(translation: Translation) -> int:
        return count_queries(lambda: translator.get(reverse("terms_and_memory", args=[translation.pk])))

    few = count(short)
    assert count(long) == few
    release_into(*sentences, words=tuple(f"Arrêt {number}" for number in range(30)))
    assert count(short) == few


def test_many_segments_come_page_by_page(release_into: MakeTranslation, translator: Client) -> None:
    long = release_into(*(f"Stop number {number} stands in the shade." for number in range(120)))
    address = reverse("terms_and_memory", args=[long.pk])
    assert "Stop number 0 " in translator.get(address).content.decode()
    second = translator.get(address, {"p": "2"}).content.decode()
    assert "Stop number 0 " not in second and "Stop number 60 " in second
    for wrong in ("x", "-1", "999"):
        assert translator.get(address, {"p": wrong}).status_code == 200


def test_memory_of_other_source_languages_is_apart(release_into: MakeTranslation, reader_of_all: User) -> None:
    first = release_into("Nobody is left on the landing.", words=("Personne ne reste à quai.",))
    first.source.stringsegment_set.get(context__path__startswith="body").string.__class__.objects.update(
        locale=locale_of("es")
    )
    assert not offers_in(release_into("Nobody is left on the landing."), reader_of_all)
