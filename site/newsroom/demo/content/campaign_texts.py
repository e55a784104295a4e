"""What the campaign for shade gives others to say: messages, partners, texts for networks."""

from newsroom.demo.content.shapes import ShareText, Words

SHADE_MESSAGES: tuple[Words, ...] = (
    {
        "en": "Shade is not decoration. It is what makes a pavement usable at noon, as a lamp does at night.",
        "fr": "L’ombre n’est pas un décor. Elle rend un trottoir praticable à midi, comme un réverbère la nuit.",
        "es": "La sombra no es un adorno. Es lo que hace transitable una acera a mediodía, como una farola de noche.",
        "ar": "الظل ليس زينة، بل هو ما يجعل الرصيف صالحًا للاستخدام ظهرًا كما يجعله المصباح ليلًا.",
        "ru": "Тень — не украшение. Днём она делает тротуар пригодным для людей так же, как фонарь ночью.",
        "zh-hans": "遮阴不是装饰。它让人行道在正午可以行走，正如路灯在夜里那样。",
    },
    {
        "en": "Count where people wait, not where trees are.",
        "fr": "Comptez là où les gens attendent, pas là où sont les arbres.",
        "es": "Cuenten donde la gente espera, no donde están los árboles.",
        "ar": "ليكن العدّ حيث ينتظر الناس، لا حيث توجد الأشجار.",
        "ru": "Считать нужно там, где люди ждут, а не там, где стоят деревья.",
        "zh-hans": "应在人们等候的地方统计，而不是在有树的地方。",
    },
    {
        "en": "Whoever plants also pays for the watering, in the same vote.",
        "fr": "Qui plante paie aussi l’arrosage, dans le même vote.",
        "es": "Quien planta paga también el riego, en la misma votación.",
        "ar": "من يغرس يدفع ثمن السقي أيضًا، وفي التصويت نفسه.",
        "ru": "Кто сажает, тот платит и за полив — тем же голосованием.",
        "zh-hans": "谁种树，谁就在同一次表决中为浇水买单。",
    },
)

SHADE_PARTNERS: tuple[tuple[str, Words], ...] = (
    (
        "assembly-of-confluent-cities",
        {
            "en": "leads",
            "fr": "pilote",
            "es": "dirige",
            "ar": "يقود الحملة",
            "ru": "руководит",
            "zh-hans": "牵头",
        },
    ),
    (
        "joint-office-for-urban-heat",
        {
            "en": "method and figures",
            "fr": "méthode et chiffres",
            "es": "método y cifras",
            "ar": "المنهج والأرقام",
            "ru": "методика и цифры",
            "zh-hans": "方法与数据",
        },
    ),
    (
        "two-basins-transit-federation",
        {
            "en": "stops and drivers",
            "fr": "arrêts et conducteurs",
            "es": "paradas y conductores",
            "ar": "المواقف والسائقون",
            "ru": "остановки и водители",
            "zh-hans": "车站与司机",
        },
    ),
    (
        "market-traders-union-of-ribera-doble",
        {
            "en": "markets",
            "fr": "marchés",
            "es": "mercados",
            "ar": "الأسواق",
            "ru": "рынки",
            "zh-hans": "集市",
        },
    ),
)

SHADE_SHARED: tuple[ShareText, ...] = (
    ShareText(
        network="mastodon",
        text={
            "en": "We light a street so that people can use it at night. We shade it so that they can use it at noon. Twenty-six cities now count shade as a public service. https://news.confluent.example/shade #ShadeIsPublic",
            "fr": "On éclaire une rue pour qu’elle serve la nuit. On l’ombrage pour qu’elle serve à midi. Vingt-six villes comptent désormais l’ombre comme un service public. https://news.confluent.example/shade #ShadeIsPublic",
            "es": "Alumbramos una calle para que se use de noche. Le damos sombra para que se use a mediodía. Veintiséis ciudades cuentan ya la sombra como servicio público. https://news.confluent.example/shade #ShadeIsPublic",
            "ar": "نُنير الشارع كي يستخدمه الناس ليلًا، ونُظلّله كي يستخدموه ظهرًا. ستّ وعشرون مدينة تعدّ الظلّ اليوم خدمة عامة. https://news.confluent.example/shade #ShadeIsPublic",
            "ru": "Улицу освещают, чтобы ею можно было пользоваться ночью. Её затеняют, чтобы ею можно было пользоваться в полдень. Двадцать шесть городов считают тень общественной услугой. https://news.confluent.example/shade #ShadeIsPublic",
            "zh-hans": "点亮街道，人们夜里才能使用；遮蔽街道，人们正午才能使用。二十六座城市现已将遮阴视为公共服务。https://news.confluent.example/shade #ShadeIsPublic",
        },
    ),
    ShareText(
        network="bluesky",
        text={
            "en": "Where do you wait in the sun? A shared map of 18,400 places says where shade is missing. #ShadeIsPublic",
            "fr": "Où attendez-vous au soleil ? Une carte partagée de 18 400 lieux montre où l’ombre manque. #ShadeIsPublic",
            "es": "¿Dónde espera usted al sol? Un mapa compartido de 18.400 lugares dice dónde falta sombra. #ShadeIsPublic",
            "ar": "أين تنتظر تحت الشمس؟ خريطة مشتركة لنحو 18,400 موقع تقول أين ينقص الظل. #ShadeIsPublic",
            "ru": "Где вы ждёте на солнце? Общая карта из 18 400 мест показывает, где не хватает тени. #ShadeIsPublic",
            "zh-hans": "您在哪里顶着太阳等候？一张标有18 400处地点的共享地图会告诉您哪里缺少遮阴。#ShadeIsPublic",
        },
    ),
)
