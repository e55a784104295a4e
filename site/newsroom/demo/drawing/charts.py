"""Four charts: a bench in the sun, a flood on its way, boarding times and a night of ferries and buses."""

import math
from collections.abc import Callable

from newsroom.demo.drawing.sheet import (
    ACCENT,
    BLOCK,
    HAIRLINE,
    INK,
    MIDDLE,
    MIST,
    PAPER,
    QUIET,
    STATE,
    WATER,
    Point,
    Sheet,
    dice,
)


def bench_temperatures() -> Sheet:
    """The surface of a bench from six in the morning to eight in the evening, in the sun and under a canopy."""
    sheet = Sheet()
    left, right, top, foot = 60.0, 1262.0, 58.0, 574.0

    def at(hour: float, degrees: float) -> Point:
        return left + (hour - 6) / 14 * (right - left), foot - (degrees - 20) / 50 * (foot - top)

    hours = [6 + step / 12 for step in range(14 * 12 + 1)]

    def unrest(hour: float, size: float) -> float:
        """Wind and passing clouds, none of them at half past one."""
        calm = min(1.0, abs(hour - 13.5) / 2)
        return (
            size
            * calm
            * (math.sin(hour * 2.3) * math.sin(hour * 3.1) + 0.3 * math.sin(hour * 8.3) * math.sin(hour * 1.3))
        )

    def sun(hour: float) -> float:
        return 24.2 + 40.8 * math.exp(-(((hour - 13.5) / 3.3) ** 2)) + unrest(hour, 0.9)

    def canopy(hour: float) -> float:
        return 22.6 + 14.6 * math.exp(-(((hour - 14.0) / 3.9) ** 2)) + unrest(hour, 0.35)

    upper, lower = [at(hour, sun(hour)) for hour in hours], [at(hour, canopy(hour)) for hour in hours]
    sheet.area([*upper, *reversed(lower)], BLOCK)
    for degrees in range(20, 71, 10):
        sheet.line([at(6, degrees), at(20, degrees)], MIDDLE if degrees == 20 else HAIRLINE, 1.4)
        sheet.figure((right + 18, at(6, degrees)[1]), f"{degrees} °C", anchor="lm")
    for hour in range(6, 21, 2):
        x, y = at(hour, 20)
        sheet.line([(x, y), (x, y + 8)], MIDDLE, 1.4)
        sheet.figure((x, y + 30), f"{hour:02d}:00")
    noon = 13.5
    high, low = at(noon, 65), at(noon, 37)
    sheet.dashes(high, low, MIDDLE, 1.6, 6)
    sheet.line(upper, STATE, 4.2)
    sheet.line(lower, ACCENT, 4.2)
    for point, colour, figure, drop in ((high, STATE, "65 °C", -28), (low, ACCENT, "37 °C", 32)):
        sheet.disc(point, 9, colour, PAPER, 2)
        sheet.figure((point[0], point[1] + drop), figure, 30, colour)
    return sheet


def river_gauges() -> Sheet:
    """Four gauges one below the other; the band is the time between the first mark passed and the first call."""
    sheet = Sheet()
    left, right = 60.0, 1322.0

    def across(hour: float) -> float:
        return left + (hour - 10) / 20 * (right - left)

    first, call, quay = 13 + 40 / 60, 24 + 40 / 60, 26 + 10 / 60
    sheet.box(across(first), 34, across(call) - across(first), 556, BLOCK)
    for hour in range(10, 31, 2):
        sheet.line([(across(hour), 34), (across(hour), 590)], HAIRLINE, 1)
        sheet.figure((across(hour), 622), f"{hour % 24:02d}:00")
    rows: tuple[tuple[float, float, float], ...] = (
        (158, first, 62),
        (302, 18.3, 76),
        (446, 22.4, 92),
        (590, quay, 112),
    )
    for base, passed, rise in rows:
        level = _flood(passed, rise)
        hours = [10 + step / 20 for step in range(401)]
        crest = [(across(hour), base - level(hour)) for hour in hours]
        sheet.area([(left, base), *crest, (right, base)], MIST)
        sheet.line(crest, ACCENT, 3)
        sheet.line([(left, base), (right, base)], MIDDLE, 1.4)
        mark = base - level(passed)
        sheet.dashes((left, mark), (right, mark), QUIET, 1.2, 6)
        sheet.disc((across(passed), mark), 8.5, ACCENT, PAPER, 2)
    sheet.line([(across(call), 34), (across(call), 590)], STATE, 4)
    sheet.disc((across(call), 34), 9, STATE)
    return sheet


def _flood(passed: float, rise: float) -> Callable[[float], float]:
    """Return the level of a river whose wave passes the mark of the gauge at that hour."""

    def level(hour: float) -> float:
        wave = 1 / (1 + math.exp(-(hour - passed - 0.9) * 1.25))
        late = (hour - passed - 5.5) * 1.1
        ebb = math.exp(-math.log1p(math.exp(late)) / 1.1 / 8)
        return 13 + 1.6 * math.sin(hour * 1.7 + rise) + rise * wave * ebb

    return level


def boarding_times() -> Sheet:
    """One dot a stop: the seconds of boarding over the heat of the platform; the line bends at 38 degrees."""
    sheet, random = Sheet(), dice(96)
    left, right, top, foot = 74.0, 1330.0, 44.0, 578.0

    def at(degrees: float, seconds: float) -> Point:
        return left + (degrees - 22) / 26 * (right - left), foot - (seconds - 10) / 60 * (foot - top)

    def usual(degrees: float) -> float:
        return 27 + 4 * max(0.0, degrees - 38)

    sheet.area([at(38, 10), at(48, 10), at(48, 70), at(38, 70)], "#ece5d9")
    for seconds in range(10, 71, 10):
        sheet.line([at(22, seconds), at(48, seconds)], MIDDLE if seconds == 10 else HAIRLINE, 1.4)
        sheet.figure((left - 16, at(22, seconds)[1]), f"{seconds}", anchor="rm")
    for degrees in range(22, 49, 4):
        sheet.figure((at(degrees, 10)[0], foot + 30), f"{degrees} °C")
    for _ in range(1150):
        heat = random.gauss(35, 5.8)
        taken = usual(heat) + random.gauss(0, 3.2 + 0.32 * max(0.0, heat - 36))
        if 11 < taken < 69 and 22.3 < heat < 47.7:
            sheet.disc(at(heat, taken), 3.4, WATER if heat < 38 else "#c39a86")
    sheet.dashes(at(38, 10), at(38, 70), QUIET, 1.4)
    sheet.line([at(22.4, usual(22.4)), at(38, usual(38))], ACCENT, 5)
    sheet.line([at(38, usual(38)), at(47.6, usual(47.6))], STATE, 5)
    sheet.disc(at(38, usual(38)), 10, INK, PAPER, 2)
    return sheet


def ferry_timetable() -> Sheet:
    """A night as railways draw it: time runs to the right, places lie below each other, a slant is a journey."""
    sheet = Sheet()
    left, right = 60.0, 1322.0
    island, landing, market, hill, end = 74.0, 262.0, 366.0, 470.0, 574.0

    def across(minutes: float) -> float:
        return left + minutes / 270 * (right - left)

    sheet.box(left, island, right - left, landing - island, "#dfe8e3")
    for step in range(8):
        y = island + 24 + step * 21
        sheet.line([(x, y + 2.4 * math.sin(x / 17 + step)) for x in range(int(left), int(right) + 1, 4)], MIST, 1)
    for minutes in range(0, 271, 30):
        whole = minutes % 60 == 0
        sheet.line([(across(minutes), island), (across(minutes), end)], MIDDLE if whole else HAIRLINE, 1.2)
        hour = (22 * 60 + minutes) // 60 % 24
        sheet.figure((across(minutes), end + 34), f"{hour:02d}:{minutes % 60:02d}", 22 if whole else 17)
    for y in (island, landing, market, hill, end):
        sheet.line([(left, y), (right, y)], INK if y in (island, landing) else MIDDLE, 2.4 if y == landing else 1.4)
    # Each pair: when a ferry reaches the landing, and when the bus leaves it.
    meetings = ((30, 34), (75, 79), (120, 127), (165, 170), (214, 226))
    arrives, leaves = meetings[-1]
    sheet.disc((across((arrives + leaves) / 2), landing), 38, PAPER, STATE, 3)
    for minutes in (3, 48, 93, 138, 187):
        sheet.line([(across(minutes), end), (across(minutes + 27), landing)], MIDDLE, 1.6)
    for arrives, leaves in meetings:
        last = (arrives, leaves) == meetings[-1]
        ferry, bus, width = (STATE, STATE, 4.6) if last else (ACCENT, INK, 3.2)
        sheet.line([(across(arrives - 24), island), (across(arrives), landing)], ferry, width)
        if last:
            sheet.line([(across(arrives), landing), (across(leaves), landing)], STATE, 8)
        else:
            sheet.line([(across(arrives), landing), (across(leaves + 3), landing)], ACCENT, 7)
            sheet.line([(across(leaves + 3), landing), (across(leaves + 14), island)], ACCENT, 1.8)
            sheet.line([(across(arrives - 5), landing), (across(leaves), landing)], INK, 3.2)
        stops = [(leaves, landing), (leaves + 11, market), (leaves + 13, market), (leaves + 27, hill)]
        ride = [(across(minutes), y) for minutes, y in (*stops, (leaves + 29, hill), (leaves + 41, end))]
        sheet.line(ride, bus, width)
    for minutes, y in ((arrives - 24, island), (leaves + 41, end)):
        sheet.disc((across(minutes), y), 9, PAPER, STATE, 3)
    return sheet
