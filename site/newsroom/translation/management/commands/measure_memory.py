import json
import random
import re
import statistics
import time
from argparse import ArgumentParser
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
)

from newsroom.base.models import User
from newsroom.translation.exchange.units import Unit, UnitState
from newsroom.translation.memory.search import Memory

UNITS = 50
ROUNDS = 7
WORDS = re.findall(
    r"\w+",
    "city stop shade bus ferry landing night street lamp mayor river warning count survey begin open noon market "
    "corridor heat summer water school gate tree plan letter dam tram depot office joint nobody everybody",
)


class Command(BaseCommand):
    """For developers: how long it takes to look for what was said before, among many remembered sentences."""

    help = "Measures the search for exact and near matches among many remembered sentences; keeps nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--remembered", type=int, default=10_000)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        chance = random.Random(31)  # noqa: S311  (sentences, not secrets)
        translation, sources = self.remember(options["remembered"], chance)
        units = [unit_of(changed(chance.choice(sources), chance)) for _number in range(UNITS)]
        user = User(is_superuser=True, is_active=True)
        reading, searching, offered = [], [], 0
        for _round in range(ROUNDS):
            start = time.perf_counter()
            memory = Memory(translation, units, user)
            read = time.perf_counter()
            offered = sum(bool(memory.offers_for(unit)) for unit in units)
            reading.append(read - start)
            searching.append(time.perf_counter() - read)
        figures = {
            "remembered": options["remembered"],
            "segments": UNITS,
            "segments with an offer": offered,
            "reading, median ms": round(statistics.median(reading) * 1000, 1),
            "searching all segments, median ms": round(statistics.median(searching) * 1000, 1),
        }
        self.stdout.write(json.dumps(figures, indent=2))
        transaction.set_rollback(True)

    def remember(self, number: int, chance: random.Random) -> tuple[Translation, list[str]]:
        """So many sentences with translations, of one page that is forgotten again."""
        english, french = (Locale.objects.get_or_create(language_code=code)[0] for code in ("en", "fr"))
        page = Page.objects.filter(locale=english, depth__gt=1).first()
        assert page is not None  # noqa: S101  (the demonstration has pages)
        kind = ContentType.objects.get_for_model(Page)
        record, _created = TranslatableObject.objects.get_or_create(
            translation_key=page.translation_key, defaults={"content_type": kind}
        )
        source, _created = TranslationSource.objects.get_or_create(
            object=record,
            locale=english,
            defaults={
                "specific_content_type": kind,
                "content_json": "{}",
                "last_updated_at": page.latest_revision_created_at,
            },
        )
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=french)
        sources = [f"{sentence(chance)} ({each})" for each in range(number)]
        strings = String.objects.bulk_create(
            [String(locale=english, data=each, data_hash=String._get_data_hash(each)) for each in sources]
        )
        context = TranslationContext.objects.create(object=record, path="measured", field_path="measured")
        StringTranslation.objects.bulk_create(
            [
                StringTranslation(translation_of=string, locale=french, context=context, data=f"FR {string.data}")
                for string in strings
            ]
        )
        return translation, sources


def sentence(chance: random.Random) -> str:
    """Some words in a row, as long as sentences of releases are."""
    return " ".join(chance.choices(WORDS, k=chance.randint(6, 30))).capitalize() + "."


def changed(text: str, chance: random.Random) -> str:
    """The same sentence with one word replaced."""
    words = text.split()
    words[chance.randrange(len(words))] = chance.choice(WORDS)
    return " ".join(words)


def unit_of(source: str) -> Unit:
    """A segment that waits for its translation."""
    return Unit("u", "body", source, "", UnitState.INITIAL, (), None, string_id=0, context_id=0)
