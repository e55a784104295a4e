"""The places that datelines name."""

from newsroom.demo.content.shapes import Words

KARSUND: Words = {
    "en": "Karsund",
    "fr": "Karsund",
    "es": "Karsund",
    "ar": "كارسوند",
    "ru": "Карсунн",
    "zh-hans": "卡松",
}
LINDMOUTH: Words = {
    "en": "Lindmouth",
    "fr": "Lindmouth",
    "es": "Lindmouth",
    "ar": "ليندماوث",
    "ru": "Линдмут",
    "zh-hans": "林德茅斯",
}
MITO_MIWILI: Words = {
    "en": "Mito Miwili",
    "fr": "Mito Miwili",
    "es": "Mito Miwili",
    "ar": "ميتو ميويلي",
    "ru": "Мито-Мивили",
    "zh-hans": "米托米维利",
}
QINGHUI: Words = {
    "en": "Qinghui",
    "fr": "Qinghui",
    "es": "Qinghui",
    "ar": "تشينغهوي",
    "ru": "Цинхуэй",
    "zh-hans": "清汇",
}
RIBERA_DOBLE: Words = {
    "en": "Ribera Doble",
    "fr": "Ribera Doble",
    "es": "Ribera Doble",
    "ar": "ريبيرا دوبلي",
    "ru": "Рибера-Добле",
    "zh-hans": "里韦拉多夫莱",
}
SAINT_ORME: Words = {
    "en": "Saint-Orme",
    "fr": "Saint-Orme",
    "es": "Saint-Orme",
    "ar": "سانت أورم",
    "ru": "Сент-Орм",
    "zh-hans": "圣奥姆",
}
TELL_SIRRA: Words = {
    "en": "Tell Sirra",
    "fr": "Tell Sirra",
    "es": "Tell Sirra",
    "ar": "تل سيرة",
    "ru": "Телль-Сирра",
    "zh-hans": "泰勒西拉",
}
