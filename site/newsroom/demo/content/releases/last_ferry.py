"""A press release of 2024 in two languages that opened a campaign."""

from datetime import UTC, datetime

from newsroom.demo.content.people import MAYOR_OF_MITO_MIWILI
from newsroom.demo.content.places import MITO_MIWILI
from newsroom.demo.content.shapes import Quote, Release, ReleaseText
from newsroom.demo.content.staff import DRIVER_OF_ROUTE_NINE

ENGLISH = ReleaseText(
    headline="Eleven delta cities promise that the last ferry will wait",
    subheadline="Night transport is to be drawn for those who work at night, starting with one connection.",
    summary="Eleven delta cities will fit the last ferry to the last bus within two years, and publish from tonight every connection that is missed.",
    body=(
        (
            "paragraph",
            "Eleven cities built on river deltas promise today to bring their last ferry and their last bus together within two years. From tonight they publish every connection that is missed, and how many people it left behind.",
        ),
        (
            "paragraph",
            "The promise answers a petition by 7,200 nurses, cooks, cleaners and dockers. It asked for one thing: that the boat should not leave before the bus arrives. On an average night in the eleven cities 42 in a hundred connections fail, most of them by less than five minutes.",
        ),
        ("quote", "four-minutes"),
        (
            "paragraph",
            "The cities have not promised more boats. They will first draw the two timetables on one sheet, and give the pilot and the driver a radio channel in common. If that is not enough, they will say so and ask their councils for money.",
        ),
        ("quote", "landing"),
        ("paragraph", "The first list of missed connections appears tomorrow at six. The cities expect it to be long."),
    ),
    notes="<p>The hashtag of the campaign is LastFerryHome. It came from the petition, where somebody had written it in the margin.</p>",
)

FRENCH = ReleaseText(
    headline="Onze villes de delta promettent que le dernier bac attendra",
    subheadline="Les transports de nuit seront conçus pour ceux qui travaillent la nuit, à commencer par une correspondance.",
    summary="Onze villes de delta accorderont en deux ans le dernier bac au dernier autobus, et publient dès ce soir chaque correspondance manquée.",
    body=(
        (
            "paragraph",
            "Onze villes bâties sur des deltas promettent aujourd’hui d’accorder en deux ans leur dernier bac et leur dernier autobus. Dès ce soir, elles publient chaque correspondance manquée et le nombre de personnes laissées à quai.",
        ),
        (
            "paragraph",
            "La promesse répond à une pétition de 7 200 infirmières, cuisiniers, agents d’entretien et dockers. Elle demandait une seule chose : que le bateau ne parte pas avant l’arrivée de l’autobus. Une nuit ordinaire, dans les onze villes, 42 correspondances sur cent sont manquées, le plus souvent à moins de cinq minutes près.",
        ),
        ("quote", "four-minutes"),
        (
            "paragraph",
            "Les villes n’ont pas promis davantage de bateaux. Elles commenceront par tracer les deux horaires sur une même feuille et par donner au pilote et au conducteur un canal radio commun. Si cela ne suffit pas, elles le diront et demanderont de l’argent à leur conseil.",
        ),
        ("quote", "landing"),
        (
            "paragraph",
            "La première liste des correspondances manquées paraît demain à six heures. Les villes s’attendent à ce qu’elle soit longue.",
        ),
    ),
    notes="<p>Le mot-dièse de la campagne est LastFerryHome. Il vient de la pétition, où quelqu’un l’avait écrit dans la marge.</p>",
)

QUOTES = {
    "four-minutes": Quote(
        speaker="peris-wandabwa",
        original="en",
        words={
            "en": "Four minutes. That is what separates a woman who has washed floors since six from her bed. I have four minutes. Nobody had asked me.",
            "fr": "Quatre minutes. C’est ce qui sépare de son lit une femme qui lave des sols depuis six heures. Quatre minutes, je les ai. Personne ne me les avait demandées.",
        },
        role=DRIVER_OF_ROUTE_NINE.titles,
    ),
    "landing": Quote(
        speaker="wairimu-tendeka",
        original="en",
        words={
            "en": "I inspected ferries for nine years and signed off every one of them as safe, punctual and empty. I never asked who was still standing on the landing.",
            "fr": "J’ai inspecté des bacs pendant neuf ans et je les ai tous déclarés sûrs, ponctuels et vides. Je n’ai jamais demandé qui restait sur l’embarcadère.",
        },
        role=MAYOR_OF_MITO_MIWILI.titles,
    ),
}

RELEASE = Release(
    slug="the-last-ferry-will-wait",
    kind="press-release",
    released_at=datetime(2024, 9, 17, 18, 0, tzinfo=UTC),
    original="en",
    place=MITO_MIWILI,
    lead_organisations=("city-of-mito-miwili", "two-basins-transit-federation"),
    supporting_organisations=("assembly-of-confluent-cities",),
    boilerplates=("city-of-mito-miwili", "two-basins-transit-federation"),
    contacts=("mito-miwili",),
    hashtags=("LastFerryHome",),
    quotes=QUOTES,
    texts={"en": ENGLISH, "fr": FRENCH},
)
