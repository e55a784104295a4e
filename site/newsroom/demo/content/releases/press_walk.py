"""A short media advisory in two languages with one quote."""

from datetime import UTC, datetime

from newsroom.demo.content.places import MITO_MIWILI
from newsroom.demo.content.shapes import Quote, Release, ReleaseText
from newsroom.demo.content.staff import DRIVER_OF_ROUTE_NINE

ENGLISH = ReleaseText(
    headline="Press walk along route 9",
    subheadline="Mito Miwili, Thursday 12 March 2026, from 11:30 until a quarter past one.",
    summary="Journalists are invited to walk eleven stops of the number nine with a thermometer, and to sit down at each of them.",
    body=(
        (
            "paragraph",
            "The City of Mito Miwili and the Joint Office for Urban Heat invite journalists to walk eleven stops of route 9 at the hottest hour, from Ferry Steps to Kivuko Road. At each stop the group sits for as long as one usually waits there. That is the whole programme.",
        ),
        (
            "list",
            [
                "Meet at Ferry Steps, under the clock, at 11:30 East Africa Time (08:30 UTC).",
                "Distance 3.4 kilometres; sitting time 52 minutes; the bus follows for those who have had enough.",
                "Thermometers, water and hats are provided. Bring a notebook that does not mind the sun.",
            ],
        ),
        ("quote", "timetable"),
        (
            "paragraph",
            "The mayor walks along and answers at the last stop. The readings of the group are published the same evening, under the names of those who made them, whatever they are.",
        ),
    ),
)

FRENCH = ReleaseText(
    headline="Marche de presse le long de la ligne 9",
    subheadline="Mito Miwili, jeudi 12 mars 2026, de 11 h 30 à 13 h 15.",
    summary="Les journalistes sont invités à parcourir onze arrêts de la ligne 9, thermomètre en main, et à s’asseoir à chacun d’eux.",
    body=(
        (
            "paragraph",
            "La Ville de Mito Miwili et le Bureau commun de la chaleur urbaine invitent les journalistes à parcourir à pied onze arrêts de la ligne 9 à l’heure la plus chaude, de Ferry Steps à Kivuko Road. À chaque arrêt, le groupe s’assied aussi longtemps qu’on y attend d’ordinaire. C’est tout le programme.",
        ),
        (
            "list",
            [
                "Rendez-vous à Ferry Steps, sous l’horloge, à 11 h 30, heure d’Afrique de l’Est (8 h 30 UTC).",
                "Distance : 3,4 kilomètres ; temps assis : 52 minutes ; l’autobus suit pour ceux qui en ont assez.",
                "Thermomètres, eau et chapeaux sont fournis. Apportez un carnet que le soleil ne gêne pas.",
            ],
        ),
        ("quote", "timetable"),
        (
            "paragraph",
            "La maire marche avec le groupe et répond au dernier arrêt. Les relevés sont publiés le soir même, sous le nom de ceux qui les ont faits, quels qu’ils soient.",
        ),
    ),
)

QUOTES = {
    "timetable": Quote(
        speaker="peris-wandabwa",
        original="en",
        words={
            "en": "I drive the number nine. At Kivuko Road I have seen people stand in the shadow of the timetable.",
            "fr": "Je conduis la ligne 9. À Kivuko Road, j’ai vu des gens se tenir dans l’ombre du panneau des horaires.",
        },
        role=DRIVER_OF_ROUTE_NINE.titles,
    ),
}

RELEASE = Release(
    slug="press-walk-along-route-9",
    kind="media-advisory",
    released_at=datetime(2026, 3, 3, 7, 0, tzinfo=UTC),
    original="en",
    place=MITO_MIWILI,
    lead_organisations=("city-of-mito-miwili",),
    supporting_organisations=("joint-office-for-urban-heat",),
    boilerplates=("city-of-mito-miwili", "joint-office-for-urban-heat"),
    contacts=("mito-miwili",),
    hashtags=("ShadeIsPublic",),
    quotes=QUOTES,
    texts={"en": ENGLISH, "fr": FRENCH},
)
