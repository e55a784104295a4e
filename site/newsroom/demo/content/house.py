"""The institution and its newsroom: the words that stand on every page."""

from newsroom.demo.content.shapes import House

HOUSE = House(
    institution={
        "en": "Assembly of Confluent Cities",
        "fr": "Assemblée des villes confluentes",
        "es": "Asamblea de Ciudades Confluentes",
        "ar": "مجلس مدن ملتقى الأنهار",
        "ru": "Ассамблея городов у слияния рек",
        "zh-hans": "汇流城市联合会",
    },
    name={
        "en": "Confluent Cities",
        "fr": "Villes confluentes",
        "es": "Ciudades Confluentes",
        "ar": "مدن الملتقى",
        "ru": "Города у слияния рек",
        "zh-hans": "汇流城市",
    },
    surname={
        "en": "Newsroom",
        "fr": "Salle de presse",
        "es": "Sala de Prensa",
        "ar": "المركز الصحفي",
        "ru": "Пресс-центр",
        "zh-hans": "新闻中心",
    },
    about={
        "en": "Ninety-one cities, each built where two waters meet. The Assembly speaks for them and publishes here, first and in full.",
        "fr": "Quatre-vingt-onze villes, chacune bâtie au confluent de deux eaux. L’Assemblée parle pour elles et publie ici, d’abord et en entier.",
        "es": "Noventa y una ciudades, cada una levantada donde se encuentran dos aguas. La Asamblea habla por ellas y publica aquí, antes que en ningún otro sitio y sin recortes.",
        "ar": "إحدى وتسعون مدينة، نشأت كلٌّ منها حيث يلتقي نهران. يتحدث المجلس باسمها، وينشر هنا أولًا وبالكامل.",
        "ru": "Девяносто один город, и каждый вырос там, где встречаются две реки. Ассамблея говорит от их имени и публикует здесь — прежде всего и полностью.",
        "zh-hans": "九十一座城市，座座建于两水相汇之处。联合会代表它们发声，并在此首先、完整地发布。",
    },
    releases_title={
        "en": "Releases",
        "fr": "Communiqués",
        "es": "Comunicados",
        "ar": "البيانات الصحفية",
        "ru": "Релизы",
        "zh-hans": "新闻稿",
    },
    releases_introduction={
        "en": "Everything the Assembly and its members have announced, newest first, with what was later corrected or withdrawn.",
        "fr": "Tout ce que l’Assemblée et ses membres ont annoncé, du plus récent au plus ancien, avec ce qui fut ensuite rectifié ou retiré.",
        "es": "Todo lo que la Asamblea y sus miembros han anunciado, de lo más reciente a lo más antiguo, con lo que después se corrigió o se retiró.",
        "ar": "كل ما أعلنه المجلس وأعضاؤه، من الأحدث إلى الأقدم، مع ما صُوّب لاحقًا أو سُحب.",
        "ru": "Всё, что объявляли Ассамблея и её члены, начиная с последнего, включая исправленное и отозванное.",
        "zh-hans": "联合会及其成员发布的全部消息，由近及远，后来更正或撤回的也在其中。",
    },
    campaigns_title={
        "en": "Campaigns",
        "fr": "Campagnes",
        "es": "Campañas",
        "ar": "الحملات",
        "ru": "Кампании",
        "zh-hans": "行动",
    },
    campaigns_introduction={
        "en": "What the cities are working on together, and everything that has been said about it.",
        "fr": "Ce à quoi les villes travaillent ensemble, et tout ce qui en a été dit.",
        "es": "Aquello en lo que las ciudades trabajan juntas, y todo lo que se ha dicho al respecto.",
        "ar": "ما تعمل عليه المدن معًا، وكل ما قيل عنه.",
        "ru": "То, над чем города работают вместе, и всё, что об этом сказано.",
        "zh-hans": "各城市携手推动的工作，以及有关的全部言论。",
    },
)
