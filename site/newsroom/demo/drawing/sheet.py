"""A sheet of drawing paper: shapes in the palette of the newsroom, drawn large and taken down to size."""

import math
from collections.abc import Iterable, Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1380, 660

PAPER = "#f4f0e9"
#: A built-up block on a map, a wall in a section.
BLOCK = "#e6dfd2"
HAIRLINE = "#d5cfc4"
MIDDLE = "#a79f91"
QUIET = "#4b4740"
INK = "#191816"
ACCENT = "#00514f"
WATER = "#8fb9b3"
#: Water seen through paper, or shade on the ground.
MIST = "#c9dbd6"
#: Parks and leaves far away.
LEAF = "#d3dccb"
STATE = "#8f2400"

Point = tuple[float, float]


def dice(seed: int) -> Random:
    """Return a generator that always gives the same numbers, so that a drawing is always the same."""
    return Random(seed)  # noqa: S311 - nothing here is secret


class Sheet:
    """Draws in units of the finished picture; its pixels are `scale` times finer until `png` is called."""

    def __init__(self, paper: str = PAPER, scale: int = 3) -> None:
        self.scale = scale
        self.image = Image.new("RGB", (WIDTH * self.scale, HEIGHT * self.scale), paper)
        self.pen = ImageDraw.Draw(self.image)

    def fine(self, points: Iterable[Point]) -> list[Point]:
        """Return points of the picture in fine pixels."""
        return [(x * self.scale, y * self.scale) for x, y in points]

    def line(self, points: Sequence[Point], colour: str, width: float = 1) -> None:
        """Draw a line through the points with round corners and ends."""
        fine, thick = self.fine(points), max(1, round(width * self.scale))
        self.pen.line(fine, fill=colour, width=thick, joint="curve")
        if width > 2:
            for end in (points[0], points[-1]):
                self.disc(end, width / 2, colour)

    def dashes(self, start: Point, end: Point, colour: str, width: float = 1, dash: float = 7) -> None:
        """Draw a straight broken line."""
        length = math.dist(start, end)
        step = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        for index in range(int(length / dash / 2) + 1):
            near, far = index * 2 * dash, min(length, (index * 2 + 1) * dash)
            if near < far:
                self.line([(start[0] + step[0] * at, start[1] + step[1] * at) for at in (near, far)], colour, width)

    def area(self, points: Sequence[Point], colour: str) -> None:
        """Fill a polygon."""
        self.pen.polygon(self.fine(points), fill=colour)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, edge: str = "", thick: float = 1.4
    ) -> None:
        """Fill an upright rectangle, with an edge if one is named."""
        corners = self.fine([(x, y), (x + width, y + height)])
        outline = {"outline": edge, "width": round(thick * self.scale)} if edge else {}
        self.pen.rectangle([corners[0], corners[1]], fill=fill, **outline)  # type: ignore[arg-type]

    def disc(self, centre: Point, radius: float, fill: str, edge: str = "", thick: float = 1.6) -> None:
        """Fill a circle, with an edge if one is named."""
        x, y, reach, rim = (value * self.scale for value in (*centre, radius, thick))
        if edge:
            self.pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=edge)
            reach -= rim
        self.pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill)

    def oval(self, centre: Point, across: float, down: float, fill: str) -> None:
        """Fill an upright ellipse given its half axes."""
        x, y, wide, high = (value * self.scale for value in (*centre, across, down))
        self.pen.ellipse((x - wide, y - high, x + wide, y + high), fill=fill)

    def figure(self, at: Point, text: str, size: float = 22, colour: str = QUIET, anchor: str = "mm") -> None:
        """Write a number. Words stay out of the drawings, since they would need a drawing for each language."""
        font = ImageFont.load_default(size * self.scale)
        self.pen.text(self.fine([at])[0], text, fill=colour, font=font, anchor=anchor)

    def mask(self) -> Image.Image:
        """Return an empty mask as large as the sheet, for shapes that others cut."""
        return Image.new("L", self.image.size, 0)

    def stencil(self, mask: Image.Image, colour: str) -> None:
        """Lay a colour on the sheet where the mask is open."""
        self.image.paste(colour, (0, 0), mask)

    def png(self) -> bytes:
        """Return the finished picture."""
        picture = self.image.reduce(self.scale).quantize(192, dither=Image.Dither.NONE)
        stream = BytesIO()
        picture.save(stream, "PNG", optimize=True)
        return stream.getvalue()


def curve(knots: Sequence[Point], steps: int = 16) -> list[Point]:
    """Return a smooth line through the knots (Catmull–Rom)."""
    padded = [knots[0], *knots, knots[-1]]
    points: list[Point] = []
    for index in range(len(knots) - 1):
        a, b, c, d = padded[index : index + 4]
        for step in range(steps):
            t = step / steps
            x, y = (
                0.5
                * (
                    2 * b[axis]
                    + (c[axis] - a[axis]) * t
                    + (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t**2
                    + (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t**3
                )
                for axis in (0, 1)
            )
            points.append((x, y))
    return [*points, knots[-1]]
