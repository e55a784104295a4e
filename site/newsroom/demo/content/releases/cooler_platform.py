"""A press release about a study, in two languages, with a chart and two quotes."""

from datetime import UTC, datetime

from newsroom.demo.content.people import PRESIDENT_OF_THE_FEDERATION
from newsroom.demo.content.places import RIBERA_DOBLE
from newsroom.demo.content.shapes import Quote, Release, ReleaseText
from newsroom.demo.content.staff import DIRECTOR_OF_THE_HEAT_OFFICE

ENGLISH = ReleaseText(
    headline="A cooler platform costs less than a late train, six operators find",
    subheadline="Each degree above 38 on the platform adds four seconds to boarding. Over a summer that is eleven thousand hours.",
    summary="Each degree above 38 on the platform adds four seconds to boarding. Over a summer that is eleven thousand hours.",
    body=(
        (
            "paragraph",
            "Six operators of the Two Basins Transit Federation have timed 96,000 stops of their trains and trams over two summers and compared them with the heat on the platform. Up to 38 °C the heat makes no difference. Above it, each degree adds four seconds: people move more slowly, stand in the one patch of shade and so crowd at one door, and more of them need a hand.",
        ),
        ("image", "boarding-times"),
        (
            "paragraph",
            "Four seconds are nothing at one stop. Over a summer on the six networks they come to eleven thousand hours of trains standing still, with the crews, the current and the missed connections that this means. The operators put the cost at 5.2 million crowns a year.",
        ),
        ("quote", "doors"),
        ("heading", "What was tried"),
        (
            "paragraph",
            "At forty platforms the operators hung sailcloth over the whole length of the train, painted the surface light grey and moved the benches apart. The platforms were 6 °C cooler at two in the afternoon, and boarding took as long as it does in April. The cloth cost 0.9 million crowns and is expected to last eight summers.",
        ),
        ("quote", "patch"),
        (
            "paragraph",
            "The operators will cover a further 310 platforms before June 2027. They have published the timings, the invoices and a list of the four places where the cloth tore.",
        ),
    ),
    notes="<p>The study was made in Ribera Doble, Mito Miwili, Saint-Orme, Lindmouth, Tell Sirra and Qinghui from June to September of 2024 and 2025. Platform heat is the globe temperature at 1.2 metres.</p>",
)

SPANISH = ReleaseText(
    headline="Un andén más fresco cuesta menos que un tren con retraso, según seis operadores",
    subheadline="Cada grado por encima de 38 en el andén añade cuatro segundos a la subida. En un verano son once mil horas.",
    summary="Cada grado por encima de 38 en el andén añade cuatro segundos a la subida. En un verano son once mil horas.",
    body=(
        (
            "paragraph",
            "Seis operadores de la Federación de Transporte de las Dos Cuencas han cronometrado 96.000 paradas de sus trenes y tranvías durante dos veranos y las han comparado con el calor del andén. Hasta los 38 °C el calor no influye. A partir de ahí, cada grado añade cuatro segundos: la gente se mueve más despacio, se refugia en el único trozo de sombra, se agolpa por eso en una sola puerta, y son más los que necesitan una mano.",
        ),
        ("image", "boarding-times"),
        (
            "paragraph",
            "Cuatro segundos no son nada en una parada. En las seis redes, a lo largo de un verano, suman once mil horas de trenes detenidos, con el personal, la corriente y los enlaces perdidos que eso supone. Los operadores calculan el coste en 5,2 millones de coronas al año.",
        ),
        ("quote", "doors"),
        ("heading", "Lo que se probó"),
        (
            "paragraph",
            "En cuarenta andenes los operadores tendieron lona de vela a todo lo largo del tren, pintaron el suelo de gris claro y separaron los bancos. A las dos de la tarde esos andenes estaban 6 °C más frescos, y subir al tren llevaba lo mismo que en abril. La lona costó 0,9 millones de coronas y se espera que dure ocho veranos.",
        ),
        ("quote", "patch"),
        (
            "paragraph",
            "Los operadores cubrirán otros 310 andenes antes de junio de 2027. Han publicado los tiempos, las facturas y la lista de los cuatro lugares donde la lona se rasgó.",
        ),
    ),
    notes="<p>El estudio se hizo en Ribera Doble, Mito Miwili, Saint-Orme, Lindmouth, Tell Sirra y Qinghui de junio a septiembre de 2024 y 2025. El calor del andén es la temperatura de globo a 1,2 metros de altura.</p>",
)

QUOTES = {
    "doors": Quote(
        speaker="kwabena-asiedu-park",
        original="en",
        words={
            "en": "We had bought faster doors. Then somebody stood on the platform with a stopwatch and saw that the doors were waiting for the people.",
            "es": "Habíamos comprado puertas más rápidas. Entonces alguien se plantó en el andén con un cronómetro y vio que eran las puertas las que esperaban a la gente.",
        },
        role=PRESIDENT_OF_THE_FEDERATION.titles,
    ),
    "patch": Quote(
        speaker="ravi-thennakoon",
        original="en",
        words={
            "en": "Give two hundred people one patch of shade and they will tell you exactly how much they need. All we did was to count them.",
            "es": "Dele usted a doscientas personas un solo trozo de sombra y le dirán exactamente cuánta necesitan. Nosotros nos limitamos a contarlas.",
        },
        role=DIRECTOR_OF_THE_HEAT_OFFICE.titles,
    ),
}

RELEASE = Release(
    slug="a-cooler-platform-costs-less-than-a-late-train",
    kind="press-release",
    released_at=datetime(2026, 8, 14, 8, 0, tzinfo=UTC),
    original="en",
    place=RIBERA_DOBLE,
    lead_organisations=("two-basins-transit-federation",),
    supporting_organisations=("joint-office-for-urban-heat",),
    boilerplates=("two-basins-transit-federation", "joint-office-for-urban-heat"),
    contacts=("ribera-doble",),
    hashtags=("ShadeIsPublic", "TwoBasins"),
    quotes=QUOTES,
    texts={"en": ENGLISH, "es": SPANISH},
)
