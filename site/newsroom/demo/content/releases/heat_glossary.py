"""A press release with the shortest headline, in four languages."""

from datetime import UTC, datetime

from newsroom.demo.content.places import LINDMOUTH
from newsroom.demo.content.shapes import Quote, Release, ReleaseText
from newsroom.demo.content.staff import DIRECTOR_OF_THE_HEAT_OFFICE

ENGLISH = ReleaseText(
    headline="A glossary of heat",
    subheadline="The Joint Office publishes 140 words in six languages, with the reasons for each choice.",
    summary="Heat used to mean weather. The Joint Office publishes 140 words in six languages, with the reasons for each choice.",
    body=(
        (
            "paragraph",
            "The Joint Office for Urban Heat publishes today a glossary of 140 words in Arabic, Chinese, English, French, Russian and Spanish. It is meant for those who write warnings, timetables and budgets, and who have until now translated one another by guesswork.",
        ),
        (
            "paragraph",
            "For each word it gives the choice that was made, the choices that were refused and the reason. Sixteen translators, four drivers, two poets and a coroner took part. They met forty-one times.",
        ),
        ("quote", "average"),
        ("heading", "Three of the 140"),
        (
            "list",
            [
                "<b>Shade.</b> In English it is what protects and <i>shadow</i> is what falls. Arabic has one word for both and a verb for staying in it until the afternoon; the glossary keeps the verb.",
                "<b>Stop.</b> Not a place where a bus stops, but a place where a person does. Several languages had to be persuaded.",
                "<b>Normal.</b> Refused. The glossary asks writers to name the years that they compare with.",
            ],
        ),
        (
            "paragraph",
            "The word that took longest was <i>vulnerable</i>. The group kept it for roofs, pipes and timetables. For people it proposes to say what is meant: old, pregnant, at work outdoors, alone, without a fan.",
        ),
        (
            "paragraph",
            "The glossary is free to use and to change. Corrections are welcome in any of the six languages, and are answered within thirty days by a person with a name.",
        ),
    ),
    notes="<p>The glossary can be had as a table, as a booklet of 96 pages and as a termbase for translation tools. A second edition with Kiswahili is planned for 2027.</p>",
)

FRENCH = ReleaseText(
    headline="Un glossaire du chaud",
    subheadline="Le Bureau commun publie 140 mots en six langues, avec les raisons de chaque choix.",
    summary="La chaleur, autrefois, c’était le temps qu’il fait. Le Bureau commun publie 140 mots en six langues, avec les raisons de chaque choix.",
    body=(
        (
            "paragraph",
            "Le Bureau commun de la chaleur urbaine publie aujourd’hui un glossaire de 140 mots en anglais, en arabe, en chinois, en espagnol, en français et en russe. Il est destiné à ceux qui rédigent alertes, horaires et budgets, et qui jusqu’ici se traduisaient les uns les autres au jugé.",
        ),
        (
            "paragraph",
            "Pour chaque mot, il donne le choix retenu, les choix écartés et la raison. Seize traducteurs, quatre conducteurs, deux poètes et un médecin légiste y ont pris part. Ils se sont réunis quarante et une fois.",
        ),
        ("quote", "average"),
        ("heading", "Trois des 140"),
        (
            "list",
            [
                "<b>Ombre.</b> L’anglais distingue celle qui protège et celle qui tombe ; l’arabe a un seul mot pour les deux, et un verbe pour y demeurer jusqu’à l’après-midi. Le glossaire garde le verbe.",
                "<b>Arrêt.</b> Non pas l’endroit où s’arrête un autobus, mais celui où s’arrête une personne. Il a fallu convaincre plusieurs langues.",
                "<b>Normal.</b> Écarté. Le glossaire invite à nommer les années auxquelles on compare.",
            ],
        ),
        (
            "paragraph",
            "Le mot qui a demandé le plus de temps est <i>vulnérable</i>. Le groupe le réserve aux toits, aux conduites et aux horaires. Pour les personnes, il propose de dire ce que l’on veut dire : âgée, enceinte, au travail dehors, seule, sans ventilateur.",
        ),
        (
            "paragraph",
            "Chacun peut utiliser le glossaire et le modifier. Les corrections sont les bienvenues dans chacune des six langues ; une personne qui a un nom y répond dans les trente jours.",
        ),
    ),
    notes="<p>Le glossaire existe sous forme de tableau, de brochure de 96 pages et de base terminologique pour les outils de traduction. Une deuxième édition, avec le kiswahili, est prévue pour 2027.</p>",
)

SPANISH = ReleaseText(
    headline="Un glosario del calor",
    subheadline="La Oficina Conjunta publica 140 palabras en seis idiomas, con las razones de cada elección.",
    summary="El calor era antes el tiempo que hacía. La Oficina Conjunta publica 140 palabras en seis idiomas, con las razones de cada elección.",
    body=(
        (
            "paragraph",
            "La Oficina Conjunta para el Calor Urbano publica hoy un glosario de 140 palabras en árabe, chino, español, francés, inglés y ruso. Está pensado para quienes redactan avisos, horarios y presupuestos, y que hasta ahora se traducían unos a otros a ojo.",
        ),
        (
            "paragraph",
            "De cada palabra ofrece la opción elegida, las rechazadas y el motivo. Han participado dieciséis traductores, cuatro conductores, dos poetas y una médica forense. Se reunieron cuarenta y una veces.",
        ),
        ("quote", "average"),
        ("heading", "Tres de las 140"),
        (
            "list",
            [
                "<b>Sombra.</b> El inglés distingue la que protege de la que se proyecta; el árabe tiene una sola palabra para ambas y un verbo para quedarse en ella hasta la tarde. El glosario conserva el verbo.",
                "<b>Parada.</b> No el lugar donde para un autobús, sino aquel donde para una persona. Hubo que convencer a varios idiomas.",
                "<b>Normal.</b> Rechazada. El glosario pide que se nombren los años con los que se compara.",
            ],
        ),
        (
            "paragraph",
            "La palabra que más tiempo llevó fue <i>vulnerable</i>. El grupo la reserva para los tejados, las tuberías y los horarios. De las personas propone decir lo que se quiere decir: mayor, embarazada, que trabaja al aire libre, sola, sin ventilador.",
        ),
        (
            "paragraph",
            "El glosario puede usarse y modificarse libremente. Las correcciones se agradecen en cualquiera de los seis idiomas, y las contesta en treinta días una persona con nombre.",
        ),
    ),
    notes="<p>El glosario se ofrece en forma de tabla, de folleto de 96 páginas y de base terminológica para herramientas de traducción. Para 2027 se prevé una segunda edición con el kiswahili.</p>",
)

ARABIC = ReleaseText(
    headline="مسرد للحرّ",
    subheadline="المكتب المشترك ينشر 140 كلمة بست لغات، مع أسباب كل اختيار.",
    summary="كان الحرّ يعني الطقس. واليوم ينشر المكتب المشترك 140 كلمة بست لغات، مع أسباب كل اختيار.",
    body=(
        (
            "paragraph",
            "ينشر المكتب المشترك لحرّ المدن اليوم مسردًا من 140 كلمة بالإسبانية والإنكليزية والروسية والصينية والعربية والفرنسية. وهو موجّه إلى من يكتبون الإنذارات والمواعيد والموازنات، وقد كانوا حتى الآن يترجم بعضهم عن بعض بالتخمين.",
        ),
        (
            "paragraph",
            "ويذكر المسرد لكل كلمة ما اختير وما استُبعد وسبب ذلك. وقد شارك فيه ستة عشر مترجمًا وأربعة سائقين وشاعران وطبيبة شرعية، واجتمعوا إحدى وأربعين مرة.",
        ),
        ("quote", "average"),
        ("heading", "ثلاث من المئة والأربعين"),
        (
            "list",
            [
                "<b>الظل.</b> تفرّق الإنكليزية بين ما يَقي منه وما يقع على الأرض، أما العربية فلها كلمة واحدة للاثنين، وفعل لمن يبقى فيه إلى ما بعد الظهر. وقد أبقى المسرد على الفعل.",
                "<b>الموقف.</b> ليس حيث تقف الحافلة، بل حيث يقف الإنسان. واقتضى ذلك إقناع لغات عدة.",
                "<b>الطبيعي.</b> استُبعدت. ويطلب المسرد من الكاتب أن يسمّي السنوات التي يقارن بها.",
            ],
        ),
        (
            "paragraph",
            "وكانت «الفئات الضعيفة» أكثر العبارات استغراقًا للوقت. وقد قصر الفريق صفة الضعف على السقوف والأنابيب والمواعيد. أما الناس فيقترح أن يُقال فيهم المقصود بعينه: مسنّ، أو حامل، أو يعمل في العراء، أو وحيد، أو بلا مروحة.",
        ),
        (
            "paragraph",
            "والمسرد متاح لمن شاء أن يستخدمه أو يعدّله. والتصويبات موضع ترحيب بأي من اللغات الست، ويجيب عنها خلال ثلاثين يومًا شخصٌ له اسم.",
        ),
    ),
    notes="<p>يتوافر المسرد جدولًا، وكتيّبًا من 96 صفحة، وقاعدة مصطلحات لأدوات الترجمة. ومن المقرر أن تصدر طبعة ثانية تضم السواحيلية في عام 2027.</p>",
)

QUOTES = {
    "average": Quote(
        speaker="ravi-thennakoon",
        original="en",
        words={
            "en": "An average is where a city hides its hottest street. A vague word is where it hides the people who live there.",
            "fr": "La moyenne est l’endroit où une ville cache sa rue la plus chaude. Le mot vague est celui où elle cache ceux qui y vivent.",
            "es": "El promedio es donde una ciudad esconde su calle más calurosa. La palabra vaga es donde esconde a quienes viven en ella.",
            "ar": "المتوسط هو المكان الذي تُخفي فيه المدينة أشدّ شوارعها حرًّا، والكلمة الغامضة هي المكان الذي تُخفي فيه سكانه.",
        },
        role=DIRECTOR_OF_THE_HEAT_OFFICE.titles,
    ),
}

RELEASE = Release(
    slug="a-glossary-of-heat",
    kind="press-release",
    released_at=datetime(2026, 10, 9, 8, 0, tzinfo=UTC),
    original="en",
    place=LINDMOUTH,
    lead_organisations=("joint-office-for-urban-heat",),
    boilerplates=("joint-office-for-urban-heat",),
    contacts=("saint-orme", "mito-miwili"),
    hashtags=("ShadeIsPublic",),
    quotes=QUOTES,
    texts={"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ar": ARABIC},
)
