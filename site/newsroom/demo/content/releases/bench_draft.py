"""A draft that was never published: unfinished, in one language, with a gap that its editor has marked."""

from newsroom.demo.content.places import LINDMOUTH
from newsroom.demo.content.shapes import Release, ReleaseText

ENGLISH = ReleaseText(
    headline="Lindmouth places the first of eleven hundred benches",
    subheadline="",
    summary="The first bench stands on the north side of Harrow Street, where nobody had thought that anyone would want to sit.",
    body=(
        (
            "paragraph",
            "The first of the eleven hundred benches that Lindmouth promised after the heatwave of 2026 stands on the north side of Harrow Street, under the wall of the brewery. It is 1.6 metres long, has a back and two arms, and is in the shade from ten in the morning.",
        ),
        (
            "paragraph",
            "The places were chosen by the people who asked for them. [Figure from the housing office to come: how many requests, and from which districts.]",
        ),
        (
            "paragraph",
            "The remaining benches follow at a rate of about twelve a week. The last is due in October 2028.",
        ),
    ),
)

RELEASE = Release(
    slug="lindmouth-places-the-first-bench",
    kind="press-release",
    released_at=None,
    original="en",
    place=LINDMOUTH,
    lead_organisations=("city-of-lindmouth",),
    boilerplates=("city-of-lindmouth",),
    contacts=("saint-orme",),
    hashtags=("ShadeIsPublic",),
    texts={"en": ENGLISH},
)
