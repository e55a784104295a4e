"""A press release with the longest headline, in three languages, with three quotes and an image."""

from datetime import UTC, datetime

from newsroom.demo.content.people import MAYOR_OF_TELL_SIRRA, PRESIDENT_OF_THE_FEDERATION
from newsroom.demo.content.places import TELL_SIRRA
from newsroom.demo.content.shapes import Quote, Release, ReleaseText
from newsroom.demo.content.staff import CHIEF_HEAT_OFFICER

ENGLISH = ReleaseText(
    headline="Lindmouth, Saint-Orme and Tell Sirra open their tram depots for three nights so that anyone without a cool room at home can sleep near running water",
    subheadline="The drivers’ unions proposed it and keep the doors.",
    summary="The depots open from tonight, and afterwards on every night forecast above 27 °C. The drivers’ unions proposed it and keep the doors.",
    body=(
        (
            "paragraph",
            "From tonight the tram depots of Lindmouth, Saint-Orme and Tell Sirra are open to anyone who has no cool room at home. They stay open until Thursday morning, and again on every night forecast above 27 °C until the end of October. Nobody is asked for a name.",
        ),
        (
            "paragraph",
            "A depot is a good place to be hot in. Its walls are a metre thick, its roof was built to let out steam, and there is running water in every pit. At three in the morning of 14 September the depot at Tell Sirra stood at 22 °C, when the flats above the market stood at 31.",
        ),
        ("quote", "coolest"),
        ("heading", "What there is"),
        (
            "list",
            [
                "1,260 camp beds in the three halls, some of them behind curtains.",
                "Drinking water, showers, a nurse and a socket for every bed that needs one.",
                "A tram from the old town at half past nine, and back at five and at seven, free of charge.",
                "Room for dogs. Cats are asked to make their own arrangements.",
            ],
        ),
        ("quote", "night-shift"),
        (
            "paragraph",
            "The proposal came from the drivers’ unions, whose members have always slept in the depots between shifts and knew what they had. They also keep the doors, on paid hours, and the trams leave on time in the morning because they are moved before the beds are laid out.",
        ),
        ("quote", "benches"),
    ),
    notes="<p>The forecast used is the lowest temperature of the night at the depot’s own weather mast. Photographers are welcome until 21:00, and after that only by invitation of those who sleep there.</p>",
)

FRENCH = ReleaseText(
    headline="Lindmouth, Saint-Orme et Tell Sirra ouvrent leurs dépôts de tramways pendant trois nuits à quiconque n’a pas de pièce fraîche chez soi, pour dormir près d’une eau courante",
    subheadline="Les syndicats de conducteurs l’ont proposé, et ce sont eux qui tiennent les portes.",
    summary="Les dépôts ouvrent dès ce soir, puis chaque nuit annoncée à plus de 27 °C. Les syndicats de conducteurs l’ont proposé, et ce sont eux qui tiennent les portes.",
    body=(
        (
            "paragraph",
            "À partir de ce soir, les dépôts de tramways de Lindmouth, de Saint-Orme et de Tell Sirra sont ouverts à quiconque n’a pas de pièce fraîche chez soi. Ils le restent jusqu’à jeudi matin, puis de nouveau chaque nuit annoncée à plus de 27 °C jusqu’à la fin d’octobre. On ne demande son nom à personne.",
        ),
        (
            "paragraph",
            "Un dépôt est un bon endroit où avoir chaud. Ses murs ont un mètre d’épaisseur, son toit fut conçu pour laisser sortir la vapeur, et il y a de l’eau courante dans chaque fosse. Le 14 septembre à trois heures du matin, il faisait 22 °C au dépôt de Tell Sirra et 31 °C dans les appartements au-dessus du marché.",
        ),
        ("quote", "coolest"),
        ("heading", "Ce qu’on y trouve"),
        (
            "list",
            [
                "1 260 lits de camp dans les trois halles, dont certains derrière des rideaux.",
                "De l’eau potable, des douches, une infirmière et une prise pour chaque lit qui en a besoin.",
                "Un tramway au départ de la vieille ville à 21 h 30, et le retour à 5 h et à 7 h, sans frais.",
                "De la place pour les chiens. Les chats sont priés de s’organiser eux-mêmes.",
            ],
        ),
        ("quote", "night-shift"),
        (
            "paragraph",
            "La proposition vient des syndicats de conducteurs, dont les membres ont toujours dormi dans les dépôts entre deux services et savaient ce qu’ils avaient là. Ce sont eux aussi qui tiennent les portes, sur des heures payées, et les tramways partent à l’heure le matin parce qu’on les déplace avant d’installer les lits.",
        ),
        ("quote", "benches"),
    ),
    notes="<p>La prévision retenue est la température minimale de la nuit au mât météorologique du dépôt. Les photographes sont les bienvenus jusqu’à 21 h, puis seulement à l’invitation de ceux qui dorment là.</p>",
)

ARABIC = ReleaseText(
    headline="ليندماوث وسانت أورم وتل سيرة تفتح مستودعات الترام ثلاث ليالٍ كي ينام قرب ماء جارٍ كل من لا يجد في بيته غرفة باردة",
    subheadline="اقترحت الأمرَ نقاباتُ السائقين، وهي التي تحرس الأبواب.",
    summary="تُفتح المستودعات الليلة، ثم في كل ليلة يُتوقع أن تتجاوز حرارتها 27 درجة مئوية. وقد اقترحت الأمرَ نقاباتُ السائقين، وهي التي تحرس الأبواب.",
    body=(
        (
            "paragraph",
            "تُفتح ابتداءً من الليلة مستودعات الترام في ليندماوث وسانت أورم وتل سيرة لكل من لا يجد في بيته غرفة باردة. وتبقى مفتوحة حتى صباح الخميس، ثم تُفتح من جديد في كل ليلة يُتوقع أن تتجاوز حرارتها 27 درجة مئوية حتى نهاية تشرين الأول/أكتوبر. ولا يُسأل أحد عن اسمه.",
        ),
        (
            "paragraph",
            "والمستودع مكان حسن لمن أصابه الحرّ: جدرانه بسُمك متر، وسقفه بُني ليُخرج البخار، وفي كل حفرة صيانة ماء جارٍ. ففي الثالثة من فجر 14 أيلول/سبتمبر كانت الحرارة في مستودع تل سيرة 22 درجة، وكانت في الشقق التي فوق السوق 31 درجة.",
        ),
        ("quote", "coolest"),
        ("heading", "ما يجده القادم"),
        (
            "list",
            [
                "1,260 سريرًا ميدانيًّا في القاعات الثلاث، بعضها خلف ستائر.",
                "ماء للشرب، وحمّامات، وممرّضة، ومقبس كهرباء لكل سرير يحتاج إليه.",
                "ترام من المدينة القديمة في الساعة 21:30، وعودة في الخامسة والسابعة صباحًا، بلا أجرة.",
                "متّسع للكلاب. أما القطط فتُدعى إلى تدبير أمرها بنفسها.",
            ],
        ),
        ("quote", "night-shift"),
        (
            "paragraph",
            "جاء الاقتراح من نقابات السائقين الذين طالما ناموا في المستودعات بين نوبتين وعرفوا ما فيها. وهم أيضًا من يحرسون الأبواب، في ساعات مدفوعة الأجر. وتنطلق عربات الترام صباحًا في مواعيدها لأنها تُحرَّك قبل أن تُصفّ الأسرّة.",
        ),
        ("quote", "benches"),
    ),
    notes="<p>التوقع المعتمد هو أدنى حرارة في الليل عند سارية الأرصاد في المستودع نفسه. ويُرحَّب بالمصورين حتى الساعة 21:00، ثم بدعوة من النائمين وحدهم.</p>",
)

QUOTES = {
    "coolest": Quote(
        speaker="naima-belhadri",
        original="ar",
        words={
            "en": "We opened the depot because it was the coolest room we own. Nobody has stolen a tram.",
            "fr": "Nous avons ouvert le dépôt parce que c’était la pièce la plus fraîche que nous possédions. Personne n’a volé de tramway.",
            "ar": "فتحنا المستودع لأنه أبرد غرفة نملكها. ولم يسرق أحد ترامًا.",
        },
        role=MAYOR_OF_TELL_SIRRA.titles,
    ),
    "night-shift": Quote(
        speaker="kwabena-asiedu-park",
        original="en",
        words={
            "en": "Every driver on nights knows this hall. You lie down at two with the wall against your back and it is like leaning on the winter. It seemed mean to keep it to ourselves.",
            "fr": "Tous les conducteurs de nuit connaissent cette halle. On s’allonge à deux heures, le dos au mur, et c’est comme s’adosser à l’hiver. Il nous paraissait mesquin de la garder pour nous.",
            "ar": "كل سائق ليلي يعرف هذه القاعة. تستلقي في الثانية فجرًا وظهرك إلى الجدار فكأنك تستند إلى الشتاء. وقد رأينا من البخل أن نحتفظ بها لأنفسنا.",
        },
        role=PRESIDENT_OF_THE_FEDERATION.titles,
    ),
    "benches": Quote(
        speaker="maeve-corrigan-holt",
        original="en",
        words={
            "en": "We were asked for a monument to the heatwave. We proposed eleven hundred benches, and until they stand, four hundred beds.",
            "fr": "On nous demandait un monument à la canicule. Nous avons proposé onze cents bancs et, en attendant qu’ils soient posés, quatre cents lits.",
            "ar": "طُلب منا نصب تذكاري لموجة الحرّ، فاقترحنا ألفًا ومئة مقعد، وإلى أن تُنصب، أربعمئة سرير.",
        },
        role=CHIEF_HEAT_OFFICER.titles,
    ),
}

RELEASE = Release(
    slug="three-cities-open-their-tram-depots",
    kind="press-release",
    released_at=datetime(2026, 9, 21, 15, 0, tzinfo=UTC),
    original="en",
    place=TELL_SIRRA,
    lead_organisations=("city-of-tell-sirra", "city-of-lindmouth"),
    supporting_organisations=("two-basins-transit-federation", "joint-office-for-urban-heat"),
    boilerplates=("city-of-tell-sirra", "city-of-lindmouth", "two-basins-transit-federation"),
    contacts=("saint-orme", "mito-miwili"),
    hashtags=("ShadeIsPublic", "CoolNights"),
    image="tram-depot",
    quotes=QUOTES,
    texts={"en": ENGLISH, "fr": FRENCH, "ar": ARABIC},
)
