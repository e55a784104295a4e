"""A press release in three languages; one of its quotes was spoken in a language in which it does not exist."""

from datetime import UTC, datetime

from newsroom.demo.content.people import DEPUTY_MAYOR_OF_QINGHUI
from newsroom.demo.content.places import QINGHUI
from newsroom.demo.content.shapes import Participant, Quote, Release, ReleaseText
from newsroom.demo.content.staff import HEAD_OF_STREET_TREES

ENGLISH = ReleaseText(
    headline="Qinghui lends 40,000 saplings to neighbours who lost theirs in the July storms",
    subheadline="The loan is to be repaid in kind, in ten years, with seeds of the same trees.",
    summary="Nine cities receive trees of eleven kinds from the nursery of Qinghui. The loan is to be repaid in kind, in ten years, with seeds of the same trees.",
    body=(
        (
            "paragraph",
            "The city of Qinghui will lend 40,000 saplings to nine cities of the eastern basin whose street trees were uprooted in the storms of 8 and 9 July. The first boat leaves the nursery on 2 November; the last is due before the ground freezes.",
        ),
        (
            "paragraph",
            "The storms took some 31,000 trees in two nights, most of them planted since 2019. What stood was older, or had been pruned by hand. The nine cities have asked for more than they lost, because about one sapling in four does not live to its third year.",
        ),
        ("quote", "interest"),
        ("heading", "The terms"),
        (
            "list",
            [
                "The trees are of eleven kinds, and no street receives only one.",
                "Each sapling travels with a card that says who raised it, how often it drinks and which side faced south.",
                "In autumn 2036 each city returns a kilogram of seed for every hundred trees that are alive.",
                "A city whose trees have died returns nothing, and says why.",
            ],
        ),
        (
            "paragraph",
            "The last of the terms was the longest to agree. The Joint Office for Urban Heat will publish the reasons as it receives them, in the expectation that they will be of more use than the seeds.",
        ),
        ("quote", "cheapest"),
    ),
    notes="<p>A sapling in this loan is between 1.4 and 2.2 metres tall and three or four years old. The nursery of Qinghui raises 300,000 trees a year. Cards are printed in Chinese and in the language of the receiving city.</p>",
)

SPANISH = ReleaseText(
    headline="Qinghui presta 40.000 plantones a los vecinos que perdieron los suyos en las tormentas de julio",
    subheadline="El préstamo se devolverá en especie, dentro de diez años, con semillas de los mismos árboles.",
    summary="Nueve ciudades reciben árboles de once especies del vivero de Qinghui. El préstamo se devolverá en especie, dentro de diez años, con semillas de los mismos árboles.",
    body=(
        (
            "paragraph",
            "La ciudad de Qinghui prestará 40.000 plantones a nueve ciudades de la cuenca oriental cuyos árboles de calle arrancaron las tormentas del 8 y el 9 de julio. El primer barco sale del vivero el 2 de noviembre; el último debe llegar antes de que se hiele la tierra.",
        ),
        (
            "paragraph",
            "Las tormentas se llevaron unos 31.000 árboles en dos noches, la mayoría plantados después de 2019. Resistieron los más viejos y los que se habían podado a mano. Las nueve ciudades han pedido más de los que perdieron, porque uno de cada cuatro plantones no llega a su tercer año.",
        ),
        ("quote", "interest"),
        ("heading", "Las condiciones"),
        (
            "list",
            [
                "Los árboles son de once especies, y ninguna calle recibe una sola.",
                "Cada plantón viaja con una ficha que dice quién lo crio, cuánto bebe y qué lado miraba al sur.",
                "En el otoño de 2036 cada ciudad devolverá un kilogramo de semilla por cada cien árboles vivos.",
                "La ciudad cuyos árboles hayan muerto no devolverá nada, y dirá por qué.",
            ],
        ),
        (
            "paragraph",
            "La última condición fue la que más costó acordar. La Oficina Conjunta para el Calor Urbano publicará las razones a medida que las reciba, en la confianza de que serán más útiles que las semillas.",
        ),
        ("quote", "cheapest"),
    ),
    notes="<p>Los plantones de este préstamo miden entre 1,4 y 2,2 metros y tienen tres o cuatro años. El vivero de Qinghui cría 300.000 árboles al año. Las fichas se imprimen en chino y en el idioma de la ciudad que los recibe.</p>",
)

CHINESE = ReleaseText(
    headline="清汇市向七月风暴中失去树木的邻近城市出借四万株树苗",
    subheadline="十年后以同种树木的种子偿还。",
    summary="九座城市将从清汇市苗圃获得十一种树苗，十年后以同种树木的种子偿还。",
    body=(
        (
            "paragraph",
            "清汇市将向东部流域九座城市出借四万株树苗，这些城市的行道树在7月8日和9日的风暴中被连根拔起。首班货船将于11月2日离开苗圃，最后一班定于土地封冻之前抵达。",
        ),
        (
            "paragraph",
            "两夜之间，风暴毁去约三万一千株树，多为2019年以后所栽；挺过来的，或树龄较长，或经人工修剪。九座城市申请的数量多于损失，因为大约四株树苗中就有一株活不到第三年。",
        ),
        ("quote", "interest"),
        ("heading", "出借条件"),
        (
            "list",
            [
                "树苗共十一种，任何一条街都不只栽一种。",
                "每株树苗附有一张卡片，写明由谁培育、多久浇一次水、哪一面曾经朝南。",
                "2036年秋，各城市按成活树木每一百株归还一公斤种子。",
                "树木未能成活的城市不必归还，但须说明原因。",
            ],
        ),
        (
            "paragraph",
            "最后一项条件商议得最久。城市高温联合办公室将在收到各项原因后陆续公布，相信这些原因比种子更有用处。",
        ),
        ("quote", "cheapest"),
    ),
    notes="<p>此次出借的树苗高1.4米至2.2米，树龄三至四年。清汇市苗圃每年培育树木30万株。卡片以中文和接收城市的语言印制。</p>",
)

QUOTES = {
    "interest": Quote(
        speaker="shen-yulan",
        original="zh-hans",
        words={
            "en": "We are not a rich city. We are a city with a nursery. A gift would have ended with a ceremony; a loan means that they must write to us for ten years.",
            "es": "No somos una ciudad rica. Somos una ciudad con un vivero. Un regalo habría terminado en una ceremonia; un préstamo significa que tendrán que escribirnos durante diez años.",
            "zh-hans": "我们不是一座富裕的城市，我们只是一座有苗圃的城市。赠送，办个仪式就结束了；出借，他们就得给我们写十年的信。",
        },
        role=DEPUTY_MAYOR_OF_QINGHUI.titles,
    ),
    "cheapest": Quote(
        speaker="galina-ozerskaya",
        original="ru",
        words={
            "en": "Shade is the cheapest building that a city can put up. But it has to be built by someone who will not see it finished.",
            "es": "La sombra es el edificio más barato que puede levantar una ciudad. Pero ha de construirlo alguien que no lo verá terminado.",
            "ru": "Тень — это самое дешёвое здание, какое может построить город. Но строить его приходится тому, кто не увидит его законченным.",
            "zh-hans": "树荫是一座城市能造的最便宜的建筑，只是造它的人看不到它完工。",
        },
        role=HEAD_OF_STREET_TREES.titles,
    ),
}

RELEASE = Release(
    slug="qinghui-lends-saplings",
    kind="press-release",
    released_at=datetime(2026, 10, 29, 2, 0, tzinfo=UTC),
    original="en",
    place=QINGHUI,
    lead_organisations=("city-of-qinghui",),
    supporting_organisations=("joint-office-for-urban-heat", "assembly-of-confluent-cities"),
    boilerplates=("city-of-qinghui", "assembly-of-confluent-cities"),
    contacts=("qinghui",),
    hashtags=("ShadeIsPublic",),
    participants=(
        Participant(person="shen-yulan", role=DEPUTY_MAYOR_OF_QINGHUI.titles),
        Participant(person="galina-ozerskaya", role=HEAD_OF_STREET_TREES.titles),
    ),
    image="nursery",
    quotes=QUOTES,
    texts={"en": ENGLISH, "es": SPANISH, "zh-hans": CHINESE},
)
