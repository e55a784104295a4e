"""A release under embargo, in two languages, as an editor has it in hand four months before."""

from datetime import UTC, datetime

from newsroom.demo.content.people import MAYOR_OF_MITO_MIWILI
from newsroom.demo.content.places import MITO_MIWILI
from newsroom.demo.content.shapes import Participant, Quote, Release, ReleaseText
from newsroom.demo.content.staff import DIRECTOR_OF_THE_HEAT_OFFICE

OPENING = datetime(2027, 3, 22, 9, 0, tzinfo=UTC)

ENGLISH = ReleaseText(
    headline="The shared map of shade is open",
    subheadline="Twenty-six cities, one method, every place by name. Anyone may read it, correct it and ask why.",
    summary="Twenty-six cities publish where shade is missing, place by place. Anyone may read the map, correct it and ask why.",
    body=(
        (
            "paragraph",
            "The shared map of shade opened this morning in Mito Miwili. It shows, for twenty-six member cities of the Assembly of Confluent Cities, every stop, crossing, school gate and market street that has been surveyed, and whether a person who waits there at midday in the hottest month waits in the shade.",
        ),
        (
            "paragraph",
            "The map has no colours for good and bad. A filled point is shaded and an open point is not. Behind each stand the date, the name of the observer where the observer agreed, and the time that people usually wait.",
        ),
        ("quote", "find-yourself"),
        ("heading", "What anyone may do with it"),
        (
            "list",
            [
                "Report a place that is wrong, or missing. The city answers within thirty days, in public.",
                "Take the whole of it away as a table, and use it with credit.",
                "Sort it by waiting time and by income of the district, which is how the cities have agreed to read it.",
            ],
        ),
        ("quote", "empty-point"),
        (
            "paragraph",
            "The second survey begins in the hottest month of 2028. Until then the map changes only by correction, and every correction is listed.",
        ),
    ),
    notes="<p>Under embargo until Monday 22 March 2027, 09:00 UTC. Figures for each city will be supplied to accredited journalists at the briefing of 21 March.</p>",
)

FRENCH = ReleaseText(
    headline="La carte commune de l’ombre est ouverte",
    subheadline="Vingt-six villes, une méthode, chaque lieu par son nom. Chacun peut la lire, la corriger et demander pourquoi.",
    summary="Vingt-six villes publient, lieu par lieu, où l’ombre manque. Chacun peut lire la carte, la corriger et demander pourquoi.",
    body=(
        (
            "paragraph",
            "La carte commune de l’ombre s’est ouverte ce matin à Mito Miwili. Elle montre, pour vingt-six villes membres de l’Assemblée des villes confluentes, chaque arrêt, passage piéton, sortie d’école et rue de marché qui a fait l’objet d’un relevé, et indique si la personne qui y attend à midi, le mois le plus chaud, attend à l’ombre.",
        ),
        (
            "paragraph",
            "La carte n’a pas de couleurs pour le bien et le mal. Un point plein est ombragé, un point creux ne l’est pas. Derrière chacun figurent la date, le nom de l’observateur quand il y a consenti, et le temps que l’on attend d’ordinaire.",
        ),
        ("quote", "find-yourself"),
        ("heading", "Ce que chacun peut en faire"),
        (
            "list",
            [
                "Signaler un lieu inexact ou manquant. La ville répond dans les trente jours, publiquement.",
                "L’emporter tout entière sous forme de tableau, et s’en servir en citant la source.",
                "La trier par durée d’attente et par revenu du quartier : c’est ainsi que les villes sont convenues de la lire.",
            ],
        ),
        ("quote", "empty-point"),
        (
            "paragraph",
            "Le deuxième relevé commencera le mois le plus chaud de 2028. D’ici là, la carte ne change que par correction, et chaque correction est consignée.",
        ),
    ),
    notes="<p>Sous embargo jusqu’au lundi 22 mars 2027, 9 h UTC. Les chiffres de chaque ville seront remis aux journalistes accrédités lors de la réunion d’information du 21 mars.</p>",
)

QUOTES = {
    "find-yourself": Quote(
        speaker="wairimu-tendeka",
        original="en",
        words={
            "en": "Look for your own stop first. Everyone does. Then look for the stop of the person who cleans your office.",
            "fr": "Cherchez d’abord votre arrêt. Tout le monde le fait. Puis cherchez celui de la personne qui nettoie votre bureau.",
        },
        role=MAYOR_OF_MITO_MIWILI.titles,
    ),
    "empty-point": Quote(
        speaker="ravi-thennakoon",
        original="en",
        words={
            "en": "Two thirds of the points are open. It is the first time that I have been proud of a bad result, because every one of them has an address.",
            "fr": "Les deux tiers des points sont creux. C’est la première fois que je suis fier d’un mauvais résultat, car chacun d’eux a une adresse.",
        },
        role=DIRECTOR_OF_THE_HEAT_OFFICE.titles,
    ),
}

RELEASE = Release(
    slug="the-shared-map-of-shade-is-open",
    kind="press-release",
    released_at=OPENING,
    embargoed_until=OPENING,
    original="en",
    place=MITO_MIWILI,
    lead_organisations=("assembly-of-confluent-cities",),
    supporting_organisations=("joint-office-for-urban-heat", "city-of-mito-miwili"),
    boilerplates=("assembly-of-confluent-cities", "joint-office-for-urban-heat"),
    contacts=("mito-miwili", "saint-orme"),
    hashtags=("ShadeIsPublic",),
    participants=(
        Participant(person="wairimu-tendeka", role=MAYOR_OF_MITO_MIWILI.titles),
        Participant(person="ravi-thennakoon", role=DIRECTOR_OF_THE_HEAT_OFFICE.titles),
    ),
    image="two-basins",
    quotes=QUOTES,
    texts={"en": ENGLISH, "fr": FRENCH},
)
