"""An open letter in five languages: no quotes, since all of it is spoken by those who sign."""

from datetime import UTC, date, datetime

from newsroom.demo.content.places import SAINT_ORME
from newsroom.demo.content.shapes import Correction, Release, ReleaseText
from newsroom.demo.content.signatories import JOINED, MAYORS, WAITING

#: So many of those who joined signed the text as it was corrected.
LATER = 12

ENGLISH = ReleaseText(
    headline="Forty-four mayors ask for dam releases to be announced in hours, not weeks",
    subheadline="An open letter to the presidents of the river commissions.",
    summary="The letter, open for signature until the end of the year, has 144 confirmed signatories in twenty countries.",
    body=(
        ("paragraph", "To the presidents of the river commissions of the eastern and western basins."),
        (
            "paragraph",
            "We govern cities that lie below other people’s dams. When a gate is opened, we learn of it from the water. The report reaches us later: after 19 days on average, over the last five years, and once after seven weeks, bound, with a map.",
        ),
        (
            "paragraph",
            "We do not ask you to keep the gates shut. A dam that cannot be opened is more dangerous than one that can, and we know that the person at the wheel often has minutes to decide. We ask for the minute after that.",
        ),
        ("heading", "We ask three things"),
        (
            "list",
            [
                "That whoever opens a gate telephones the next city downstream within the hour, by day and by night.",
                "That the number to call is written on the wall beside the wheel, and tried on the first Monday of every month.",
                "That the hour of each opening and the hour of each call stand side by side in a public register.",
            ],
        ),
        (
            "paragraph",
            "None of this needs a treaty, a satellite or a fund. It needs a telephone, a list and the habit of using both. We have put our own numbers at the end of this letter, and we promise that somebody will answer.",
        ),
        ("paragraph", "We will do the same for the cities that lie below us."),
    ),
    notes="<p>Forty-four mayors signed the letter first. It has since been joined by cities, utilities and boatmen’s guilds; 144 signatures were confirmed by 12 November. It stays open until 31 December 2026. The figure of nineteen days comes from 212 reports received by member cities from 2021 to 2025.</p>",
)

FRENCH = ReleaseText(
    headline="Quarante-quatre maires demandent que les lâchers d’eau soient annoncés en heures, et non en semaines",
    subheadline="Lettre ouverte aux présidents des commissions fluviales.",
    summary="La lettre, ouverte à la signature jusqu’à la fin de l’année, compte 144 signataires confirmés dans vingt pays.",
    body=(
        ("paragraph", "Aux présidents des commissions fluviales des bassins oriental et occidental."),
        (
            "paragraph",
            "Nous gouvernons des villes situées en aval des barrages d’autrui. Quand une vanne s’ouvre, c’est l’eau qui nous l’apprend. Le rapport vient ensuite : au bout de 19 jours en moyenne ces cinq dernières années, et une fois au bout de sept semaines, relié, avec une carte.",
        ),
        (
            "paragraph",
            "Nous ne vous demandons pas de garder les vannes fermées. Un barrage qu’on ne peut ouvrir est plus dangereux qu’un barrage qu’on ouvre, et nous savons que la personne à la manœuvre de la vanne n’a souvent que des minutes pour décider. Nous demandons la minute d’après.",
        ),
        ("heading", "Nous demandons trois choses"),
        (
            "list",
            [
                "Que quiconque ouvre une vanne téléphone dans l’heure à la ville suivante en aval, de jour comme de nuit.",
                "Que le numéro à appeler soit inscrit au mur près du volant de manœuvre, et essayé le premier lundi de chaque mois.",
                "Que l’heure de chaque ouverture et l’heure de chaque appel figurent côte à côte dans un registre public.",
            ],
        ),
        (
            "paragraph",
            "Rien de cela n’exige un traité, un satellite ou un fonds. Il y faut un téléphone, une liste et l’habitude de se servir des deux. Nous avons mis nos propres numéros à la fin de cette lettre, et nous promettons que quelqu’un répondra.",
        ),
        ("paragraph", "Nous ferons de même pour les villes situées en aval des nôtres."),
    ),
    notes="<p>Quarante-quatre maires ont signé la lettre les premiers. Des villes, des services des eaux et des corporations de bateliers les ont rejoints ; 144 signatures étaient confirmées au 12 novembre. La lettre reste ouverte jusqu’au 31 décembre 2026. Le chiffre de dix-neuf jours provient de 212 rapports reçus par les villes membres de 2021 à 2025.</p>",
)

SPANISH = ReleaseText(
    headline="Cuarenta y cuatro alcaldes piden que los desembalses se anuncien en horas y no en semanas",
    subheadline="Carta abierta a los presidentes de las comisiones fluviales.",
    summary="La carta, abierta a la firma hasta fin de año, tiene 144 firmantes confirmados en veinte países.",
    body=(
        ("paragraph", "A los presidentes de las comisiones fluviales de las cuencas oriental y occidental."),
        (
            "paragraph",
            "Gobernamos ciudades situadas aguas abajo de presas ajenas. Cuando se abre una compuerta, nos enteramos por el agua. El informe llega después: a los 19 días, de promedio, en los últimos cinco años, y una vez a las siete semanas, encuadernado y con un mapa.",
        ),
        (
            "paragraph",
            "No les pedimos que mantengan cerradas las compuertas. Una presa que no puede abrirse es más peligrosa que otra que sí puede, y sabemos que quien maneja la compuerta suele tener minutos para decidir. Pedimos el minuto siguiente.",
        ),
        ("heading", "Pedimos tres cosas"),
        (
            "list",
            [
                "Que quien abra una compuerta llame por teléfono a la ciudad siguiente en menos de una hora, de día y de noche.",
                "Que el número al que hay que llamar esté escrito en la pared, junto al volante de maniobra, y se pruebe el primer lunes de cada mes.",
                "Que la hora de cada apertura y la hora de cada llamada figuren una junto a otra en un registro público.",
            ],
        ),
        (
            "paragraph",
            "Nada de esto exige un tratado, un satélite ni un fondo. Exige un teléfono, una lista y la costumbre de usar ambos. Hemos puesto nuestros números al final de esta carta, y prometemos que alguien contestará.",
        ),
        ("paragraph", "Nosotros haremos lo mismo por las ciudades que quedan aguas abajo de las nuestras."),
    ),
    notes="<p>Cuarenta y cuatro alcaldes y alcaldesas firmaron la carta en primer lugar. Se han sumado después ciudades, empresas de aguas y gremios de barqueros; el 12 de noviembre había 144 firmas confirmadas. Sigue abierta hasta el 31 de diciembre de 2026. La cifra de diecinueve días procede de 212 informes recibidos por las ciudades miembros entre 2021 y 2025.</p>",
)

ARABIC = ReleaseText(
    headline="أربعة وأربعون من رؤساء البلديات يطلبون الإعلان عن فتح السدود خلال ساعات لا بعد أسابيع",
    subheadline="رسالة مفتوحة إلى رؤساء لجان الأنهار.",
    summary="الرسالة مفتوحة للتوقيع حتى نهاية العام، وعليها 144 توقيعًا مؤكّدًا في عشرين بلدًا.",
    body=(
        ("paragraph", "إلى رؤساء لجان الأنهار في الحوضين الشرقي والغربي."),
        (
            "paragraph",
            "نحن نُدير مدنًا تقع أسفل سدود الآخرين. فإذا فُتحت بوابة علمنا بها من الماء. أما التقرير فيصلنا لاحقًا: بعد 19 يومًا في المتوسط خلال السنوات الخمس الماضية، ومرةً بعد سبعة أسابيع، مجلّدًا ومعه خريطة.",
        ),
        (
            "paragraph",
            "لا نطلب منكم إبقاء البوابات مغلقة. فالسدّ الذي لا يُفتح أخطر من السدّ الذي يُفتح، ونعلم أن الواقف عند عجلة البوابة لا يملك في الغالب إلا دقائق ليقرّر. نحن نطلب الدقيقة التي تليها.",
        ),
        ("heading", "نطلب ثلاثة أمور"),
        (
            "list",
            [
                "أن يتصل كل من يفتح بوابةً بالمدينة التالية في أسفل النهر خلال ساعة، ليلًا ونهارًا.",
                "أن يُكتب رقم الهاتف على الحائط بجانب عجلة البوابة، وأن يُجرَّب في أول يوم اثنين من كل شهر.",
                "أن تُدوَّن ساعة كل فتح وساعة كل اتصال جنبًا إلى جنب في سجلّ عام.",
            ],
        ),
        (
            "paragraph",
            "لا يحتاج أيٌّ من ذلك إلى معاهدة أو قمر صناعي أو صندوق. إنه يحتاج إلى هاتف وقائمة وإلى عادة استعمالهما. وقد وضعنا أرقامنا في آخر هذه الرسالة، ونعد بأن أحدًا سيجيب.",
        ),
        ("paragraph", "وسنفعل الأمر نفسه من أجل المدن الواقعة أسفل مدننا."),
    ),
    notes="<p>وقّع الرسالةَ أولًا أربعة وأربعون من رؤساء البلديات ورئيساتها، ثم انضمت إليهم مدن ومرافق مياه ونقابات مراكبية؛ وبلغت التواقيع المؤكّدة 144 توقيعًا في 12 تشرين الثاني/نوفمبر. وتبقى الرسالة مفتوحة حتى 31 كانون الأول/ديسمبر 2026. أما مدة التسعة عشر يومًا فمستخلصة من 212 تقريرًا تلقّتها المدن الأعضاء من عام 2021 إلى عام 2025.</p>",
)

CHINESE = ReleaseText(
    headline="四十四位市长要求：水坝放水应在数小时内通报，而不是几周之后",
    subheadline="致各河流委员会主席的公开信。",
    summary="公开信开放联署至年底，目前已有二十个国家的144位署名者得到确认。",
    body=(
        ("paragraph", "致东西两流域各河流委员会主席："),
        (
            "paragraph",
            "我们治理的城市，位于别人的水坝之下。闸门一开，我们是从水那里得知的。报告随后才到：过去五年平均要等19天，有一次等了七个星期，装订成册，还附了一张地图。",
        ),
        (
            "paragraph",
            "我们并不要求诸位让闸门一直关着。打不开的水坝比能打开的更危险；我们也知道，站在转轮旁的人往往只有几分钟来决定。我们要的，是那之后的一分钟。",
        ),
        ("heading", "我们提出三项要求"),
        (
            "list",
            [
                "开闸者须在一小时内致电下游的下一座城市，昼夜如此。",
                "应拨打的电话号码写在转轮旁的墙上，每月第一个星期一试拨一次。",
                "每次开闸的时间与每次通话的时间，并列登记在公开的簿册中。",
            ],
        ),
        (
            "paragraph",
            "这一切不需要条约、卫星或基金，只需要一部电话、一份名单和使用它们的习惯。我们已把自己的号码附在信末，并承诺一定有人接听。",
        ),
        ("paragraph", "对位于我们下游的城市，我们也将这样做。"),
    ),
    notes="<p>首批署名者为四十四位市长，此后又有城市、供水机构和船工行会加入；截至11月12日，已确认的署名共144个。联署截至2026年12月31日。十九天这一数字来自成员城市2021年至2025年收到的212份报告。</p>",
)

RELEASE = Release(
    slug="forty-four-mayors-on-dam-releases",
    kind="open-letter",
    released_at=datetime(2026, 11, 12, 9, 0, tzinfo=UTC),
    original="en",
    place=SAINT_ORME,
    lead_organisations=("assembly-of-confluent-cities",),
    supporting_organisations=("city-of-tell-sirra", "city-of-lindmouth", "city-of-mito-miwili"),
    boilerplates=("assembly-of-confluent-cities",),
    contacts=("saint-orme", "qinghui"),
    hashtags=("TellTheRiver",),
    texts={"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ar": ARABIC, "zh-hans": CHINESE},
    signatories=MAYORS,
    joined=JOINED[:-LATER],
    joined_later=JOINED[-LATER:],
    correction=Correction(
        corrected_at=datetime(2026, 11, 24, 10, 15, tzinfo=UTC),
        kind="factual",
        mistake="17",
        mended="19",
        said={
            "en": "The report reaches us after 17 days on average.",
            "fr": "Le rapport nous parvient au bout de 17 jours en moyenne.",
            "es": "El informe nos llega a los 17 días, de promedio.",
            "ar": "يصلنا التقرير بعد 17 يومًا في المتوسط.",
            "zh-hans": "报告平均要等17天才到。",
        },
        says={
            "en": "The report reaches us after 19 days on average.",
            "fr": "Le rapport nous parvient au bout de 19 jours en moyenne.",
            "es": "El informe nos llega a los 19 días, de promedio.",
            "ar": "يصلنا التقرير بعد 19 يومًا في المتوسط.",
            "zh-hans": "报告平均要等19天才到。",
        },
        reason={
            "en": "The reports of 2025 had been left out of the average.",
            "fr": "Les rapports de 2025 avaient été omis de la moyenne.",
            "es": "En el promedio se habían omitido los informes de 2025.",
            "ar": "أُغفلت تقارير عام 2025 عند حساب المتوسط.",
            "zh-hans": "计算平均值时遗漏了2025年的报告。",
        },
    ),
    waiting=WAITING,
    open_until=date(2026, 12, 31),
    zone="Europe/Paris",
)
