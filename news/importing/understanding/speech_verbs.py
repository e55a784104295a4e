"""Verbs that attribute words to somebody, in the languages releases come in."""

SPEECH_VERBS_TEXT = """
    said says say saying added adds adding explained explains noted notes stated states commented
    comments remarked remarks told tells emphasised emphasized emphasises emphasizes stressed stresses
    declared declares announced announces concluded concludes continued continues recalled recalls
    affirmed affirms urged urges argued argues observed observes wrote writes asked asks replied replies
    shared shares insisted insists warned warns reiterated reiterates reflected reflects underlined
    underlines underscored underscores highlighted pointed acknowledged agreed claimed reported quipped
    recounted testified responded dijo dice decía afirmó afirma explicó explica señaló señala agregó
    agrega añadió añade comentó comenta declaró declara expresó expresa indicó indica manifestó
    manifiesta destacó destaca subrayó subraya aseguró asegura sostuvo sostiene enfatizó enfatiza
    concluyó concluye recordó recuerda apuntó apunta puntualizó reconoció reconoce advirtió advierte
    resaltó resalta mencionó menciona precisó precisa remarcó remarca insistió insiste relató relata dit
    déclaré déclare déclarait ajouté ajoute ajoutait expliqué explique affirmé affirme souligné souligne
    précisé précise indiqué indique commenté commente conclu conclut rappelé rappelle estimé estime
    assuré assure confié confie exprimé exprime noté note insisté insiste averti avertit réagi réagit
    félicité félicite témoigné témoigne annoncé lancé poursuivi poursuit sagte sagt erklärte erklärt
    betonte betont ergänzte ergänzt fügte meinte meint kommentierte kommentiert unterstrich
    unterstreicht äußerte äußert fasste bemerkte berichtete berichtet kündigte hob mahnte mahnt forderte
    fordert freute freut bekräftigte so resümierte erläuterte erläutert disse diz afirmou afirma
    explicou explica acrescentou acrescenta declarou declara ressaltou ressalta destacou comentou
    comenta salientou salienta observou concluiu conclui enfatizou sublinhou contou relatou reforçou
    lembrou pontuou garantiu сказал сказала сказали говорит говорил говорила заявил заявила заявили
    отметил отметила отметили подчеркнул подчеркнула подчеркнули добавил добавила добавили рассказал
    рассказала рассказали сообщил сообщила сообщили пояснил пояснила объяснил объяснила прокомментировал
    прокомментировала напомнил напомнила считает уверен уверена disse ha dichiarato aggiunto spiegato
    commentato zegt zei
"""
SPEECH_VERBS = frozenset(SPEECH_VERBS_TEXT.split()) - {"ha"}

HAN_SPEECH_VERBS_TEXT = (
    "说道 说 說道 說 表示 指出 强调 強調 称 稱 认为 認為 介绍 介紹 补充 補充 讲述 講述 问 問 回答 写道 "
    "寫道 告诉 告訴 提到 呼吁 呼籲 解释 解釋 坦言 总结 總結 指导"
)
HAN_SPEECH_VERBS = HAN_SPEECH_VERBS_TEXT.split()

# The verb may be held apart from its speaker by these.
AUXILIARIES_TEXT = "has have had also a ont hat haben ha tem been further then también aussi auch também"
AUXILIARIES = frozenset(AUXILIARIES_TEXT.split())

PRONOUNS_TEXT = """
    he she they él ella ellos ellas il elle ils elles er sie ele ela eles elas он она они -t-il -t-elle t-il
    t-elle lui
"""
PRONOUNS = frozenset(PRONOUNS_TEXT.split())


def is_speech_verb(word: str) -> bool:
    """Whether a word says that somebody speaks; French inversions count."""
    folded = word.casefold()
    return folded in SPEECH_VERBS or (folded.split("-")[0] in SPEECH_VERBS and folded.endswith(("-il", "-elle")))


def is_pronoun(word: str) -> bool:
    """Whether a word stands for a speaker named before."""
    folded = word.casefold()
    return folded in PRONOUNS or folded.endswith(("-t-il", "-t-elle", "-il", "-elle"))
