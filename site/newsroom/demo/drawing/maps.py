"""Two maps: the stops of a city where two rivers meet, and the two basins with their cities."""

import math
from dataclasses import dataclass
from random import Random

from PIL import ImageChops, ImageDraw

from newsroom.demo.drawing.sheet import (
    ACCENT,
    BLOCK,
    HEIGHT,
    INK,
    LEAF,
    MIDDLE,
    MIST,
    PAPER,
    STATE,
    WATER,
    WIDTH,
    Point,
    Sheet,
    curve,
    dice,
)

#: The place where the two rivers of Mito Miwili become one.
MEETING = 792.0


def joined(x: float) -> float:
    """Return the middle of the river below the meeting."""
    return 346 + 26 * math.sin((x - 760) / 240)


def apart(x: float) -> float:
    """Return how far the two rivers are from each other: 1 at the left edge, 0 from the meeting on."""
    ratio = min(1.0, max(0.0, (x - 180) / (MEETING - 180)))
    return 0.5 + 0.5 * math.cos(math.pi * ratio)


def northern(x: float) -> float:
    """Return the middle of the northern river."""
    return (joined(x) - 17) * (1 - apart(x)) + apart(x) * (150 + 44 * math.sin(x / 150))


def southern(x: float) -> float:
    """Return the middle of the southern river."""
    return (joined(x) + 12) * (1 - apart(x)) + apart(x) * (560 - 34 * math.sin(x / 210))


NORTHERN_HALF, SOUTHERN_HALF = 17.0, 25.0


def map_of_stops() -> Sheet:
    """Three quarters around a meeting of rivers; stops in the shade are filled, stops in the sun are open."""
    sheet, random = Sheet(scale=2), dice(41)
    across = [float(x) for x in range(-20, WIDTH + 21, 10)]
    quay = 13
    above = [(x, northern(x) - NORTHERN_HALF - quay) for x in across]
    below = [(x, southern(x) + SOUTHERN_HALF + quay) for x in across]
    wedge_top = [(x, northern(x) + NORTHERN_HALF + quay) for x in across]
    wedge_foot = [(x, southern(x) - SOUTHERN_HALF - quay) for x in across]
    wedge = [(top, foot) for top, foot in zip(wedge_top, wedge_foot, strict=True) if foot[1] - top[1] > 4]
    quarters = (
        ([(-20, -20), (WIDTH + 20, -20), *reversed(above)], -4.0, 58.0, 40.0),
        ([top for top, _ in wedge] + [foot for _, foot in reversed(wedge)], 9.0, 50.0, 36.0),
        ([*below, (WIDTH + 20, HEIGHT + 20), (-20, HEIGHT + 20)], 5.0, 62.0, 44.0),
    )
    stops: list[Point] = []
    for outline, degrees, wide, high in quarters:
        stops += _quarter(sheet, random, outline, degrees, wide, high)
    for middle, half in ((northern, NORTHERN_HALF), (southern, SOUTHERN_HALF)):
        banks = [(x, middle(x) - half) for x in across], [(x, middle(x) + half) for x in across]
        sheet.area([*banks[0], *reversed(banks[1])], WATER)
    for middle, offset in ((northern, -6), (northern, 5), (southern, -10), (southern, 0), (southern, 10)):
        sheet.line([(x, middle(x) + offset) for x in across], MIST, 1)
    for at, lean, middle, half in (
        (118, 5, northern, NORTHERN_HALF),
        (352, 9, northern, NORTHERN_HALF),
        (248, -6, southern, SOUTHERN_HALF),
        (520, 8, southern, SOUTHERN_HALF),
        (930, 6, joined, 38),
        (1168, -5, joined, 38),
    ):
        ends = [(at + lean, middle(at) - half - 15), (at - lean, middle(at) + half + 15)]
        sheet.line(ends, PAPER, 13)
        sheet.line(ends, INK, 4.5)
    for x, y in stops:
        water = min(abs(y - northern(x)) - NORTHERN_HALF, abs(y - southern(x)) - SOUTHERN_HALF)
        if water < 20 or not (14 < x < WIDTH - 14 and 14 < y < HEIGHT - 14) or random.random() < 0.36:
            continue
        if random.random() < (0.72 if water < 70 else 0.16):
            sheet.disc((x, y), 8, ACCENT, PAPER, 1.6)
        else:
            sheet.disc((x, y), 6.6, PAPER, STATE, 2)
    return sheet


def _quarter(
    sheet: Sheet, random: Random, outline: list[Point], degrees: float, wide: float, high: float
) -> list[Point]:
    """Draw the blocks of a quarter, cut off at its outline, and return its crossings."""
    limits, blocks, parks = sheet.mask(), sheet.mask(), sheet.mask()
    ImageDraw.Draw(limits).polygon(sheet.fine(outline), fill=255)
    pens = ImageDraw.Draw(blocks), ImageDraw.Draw(parks)
    turn = math.radians(degrees)
    crossings: list[Point] = []

    def place(column: float, row: float) -> Point:
        x, y = column * wide, row * high
        return (
            WIDTH / 2 + x * math.cos(turn) - y * math.sin(turn),
            HEIGHT / 2 + x * math.sin(turn) + y * math.cos(turn),
        )

    for column in range(-16, 16):
        for row in range(-13, 13):
            left, top = (0.11 if column % 5 == 0 else 0.055), (0.15 if row % 4 == 0 else 0.075)
            corners = (
                place(column + left, row + top),
                place(column + 1 - 0.055, row + top),
                place(column + 1 - 0.055, row + 1 - 0.075),
                place(column + left, row + 1 - 0.075),
            )
            green = random.random() < 0.05
            pens[green].polygon(sheet.fine(corners), fill=255)
            x, y = place(column + 0.02, row + 0.02)
            if 0 <= x < WIDTH and 0 <= y < HEIGHT and limits.getpixel((int(x * sheet.scale), int(y * sheet.scale))):
                crossings.append((x, y))
    sheet.stencil(ImageChops.multiply(blocks, limits), BLOCK)
    sheet.stencil(ImageChops.multiply(parks, limits), LEAF)
    return crossings


@dataclass(eq=False)
class River:
    """The course of a river from its spring to its mouth, and how wide it is there."""

    course: list[Point]
    width: float
    generation: int = 0


#: Which river runs through a square of the map.
Taken = dict[tuple[int, int], River]
SQUARE = 9


def two_basins() -> Sheet:
    """Two trees of rivers back to back, each with its sea; cities that publish are filled."""
    sheet, random = Sheet(), dice(26)
    rivers: list[River] = []
    taken: Taken = {}
    for knots in (
        [(628, 96), (540, 150), (430, 140), (330, 204), (226, 206), (80, 240)],
        [(650, 500), (560, 452), (452, 476), (360, 424), (246, 452), (100, 438)],
        [(772, 150), (870, 190), (962, 172), (1060, 236), (1150, 230), (1290, 290)],
        [(768, 572), (868, 522), (960, 540), (1050, 476), (1130, 492), (1260, 462)],
    ):
        rivers.append(River(curve(knots), 7.5))
        _take(taken, rivers[-1])
    for generation, (length, attempts) in enumerate(((120, 160), (78, 500), (46, 1200)), start=1):
        for _ in range(attempts):
            _tributary(random, rivers, taken, length, 7.5 * 0.52**generation, generation)
    for river in sorted(rivers, key=lambda river: river.width):
        for index in range(len(river.course) - 1):
            width = river.width * (0.4 + 0.6 * index / len(river.course))
            sheet.line(river.course[index : index + 2], WATER, width)
            sheet.disc(river.course[index + 1], width / 2, WATER)
    _seas(sheet)
    _towns(sheet, random, [river.course[-1] for river in rivers if river.generation])
    return sheet


def _seas(sheet: Sheet) -> None:
    """Draw the two seas and, where the waters part, the divide."""
    coasts = (
        curve([(-10, -10), (96, 40), (60, 150), (128, 250), (92, 350), (150, 440), (84, 540), (120, 670)]),
        curve([(1390, -10), (1262, 70), (1310, 190), (1238, 300), (1268, 420), (1204, 520), (1296, 600), (1270, 670)]),
    )
    for coast, edge, way in ((coasts[0], -20, -1), (coasts[1], WIDTH + 20, 1)):
        sheet.area([(edge, -20), *coast, (edge, HEIGHT + 20)], MIST)
        for step, colour in ((9, "#b7d0ca"), (20, "#bed4cf"), (33, "#c4d8d3")):
            sheet.line([(x + way * step, y) for x, y in coast], colour, 1.4)
        sheet.line(coast, WATER, 2.4)
    divide = curve([(716, -10), (684, 90), (716, 190), (700, 300), (724, 410), (694, 520), (712, 670)])
    for index in range(0, len(divide) - 1, 2):
        sheet.line(divide[index : index + 2], MIDDLE, 2)


def _towns(sheet: Sheet, random: Random, mouths: list[Point]) -> None:
    """Draw a town at every meeting of rivers that leaves it room, twenty-six of them filled."""
    shown: list[Point] = []
    for mouth in mouths:
        if all(math.dist(mouth, other) > 23 for other in shown):
            shown.append(mouth)
    chosen = set(random.sample(range(len(shown)), 26))
    for index, town in enumerate(shown):
        if index in chosen:
            sheet.disc(town, 9.4, ACCENT, PAPER, 2)
        else:
            sheet.disc(town, 5.4, PAPER, INK, 1.7)


def _take(taken: Taken, river: River) -> None:
    """Note the squares through which a river runs."""
    for x, y in river.course:
        taken.setdefault((int(x / SQUARE), int(y / SQUARE)), river)


def _tributary(random: Random, rivers: list[River], taken: Taken, length: float, width: float, generation: int) -> None:
    """Try to add a river that runs into one of the generation before without touching any other."""
    parent = random.choice([river for river in rivers if river.generation == generation - 1])
    last = len(parent.course) - 1
    index = random.randrange(int(last * 0.08), int(last * 0.86))
    mouth, ahead = parent.course[index], parent.course[min(index + 2, last)]
    heading = math.atan2(ahead[1] - mouth[1], ahead[0] - mouth[0]) + math.pi
    heading += random.choice((-1, 1)) * random.uniform(0.6, 1.1)
    knots = [mouth]
    for _ in range(4):
        heading += random.uniform(-0.32, 0.32)
        x, y = knots[-1]
        step = length * random.uniform(0.8, 1.2) / 4
        knots.append((x + step * math.cos(heading), y + step * math.sin(heading)))
    course = curve(knots, 5)
    if not all(20 < y < HEIGHT - 20 and (150 < x < 668 or 746 < x < 1226) for x, y in course):
        return
    reach = 2 if generation == 1 else 1
    for x, y in course[5:]:
        column, row = int(x / SQUARE), int(y / SQUARE)
        for across in range(-reach, reach + 1):
            for down in range(-reach, reach + 1):
                other = taken.get((column + across, row + down))
                if other is not None and (other is not parent or across == down == 0):
                    return
    rivers.append(River(course[::-1], width, generation))
    _take(taken, rivers[-1])
