"""A press release whose original is Spanish, with English and French translations, two quotes and an image."""

from datetime import UTC, datetime

from newsroom.demo.content.people import MAYOR_OF_RIBERA_DOBLE
from newsroom.demo.content.places import RIBERA_DOBLE
from newsroom.demo.content.shapes import Participant, Quote, Release, ReleaseText
from newsroom.demo.content.staff import PRESIDENT_OF_THE_TRADERS

SPANISH = ReleaseText(
    headline="El mercado del Vado recupera sus toldos, y con ellos la hora de la siesta",
    subheadline="La ciudad pone las cuerdas; los vendedores, la tela y las manos.",
    summary="Siete mercados de Ribera Doble vuelven a tender toldos de acera a acera. La ciudad pone las cuerdas; los vendedores, la tela y las manos.",
    body=(
        (
            "paragraph",
            "El mercado del Vado amaneció hoy cubierto por primera vez desde 1974. Doscientos doce toldos, cosidos durante el invierno en los patios del barrio, cuelgan de acera a acera a lo largo de cuatro manzanas. Antes de que acabe agosto los tendrán los siete mercados callejeros de Ribera Doble.",
        ),
        (
            "paragraph",
            "Los toldos se quitaron hace medio siglo para que pasaran los camiones. Los camiones ya no pasan, pero los ganchos seguían en las fachadas, y fue contarlos lo que dio la idea: 389 de los 424 aún aguantan el peso de un hombre, prueba que hicieron los propios vendedores, por turnos.",
        ),
        ("quote", "ice"),
        ("heading", "Quién pone qué"),
        (
            "list",
            [
                "El Ayuntamiento, las cuerdas, las poleas y una inspección cada primavera.",
                "El sindicato, la tela, las costuras y quien recoja los toldos cuando haya viento.",
                "Los vecinos, los ganchos de sus fachadas y la llave de los portales.",
            ],
        ),
        (
            "paragraph",
            "En la prueba del pasado agosto, el suelo del mercado estuvo a mediodía 9 °C por debajo del de la calle contigua, y los puestos de pescado gastaron un tercio menos de hielo. El mercado cerrará de dos a cuatro y media, como antes; la diferencia es que se podrá estar en él.",
        ),
        ("quote", "watering"),
        (
            "paragraph",
            "Los toldos llevan un número cosido en una esquina. Quien vea uno roto puede decirlo por teléfono o en cualquier puesto, y el sindicato se compromete a coserlo en tres días.",
        ),
    ),
    notes="<p>Las medidas son de la Oficina Conjunta para el Calor Urbano, que instaló dieciséis sensores entre el 1 y el 31 de agosto de 2025. La tela es lona de algodón de 320 gramos; los datos y el patrón de corte pueden pedirse a la oficina de prensa.</p>",
)

ENGLISH = ReleaseText(
    headline="The Vado market has its awnings back, and with them its siesta",
    subheadline="The city supplies the ropes; the traders, the cloth and the hands.",
    summary="Seven street markets of Ribera Doble hang awnings from wall to wall again. The city supplies the ropes; the traders, the cloth and the hands.",
    body=(
        (
            "paragraph",
            "The Vado market woke this morning under cover for the first time since 1974. Two hundred and twelve awnings, sewn over the winter in the courtyards of the district, hang from wall to wall along four blocks. Before the end of August all seven street markets of Ribera Doble will have them.",
        ),
        (
            "paragraph",
            "The awnings were taken down half a century ago to let the lorries through. The lorries no longer come, but the hooks were still in the walls, and counting them gave the idea: 389 of the 424 can still bear the weight of a man, a test which the traders made themselves, in turns.",
        ),
        ("quote", "ice"),
        ("heading", "Who supplies what"),
        (
            "list",
            [
                "The city: the ropes, the pulleys and an inspection every spring.",
                "The union: the cloth, the seams, and somebody to take the awnings in when there is wind.",
                "The neighbours: the hooks in their walls and the keys to their doors.",
            ],
        ),
        (
            "paragraph",
            "In last August’s trial the ground of the market was 9 °C cooler at midday than that of the next street, and the fish stalls used a third less ice. The market will close from two until half past four, as it used to; the difference is that one will be able to stay in it.",
        ),
        ("quote", "watering"),
        (
            "paragraph",
            "Each awning has a number sewn into one corner. Anyone who sees a torn one may say so by telephone or at any stall, and the union undertakes to mend it within three days.",
        ),
    ),
    notes="<p>The measurements are those of the Joint Office for Urban Heat, which placed sixteen sensors from 1 to 31 August 2025. The cloth is cotton canvas of 320 grams; the data and the cutting pattern can be had from the press desk.</p>",
)

FRENCH = ReleaseText(
    headline="Le marché du Vado retrouve ses vélums, et avec eux l’heure de la sieste",
    subheadline="La ville fournit les cordes ; les marchands, la toile et les bras.",
    summary="Sept marchés de Ribera Doble tendent de nouveau des toiles d’un mur à l’autre. La ville fournit les cordes ; les marchands, la toile et les bras.",
    body=(
        (
            "paragraph",
            "Le marché du Vado s’est réveillé couvert ce matin, pour la première fois depuis 1974. Deux cent douze vélums, cousus pendant l’hiver dans les cours du quartier, pendent d’un mur à l’autre sur quatre pâtés de maisons. Avant la fin d’août, les sept marchés de rue de Ribera Doble en auront.",
        ),
        (
            "paragraph",
            "On les avait ôtés il y a un demi-siècle pour laisser passer les camions. Les camions ne passent plus, mais les crochets étaient restés aux façades, et c’est de les compter que vint l’idée : 389 des 424 supportent encore le poids d’un homme, épreuve que les marchands ont faite eux-mêmes, à tour de rôle.",
        ),
        ("quote", "ice"),
        ("heading", "Qui fournit quoi"),
        (
            "list",
            [
                "La ville : les cordes, les poulies et une inspection chaque printemps.",
                "Le syndicat : la toile, les coutures et quelqu’un pour rentrer les vélums quand il y a du vent.",
                "Les riverains : les crochets de leurs façades et les clefs de leurs portes.",
            ],
        ),
        (
            "paragraph",
            "Lors de l’essai d’août dernier, le sol du marché était à midi de 9 °C moins chaud que celui de la rue voisine, et les étals de poisson ont employé un tiers de glace en moins. Le marché fermera de 14 h à 16 h 30, comme autrefois ; la différence est que l’on pourra y rester.",
        ),
        ("quote", "watering"),
        (
            "paragraph",
            "Chaque vélum porte un numéro cousu dans un angle. Qui en voit un déchiré peut le signaler par téléphone ou à n’importe quel étal, et le syndicat s’engage à le recoudre dans les trois jours.",
        ),
    ),
    notes="<p>Les mesures sont celles du Bureau commun de la chaleur urbaine, qui a posé seize capteurs du 1er au 31 août 2025. La toile est un coton de 320 grammes ; les données et le patron de coupe sont disponibles auprès du bureau de presse.</p>",
)

QUOTES = {
    "ice": Quote(
        speaker="lucia-fontenegra",
        original="es",
        words={
            "es": "Mi madre apuntaba el hielo en un cuaderno. Yo lo sigo apuntando, y por primera vez la raya baja en junio.",
            "en": "My mother wrote the ice down in a notebook. I still do, and for the first time the line goes down in June.",
            "fr": "Ma mère notait la glace dans un cahier. Je la note toujours, et pour la première fois la courbe descend en juin.",
        },
        role=PRESIDENT_OF_THE_TRADERS.titles,
    ),
    "watering": Quote(
        speaker="tomas-arrebol",
        original="es",
        words={
            "es": "La sombra no se inaugura: se riega. Y donde no cabe un árbol, se cose.",
            "en": "Shade is not something one opens with a ribbon. One waters it. And where a tree does not fit, one sews it.",
            "fr": "L’ombre ne s’inaugure pas, elle s’arrose. Et là où l’arbre ne tient pas, elle se coud.",
        },
        role=MAYOR_OF_RIBERA_DOBLE.titles,
    ),
}

RELEASE = Release(
    slug="the-vado-market-has-its-awnings-back",
    kind="press-release",
    released_at=datetime(2026, 6, 18, 14, 0, tzinfo=UTC),
    original="es",
    place=RIBERA_DOBLE,
    lead_organisations=("city-of-ribera-doble", "market-traders-union-of-ribera-doble"),
    supporting_organisations=("joint-office-for-urban-heat",),
    boilerplates=("city-of-ribera-doble", "market-traders-union-of-ribera-doble"),
    contacts=("ribera-doble",),
    hashtags=("ShadeIsPublic",),
    participants=(
        Participant(person="lucia-fontenegra", role=PRESIDENT_OF_THE_TRADERS.titles),
        Participant(person="tomas-arrebol", role=MAYOR_OF_RIBERA_DOBLE.titles),
    ),
    image="market-awnings",
    quotes=QUOTES,
    texts={"es": SPANISH, "en": ENGLISH, "fr": FRENCH},
)
