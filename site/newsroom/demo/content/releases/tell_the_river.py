"""The oldest release: a statement in two languages that opened a campaign."""

from datetime import UTC, datetime

from newsroom.demo.content.people import SECRETARY_GENERAL
from newsroom.demo.content.places import SAINT_ORME
from newsroom.demo.content.shapes import Quote, Release, ReleaseText

ENGLISH = ReleaseText(
    headline="Tell the river, tell the city",
    subheadline="Statement by the Secretary-General on flood warnings between cities.",
    summary="Water takes nine hours from one member city to the next, on average. A warning takes fourteen. The Assembly begins a campaign to change the order.",
    body=(
        (
            "paragraph",
            "On average, water takes nine hours to travel from one of our member cities to the next. A warning takes fourteen. The Assembly has compared the two for the 63 floods of the last ten years, and publishes the table today, because it is the kind of table that nobody believes without seeing it.",
        ),
        (
            "paragraph",
            "There is no villain in it. The gauges work, and the people who read them are at their posts. But a reading goes up to a basin authority, across to a ministry and down again to a mayor, and the river takes the shorter road.",
        ),
        ("quote", "shorter-road"),
        ("heading", "What the Assembly will do"),
        (
            "list",
            [
                "Draw up one list of telephone numbers, a city to a line, and try every one of them each quarter.",
                "Pay for a night telephone in any member city that has none. There are eleven.",
                "Publish after each flood how long the warning took, also when the answer is embarrassing to us.",
            ],
        ),
        ("paragraph", "We ask the river commissions to do the same with the dams. We shall go on asking."),
    ),
    notes="<p>The table lists 63 floods from January 2014 to December 2023 in 38 member cities. The times are medians of the records of both cities, which differ in nine cases; the differences are marked.</p>",
)

SPANISH = ReleaseText(
    headline="Avisar al río, avisar a la ciudad",
    subheadline="Declaración de la secretaria general sobre los avisos de crecida entre ciudades.",
    summary="El agua tarda nueve horas, de media, de una ciudad miembro a la siguiente. Un aviso tarda catorce. La Asamblea inicia una campaña para invertir el orden.",
    body=(
        (
            "paragraph",
            "El agua tarda nueve horas, de media, en ir de una de nuestras ciudades a la siguiente. Un aviso tarda catorce. La Asamblea ha comparado ambos tiempos en las 63 crecidas de los últimos diez años y publica hoy la tabla, porque es de esas tablas que nadie cree sin haberlas visto.",
        ),
        (
            "paragraph",
            "No hay en ella ningún culpable. Las escalas funcionan, y quienes las leen están en su puesto. Pero una lectura sube a una autoridad de cuenca, cruza a un ministerio y vuelve a bajar hasta una alcaldía, y el río toma el camino más corto.",
        ),
        ("quote", "shorter-road"),
        ("heading", "Lo que hará la Asamblea"),
        (
            "list",
            [
                "Elaborar una lista única de teléfonos, una línea por ciudad, y probarlos todos cada trimestre.",
                "Pagar un teléfono nocturno a toda ciudad miembro que no lo tenga. Son once.",
                "Publicar después de cada crecida cuánto tardó el aviso, también cuando la respuesta nos avergüence.",
            ],
        ),
        ("paragraph", "Pedimos a las comisiones fluviales que hagan lo mismo con las presas. Seguiremos pidiéndolo."),
    ),
    notes="<p>La tabla recoge 63 crecidas, de enero de 2014 a diciembre de 2023, en 38 ciudades miembros. Los tiempos son medianas de los registros de ambas ciudades, que discrepan en nueve casos; las discrepancias están señaladas.</p>",
)

QUOTES = {
    "shorter-road": Quote(
        speaker="ilse-vandermoor",
        original="en",
        words={
            "en": "We have built an excellent system for informing everyone who is dry.",
            "es": "Hemos construido un sistema excelente para informar a todos los que están secos.",
        },
        role=SECRETARY_GENERAL.titles,
    ),
}

RELEASE = Release(
    slug="tell-the-river-tell-the-city",
    kind="statement",
    released_at=datetime(2024, 2, 20, 11, 0, tzinfo=UTC),
    original="en",
    place=SAINT_ORME,
    lead_organisations=("assembly-of-confluent-cities",),
    boilerplates=("assembly-of-confluent-cities",),
    contacts=("saint-orme", "ribera-doble"),
    hashtags=("TellTheRiver",),
    quotes=QUOTES,
    texts={"en": ENGLISH, "es": SPANISH},
)
