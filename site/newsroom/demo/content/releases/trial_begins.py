"""A press release of 2024 in two languages with four quotes, two of them by people who have changed office since."""

from datetime import UTC, datetime

from newsroom.demo.content.people import DIRECTOR_OF_PARKS, MAYOR_OF_RIBERA_DOBLE
from newsroom.demo.content.places import LINDMOUTH
from newsroom.demo.content.shapes import Participant, Quote, Release, ReleaseText
from newsroom.demo.content.staff import CHIEF_HEAT_OFFICER, DEPUTY_DIRECTOR_OF_THE_HEAT_OFFICE

ENGLISH = ReleaseText(
    headline="Six cities begin to measure shade",
    subheadline="For two years they will try out a common method, and publish it before any result.",
    summary="Lindmouth, Mito Miwili, Qinghui, Ribera Doble, Saint-Orme and Tell Sirra try out a common method for two years, and publish it before any result.",
    body=(
        (
            "paragraph",
            "Six member cities of the Assembly of Confluent Cities begin this week to measure the shade of their streets with a common method. For two years they will record, at stops, crossings, school gates and markets, whether a person who has to wait there at midday can do so out of the sun. The method is published today; results will follow when there are any.",
        ),
        ("quote", "mercury"),
        (
            "paragraph",
            "The trial starts from a modest discovery. Each of the six cities owns a map of its trees, a map of its roofs and a map of its bus stops, and none had ever laid the three on top of each other. Where one did, last spring, the trees turned out to stand where the buildings already gave shade.",
        ),
        ("quote", "shadow-stick"),
        ("heading", "Two ways of looking"),
        (
            "paragraph",
            "In Tell Sirra and Ribera Doble pupils will do the counting with a sheet of paper and a stick. In Qinghui and Mito Miwili drivers will do it from the cab. Lindmouth and Saint-Orme will use both on the same streets, to find out how far they disagree.",
        ),
        ("quote", "roots"),
        (
            "paragraph",
            "The Joint Office for Urban Heat trains the observers and keeps the records. It has undertaken to publish its mistakes once a year, and has set aside a page for them.",
        ),
        ("quote", "siesta"),
    ),
    notes="<p>The method fits on two sides of a sheet and may be used by any city without asking. The trial ends in November 2026.</p>",
)

SPANISH = ReleaseText(
    headline="Seis ciudades empiezan a medir la sombra",
    subheadline="Durante dos años probarán un método común, que publican antes que ningún resultado.",
    summary="Lindmouth, Mito Miwili, Qinghui, Ribera Doble, Saint-Orme y Tell Sirra prueban durante dos años un método común, que publican antes que ningún resultado.",
    body=(
        (
            "paragraph",
            "Seis ciudades miembros de la Asamblea de Ciudades Confluentes empiezan esta semana a medir la sombra de sus calles con un método común. Durante dos años anotarán, en paradas, cruces, puertas de escuela y mercados, si quien tiene que esperar allí a mediodía puede hacerlo fuera del sol. El método se publica hoy; los resultados, cuando los haya.",
        ),
        ("quote", "mercury"),
        (
            "paragraph",
            "La prueba parte de un hallazgo modesto. Cada una de las seis ciudades tiene un mapa de sus árboles, otro de sus tejados y otro de sus paradas, y ninguna los había puesto nunca uno encima de otro. Cuando una lo hizo, la primavera pasada, resultó que los árboles estaban donde los edificios ya daban sombra.",
        ),
        ("quote", "shadow-stick"),
        ("heading", "Dos maneras de mirar"),
        (
            "paragraph",
            "En Tell Sirra y Ribera Doble contarán los alumnos, con una hoja de papel y una vara. En Qinghui y Mito Miwili lo harán los conductores desde la cabina. Lindmouth y Saint-Orme usarán las dos maneras en las mismas calles, para saber en cuánto difieren.",
        ),
        ("quote", "roots"),
        (
            "paragraph",
            "La Oficina Conjunta para el Calor Urbano forma a los observadores y guarda los registros. Se ha comprometido a publicar sus errores una vez al año, y les ha reservado una página.",
        ),
        ("quote", "siesta"),
    ),
    notes="<p>El método cabe en las dos caras de una hoja y cualquier ciudad puede usarlo sin pedir permiso. La prueba termina en noviembre de 2026.</p>",
)

QUOTES = {
    "mercury": Quote(
        speaker="ravi-thennakoon",
        original="en",
        words={
            "en": "We have a hundred years of temperatures, all of them taken in a white box on a lawn. Nobody has ever waited for a bus in a white box on a lawn.",
            "es": "Tenemos cien años de temperaturas, todas tomadas en una caja blanca sobre un césped. Nadie ha esperado nunca un autobús en una caja blanca sobre un césped.",
        },
        role=DEPUTY_DIRECTOR_OF_THE_HEAT_OFFICE.titles,
    ),
    "shadow-stick": Quote(
        speaker="maeve-corrigan-holt",
        original="en",
        words={
            "en": "I have carried an instrument that costs as much as a car up every hill in Lindmouth. A broom handle and a fourteen-year-old are as good, and they argue less about the warranty.",
            "es": "He subido a todas las cuestas de Lindmouth un instrumento que cuesta lo que un coche. Un palo de escoba y un chico de catorce años son igual de buenos, y discuten menos por la garantía.",
        },
        role=CHIEF_HEAT_OFFICER.titles,
    ),
    "roots": Quote(
        speaker="shen-yulan",
        original="zh-hans",
        words={
            "en": "For five years I was asked how many trees we had planted. This is the first time that anyone has asked me who stands under them.",
            "es": "Durante cinco años me preguntaron cuántos árboles habíamos plantado. Es la primera vez que alguien me pregunta quién está debajo.",
            "zh-hans": "五年来，人们总是问我种了多少棵树。这是第一次有人问我，树下站着谁。",
        },
        role=DIRECTOR_OF_PARKS.titles,
    ),
    "siesta": Quote(
        speaker="tomas-arrebol",
        original="es",
        words={
            "en": "My predecessors measured the city from the air. I should like to know it from the kerb.",
            "es": "Mis antecesores midieron la ciudad desde el aire. A mí me gustaría conocerla desde la acera.",
        },
        role=MAYOR_OF_RIBERA_DOBLE.titles,
    ),
}

RELEASE = Release(
    slug="six-cities-begin-to-measure-shade",
    kind="press-release",
    released_at=datetime(2024, 11, 14, 10, 0, tzinfo=UTC),
    original="en",
    place=LINDMOUTH,
    lead_organisations=("joint-office-for-urban-heat",),
    supporting_organisations=(
        "city-of-lindmouth",
        "city-of-mito-miwili",
        "city-of-qinghui",
        "city-of-ribera-doble",
        "city-of-tell-sirra",
    ),
    boilerplates=("joint-office-for-urban-heat",),
    contacts=("saint-orme", "ribera-doble"),
    participants=(
        Participant(person="ravi-thennakoon", role=DEPUTY_DIRECTOR_OF_THE_HEAT_OFFICE.titles),
        Participant(person="maeve-corrigan-holt", role=CHIEF_HEAT_OFFICER.titles),
        Participant(person="shen-yulan", role=DIRECTOR_OF_PARKS.titles),
        Participant(person="tomas-arrebol", role=MAYOR_OF_RIBERA_DOBLE.titles),
    ),
    quotes=QUOTES,
    texts={"en": ENGLISH, "es": SPANISH},
)
