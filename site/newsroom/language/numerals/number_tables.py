"""The words for numbers below a thousand: patterns by value, in small letters without accents, with all their forms."""


def counting_from(first: int, words: str, step: int = 1) -> dict[int, str]:
    """Patterns, parted by spaces, of the numbers from a first one on."""
    return {first + step * place: word for place, word in enumerate(words.split())}


ENGLISH = {
    **counting_from(
        1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    ),
    **counting_from(17, "seventeen eighteen nineteen"),
    **counting_from(20, "twenty thirty fou?rty fifty sixty seventy eighty ninety hundred", 10),
}
FRENCH = {
    **counting_from(1, "une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
    **counting_from(20, "vingts? trente quarante cinquante soixante septante huitante|octante nonante cents?", 10),
}
SPANISH = {
    **counting_from(
        1, "un[oa]? dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis"
    ),
    **counting_from(
        17, "diecisiete dieciocho diecinueve veinte veinti?un[oa]? veintidos veintitres veinticuatro veinticinco"
    ),
    **counting_from(26, "veintiseis veintisiete veintiocho veintinueve"),
    **counting_from(30, "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien(?:to)?", 10),
    **counting_from(
        200, "doscient[oa]s trescient[oa]s cuatrocient[oa]s quinient[oa]s seiscient[oa]s setecient[oa]s", 100
    ),
    **counting_from(800, "ochocient[oa]s novecient[oa]s", 100),
}
ARABIC = {
    **counting_from(
        1, "واحدة?|إحدى|أحد اثن(?:ان?|ين?|تا|تان|تين?) ثلاثة? أربعة? خمسة? ستة? سبعة? ثمان(?:ية?)? تسعة? عشرة?"
    ),
    **counting_from(20, "عشر(?:ون|ين) ثلاث(?:ون|ين) أربع(?:ون|ين) خمس(?:ون|ين) ست(?:ون|ين) سبع(?:ون|ين)", 10),
    **counting_from(80, "ثمان(?:ون|ين) تسع(?:ون|ين)", 10),
    **counting_from(100, "(?:مئة|مائة) (?:مئت|مائت)(?:ان?|ين?)", 100),
    **counting_from(300, "ثلاثم(?:ئة|ائة) أربعم(?:ئة|ائة) خمسم(?:ئة|ائة) ستم(?:ئة|ائة) سبعم(?:ئة|ائة)", 100),
    **counting_from(800, "ثمان(?:ي)?م(?:ئة|ائة) تسعم(?:ئة|ائة)", 100),
    1000: "ألفا",
    2000: "ألف(?:ان|ين)",
    2_000_000: "مليون(?:ان|ين)",
}
RUSSIAN = {
    **counting_from(1, "один|одн(?:а|о|у|ого|ой|ому|им|их) дв(?:а|е|ух|ум|умя) тр(?:и|ех|ем|емя) четыр(?:е|ех|ем|ьмя)"),
    **counting_from(5, "пят(?:ь|и|ью) шест(?:ь|и|ью) сем[ьи] вос(?:емь|ьми|емью|ьмью) девят(?:ь|и|ью) десят(?:ь|и|ью)"),
    **counting_from(11, "одиннадцат(?:ь|и|ью) двенадцат(?:ь|и|ью) тринадцат(?:ь|и|ью) четырнадцат(?:ь|и|ью)"),
    **counting_from(15, "пятнадцат(?:ь|и|ью) шестнадцат(?:ь|и|ью) семнадцат(?:ь|и|ью) восемнадцат(?:ь|и|ью)"),
    **counting_from(19, "девятнадцат(?:ь|и|ью) двадцат(?:ь|и|ью)"),
    **counting_from(
        30, "тридцат(?:ь|и|ью) сорока? пят(?:ьдесят|идесяти|ьюдесятью) шест(?:ьдесят|идесяти|ьюдесятью)", 10
    ),
    **counting_from(
        70, "сем(?:ьдесят|идесяти|ьюдесятью) вос(?:емьдесят|ьмидесяти|ьмьюдесятью) девяност[оа] ст[оа]", 10
    ),
    **counting_from(200, "двести|двух?сот|двумст(?:ам|ах)|двухстах|двумястами", 100),
    **counting_from(300, "триста|трехсот|тремст(?:ам|ах)|трехстах|тремястами", 100),
    **counting_from(400, "четыреста|четырехсот|четыремстам|четырехстах|четырьмястами", 100),
    **counting_from(500, "пят(?:ьсот|исот|истам|истах|ьюстами) шест(?:ьсот|исот|истам|истах|ьюстами)", 100),
    **counting_from(700, "сем(?:ьсот|исот|истам|истах|ьюстами) вос(?:емьсот|ьмисот|ьмистам|ьмистах|ьмьюстами)", 100),
    900: "девят(?:ьсот|исот|истам|истах|ьюстами)",
}
