"""The organisations that issue and join releases, and the standing words about them."""

from newsroom.demo.content.cities import CITIES
from newsroom.demo.content.shapes import Organisation

ASSEMBLY = Organisation(
    slug="assembly-of-confluent-cities",
    names={
        "en": "Assembly of Confluent Cities",
        "fr": "Assemblée des villes confluentes",
        "es": "Asamblea de Ciudades Confluentes",
        "ar": "مجلس مدن ملتقى الأنهار",
        "ru": "Ассамблея городов у слияния рек",
        "zh-hans": "汇流城市联合会",
    },
    acronym="ACC",
    kind="network",
    website="https://www.confluent.example",
    mark="confluence",
    description={
        "en": "The network of ninety-one cities built where two waters meet. It speaks for them wherever rivers are governed.",
        "fr": "Le réseau de quatre-vingt-onze villes bâties au confluent de deux eaux. Il parle pour elles partout où l’on décide du sort des cours d’eau.",
        "es": "La red de noventa y una ciudades levantadas donde se encuentran dos aguas. Habla por ellas allí donde se decide sobre los ríos.",
        "ar": "شبكة تضم إحدى وتسعين مدينة نشأت حيث يلتقي نهران، وتتحدث باسمها حيثما تُدار الأنهار.",
        "ru": "Сеть из девяноста одного города, выросшего там, где встречаются две реки. Она говорит от их имени всюду, где решается судьба рек.",
        "zh-hans": "由九十一座建于两水相汇之处的城市组成的网络，在一切治理河流的场合为它们发声。",
    },
    boilerplate={
        "en": "The Assembly brings together ninety-one cities in thirty-four countries, each built where two waters meet. Founded in Saint-Orme in 2009, it speaks for its members in the commissions that govern their rivers and lets them lend each other engineers, boats and saplings. It has a secretariat of forty people and no flag.",
        "fr": "L’Assemblée réunit quatre-vingt-onze villes de trente-quatre pays, chacune bâtie au confluent de deux eaux. Fondée à Saint-Orme en 2009, elle parle pour ses membres dans les commissions qui gèrent leurs cours d’eau et leur permet de se prêter des ingénieurs, des bateaux et de jeunes arbres. Elle a un secrétariat de quarante personnes et pas de drapeau.",
        "es": "La Asamblea reúne a noventa y una ciudades de treinta y cuatro países, cada una levantada donde se encuentran dos aguas. Fundada en Saint-Orme en 2009, habla por sus miembros en las comisiones que gestionan sus ríos y les permite prestarse ingenieros, barcas y plantones. Tiene una secretaría de cuarenta personas y ninguna bandera.",
        "ar": "يضم المجلس إحدى وتسعين مدينة في أربعة وثلاثين بلدًا، نشأت كلٌّ منها حيث يلتقي نهران. تأسس في سانت أورم عام 2009، ويتحدث باسم أعضائه في اللجان التي تدير أنهارهم، ويتيح لهم أن يُعير بعضهم بعضًا المهندسين والقوارب والشتلات. وله أمانة من أربعين شخصًا، وليس له علم.",
        "ru": "Ассамблея объединяет девяносто один город в тридцати четырёх странах; каждый из них вырос там, где встречаются две реки. Основанная в Сент-Орме в 2009 году, она говорит от имени своих членов в комиссиях, которые управляют их реками, и помогает им одалживать друг другу инженеров, лодки и саженцы. В её секретариате сорок человек, а флага у неё нет.",
        "zh-hans": "联合会由三十四个国家的九十一座城市组成，座座建于两水相汇之处。联合会2009年成立于圣奥姆，在治理河流的各委员会中代表成员发声，并协助成员互借工程师、船只和树苗。联合会秘书处共四十人，没有会旗。",
    },
)

HEAT_OFFICE = Organisation(
    slug="joint-office-for-urban-heat",
    names={
        "en": "Joint Office for Urban Heat",
        "fr": "Bureau commun de la chaleur urbaine",
        "es": "Oficina Conjunta para el Calor Urbano",
        "ar": "المكتب المشترك لحرّ المدن",
        "ru": "Объединённое бюро по городской жаре",
        "zh-hans": "城市高温联合办公室",
    },
    acronym="JOUH",
    kind="agency",
    website="https://www.urbanheat.example",
    mark="heat",
    parent="assembly-of-confluent-cities",
    description={
        "en": "The technical body of twelve member cities for the measurement of heat, with its laboratory in Lindmouth.",
        "fr": "L’organe technique de douze villes membres pour la mesure de la chaleur, dont le laboratoire est à Lindmouth.",
        "es": "El órgano técnico de doce ciudades miembros para la medición del calor, con su laboratorio en Lindmouth.",
        "ar": "الهيئة الفنية لاثنتي عشرة مدينة من المدن الأعضاء لقياس الحرّ، ومختبرها في ليندماوث.",
        "ru": "Технический орган двенадцати городов-членов по измерению жары; его лаборатория находится в Линдмуте.",
        "zh-hans": "由十二个成员城市设立、负责测量高温的技术机构，实验室设在林德茅斯。",
    },
    boilerplate={
        "en": "The Joint Office is the technical body of twelve member cities. It measures heat where people stand, publishes its methods before its results, and answers questions from any city without charge. Its laboratory is a tram depot in Lindmouth.",
        "fr": "Le Bureau commun est l’organe technique de douze villes membres. Il mesure la chaleur là où les gens se tiennent, publie ses méthodes avant ses résultats et répond gratuitement aux questions de toute ville. Son laboratoire est un dépôt de tramways à Lindmouth.",
        "es": "La Oficina Conjunta es el órgano técnico de doce ciudades miembros. Mide el calor donde está la gente, publica sus métodos antes que sus resultados y responde sin cobrar a las preguntas de cualquier ciudad. Su laboratorio es una cochera de tranvías de Lindmouth.",
        "ar": "المكتب المشترك هو الهيئة الفنية لاثنتي عشرة مدينة من المدن الأعضاء، يقيس الحرّ حيث يقف الناس، وينشر طرائقه قبل نتائجه، ويجيب عن أسئلة أي مدينة بلا مقابل. ومختبره مستودع ترام في ليندماوث.",
        "ru": "Объединённое бюро — технический орган двенадцати городов-членов. Оно измеряет жару там, где стоят люди, публикует методики раньше результатов и бесплатно отвечает на вопросы любого города. Его лаборатория — трамвайное депо в Линдмуте.",
        "zh-hans": "联合办公室是由十二个成员城市设立的技术机构，在人们站立的地方测量温度，先公布方法，再公布结果，并免费解答任何城市的问题。实验室设在林德茅斯的一座电车车库里。",
    },
)

TRANSIT_FEDERATION = Organisation(
    slug="two-basins-transit-federation",
    names={
        "en": "Two Basins Transit Federation",
        "fr": "Fédération des transports des deux bassins",
        "es": "Federación de Transporte de las Dos Cuencas",
        "ar": "اتحاد النقل في الحوضين",
        "ru": "Федерация транспорта двух бассейнов",
        "zh-hans": "两流域交通联合会",
    },
    acronym="TBTF",
    kind="federation",
    website="https://www.twobasins.example",
    mark="rails",
    description={
        "en": "The public carriers of the eastern and western basins, by road, rail and water.",
        "fr": "Les transporteurs publics des bassins oriental et occidental, par la route, le rail et l’eau.",
        "es": "Los transportistas públicos de las cuencas oriental y occidental, por carretera, ferrocarril y agua.",
        "ar": "مشغّلو النقل العام في الحوضين الشرقي والغربي، برًّا وبالسكك الحديدية وعبر الماء.",
        "ru": "Общественные перевозчики восточного и западного бассейнов: автомобильные, рельсовые и речные.",
        "zh-hans": "东西两流域公路、轨道和水上公共交通运营者的联合组织。",
    },
    boilerplate={
        "en": "The Federation represents the public carriers of the eastern and western basins, by road, rail and water: 61 operators, 210,000 employees and some nine million journeys a day.",
        "fr": "La Fédération représente les transporteurs publics des bassins oriental et occidental, par la route, le rail et l’eau : 61 exploitants, 210 000 salariés et quelque neuf millions de trajets par jour.",
        "es": "La Federación representa a los transportistas públicos de las cuencas oriental y occidental, por carretera, ferrocarril y agua: 61 operadores, 210.000 empleados y unos nueve millones de viajes al día.",
        "ar": "يمثّل الاتحاد مشغّلي النقل العام في الحوضين الشرقي والغربي، برًّا وبالسكك الحديدية وعبر الماء: 61 مشغّلًا و210,000 عامل ونحو تسعة ملايين رحلة في اليوم.",
        "ru": "Федерация представляет общественных перевозчиков восточного и западного бассейнов — автомобильных, рельсовых и речных: 61 предприятие, 210 000 работников и около девяти миллионов поездок в день.",
        "zh-hans": "联合会代表东西两流域的公路、轨道和水上公共交通运营者，共61家，员工21万人，每日运送旅客约九百万人次。",
    },
)

MARKET_TRADERS = Organisation(
    slug="market-traders-union-of-ribera-doble",
    names={
        "en": "Market Traders’ Union of Ribera Doble",
        "fr": "Syndicat des marchands de Ribera Doble",
        "es": "Sindicato de Vendedores del Mercado de Ribera Doble",
        "ar": "نقابة باعة السوق في ريبيرا دوبلي",
        "ru": "Профсоюз рыночных торговцев Рибера-Добле",
        "zh-hans": "里韦拉多夫莱市集市商贩工会",
    },
    acronym="SVM",
    kind="partner",
    website="https://www.elvado.example",
    mark="awning",
    description={
        "en": "The union of those who sell in the open at the seven street markets of Ribera Doble.",
        "fr": "Le syndicat de ceux qui vendent en plein air sur les sept marchés de rue de Ribera Doble.",
        "es": "El sindicato de quienes venden al aire libre en los siete mercados callejeros de Ribera Doble.",
        "ar": "نقابة من يبيعون في الهواء الطلق في أسواق ريبيرا دوبلي السبعة.",
        "ru": "Профсоюз тех, кто торгует под открытым небом на семи уличных рынках Рибера-Добле.",
        "zh-hans": "里韦拉多夫莱市七处街头集市露天商贩的工会。",
    },
    boilerplate={
        "en": "The Market Traders’ Union of Ribera Doble has 1,140 members, who sell in the open at seven street markets. It was founded in 1951 to buy ice together, and still does.",
        "fr": "Le Syndicat des marchands de Ribera Doble compte 1 140 membres, qui vendent en plein air sur sept marchés de rue. Il fut fondé en 1951 pour acheter de la glace en commun, et continue de le faire.",
        "es": "El Sindicato de Vendedores del Mercado de Ribera Doble tiene 1.140 afiliados, que venden al aire libre en siete mercados callejeros. Se fundó en 1951 para comprar hielo en común, y lo sigue haciendo.",
        "ar": "تضم نقابة باعة السوق في ريبيرا دوبلي 1,140 عضوًا يبيعون في الهواء الطلق في سبعة أسواق. تأسست عام 1951 لشراء الثلج معًا، وما زالت تفعل.",
        "ru": "В профсоюзе рыночных торговцев Рибера-Добле 1140 членов; они торгуют под открытым небом на семи уличных рынках. Он основан в 1951 году, чтобы вместе покупать лёд, и покупает его по сей день.",
        "zh-hans": "里韦拉多夫莱市集市商贩工会有会员1140人，在七处街头集市露天售货。工会1951年为合伙买冰而成立，至今仍在这样做。",
    },
)

ORGANISATIONS: tuple[Organisation, ...] = (ASSEMBLY, HEAT_OFFICE, TRANSIT_FEDERATION, *CITIES, MARKET_TRADERS)
