"""Compares a table of scores with the floors below which they must not sink."""

import re
import sys
import tomllib
from pathlib import Path

LINE = re.compile(r"(?P<field>[a-z ]+?)\s+F1 (?P<score>[\d.]+)")


def sunk_below(floors: dict[str, float], table: str) -> list[str]:
    """Return in words what is below its floor or was not measured."""
    scores = {match["field"].replace(" ", "_"): float(match["score"]) for match in LINE.finditer(table)}
    return [
        f"{field}: {scores.get(field, 'not measured')} and not {floor}"
        for field, floor in floors.items()
        if scores.get(field, 0.0) < floor
    ]


if __name__ == "__main__":
    file, table = (Path(argument).read_text("utf-8") for argument in sys.argv[1:3])
    sunk = sunk_below(tomllib.loads(file)["beside_the_clone"], table)
    raise SystemExit("\n".join(sunk) or 0)
