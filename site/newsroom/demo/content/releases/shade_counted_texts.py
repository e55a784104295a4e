"""The texts of the lead release, one language after another; what they share stands in `shade_counted`."""

from newsroom.demo.content.shapes import ReleaseText
from newsroom.language.tables import NAMES, NUMBERS, PlainTable

SHADE_COLUMNS = (NAMES, NUMBERS, NUMBERS, NUMBERS)

ENGLISH = ReleaseText(
    headline="Twenty-six cities will count shade as a public service, and publish where it is missing",
    subheadline="A shared map of 18,400 stops, crossings and market streets opens to everyone in March. Its first figures show that those who wait longest wait in the sun.",
    summary="Twenty-six cities agree to count, budget and answer for shade as they do for street lighting. At midday, 31 per cent of the stops measured so far have any.",
    body=(
        (
            "paragraph",
            "Twenty-six member cities of the Assembly of Confluent Cities agreed today to treat shade as a public service: something that a city counts, budgets for and answers for, as it does for street lighting and drinking water. Each will survey its bus stops, crossings, school gates and market streets before the end of March 2027, and publish what it finds on one shared map.",
        ),
        (
            "paragraph",
            "The agreement closes a trial of two years in which six cities measured 18,400 places with a common method. At midday in the hottest month, 31 per cent of the stops had any shade at all. At the stops with the fewest buses, where people wait longest, it was 12 per cent.",
        ),
        (
            "table",
            PlainTable(
                "The six cities of the trial, at midday in the hottest month",
                ("City", "Places measured", "Stops with shade", "The same where fewest buses stop"),
                SHADE_COLUMNS,
                (
                    ("Lindmouth", "4,120", "34%", "14%"),
                    ("Mito Miwili", "3,860", "29%", "11%"),
                    ("Qinghui", "5,240", "38%", "16%"),
                    ("Ribera Doble", "1,980", "27%", "10%"),
                    ("Saint-Orme", "1,450", "22%", "8%"),
                    ("Tell Sirra", "1,750", "19%", "7%"),
                ),
            ),
        ),
        ("quote", "lamps"),
        ("heading", "What the cities have agreed"),
        (
            "list",
            [
                "To count shade every two years, by the same method, and to publish each place and not only the average.",
                "To begin where people wait longest and earn least.",
                "To put upkeep into the budget in the same vote as planting or building.",
                "To answer within thirty days every resident who reports a place without shade.",
            ],
        ),
        (
            "paragraph",
            "No city has promised a number of trees. The agreement counts minutes instead: how long a person stands in the sun before a bus, a gate or a green light lets them go.",
        ),
        ("image", "bench-temperatures"),
        ("quote", "narrow-street"),
        (
            "paragraph",
            "In Tell Sirra the survey was made by secondary-school pupils with a paper sheet and a shadow stick. In Qinghui it was made by the drivers, who marked each stop from the cab. The two methods agreed to within three per cent, which is why the Assembly has adopted the cheaper one.",
        ),
        ("quote", "watering"),
        ("heading", "What happens next"),
        (
            "paragraph",
            "The shared map opens on Monday 22 March 2027. Before that, fourteen cities of the western basin meet in Ribera Doble on 3 and 4 December for a regional consultation, and a call for evidence is open until 11 December.",
        ),
    ),
    notes=(
        "<ol>"
        "<li>A place counts as shaded when at least half of its waiting area is out of direct sun for thirty minutes either side of 13:00, local solar time, in the hottest month.</li>"
        "<li>The six cities of the trial are Lindmouth, Mito Miwili, Qinghui, Ribera Doble, Saint-Orme and Tell Sirra.</li>"
        "<li>The full figures, one row for each place, are in the press kit as a table. They may be reused with credit to the Joint Office for Urban Heat.</li>"
        "<li>Interviews: Mayor Tendeka on 20 November, 07:00–09:00 UTC, in English and Kiswahili; Mayor Belhadri on 21 November, 12:00–14:00 UTC, in Arabic and French.</li>"
        "</ol>"
    ),
)

FRENCH = ReleaseText(
    headline="Vingt-six villes compteront l’ombre comme un service public et publieront les lieux où elle manque",
    subheadline="Une carte commune de 18 400 arrêts, passages piétons et rues de marché s’ouvrira à tous en mars. Ses premiers chiffres montrent que ceux qui attendent le plus longtemps attendent au soleil.",
    summary="Vingt-six villes s’engagent à recenser l’ombre, à la financer et à en répondre, comme pour l’éclairage public. À midi, 31 % des arrêts mesurés en offrent un peu.",
    body=(
        (
            "paragraph",
            "Vingt-six villes membres de l’Assemblée des villes confluentes sont convenues aujourd’hui de traiter l’ombre comme un service public : une chose qu’une ville recense, finance et dont elle répond, au même titre que l’éclairage des rues et l’eau potable. Chacune d’elles dressera l’état de ses arrêts d’autobus, de ses passages piétons, de ses sorties d’école et de ses rues de marché avant la fin de mars 2027, et en publiera le résultat sur une seule carte commune.",
        ),
        (
            "paragraph",
            "L’accord clôt un essai de deux ans, au cours duquel six villes ont mesuré 18 400 lieux selon une méthode commune. À midi, pendant le mois le plus chaud, 31 % seulement des arrêts offraient un peu d’ombre. Aux arrêts les moins bien desservis, là où l’on attend le plus longtemps, la proportion tombait à 12 %.",
        ),
        (
            "table",
            PlainTable(
                "Les six villes de l’essai, à midi, pendant le mois le plus chaud",
                ("Ville", "Lieux mesurés", "Arrêts ombragés", "Dont les moins bien desservis"),
                SHADE_COLUMNS,
                (
                    ("Lindmouth", "4\u00a0120", "34\u00a0%", "14\u00a0%"),
                    ("Mito Miwili", "3\u00a0860", "29\u00a0%", "11\u00a0%"),
                    ("Qinghui", "5\u00a0240", "38\u00a0%", "16\u00a0%"),
                    ("Ribera Doble", "1\u00a0980", "27\u00a0%", "10\u00a0%"),
                    ("Saint-Orme", "1\u00a0450", "22\u00a0%", "8\u00a0%"),
                    ("Tell Sirra", "1\u00a0750", "19\u00a0%", "7\u00a0%"),
                ),
            ),
        ),
        ("quote", "lamps"),
        ("heading", "Ce dont les villes sont convenues"),
        (
            "list",
            [
                "Recenser l’ombre tous les deux ans, selon la même méthode, et publier chaque lieu, et non la seule moyenne.",
                "Commencer là où l’on attend le plus longtemps et où l’on gagne le moins.",
                "Inscrire l’entretien au budget par le vote même qui décide de planter ou de construire.",
                "Répondre dans les trente jours à tout habitant qui signale un lieu sans ombre.",
            ],
        ),
        (
            "paragraph",
            "Aucune ville n’a promis un nombre d’arbres. L’accord compte plutôt les minutes : le temps qu’une personne passe au soleil avant qu’un autobus, une grille ou un feu vert ne la libère.",
        ),
        ("image", "bench-temperatures"),
        ("quote", "narrow-street"),
        (
            "paragraph",
            "À Tell Sirra, le relevé a été fait par des lycéens munis d’une feuille de papier et d’un bâton d’ombre. À Qinghui, il l’a été par les conducteurs, qui notaient chaque arrêt depuis leur cabine. Les deux méthodes concordent à trois pour cent près ; c’est pourquoi l’Assemblée a retenu la moins coûteuse.",
        ),
        ("quote", "watering"),
        ("heading", "La suite"),
        (
            "paragraph",
            "La carte commune s’ouvrira le lundi 22 mars 2027. D’ici là, quatorze villes du bassin occidental se réuniront à Ribera Doble les 3 et 4 décembre pour une consultation régionale, et un appel à contributions reste ouvert jusqu’au 11 décembre.",
        ),
    ),
    notes=(
        "<ol>"
        "<li>Un lieu est réputé ombragé lorsque la moitié au moins de sa surface d’attente est à l’abri du soleil direct pendant les trente minutes qui précèdent et qui suivent 13 h, heure solaire locale, durant le mois le plus chaud.</li>"
        "<li>Les six villes de l’essai sont Lindmouth, Mito Miwili, Qinghui, Ribera Doble, Saint-Orme et Tell Sirra.</li>"
        "<li>Les chiffres complets, à raison d’une ligne par lieu, figurent sous forme de tableau dans le dossier de presse. Ils peuvent être réutilisés en citant le Bureau commun de la chaleur urbaine.</li>"
        "<li>Entretiens : la maire Wairimu Tendeka le 20 novembre, de 7 h à 9 h UTC, en anglais et en kiswahili ; la maire Naima Belhadri le 21 novembre, de 12 h à 14 h UTC, en arabe et en français.</li>"
        "</ol>"
    ),
)

SPANISH = ReleaseText(
    headline="Veintiséis ciudades contarán la sombra como servicio público y publicarán dónde falta",
    subheadline="Un mapa común de 18.400 paradas, cruces y calles de mercado se abrirá a todo el mundo en marzo. Sus primeras cifras muestran que quienes más esperan lo hacen al sol.",
    summary="Veintiséis ciudades acuerdan contar la sombra, presupuestarla y responder por ella, como hacen con el alumbrado. A mediodía, solo la tiene el 31 % de las paradas medidas.",
    body=(
        (
            "paragraph",
            "Veintiséis ciudades miembros de la Asamblea de Ciudades Confluentes acordaron hoy tratar la sombra como un servicio público: algo que una ciudad cuenta, presupuesta y por lo que responde, como hace con el alumbrado y el agua potable. Cada una examinará sus paradas de autobús, cruces, puertas de escuela y calles de mercado antes de que termine marzo de 2027, y publicará lo que encuentre en un único mapa común.",
        ),
        (
            "paragraph",
            "El acuerdo pone fin a una prueba de dos años en la que seis ciudades midieron 18.400 lugares con un mismo método. A mediodía, en el mes más caluroso, solo el 31 % de las paradas tenía algo de sombra. En las que reciben menos autobuses, donde más se espera, la tenía el 12 %.",
        ),
        (
            "table",
            PlainTable(
                "Las seis ciudades de la prueba, a mediodía, en el mes más caluroso",
                ("Ciudad", "Lugares medidos", "Paradas con sombra", "Con sombra donde paran menos autobuses"),
                SHADE_COLUMNS,
                (
                    ("Lindmouth", "4.120", "34\u00a0%", "14\u00a0%"),
                    ("Mito Miwili", "3.860", "29\u00a0%", "11\u00a0%"),
                    ("Qinghui", "5.240", "38\u00a0%", "16\u00a0%"),
                    ("Ribera Doble", "1.980", "27\u00a0%", "10\u00a0%"),
                    ("Saint-Orme", "1.450", "22\u00a0%", "8\u00a0%"),
                    ("Tell Sirra", "1.750", "19\u00a0%", "7\u00a0%"),
                ),
            ),
        ),
        ("quote", "lamps"),
        ("heading", "Lo que han acordado las ciudades"),
        (
            "list",
            [
                "Contar la sombra cada dos años, con el mismo método, y publicar cada lugar y no solo el promedio.",
                "Empezar por donde la gente espera más y gana menos.",
                "Incluir el mantenimiento en el presupuesto en la misma votación en que se decida plantar o construir.",
                "Responder en un plazo de treinta días a todo vecino que señale un lugar sin sombra.",
            ],
        ),
        (
            "paragraph",
            "Ninguna ciudad ha prometido un número de árboles. El acuerdo cuenta, en cambio, minutos: el tiempo que una persona pasa al sol hasta que un autobús, una verja o un semáforo en verde la dejan seguir.",
        ),
        ("image", "bench-temperatures"),
        ("quote", "narrow-street"),
        (
            "paragraph",
            "En Tell Sirra hicieron el recuento alumnos de secundaria con una hoja de papel y una vara de sombra. En Qinghui lo hicieron los conductores, que anotaron cada parada desde la cabina. La diferencia entre los dos métodos no llegó al tres por ciento, y por eso la Asamblea ha adoptado el más barato.",
        ),
        ("quote", "watering"),
        ("heading", "Próximos pasos"),
        (
            "paragraph",
            "El mapa común se abrirá el lunes 22 de marzo de 2027. Antes, catorce ciudades de la cuenca occidental se reunirán en Ribera Doble los días 3 y 4 de diciembre en una consulta regional, y hasta el 11 de diciembre está abierta una convocatoria para presentar datos.",
        ),
    ),
    notes=(
        "<ol>"
        "<li>Se considera que un lugar tiene sombra cuando al menos la mitad de su zona de espera queda fuera del sol directo durante los treinta minutos anteriores y posteriores a las 13:00, hora solar local, en el mes más caluroso.</li>"
        "<li>Las seis ciudades de la prueba son Lindmouth, Mito Miwili, Qinghui, Ribera Doble, Saint-Orme y Tell Sirra.</li>"
        "<li>Las cifras completas, con una fila por lugar, figuran en una tabla del dosier de prensa. Pueden reutilizarse citando a la Oficina Conjunta para el Calor Urbano.</li>"
        "<li>Entrevistas: la alcaldesa Tendeka, el 20 de noviembre, de 7:00 a 9:00 UTC, en inglés y kiswahili; la alcaldesa Belhadri, el 21 de noviembre, de 12:00 a 14:00 UTC, en árabe y francés.</li>"
        "</ol>"
    ),
)

ARABIC = ReleaseText(
    headline="ست وعشرون مدينة تُعامِل الظل بوصفه خدمة عامة، وتنشر أين ينقص",
    subheadline="خريطة مشتركة لنحو 18,400 موقف ومعبر وشارع سوق تُتاح للجميع في آذار/مارس. وتُظهر أرقامها الأولى أن من ينتظرون أطول ينتظرون تحت الشمس.",
    summary="ست وعشرون مدينة تتفق على إحصاء الظل وتمويله والمساءلة عنه كما تُسأل عن إنارة الشوارع. ولا يتوافر الظل ظهرًا إلا في 31 في المئة من المواقف المقيسة.",
    body=(
        (
            "paragraph",
            "اتفقت اليوم ست وعشرون مدينة من أعضاء مجلس مدن ملتقى الأنهار على معاملة الظل بوصفه خدمة عامة: شيئًا تُحصيه المدينة وترصد له المال وتُسأل عنه، كما تُسأل عن إنارة الشوارع ومياه الشرب. وستمسح كل مدينة مواقف حافلاتها ومعابرها وأبواب مدارسها وشوارع أسواقها قبل نهاية آذار/مارس 2027، وتنشر ما تجده على خريطة مشتركة واحدة.",
        ),
        (
            "paragraph",
            "ويختتم الاتفاق تجربة دامت سنتين قاست فيها ست مدن 18,400 موقع بطريقة موحّدة. ففي ظهيرة أشدّ الشهور حرًّا لم يتوافر أي ظل إلا في 31 في المئة من المواقف. أما المواقف الأقل حافلات، حيث يطول الانتظار، فلم تتجاوز النسبة فيها 12 في المئة.",
        ),
        (
            "table",
            PlainTable(
                "مدن التجربة الست في ظهيرة أشدّ الشهور حرًّا",
                ("المدينة", "المواقع المقيسة", "المواقف المظلّلة", "المظلّلة حيث تقل الحافلات"),
                SHADE_COLUMNS,
                (
                    ("ليندماوث", "4,120", "34%", "14%"),
                    ("ميتو ميويلي", "3,860", "29%", "11%"),
                    ("تشينغهوي", "5,240", "38%", "16%"),
                    ("ريبيرا دوبلي", "1,980", "27%", "10%"),
                    ("سانت أورم", "1,450", "22%", "8%"),
                    ("تل سيرة", "1,750", "19%", "7%"),
                ),
            ),
        ),
        ("quote", "lamps"),
        ("heading", "ما الذي اتفقت عليه المدن"),
        (
            "list",
            [
                "أن تُحصي الظل كل سنتين بالطريقة نفسها، وأن تنشر كل موقع لا المتوسط وحده.",
                "أن تبدأ حيث يطول انتظار الناس ويقلّ دخلهم.",
                "أن تُدرج كلفة الصيانة في الموازنة في التصويت نفسه على الغرس أو البناء.",
                "أن تجيب خلال ثلاثين يومًا كل ساكن يبلّغ عن مكان بلا ظل.",
            ],
        ),
        (
            "paragraph",
            "ولم تَعِد أي مدينة بعدد من الأشجار، فالاتفاق يَعُدّ الدقائق بدلًا منها: كم يقف المرء تحت الشمس قبل أن تأتيه حافلة أو يُفتح له باب أو تخضرّ له إشارة.",
        ),
        ("image", "bench-temperatures"),
        ("quote", "narrow-street"),
        (
            "paragraph",
            "وفي تل سيرة أجرى المسحَ تلاميذُ المدارس الثانوية بورقة وعصا ظل. وفي تشينغهوي أجراه السائقون الذين علّموا كل موقف من مقاعدهم. واتفقت الطريقتان بفارق لا يزيد على ثلاثة في المئة، ولذلك اعتمد المجلس أرخصهما.",
        ),
        ("quote", "watering"),
        ("heading", "الخطوات المقبلة"),
        (
            "paragraph",
            "تُتاح الخريطة المشتركة يوم الاثنين 22 آذار/مارس 2027. وقبل ذلك تجتمع أربع عشرة مدينة من الحوض الغربي في ريبيرا دوبلي يومي 3 و4 كانون الأول/ديسمبر في مشاورة إقليمية، ويبقى باب تقديم الأدلة مفتوحًا حتى 11 كانون الأول/ديسمبر.",
        ),
    ),
    notes=(
        "<ol>"
        "<li>يُعدّ الموقع مظلّلًا إذا كان نصف مساحة الانتظار فيه على الأقل بعيدًا عن الشمس المباشرة ثلاثين دقيقة قبل الساعة 13:00 بالتوقيت الشمسي المحلي وثلاثين دقيقة بعدها، في أشدّ الشهور حرًّا.</li>"
        "<li>مدن التجربة الست هي: تشينغهوي، وتل سيرة، وريبيرا دوبلي، وسانت أورم، وليندماوث، وميتو ميويلي.</li>"
        "<li>ترد الأرقام الكاملة، بسطر لكل موقع، في جدول ضمن الملف الصحفي. ويجوز استخدامها مع ذكر المكتب المشترك لحرّ المدن.</li>"
        "<li>المقابلات: رئيسة البلدية تنديكا في 20 تشرين الثاني/نوفمبر، من الساعة 07:00 إلى الساعة 09:00 بالتوقيت العالمي، بالإنكليزية والسواحيلية؛ ورئيسة البلدية بلحضري في 21 تشرين الثاني/نوفمبر، من الساعة 12:00 إلى الساعة 14:00 بالتوقيت العالمي، بالعربية والفرنسية.</li>"
        "</ol>"
    ),
)

RUSSIAN = ReleaseText(
    headline="Двадцать шесть городов будут учитывать тень как общественную услугу и сообщать, где её не хватает",
    subheadline="Общая карта 18 400 остановок, переходов и торговых улиц откроется для всех в марте. Первые цифры показывают: те, кто ждёт дольше всех, ждут на солнце.",
    summary="Двадцать шесть городов договорились учитывать тень, выделять на неё средства и отвечать за неё, как за уличное освещение. В полдень она есть лишь на 31 % остановок.",
    body=(
        (
            "paragraph",
            "Двадцать шесть городов — членов Ассамблеи городов у слияния рек договорились сегодня считать тень общественной услугой: тем, что город учитывает, на что выделяет средства и за что отвечает, как за уличное освещение и питьевую воду. До конца марта 2027 года каждый из них обследует свои автобусные остановки, переходы, входы в школы и торговые улицы и опубликует результаты на единой общей карте.",
        ),
        (
            "paragraph",
            "Соглашение завершает двухлетнее испытание, в ходе которого шесть городов обследовали 18 400 мест по единой методике. В полдень самого жаркого месяца хоть какая-то тень была лишь на 31 % остановок. На остановках, где автобусы ходят реже всего и ждать приходится дольше всего, — на 12 %.",
        ),
        (
            "table",
            PlainTable(
                "Шесть городов испытания в полдень самого жаркого месяца",
                ("Город", "Обследовано мест", "Остановки с тенью", "С тенью там, где автобусы реже всего"),
                SHADE_COLUMNS,
                (
                    ("Линдмут", "4\u00a0120", "34\u00a0%", "14\u00a0%"),
                    ("Мито-Мивили", "3\u00a0860", "29\u00a0%", "11\u00a0%"),
                    ("Цинхуэй", "5\u00a0240", "38\u00a0%", "16\u00a0%"),
                    ("Рибера-Добле", "1\u00a0980", "27\u00a0%", "10\u00a0%"),
                    ("Сент-Орм", "1\u00a0450", "22\u00a0%", "8\u00a0%"),
                    ("Телль-Сирра", "1\u00a0750", "19\u00a0%", "7\u00a0%"),
                ),
            ),
        ),
        ("quote", "lamps"),
        ("heading", "О чём договорились города"),
        (
            "list",
            [
                "Учитывать тень раз в два года по единой методике и публиковать данные по каждому месту, а не только среднее значение.",
                "Начинать там, где люди дольше всего ждут и меньше всего зарабатывают.",
                "Закладывать расходы на уход в бюджет тем же голосованием, которым решается посадка или строительство.",
                "В течение тридцати дней отвечать каждому жителю, сообщившему о месте без тени.",
            ],
        ),
        (
            "paragraph",
            "Ни один город не обещал определённого числа деревьев. Соглашение считает не их, а минуты: сколько человек стоит на солнце, пока не подойдёт автобус, не откроются ворота или не загорится зелёный свет.",
        ),
        ("image", "bench-temperatures"),
        ("quote", "narrow-street"),
        (
            "paragraph",
            "В Телль-Сирре обследование провели старшеклассники с листом бумаги и шестом для измерения тени. В Цинхуэе его провели водители, отмечавшие каждую остановку прямо из кабины. Результаты двух способов разошлись не более чем на три процента, и потому Ассамблея выбрала тот, что дешевле.",
        ),
        ("quote", "watering"),
        ("heading", "Что дальше"),
        (
            "paragraph",
            "Общая карта откроется в понедельник, 22 марта 2027 года. До этого, 3 и 4 декабря, четырнадцать городов западного бассейна соберутся в Рибера-Добле на региональную консультацию, а приём данных продлится до 11 декабря.",
        ),
    ),
    notes=(
        "<ol>"
        "<li>Место считается затенённым, если не менее половины площади ожидания защищено от прямых солнечных лучей в течение тридцати минут до и после 13:00 по местному солнечному времени в самый жаркий месяц.</li>"
        "<li>В испытании участвовали шесть городов: Линдмут, Мито-Мивили, Рибера-Добле, Сент-Орм, Телль-Сирра и Цинхуэй.</li>"
        "<li>Полные данные — по строке на каждое место — приведены в таблице в составе материалов для прессы. Их можно использовать со ссылкой на Объединённое бюро по городской жаре.</li>"
        "<li>Интервью: мэр Вайриму Тендека — 20 ноября, 07:00–09:00 по всемирному времени, на английском языке и суахили; мэр Наима Бельхадри — 21 ноября, 12:00–14:00 по всемирному времени, на арабском и французском языках.</li>"
        "</ol>"
    ),
)

CHINESE = ReleaseText(
    headline="二十六座城市将遮阴列为公共服务，公布何处没有遮阴",
    subheadline="涵盖18 400处车站、路口和集市街道的共享地图将于明年3月向公众开放。首批数据显示，等候最久的人往往站在烈日之下。",
    summary="二十六座城市商定，像对待路灯一样清点遮阴、编列预算并承担责任。首批数据显示，正午时分仅31%的车站有遮阴。",
    body=(
        (
            "paragraph",
            "汇流城市联合会的二十六个成员城市今天商定，将遮阴视为一项公共服务：城市要像对待路灯和饮用水那样，对它进行清点、编列预算并承担责任。各城市将在2027年3月底前调查本市的公交车站、路口、校门和集市街道，并把结果公布在同一张共享地图上。",
        ),
        (
            "paragraph",
            "协议签署后，为期两年的试点即告结束。试点期间，六座城市用统一方法测量了18 400处地点。在最热月份的正午，只有31%的车站有遮阴；而在班次最少、等候最久的车站，这一比例仅为12%。",
        ),
        (
            "table",
            PlainTable(
                "六个试点城市最热月份正午的情况",
                ("城市", "测量地点", "有遮阴的车站", "班次最少处有遮阴的车站"),
                SHADE_COLUMNS,
                (
                    ("林德茅斯", "4\u00a0120", "34%", "14%"),
                    ("米托米维利", "3\u00a0860", "29%", "11%"),
                    ("清汇", "5\u00a0240", "38%", "16%"),
                    ("里韦拉多夫莱", "1\u00a0980", "27%", "10%"),
                    ("圣奥姆", "1\u00a0450", "22%", "8%"),
                    ("泰勒西拉", "1\u00a0750", "19%", "7%"),
                ),
            ),
        ),
        ("quote", "lamps"),
        ("heading", "各城市商定的内容"),
        (
            "list",
            [
                "每两年以同一方法清点一次遮阴情况，逐处公布，而不只公布平均数。",
                "从等候最久、收入最低的人群所在之处做起。",
                "在表决种植或建造的同时，将养护费用列入预算。",
                "居民报告无遮阴地点的，三十天内予以答复。",
            ],
        ),
        (
            "paragraph",
            "没有一座城市许诺要种多少棵树。协议计算的是分钟：在公交到站、校门打开或绿灯亮起之前，一个人要在太阳底下站多久。",
        ),
        ("image", "bench-temperatures"),
        ("quote", "narrow-street"),
        (
            "paragraph",
            "在泰勒西拉，调查由中学生用一张表格和一根测影杆完成；在清汇，则由司机在驾驶室里逐站记录。两种方法的结果相差不超过百分之三，联合会因此采用了花费较少的一种。",
        ),
        ("quote", "watering"),
        ("heading", "下一步"),
        (
            "paragraph",
            "共享地图将于2027年3月22日（星期一）开放。在此之前，西部流域十四座城市将于12月3日至4日在里韦拉多夫莱举行区域磋商；数据征集截至12月11日。",
        ),
    ),
    notes=(
        "<ol>"
        "<li>在最热月份，当地太阳时13:00前后各三十分钟内，等候区至少一半面积不受阳光直射的，即计为有遮阴。</li>"
        "<li>六个试点城市为：里韦拉多夫莱、林德茅斯、米托米维利、清汇、圣奥姆、泰勒西拉。</li>"
        "<li>完整数据见新闻资料包中的表格，每处地点一行。使用时请注明来源：城市高温联合办公室。</li>"
        "<li>采访安排：滕德卡市长，11月20日世界协调时07:00至09:00，英文和斯瓦希里文；贝勒哈德里市长，11月21日世界协调时12:00至14:00，阿拉伯文和法文。</li>"
        "</ol>"
    ),
)
