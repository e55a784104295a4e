"""Any IANA time zone can be written, or the city that gives it its name."""

import pytest
from django.utils import translation

from newsroom.publication.embargoes.zones import ZoneInput, zone_typed


@pytest.mark.parametrize(
    ("typed", "code", "zone"),
    [
        ("Nairobi", "en", "Africa/Nairobi"),
        ("new york", "en", "America/New_York"),
        ("america/new york", "en", "America/New_York"),
        ("  asia/kathmandu ", "en", "Asia/Kathmandu"),
        ("utc", "en", "UTC"),
        ("内罗毕", "zh-hans", "Africa/Nairobi"),
        ("القاهرة", "ar", "Africa/Cairo"),
        ("EAT", "en", "EAT"),
        ("Nowhere", "en", "Nowhere"),
    ],
)
def test_a_zone_is_found_by_its_name_or_its_city(typed: str, code: str, zone: str) -> None:
    with translation.override(code):
        assert ZoneInput().value_from_datadict({"zone": typed}, {}, "zone") == zone
    assert zone_typed(typed, code) == zone


def test_all_zones_that_name_a_place_are_proposed_and_what_was_typed_stays() -> None:
    html = ZoneInput().render("zone", 'Nowhere"', {"id": "id_zone"})
    assert 'list="id_zone_zones"' in html and 'id="id_zone_zones"' in html and 'value="Nowhere&quot;"' in html
    for zone in ("UTC", "Pacific/Chatham", "Asia/Kathmandu", "America/Argentina/Ushuaia"):
        assert f'<option value="{zone}">' in html
