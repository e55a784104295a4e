"""The drawings of the demonstration: quiet maps, sections and charts in the palette of the newsroom.

They are drawn when they are needed and not stored, always alike: each drawing has a random generator of its own with
a fixed seed.
"""

from collections.abc import Callable, Mapping

from newsroom.demo.content.images import IMAGES
from newsroom.demo.drawing import charts, elevations, maps, plans
from newsroom.demo.drawing.sheet import Sheet

__all__ = ["IMAGES", "draw"]

DRAWINGS: Mapping[str, Callable[[], Sheet]] = {
    "map-of-stops": maps.map_of_stops,
    "two-basins": maps.two_basins,
    "nursery": plans.nursery,
    "bench-temperatures": charts.bench_temperatures,
    "river-gauges": charts.river_gauges,
    "boarding-times": charts.boarding_times,
    "ferry-timetable": charts.ferry_timetable,
    "tram-depot": elevations.tram_depot,
    "market-awnings": elevations.market_awnings,
}


def draw(key: str) -> bytes:
    """Return the drawing of that key as a PNG of 1380 by 660 pixels."""
    return DRAWINGS[key]().png()
