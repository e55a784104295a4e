"""The mayors and the officers of the Assembly; those who work with them stand in `staff`.

Roles have names of their own because quotes state them.
"""

from datetime import date

from newsroom.demo.content.shapes import Person, Role
from newsroom.demo.content.staff import STAFF

MAYOR_OF_MITO_MIWILI = Role(
    titles={
        "en": "Mayor of Mito Miwili",
        "fr": "maire de Mito Miwili",
        "es": "alcaldesa de Mito Miwili",
        "ar": "رئيسة بلدية ميتو ميويلي",
        "ru": "мэр Мито-Мивили",
        "zh-hans": "米托米维利市市长",
    },
    organisation="city-of-mito-miwili",
    since=date(2022, 9, 1),
)

COUNCILLOR_FOR_FERRIES = Role(
    titles={
        "en": "Councillor for Ferries and Roads, Mito Miwili",
        "fr": "conseillère chargée des bacs et des routes, Mito Miwili",
        "es": "concejala de Transbordadores y Vías, Mito Miwili",
        "ar": "عضوة المجلس البلدي لشؤون العبّارات والطرق، ميتو ميويلي",
        "ru": "член городского совета по вопросам паромов и дорог, Мито-Мивили",
        "zh-hans": "米托米维利市分管渡轮与道路的市议员",
    },
    organisation="city-of-mito-miwili",
    since=date(2017, 8, 15),
    until=date(2022, 8, 31),
)

WAIRIMU_TENDEKA = Person(
    slug="wairimu-tendeka",
    names={
        "en": "Wairimu Tendeka",
        "fr": "Wairimu Tendeka",
        "es": "Wairimu Tendeka",
        "ar": "وايريمو تنديكا",
        "ru": "Вайриму Тендека",
        "zh-hans": "瓦伊里穆·滕德卡",
    },
    roles=(MAYOR_OF_MITO_MIWILI, COUNCILLOR_FOR_FERRIES),
    biography={
        "en": "Former ferry inspector who still holds a river master’s licence.",
        "fr": "Ancienne inspectrice des bacs, elle détient toujours son brevet de patronne fluviale.",
        "es": "Antigua inspectora de transbordadores, conserva su título de patrona de río.",
        "ar": "مفتشة عبّارات سابقة، ما زالت تحمل رخصة ربّانة نهرية.",
        "ru": "Бывший инспектор паромов; до сих пор имеет удостоверение капитана речного судна.",
        "zh-hans": "曾任渡轮检查员，至今持有内河船长执照。",
    },
)

VICE_CHAIR = Role(
    titles={
        "en": "Vice-chair, Assembly of Confluent Cities",
        "fr": "vice-présidente de l’Assemblée des villes confluentes",
        "es": "vicepresidenta de la Asamblea de Ciudades Confluentes",
        "ar": "نائبة رئيس مجلس مدن ملتقى الأنهار",
        "ru": "заместитель председателя Ассамблеи городов у слияния рек",
        "zh-hans": "汇流城市联合会副主席",
    },
    organisation="assembly-of-confluent-cities",
    since=date(2025, 10, 12),
)

MAYOR_OF_TELL_SIRRA = Role(
    titles={
        "en": "Mayor of Tell Sirra",
        "fr": "maire de Tell Sirra",
        "es": "alcaldesa de Tell Sirra",
        "ar": "رئيسة بلدية تل سيرة",
        "ru": "мэр Телль-Сирры",
        "zh-hans": "泰勒西拉市市长",
    },
    organisation="city-of-tell-sirra",
    since=date(2022, 6, 1),
)

DEPUTY_MAYOR_FOR_WATER = Role(
    titles={
        "en": "Deputy Mayor for Water, Tell Sirra",
        "fr": "maire adjointe chargée de l’eau, Tell Sirra",
        "es": "vicealcaldesa del Agua, Tell Sirra",
        "ar": "نائبة رئيس البلدية لشؤون المياه، تل سيرة",
        "ru": "заместитель мэра по водному хозяйству, Телль-Сирра",
        "zh-hans": "泰勒西拉市分管水务副市长",
    },
    organisation="city-of-tell-sirra",
    since=date(2017, 6, 1),
    until=date(2022, 5, 31),
)

NAIMA_BELHADRI = Person(
    slug="naima-belhadri",
    names={
        "en": "Naima Belhadri",
        "fr": "Naima Belhadri",
        "es": "Naima Belhadri",
        "ar": "نعيمة بلحضري",
        "ru": "Наима Бельхадри",
        "zh-hans": "纳伊玛·贝勒哈德里",
    },
    roles=(VICE_CHAIR, MAYOR_OF_TELL_SIRRA, DEPUTY_MAYOR_FOR_WATER),
    biography={
        "en": "Hydrologist, who taught in secondary schools for eleven years before she stood for office.",
        "fr": "Hydrologue, elle a enseigné onze ans au lycée avant de se présenter aux élections.",
        "es": "Hidróloga, enseñó once años en institutos de secundaria antes de presentarse a unas elecciones.",
        "ar": "عالمة مياه، درّست في المدارس الثانوية إحدى عشرة سنة قبل أن تترشّح.",
        "ru": "Гидролог; до избрания одиннадцать лет преподавала в средней школе.",
        "zh-hans": "水文学家，参选前在中学任教十一年。",
    },
)

DEPUTY_MAYOR_OF_QINGHUI = Role(
    titles={
        "en": "Deputy Mayor of Qinghui",
        "fr": "maire adjointe de Qinghui",
        "es": "vicealcaldesa de Qinghui",
        "ar": "نائبة رئيس بلدية تشينغهوي",
        "ru": "заместитель мэра Цинхуэя",
        "zh-hans": "清汇市副市长",
    },
    organisation="city-of-qinghui",
    since=date(2025, 3, 1),
)

DIRECTOR_OF_PARKS = Role(
    titles={
        "en": "Director of Parks and Gardens, Qinghui",
        "fr": "directrice des parcs et jardins, Qinghui",
        "es": "directora de Parques y Jardines, Qinghui",
        "ar": "مديرة الحدائق والمتنزهات، تشينغهوي",
        "ru": "директор управления парков и садов, Цинхуэй",
        "zh-hans": "清汇市园林局局长",
    },
    organisation="city-of-qinghui",
    since=date(2019, 4, 1),
    until=date(2025, 2, 28),
)

SHEN_YULAN = Person(
    slug="shen-yulan",
    names={
        "en": "Shen Yulan",
        "fr": "Shen Yulan",
        "es": "Shen Yulan",
        "ar": "شين يولان",
        "ru": "Шэнь Юйлань",
        "zh-hans": "沈玉岚",
    },
    roles=(DEPUTY_MAYOR_OF_QINGHUI, DIRECTOR_OF_PARKS),
    biography={
        "en": "Forester by training, responsible for the nursery of Qinghui since 2019.",
        "fr": "Forestière de formation, elle a la charge de la pépinière de Qinghui depuis 2019.",
        "es": "Ingeniera forestal, tiene a su cargo el vivero de Qinghui desde 2019.",
        "ar": "مهندسة غابات، تتولى مسؤولية مشتل تشينغهوي منذ عام 2019.",
        "ru": "Лесовод по образованию, с 2019 года отвечает за питомник Цинхуэя.",
        "zh-hans": "林学出身，2019年起负责清汇市苗圃。",
    },
)

MAYOR_OF_RIBERA_DOBLE = Role(
    titles={
        "en": "Mayor of Ribera Doble",
        "fr": "maire de Ribera Doble",
        "es": "alcalde de Ribera Doble",
        "ar": "رئيس بلدية ريبيرا دوبلي",
        "ru": "мэр Рибера-Добле",
        "zh-hans": "里韦拉多夫莱市市长",
    },
    organisation="city-of-ribera-doble",
    since=date(2024, 1, 1),
)

TOMAS_ARREBOL = Person(
    slug="tomas-arrebol",
    names={
        "en": "Tomás Arrebol",
        "fr": "Tomás Arrebol",
        "es": "Tomás Arrebol",
        "ar": "توماس أرّيبول",
        "ru": "Томас Арреболь",
        "zh-hans": "托马斯·阿雷博尔",
    },
    roles=(MAYOR_OF_RIBERA_DOBLE,),
    biography={
        "en": "Gardener and former head of the city’s tree school, in his first term.",
        "fr": "Jardinier, il dirigeait l’école d’arboriculture de la ville et accomplit son premier mandat.",
        "es": "Jardinero y antiguo director de la escuela de arboricultura de la ciudad, cumple su primer mandato.",
        "ar": "بستاني ومدير سابق لمدرسة الأشجار في المدينة، في ولايته الأولى.",
        "ru": "Садовник, бывший директор городской школы древоводства; занимает должность первый срок.",
        "zh-hans": "园艺师出身，曾任该市树木学校校长，现为首个任期。",
    },
)

SECRETARY_GENERAL = Role(
    titles={
        "en": "Secretary-General, Assembly of Confluent Cities",
        "fr": "secrétaire générale de l’Assemblée des villes confluentes",
        "es": "secretaria general de la Asamblea de Ciudades Confluentes",
        "ar": "الأمينة العامة لمجلس مدن ملتقى الأنهار",
        "ru": "генеральный секретарь Ассамблеи городов у слияния рек",
        "zh-hans": "汇流城市联合会秘书长",
    },
    organisation="assembly-of-confluent-cities",
    since=date(2023, 3, 1),
)

ILSE_VANDERMOOR = Person(
    slug="ilse-vandermoor",
    names={
        "en": "Ilse Vandermoor",
        "fr": "Ilse Vandermoor",
        "es": "Ilse Vandermoor",
        "ar": "إلسه فاندرمور",
        "ru": "Илсе Вандермор",
        "zh-hans": "伊尔瑟·范德莫尔",
    },
    roles=(SECRETARY_GENERAL,),
    biography={
        "en": "Harbour engineer and negotiator of three river treaties, the third of which was signed.",
        "fr": "Ingénieure portuaire, elle a négocié trois traités fluviaux, dont le troisième fut signé.",
        "es": "Ingeniera portuaria, negoció tres tratados fluviales, de los cuales se firmó el tercero.",
        "ar": "مهندسة موانئ تفاوضت على ثلاث معاهدات نهرية، وُقّعت الثالثة منها.",
        "ru": "Инженер портовых сооружений; вела переговоры о трёх речных договорах, третий из которых был подписан.",
        "zh-hans": "港口工程师，曾参与三项河流条约的谈判，其中第三项得以签署。",
    },
)

PRESIDENT_OF_THE_FEDERATION = Role(
    titles={
        "en": "President, Two Basins Transit Federation",
        "fr": "président de la Fédération des transports des deux bassins",
        "es": "presidente de la Federación de Transporte de las Dos Cuencas",
        "ar": "رئيس اتحاد النقل في الحوضين",
        "ru": "президент Федерации транспорта двух бассейнов",
        "zh-hans": "两流域交通联合会主席",
    },
    organisation="two-basins-transit-federation",
    since=date(2023, 6, 1),
)

KWABENA_ASIEDU_PARK = Person(
    slug="kwabena-asiedu-park",
    names={
        "en": "Kwabena Asiedu-Park",
        "fr": "Kwabena Asiedu-Park",
        "es": "Kwabena Asiedu-Park",
        "ar": "كوابينا أسيدو-بارك",
        "ru": "Квабена Асиеду-Парк",
        "zh-hans": "夸贝纳·阿谢杜-帕克",
    },
    roles=(PRESIDENT_OF_THE_FEDERATION,),
    biography={
        "en": "Drove night trams for nine years and now negotiates their timetables.",
        "fr": "Conducteur de tramways de nuit pendant neuf ans, il en négocie aujourd’hui les horaires.",
        "es": "Condujo tranvías nocturnos durante nueve años y ahora negocia sus horarios.",
        "ar": "قاد ترام الليل تسع سنوات، وهو اليوم يتفاوض على مواعيده.",
        "ru": "Девять лет водил ночные трамваи, а теперь договаривается об их расписании.",
        "zh-hans": "驾驶夜班电车九年，如今负责磋商其时刻表。",
    },
)

PEOPLE: tuple[Person, ...] = (
    WAIRIMU_TENDEKA,
    NAIMA_BELHADRI,
    SHEN_YULAN,
    TOMAS_ARREBOL,
    ILSE_VANDERMOOR,
    KWABENA_ASIEDU_PARK,
    *STAFF,
)
