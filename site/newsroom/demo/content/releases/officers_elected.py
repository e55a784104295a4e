"""A press release in two languages with one quote, spoken in French by a person who had two roles that day."""

from datetime import UTC, datetime

from newsroom.demo.content.places import SAINT_ORME
from newsroom.demo.content.shapes import Participant, Quote, Release, ReleaseText

ENGLISH = ReleaseText(
    headline="Assembly elects its officers",
    subheadline="Henrik Solvang of Karsund is re-elected chair; Naima Belhadri of Tell Sirra becomes vice-chair.",
    summary="Henrik Solvang of Karsund is re-elected chair; Naima Belhadri of Tell Sirra becomes vice-chair. 88 of 91 cities voted.",
    body=(
        (
            "paragraph",
            "The Assembly of Confluent Cities elected its officers for two years today in Saint-Orme. Henrik Solvang, Mayor of Karsund, remains chair with 71 of 88 votes. Naima Belhadri, Mayor of Tell Sirra, becomes vice-chair; she was the only candidate, and asked nevertheless for a ballot, which gave her 80.",
        ),
        (
            "paragraph",
            "Three cities sent their regrets and no vote, two because of floods and one because of a strike of ferrymen, which the Assembly wishes a good outcome.",
        ),
        ("quote", "upstream"),
        (
            "paragraph",
            "The council also adopted the budget for 2026, of 6.4 million crowns, and refused for the sixth time a proposal to give the Assembly a flag.",
        ),
        (
            "paragraph",
            "The next election is held at the Assembly of 2027. The minutes, with every vote by name, are public from tomorrow.",
        ),
    ),
)

FRENCH = ReleaseText(
    headline="L’Assemblée élit son bureau",
    subheadline="Henrik Solvang, de Karsund, est réélu président ; Naima Belhadri, de Tell Sirra, devient vice-présidente.",
    summary="Henrik Solvang, de Karsund, est réélu président ; Naima Belhadri, de Tell Sirra, devient vice-présidente. 88 des 91 villes ont voté.",
    body=(
        (
            "paragraph",
            "L’Assemblée des villes confluentes a élu aujourd’hui à Saint-Orme son bureau pour deux ans. Henrik Solvang, maire de Karsund, reste président par 71 voix sur 88. Naima Belhadri, maire de Tell Sirra, devient vice-présidente ; seule candidate, elle a néanmoins demandé un scrutin, qui lui a donné 80 voix.",
        ),
        (
            "paragraph",
            "Trois villes se sont excusées et n’ont pas voté, deux en raison de crues et une à cause d’une grève des passeurs, à laquelle l’Assemblée souhaite une heureuse issue.",
        ),
        ("quote", "upstream"),
        (
            "paragraph",
            "Le conseil a en outre adopté le budget de 2026, soit 6,4 millions de couronnes, et repoussé pour la sixième fois une proposition tendant à doter l’Assemblée d’un drapeau.",
        ),
        (
            "paragraph",
            "La prochaine élection aura lieu à l’Assemblée de 2027. Le procès-verbal, avec le détail nominal des votes, est public à compter de demain.",
        ),
    ),
)

ELECTED = {
    "en": "Mayor of Tell Sirra, on her election as vice-chair",
    "fr": "maire de Tell Sirra, lors de son élection à la vice-présidence",
}

RELEASE = Release(
    slug="assembly-elects-its-officers",
    kind="press-release",
    released_at=datetime(2025, 10, 12, 16, 0, tzinfo=UTC),
    original="en",
    place=SAINT_ORME,
    lead_organisations=("assembly-of-confluent-cities",),
    boilerplates=("assembly-of-confluent-cities",),
    contacts=("saint-orme",),
    participants=(
        Participant(
            person="naima-belhadri",
            role={
                "en": "Vice-chair elect; Mayor of Tell Sirra",
                "fr": "vice-présidente élue ; maire de Tell Sirra",
            },
        ),
        Participant(
            person="ilse-vandermoor",
            role={"en": "Secretary-General, returning officer", "fr": "secrétaire générale, présidente du scrutin"},
        ),
    ),
    quotes={
        "upstream": Quote(
            speaker="naima-belhadri",
            original="fr",
            words={
                "en": "A river does not know the word “upstream”. It knows the word “afterwards”.",
                "fr": "Une rivière ne connaît pas le mot « amont ». Elle connaît le mot « après ».",
            },
            role=ELECTED,
        ),
    },
    texts={"en": ENGLISH, "fr": FRENCH},
)
