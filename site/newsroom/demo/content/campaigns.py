"""The campaigns: what each asks for, and the numbers it stands on."""

from datetime import date

from newsroom.demo.content.campaign_texts import SHADE_MESSAGES, SHADE_PARTNERS, SHADE_SHARED
from newsroom.demo.content.shapes import Campaign, KeyFigure

SHADE_IS_PUBLIC = Campaign(
    slug="shade-is-public",
    hashtag="ShadeIsPublic",
    since=date(2025, 5, 8),
    introduction={
        "en": "Shade is a public service: something a city counts, budgets for and answers for. Twenty-six cities have agreed to publish where it is missing, and to begin where people wait longest.",
        "fr": "L’ombre est un service public : une chose qu’une ville recense, finance et dont elle répond. Vingt-six villes sont convenues de publier les lieux où elle manque, et de commencer là où l’on attend le plus longtemps.",
        "es": "La sombra es un servicio público: algo que una ciudad cuenta, presupuesta y por lo que responde. Veintiséis ciudades han acordado publicar dónde falta y empezar por donde más se espera.",
        "ar": "الظل خدمة عامة: شيء تُحصيه المدينة وترصد له المال وتُسأل عنه. وقد اتفقت ست وعشرون مدينة على أن تنشر أين ينقص، وأن تبدأ حيث يطول الانتظار.",
        "ru": "Тень — это общественная услуга: то, что город учитывает, на что выделяет средства и за что отвечает. Двадцать шесть городов договорились сообщать, где её не хватает, и начинать там, где ждут дольше всего.",
        "zh-hans": "遮阴是一项公共服务：城市应当清点它、为它编列预算并承担责任。二十六座城市已经商定公布何处没有遮阴，并从等候最久的地方做起。",
    },
    figures=(
        KeyFigure(
            value={"en": "26", "fr": "26", "es": "26", "ar": "26", "ru": "26", "zh-hans": "26"},
            label={
                "en": "cities that count shade with one method, of ninety-one in the Assembly",
                "fr": "villes qui recensent l’ombre selon une même méthode, sur les quatre-vingt-onze de l’Assemblée",
                "es": "ciudades que cuentan la sombra con un mismo método, de las noventa y una de la Asamblea",
                "ar": "مدينة تُحصي الظل بطريقة واحدة، من أصل إحدى وتسعين في المجلس",
                "ru": "городов учитывают тень по единой методике — из девяноста одного в Ассамблее",
                "zh-hans": "座城市以同一方法清点遮阴，联合会共有九十一座城市",
            },
            source={
                "en": "Agreement of the twenty-six cities",
                "fr": "Accord des vingt-six villes",
                "es": "Acuerdo de las veintiséis ciudades",
                "ar": "اتفاق المدن الست والعشرين",
                "ru": "Соглашение двадцати шести городов",
                "zh-hans": "二十六城协议",
            },
            source_link="https://shade.confluent.example/agreement",
            as_of=date(2026, 11, 19),
        ),
        KeyFigure(
            value={"en": "18,400", "fr": "18 400", "es": "18.400", "ar": "18,400", "ru": "18 400", "zh-hans": "18 400"},
            label={
                "en": "stops, crossings, gates and market streets measured so far",
                "fr": "arrêts, passages, sorties d’école et rues de marché mesurés à ce jour",
                "es": "paradas, cruces, puertas de escuela y calles de mercado medidas hasta ahora",
                "ar": "موقف ومعبر وباب مدرسة وشارع سوق قيست حتى الآن",
                "ru": "остановок, переходов, школьных ворот и торговых улиц обследовано к настоящему времени",
                "zh-hans": "处车站、路口、校门和集市街道，已完成测量",
            },
            source={
                "en": "Shared map of shade",
                "fr": "Carte partagée de l’ombre",
                "es": "Mapa compartido de la sombra",
                "ar": "الخريطة المشتركة للظل",
                "ru": "Общая карта тени",
                "zh-hans": "共享遮阴地图",
            },
            source_link="https://shade.confluent.example/map",
            as_of=date(2026, 10, 31),
        ),
        KeyFigure(
            value={"en": "31%", "fr": "31 %", "es": "31 %", "ar": "31%", "ru": "31 %", "zh-hans": "31%"},
            label={
                "en": "of stops had any shade at midday in the hottest month",
                "fr": "des arrêts offraient un peu d’ombre à midi pendant le mois le plus chaud",
                "es": "de las paradas tenía algo de sombra a mediodía en el mes más caluroso",
                "ar": "من المواقف فيها شيء من الظل ظهرًا في أشدّ الشهور حرًّا",
                "ru": "остановок имели хоть какую-то тень в полдень самого жаркого месяца",
                "zh-hans": "的车站在最热月份的正午有遮阴",
            },
            source={
                "en": "Joint Office for Urban Heat",
                "fr": "Bureau commun de la chaleur urbaine",
                "es": "Oficina Conjunta para el Calor Urbano",
                "ar": "المكتب المشترك لحرّ المدن",
                "ru": "Объединённое бюро по городской жаре",
                "zh-hans": "城市高温联合办公室",
            },
            as_of=date(2026, 11, 19),
        ),
        KeyFigure(
            value={"en": "28 °C", "fr": "28 °C", "es": "28 °C", "ar": "28 °C", "ru": "28 °C", "zh-hans": "28 °C"},
            label={
                "en": "cooler: a bench under a canopy than a bench in the sun",
                "fr": "de moins sur un banc abrité que sur un banc au soleil",
                "es": "menos en un banco bajo marquesina que en un banco al sol",
                "ar": "فارق الحرارة بين مقعد تحت مظلّة ومقعد تحت الشمس",
                "ru": "разница между скамьёй под навесом и скамьёй на солнце",
                "zh-hans": "顶棚下的长椅与日照下的长椅之间的温差",
            },
            source={
                "en": "Kivuko Road, at noon",
                "fr": "Route de Kivuko, à midi",
                "es": "Carretera de Kivuko, a mediodía",
                "ar": "طريق كيفوكو ظهرًا",
                "ru": "Кивуко-роуд, полдень",
                "zh-hans": "基武科路，正午",
            },
            as_of=date(2026, 2, 12),
        ),
    ),
    messages=SHADE_MESSAGES,
    partners=SHADE_PARTNERS,
    share_texts=SHADE_SHARED,
    pictures=("map-of-stops", "bench-temperatures"),
    pinned=("twenty-six-cities-will-count-shade", "begin-at-the-bus-stop"),
)

LAST_FERRY_HOME = Campaign(
    slug="last-ferry-home",
    hashtag="LastFerryHome",
    since=date(2024, 9, 17),
    introduction={
        "en": "Night transport for the people who keep a city running while it sleeps. Eleven delta cities are fitting the last boat to the last shift, and publish every connection that was missed.",
        "fr": "Des transports de nuit pour ceux qui font tourner la ville pendant qu’elle dort. Onze villes de delta accordent le dernier bac à la dernière relève, et publient chaque correspondance manquée.",
        "es": "Transporte nocturno para quienes hacen funcionar la ciudad mientras duerme. Once ciudades de delta ajustan el último barco al último turno y publican cada enlace perdido.",
        "ar": "نقل ليلي لمن يُبقون المدينة عاملة وهي نائمة. تُوفّق إحدى عشرة مدينة دلتا بين آخر عبّارة وآخر نوبة عمل، وتنشر كل رحلة ربط فاتت ركّابها.",
        "ru": "Ночной транспорт для тех, благодаря кому город работает, пока спит. Одиннадцать городов в дельтах согласуют последний паром с последней сменой и публикуют каждую несостоявшуюся пересадку.",
        "zh-hans": "让那些在城市入睡后维持其运转的人有车船可乘。十一座三角洲城市正使末班渡轮与末班工时衔接，并公布每一次错过的换乘。",
    },
    figures=(
        KeyFigure(
            value={"en": "11", "fr": "11", "es": "11", "ar": "11", "ru": "11", "zh-hans": "11"},
            label={
                "en": "delta cities that took part from the first night",
                "fr": "villes de delta présentes dès la première nuit",
                "es": "ciudades de delta que participan desde la primera noche",
                "ar": "مدينة دلتا تشارك منذ الليلة الأولى",
                "ru": "городов в дельтах участвуют с первой ночи",
                "zh-hans": "座三角洲城市自第一夜起参与",
            },
        ),
        KeyFigure(
            value={"en": "9", "fr": "9", "es": "9", "ar": "9", "ru": "9", "zh-hans": "9"},
            label={
                "en": "of them in which a night bus now waits for the last ferry",
                "fr": "d’entre elles où un autobus de nuit attend désormais le dernier bac",
                "es": "de ellas en las que un autobús nocturno espera ya al último transbordador",
                "ar": "مدن منها تنتظر فيها اليوم حافلة ليلية آخر عبّارة",
                "ru": "из них, где ночной автобус теперь дожидается последнего парома",
                "zh-hans": "座城市的夜班公交如今等候末班渡轮",
            },
        ),
        KeyFigure(
            value={
                "en": "41 minutes",
                "fr": "41 minutes",
                "es": "41 minutos",
                "ar": "41 دقيقة",
                "ru": "41 минута",
                "zh-hans": "41分钟",
            },
            label={
                "en": "saved on the way home by those who take both, on a usual night",
                "fr": "gagnées sur le chemin du retour par ceux qui prennent les deux, une nuit ordinaire",
                "es": "que ahorran en el camino a casa quienes toman los dos, en una noche corriente",
                "ar": "يوفّرها في طريق العودة من يستقلّ الاثنتين في ليلة عادية",
                "ru": "экономии на пути домой в обычную ночь для тех, кто пользуется обоими",
                "zh-hans": "换乘者在平常夜晚回家路上节省的时间",
            },
        ),
    ),
)

TELL_THE_RIVER = Campaign(
    slug="tell-the-river",
    hashtag="TellTheRiver",
    since=date(2024, 2, 20),
    introduction={
        "en": "Flood warnings that travel downstream faster than the water. Forty-four cities ask that whoever reads a gauge or opens a dam tells the next city within the hour.",
        "fr": "Des alertes de crue qui descendent la rivière plus vite que l’eau. Quarante-quatre villes demandent que quiconque lit une échelle ou ouvre un barrage prévienne la ville suivante dans l’heure.",
        "es": "Avisos de crecida que bajan por el río más deprisa que el agua. Cuarenta y cuatro ciudades piden que quien lea una escala o abra una presa avise a la ciudad siguiente en menos de una hora.",
        "ar": "إنذارات فيضان تسبق الماء إلى أسفل النهر. تطلب أربع وأربعون مدينة ممن يقرأ مقياسًا أو يفتح سدًّا أن يُبلغ المدينة التالية خلال ساعة.",
        "ru": "Предупреждения о паводке, которые идут вниз по течению быстрее воды. Сорок четыре города просят, чтобы каждый, кто снимает показания водомерного поста или открывает плотину, в течение часа сообщал об этом следующему городу.",
        "zh-hans": "让洪水预警比洪水先到下游。四十四座城市要求：无论谁读取水位或开启水坝，都应在一小时内告知下一座城市。",
    },
    figures=(
        KeyFigure(
            value={"en": "44", "fr": "44", "es": "44", "ar": "44", "ru": "44", "zh-hans": "44"},
            label={
                "en": "cities whose mayors signed the first letter",
                "fr": "villes dont les maires ont signé la première lettre",
                "es": "ciudades cuyos alcaldes y alcaldesas firmaron la primera carta",
                "ar": "مدينة وقّع رؤساء بلدياتها الرسالة الأولى",
                "ru": "города, мэры которых подписали первое письмо",
                "zh-hans": "座城市的市长签署了第一封公开信",
            },
        ),
        KeyFigure(
            value={
                "en": "11 hours",
                "fr": "11 heures",
                "es": "11 horas",
                "ar": "11 ساعة",
                "ru": "11 часов",
                "zh-hans": "11小时",
            },
            label={
                "en": "between the first gauge and the first telephone call before the flood in Lindmouth",
                "fr": "entre le premier relevé et le premier appel téléphonique avant la crue de Lindmouth",
                "es": "entre la primera lectura y la primera llamada telefónica antes de la inundación de Lindmouth",
                "ar": "بين أول قياس وأول اتصال هاتفي قبل فيضان ليندماوث",
                "ru": "между первым показанием и первым телефонным звонком перед наводнением в Линдмуте",
                "zh-hans": "林德茅斯洪水前从首次测得水位到首次电话通报的间隔",
            },
        ),
        KeyFigure(
            value={"en": "144", "fr": "144", "es": "144", "ar": "144", "ru": "144", "zh-hans": "144"},
            label={
                "en": "confirmed signatories of the open letter, in twenty countries",
                "fr": "signataires confirmés de la lettre ouverte, dans vingt pays",
                "es": "firmantes confirmados de la carta abierta, en veinte países",
                "ar": "توقيعًا مؤكّدًا على الرسالة المفتوحة في عشرين بلدًا",
                "ru": "подтверждённые подписи под открытым письмом в двадцати странах",
                "zh-hans": "位已确认的公开信署名者，来自二十个国家",
            },
        ),
    ),
)

CAMPAIGNS: tuple[Campaign, ...] = (SHADE_IS_PUBLIC, LAST_FERRY_HOME, TELL_THE_RIVER)
