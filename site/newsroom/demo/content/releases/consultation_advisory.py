"""A media advisory in four languages: times, doors and addresses, no quotes and no image."""

from datetime import UTC, datetime

from newsroom.demo.content.places import RIBERA_DOBLE
from newsroom.demo.content.shapes import Release, ReleaseText

ENGLISH = ReleaseText(
    headline="Journalists have until 28 November to register for the consultation in Ribera Doble",
    subheadline="Two days on heat and public space, open to the press throughout except one session.",
    summary="Two days on heat and public space, open to the press throughout except one session. Interpretation in English, Spanish and Arabic.",
    body=(
        (
            "paragraph",
            "Journalists who wish to attend the regional consultation “Heat, shade and the right to wait” on 3 and 4 December are asked to register by Saturday 28 November, 17:00 in Ribera Doble (22:00 UTC). Mayors, transit workers and riders from fourteen cities of the western basin will decide how shade is to be counted at 6,200 stops.",
        ),
        ("heading", "When and where"),
        (
            "list",
            [
                "Thursday 3 and Friday 4 December 2026, 09:00–17:15 in Ribera Doble (14:00–22:15 UTC).",
                "Plaza Hall, 12 Calle del Vado, Ribera Doble. The entrance and the press room are step-free.",
                "Online for all who register; the link comes by e-mail an hour before.",
                "Working languages: Spanish and English, with interpretation into Arabic.",
            ],
        ),
        ("heading", "For cameras and microphones"),
        (
            "paragraph",
            "On Thursday at 13:00 the participants walk from the fountain along Calle del Vado with thermometers; this is the moment for pictures, and hats are provided. At 11:00 riders and drivers speak before any mayor does. The break-out sessions at 14:30 are closed to the press, because residents will speak there about their own streets. What they decide is reported in full at 16:30.",
        ),
        ("heading", "How to register"),
        (
            "paragraph",
            'Write to <a href="mailto:prensa@confluent.example">prensa@confluent.example</a> with your name, your medium and the language in which you work. Forty places are kept for the press. Those who have no press card, as is usual in local radio, send a recent piece of work instead.',
        ),
    ),
    notes="<p>Interviews can be arranged on both days between 12:30 and 14:00. The figures for the western basin will be given to registered journalists on 2 December at 15:00 UTC, under embargo until the opening.</p>",
)

FRENCH = ReleaseText(
    headline="Les journalistes ont jusqu’au 28 novembre pour s’inscrire à la consultation de Ribera Doble",
    subheadline="Deux journées sur la chaleur et l’espace public, ouvertes à la presse de bout en bout, à une séance près.",
    summary="Deux journées sur la chaleur et l’espace public, ouvertes à la presse à une séance près. Interprétation en anglais, en espagnol et en arabe.",
    body=(
        (
            "paragraph",
            "Les journalistes qui souhaitent suivre la consultation régionale « La chaleur, l’ombre et le droit d’attendre », les 3 et 4 décembre, sont priés de s’inscrire avant le samedi 28 novembre, 17 h à Ribera Doble (22 h UTC). Des maires, des agents des transports et des usagers de quatorze villes du bassin occidental y décideront de la manière de recenser l’ombre à 6 200 arrêts.",
        ),
        ("heading", "Quand et où"),
        (
            "list",
            [
                "Jeudi 3 et vendredi 4 décembre 2026, de 9 h à 17 h 15 à Ribera Doble (de 14 h à 22 h 15 UTC).",
                "Salle de la Plaza, 12 Calle del Vado, Ribera Doble. L’entrée et la salle de presse sont de plain-pied.",
                "En ligne pour toute personne inscrite ; le lien est envoyé par courriel une heure avant.",
                "Langues de travail : espagnol et anglais, avec interprétation en arabe.",
            ],
        ),
        ("heading", "Pour les images et le son"),
        (
            "paragraph",
            "Le jeudi à 13 h, les participants partent de la fontaine et remontent la Calle del Vado, thermomètre en main ; c’est le moment des images, et des chapeaux sont fournis. À 11 h, usagers et conducteurs parlent avant tous les maires. Les ateliers de 14 h 30 sont fermés à la presse, car des habitants y parleront de leur propre rue. Ce qu’ils décideront sera rapporté en entier à 16 h 30.",
        ),
        ("heading", "Comment s’inscrire"),
        (
            "paragraph",
            'Écrivez à <a href="mailto:prensa@confluent.example">prensa@confluent.example</a> en indiquant votre nom, votre média et la langue dans laquelle vous travaillez. Quarante places sont réservées à la presse. Qui n’a pas de carte de presse, comme souvent dans les radios locales, envoie un travail récent.',
        ),
    ),
    notes="<p>Des entretiens sont possibles les deux jours entre 12 h 30 et 14 h. Les chiffres du bassin occidental seront remis aux journalistes inscrits le 2 décembre à 15 h UTC, sous embargo jusqu’à l’ouverture.</p>",
)

SPANISH = ReleaseText(
    headline="Los periodistas pueden inscribirse hasta el 28 de noviembre en la consulta de Ribera Doble",
    subheadline="Dos días sobre el calor y el espacio público, abiertos a la prensa de principio a fin, salvo una sesión.",
    summary="Dos días sobre el calor y el espacio público, abiertos a la prensa salvo una sesión. Interpretación en español, inglés y árabe.",
    body=(
        (
            "paragraph",
            "Quienes deseen cubrir la consulta regional «El calor, la sombra y el derecho a esperar», los días 3 y 4 de diciembre, deben inscribirse antes del sábado 28 de noviembre a las 17:00 de Ribera Doble (22:00 UTC). Alcaldías, personal del transporte y usuarios de catorce ciudades de la cuenca occidental decidirán allí cómo contar la sombra en 6.200 paradas.",
        ),
        ("heading", "Cuándo y dónde"),
        (
            "list",
            [
                "Jueves 3 y viernes 4 de diciembre de 2026, de 9:00 a 17:15 en Ribera Doble (de 14:00 a 22:15 UTC).",
                "Salón de la Plaza, calle del Vado, 12, Ribera Doble. La entrada y la sala de prensa no tienen escalones.",
                "En línea para todas las personas inscritas; el enlace llega por correo una hora antes.",
                "Idiomas de trabajo: español e inglés, con interpretación al árabe.",
            ],
        ),
        ("heading", "Para cámaras y micrófonos"),
        (
            "paragraph",
            "El jueves a las 13:00 los participantes caminarán desde la fuente por la calle del Vado con termómetros; es el momento de las imágenes, y habrá sombreros. A las 11:00 hablan los usuarios y los conductores, antes que ningún alcalde. Las mesas de las 14:30 se celebran sin prensa, porque en ellas los vecinos hablarán de su propia calle. De lo que decidan se dará cuenta completa a las 16:30.",
        ),
        ("heading", "Cómo inscribirse"),
        (
            "paragraph",
            'Escriba a <a href="mailto:prensa@confluent.example">prensa@confluent.example</a> e indique su nombre, su medio y el idioma en que trabaja. Hay cuarenta plazas reservadas para la prensa. Quien no tenga carné de prensa, como es habitual en las radios locales, puede enviar en su lugar un trabajo reciente.',
        ),
    ),
    notes="<p>Se pueden concertar entrevistas ambos días entre las 12:30 y las 14:00. Las cifras de la cuenca occidental se entregarán a los periodistas inscritos el 2 de diciembre a las 15:00 UTC, con embargo hasta la apertura.</p>",
)

ARABIC = ReleaseText(
    headline="باب تسجيل الصحفيين في مشاورة ريبيرا دوبلي مفتوح حتى 28 تشرين الثاني/نوفمبر",
    subheadline="يومان عن الحرّ والفضاء العام، مفتوحان للصحافة من البداية إلى النهاية ما عدا جلسة واحدة.",
    summary="يومان عن الحرّ والفضاء العام، مفتوحان للصحافة ما عدا جلسة واحدة. ترجمة فورية إلى العربية والإسبانية والإنكليزية.",
    body=(
        (
            "paragraph",
            "يُرجى من الصحفيين الراغبين في حضور المشاورة الإقليمية «الحرّ والظلّ والحقّ في الانتظار» يومي 3 و4 كانون الأول/ديسمبر أن يسجّلوا أسماءهم قبل يوم السبت 28 تشرين الثاني/نوفمبر، الساعة 17:00 بتوقيت ريبيرا دوبلي (22:00 بالتوقيت العالمي). وسيقرّر فيها رؤساء بلديات وعاملون في النقل وركّاب من أربع عشرة مدينة في الحوض الغربي كيف يُحصى الظل في 6,200 موقف.",
        ),
        ("heading", "الزمان والمكان"),
        (
            "list",
            [
                "الخميس 3 والجمعة 4 كانون الأول/ديسمبر 2026، من الساعة 09:00 إلى الساعة 17:15 بتوقيت ريبيرا دوبلي (14:00–22:15 بالتوقيت العالمي).",
                "قاعة الساحة، 12 شارع الفادو، ريبيرا دوبلي. المدخل وقاعة الصحافة بلا درجات.",
                "عبر الإنترنت لكل من يسجّل؛ ويصل الرابط بالبريد الإلكتروني قبل ساعة.",
                "لغتا العمل: الإسبانية والإنكليزية، مع ترجمة فورية إلى العربية.",
            ],
        ),
        ("heading", "للصورة والصوت"),
        (
            "paragraph",
            "يسير المشاركون يوم الخميس الساعة 13:00 من النافورة على امتداد شارع الفادو حاملين موازين الحرارة؛ وهي اللحظة الملائمة للتصوير، والقبّعات متوافرة. وفي الساعة 11:00 يتحدث الركّاب والسائقون قبل أي رئيس بلدية. أما جلسات العمل في الساعة 14:30 فمغلقة أمام الصحافة، لأن السكان سيتحدثون فيها عن شوارعهم. ويُعرض ما يقرّرونه كاملًا في الساعة 16:30.",
        ),
        ("heading", "كيفية التسجيل"),
        (
            "paragraph",
            'اكتبوا إلى <a href="mailto:prensa@confluent.example">prensa@confluent.example</a> واذكروا الاسم والوسيلة الإعلامية ولغة العمل. وقد خُصّص للصحافة أربعون مقعدًا. ومن لا يحمل بطاقة صحفية، كما هي الحال غالبًا في الإذاعات المحلية، يرسل عملًا حديثًا بدلًا منها.',
        ),
    ),
    notes="<p>يمكن ترتيب المقابلات في اليومين بين الساعة 12:30 والساعة 14:00. وتُسلَّم أرقام الحوض الغربي إلى الصحفيين المسجّلين في 2 كانون الأول/ديسمبر، الساعة 15:00 بالتوقيت العالمي، على ألّا تُنشر قبل الافتتاح.</p>",
)

RELEASE = Release(
    slug="register-for-the-consultation-in-ribera-doble",
    kind="media-advisory",
    released_at=datetime(2026, 11, 18, 14, 0, tzinfo=UTC),
    original="en",
    place=RIBERA_DOBLE,
    lead_organisations=("assembly-of-confluent-cities",),
    supporting_organisations=("city-of-ribera-doble", "two-basins-transit-federation"),
    boilerplates=("assembly-of-confluent-cities", "city-of-ribera-doble"),
    contacts=("ribera-doble", "mito-miwili"),
    hashtags=("ShadeIsPublic",),
    texts={"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ar": ARABIC},
)
