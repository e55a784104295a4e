"""The city whose clocks are meant, as each language writes it."""

import pytest
from django.utils import translation

from newsroom.language.calendar.places import city_of_zone, zone_of_place
from newsroom.publication.deadlines.moments import place_of_zone


@pytest.mark.parametrize(
    ("zone", "code", "city"),
    [
        ("Europe/Paris", "zh-hans", "巴黎"),
        ("Europe/Paris", "ar", "باريس"),
        ("Africa/Nairobi", "ru", "Найроби"),
        ("America/Mexico_City", "es", "Ciudad de México"),
        ("America/New_York", "en", "New York"),
        ("UTC", "zh-hans", "UTC"),
    ],
)
def test_city_is_written_as_the_language_writes_it(zone: str, code: str, city: str) -> None:
    assert city_of_zone(zone, code) == city
    with translation.override(code):
        assert place_of_zone(zone) == city


@pytest.mark.parametrize("code", ["en", "fr", "es", "ar", "ru", "zh-hans"])
def test_city_of_a_zone_leads_back_to_it(code: str) -> None:
    for zone in ("Europe/Paris", "Africa/Nairobi", "Asia/Shanghai"):
        assert zone_of_place(city_of_zone(zone, code), code) == zone
