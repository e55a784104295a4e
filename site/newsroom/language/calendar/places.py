"""The time of a place: cities that give a time zone its name, as each language writes them (CLDR)."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from unicodedata import combining, normalize
from zoneinfo import available_timezones

from babel.core import Locale, get_global

from newsroom.language.normalisation import normalise_text

#: Names of zones that are there for old programs.
NO_CITIES = ("Etc/", "SystemV/")


@cache
def known_zones() -> frozenset[str]:
    """Return the names of the IANA zones that this machine's clocks know; read once, since that takes long."""
    return frozenset(available_timezones())


def zone_of_place(place: str, code: str) -> str:
    """Return the IANA zone of a city as a language or English writes it: "Nairobi", "内罗毕".

    "" where the city gives no zone its name, or several do.
    """
    wanted = (place_key(place), place_key(place.partition(",")[0]))
    found = (zones_by_city(each).get(city, "") for city in wanted for each in (code, "en"))
    return next(filter(None, found), "")


def country_of_zone(zone: str) -> str:
    """Return the country (ISO 3166) whose time a zone is: "KE" for Africa/Nairobi; "" where it is nobody's."""
    return str(get_global("zone_territories").get(zone, "")).replace("001", "")


def place_key(place: str) -> str:
    """A place as it is compared: without case and accents."""
    letters = normalize("NFD", normalise_text(place).strip().casefold())
    return "".join(letter for letter in letters if not combining(letter))


@lru_cache(maxsize=8)
def zones_by_city(code: str) -> Mapping[str, str]:
    """The zones by their cities in a language, place_key; cities of several zones are left out."""
    aliases = get_global("zone_aliases")
    found: dict[str, set[str]] = defaultdict(set)
    for zone in known_zones():
        if "/" in zone and not zone.startswith(NO_CITIES):
            found[place_key(city_of_zone(zone, code))].add(aliases.get(zone, zone))
    return {city: zones.pop() for city, zones in found.items() if len(zones) == 1}


def city_of_zone(zone: str, code: str) -> str:
    """Return the city that gives an IANA zone its name, as a language writes it: "Europe/Paris" is 巴黎 in Chinese.

    Where the language has no word of its own for it, its name in the zone: "Europe/Oslo" is Oslo.
    """
    known = Locale.parse(code.replace("-", "_")).time_zones
    return str(known.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "))
