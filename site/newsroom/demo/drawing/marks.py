"""The marks of the organisations as pictures, for the logos that Wagtail keeps: it takes no SVG."""

import cmath
import math
import re
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw

from newsroom.demo.content.marks import MARKS

#: Pixels of the finished picture, units of the snippets, and how much finer it is drawn.
SIZE, UNITS, FINE = 288, 48, 4
#: Reads on white and on #201f1d alike, about 4 to 1 on both.
COLOUR = "#3f8580"

ELEMENT = re.compile(r"<(path|circle) ([^>]*)/>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
#: How many numbers each command takes at a time; any other command is a KeyError.
TAKES = {"M": 2, "L": 2, "l": 2, "H": 1, "h": 1, "V": 1, "v": 1, "c": 6, "s": 4, "a": 7, "z": 0}
#: Pieces of a flattened curve, and the turn, in radians, that is a corner and not part of one.
STEPS, SHARP = 48, 0.2

#: Points as complex numbers, so that they add, turn and scale by themselves.
Trail = list[complex]


def draw_mark(key: str) -> bytes:
    """Return the mark of that key as a PNG of 288 by 288 pixels on nothing."""
    mask = Image.new("L", (SIZE * FINE, SIZE * FINE), 0)
    pen = ImageDraw.Draw(mask)
    for element, written in ELEMENT.findall(MARKS[key]):
        attributes = dict(ATTRIBUTE.findall(written))
        for trail in trace(attributes["d"] if element == "path" else _circle(attributes)):
            fine = [point * SIZE * FINE / UNITS for point in trail]
            if attributes["fill"] == "currentColor":
                _area(pen, fine)
            if "stroke" in attributes:
                _stroke(pen, fine, float(attributes["stroke-width"]) / 2 * SIZE * FINE / UNITS)
    picture = Image.new("RGBA", (SIZE, SIZE), COLOUR)
    picture.putalpha(mask.reduce(FINE))
    stream = BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def trace(data: str) -> list[Trail]:
    """Return the lines of a path, curves flattened; a closed one ends where it began. After `z` comes an `M`."""
    trails: list[Trail] = []
    handle: complex | None = None
    for command, written in COMMAND.findall(data):
        numbers, takes = [float(number) for number in NUMBER.findall(written)], TAKES[command]
        if command == "M":
            trails.append([complex(*numbers[:2])])
            command, numbers = "L", numbers[2:]
        if command == "z":
            trails[-1].append(trails[-1][0])
        for start in range(0, len(numbers), takes or 1):
            piece, handle = _piece(command, numbers[start : start + takes], trails[-1][-1], handle)
            trails[-1] += piece
    return trails


def _piece(command: str, numbers: list[float], here: complex, handle: complex | None) -> tuple[Trail, complex | None]:
    """Return the points that a command adds, and the last handle of a curve for the `s` that may follow it."""
    if command in "HhVv":
        across = command in "Hh"
        step = complex(numbers[0]) if across else complex(0, numbers[0])
        kept = here if command.islower() else complex(0, here.imag) if across else complex(here.real)
        return [kept + step], None
    end = complex(*numbers[-2:]) + (here if command.islower() else 0)
    if command == "a":
        return _arc(here, end, numbers), None
    if command in "cs":
        first = here + complex(*numbers[:2]) if command == "c" else 2 * here - (here if handle is None else handle)
        second = here + complex(*numbers[-4:-2])
        return _curve(here, first, second, end), second
    return [end], None


def _curve(start: complex, first: complex, second: complex, end: complex) -> Trail:
    """Flatten a cubic Bézier curve."""
    pairs = ((step / STEPS, 1 - step / STEPS) for step in range(1, STEPS))
    return [*(u**3 * start + 3 * u * u * t * first + 3 * u * t * t * second + t**3 * end for t, u in pairs), end]


def _arc(start: complex, end: complex, numbers: list[float]) -> Trail:
    """Flatten an upright elliptical arc, given by its end points (SVG 2, B.2.4), where its ellipse is a unit circle."""
    wide, high, _turned, large, sweep = numbers[:5]
    near, far = (complex(point.real / wide, point.imag / high) for point in (start, end))
    half = (far - near) / 2
    off = math.sqrt(max(0.0, 1 / abs(half) ** 2 - 1)) * (1 if large != sweep else -1)
    centre = (near + far) / 2 + half * 1j * off
    angle = cmath.phase((far - centre) / (near - centre))
    if angle and (angle > 0) != bool(sweep):
        angle += math.tau if sweep else -math.tau
    turns = (centre + (near - centre) * cmath.exp(1j * angle * step / STEPS) for step in range(1, STEPS))
    return [*(complex(point.real * wide, point.imag * high) for point in turns), end]


def _circle(attributes: dict[str, str]) -> str:
    """Return a circle as a path of two arcs."""
    x, y, radius = (float(attributes[name]) for name in ("cx", "cy", "r"))
    arc = f"a{radius} {radius} 0 0 1"
    return f"M{x - radius} {y}{arc} {2 * radius} 0{arc} {-2 * radius} 0z"


def _stroke(pen: ImageDraw.ImageDraw, trail: Trail, reach: float) -> None:
    """Draw a line with round joins and flat ends, so far to each side; discs in a curve would stick out at its end."""
    pieces = [(near, far) for near, far in pairwise(trail) if abs(far - near) > 1e-6]
    sides = [(far - near) / abs(far - near) * 1j * reach for near, far in pieces]
    for (near, far), side in zip(pieces, sides, strict=True):
        _area(pen, [near + side, far + side, far - side, near - side])
    closed = abs(trail[0] - trail[-1]) < 1e-6
    for index in range(0 if closed else 1, len(pieces)):
        joint, before, after = pieces[index][0], sides[index - 1], sides[index]
        if abs(cmath.phase(after / before)) > SHARP:
            pen.circle((joint.real, joint.imag), reach, fill=255)
        else:
            _area(pen, [joint + before, joint + after, joint - before, joint - after])


def _area(pen: ImageDraw.ImageDraw, corners: Trail) -> None:
    """Fill a polygon."""
    pen.polygon([(corner.real, corner.imag) for corner in corners], fill=255)
