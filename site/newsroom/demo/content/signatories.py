"""Who signed the open letter on dams: forty-four mayors first, then a hundred others, each in their own language."""

from datetime import date, timedelta
from itertools import cycle, islice

from newsroom.demo.content.shapes import Signature

MAYOR = {"en": "Mayor", "fr": "maire", "es": "alcaldía", "ar": "رئاسة البلدية", "ru": "мэр", "zh-hans": "市长"}
DEPUTY = {"en": "Deputy Mayor", "fr": "maire adjointe", "es": "tenencia de alcaldía", "ar": "نائبة رئيس البلدية"}
DEPUTY |= {"ru": "заместитель мэра", "zh-hans": "副市长"}
PLACES = (
    *(("Mito Miwili", "Kivara"), ("Saint-Orme", "Marnavie"), ("Lindmouth", "Thelmark"), ("Ribera Doble", "Valdouro")),
    *(("Tell Sirra", "Sirrania"), ("Karsund", "Sundmark"), ("Qinghui", "Yunhe"), ("Sliyanovo", "Slavena")),
    *(("Bandari", "Kivara"), ("Vernaye", "Marnavie"), ("Ostheim", "Rhenau"), ("Pontelungo", "Lagunia")),
    *(("Kawahashi", "Hoshima"), ("Porto Sereno", "Litorânia"), ("Nagarghat", "Gangavar"), ("Wairere", "Aroha")),
    *(("Two Forks", "Great Meadow"), ("Doboz", "Tiszaland"), ("Zatoka", "Morzenia")),
)
GIVEN = ("Adaeze", "Bastien", "Clara", "Dimo", "Elif", "Farid", "Greta", "Hugo", "Imani", "Jonas", "Keiko", "Lucía")
FAMILY = (
    "Aldersey",
    "Brunel",
    "Cazorla",
    "Dravic",
    "Eskelund",
    "Fontaine",
    "Gathoni",
    "Holmqvist",
    "Ibarra",
    *("Jelinek", "Kamande", "Lorimer", "Mwangaza"),
)
#: In other scripts than the Latin one, as they typed it.
TYPED = (
    ("ليلى بو راشد", "معلّمة", "سدرة النهر", "نهرستان", "ar"),
    ("نقابة مراكبية المصبّ", "118 عضوًا", "سدرة النهر", "نهرستان", "ar"),
    ("Галина Озерская", "начальница службы зелёных насаждений", "Слияново", "Приречье", "ru"),
    ("Пароходство двух рек", "", "Устье", "Приречье", "ru"),
    ("沈语岚", "教师", "清汇", "云川", "zh-hans"),
    ("双河船工行会", "会员六十一人", "清汇", "云川", "zh-hans"),
)
BODIES = (
    ("Riverside Rowers of Lindmouth", "Club, 214 members", "Lindmouth", "Thelmark", "en"),
    ("Two Basins Transit Federation", "61 operators", "Mito Miwili", "Kivara", "en"),
    ("Service des eaux de Saint-Orme", "", "Saint-Orme", "Marnavie", "fr"),
    ("Gremio de barqueros del Vado", "", "Ribera Doble", "Valdouro", "es"),
)
OCCUPATIONS = {"en": ("Teacher", "Lock keeper, retired", "Youth Council", ""), "fr": ("éclusière", "batelier", "")}
OCCUPATIONS |= {"es": ("maestra", "pescador", "")}
FIRST_DAY = date(2026, 11, 12)


def first_names(number: int, offset: int) -> list[str]:
    """Return so many names, no two alike."""
    return [f"{GIVEN[(each + offset) % len(GIVEN)]} {FAMILY[each % len(FAMILY)]}" for each in range(number)]


#: Persons of the directory, then mayors by name.
MAYORS = (
    Signature("Wairimu Tendeka", "Mito Miwili", "Kivara", roles=MAYOR, person="wairimu-tendeka"),
    Signature("Naima Belhadri", "Tell Sirra", "Sirrania", roles=MAYOR, person="naima-belhadri"),
    Signature("Shen Yulan", "Qinghui", "Yunhe", roles=DEPUTY, person="shen-yulan"),
    Signature("Tomás Arrebol", "Ribera Doble", "Valdouro", roles=MAYOR, person="tomas-arrebol"),
    *(
        Signature(name, *place, roles=MAYOR)
        for name, place in zip(first_names(40, 0), islice(cycle(PLACES), 8, 48), strict=True)
    ),
)
#: Those who joined, on the days after.
JOINED = (
    *(
        Signature(name, place, country, role, code, is_organisation=not role or role[0].isdigit() or "会员" in role)
        for name, role, place, country, code in TYPED
    ),
    *(Signature(name, place, country, role, code, is_organisation=True) for name, role, place, country, code in BODIES),
    *(
        Signature(name, *place, OCCUPATIONS[code][number % len(OCCUPATIONS[code])], code)
        for number, (name, place, code) in enumerate(
            zip(first_names(90, 5), islice(cycle(PLACES[:16]), 90), islice(cycle(("en", "fr", "es")), 90), strict=True)
        )
    ),
)
#: Those that an officer still has to look at.
WAITING = (
    Signature("Esi Amponsah-Reyl", "Mito Miwili", "Kivara", "Public Health Officer"),
    Signature("Clément Ravaud", "Saint-Orme", "Marnavie", "éclusier à la retraite", "fr"),
)


def day_of(number: int) -> date:
    """Return the day on which one of those who joined signed."""
    return FIRST_DAY + timedelta(days=1 + number // 8)
