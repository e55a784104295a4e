"""The marks of the organisations can be drawn, differ, and are the logos of every language version."""

from io import BytesIO

import pytest
from PIL import Image, ImageColor

from newsroom.demo.content import MARKS, ORGANISATIONS
from newsroom.demo.directory import load_organisations
from newsroom.demo.drawing.marks import COLOUR, SIZE, draw_mark, trace
from newsroom.home.models import HomePage

each_mark = pytest.mark.parametrize("key", MARKS)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    shares = [value / 255 for value in ImageColor.getrgb(colour)[:3]]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@each_mark
def test_a_mark_is_drawn_small_and_on_nothing(key: str) -> None:
    content = draw_mark(key)
    picture = Image.open(BytesIO(content))
    alpha = picture.getchannel("A")
    last = SIZE - 1
    assert len(content) < 20_000
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGBA", (SIZE, SIZE))
    assert [alpha.getpixel(corner) for corner in ((0, 0), (0, last), (last, 0), (last, last))] == [0] * 4
    assert alpha.getextrema() == (0, 255)


def test_marks_are_all_different() -> None:
    assert len({draw_mark(key) for key in MARKS}) == len(MARKS)


@pytest.mark.parametrize("ground", ["#ffffff", "#201f1d"])
def test_the_colour_reads_on_light_and_dark(ground: str) -> None:
    dark, light = sorted((luminance(COLOUR), luminance(ground)))
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_a_path_is_read_with_its_short_forms() -> None:
    assert trace("M1 2 3 4h2v-2H0V0l5-5L9 9z") == [[1 + 2j, 3 + 4j, 5 + 4j, 5 + 2j, 2j, 0j, 5 - 5j, 9 + 9j, 1 + 2j]]


@pytest.mark.parametrize(("sweep", "highest"), [(1, 7), (0, 37)])
def test_an_arc_turns_the_way_it_says(sweep: int, highest: int) -> None:
    [trail] = trace(f"M8 22a16 15 0 0 {sweep} 32 0")
    assert trail[len(trail) // 2] == pytest.approx(24 + highest * 1j)
    assert trail[-1] == 40 + 22j


def test_every_language_of_an_organisation_has_its_mark(newsroom: HomePage) -> None:
    found = load_organisations()
    logos = {slug: {version.logo for version in versions.values()} for slug, versions in found.items()}
    assert all(len(each) == 1 and None not in each for each in logos.values())
    assert {logo.title for each in logos.values() for logo in each} == {body.names["en"] for body in ORGANISATIONS}
