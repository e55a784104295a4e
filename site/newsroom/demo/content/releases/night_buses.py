"""A press release in two languages with three quotes and a drawn timetable."""

from datetime import UTC, datetime

from newsroom.demo.content.people import MAYOR_OF_MITO_MIWILI, PRESIDENT_OF_THE_FEDERATION
from newsroom.demo.content.places import MITO_MIWILI
from newsroom.demo.content.shapes import Participant, Quote, Release, ReleaseText
from newsroom.demo.content.staff import DRIVER_OF_ROUTE_NINE

ENGLISH = ReleaseText(
    headline="Night buses now meet the last ferry in nine of eleven delta cities",
    subheadline="Two years after the first night, the usual journey home from a late shift is 41 minutes shorter.",
    summary="Nurses, cooks and cleaners asked for one thing: that the boat should not leave before the bus arrives.",
    body=(
        (
            "paragraph",
            "In nine of the eleven delta cities that joined LastFerryHome in September 2024, a night bus now waits for the last ferry, and the last ferry for the bus. Those who use both reach home 41 minutes earlier on a usual night than they did two years ago, and the number of people left on the landing after midnight has fallen from about 2,300 a week to 340.",
        ),
        (
            "paragraph",
            "Nothing was bought. The ferries are the same, and so are the buses. What changed is that the two timetables, which had been drawn in two offices since 1987, are now drawn at one table by people who have both on their wall.",
        ),
        ("quote", "radio"),
        ("heading", "How long a boat may wait"),
        (
            "paragraph",
            "The rule is simple enough to be painted on the landing. A ferry waits up to seven minutes for a bus that has called. A bus waits up to twelve for a ferry that it can see. If either leaves earlier, the reason is published the next day, with the number of people who were left behind.",
        ),
        ("quote", "kitchens"),
        (
            "list",
            [
                "Connections kept in October: 96 in a hundred, against 58 in October 2024.",
                "Average wait of those who missed one: 38 minutes, against 74.",
                "Cost in fuel and wages: 0.4 per cent of the night service.",
            ],
        ),
        ("quote", "table"),
        (
            "paragraph",
            "Two cities are not there yet. In Osterby the last boat belongs to another county, and in Pont-Vieux the bus depot lies behind a bridge that is raised at one in the morning. Both expect to connect in the spring.",
        ),
    ),
    notes="<p>The figures cover the last departure of every route on every night of October 2026. The two timetables and the list of missed connections are published each morning by the Two Basins Transit Federation.</p>",
)

FRENCH = ReleaseText(
    headline="Les autobus de nuit attendent désormais le dernier bac dans neuf des onze villes de delta",
    subheadline="Deux ans après la première nuit, le retour d’une relève tardive dure d’ordinaire 41 minutes de moins.",
    summary="Infirmières, cuisiniers et agents d’entretien demandaient une seule chose : que le bateau ne parte pas avant l’arrivée de l’autobus.",
    body=(
        (
            "paragraph",
            "Dans neuf des onze villes de delta qui ont rejoint LastFerryHome en septembre 2024, un autobus de nuit attend désormais le dernier bac, et le dernier bac attend l’autobus. Ceux qui prennent les deux rentrent, une nuit ordinaire, 41 minutes plus tôt qu’il y a deux ans, et le nombre de personnes restées sur l’embarcadère après minuit est passé de quelque 2 300 par semaine à 340.",
        ),
        (
            "paragraph",
            "Rien n’a été acheté. Les bacs sont les mêmes, les autobus aussi. Ce qui a changé, c’est que les deux horaires, tracés depuis 1987 dans deux bureaux, le sont maintenant à une seule table, par des gens qui les ont tous deux au mur.",
        ),
        ("quote", "radio"),
        ("heading", "Combien de temps un bateau peut attendre"),
        (
            "paragraph",
            "La règle est assez simple pour être peinte sur l’embarcadère. Un bac attend jusqu’à sept minutes un autobus qui a appelé. Un autobus attend jusqu’à douze minutes un bac qu’il voit. Si l’un des deux part plus tôt, la raison en est publiée le lendemain, avec le nombre de personnes laissées à quai.",
        ),
        ("quote", "kitchens"),
        (
            "list",
            [
                "Correspondances assurées en octobre : 96 sur cent, contre 58 en octobre 2024.",
                "Attente moyenne de ceux qui en ont manqué une : 38 minutes, contre 74.",
                "Coût en carburant et en salaires : 0,4 % du service de nuit.",
            ],
        ),
        ("quote", "table"),
        (
            "paragraph",
            "Deux villes n’y sont pas encore. À Osterby, le dernier bateau relève d’un autre comté ; à Pont-Vieux, le dépôt des autobus se trouve derrière un pont que l’on lève à une heure du matin. Toutes deux pensent y parvenir au printemps.",
        ),
    ),
    notes="<p>Les chiffres portent sur le dernier départ de chaque ligne, chaque nuit d’octobre 2026. Les deux horaires et la liste des correspondances manquées sont publiés chaque matin par la Fédération des transports des deux bassins.</p>",
)

QUOTES = {
    "radio": Quote(
        speaker="peris-wandabwa",
        original="en",
        words={
            "en": "I used to see the boat pull away with its lights on while forty people ran. Now I say four words on the radio and it stays. I do not know why that took thirty-seven years.",
            "fr": "Je voyais le bateau s’éloigner, toutes lumières allumées, pendant que quarante personnes couraient. Maintenant je dis quatre mots à la radio et il reste. Je ne sais pas pourquoi il a fallu trente-sept ans.",
        },
        role=DRIVER_OF_ROUTE_NINE.titles,
    ),
    "kitchens": Quote(
        speaker="wairimu-tendeka",
        original="en",
        words={
            "en": "A city that asks people to cook and to clean and to nurse at night, and then leaves them on a landing, has not thought about who it is. We drew our timetables for offices. The offices had gone home.",
            "fr": "Une ville qui demande aux gens de cuisiner, de nettoyer et de soigner la nuit, puis les laisse sur un embarcadère, n’a pas réfléchi à ce qu’elle est. Nous tracions nos horaires pour les bureaux. Les bureaux étaient rentrés.",
        },
        role=MAYOR_OF_MITO_MIWILI.titles,
    ),
    "table": Quote(
        speaker="kwabena-asiedu-park",
        original="en",
        words={
            "en": "The most expensive thing we used was a table.",
            "fr": "Ce que nous avons employé de plus cher, c’est une table.",
        },
        role=PRESIDENT_OF_THE_FEDERATION.titles,
    ),
}

RELEASE = Release(
    slug="night-buses-meet-the-last-ferry",
    kind="press-release",
    released_at=datetime(2026, 11, 9, 6, 0, tzinfo=UTC),
    original="en",
    place=MITO_MIWILI,
    lead_organisations=("two-basins-transit-federation", "city-of-mito-miwili"),
    supporting_organisations=("assembly-of-confluent-cities",),
    boilerplates=("two-basins-transit-federation", "city-of-mito-miwili"),
    contacts=("mito-miwili", "saint-orme"),
    hashtags=("LastFerryHome", "TwoBasins"),
    participants=(
        Participant(person="peris-wandabwa", role=DRIVER_OF_ROUTE_NINE.titles),
        Participant(person="wairimu-tendeka", role=MAYOR_OF_MITO_MIWILI.titles),
        Participant(person="kwabena-asiedu-park", role=PRESIDENT_OF_THE_FEDERATION.titles),
    ),
    image="ferry-timetable",
    quotes=QUOTES,
    texts={"en": ENGLISH, "fr": FRENCH},
)
