"""A speech that exists in English only: long paragraphs, no quotes, no image."""

from datetime import UTC, datetime

from newsroom.demo.content.places import KARSUND
from newsroom.demo.content.shapes import Release, ReleaseText

ENGLISH = ReleaseText(
    headline="“A city is a promise made to strangers”: Ilse Vandermoor to the graduates of Karsund",
    subheadline="Address by the Secretary-General at the School of Harbour and River Engineering. Check against delivery.",
    summary="The Secretary-General speaks to 212 new engineers about locks, minutes of meetings and the people who will never know their names.",
    body=(
        (
            "paragraph",
            "Madam Rector, parents, graduates. I was asked to speak about the future for twenty minutes. I shall speak about a door for ten, because you have been sitting in wool since nine o’clock and I have worn that gown.",
        ),
        ("heading", "The door"),
        (
            "paragraph",
            "The door is in the wall of the old lock, on the left as you leave this hall. It is ninety centimetres wide and it opens outwards. In 1911 the engineer in charge, whose name was Solveig Aas and whose name you will not find on the lock, moved it by two metres, so that a keeper leaving in the dark would step on to stone and not into water. The change cost eleven crowns. It is in the accounts between a barrel of pitch and a dog licence.",
        ),
        (
            "paragraph",
            "Nobody thanked her, because nobody fell. I should like you to think about that sentence on the nights when you wonder whether anyone has noticed your work. In our profession it is the highest praise there is, and it is silent.",
        ),
        ("heading", "Strangers"),
        (
            "paragraph",
            "You will be told that a city is its people. It is true, and it is not enough, because the people change. Half of those who will use what you build have not been born, and a quarter of them live somewhere else today and will come with one suitcase. You do not know what they will be like. You owe them a handrail all the same. A city is a promise made to strangers, and the promise is written in steel, in stone and in the minutes of meetings at which somebody insisted.",
        ),
        (
            "paragraph",
            "So insist. Insist on the handrail and on the lamp above it. Insist that the drawing says who will sweep it. When they tell you that there is no money for upkeep, ask whether there is money for the funeral. Ask politely. I have found that people remember the politeness much longer than they remember the question, and that they pay.",
        ),
        ("heading", "And the river"),
        (
            "paragraph",
            "One more thing, since my hosts would be disappointed without it. You were trained here to keep water out, to let it through and to lift things over it. All three are necessary. None of them will make it love you. Go and look at it every week, in bad weather if possible, with somebody who fishes. Then go back to your drawing.",
        ),
        (
            "paragraph",
            "I congratulate you. I congratulate whoever paid for the wool. The door is on the left, and the step is dry.",
        ),
    ),
)

RELEASE = Release(
    slug="a-city-is-a-promise-made-to-strangers",
    kind="speech",
    released_at=datetime(2026, 11, 5, 14, 0, tzinfo=UTC),
    original="en",
    place=KARSUND,
    lead_organisations=("assembly-of-confluent-cities",),
    boilerplates=("assembly-of-confluent-cities",),
    contacts=("saint-orme",),
    texts={"en": ENGLISH},
)
