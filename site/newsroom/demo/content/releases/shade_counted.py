"""The lead release of the demonstration, in all six languages, corrected once."""

from datetime import UTC, datetime

from newsroom.demo.content.people import (
    DEPUTY_MAYOR_OF_QINGHUI,
    MAYOR_OF_RIBERA_DOBLE,
    MAYOR_OF_TELL_SIRRA,
    PRESIDENT_OF_THE_FEDERATION,
    SECRETARY_GENERAL,
)
from newsroom.demo.content.places import MITO_MIWILI
from newsroom.demo.content.releases.shade_counted_texts import (
    ARABIC,
    CHINESE,
    ENGLISH,
    FRENCH,
    RUSSIAN,
    SPANISH,
)
from newsroom.demo.content.shapes import Correction, Participant, Quote, Release
from newsroom.demo.content.staff import CHIEF_HEAT_OFFICER, DIRECTOR_OF_THE_HEAT_OFFICE

QUOTES = {
    "lamps": Quote(
        speaker="wairimu-tendeka",
        original="en",
        words={
            "en": "We light a street so that people can use it at night. We shade it so that they can use it at noon. Nobody asks whether the lamps pay for themselves.",
            "fr": "Nous éclairons une rue pour qu’on puisse s’en servir la nuit. Nous l’ombrageons pour qu’on puisse s’en servir à midi. Personne ne demande si les lampadaires sont rentables.",
            "es": "Iluminamos una calle para que la gente pueda usarla de noche. Le damos sombra para que pueda usarla a mediodía. Nadie pregunta si las farolas son rentables.",
            "ar": "نُنير الشارع كي يستخدمه الناس ليلًا، ونُظلّله كي يستخدموه ظهرًا. ولا أحد يسأل هل تُغطّي المصابيح كلفتها.",
            "ru": "Мы освещаем улицу, чтобы по ней можно было ходить ночью. Мы затеняем её, чтобы по ней можно было ходить в полдень. Никто ведь не спрашивает, окупаются ли фонари.",
            "zh-hans": "我们给街道装灯，是为了让人们夜里能走；我们给街道遮阴，是为了让人们中午能走。从来没有人问过，路灯能不能收回成本。",
        },
        role={
            "en": "Mayor of Mito Miwili and chair of the agreement",
            "fr": "maire de Mito Miwili et présidente de l’accord",
            "es": "alcaldesa de Mito Miwili y presidenta del acuerdo",
            "ar": "رئيسة بلدية ميتو ميويلي ورئيسة الاتفاق",
            "ru": "мэр Мито-Мивили и председатель соглашения",
            "zh-hans": "米托米维利市市长、协议主席",
        },
    ),
    "narrow-street": Quote(
        speaker="naima-belhadri",
        original="ar",
        words={
            "en": "My grandmother’s street was narrow because the sun is wide. We forgot that for sixty years, and now we are paying to remember it.",
            "fr": "La rue de ma grand-mère était étroite parce que le soleil est large. Nous l’avons oublié pendant soixante ans, et nous payons maintenant pour nous en souvenir.",
            "es": "La calle de mi abuela era estrecha porque el sol es ancho. Lo olvidamos durante sesenta años y ahora pagamos por recordarlo.",
            "ar": "كان شارع جدّتي ضيّقًا لأنّ الشمس واسعة. نسينا ذلك ستّين عامًا، وها نحن اليوم ندفع ثمن تذكّره.",
            "ru": "Улица моей бабушки была узкой, потому что солнце широко. Мы забыли об этом на шестьдесят лет и теперь платим за то, чтобы вспомнить.",
            "zh-hans": "祖母住的街很窄，因为太阳很宽。这个道理我们忘了六十年，如今正花钱把它记起来。",
        },
        role=MAYOR_OF_TELL_SIRRA.titles,
    ),
    "watering": Quote(
        speaker="shen-yulan",
        original="zh-hans",
        words={
            "en": "A tree planted for a photograph dies in its second summer. We put the watering into the budget before we put the trees into the ground.",
            "fr": "L’arbre planté pour la photo meurt à son deuxième été. Nous avons inscrit l’arrosage au budget avant de mettre les arbres en terre.",
            "es": "El árbol que se planta para la foto muere en su segundo verano. Pusimos el riego en el presupuesto antes de poner los árboles en la tierra.",
            "ar": "الشجرة التي تُغرس من أجل صورة تموت في صيفها الثاني. أدرجنا السقي في الموازنة قبل أن نضع الأشجار في الأرض.",
            "ru": "Дерево, посаженное ради фотографии, погибает на второе лето. Мы внесли полив в бюджет прежде, чем посадили деревья в землю.",
            "zh-hans": "为拍照而种的树，活不过第二个夏天。我们先把浇水写进预算，再把树种进土里。",
        },
        role=DEPUTY_MAYOR_OF_QINGHUI.titles,
    ),
}

PARTICIPANTS = (
    Participant(
        person="wairimu-tendeka",
        role={
            "en": "Mayor of Mito Miwili, chair",
            "fr": "maire de Mito Miwili, présidente",
            "es": "alcaldesa de Mito Miwili, presidenta",
            "ar": "رئيسة بلدية ميتو ميويلي، رئيسة الاتفاق",
            "ru": "мэр Мито-Мивили, председатель",
            "zh-hans": "米托米维利市市长，协议主席",
        },
    ),
    Participant(person="naima-belhadri", role=MAYOR_OF_TELL_SIRRA.titles),
    Participant(person="shen-yulan", role=DEPUTY_MAYOR_OF_QINGHUI.titles),
    Participant(person="tomas-arrebol", role=MAYOR_OF_RIBERA_DOBLE.titles),
    Participant(person="ilse-vandermoor", role=SECRETARY_GENERAL.titles),
    Participant(person="maeve-corrigan-holt", role=CHIEF_HEAT_OFFICER.titles),
    Participant(person="ravi-thennakoon", role=DIRECTOR_OF_THE_HEAT_OFFICE.titles),
    Participant(person="kwabena-asiedu-park", role=PRESIDENT_OF_THE_FEDERATION.titles),
    Participant(
        person="lucia-fontenegra",
        role={
            "en": "Market Traders’ Union, Ribera Doble",
            "fr": "Syndicat des marchands, Ribera Doble",
            "es": "Sindicato de Vendedores del Mercado, Ribera Doble",
            "ar": "نقابة باعة السوق، ريبيرا دوبلي",
            "ru": "профсоюз рыночных торговцев, Рибера-Добле",
            "zh-hans": "里韦拉多夫莱市集市商贩工会",
        },
    ),
    Participant(
        person="idris-abu-rahal",
        role={
            "en": "Youth Council of Tell Sirra",
            "fr": "Conseil des jeunes de Tell Sirra",
            "es": "Consejo de la Juventud de Tell Sirra",
            "ar": "مجلس شباب تل سيرة",
            "ru": "Молодёжный совет Телль-Сирры",
            "zh-hans": "泰勒西拉市青年理事会",
        },
    ),
)

RELEASE = Release(
    slug="twenty-six-cities-will-count-shade",
    kind="press-release",
    released_at=datetime(2026, 11, 19, 10, 0, tzinfo=UTC),
    original="en",
    place=MITO_MIWILI,
    lead_organisations=("assembly-of-confluent-cities",),
    supporting_organisations=("joint-office-for-urban-heat", "two-basins-transit-federation"),
    boilerplates=(
        "assembly-of-confluent-cities",
        "joint-office-for-urban-heat",
        "two-basins-transit-federation",
    ),
    contacts=("mito-miwili", "saint-orme", "qinghui"),
    hashtags=("ShadeIsPublic", "TwoBasins"),
    participants=PARTICIPANTS,
    image="map-of-stops",
    quotes=QUOTES,
    texts={
        "en": ENGLISH,
        "fr": FRENCH,
        "es": SPANISH,
        "ar": ARABIC,
        "ru": RUSSIAN,
        "zh-hans": CHINESE,
    },
    correction=Correction(
        corrected_at=datetime(2026, 11, 20, 8, 40, tzinfo=UTC),
        kind="factual",
        mistake="13",
        mended="31",
        said={
            "en": "13 per cent of the stops had any shade at all.",
            "fr": "13 % seulement des arrêts offraient un peu d’ombre.",
            "es": "Solo el 13 % de las paradas tenía algo de sombra.",
            "ar": "لم يتوافر أي ظل إلا في 13 في المئة من المواقف.",
            "ru": "Хоть какая-то тень была лишь на 13 % остановок.",
            "zh-hans": "只有13%的车站有遮阴。",
        },
        says={
            "en": "31 per cent of the stops had any shade at all.",
            "fr": "31 % seulement des arrêts offraient un peu d’ombre.",
            "es": "Solo el 31 % de las paradas tenía algo de sombra.",
            "ar": "لم يتوافر أي ظل إلا في 31 في المئة من المواقف.",
            "ru": "Хоть какая-то тень была лишь на 31 % остановок.",
            "zh-hans": "只有31%的车站有遮阴。",
        },
        reason={
            "en": "Two digits changed places when the table of the survey was copied into the text.",
            "fr": "Deux chiffres ont été intervertis lorsque le tableau de l’enquête a été recopié dans le texte.",
            "es": "Dos cifras cambiaron de lugar al copiar en el texto la tabla del recuento.",
            "ar": "تبادل رقمان موضعيهما حين نُقل جدول المسح إلى النص.",
            "ru": "При переносе таблицы обследования в текст две цифры поменялись местами.",
            "zh-hans": "把调查表抄入正文时，两个数字写颠倒了。",
        },
    ),
)
