"""The events of the demonstration: a meeting with its side events, a consultation, a series, one cancelled, one moved.

Days are counted from the day on which the demonstration is loaded, so that there is always something to come.
"""

from typing import Any

TITLE = {
    "en": "Events",
    "fr": "Événements",
    "es": "Actos",
    "ar": "الفعاليات",
    "ru": "Мероприятия",
    "zh-hans": "活动",
}
INTRODUCTION = {
    "en": "What one can attend, at its place and online, with every change of date in the open.",
    "fr": "Ce à quoi l’on peut assister, sur place et en ligne, chaque changement de date étant signalé.",
    "es": "A qué se puede asistir, en persona y en línea, con cada cambio de fecha a la vista.",
    "ar": "ما يمكن حضوره، في مكانه وعبر الإنترنت، مع إعلان كل تغيير في المواعيد.",
    "ru": "Что можно посетить, на месте и онлайн; о каждом переносе сообщается открыто.",
    "zh-hans": "可以到场或在线参加的活动，每次改期均予公开。",
}

Event = dict[str, Any]

PLAZA_HALL = {
    "en": "Plaza Hall",
    "fr": "Palais de la Place",
    "es": "Palacio de la Plaza",
    "ar": "قاعة الساحة",
    "zh-hans": "广场会堂",
}
ROOM_2 = {"en": "Room 2", "fr": "Salle 2", "es": "Sala 2", "ar": "القاعة 2", "zh-hans": "2号厅"}
ROOM_3 = {"en": "Room 3", "fr": "Salle 3", "es": "Sala 3", "ar": "القاعة 3", "zh-hans": "3号厅"}
MEETING: Event = {
    "slug": "heat-shade-and-the-right-to-wait",
    "kind": "meeting",
    "day": 12,
    "days": 2,
    "from": "09:00",
    "until": "17:15",
    "zone": "America/Bogota",
    "attendance": "both",
    "venue": PLAZA_HALL,
    "place": {"en": "Ribera Doble", "ar": "ريبيرا دوبلي", "zh-hans": "双岸城"},
    "organisers": ["assembly-of-confluent-cities"],
    "partners": ["joint-office-for-urban-heat", "two-basins-transit-federation"],
    "contact": "ribera-doble",
    "hashtags": ["ShadeIsPublic"],
    "registration": "https://register.confluent.example/heat",
    "title": {
        "en": "Heat, shade and the right to wait",
        "fr": "Chaleur, ombre et droit d’attendre",
        "es": "Calor, sombra y derecho a esperar",
        "ar": "الحر والظل والحق في الانتظار",
        "zh-hans": "炎热、遮阴与候车的权利",
    },
    "summary": {
        "en": "Fourteen cities of the western basin, with the people who ride and drive, decide how shade is counted at 6,200 stops.",
        "fr": "Quatorze villes du bassin occidental, avec celles et ceux qui voyagent et conduisent, décident comment compter l’ombre à 6 200 arrêts.",
        "es": "Catorce ciudades de la cuenca occidental, con quienes viajan y conducen, deciden cómo se cuenta la sombra en 6.200 paradas.",
        "ar": "أربع عشرة مدينة في الحوض الغربي، مع الركاب والسائقين، تقرر كيف يُحصى الظل في 6200 موقف.",
        "zh-hans": "西部流域十四座城市与乘客、司机一道，决定如何清点六千二百处车站的遮阴。",
    },
    "sessions": [
        {
            "id": "opening",
            "starts": "09:00",
            "minutes": 30,
            "room": PLAZA_HALL,
            "title": {"en": "Opening", "fr": "Ouverture", "es": "Apertura", "ar": "الافتتاح", "zh-hans": "开幕"},
            "speakers": [{"person": "tomas-arrebol"}],
        },
        {
            "id": "count",
            "minutes": 90,
            "room": PLAZA_HALL,
            "title": {
                "en": "How shade is counted",
                "fr": "Comment on compte l’ombre",
                "es": "Cómo se cuenta la sombra",
                "ar": "كيف يُحصى الظل",
                "zh-hans": "如何清点遮阴",
            },
            "speakers": [{"organisation": "joint-office-for-urban-heat"}],
        },
        {
            "id": "break",
            "minutes": 30,
            "title": {"en": "Break", "fr": "Pause", "es": "Pausa", "ar": "استراحة", "zh-hans": "休息"},
        },
        {
            "id": "groups",
            "starts": "14:30",
            "minutes": 90,
            "title": {
                "en": "Working groups",
                "fr": "Groupes de travail",
                "es": "Grupos de trabajo",
                "ar": "مجموعات العمل",
                "zh-hans": "分组讨论",
            },
            "rooms": (
                {
                    "room": PLAZA_HALL,
                    "title": {"en": "Stops", "fr": "Arrêts", "es": "Paradas", "ar": "المواقف", "zh-hans": "车站"},
                },
                {
                    "room": ROOM_2,
                    "title": {"en": "Schools", "fr": "Écoles", "es": "Escuelas", "ar": "المدارس", "zh-hans": "学校"},
                },
                {
                    "room": ROOM_3,
                    "title": {"en": "Markets", "fr": "Marchés", "es": "Mercados", "ar": "الأسواق", "zh-hans": "集市"},
                },
            ),
        },
        {
            "id": "heard",
            "starts": "16:30",
            "minutes": 45,
            "room": PLAZA_HALL,
            "title": {
                "en": "What the groups heard",
                "fr": "Ce que les groupes ont entendu",
                "es": "Lo que oyeron los grupos",
                "ar": "ما سمعته المجموعات",
                "zh-hans": "各组所闻",
            },
            "speakers": [{"person": "wairimu-tendeka"}],
        },
        {
            "id": "price",
            "day": 1,
            "starts": "09:00",
            "minutes": 60,
            "room": PLAZA_HALL,
            "title": {
                "en": "What a metre of shade costs, and for how long",
                "fr": "Ce que coûte un mètre d’ombre, et pour combien de temps",
                "es": "Cuánto cuesta un metro de sombra, y por cuánto tiempo",
                "ar": "كم يكلف متر من الظل، ولأي مدة",
                "zh-hans": "一米遮阴的花费与寿命",
            },
            "speakers": [{"organisation": "joint-office-for-urban-heat"}],
        },
        {
            "id": "press",
            "starts": "09:30",
            "minutes": 120,
            "room": ROOM_3,
            "title": {
                "en": "Press room: the mayors one by one",
                "fr": "Salle de presse : les maires un par un",
                "es": "Sala de prensa: los alcaldes, uno a uno",
                "ar": "قاعة الصحافة: رؤساء البلديات واحدًا واحدًا",
                "zh-hans": "新闻厅：市长逐一接受采访",
            },
        },
        {
            "id": "decision",
            "starts": "10:15",
            "minutes": 105,
            "room": PLAZA_HALL,
            "title": {
                "en": "What the cities decide",
                "fr": "Ce que décident les villes",
                "es": "Lo que deciden las ciudades",
                "ar": "ما تقرره المدن",
                "zh-hans": "各城市的决定",
            },
        },
    ],
}
WORKING_IN_THE_SUN: Event = {
    "parent": "heat-shade-and-the-right-to-wait",
    "slug": "working-in-the-sun",
    "kind": "side-event",
    "day": 12,
    "from": "18:00",
    "until": "19:30",
    "zone": "America/Bogota",
    "attendance": "both",
    "venue": {"en": "Customs House, Room 4", "ar": "مبنى الجمارك، القاعة 4", "zh-hans": "海关大楼4号厅"},
    "place": {"en": "Ribera Doble", "ar": "ريبيرا دوبلي", "zh-hans": "双岸城"},
    "webcast": "https://live.confluent.example/021",
    "capacity": (30, 100),
    "organisers": ["joint-office-for-urban-heat"],
    "partners": ["two-basins-transit-federation", "market-traders-union-of-ribera-doble"],
    "contact": "ribera-doble",
    "hashtags": ["ShadeIsPublic"],
    "registration": "https://register.confluent.example/021",
    "registration_day": 10,
    "languages": "es, en",
    "title": {
        "en": "Working in the sun: what a city owes to those who sell, ride and sweep",
        "ar": "العمل تحت الشمس: ما تدين به المدينة لمن يبيعون ويقودون ويكنسون",
        "zh-hans": "烈日下的劳作：城市对摆摊、骑行和清扫者负有什么责任",
    },
    "summary": {
        "en": "Three mayors answer to street traders, riders and sweepers, in a ring of five chairs of which one stays empty.",
        "ar": "ثلاثة رؤساء بلديات يجيبون باعة الشوارع والسائقين وعمال النظافة، في حلقة من خمسة كراسٍ يبقى أحدها شاغراً.",
        "zh-hans": "三位市长在五把椅子围成的圈里回答街头商贩、骑手和清洁工的提问，其中一把始终空着。",
    },
    "themes": {
        "en": ["Heat at work", "A fair share of public space"],
        "ar": ["الحر في العمل", "حصة عادلة من الفضاء العام"],
        "zh-hans": ["工作中的酷热", "公平分享公共空间"],
    },
    "format": {"en": "Roundtable in two rings", "ar": "مائدة مستديرة في حلقتين", "zh-hans": "双圈圆桌会议"},
    "sessions": [
        {
            "id": "opening",
            "starts": "18:00",
            "minutes": 15,
            "title": {"en": "Opening", "ar": "الافتتاح", "zh-hans": "开幕"},
            "speakers": [
                {"organisation": "joint-office-for-urban-heat", "minutes": 5},
                {"person": "kwabena-asiedu-park", "minutes": 5},
            ],
        },
        {
            "id": "film",
            "minutes": 5,
            "title": {
                "en": "Film: nine markets, one summer",
                "ar": "فيلم: تسعة أسواق وصيف واحد",
                "zh-hans": "短片：九个集市，一个夏天",
            },
        },
        {
            "id": "asked",
            "minutes": 30,
            "title": {"en": "What is asked of a city", "ar": "ما يُطلب من المدينة", "zh-hans": "对城市的要求"},
            "speakers": [
                {
                    "name": {
                        "en": "Three mayors of interested cities",
                        "ar": "ثلاثة رؤساء بلديات من المدن المهتمة",
                        "zh-hans": "三位有意向城市的市长",
                    },
                    "minutes": 10,
                    "pending": True,
                },
                {"person": "tomas-arrebol"},
            ],
        },
        {
            "id": "work",
            "minutes": 20,
            "title": {"en": "Those who work in it", "ar": "من يعملون فيه", "zh-hans": "在其中劳作的人"},
            "speakers": [{"organisation": "market-traders-union-of-ribera-doble", "minutes": 8}],
        },
        {
            "id": "debate",
            "minutes": 20,
            "title": {
                "en": "Questions, debate, conclusions",
                "ar": "أسئلة ونقاش وخلاصات",
                "zh-hans": "提问、辩论、结论",
            },
            "speakers": [{"organisation": "joint-office-for-urban-heat", "moderates": True}],
        },
    ],
}
TREES_THAT_DIED: Event = {
    "parent": "heat-shade-and-the-right-to-wait",
    "slug": "trees-that-died",
    "kind": "side-event",
    "day": 12,
    "from": "13:00",
    "until": "14:00",
    "zone": "America/Bogota",
    "attendance": "on-site",
    "venue": ROOM_2,
    "place": {"en": "Ribera Doble", "ar": "ريبيرا دوبلي", "zh-hans": "双岸城"},
    "organisers": ["joint-office-for-urban-heat"],
    "contact": "ribera-doble",
    "hashtags": ["ShadeIsPublic"],
    "status": "cancelled",
    "note": {
        "en": "The room was flooded in the night and no other with a step-free door was free. The plenary takes up its questions on the second day.",
        "fr": "La salle a été inondée pendant la nuit et aucune autre n’était libre et accessible de plain-pied. La plénière reprendra ses questions le second jour.",
        "es": "La sala se inundó durante la noche y no quedaba libre ninguna otra sin escalones. El plenario retomará sus preguntas el segundo día.",
        "ar": "غمرت المياه القاعة ليلًا، ولم تتوفر قاعة أخرى مدخلها بلا درج. تتناول الجلسة العامة أسئلتها في اليوم الثاني.",
        "zh-hans": "会议室夜间进水，其他设有无台阶入口的房间均已占用。相关问题改由次日全体会议讨论。",
    },
    "title": {
        "en": "Trees that died: an honest hour",
        "fr": "Les arbres morts : une heure de franchise",
        "es": "Árboles que murieron: una hora de franqueza",
        "ar": "أشجار ماتت: ساعة من الصراحة",
        "zh-hans": "枯死的树：坦诚的一小时",
    },
    "summary": {
        "en": "It was to speak of shade that was planted and did not grow.",
        "fr": "Il devait y être question de l’ombre plantée qui n’a pas poussé.",
        "es": "Iba a tratar de la sombra que se plantó y no creció.",
        "ar": "كان سيتناول ظلًّا زُرع ولم ينمُ.",
        "zh-hans": "原定讨论种下却未成荫的树木。",
    },
    "sessions": [],
}
FERRIES: Event = {
    "slug": "ferries-have-no-roof",
    "kind": "roundtable",
    "day": 20,
    "moved_from": 18,
    "from": "12:30",
    "until": "14:00",
    "zone": "Africa/Nairobi",
    "label": "EAT",
    "attendance": "on-site",
    "venue": {"en": "Ferry terminal, upper deck", "es": "Terminal de transbordadores, cubierta superior"},
    "place": {"en": "Mito Miwili"},
    "organisers": ["two-basins-transit-federation"],
    "contact": "mito-miwili",
    "hashtags": ["LastFerryHome"],
    "status": "moved",
    "note": {
        "en": "The boats run late on the earlier day, and those it is about would have been at work.",
        "es": "El día anterior los barcos van con retraso y las personas de quienes trata habrían estado trabajando.",
    },
    "title": {"en": "Ferries have no roof", "es": "Los transbordadores no tienen techo"},
    "summary": {
        "en": "Four hours a day on deck: what the sun does to those who load.",
        "es": "Cuatro horas al día en cubierta: lo que el sol hace a quienes cargan.",
    },
    "sessions": [],
}
CONSULTATION: Event = {
    "slug": "common-method-for-counting-shade",
    "kind": "consultation",
    "day": 6,
    "from": "15:00",
    "until": "17:00",
    "zone": "Africa/Nairobi",
    "label": "EAT",
    "attendance": "online",
    "online": "https://meet.confluent.example/method-2",
    "place": {"en": "Mito Miwili"},
    "organisers": ["joint-office-for-urban-heat"],
    "contact": "mito-miwili",
    "hashtags": ["ShadeIsPublic"],
    "agenda": "draft",
    "title": {
        "en": "The eastern and northern rivers read the common method for counting shade",
        "fr": "Les fleuves de l’est et du nord lisent la méthode commune de comptage de l’ombre",
    },
    "summary": {
        "en": "Experts named by thirty-one cities test the draft against ferry landings, steep streets and markets that open at night.",
        "fr": "Des experts désignés par trente et une villes confrontent le projet aux embarcadères, aux rues en pente et aux marchés de nuit.",
    },
    "questions": {
        "en": ["What should be counted on a ferry landing?", "Is a north wall shade?"],
        "fr": ["Que compter sur un embarcadère ?", "Un mur au nord donne-t-il de l’ombre ?"],
    },
    "sessions": [
        {
            "id": "welcome",
            "starts": "15:00",
            "minutes": 5,
            "title": {"en": "Welcome", "fr": "Accueil"},
            "speakers": [{"person": "wairimu-tendeka"}],
        },
        {"id": "names", "starts": "15:05", "minutes": 10, "title": {"en": "Round of names", "fr": "Tour de table"}},
        {
            "id": "rooms",
            "starts": "15:15",
            "minutes": 60,
            "title": {"en": "Break-out rooms by region", "fr": "Ateliers par région"},
            "rooms": (
                {"title": {"en": "Deltas", "fr": "Deltas"}},
                {"title": {"en": "Highlands", "fr": "Hauts plateaux"}},
            ),
        },
        {
            "id": "closing",
            "starts": "16:15",
            "minutes": 45,
            "title": {"en": "What the rooms say", "fr": "Ce que disent les ateliers"},
        },
    ],
}
SERIES: Event = {
    "slug": "learning-from-each-others-summers",
    "kind": "webinar",
    "clock_change": (-12, 16),
    "zone": "Europe/Paris",
    "attendance": "online",
    "online_note": {"en": "The link comes by e-mail.", "fr": "Le lien arrive par courriel."},
    "place": {"en": "Saint-Orme"},
    "organisers": ["assembly-of-confluent-cities"],
    "contact": "saint-orme",
    "hashtags": ["ShadeIsPublic"],
    "title": {"en": "Learning from each other’s summers", "fr": "Apprendre des étés des autres"},
    "summary": {
        "en": "Three webinars at the same hour, before and after the clocks change.",
        "fr": "Trois webinaires à la même heure, avant et après le changement d’heure.",
    },
    "sessions": [],
}
WEBINARS: list[Event] = [
    {
        **SERIES,
        "parent": SERIES["slug"],
        "slug": slug,
        "clock_change": (days, days),
        "from": "10:00",
        "until": "11:30",
        "title": title,
        "summary": {},
    }
    for slug, days, title in (
        ("what-the-stops-taught", -12, {"en": "What the stops taught", "fr": "Ce que les arrêts ont appris"}),
        ("what-the-markets-taught", 2, {"en": "What the markets taught", "fr": "Ce que les marchés ont appris"}),
        ("what-the-ferries-taught", 16, {"en": "What the ferries taught", "fr": "Ce que les bacs ont appris"}),
    )
]
SUMMIT: Event = {
    "slug": "the-rivers-meet",
    "kind": "meeting",
    "day": 190,
    "days": 3,
    "from": "09:30",
    "until": "18:00",
    "zone": "Europe/Paris",
    "attendance": "both",
    "venue": {"en": "House of Bridges", "fr": "Maison des Ponts", "ar": "بيت الجسور", "zh-hans": "桥梁之家"},
    "place": {"en": "Saint-Orme", "ar": "سانت أورم", "zh-hans": "圣奥姆"},
    "organisers": ["assembly-of-confluent-cities"],
    "partners": ["joint-office-for-urban-heat"],
    "contact": "saint-orme",
    "hashtags": ["ShadeIsPublic"],
    "title": {
        "en": "The rivers meet: summit of the confluent cities",
        "fr": "Quand les fleuves se rejoignent : sommet des villes confluentes",
        "ar": "حيث تلتقي الأنهار: قمة مدن ملتقى الأنهار",
        "zh-hans": "众水相会：汇流城市峰会",
    },
    "summary": {
        "en": "Ninety-one cities read what each has learnt from the summers of the others, and vote on a common plan.",
        "fr": "Quatre-vingt-onze villes lisent ce que chacune a appris des étés des autres et votent un plan commun.",
        "ar": "إحدى وتسعون مدينة تعرض ما تعلمته كل منها من صيف غيرها، وتصوّت على خطة مشتركة.",
        "zh-hans": "九十一座城市宣读彼此度夏的心得，并表决共同计划。",
    },
    "sessions": [],
}
EVENTS = (MEETING, WORKING_IN_THE_SUN, TREES_THAT_DIED, FERRIES, CONSULTATION, SERIES, *WEBINARS, SUMMIT)
