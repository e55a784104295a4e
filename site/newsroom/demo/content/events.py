"""The events of the demonstration: a meeting with its side events, a consultation, a series, one cancelled, one moved.

Days are counted from the day on which the demonstration is loaded, so that there is always something to come.
"""

from newsroom.demo.content.meeting import MEETING, TREES_THAT_DIED, WORKING_IN_THE_SUN, Event

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
