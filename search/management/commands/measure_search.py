import json
import zlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines import ENGINES
from search.measuring import fill_scratch, load, measure


class Command(BaseCommand):
    """Measures how good the ranking is, on an index of its own that it forgets afterwards."""

    help = "Measure the search on a collection (FILE.json.gz) in a scratch index; prints JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--engine", choices=sorted(ENGINES), default="embedded")

    def handle(self, *args: Any, file: Path, engine: str, **options: Any) -> None:
        try:
            collection = load(file)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise CommandError(f"{file} cannot be read as a collection: {error}") from error
        with ENGINES[engine]() as scratch:
            ids = fill_scratch(scratch, collection)
            self.stdout.write(json.dumps(measure(scratch.engine, collection, ids)))
