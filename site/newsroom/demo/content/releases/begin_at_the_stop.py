"""A speech whose original is Arabic, with English and French translations; it opened a campaign."""

from datetime import UTC, datetime

from newsroom.demo.content.people import MAYOR_OF_TELL_SIRRA
from newsroom.demo.content.places import TELL_SIRRA
from newsroom.demo.content.shapes import Quote, Release, ReleaseText
from newsroom.demo.content.staff import MEMBER_OF_THE_YOUTH_COUNCIL

ARABIC = ReleaseText(
    headline="«ابدأوا من موقف الحافلة»: نعيمة بلحضري تفتتح الحملة في تل سيرة",
    subheadline="كلمة رئيسة البلدية أمام تلاميذ الثانوية الثالثة. يُعتدّ بما يُقال عند الإلقاء.",
    summary="رئيسة بلدية تل سيرة تشرح لتلاميذ المدينة لماذا تبدأ حملة الظل من حيث ينتظر الناس، لا من حيث يتنزّهون.",
    body=(
        (
            "paragraph",
            "صباح الخير. علّمتُ في هذه القاعة إحدى عشرة سنة، وأعرف أن الساعة الحادية عشرة هي أسوأ ساعات اليوم للخطابة، فسأكون قصيرة.",
        ),
        (
            "paragraph",
            "سألني صحفي أمس: لماذا لا تبدأ المدينة بحديقة كبيرة؟ فقلت له إن من يذهب إلى الحديقة اختار أن يذهب إليها، أما من يقف في الموقف فلم يختر شيئًا. إنه ينتظر لأن له عملًا أو موعدًا عند الطبيب أو ولدًا في المدرسة. والمدينة التي تترك من ينتظر تحت الشمس تقول له كل يوم كم يساوي وقته عندها.",
        ),
        ("heading", "من موقف الحافلة"),
        ("quote", "stop"),
        (
            "paragraph",
            "ستخرجون يوم السبت بورقة وعصا إلى 412 موقفًا، وتكتبون ما ترونه لا ما نتمنّى أن تروه. وإذا وجدتم موقفًا بلا ظل فاكتبوا: لا ظل. هاتان الكلمتان أنفع للبلدية من خطابي هذا.",
        ),
        ("quote", "wall"),
        (
            "paragraph",
            "هذا ما قاله زميلكم قبل قليل، وقد تعلّمتُ منه. فأجدادنا لم تكن لديهم موازين حرارة، وكان لديهم جدار يواجه الشرق. بنوا الشوارع ضيّقة، ثم وسّعناها، ثم نصبنا فيها مكيّفات تنفخ الحرّ على المارّة.",
        ),
        (
            "paragraph",
            "لا أعدكم بالأشجار، فالشجرة وعد يفي به غيري بعد عشرين سنة. أعدكم بأن يُنشر كل ما تكتبونه كما كتبتموه، وبأن تُقرأ أوراقكم في مجلس البلدية قبل أي بند آخر. والآن اخرجوا إلى الظل، إن وجدتموه.",
        ),
    ),
)

ENGLISH = ReleaseText(
    headline="“Begin at the bus stop”: Naima Belhadri opens the campaign in Tell Sirra",
    subheadline="Address by the Mayor to the pupils of the Third Secondary School. Check against delivery.",
    summary="The Mayor of Tell Sirra tells the pupils of her city why the campaign for shade begins where people wait, and not where they stroll.",
    body=(
        (
            "paragraph",
            "Good morning. I taught in this hall for eleven years, and I know that eleven o’clock is the worst hour of the day for a speech. I shall be short.",
        ),
        (
            "paragraph",
            "A journalist asked me yesterday why the city does not begin with a large park. I told him that whoever goes to a park has chosen to go there, and whoever stands at a stop has chosen nothing. They wait because they have work, or the doctor, or a child at school. A city that lets them wait in the sun tells them every day what it thinks their time is worth.",
        ),
        ("heading", "From the bus stop"),
        ("quote", "stop"),
        (
            "paragraph",
            "On Saturday you will go out to 412 stops with a sheet of paper and a stick, and write down what you see and not what we should like you to see. If you find a stop without shade, write: no shade. Those two words will be of more use to the city than this speech.",
        ),
        ("quote", "wall"),
        (
            "paragraph",
            "Your classmate said this a moment ago, and I have learnt from him. Our great-grandparents had no thermometers; they had a wall that faced east. They built the streets narrow. Then we widened them, and then we hung machines in them that blow the heat at those who walk by.",
        ),
        (
            "paragraph",
            "I do not promise you trees, for a tree is a promise that somebody else keeps in twenty years. I promise that everything you write will be published as you wrote it, and that your sheets will be read in the council before any other business. And now go out into the shade, if you can find it.",
        ),
    ),
)

FRENCH = ReleaseText(
    headline="« Commencez par l’arrêt d’autobus » : Naima Belhadri ouvre la campagne à Tell Sirra",
    subheadline="Allocution de la maire devant les élèves du troisième lycée. Seul le prononcé fait foi.",
    summary="La maire de Tell Sirra explique aux élèves de sa ville pourquoi la campagne pour l’ombre commence là où l’on attend, et non là où l’on se promène.",
    body=(
        (
            "paragraph",
            "Bonjour. J’ai enseigné onze ans dans cette salle, et je sais que onze heures est la pire heure du jour pour un discours. Je serai brève.",
        ),
        (
            "paragraph",
            "Un journaliste m’a demandé hier pourquoi la ville ne commence pas par un grand parc. Je lui ai dit que celui qui va au parc a choisi d’y aller, et que celui qui se tient à un arrêt n’a rien choisi. Il attend parce qu’il a un travail, un rendez-vous chez le médecin ou un enfant à l’école. Une ville qui le laisse attendre au soleil lui dit chaque jour ce que vaut son temps à ses yeux.",
        ),
        ("heading", "De l’arrêt d’autobus"),
        ("quote", "stop"),
        (
            "paragraph",
            "Samedi, vous irez à 412 arrêts avec une feuille de papier et un bâton, et vous écrirez ce que vous voyez, et non ce que nous aimerions que vous voyiez. Si vous trouvez un arrêt sans ombre, écrivez : pas d’ombre. Ces mots seront plus utiles à la ville que mon discours.",
        ),
        ("quote", "wall"),
        (
            "paragraph",
            "Votre camarade l’a dit à l’instant, et j’ai appris de lui. Nos aïeux n’avaient pas de thermomètres ; ils avaient un mur tourné vers l’est. Ils ont bâti les rues étroites. Puis nous les avons élargies, et nous y avons accroché des machines qui soufflent la chaleur sur les passants.",
        ),
        (
            "paragraph",
            "Je ne vous promets pas d’arbres, car un arbre est une promesse qu’un autre tient dans vingt ans. Je vous promets que tout ce que vous écrirez sera publié tel que vous l’aurez écrit, et que vos feuilles seront lues au conseil avant toute autre affaire. Et maintenant, sortez à l’ombre, si vous en trouvez.",
        ),
    ),
)

QUOTES = {
    "wall": Quote(
        speaker="idris-abu-rahal",
        original="ar",
        words={
            "ar": "أعطِ الناس جدارًا يواجه الشرق، وسيجدون بأنفسهم ساعة الراحة.",
            "en": "Give people a wall that faces east, and they will find the hour of rest by themselves.",
            "fr": "Donnez aux gens un mur tourné vers l’est, et ils trouveront d’eux-mêmes l’heure du repos.",
        },
        role=MEMBER_OF_THE_YOUTH_COUNCIL.titles,
    ),
    "stop": Quote(
        speaker="naima-belhadri",
        original="ar",
        words={
            "ar": "ابدأوا من موقف الحافلة. فإذا أنصفت المدينةُ من ينتظر، أنصفت الجميع.",
            "en": "Begin at the bus stop. If a city can be fair to someone who is waiting, it can be fair to anyone.",
            "fr": "Commencez par l’arrêt d’autobus. Si une ville sait être juste envers celui qui attend, elle saura l’être envers tous.",
        },
        role=MAYOR_OF_TELL_SIRRA.titles,
    ),
}

RELEASE = Release(
    slug="begin-at-the-bus-stop",
    kind="speech",
    released_at=datetime(2025, 5, 8, 8, 0, tzinfo=UTC),
    original="ar",
    place=TELL_SIRRA,
    lead_organisations=("city-of-tell-sirra",),
    supporting_organisations=("assembly-of-confluent-cities",),
    boilerplates=("city-of-tell-sirra", "assembly-of-confluent-cities"),
    contacts=("mito-miwili", "saint-orme"),
    hashtags=("ShadeIsPublic",),
    quotes=QUOTES,
    texts={"ar": ARABIC, "en": ENGLISH, "fr": FRENCH},
)
