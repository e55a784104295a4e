"""A short statement that exists in English only and names no campaign."""

from datetime import UTC, datetime

from newsroom.demo.content.people import SECRETARY_GENERAL
from newsroom.demo.content.places import SAINT_ORME
from newsroom.demo.content.shapes import Quote, Release, ReleaseText

ENGLISH = ReleaseText(
    headline="No school should open its gates at noon when the yard behind them stands at fifty degrees",
    subheadline="Statement on the reopening of schools in the western basin.",
    summary="Schools in seven cities reopen next week in a heatwave. The Assembly asks that no pupil be sent home across an unshaded yard at noon.",
    body=(
        (
            "paragraph",
            "Schools in seven cities of the western basin reopen on Monday, in the third heatwave of the summer. Their timetables send 190,000 pupils home at noon. The Assembly asks the cities, and has asked its own members among them, to move that hour to half past ten until the heat has passed.",
        ),
        (
            "paragraph",
            "A yard of asphalt stood at 51 °C at noon on Tuesday in Ribera Doble. A child of seven is 1.2 metres tall and crosses it with the face where the heat is. The walk home comes afterwards.",
        ),
        ("quote", "bell"),
        (
            "paragraph",
            "We know what the change costs. Parents who work until noon cannot collect a child at half past ten, and the poorest can do it least. The cities should therefore keep the school halls open, staffed and cool until the parents come, and pay for it as they pay for snow.",
        ),
    ),
)

RELEASE = Release(
    slug="no-school-should-open-its-gates-at-noon",
    kind="statement",
    released_at=datetime(2025, 8, 21, 13, 0, tzinfo=UTC),
    original="en",
    place=SAINT_ORME,
    lead_organisations=("assembly-of-confluent-cities",),
    boilerplates=("assembly-of-confluent-cities",),
    contacts=("saint-orme", "ribera-doble"),
    quotes={
        "bell": Quote(
            speaker="ilse-vandermoor",
            original="en",
            words={
                "en": "A bell is the cheapest piece of equipment that a school owns. It can be rung an hour and a half earlier, and nobody has to be trained.",
            },
            role=SECRETARY_GENERAL.titles,
        ),
    },
    texts={"en": ENGLISH},
)
