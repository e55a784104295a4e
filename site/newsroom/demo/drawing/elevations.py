"""Two elevations: a tram depot at night with its doors open, and a market street under awnings."""

import math
from random import Random

from newsroom.demo.drawing.sheet import (
    ACCENT,
    BLOCK,
    HAIRLINE,
    HEIGHT,
    INK,
    MIDDLE,
    MIST,
    PAPER,
    QUIET,
    STATE,
    WATER,
    WIDTH,
    Point,
    Sheet,
    dice,
)

NIGHT = "#12302f"
NIGHT_FAR = "#1d4341"
LAMP = "#efe3c6"


def tram_depot() -> Sheet:
    """Three halls at night: trams in the first, beds in the other two, water in the pits below."""
    sheet, random = Sheet(NIGHT), dice(27)
    _night(sheet, random)
    ground = 522.0
    sheet.box(0, ground, WIDTH, HEIGHT - ground, INK)
    for index, left in enumerate((96.0, 492.0, 888.0)):
        _hall(sheet, left, 396, ground)
        if index == 0:
            for offset in (26.0, 206.0):
                _tram(sheet, left + offset, ground)
        else:
            sheet.area(
                [(left + 4, ground), (left + 18, ground - 128), (left + 378, ground - 128), (left + 392, ground)], BLOCK
            )
            for inset, count, rise, size in ((36.0, 7, 100, 0.86), (28.0, 6, 60, 1.06), (20.0, 5, 10, 1.34)):
                step = (396 - 2 * inset) / count
                for bed in range(count):
                    _bed(sheet, random, (left + inset + (bed + 0.5) * step - 23 * size, ground - rise), size)
    sheet.line([(0, ground), (WIDTH, ground)], PAPER, 2.4)
    for index, left in enumerate((96.0, 492.0, 888.0)):
        for pit in (70.0, 232.0):
            sheet.box(left + pit, ground + 18, 96, 54, NIGHT_FAR, QUIET, 1.6)
            sheet.box(left + pit + 2, ground + 44, 92, 26, WATER)
            ripple = [(left + pit + 6 + s * 4, ground + 50 + 1.6 * math.sin(s * 0.9 + index)) for s in range(22)]
            sheet.line(ripple, PAPER, 1.4)
    sheet.line([(0, ground + 98), (WIDTH, ground + 98)], QUIET, 1.2)
    return sheet


def _night(sheet: Sheet, random: Random) -> None:
    """Draw the stars, the moon and the sleeping town behind."""
    for _ in range(46):
        sheet.disc((random.uniform(0, WIDTH), random.uniform(0, 190)), random.choice((0.7, 0.9, 1.3)), "#7f9e99")
    sheet.disc((1176, 92), 34, LAMP)
    sheet.disc((1162, 84), 31, NIGHT)
    x = -10.0
    while x < WIDTH:
        wide, high = random.uniform(40, 110), random.uniform(90, 250)
        sheet.box(x, 480 - high, wide, high, NIGHT_FAR)
        for _ in range(random.choice((0, 0, 1, 2))):
            sheet.box(x + random.uniform(6, wide - 12), 480 - random.uniform(30, high - 12), 5, 8, "#b9a676")
        x += wide + random.choice((0.0, 0.0, 8.0))


def _hall(sheet: Sheet, left: float, wide: float, ground: float) -> None:
    """Draw one bay: thick walls, a round roof with a lantern that lets the steam out, lamps on the tie rod."""
    spring, middle = 286.0, left + wide / 2
    arch = [
        (middle - math.cos(math.pi * step / 40) * wide / 2, spring - math.sin(math.pi * step / 40) * 112)
        for step in range(41)
    ]
    sheet.box(middle - 46, spring - 140, 92, 46, NIGHT, PAPER, 2)
    for slat in range(1, 8):
        sheet.line([(middle - 46 + slat * 11.5, spring - 140), (middle - 46 + slat * 11.5, spring - 96)], MIST, 1.2)
    sheet.line([(middle - 58, spring - 141), (middle + 58, spring - 141)], PAPER, 3)
    sheet.area([(left, ground), *arch, (left + wide, ground)], PAPER)
    for depth, colour in ((18, BLOCK),):
        sheet.area([(left, ground), (left, spring), (left + depth, spring), (left + depth, ground)], colour)
        sheet.area(
            [
                (left + wide, ground),
                (left + wide, spring),
                (left + wide - depth, spring),
                (left + wide - depth, ground),
            ],
            colour,
        )
    sheet.line([(left, ground), *arch, (left + wide, ground)], INK, 4)
    inner = [(x + (middle - x) * 0.09, y + (spring - y) * 0.09) for x, y in arch]
    sheet.line(inner, MIDDLE, 1.6)
    sheet.line([(left + 18, spring), (left + wide - 18, spring)], QUIET, 2)
    for step in range(1, 8):
        x = left + wide * step / 8
        rise = math.sqrt(max(0.0, 1 - ((x - middle) / (wide / 2 * 0.91)) ** 2)) * 102
        sheet.line([(x, spring), (x, spring - rise)], HAIRLINE, 1.4)
    for step in (1, 3, 5, 7):
        x = left + wide * step / 8
        sheet.line([(x, spring), (x, spring + 34)], QUIET, 1.4)
        sheet.area([(x - 11, spring + 44), (x - 5, spring + 34), (x + 5, spring + 34), (x + 11, spring + 44)], ACCENT)
        sheet.oval((x, spring + 46), 7, 4, LAMP)


def _tram(sheet: Sheet, left: float, ground: float) -> None:
    """Draw a tram from the front third of its length: body, windows, wheels and the pole on its roof."""
    wide, high = 164.0, 116.0
    top = ground - high - 10
    sheet.line([(left + 70, top), (left + 104, top - 34)], INK, 2.4)
    sheet.line([(left + 90, top - 34), (left + 118, top - 34)], INK, 2.4)
    sheet.box(left, top, wide, high, ACCENT, INK, 2.2)
    sheet.box(left, top + 68, wide, 9, PAPER)
    sheet.box(left - 4, top - 6, wide + 8, 9, INK)
    for window in range(4):
        sheet.box(left + 11 + window * 37, top + 16, 30, 40, MIST, INK, 1.6)
    for wheel in (34.0, 130.0):
        sheet.disc((left + wheel, ground - 9), 12, INK)
        sheet.disc((left + wheel, ground - 9), 5, MIDDLE)
    sheet.disc((left + wide - 12, top + 92), 5, LAMP)


def _bed(sheet: Sheet, random: Random, foot: Point, size: float) -> None:
    """Draw a camp bed from the side, two in three of them with somebody under a blanket."""
    x, y = foot
    long, leg = 46 * size, 12 * size
    sheet.line([(x, y - leg), (x + long, y - leg)], INK, 2)
    for at in (x + 3, x + long - 3):
        sheet.line([(at, y - leg), (at - 3, y)], INK, 1.6)
        sheet.line([(at, y - leg), (at + 3, y)], INK, 1.6)
    sheet.box(x, y - leg - 5 * size, 9 * size, 4 * size, MIDDLE)
    if random.random() < 0.68:
        blanket = random.choice(
            (ACCENT, ACCENT, WATER, WATER, WATER, "#5c8f88", "#5c8f88", MIDDLE, MIDDLE, PAPER, PAPER, STATE)
        )
        back = [(x + 11 * size, y - leg - 2), (x + 15 * size, y - leg - 11 * size), (x + 27 * size, y - leg - 9 * size)]
        sheet.area([*back, (x + long, y - leg - 6 * size), (x + long, y - leg - 2)], blanket)
        sheet.disc((x + 6.5 * size, y - leg - 8 * size), 3.9 * size, QUIET)


def market_awnings() -> Sheet:
    """A street of façades; cloths hang from hook to hook, and the stalls below them stand in their shade."""
    sheet, random = Sheet(), dice(212)
    ground = 560.0
    x = -30.0
    while x < WIDTH:
        wide, high = random.choice((118.0, 138.0, 150.0, 172.0, 190.0)), random.uniform(360, 500)
        _house(sheet, random, x, wide, high, ground)
        x += wide
    sheet.box(0, ground, WIDTH, HEIGHT - ground, BLOCK)
    for y in (578, 604, 636):
        sheet.line([(0, y), (WIDTH, y)], HAIRLINE, 1.2)
    spans = [(-40, 196), (196, 402), (402, 640), (640, 846), (846, 1078), (1078, 1270), (1270, 1430)]
    for index, (start, end) in enumerate(spans):
        sheet.area([(start + 36, ground), (end + 10, ground), (end - 30, HEIGHT), (start - 4, HEIGHT)], MIST)
        if index < len(spans) - 1:
            _stall(sheet, random, start + (end - start) / 2, ground + 34)
    cloths = (
        (WATER, MIST),
        (PAPER, "#e2dacb"),
        (ACCENT, "#1c6460"),
        (WATER, MIST),
        (PAPER, BLOCK),
        (ACCENT, "#1c6460"),
    )
    for index, (start, end) in enumerate(spans):
        _cloth(sheet, start, end, 286, cloths[index % len(cloths)])
    for step in range(17):
        at = 40 + step * 81 + random.uniform(-26, 26), ground + random.uniform(38, 84)
        _passer(sheet, random, at)
    return sheet


def _house(sheet: Sheet, random: Random, x: float, wide: float, high: float, ground: float) -> None:
    """Draw a façade with its windows, some of them shuttered, and a door or an arcade below."""
    top = ground - high
    sheet.box(x, top, wide, high, random.choice((PAPER, PAPER, "#efe8dc", "#e9e6da")), MIDDLE, 1.4)
    sheet.line([(x - 4, top), (x + wide + 4, top)], QUIET, 3)
    columns = max(2, int(wide / 52))
    pitch = wide / columns
    for floor in range(int((high - 150) / 84)):
        for column in range(columns):
            left, y = x + column * pitch + pitch / 2 - 11, top + 30 + floor * 84
            if random.random() < 0.46:
                sheet.box(left - 1, y, 24, 44, WATER, QUIET, 1.2)
                for slat in range(1, 9):
                    sheet.line([(left, y + slat * 4.9), (left + 22, y + slat * 4.9)], QUIET, 0.7)
            else:
                sheet.box(left, y, 22, 44, QUIET)
                sheet.line([(left + 11, y), (left + 11, y + 44)], PAPER, 1.4)
                for side in (left - 9, left + 23):
                    sheet.box(side, y, 8, 44, MIST, QUIET, 0.8)
            sheet.line([(left - 10, y + 47), (left + 32, y + 47)], MIDDLE, 1.6)
    for column in range(columns):
        left = x + column * pitch + pitch / 2 - 17
        sheet.box(left, ground - 104, 34, 104, "#5f5a51")
        sheet.oval((left + 17, ground - 104), 17, 17, "#5f5a51")


def _cloth(sheet: Sheet, start: float, end: float, height: float, colours: tuple[str, str]) -> None:
    """Draw an awning that sags between two hooks, its near edge lower than its far one."""
    colour, stripe = colours
    steps = 24

    def edge(sag: float, drop: float, inset: float) -> list[Point]:
        return [
            (
                start + inset + (end - start - 2 * inset) * step / steps,
                height + drop + sag * math.sin(math.pi * step / steps),
            )
            for step in range(steps + 1)
        ]

    far, near = edge(26, -12, 6), edge(46, 44, 0)
    sheet.area([*far, *reversed(near)], colour)
    for step in range(0, steps, 4):
        sheet.area([far[step], far[step + 2], near[step + 2], near[step]], stripe)
    hem = [(x, y + 12) for x, y in near]
    sheet.area([*near, *reversed(hem)], colour)
    for step in range(0, steps, 4):
        sheet.area([near[step], near[step + 2], hem[step + 2], hem[step]], stripe)
    for line, width in ((far, 1.2), (near, 1.4), (hem, 1.8)):
        sheet.line(line, INK, width)
    for side, x in ((far, start), (far, end)):
        sheet.line([(x, height - 26), side[0] if x == start else side[-1]], INK, 1.4)
        sheet.disc((x, height - 26), 3.4, INK)


def _stall(sheet: Sheet, random: Random, middle: float, foot: float) -> None:
    """Draw a trestle table with crates of round things on it."""
    wide, high = 128.0, 44.0
    left, top = middle - wide / 2, foot - high
    for leg in (left + 10, left + wide - 10):
        sheet.line([(leg, top), (leg - 6, foot)], INK, 2)
        sheet.line([(leg, top), (leg + 6, foot)], INK, 2)
    sheet.box(left, top - 5, wide, 8, PAPER, INK, 1.6)
    for crate in range(3):
        x = left + 6 + crate * 40
        fruit = random.choice((STATE, ACCENT, "#b9a676", WATER))
        for row, count in ((0, 6), (1, 5)):
            for at in range(count):
                sheet.disc((x + 4 + row * 2.6 + at * 5.4, top - 19 - row * 4), 3.6, fruit)
        sheet.box(x, top - 19, 36, 14, PAPER, INK, 1.4)


def _passer(sheet: Sheet, random: Random, foot: Point) -> None:
    """Draw somebody walking by, small enough to be anybody."""
    x, y = foot
    tall = random.uniform(62, 76)
    coat = random.choice((INK, QUIET, ACCENT, "#5f5a51", STATE))
    sheet.line([(x - 4, y), (x, y - tall * 0.42)], INK, 3)
    sheet.line([(x + 5, y), (x, y - tall * 0.42)], INK, 3)
    body = [(x - 7, y - tall * 0.36), (x - 6, y - tall * 0.8), (x + 6, y - tall * 0.8), (x + 8, y - tall * 0.36)]
    sheet.area(body, coat)
    sheet.disc((x + 0.6, y - tall * 0.9), 5.2, INK)
    if random.random() < 0.4:
        sheet.box(x + 8, y - tall * 0.46, 9, 12, MIDDLE)
