"""The languages: one row each.

Those of `settings.LANGUAGES` need a full row, which a system check holds (newsroom.E006). The last rows are of
languages that the importer reads and nobody writes here; they need no more than that.
"""

from functools import cache

from newsroom.language.facts import DateForms, Language
from newsroom.language.numerals import number_tables as numbers

ROWS: dict[str, Language] = {}
#: What no line may part from its number: signs, and in French short words too.
NUMBER_AND_SIGN = (r"(?<=\d) +(?=[%‰°€])", "\u00a0")
FRENCH_UNITS = "h|min|s|[kcm]?m|[km]?g|[KMG]o|millions?|milliards?"


def add(row: Language) -> None:
    """Know a language; a row that was there for it is replaced."""
    ROWS[row.code] = row


@cache
def language_row(code: str) -> Language:
    """The row of a language code ("zh-hans", "zh", "fr-CA"); one with common facts alone where there is none."""
    code = code.replace("_", "-").casefold()
    main = code.partition("-")[0]
    found = ROWS.get(code) or next((row for row in ROWS.values() if code in row.other_codes), None)
    found = found or next((row for row in ROWS.values() if row.main == main), None)
    return found or Language(code, thousands=",", decimals=".")


def full_rows() -> list[Language]:
    """The languages with a full row, in their order here."""
    return [row for row in ROWS.values() if not row.lacks()]


add(
    Language(
        code="en",
        own_name="English",
        quotation_marks=("“", "”"),
        thousands=",",
        decimals=".",
        scales={3: r"thousand\b", 6: r"million\w*", 9: r"billion\w*"},
        number_words=numbers.ENGLISH,
        number_link="and",
        hours=r"hours?|hrs",
        afternoon_after=r"in the (?:afternoon|evening)",
        months=(
            *("january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug"),
            *("september|sept|sep", "october|oct", "november|nov", "december|dec"),
        ),
        weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        ordinals="st|nd|rd|th",
        date_links="of",
        day_articles="the",
        between_days="and|to|or",
        asks_when="released?|published|issued|dated",
        puts_month_first=True,
        stemmer="english",
        search_fields={
            "title": "title headline",
            "speaker": "speaker",
            "organisation": "organisation organization",
            "place": "place",
            "campaign": "campaign tag hashtag",
        },
        at_and_dot=("at", "dot"),
        asked_for=(
            r"\b(?:names?|date|place|insert|title|figures?|number|to come|to follow|to check|to be|confirm|pending)\b"
        ),
        to_come=r"\bINSERT(?: [A-Z]+)*\b|\binsert (?:\w+ ){1,3}here\b",
        counted_in_roman=r"\b(?:century|centuries|Olympiad|Super Bowl)\b",
    )
)
add(
    Language(
        code="fr",
        own_name="Français",
        quotation_marks=("«\u00a0", "\u00a0»"),
        colon="\u00a0: ",
        semicolon="\u202f; ",
        spaces=(
            (r"[ \u00a0]+(?=[;!?])", "\u202f"),
            (r"[ \u202f]+(?=[:»])|(?<=«)[ \u202f]+", "\u00a0"),
            NUMBER_AND_SIGN,
            (rf"(?<=\d) +(?=(?:{FRENCH_UNITS})\b)|(?<=\d.h) +(?=[0-5]\d\b)", "\u00a0"),
        ),
        date_forms=DateForms(
            full="j F Y",
            after_day="F Y",
            short_after_day="N Y",
            short_month="N Y",
            time="G\u00a0\\h\u00a0i",
            whole_hour="G\u00a0\\h",
        ),
        thousands=" ",
        decimals=",",
        scales={3: r"mille\b", 6: r"millions?\b", 9: r"milliards?\b"},
        number_words=numbers.FRENCH,
        number_link="et",
        links_ones_to_tens=True,
        counts_by_twenties=True,
        hours=r"heures?",
        afternoon_after=r"du soir|de l['’]après-midi",
        months=(
            *("janvier|janv|jan", "février|févr|fév", "mars|mar", "avril|avr", "mai", "juin|jui", "juillet|juil|jul"),
            *("août|aout|aoû", "septembre|sept|sep", "octobre|oct", "novembre|nov", "décembre|déc"),
        ),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ordinals="er",
        date_links="de",
        day_articles="le",
        between_days="et|au|ou",
        asks_when="publiee?s?|parue?s?|diffusee?s?|datee?s?",
        stemmer="french",
        elided=frozenset(["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"]),
        search_fields={
            "title": "titre",
            "speaker": "orateur oratrice personne",
            "organisation": "organisation",
            "place": "lieu",
            "campaign": "campagne mot-dièse",
        },
        at_and_dot=("arobase", "point"),
        asked_for=r"\b(?:noms?|date|lieu|chiffres?|titre|insérer|compléter|à venir|à confirmer|vérifier)\b",
        to_come=r"\b(?:À )?(?:INSÉRER|COMPLÉTER|CONFIRMER)\b|\binsérer (?:\w+ ){1,3}ici\b",
        counted_in_roman=r"\bsiècles?\b",
    )
)
add(
    Language(
        code="es",
        own_name="Español",
        spaces=(NUMBER_AND_SIGN,),
        quotation_marks=("«", "»"),
        date_forms=DateForms(
            full=r"j \d\e F \d\e Y",
            after_day=r"\d\e F \d\e Y",
            short_after_day="b Y",
            month=r"F \d\e Y",
            short_month="b Y",
            lone_month=r"F \d\e Y",
            time="G:i",
        ),
        thousands=". ",
        decimals=",",
        scales={3: r"mil\b", 6: r"mill[oó]n(?:es)?\b", 9: r"(?:mil millones|millardos?)\b"},
        number_words=numbers.SPANISH,
        number_link="y",
        links_ones_to_tens=True,
        hours=r"horas?",
        afternoon_after=r"de la (?:tarde|noche)",
        has_dotted_times=True,
        months=(
            *("enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul", "agosto|ago"),
            *("septiembre|setiembre|sept|sep|set", "octubre|oct", "noviembre|nov", "diciembre|dic"),
        ),
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        ordinals="[ºª]",
        date_links="del?",
        day_articles="el",
        between_days="y|al|o|e",
        asks_when="publicad[oa]s?|difundid[oa]s?|emitid[oa]s?",
        stemmer="spanish",
        stems_twice=True,
        accented_endings={"cion": "ción", "sion": "sión"},
        search_fields={
            "title": "título titular",
            "speaker": "orador persona",
            "organisation": "organización",
            "place": "lugar",
            "campaign": "campaña etiqueta",
        },
        at_and_dot=("arroba", "punto"),
        asked_for=r"\b(?:nombre|fecha|lugar|cifras?|título|insertar|completar|por confirmar|pendiente)\b",
        to_come=r"\b(?:INSERTAR|COMPLETAR|POR CONFIRMAR)\b|\binsertar (?:\w+ ){1,3}aquí\b",
        counted_in_roman=r"\bsiglos?\b",
    )
)
add(
    Language(
        code="ar",
        own_name="العربية",
        script="Arab",
        quotation_marks=("«", "»"),
        list_separator="، ",
        comma="، ",
        semicolon="؛ ",
        date_forms=DateForms(full="j F Y", after_day="F Y", short_after_day="F Y", short_month="F Y"),
        thousands=",. ",
        decimals=".,",
        scales={3: "ألف|آلاف", 6: r"مليون\w*|ملايين", 9: r"مليار\w*"},
        number_words=numbers.ARABIC,
        puts_ones_first=True,
        afternoon_after="مساء[ًا]*|بعد الظهر|عصر[ًا]*",
        months=(
            *("كانون الثاني|يناير", "شباط|فبراير", "آذار|مارس", "نيسان|أبريل|إبريل", "أيار|مايو", "حزيران|يونيه|يونيو"),
            *("تموز|يوليه|يوليو", "آب|أغسطس", "أيلول|سبتمبر", "تشرين الأول|أكتوبر", "تشرين الثاني|نوفمبر"),
            "كانون الأول|ديسمبر",
        ),
        weekdays=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        between_days="إلى",
        asks_when="(?:ال)?(?:منشور|صادر)(?:ة|ه)?|(?:نشر|صدر)ت?",
        grown_on="و",
        stemmer="arabic",
        grown_article=r"^[وف]?(?:[بك]?ال|لل)(?=\w{2})",
        search_fields={
            "title": "عنوان العنوان",
            "speaker": "متحدث المتحدث",
            "organisation": "منظمة المنظمة",
            "place": "مكان المكان",
            "campaign": "حملة الحملة وسم",
        },
        grows_words_together=True,
        asked_for="الاسم|التاريخ|المكان|الرقم|العنوان|يُضاف|يضاف|يُستكمل|يستكمل|للتأكيد",
        to_come=r"(?:أدخل|أدرج|يُدرج|يدرج|تُدرج|تدرج) (?:\S+ ){1,3}هنا|(?:يُستكمل|يستكمل|يُحدد|يحدد) لاحقًا?",
    )
)
add(
    Language(
        code="ru",
        own_name="Русский",
        script="Cyrl",
        spaces=(NUMBER_AND_SIGN,),
        quotation_marks=("«", "»"),
        date_forms=DateForms(
            full=r"j E Y \г\о\д\а",
            after_day="E Y",
            short_after_day="E Y",
            month=r"E Y \г\о\д\а",
            short_month=r"E Y \г\о\д\а",
        ),
        thousands=" ",
        decimals=",",
        scales={3: r"тыс\w*", 6: r"млн|миллион\w*", 9: r"млрд|миллиард\w*"},
        number_words=numbers.RUSSIAN,
        hours=r"час\w*",
        afternoon_after="вечера|дня",
        months=(
            *("января|январь|янв", "февраля|февраль|февр|фев", "марта|март|мар", "апреля|апрель|апр", "мая|май"),
            *("июня|июнь|июн", "июля|июль|июл", "августа|август|авг", "сентября|сентябрь|сент|сен"),
            *("октября|октябрь|окт", "ноября|ноябрь|нояб|ноя", "декабря|декабрь|дек"),
        ),
        weekdays=("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
        ordinals="-го",
        between_days="и|по|на",
        asks_when=r"опубликован\w*|выпущен\w*|вышедш\w*|вышл[аио]",
        year_word=r"г(?:ода?|оду)?\b\.?",
        case_ending=3,
        stemmer="russian",
        search_fields={
            "title": "заголовок",
            "speaker": "спикер",
            "organisation": "организация",
            "place": "место",
            "campaign": "кампания хештег",
        },
        endings=(2, 4),
        asked_for=r"\b(?:имя|дата|место|число|цифр\w+|заголовок|вставить|уточнить|дополнить)\b",
        to_come=r"\b(?:ВСТАВИТЬ|УТОЧНИТЬ|ДОПОЛНИТЬ)\b|\bвставить (?:\w+ ){1,3}(?:здесь|сюда)\b",
        counted_in_roman=r"\b(?:век\w*|столети\w*|съезд\w*|сесси\w*|конференци\w*|пленум\w*)|\bвв?\.",
    )
)
add(
    Language(
        code="zh-hans",
        own_name="中文",
        script="Hans",
        other_codes=("zh-cn",),
        is_spaceless=True,
        quotation_marks=("“", "”"),
        list_separator="、",
        comma="，",
        semicolon="；",
        full_stop="。",
        colon="：",
        dash="——",
        brackets=("（", "）"),
        spaces=((r"(?<=[，。、；：！？（）《》])[^\S\n]+|(?<!\s)[^\S\n]+(?=[，。、；：！？（）《》])", ""),),
        date_forms=DateForms(
            full="Y年n月j日",
            before_day="Y年",
            day="n月j日",
            after_day="",
            short_after_day="",
            month="Y年n月",
            short_month="Y年n月",
            lone_month="Y年n月",
        ),
        thousands=",",
        decimals=".",
        scales={3: "千", 4: "万|萬", 6: "百万", 8: "亿|億", 9: "十亿"},
        has_number_signs=True,
        counters="个名座位家人年天次项条所部场只辆倍层段届",
        hours="[点时]",
        afternoon_before="下午|晚上|傍晚",
        months=(*(f"{sign}月" for sign in "一二三四五六七八九十"), "十一月", "十二月"),
        weekdays=(*(f"星期{sign}|周{sign}|礼拜{sign}" for sign in "一二三四五六"), "星期日|周日|礼拜日|星期天|周天"),
        between_days="[和至、到]",
        asks_when="发布的?|公布的?|发表的?",
        search_fields={
            "title": "标题 標題",
            "speaker": "发言者 发言人 發言人",
            "organisation": "机构 機構",
            "place": "地点 地點",
            "campaign": "行动 标签",
        },
        grows_words_together=True,
        asked_for="姓名|日期|地点|数字|标题|插入|待补|待定|待确认|补充",
        to_come=r"(?:在此|此处|在这里)(?:插入|填写|填入|补充)|待补充|待确认",
    )
)
add(
    Language(
        code="de",
        months=(
            *("januar|jänner|jan", "februar|feb", "märz|maerz|mär", "april|apr", "mai", "juni|jun", "juli|jul"),
            *("august|aug", "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez"),
        ),
        ordinals=r"\.",
        at_and_dot=("", "punkt"),
        hours="uhr",
    )
)
add(
    Language(
        code="pt",
        months=(
            *("janeiro|jan", "fevereiro|fev", "março|mar", "abril|abr", "maio|mai", "junho|jun", "julho|jul"),
            *("agosto|ago", "setembro|set", "outubro|out", "novembro|nov", "dezembro|dez"),
        ),
        ordinals="[ºª]",
        date_links="de",
        hours="horas?",
    )
)
add(
    Language(
        code="it",
        months=(
            *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre"),
            *("ottobre", "novembre", "dicembre"),
        ),
        hours="ore",
    )
)
add(Language(code="nl", ordinals="e"))
