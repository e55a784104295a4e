"""A newsroom in seven languages: all that Portuguese needs is here and in the files beside this one."""

from pathlib import Path

from newsroom.language.catalogue import add
from newsroom.language.facts import DateForms, Language

HERE = Path(__file__).parent

add(
    Language(
        code="pt",
        own_name="Português",
        quotation_marks=("“", "”"),
        date_forms=DateForms(r"j \d\e F \d\e Y", r"\d\e F \d\e Y", r"b Y", r"F \d\e Y", r"b Y"),
        thousands=". ",
        decimals=",",
        scales={3: r"mil\b", 6: r"milh(?:ão|ões)", 9: r"(?:mil milhões|bilh(?:ão|ões))"},
        hours=r"horas?",
        afternoon_after=r"da (?:tarde|noite)",
        months=(
            *("janeiro|jan", "fevereiro|fev", "março|mar", "abril|abr", "maio|mai", "junho|jun", "julho|jul"),
            *("agosto|ago", "setembro|set", "outubro|out", "novembro|nov", "dezembro|dez"),
        ),
        weekdays=("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
        ordinals="[ºª]",
        date_links="de",
        between_days="e|a",
        stemmer="portuguese",
        search_fields={
            "title": "título",
            "speaker": "orador",
            "organisation": "organização",
            "place": "lugar",
            "campaign": "campanha",
        },
        asked_for=r"\b(?:nome|data|lugar|a confirmar)\b",
        importer_words=HERE / "importer.toml",
        search_words=HERE / "search.toml",
    )
)

from newsroom.settings.test import *  # noqa: E402, F403

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [*LANGUAGES, ("pt", "Portuguese")]  # noqa: F405
LOCALE_PATHS = [*LOCALE_PATHS, HERE / "locale"]  # noqa: F405
