"""A statement in four languages, Russian among them, with two quotes and a chart."""

from datetime import UTC, datetime

from newsroom.demo.content.people import SECRETARY_GENERAL, VICE_CHAIR
from newsroom.demo.content.places import SAINT_ORME
from newsroom.demo.content.shapes import Quote, Release, ReleaseText

ENGLISH = ReleaseText(
    headline="On the flooding in Lindmouth: what the cities upstream knew, and when they said it",
    subheadline="Statement by the Secretary-General of the Assembly of Confluent Cities.",
    summary="Eleven hours passed between the first gauge and the first telephone call. The Secretary-General asks the river commissions to close that gap before spring.",
    body=(
        (
            "paragraph",
            "In the night of 14 to 15 November the Lind rose by 2.9 metres in Lindmouth. Some 3,100 people left their homes in the dark. Nobody died, which we owe to eleven lock-keepers, to the neighbours who knocked on doors, and to luck. The Assembly thanks the first two and does not wish to rely on the third.",
        ),
        (
            "paragraph",
            "At 13:40 UTC on Saturday the gauge at Upper Harrow passed its mark. It was read, and written down. The first telephone call to Lindmouth was made at 00:40 UTC on Sunday, eleven hours later. The water reached the quay at 02:10 UTC. The city had ninety minutes; it could have had half a day.",
        ),
        ("image", "river-gauges"),
        ("quote", "telephone"),
        (
            "paragraph",
            "We name no one who was on duty that night. Those we have spoken to followed their instructions, and the instructions say that a gauge is reported in the morning bulletin. It is the instructions that have to change.",
        ),
        ("heading", "What we ask"),
        (
            "list",
            [
                "That every gauge which passes its mark be reported to the next city downstream within the hour, by a person who speaks to a person.",
                "That the river commissions publish, after every flood, the hour of each reading and of each call.",
                "That both be in force before 1 March 2027, when the snow begins to melt.",
            ],
        ),
        ("quote", "arrives"),
        (
            "paragraph",
            "Forty-four mayors asked for the same on 12 November, two days before the water came. Their letter needs no stronger argument now, and we would have given much for it to remain an argument.",
        ),
    ),
    notes="<p>The hours are taken from the log of the Upper Harrow gauge and from the call register of the Lindmouth fire brigade, which both bodies have released. All times are UTC. The chart in this release shows the four gauges between Upper Harrow and the quay at Lindmouth.</p>",
)

FRENCH = ReleaseText(
    headline="Crue de Lindmouth : ce que l’amont savait, et quand il l’a dit",
    subheadline="Déclaration de la secrétaire générale de l’Assemblée des villes confluentes.",
    summary="Onze heures ont séparé le premier relevé du premier appel téléphonique. La secrétaire générale demande aux commissions fluviales de combler cet écart avant le printemps.",
    body=(
        (
            "paragraph",
            "Dans la nuit du 14 au 15 novembre, la Lind est montée de 2,9 mètres à Lindmouth. Quelque 3 100 personnes ont quitté leur logement dans le noir. Nul n’est mort, et nous le devons à onze éclusiers, aux voisins qui ont frappé aux portes et à la chance. L’Assemblée remercie les premiers et les deuxièmes, et ne souhaite pas compter sur la troisième.",
        ),
        (
            "paragraph",
            "Samedi à 13 h 40 UTC, l’échelle d’Upper Harrow a dépassé son repère. Le niveau a été lu, et noté. Le premier appel téléphonique vers Lindmouth a été passé dimanche à 0 h 40 UTC, soit onze heures plus tard. L’eau a atteint le quai à 2 h 10 UTC. La ville a eu quatre-vingt-dix minutes ; elle aurait pu avoir une demi-journée.",
        ),
        ("image", "river-gauges"),
        ("quote", "telephone"),
        (
            "paragraph",
            "Nous ne nommons aucun de ceux qui étaient de service cette nuit-là. Ceux à qui nous avons parlé ont suivi leurs consignes, et les consignes veulent qu’un relevé figure dans le bulletin du matin. Ce sont les consignes qu’il faut changer.",
        ),
        ("heading", "Ce que nous demandons"),
        (
            "list",
            [
                "Que tout dépassement de repère soit signalé dans l’heure à la ville suivante en aval, par une personne qui parle à une personne.",
                "Que les commissions fluviales publient, après chaque crue, l’heure de chaque relevé et de chaque appel.",
                "Que ces deux règles soient en vigueur avant le 1er mars 2027, quand la neige commence à fondre.",
            ],
        ),
        ("quote", "arrives"),
        (
            "paragraph",
            "Quarante-quatre maires ont demandé la même chose le 12 novembre, deux jours avant la venue de l’eau. Leur lettre n’a plus besoin d’un argument plus fort, et nous aurions beaucoup donné pour que cela restât un argument.",
        ),
    ),
    notes="<p>Les heures sont tirées du journal de l’échelle d’Upper Harrow et du registre d’appels des pompiers de Lindmouth, que les deux services ont rendus publics. Elles sont données en UTC. Le graphique montre les quatre échelles situées entre Upper Harrow et le quai de Lindmouth.</p>",
)

ARABIC = ReleaseText(
    headline="عن فيضان ليندماوث: ما الذي عرفته مدن أعلى النهر، ومتى أبلغت به",
    subheadline="تصريح الأمينة العامة لمجلس مدن ملتقى الأنهار.",
    summary="مرّت إحدى عشرة ساعة بين أول قياس وأول اتصال هاتفي. والأمينة العامة تطلب من لجان الأنهار سدّ هذه الفجوة قبل الربيع.",
    body=(
        (
            "paragraph",
            "في ليلة 14–15 تشرين الثاني/نوفمبر ارتفع نهر ليند 2.9 متر في ليندماوث، فغادر نحو 3,100 شخص بيوتهم في الظلام. ولم يمت أحد، والفضل في ذلك لأحد عشر حارسًا للأهوسة، وللجيران الذين طرقوا الأبواب، وللحظ. ويشكر المجلس الحرّاس والجيران، ولا يريد أن يعتمد على الحظ.",
        ),
        (
            "paragraph",
            "ففي الساعة 13:40 بالتوقيت العالمي من يوم السبت تجاوز مقياس هارو الأعلى علامته. قُرئ المنسوب ودُوّن. أما أول اتصال هاتفي بليندماوث فجرى في الساعة 00:40 بالتوقيت العالمي من يوم الأحد، أي بعد إحدى عشرة ساعة. وبلغ الماء الرصيف في الساعة 02:10 بالتوقيت العالمي. كان أمام المدينة تسعون دقيقة، وكان يمكن أن يكون أمامها نصف يوم.",
        ),
        ("image", "river-gauges"),
        ("quote", "telephone"),
        (
            "paragraph",
            "ولن نسمّي أحدًا ممن كانوا في الخدمة تلك الليلة. فقد اتّبع من تحدّثنا إليهم التعليمات، والتعليمات تقضي بإدراج القياس في نشرة الصباح. التعليمات هي التي يجب أن تتغيّر.",
        ),
        ("heading", "ما نطلبه"),
        (
            "list",
            [
                "أن يُبلَّغ عن كل مقياس يتجاوز علامته إلى المدينة التالية في أسفل النهر خلال ساعة، وأن يُبلّغ عنه شخصٌ يكلّم شخصًا.",
                "أن تنشر لجان الأنهار بعد كل فيضان ساعة كل قياس وساعة كل اتصال.",
                "أن يسري الأمران قبل 1 آذار/مارس 2027، حين يبدأ ذوبان الثلوج.",
            ],
        ),
        ("quote", "arrives"),
        (
            "paragraph",
            "لقد طلب أربعة وأربعون من رؤساء البلديات الأمر نفسه في 12 تشرين الثاني/نوفمبر، قبل وصول الماء بيومين. ولم تعد رسالتهم تحتاج إلى حجة أقوى، وكنا نتمنى لو بقيت مجرد حجة.",
        ),
    ),
    notes="<p>الساعات مأخوذة من سجلّ مقياس هارو الأعلى ومن سجلّ اتصالات إطفاء ليندماوث، وقد نشرتهما الجهتان. وكلها بالتوقيت العالمي. ويبيّن الرسم المقاييس الأربعة بين هارو الأعلى ورصيف ليندماوث.</p>",
)

RUSSIAN = ReleaseText(
    headline="О наводнении в Линдмуте: что знали города выше по течению и когда они об этом сообщили",
    subheadline="Заявление генерального секретаря Ассамблеи городов у слияния рек.",
    summary="Между первым показанием и первым телефонным звонком прошло одиннадцать часов. Генеральный секретарь просит речные комиссии устранить этот разрыв до весны.",
    body=(
        (
            "paragraph",
            "В ночь с 14 на 15 ноября уровень реки Линд в Линдмуте поднялся на 2,9 метра. Около 3100 человек покинули свои дома в темноте. Никто не погиб — благодаря одиннадцати смотрителям шлюзов, соседям, которые стучали в двери, и везению. Первым и вторым Ассамблея благодарна; на третье она полагаться не хочет.",
        ),
        (
            "paragraph",
            "В субботу в 13:40 по всемирному времени вода на посту Верхний Харроу прошла отметку. Показание сняли и записали. Первый телефонный звонок в Линдмут раздался в воскресенье в 00:40 по всемирному времени — одиннадцать часов спустя. В 02:10 по всемирному времени вода дошла до набережной. У города было девяносто минут, а могло быть полдня.",
        ),
        ("image", "river-gauges"),
        ("quote", "telephone"),
        (
            "paragraph",
            "Мы не называем тех, кто дежурил в ту ночь. Люди, с которыми мы говорили, действовали по инструкции, а инструкция велит сообщать о показании в утренней сводке. Менять нужно инструкцию.",
        ),
        ("heading", "О чём мы просим"),
        (
            "list",
            [
                "Чтобы о каждом превышении отметки в течение часа сообщали следующему городу вниз по течению и чтобы человек говорил с человеком.",
                "Чтобы после каждого паводка речные комиссии публиковали время каждого показания и каждого звонка.",
                "Чтобы и то и другое вступило в силу до 1 марта 2027 года, когда начинает таять снег.",
            ],
        ),
        ("quote", "arrives"),
        (
            "paragraph",
            "Сорок четыре мэра просили о том же 12 ноября, за два дня до прихода воды. Более сильного довода их письму теперь не нужно, и мы дорого дали бы за то, чтобы оно его не получило.",
        ),
    ),
    notes="<p>Время указано по журналу поста Верхний Харроу и по реестру вызовов пожарной службы Линдмута, которые обнародовали обе службы. Всё время — всемирное. На графике показаны четыре поста между Верхним Харроу и набережной Линдмута.</p>",
)

QUOTES = {
    "telephone": Quote(
        speaker="ilse-vandermoor",
        original="en",
        words={
            "en": "We can measure a river to the centimetre and we could not find a telephone. That is not a failure of science. It is a failure of manners, and manners can be learned by spring.",
            "fr": "Nous savons mesurer une rivière au centimètre près et nous n’avons pas su trouver un téléphone. Ce n’est pas une défaillance de la science. C’est un manque de savoir-vivre, et le savoir-vivre peut s’apprendre d’ici au printemps.",
            "ar": "نستطيع أن نقيس النهر بالسنتيمتر ولم نستطع أن نجد هاتفًا. ليس هذا إخفاقًا للعلم، بل إخفاق في آداب الجوار، وآداب الجوار يمكن أن نتعلّمها قبل الربيع.",
            "ru": "Мы умеем измерять реку до сантиметра, но не смогли найти телефон. Это провал не науки, а добрососедства, а добрососедству можно научиться к весне.",
        },
        role=SECRETARY_GENERAL.titles,
        approvers={"fr": "Halima Okoth"},
        machine=("ru",),
    ),
    "arrives": Quote(
        speaker="naima-belhadri",
        original="fr",
        words={
            "en": "A river never surprises anyone. It tells the first city, and then it waits to see whether the first city will tell the second.",
            "fr": "Une rivière ne surprend jamais personne. Elle prévient la première ville, puis elle attend de voir si la première préviendra la deuxième.",
            "ar": "النهر لا يفاجئ أحدًا. إنه يُخبر المدينة الأولى، ثم ينتظر ليرى هل تُخبر الأولى الثانية.",
            "ru": "Река никого не застаёт врасплох. Она предупреждает первый город, а потом ждёт, предупредит ли первый второй.",
        },
        role=VICE_CHAIR.titles,
    ),
}

RELEASE = Release(
    slug="on-the-flooding-in-lindmouth",
    kind="statement",
    released_at=datetime(2026, 11, 16, 17, 30, tzinfo=UTC),
    original="en",
    place=SAINT_ORME,
    lead_organisations=("assembly-of-confluent-cities",),
    supporting_organisations=("city-of-lindmouth",),
    boilerplates=("assembly-of-confluent-cities",),
    contacts=("saint-orme",),
    hashtags=("TellTheRiver",),
    quotes=QUOTES,
    texts={"en": ENGLISH, "fr": FRENCH, "ar": ARABIC, "ru": RUSSIAN},
)
