"""What is said about the drawings: titles, descriptions, captions and credits; `newsroom.demo.drawing` draws them."""

from collections.abc import Mapping

from newsroom.demo.content.shapes import ImageText, Words

HEAT_OFFICE: Words = {
    "en": "Drawing: Joint Office for Urban Heat",
    "fr": "Dessin : Bureau commun de la chaleur urbaine",
    "es": "Dibujo: Oficina Conjunta para el Calor Urbano",
    "ar": "رسم: المكتب المشترك لحرّ المدن",
    "ru": "Рисунок: Объединённое бюро по городской жаре",
    "zh-hans": "绘图：城市高温联合办公室",
}

HOUSE: Words = {
    "en": "Drawing: Confluent Cities",
    "fr": "Dessin : Villes confluentes",
    "es": "Dibujo: Ciudades Confluentes",
    "ar": "رسم: مدن الملتقى",
    "ru": "Рисунок: Города у слияния рек",
    "zh-hans": "绘图：汇流城市",
}

FEDERATION: Words = {
    "en": "Chart: Two Basins Transit Federation",
    "fr": "Graphique : Fédération des transports des deux bassins",
    "es": "Gráfico: Federación de Transporte de las Dos Cuencas",
    "ar": "رسم بياني: اتحاد النقل في الحوضين",
    "ru": "График: Федерация транспорта двух бассейнов",
    "zh-hans": "制图：两流域交通联合会",
}

IMAGES: Mapping[str, ImageText] = {
    "map-of-stops": ImageText(
        title={
            "en": "Stops where the two rivers of Mito Miwili meet",
            "fr": "Les arrêts au confluent des deux rivières de Mito Miwili",
            "es": "Las paradas donde se juntan los dos ríos de Mito Miwili",
            "ar": "المواقف عند ملتقى نهري ميتو ميويلي",
            "ru": "Остановки у слияния двух рек в Мито-Мивили",
            "zh-hans": "米托米维利两河交汇处的车站",
        },
        description={
            "en": "Map of a river confluence with a street grid. About a third of the marked stops are shaded; they cluster along the water.",
            "fr": "Plan d’un confluent et d’un quadrillage de rues. Un tiers environ des arrêts indiqués sont ombragés ; ils se groupent le long de l’eau.",
            "es": "Plano de una confluencia de ríos con una trama de calles. Alrededor de un tercio de las paradas marcadas tiene sombra; se agrupan junto al agua.",
            "ar": "خريطة لملتقى نهرين وشبكة شوارع. نحو ثلث المواقف مظلّل، ومعظمها على امتداد الماء.",
            "ru": "План слияния рек с сеткой улиц. Около трети отмеченных остановок находятся в тени, большей частью у воды.",
            "zh-hans": "两河交汇处的街道网地图。标出的车站约三分之一有遮阴，多集中在水边。",
        },
        caption={
            "en": "Stops and crossings where the two rivers of Mito Miwili meet: shaded at midday (filled) and in the sun (open).",
            "fr": "Arrêts et passages au confluent des deux rivières de Mito Miwili : à l’ombre à midi (points pleins) et au soleil (points creux).",
            "es": "Paradas y cruces donde se juntan los dos ríos de Mito Miwili: con sombra a mediodía (puntos llenos) y al sol (puntos huecos).",
            "ar": "المواقف والمعابر عند ملتقى نهري ميتو ميويلي: مظلّلة ظهرًا (دوائر ممتلئة) وتحت الشمس (دوائر مفرغة).",
            "ru": "Остановки и переходы у слияния двух рек в Мито-Мивили: в полдень в тени (закрашены) и на солнце (не закрашены).",
            "zh-hans": "米托米维利两河交汇处的车站和路口：实心点正午有遮阴，空心点在日照下。",
        },
        credit=HEAT_OFFICE,
    ),
    "bench-temperatures": ImageText(
        title={
            "en": "A bench in the sun and under a canopy",
            "fr": "Un banc au soleil et sous un auvent",
            "es": "Un banco al sol y bajo marquesina",
            "ar": "مقعد تحت الشمس وتحت مظلّة",
            "ru": "Скамья на солнце и под навесом",
            "zh-hans": "日照下与顶棚下的长椅",
        },
        description={
            "en": "Line chart from six in the morning to eight in the evening. In the sun the bench reaches 65 degrees at half past one; under the canopy it is at 37.",
            "fr": "Courbes de six heures du matin à huit heures du soir. Au soleil, le banc atteint 65 degrés à 13 h 30 ; sous l’auvent, il en est à 37.",
            "es": "Gráfico de líneas de las seis de la mañana a las ocho de la tarde. Al sol, el banco llega a 65 grados a la una y media; bajo la marquesina está a 37.",
            "ar": "رسم بياني من السادسة صباحًا إلى الثامنة مساءً. يبلغ المقعد تحت الشمس 65 درجة عند الواحدة والنصف، وتحت المظلّة 37 درجة.",
            "ru": "Линейный график с шести утра до восьми вечера. На солнце скамья к половине второго нагревается до 65 градусов, под навесом — до 37.",
            "zh-hans": "从早六时到晚八时的折线图：下午一时半，日照下的长椅达65度，顶棚下为37度。",
        },
        caption={
            "en": "Surface of a bench at the Kivuko Road stop, Mito Miwili, on 12 February 2026: in the sun (upper line) and under a trial canopy.",
            "fr": "Surface d’un banc à l’arrêt de Kivuko Road, à Mito Miwili, le 12 février 2026 : au soleil (courbe supérieure) et sous un auvent d’essai.",
            "es": "Superficie de un banco en la parada de Kivuko Road, Mito Miwili, el 12 de febrero de 2026: al sol (línea superior) y bajo una marquesina de prueba.",
            "ar": "سطح مقعد في موقف شارع كيفوكو، ميتو ميويلي، 12 شباط/فبراير 2026: تحت الشمس (الخط الأعلى) وتحت مظلّة تجريبية.",
            "ru": "Поверхность скамьи на остановке «Кивуко-роуд», Мито-Мивили, 12 февраля 2026 года: на солнце (верхняя линия) и под пробным навесом.",
            "zh-hans": "2026年2月12日，米托米维利市基武科路车站长椅的表面温度：日照下（上线）与试验顶棚下。",
        },
        credit={
            "en": "Chart: Joint Office for Urban Heat",
            "fr": "Graphique : Bureau commun de la chaleur urbaine",
            "es": "Gráfico: Oficina Conjunta para el Calor Urbano",
            "ar": "رسم بياني: المكتب المشترك لحرّ المدن",
            "ru": "График: Объединённое бюро по городской жаре",
            "zh-hans": "制图：城市高温联合办公室",
        },
    ),
    "river-gauges": ImageText(
        title={
            "en": "Four gauges on the way to Lindmouth",
            "fr": "Quatre échelles sur le chemin de Lindmouth",
            "es": "Cuatro escalas camino de Lindmouth",
            "ar": "أربعة مقاييس على الطريق إلى ليندماوث",
            "ru": "Четыре поста на пути к Линдмуту",
        },
        description={
            "en": "Four water levels one below the other, rising one after another from left to right. A grey band runs from the first mark passed at 13:40 to a red line at 00:40; the last gauge passes its mark soon after that line.",
            "fr": "Quatre niveaux d’eau l’un sous l’autre, qui montent tour à tour de gauche à droite. Une bande grise va du premier repère franchi, à 13 h 40, à un trait rouge à 0 h 40 ; la dernière échelle franchit son repère peu après ce trait.",
            "es": "Cuatro niveles de agua, uno debajo de otro, que suben sucesivamente de izquierda a derecha. Una banda gris va de la primera marca superada, a las 13:40, a una línea roja a las 0:40; la última escala supera su marca poco después de esa línea.",
            "ar": "أربعة مناسيب للماء بعضها تحت بعض ترتفع تباعًا. ويمتد شريط رمادي من أول علامة جرى تجاوزها في الساعة 13:40 إلى خط أحمر في الساعة 00:40؛ ويتجاوز المقياس الأخير علامته بُعيد ذلك الخط.",
            "ru": "Четыре уровня воды один под другим, поднимающиеся поочерёдно слева направо. Серая полоса тянется от первой пройденной отметки в 13:40 до красной линии в 00:40; последний пост проходит отметку вскоре после этой линии.",
        },
        caption={
            "en": "The flood of 14 and 15 November at four gauges from Upper Harrow (top) to the quay at Lindmouth. The dots mark when each passed its mark; the red line is the first telephone call. Hours in UTC.",
            "fr": "La crue des 14 et 15 novembre à quatre échelles, d’Upper Harrow (en haut) au quai de Lindmouth. Les points indiquent l’heure où chacune a franchi son repère ; le trait rouge, le premier appel téléphonique. Heures UTC.",
            "es": "La crecida del 14 y el 15 de noviembre en cuatro escalas, de Upper Harrow (arriba) al muelle de Lindmouth. Los puntos señalan la hora en que cada una superó su marca; la línea roja, la primera llamada telefónica. Horas UTC.",
            "ar": "فيضان 14 و15 تشرين الثاني/نوفمبر عند أربعة مقاييس من هارو الأعلى (في الأعلى) إلى رصيف ليندماوث. تبيّن النقاط متى تجاوز كلٌّ منها علامته، ويبيّن الخط الأحمر أول اتصال هاتفي. الساعات بالتوقيت العالمي.",
            "ru": "Паводок 14 и 15 ноября на четырёх постах от Верхнего Харроу (вверху) до набережной Линдмута. Точками отмечено, когда каждый из них прошёл отметку, красной линией — первый телефонный звонок. Время всемирное.",
        },
        credit=HOUSE,
    ),
    "ferry-timetable": ImageText(
        title={
            "en": "A night of ferries and buses",
            "fr": "Une nuit de bacs et d’autobus",
            "es": "Una noche de transbordadores y autobuses",
            "ar": "ليلة من العبّارات والحافلات",
        },
        description={
            "en": "Timetable as a drawing: slanting lines of ferries cross a band of water and meet slanting lines of buses at the landing, five times between ten at night and half past two. The last meeting is drawn in red.",
            "fr": "Horaire en dessin : les lignes obliques des bacs traversent une bande d’eau et rejoignent à l’embarcadère celles des autobus, cinq fois entre vingt-deux heures et deux heures et demie. La dernière rencontre est en rouge.",
            "es": "Horario dibujado: las líneas oblicuas de los transbordadores cruzan una franja de agua y se encuentran en el embarcadero con las de los autobuses, cinco veces entre las diez de la noche y las dos y media. El último encuentro está en rojo.",
            "ar": "جدول مواعيد مرسوم: خطوط مائلة للعبّارات تقطع شريط ماء وتلتقي عند المرسى بخطوط مائلة للحافلات، خمس مرات بين العاشرة ليلًا والثانية والنصف. واللقاء الأخير بالأحمر.",
        },
        caption={
            "en": "A usual night at Ferry Steps, Mito Miwili. Time runs to the right; each slanting line is a crossing or a bus, each short level line a wait. The ring is where the last ferry and the last bus meet.",
            "fr": "Une nuit ordinaire à Ferry Steps, à Mito Miwili. Le temps va vers la droite ; chaque oblique est une traversée ou un autobus, chaque palier une attente. L’anneau marque la rencontre du dernier bac et du dernier autobus.",
            "es": "Una noche corriente en Ferry Steps, Mito Miwili. El tiempo corre hacia la derecha; cada línea oblicua es una travesía o un autobús, cada tramo horizontal una espera. El anillo señala el encuentro del último transbordador y el último autobús.",
            "ar": "ليلة عادية عند درج العبّارات في ميتو ميويلي. يجري الزمن نحو اليمين؛ وكل خط مائل رحلة عبّارة أو حافلة، وكل خط أفقي قصير انتظار. والحلقة حيث تلتقي آخر عبّارة بآخر حافلة.",
        },
        credit=FEDERATION,
    ),
    "nursery": ImageText(
        title={
            "en": "The nursery of Qinghui from above",
            "fr": "La pépinière de Qinghui vue d’en haut",
            "es": "El vivero de Qinghui visto desde arriba",
            "ar": "مشتل تشينغهوي من أعلى",
            "zh-hans": "俯瞰清汇市苗圃",
        },
        description={
            "en": "Plan of tree beds beside a river. Most beds are full of round crowns; in one, rings show where saplings stood. Two barges laden with trees lie on the water, a third is empty.",
            "fr": "Plan de planches d’arbres au bord d’une rivière. La plupart sont pleines de cimes rondes ; dans l’une, des anneaux marquent la place des arbres partis. Deux chalands chargés d’arbres sont sur l’eau, un troisième est vide.",
            "es": "Plano de bancales de árboles junto a un río. Casi todos están llenos de copas redondas; en uno, unos anillos señalan dónde había plantones. En el agua hay dos barcazas cargadas de árboles y una vacía.",
            "ar": "مخطط لأحواض أشجار بجانب نهر. معظم الأحواض مليء بتيجان مستديرة، وفي أحدها حلقات تبيّن أين كانت الشتلات. وعلى الماء صندلان محمّلان بالأشجار وثالث فارغ.",
            "zh-hans": "河边苗圃的平面图。多数苗床布满圆形树冠，其中一处以圆环标出已运走树苗的位置。水面上有两艘满载树苗的驳船，另一艘是空的。",
        },
        caption={
            "en": "The nursery of Qinghui on 28 October: rings mark the places of the saplings that are on their way.",
            "fr": "La pépinière de Qinghui le 28 octobre : les anneaux marquent la place des jeunes arbres qui sont en route.",
            "es": "El vivero de Qinghui el 28 de octubre: los anillos señalan el lugar de los plantones que van de camino.",
            "ar": "مشتل تشينغهوي في 28 تشرين الأول/أكتوبر: تبيّن الحلقات مواضع الشتلات التي هي الآن في الطريق.",
            "zh-hans": "10月28日的清汇市苗圃：圆环为已启程树苗原来的位置。",
        },
        credit=HOUSE,
    ),
    "tram-depot": ImageText(
        title={
            "en": "The tram depot of Tell Sirra at night",
            "fr": "Le dépôt de tramways de Tell Sirra, la nuit",
            "es": "La cochera de tranvías de Tell Sirra de noche",
            "ar": "مستودع الترام في تل سيرة ليلًا",
        },
        description={
            "en": "Section through three vaulted halls under a night sky. Two trams stand in the first; rows of camp beds fill the other two, most of them slept in. Water stands in the pits below.",
            "fr": "Coupe de trois halles voûtées sous un ciel de nuit. Deux tramways sont rangés dans la première ; des rangées de lits de camp, occupés pour la plupart, emplissent les deux autres. Il y a de l’eau dans les fosses.",
            "es": "Sección de tres naves abovedadas bajo un cielo nocturno. En la primera hay dos tranvías; las otras dos están llenas de hileras de catres, casi todos ocupados. En los fosos hay agua.",
            "ar": "مقطع في ثلاث قاعات مقبّبة تحت سماء ليلية. في الأولى عربتا ترام، وتملأ القاعتين الأخريين صفوف من الأسرّة الميدانية ينام الناس في معظمها. وفي حفر الصيانة ماء.",
        },
        caption={
            "en": "The depot at Tell Sirra: one hall for the trams, two for those who sleep, and running water in every pit.",
            "fr": "Le dépôt de Tell Sirra : une halle pour les tramways, deux pour les dormeurs, et de l’eau courante dans chaque fosse.",
            "es": "La cochera de Tell Sirra: una nave para los tranvías, dos para quienes duermen y agua corriente en cada foso.",
            "ar": "مستودع تل سيرة: قاعة لعربات الترام، وقاعتان للنائمين، وماء جارٍ في كل حفرة.",
        },
        credit=HOUSE,
    ),
    "boarding-times": ImageText(
        title={
            "en": "Boarding time and heat on the platform",
            "fr": "Durée de montée et chaleur sur le quai",
            "es": "Tiempo de subida y calor en el andén",
            "ar": "مدة الصعود والحرّ على الرصيف",
        },
        description={
            "en": "Scatter chart of boarding time in seconds over platform heat. Up to 38 degrees the dots lie level at about 27 seconds; above it they rise steeply, four seconds with each degree.",
            "fr": "Nuage de points : durée de montée en secondes selon la chaleur du quai. Jusqu’à 38 degrés, les points restent vers 27 secondes ; au-delà, ils montent de quatre secondes par degré.",
            "es": "Nube de puntos: tiempo de subida en segundos según el calor del andén. Hasta los 38 grados los puntos se mantienen en torno a 27 segundos; por encima suben cuatro segundos por grado.",
            "ar": "مخطط نقاط لمدة الصعود بالثواني بحسب حرّ الرصيف. تبقى النقاط حتى 38 درجة عند نحو 27 ثانية، ثم ترتفع أربع ثوانٍ مع كل درجة.",
        },
        caption={
            "en": "Seconds of boarding over the heat of the platform; each dot is a stop. Above 38 °C every degree adds four seconds.",
            "fr": "Secondes de montée selon la chaleur du quai ; chaque point est un arrêt. Au-delà de 38 °C, chaque degré ajoute quatre secondes.",
            "es": "Segundos de subida según el calor del andén; cada punto es una parada. Por encima de 38 °C, cada grado añade cuatro segundos.",
            "ar": "ثواني الصعود بحسب حرّ الرصيف؛ وكل نقطة توقّفٌ واحد. وفوق 38 درجة مئوية تضيف كل درجة أربع ثوانٍ.",
        },
        credit=FEDERATION,
    ),
    "market-awnings": ImageText(
        title={
            "en": "Awnings over the Vado market",
            "fr": "Les vélums du marché du Vado",
            "es": "Los toldos del mercado del Vado",
            "ar": "مظلّات سوق الفادو",
        },
        description={
            "en": "Drawing of a street of old houses. Striped cloths hang from hook to hook above market stalls; people walk and stand in their shade.",
            "fr": "Dessin d’une rue de vieilles maisons. Des toiles rayées pendent de crochet en crochet au-dessus des étals ; des gens marchent et s’arrêtent à leur ombre.",
            "es": "Dibujo de una calle de casas antiguas. Telas a rayas cuelgan de gancho a gancho sobre los puestos; la gente camina y se detiene a su sombra.",
            "ar": "رسم لشارع بيوت قديمة. تتدلّى أقمشة مقلّمة من خطّاف إلى خطّاف فوق أكشاك السوق، والناس يمشون ويقفون في ظلّها.",
        },
        caption={
            "en": "The Vado market in Ribera Doble under its new awnings, on hooks that had waited for half a century.",
            "fr": "Le marché du Vado, à Ribera Doble, sous ses nouveaux vélums, pendus à des crochets qui attendaient depuis un demi-siècle.",
            "es": "El mercado del Vado, en Ribera Doble, bajo sus nuevos toldos, en ganchos que llevaban medio siglo esperando.",
            "ar": "سوق الفادو في ريبيرا دوبلي تحت مظلّاته الجديدة، على خطاطيف انتظرت نصف قرن.",
        },
        credit=HOUSE,
    ),
    "two-basins": ImageText(
        title={
            "en": "The two basins and their cities",
            "fr": "Les deux bassins et leurs villes",
            "es": "Las dos cuencas y sus ciudades",
            "ar": "الحوضان ومدنهما",
        },
        description={
            "en": "Map of two river systems back to back, each branching towards its own sea, with a dotted divide between them. Twenty-six cities at river meetings are filled, the others open.",
            "fr": "Carte de deux réseaux de rivières dos à dos, chacun tourné vers sa mer, séparés par une ligne en pointillé. Vingt-six villes au confluent de rivières sont en plein, les autres en creux.",
            "es": "Mapa de dos redes de ríos de espaldas una a otra, cada una hacia su mar, con una divisoria de puntos entre ambas. Veintiséis ciudades situadas en confluencias aparecen llenas y las demás, huecas.",
            "ar": "خريطة لشبكتي أنهار متدابرتين، تتجه كلٌّ منهما إلى بحرها، وبينهما خط تقسيم منقّط. ست وعشرون مدينة عند ملتقيات الأنهار دوائرها ممتلئة، والأخرى مفرغة.",
        },
        caption={
            "en": "The western and the eastern basin. Filled: the twenty-six cities on the shared map of shade.",
            "fr": "Le bassin occidental et le bassin oriental. En plein : les vingt-six villes de la carte commune de l’ombre.",
            "es": "La cuenca occidental y la oriental. Llenas: las veintiséis ciudades del mapa común de la sombra.",
            "ar": "الحوض الغربي والحوض الشرقي. الدوائر الممتلئة: المدن الست والعشرون على خريطة الظل المشتركة.",
        },
        credit=HEAT_OFFICE,
    ),
}
