"""Spaces stand as readers of each language expect them, whoever typed the words."""

import pytest

from newsroom.language.spacing import spaced, spaced_html

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("code", "typed", "shown"),
    [
        ("fr", "Qui répond ; quand ? Maintenant !", f"Qui répond{NARROW}; quand{NARROW}? Maintenant{NARROW}!"),
        ("fr", "Trois ponts : « le nôtre »", f"Trois ponts{WIDE}: «{WIDE}le nôtre{WIDE}»"),
        ("fr", f"Vraiment{WIDE}? Oui{NARROW}: oui", f"Vraiment{NARROW}? Oui{WIDE}: oui"),
        ("fr", "12 % à 8 h 30, à 6 km", f"12{WIDE}% à 8{WIDE}h{WIDE}30, à 6{WIDE}km"),
        ("fr", "2,6 millions, 40 °C, 3 hommes", f"2,6{WIDE}millions, 40{WIDE}°C, 3 hommes"),
        ("fr", "https://ville.example/?q=1;2 et 14:30", "https://ville.example/?q=1;2 et 14:30"),
        ("es", "El 12 % lo sabe ; ¿no?", f"El 12{WIDE}% lo sabe ; ¿no?"),
        ("ru", "Мост — это 40 % пути", f"Мост — это 40{WIDE}% пути"),
        ("zh-hans", "地点： 市政厅 （ 北门 ） ，八点", "地点：市政厅（北门），八点"),
        ("en", "Who answers ; when ? « now » 12 %", "Who answers ; when ? « now » 12 %"),
        ("ar", "من يرد ؟ الآن", "من يرد ؟ الآن"),
    ],
)
def test_spaces_are_those_of_the_language(code: str, typed: str, shown: str) -> None:
    assert spaced(typed, code) == shown
    assert spaced(shown, code) == shown


def test_each_part_of_a_page_follows_its_own_language() -> None:
    page = '<html lang="fr"><body><p>Un pont ?</p><p lang="en">A bridge ?</p><p>Oui !</p></body></html>'
    assert spaced_html(page, "en") == (
        f'<html lang="fr"><body><p>Un pont{NARROW}?</p><p lang="en">A bridge ?</p><p>Oui{NARROW}!</p></body></html>'
    )
    assert spaced_html('<p>Why ?</p><p lang="fr">Quoi ?<br>Qui ?</p><p>So ?</p>', "en") == (
        f'<p>Why ?</p><p lang="fr">Quoi{NARROW}?<br>Qui{NARROW}?</p><p>So ?</p>'
    )


def test_signs_stay_with_a_word_that_has_a_tag_of_its_own() -> None:
    assert spaced_html("<p><b>Le pont</b> : <i>quand</i> ?</p>", "fr") == (
        f"<p><b>Le pont</b>{WIDE}: <i>quand</i>{NARROW}?</p>"
    )
    assert spaced_html("<p>载于： <a>汇流</a></p>", "zh-hans") == "<p>载于：<a>汇流</a></p>"


def test_what_is_read_aloud_is_spaced_too_and_what_is_no_text_is_not() -> None:
    assert spaced_html('<img alt="Un pont ?"><meta content="Où ?">', "fr") == (
        f'<img alt="Un pont{NARROW}?"><meta content="Où{NARROW}?">'
    )
    for code in (
        "<script>a ? b : c</script>",
        "<textarea>Un pont ?</textarea>",
        '<input value="Un pont ?">',
        "<!-- ? -->",
    ):
        assert spaced_html(code, "fr") == code


def test_broken_html_is_left_as_it_is() -> None:
    assert spaced_html("</p><p>Quoi ?</div></p> <", "fr") == f"</p><p>Quoi{NARROW}?</div></p> <"
