"""Lines that say what follows: headings of sections and labels, in the languages releases come in."""

import re

KIND_LABELS = {
    "media-advisory": r"media advisory|media alert|press advisory|news advisory|avis aux médias"
    r"|invitation presse"
    r"|convocatoria de prensa|aviso a los medios|aviso à imprensa|presseeinladung|einladung an die presse"
    r"|анонс для сми|媒体通知|دعوة صحفية",
    "open-letter": r"open letter|lettre ouverte|carta abierta|carta aberta|offener brief"
    r"|открытое письмо|公开信"
    r"|رسالة مفتوحة",
    "speech": r"speech|remarks|address by|keynote|discours|discurso|rede|речь|выступление|讲话|演讲|كلمة",
    "statement": r"statement|joint statement|déclaration|declaración|declaração|erklärung|stellungnahme"
    r"|заявление|声明|بيان",
    "call": r"call for [\w ]+|call to action|invitation to participate[\w ]*|appel à [\w ]+|convocatoria"
    r"|chamada (?:para|de) [\w ]+|aufruf|призыв|征集",
    "event": r"side event[\w ]*|event|concept note|programme|program|agenda|draft agenda|événement|evento"
    r"|veranstaltung|мероприятие|活动",
    "press-release": r"press release|news release|media release|for immediate release"
    r"|immediate release|news"
    r"|press statement|communiqué de presse|communiqué|pour diffusion immédiate|pour publication immédiate"
    r"|nota de prensa|comunicado de prensa|comunicado|para publicación inmediata|pressemitteilung"
    r"|presseinformation|medienmitteilung|presseaussendung|comunicado (?:de|à) imprensa|nota (?:de"
    r"|à) imprensa"
    r"|press-release|пресс-релиз|пресс-служба|сообщение для прессы|新闻稿|新聞稿|通稿"
    r"|بيان صحفي|comunicato stampa"
    r"|persbericht",
}
KIND_LINE = {
    kind: re.compile(rf"[\s*–—-]*(?:{pattern})[\s*:：.!–—-]*", re.IGNORECASE) for kind, pattern in KIND_LABELS.items()
}
RELEASE_LINE = re.compile(
    r"[\s*–—-]*(?:for )?(?:immediate release|release on|press release|pour (?:publication"
    r"|diffusion) immédiate"
    r"|para publicación inmediata|zur sofortigen veröffentlichung|para divulgação imediata"
    r"|для немедленной публикации|即时发布)\b[\s*]*[:：–—-]?\s*(?P<rest>.{0,60})",
    re.IGNORECASE,
)

ABOUT = re.compile(
    r"[\s*]*(?:about|à propos(?: de(?:s| la| l['’])?| d['’]| du)?|acerca de(?:l| la| los| las)?|sobre"
    r"|über|ueber"
    r"|о компании|об организации|о проекте|об?|关于|關於|نبذة عن|عن|informazioni su|over|wer ist|qui est"
    r"|qui sommes-nous"
    r"|quiénes somos|über uns|who we are)(?:\s+|(?<=['’])"
    r"|(?<=[于於])\s*)(?P<organisation>.{0,120}?)[\s*:：.]*",
    re.IGNORECASE,
)
ARTICLES = re.compile(r"\A(?:the|le|la|les|el|los|las|o|a|os|as|die|der|das|den|dem|l['’])\s?(?=\S)", re.IGNORECASE)
ARTICLE_WORD = re.compile(r"\A(?:(?:the|le|la|les|el|los|las|o|a|os|as|die|der|das|den|dem)\s+|l['’])", re.IGNORECASE)

# "About the study" explains the release; it is nobody's standing text.
NO_ORGANISATION = re.compile(
    r"(?:this |these |our |el |la |este |esta |l['’]|le |die |der |das |diese[rs]? )?"
    r"(?:study|studies|survey|report|research|event|data|findings|results|methodology|webinar|conference"
    r"|award|"
    r"awards|us\b.{40,}|estudio|informe|encuesta|evento|étude|rapport|enquête|événement|studie|bericht"
    r"|umfrage"
    r"|veranstaltung|estudo|relatório|pesquisa|исследовании|отчёте|мероприятии|研究|报告|活动)",
    re.IGNORECASE,
)

CONTACT = re.compile(
    r"[\s*–—-]*(?:for )?(?:[\w’'/&]+ ){0,5}?(?:contacts?|contact details|contact information"
    r"|(?:media|press|public|general|news|interview|all other) (?:inquiries|enquiries|inquries|queries"
    r"|requests"
    r"|office|desk|relations|officer|team|liaison)"
    r"|focal points?|further information|more information|more details|contactos?|contactar|comunicarse"
    r"|contato|contatos|informações|para más información|más información|atención a (?:la prensa|medios)"
    r"|gabinete de prensa|oficina de prensa|relations presse|service de presse|plus d['’]informations?"
    r"|renseignements|assessoria de imprensa|kontakt|pressekontakt|medienkontakt|kontaktdaten"
    r"|ansprechpartner(?:in)?"
    r"|rückfragen|pressestelle|контакты|контактная информация|контактное лицо|контакт|пресс-служба"
    r"|дополнительная информация|联系人|联系方式|聯繫方式|聯絡|联系|媒体联系|媒体联络"
    r"|新闻联系人|للتواصل|للاتصال|contatti)"
    r"(?![\w-])(?P<rest>.{0,160})",
    re.IGNORECASE | re.DOTALL,
)
GLUED_CONTACT = re.compile(
    r"[\s*]*((?:Media |Press |PR )?Contacts?(?: Details| Information)?|Company Website)(?=[A-Z])"
)

NOT_FOR_PRESS = re.compile(
    r"[\s*]*(?:for )?(?:the )?(?:public|customer|consumer|sales|reader)s? (?:inquiries|enquiries|queries"
    r"|service|information|care)\b"
    r"|[\s*]*atención al (?:público|cliente)|[\s*]*service client|[\s*]*kundenservice"
    r"|[\s*]*atendimento ao (?:público|cliente)",
    re.IGNORECASE,
)
NOTES = re.compile(
    r"[\s*]*(?:notes? (?:to|for) (?:the )?editors?|editors?['’]? notes?|notes? aux (?:rédactions?"
    r"|rédacteurs|éditeurs)"
    r"|notas? (?:para|a) (?:los |las )?(?:editores|redactores|redacciones|redacción)|nota del editor"
    r"|hinweise? (?:für|an) (?:die )?redaktion(?:en)?|anmerkungen? (?:für|an) (?:die )?redaktion(?:en)?"
    r"|notas? (?:para|aos?|à) (?:os )?(?:editores|editor|redação)|(?:примечани[ея]"
    r"|заметки) для (?:редакторов|редакции|сми)"
    r"|编者注|編者註|致编辑|ملاحظات للمحررين|background)[\s*:：]*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
SUMMARY = re.compile(
    r"[\s*]*(?:summary|résumé|resumen|resumo|zusammenfassung|аннотация|摘要|description"
    r"|excerpt)[\s*]*[:：]\s*(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
END_MARK = re.compile(
    r"[\s*_–—#~-]*(?:#\s?#\s?#?|-?\s?30\s?-|ends?|fin|ende|fim|konec|конец|完|（完）"
    r"|the end)[\s*_–—#~.)-]*",
    re.IGNORECASE,
)
END_DASHES = re.compile(r"[–—#*~(-]")

PAGE_FURNITURE = re.compile(
    r"(?:skip to (?:main )?content|jump to content|(?:aller|passer) au contenu.*|(?:saltar"
    r"|ir) al contenido.*"
    r"|(?:zum|direkt zum) inhalt.*|(?:pular|ir) para o conteúdo.*"
    r"|перейти к (?:основному )?содержанию|跳到主要内容"
    r"|home|menu|search|share(?: this)?|print|back(?: to .{1,30})?|newsroom|press room|news|news releases?"
    r"|press releases|accueil|inicio|startseite|início|главная|首页)",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    r"(?:dear|estimad[oa]s?|querid[oa]s?|chers?|chères?|madame|monsieur|sehr geehrte[rn]?|liebe[rn]?"
    r"|prezad[oa]s?"
    r"|caros?|caras?|уважаем(?:ые|ый|ая)|дорогие|尊敬的|亲爱的)\b.{0,80}[,:，：]?",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"[\s*]*(?:re|ref|subject|objet|asunto|betreff|assunto|тема|主题|事由)[\s*]*[:：]\s*(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
TITLE_LABEL = re.compile(
    r"[\s*]*(?:name|title|headline) of (?:the )?(?:event|session|side[- ]event|meeting|activity"
    r"|workshop)[\s*:：]*"
    r"|[\s*]*(?:event|session|side[- ]event|workshop) (?:name|title)[\s*:：]*"
    r"|[\s*]*(?:nombre|título) del? (?:evento|la sesión)[\s*:：]*"
    r"|[\s*]*(?:titre|nom) (?:de l['’]événement|de la session|de l['’]évènement)[\s*:：]*"
    r"|[\s*]*(?:titel|name) der veranstaltung[\s*:：]*|[\s*]*(?:nome|título) do evento[\s*:：]*"
    r"|[\s*]*название мероприятия[\s*:：]*|[\s*]*活动名称[\s*:：]*",
    re.IGNORECASE,
)

LONGEST_LABEL = 160
MOST_HEADING_WORDS = 14


def is_short(text: str, most: int = MOST_HEADING_WORDS) -> bool:
    """Whether a line is short enough to be a heading or a label."""
    return len(text) <= LONGEST_LABEL and len(text.split()) <= most
