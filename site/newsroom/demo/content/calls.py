"""Calls in every state; their days are counted from the one on which the demonstration is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsroom.demo.content.shapes import Words

#: A question: its label, its kind, its heading, its choices, whether an answer is needed.
Question = tuple[Words, str, Words, Words, bool]


@dataclass(frozen=True)
class DemoCall:
    """A call: its words by language, and its days from today (opening, closing, outcome due, outcome)."""

    slug: str
    kind: str
    title: Words
    summary: Words
    why: Words
    steps: tuple[Words, ...]
    audience: Words
    closes: int
    opens: int | None = None
    time: str = ""
    zone: str = "Europe/Paris"
    extended_from: int | None = None
    extension_note: Words = field(default_factory=dict)
    outcome_due: int | None = None
    outcome_on: int | None = None
    outcome: Words = field(default_factory=dict)
    meetings: tuple[tuple[Words, int | str], ...] = ()
    questions: tuple[Question, ...] = ()
    #: The address of the event that it leads to.
    leads_to_event: str = ""
    others: Mapping[str, Words] = field(default_factory=dict)


CITY: Question = (
    {"en": "City", "fr": "Ville", "ar": "المدينة", "zh-hans": "城市"},
    "singleline",
    {"en": "The city", "fr": "La ville", "ar": "المدينة", "zh-hans": "城市"},
    {},
    True,
)
FOCAL: Question = (
    {"en": "Technical focal point", "fr": "Point focal technique", "ar": "جهة الاتصال الفنية", "zh-hans": "技术联络人"},
    "singleline",
    {"en": "Who takes part", "fr": "Qui participe", "ar": "من يشارك", "zh-hans": "参与者"},
    {},
    True,
)
MAIL: Question = (
    {"en": "E-mail", "fr": "Adresse électronique", "ar": "البريد الإلكتروني", "zh-hans": "电子邮箱"},
    "email",
    {},
    {},
    True,
)
AVAILABLE: Question = (
    {
        "en": "Can you take part?",
        "fr": "Pouvez-vous participer ?",
        "ar": "هل يمكنكم المشاركة؟",
        "zh-hans": "贵方能否参加？",
    },
    "radio",
    {},
    {"en": "Yes\nNo", "fr": "Oui\nNon", "ar": "نعم\nلا", "zh-hans": "能\n不能"},
    True,
)
PLACE: Question = (
    {
        "en": "A place that your city has made bearable",
        "fr": "Un lieu que votre ville a rendu supportable",
        "ar": "مكان جعلته مدينتكم محتملًا",
        "zh-hans": "贵市改善过的一处地方",
    },
    "multiline",
    {"en": "What you bring", "fr": "Ce que vous apportez", "ar": "ما تقدمونه", "zh-hans": "贵方的贡献"},
    {},
    False,
)
PAPER: Question = (
    {"en": "Signed acceptance", "fr": "Acceptation signée", "ar": "القبول الموقَّع", "zh-hans": "已签署的接受函"},
    "file",
    {},
    {},
    False,
)
CONSENT = {
    "en": "I agree that the Assembly keeps this answer to prepare the review, shows it to nobody else and deletes it.",
    "fr": "J’accepte que l’Assemblée conserve cette réponse pour préparer l’examen, ne la montre à personne d’autre et la supprime.",
    "ar": "أوافق على أن يحتفظ المجلس بهذه الإجابة لإعداد المراجعة، وألا يطلع عليها أحدًا غيره، ثم يحذفها.",
    "zh-hans": "本人同意联合会保存此答复以筹备评议，不向他人出示，并在期满后删除。",
}

SUMMERS = DemoCall(
    slug="learn-from-each-others-summers",
    kind="invitation",
    title={
        "en": "Learn from each other’s summers: an invitation to cities and to those who speak for their residents",
        "fr": "Apprendre des étés des autres : une invitation aux villes et à ceux qui parlent pour leurs habitants",
        "ar": "لنتعلم من صيف بعضنا بعضًا: دعوة إلى المدن وإلى من يتحدثون باسم سكانها",
        "zh-hans": "互学度夏之道：致各城市及其居民代言者的邀请",
    },
    summary={
        "en": "Twelve months, three webinars and one frank report: each city brings an engineer and somebody who lives with the result.",
        "fr": "Douze mois, trois webinaires et un rapport sans détour : chaque ville vient avec un ingénieur et quelqu’un qui vit avec le résultat.",
        "ar": "اثنا عشر شهرًا وثلاث ندوات وتقرير صريح: تأتي كل مدينة بمهندس وبمن يعيش مع النتيجة.",
        "zh-hans": "十二个月、三场网络研讨会、一份坦率的报告：每座城市派一位工程师，再请一位生活其中的居民。",
    },
    why={
        "en": "<p>We are pleased to invite your city to learn with others, and from their mistakes as much as from their plans.</p>",
        "fr": "<p>Nous avons le plaisir d’inviter votre ville à apprendre avec d’autres, de leurs erreurs autant que de leurs projets.</p>",
        "ar": "<p>يسرّنا أن ندعو مدينتكم إلى التعلم مع غيرها، من أخطائها بقدر ما تتعلم من خططها.</p>",
        "zh-hans": "<p>谨邀贵市与其他城市一道学习：既学彼此的规划，也学彼此的失误。</p>",
    },
    steps=(
        {
            "en": "Name a technical focal point who stays with the review to its end.",
            "fr": "Désigner un point focal technique qui suive l’examen jusqu’au bout.",
            "ar": "تسمية جهة اتصال فنية تواكب المراجعة حتى نهايتها.",
            "zh-hans": "指定一名技术联络人，全程参与评议。",
        },
        {
            "en": "Name a partner from civil society who brings the voices of young people and of women.",
            "fr": "Désigner un partenaire de la société civile qui porte la voix des jeunes et des femmes.",
            "ar": "تسمية شريك من المجتمع المدني ينقل أصوات الشباب والنساء.",
            "zh-hans": "指定一个民间社会伙伴，反映青年和妇女的声音。",
        },
        {
            "en": "Write a short account of one public place that your city has made bearable, or has failed to.",
            "fr": "Raconter brièvement un lieu public que votre ville a rendu supportable, ou n’a pas su rendre tel.",
            "ar": "كتابة عرض موجز عن مكان عام جعلته مدينتكم محتملًا، أو أخفقت في ذلك.",
            "zh-hans": "简述贵市改善成功或未能改善的一处公共场所。",
        },
    ),
    audience={
        "en": "Any city, member of the Assembly or not. One answer a city.",
        "fr": "Toute ville, membre de l’Assemblée ou non. Une réponse par ville.",
        "ar": "أي مدينة، عضوًا في المجلس كانت أم لا. إجابة واحدة لكل مدينة.",
        "zh-hans": "任何城市均可，无论是否为联合会成员。每市一份答复。",
    },
    closes=27,
    meetings=(
        (
            {
                "en": "Counting: how a city finds its hottest street",
                "fr": "Compter : comment une ville trouve sa rue la plus chaude",
                "ar": "الإحصاء: كيف تعثر المدينة على أشد شوارعها حرًّا",
                "zh-hans": "清点：城市如何找到最热的街道",
            },
            59,
        ),
        (
            {
                "en": "Making: trees, cloth, water, hours",
                "fr": "Faire : arbres, toiles, eau, horaires",
                "ar": "الصنع: أشجار وأقمشة ومياه وأوقات",
                "zh-hans": "营造：树木、遮布、水与时间",
            },
            "month",
        ),
    ),
    questions=(CITY, FOCAL, MAIL, AVAILABLE, PLACE, PAPER),
    leads_to_event="the-rivers-meet",
    others={
        "leads_to": {
            "en": "What is learnt is read out at the summit, where cities that answered speak first.",
            "fr": "Ce qui aura été appris sera lu au sommet, où les villes qui auront répondu parleront les premières.",
            "ar": "يُعرض ما جرى تعلمه في القمة، وتتحدث المدن التي أجابت أولًا.",
            "zh-hans": "所学所得将在峰会上宣读，作出答复的城市优先发言。",
        },
        "salutation": {
            "en": "Dear Mayor, dear colleague,",
            "fr": "Madame, Monsieur le Maire, chers collègues,",
            "ar": "السيد العمدة، الزملاء الأعزاء،",
            "zh-hans": "尊敬的市长、各位同仁：",
        },
        "valediction": {
            "en": "We look forward to a good word from you.",
            "fr": "Dans l’attente d’une bonne nouvelle de votre part.",
            "ar": "نتطلع إلى كلمة طيبة منكم.",
            "zh-hans": "期待佳音。",
        },
    },
)


def plain(text: str) -> Words:
    """Words in English alone."""
    return {"en": text}


SUN_WHY = plain(
    "<p>The common method says how to count shade. It does not yet say how much of it people need. The Joint Office asks for what has been counted.</p>"
)
SUN_STEPS = (
    plain("Counts made with the common method at ten places or more, one row for each place."),
    plain("A sentence on each place by somebody who waits there."),
)
EVIDENCE: tuple[Question, ...] = (CITY, MAIL, PLACE, PAPER)

CALLS = (
    SUMMERS,
    DemoCall(
        "how-long-do-people-wait-in-the-sun",
        "evidence",
        plain("How long do people wait in the sun?"),
        plain("Cities, unions, schools and universities are asked for counts made with the common method."),
        SUN_WHY,
        SUN_STEPS,
        plain("Anyone who has counted."),
        closes=13,
        time="17:00",
        zone="Africa/Nairobi",
        extended_from=-1,
        extension_note=plain("The cities of the upper basin could not count during the floods."),
        questions=EVIDENCE,
    ),
    DemoCall(
        "a-bench-every-two-hundred-metres",
        "proposals",
        plain("A bench every two hundred metres: proposals for the rule"),
        plain("What should the rule say, and who should pay for the bench?"),
        plain("<p>The Assembly will vote on the rule in autumn. It wants to read what people propose first.</p>"),
        (plain("One page that says what the rule should be."),),
        plain("Everybody."),
        closes=1,
        time="23:45",
        zone="Asia/Shanghai",
        questions=EVIDENCE,
    ),
    DemoCall(
        "nominate-a-street-that-changed",
        "nominations",
        plain("Nominate a street that changed"),
        plain("A prize for a street that is easier to live on than five years ago."),
        plain("<p>Those who live there know best. The prize goes to the street, not to its mayor.</p>"),
        (plain("Name the street and what changed."), plain("Send two pictures, then and now.")),
        plain("Whoever lives on the street."),
        opens=20,
        closes=80,
        zone="America/Lima",
        questions=EVIDENCE,
    ),
    DemoCall(
        "the-hours-of-water",
        "evidence",
        plain("The hours of water: when do public fountains run dry?"),
        plain("Cities were asked for the hours of their public fountains."),
        plain("<p>A fountain that runs at noon is worth two that run at night.</p>"),
        (plain("The hours of every public fountain, one row each."),),
        plain("Cities."),
        closes=-9,
        outcome_due=40,
        zone="Europe/Paris",
    ),
    DemoCall(
        "who-opens-the-school-gate",
        "evidence",
        plain("Who opens the school gate? What 212 schools answered"),
        plain("Schools were asked who may use their yards in summer."),
        plain("<p>School yards are the largest shade that most neighbourhoods have.</p>"),
        (plain("Say who may use the yard when school is out."),),
        plain("Schools in member cities."),
        closes=-120,
        outcome_due=-30,
        outcome_on=-33,
        outcome=plain(
            "<p><b>In 140 of 212 schools nobody may.</b> The Assembly will ask its members to open one yard in each district.</p>"
        ),
    ),
)
