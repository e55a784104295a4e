"""Those who measure, drive, sell and plant, and are quoted for it; their roles have names because quotes state them."""

from datetime import date

from newsroom.demo.content.shapes import Person, Role

CHIEF_HEAT_OFFICER = Role(
    titles={
        "en": "Chief Heat Officer, Lindmouth",
        "fr": "responsable de la chaleur, Lindmouth",
        "es": "responsable de calor, Lindmouth",
        "ar": "كبيرة مسؤولي الحرّ، ليندماوث",
        "ru": "главный специалист по жаре, Линдмут",
        "zh-hans": "林德茅斯市首席高温官",
    },
    organisation="city-of-lindmouth",
    since=date(2024, 9, 1),
)

HEAD_OF_FIELD_MEASUREMENT = Role(
    titles={
        "en": "Head of Field Measurement, Joint Office for Urban Heat",
        "fr": "cheffe des mesures de terrain, Bureau commun de la chaleur urbaine",
        "es": "jefa de Mediciones sobre el Terreno, Oficina Conjunta para el Calor Urbano",
        "ar": "رئيسة القياس الميداني، المكتب المشترك لحرّ المدن",
        "ru": "руководитель отдела полевых измерений, Объединённое бюро по городской жаре",
        "zh-hans": "城市高温联合办公室实地测量主管",
    },
    organisation="joint-office-for-urban-heat",
    since=date(2020, 1, 15),
    until=date(2024, 8, 31),
)

MAEVE_CORRIGAN_HOLT = Person(
    slug="maeve-corrigan-holt",
    names={
        "en": "Maeve Corrigan-Holt",
        "fr": "Maeve Corrigan-Holt",
        "es": "Maeve Corrigan-Holt",
        "ar": "ميف كوريغان-هولت",
        "ru": "Мейв Корриган-Холт",
        "zh-hans": "梅芙·科里根-霍尔特",
    },
    roles=(CHIEF_HEAT_OFFICER, HEAD_OF_FIELD_MEASUREMENT),
    biography={
        "en": "Physicist, who has measured more than four thousand benches and sat on most of them.",
        "fr": "Physicienne, elle a mesuré plus de quatre mille bancs et s’est assise sur la plupart.",
        "es": "Física, ha medido más de cuatro mil bancos y se ha sentado en casi todos.",
        "ar": "فيزيائية قاست أكثر من أربعة آلاف مقعد وجلست على معظمها.",
        "ru": "Физик; измерила более четырёх тысяч скамеек и на большинстве из них посидела.",
        "zh-hans": "物理学家，测量过四千多张长椅，大多也坐过。",
    },
)

DIRECTOR_OF_THE_HEAT_OFFICE = Role(
    titles={
        "en": "Director, Joint Office for Urban Heat",
        "fr": "directeur du Bureau commun de la chaleur urbaine",
        "es": "director de la Oficina Conjunta para el Calor Urbano",
        "ar": "مدير المكتب المشترك لحرّ المدن",
        "ru": "директор Объединённого бюро по городской жаре",
        "zh-hans": "城市高温联合办公室主任",
    },
    organisation="joint-office-for-urban-heat",
    since=date(2025, 1, 1),
)

DEPUTY_DIRECTOR_OF_THE_HEAT_OFFICE = Role(
    titles={
        "en": "Deputy Director, Joint Office for Urban Heat",
        "fr": "directeur adjoint du Bureau commun de la chaleur urbaine",
        "es": "director adjunto de la Oficina Conjunta para el Calor Urbano",
        "ar": "نائب مدير المكتب المشترك لحرّ المدن",
        "ru": "заместитель директора Объединённого бюро по городской жаре",
        "zh-hans": "城市高温联合办公室副主任",
    },
    organisation="joint-office-for-urban-heat",
    since=date(2021, 5, 1),
    until=date(2024, 12, 31),
)

RAVI_THENNAKOON = Person(
    slug="ravi-thennakoon",
    names={
        "en": "Ravi Thennakoon",
        "fr": "Ravi Thennakoon",
        "es": "Ravi Thennakoon",
        "ar": "رافي تيناكون",
        "ru": "Рави Теннакун",
        "zh-hans": "拉维·特纳孔",
    },
    roles=(DIRECTOR_OF_THE_HEAT_OFFICE, DEPUTY_DIRECTOR_OF_THE_HEAT_OFFICE),
    biography={
        "en": "Statistician, who came to heat by way of crop records.",
        "fr": "Statisticien, venu à la chaleur par les registres de récoltes.",
        "es": "Estadístico, llegó al calor por los registros de cosechas.",
        "ar": "خبير إحصاء جاء إلى الحرّ من سجلّات المحاصيل.",
        "ru": "Статистик; к изучению жары пришёл через записи об урожаях.",
        "zh-hans": "统计学家，因研究农作物收成记录而转入高温研究。",
    },
)

HEAD_OF_STREET_TREES = Role(
    titles={
        "en": "Head of Street Trees, Joint Office for Urban Heat",
        "fr": "cheffe des arbres d’alignement, Bureau commun de la chaleur urbaine",
        "es": "jefa de Arbolado Viario, Oficina Conjunta para el Calor Urbano",
        "ar": "رئيسة شؤون أشجار الشوارع، المكتب المشترك لحرّ المدن",
        "ru": "руководитель отдела уличных деревьев, Объединённое бюро по городской жаре",
        "zh-hans": "城市高温联合办公室行道树主管",
    },
    organisation="joint-office-for-urban-heat",
    since=date(2025, 9, 1),
)

GALINA_OZERSKAYA = Person(
    slug="galina-ozerskaya",
    names={
        "en": "Galina Ozerskaya",
        "fr": "Galina Ozerskaya",
        "es": "Galina Ozerskaya",
        "ar": "غالينا أوزيرسكايا",
        "ru": "Галина Озерская",
        "zh-hans": "加林娜·奥泽尔斯卡娅",
    },
    roles=(HEAD_OF_STREET_TREES,),
    biography={
        "en": "Kept the street trees of Sliyanovo for nineteen years before she joined the Joint Office.",
        "fr": "Elle a soigné dix-neuf ans les arbres des rues de Sliyanovo avant de rejoindre le Bureau commun.",
        "es": "Cuidó durante diecinueve años los árboles de las calles de Sliyanovo antes de incorporarse a la Oficina Conjunta.",
        "ar": "اعتنت تسع عشرة سنة بأشجار شوارع سليانوفو قبل أن تنضم إلى المكتب المشترك.",
        "ru": "До прихода в Объединённое бюро девятнадцать лет ухаживала за уличными деревьями Слияново.",
        "zh-hans": "加入联合办公室之前，在斯利亚诺沃照料行道树十九年。",
    },
)

PRESIDENT_OF_THE_TRADERS = Role(
    titles={
        "en": "President, Market Traders’ Union of Ribera Doble",
        "fr": "présidente du Syndicat des marchands de Ribera Doble",
        "es": "presidenta del Sindicato de Vendedores del Mercado de Ribera Doble",
        "ar": "رئيسة نقابة باعة السوق في ريبيرا دوبلي",
        "ru": "председатель профсоюза рыночных торговцев Рибера-Добле",
        "zh-hans": "里韦拉多夫莱市集市商贩工会主席",
    },
    organisation="market-traders-union-of-ribera-doble",
    since=date(2025, 2, 10),
)

TREASURER_OF_THE_TRADERS = Role(
    titles={
        "en": "Treasurer, Market Traders’ Union of Ribera Doble",
        "fr": "trésorière du Syndicat des marchands de Ribera Doble",
        "es": "tesorera del Sindicato de Vendedores del Mercado de Ribera Doble",
        "ar": "أمينة صندوق نقابة باعة السوق في ريبيرا دوبلي",
        "ru": "казначей профсоюза рыночных торговцев Рибера-Добле",
        "zh-hans": "里韦拉多夫莱市集市商贩工会司库",
    },
    organisation="market-traders-union-of-ribera-doble",
    since=date(2019, 3, 1),
    until=date(2025, 2, 9),
)

LUCIA_FONTENEGRA = Person(
    slug="lucia-fontenegra",
    names={
        "en": "Lucía Fontenegra",
        "fr": "Lucía Fontenegra",
        "es": "Lucía Fontenegra",
        "ar": "لوسيا فونتينيغرا",
        "ru": "Лусия Фонтенегра",
        "zh-hans": "露西娅·丰特内格拉",
    },
    roles=(PRESIDENT_OF_THE_TRADERS, TREASURER_OF_THE_TRADERS),
    biography={
        "en": "Sells fish at the Vado market, as her mother did, and keeps the union’s ice book.",
        "fr": "Poissonnière au marché du Vado, comme sa mère, elle tient le registre de glace du syndicat.",
        "es": "Vende pescado en el mercado del Vado, como su madre, y lleva el libro de hielo del sindicato.",
        "ar": "تبيع السمك في سوق الفادو كما كانت أمها تفعل، وتمسك دفتر الثلج في النقابة.",
        "ru": "Торгует рыбой на рынке Вадо, как её мать, и ведёт книгу льда профсоюза.",
        "zh-hans": "和母亲一样在瓦多集市卖鱼，并为工会记冰账。",
    },
)

SPEAKER_OF_THE_YOUTH_COUNCIL = Role(
    titles={
        "en": "Speaker of the Youth Council of Tell Sirra",
        "fr": "président du Conseil des jeunes de Tell Sirra",
        "es": "presidente del Consejo de la Juventud de Tell Sirra",
        "ar": "رئيس مجلس شباب تل سيرة",
        "ru": "председатель Молодёжного совета Телль-Сирры",
        "zh-hans": "泰勒西拉市青年理事会主席",
    },
    organisation="city-of-tell-sirra",
    since=date(2026, 1, 15),
)

MEMBER_OF_THE_YOUTH_COUNCIL = Role(
    titles={
        "en": "Member of the Youth Council of Tell Sirra",
        "fr": "membre du Conseil des jeunes de Tell Sirra",
        "es": "miembro del Consejo de la Juventud de Tell Sirra",
        "ar": "عضو مجلس شباب تل سيرة",
        "ru": "член Молодёжного совета Телль-Сирры",
        "zh-hans": "泰勒西拉市青年理事会成员",
    },
    organisation="city-of-tell-sirra",
    since=date(2024, 11, 1),
    until=date(2026, 1, 14),
)

IDRIS_ABU_RAHAL = Person(
    slug="idris-abu-rahal",
    names={
        "en": "Idris Abu Rahal",
        "fr": "Idris Abou Rahal",
        "es": "Idris Abu Rahal",
        "ar": "إدريس أبو رحال",
        "ru": "Идрис Абу Рахаль",
        "zh-hans": "伊德里斯·阿布·拉哈勒",
    },
    roles=(SPEAKER_OF_THE_YOUTH_COUNCIL, MEMBER_OF_THE_YOUTH_COUNCIL),
    biography={
        "en": "Student of architecture, who drew the paper sheet with which his school counted shade.",
        "fr": "Étudiant en architecture, il a dessiné la feuille avec laquelle son lycée a relevé l’ombre.",
        "es": "Estudiante de arquitectura, dibujó la hoja con la que su instituto contó la sombra.",
        "ar": "طالب عمارة رسم الورقة التي أحصت بها مدرسته الظل.",
        "ru": "Студент-архитектор; нарисовал лист, с которым его школа вела учёт тени.",
        "zh-hans": "建筑系学生，他的学校清点遮阴所用的表格由他设计。",
    },
)

DRIVER_OF_ROUTE_NINE = Role(
    titles={
        "en": "Bus driver, route 9, Two Basins Transit Federation",
        "fr": "conductrice d’autobus, ligne 9, Fédération des transports des deux bassins",
        "es": "conductora de autobús, línea 9, Federación de Transporte de las Dos Cuencas",
        "ar": "سائقة حافلة، الخط 9، اتحاد النقل في الحوضين",
        "ru": "водитель автобуса, маршрут 9, Федерация транспорта двух бассейнов",
        "zh-hans": "两流域交通联合会9路公交车司机",
    },
    organisation="two-basins-transit-federation",
    since=date(2015, 2, 2),
)

PERIS_WANDABWA = Person(
    slug="peris-wandabwa",
    names={
        "en": "Peris Wandabwa",
        "fr": "Peris Wandabwa",
        "es": "Peris Wandabwa",
        "ar": "بيريس واندابوا",
        "ru": "Перис Вандабва",
        "zh-hans": "佩里斯·万达布瓦",
    },
    roles=(DRIVER_OF_ROUTE_NINE,),
    biography={
        "en": "Drives the number nine in Mito Miwili, mostly at night, and speaks for its drivers.",
        "fr": "Elle conduit la ligne 9 à Mito Miwili, la nuit le plus souvent, et parle pour ses conducteurs.",
        "es": "Conduce la línea 9 en Mito Miwili, casi siempre de noche, y habla en nombre de sus conductores.",
        "ar": "تقود حافلة الخط 9 في ميتو ميويلي، ليلًا في الغالب، وتتحدث باسم سائقيه.",
        "ru": "Водит автобус маршрута 9 в Мито-Мивили, чаще всего ночью, и говорит от имени его водителей.",
        "zh-hans": "在米托米维利驾驶9路公交车，多为夜班，并代表该线路的司机发言。",
    },
)

STAFF: tuple[Person, ...] = (
    MAEVE_CORRIGAN_HOLT,
    RAVI_THENNAKOON,
    GALINA_OZERSKAYA,
    LUCIA_FONTENEGRA,
    IDRIS_ABU_RAHAL,
    PERIS_WANDABWA,
)
