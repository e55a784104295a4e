"""A plan: the tree nursery of Qinghui on its river."""

import math
from random import Random

from newsroom.demo.drawing.sheet import (
    ACCENT,
    BLOCK,
    HEIGHT,
    INK,
    LEAF,
    MIDDLE,
    MIST,
    PAPER,
    WATER,
    WIDTH,
    Point,
    Sheet,
    curve,
    dice,
)

#: Beds of the nursery: left, top, width, height, radius of a crown, share of saplings that have left.
BEDS = (
    (44, 44, 352, 150, 6.0, 0.0),
    (44, 222, 352, 176, 7.6, 0.0),
    (452, 44, 372, 150, 10.4, 0.0),
    (452, 222, 372, 168, 9.0, 0.78),
    (852, 44, 292, 196, 5.2, 0.0),
    (852, 268, 292, 112, 11.2, 0.0),
    (1172, 44, 168, 150, 8.2, 0.0),
    (1172, 222, 168, 136, 9.4, 0.0),
)


def nursery() -> Sheet:
    """Rows of crowns from above with their shade; a ring is where a sapling stood that is now on a boat."""
    sheet, random = Sheet(), dice(40)
    shore = curve([(-20, 472), (150, 448), (330, 462), (520, 430), (700, 446), (900, 424), (1120, 440), (1400, 404)])
    for offset, colour in ((0, LEAF), (16, WATER)):
        sheet.area([*[(x, y + offset) for x, y in shore], (WIDTH + 20, HEIGHT + 20), (-20, HEIGHT + 20)], colour)
    for step in range(9):
        wave = [(x, y + 44 + step * 24 + 4 * math.sin(x / 46 + step * 1.4)) for x, y in shore]
        sheet.line(wave, MIST, 1.2)
    for left, top, width, height, radius, gone in BEDS:
        _bed(sheet, random, (left, top), (width, height), radius, gone)
    _landing(sheet, (424, 428))
    _boat(sheet, random, (452, 516), 250, laden=True)
    _boat(sheet, random, (986, 566), 210, laden=True)
    _boat(sheet, random, (150, 590), 170, laden=False)
    return sheet


def _bed(sheet: Sheet, random: Random, corner: Point, size: Point, radius: float, gone: float) -> None:
    """Draw a bed: the earth, then the shade of each crown, then the crown, or the ring that it left."""
    columns, rows = int((size[0] - 12) / (radius * 2 + 3)), int((size[1] - 12) / (radius * 2 + 3))
    pitch = (size[0] - 10) / columns, (size[1] - 10) / rows
    sheet.box(corner[0], corner[1], size[0], size[1], BLOCK)
    for row in range(rows):
        for column in range(columns):
            x = corner[0] + 5 + (column + 0.5) * pitch[0] + random.uniform(-0.8, 0.8)
            y = corner[1] + 5 + (row + 0.5) * pitch[1] + random.uniform(-0.8, 0.8)
            crown = radius * random.uniform(0.78, 1.0)
            if column / columns >= 1 - gone:
                sheet.disc((x, y), radius * 0.55, PAPER, MIDDLE, 1.4)
                continue
            sheet.disc((x + crown * 0.4, y + crown * 0.4), crown, "#cfc7b8")
            sheet.disc((x, y), crown, random.choice((ACCENT, ACCENT, "#1c6460", "#2f7570", "#4b8a82")))


def _landing(sheet: Sheet, at: Point) -> None:
    """Draw the jetty at which the lane between the beds ends."""
    x, y = at
    sheet.box(x - 13, y, 26, 132, PAPER, INK, 1.8)
    for step in range(1, 11):
        sheet.line([(x - 13, y + step * 12), (x + 13, y + step * 12)], MIDDLE, 1)


def _boat(sheet: Sheet, random: Random, bow: Point, length: float, laden: bool) -> None:
    """Draw a barge from above, with saplings lying in rows when it is laden."""
    x, y = bow
    half = length * 0.115
    hull = [
        (x, y),
        (x + half * 1.5, y - half),
        (x + length, y - half),
        (x + length, y + half),
        (x + half * 1.5, y + half),
    ]
    sheet.area([(px + 5, py + 7) for px, py in hull], "#74a29b")
    sheet.area(hull, PAPER)
    sheet.line([*hull, hull[0]], INK, 2.2)
    sheet.box(x + length * 0.83, y - half * 0.62, length * 0.11, half * 1.24, BLOCK, INK, 1.6)
    if not laden:
        return
    for row in range(4):
        for column in range(int(length * 0.6 / 11)):
            at = x + half * 1.7 + column * 11, y - half * 0.66 + row * half * 0.44
            sheet.disc(at, 4.4 + random.uniform(-0.5, 0.6), random.choice((ACCENT, "#1c6460", "#4b8a82")))
