"""Words for the functions people hold, in the languages releases come in."""

import re

# Each language names its functions in its own words; compounds are looked at part by part.
ROLE_WORDS_TEXT = """
    academic activist actor actress adjunct administrator adviser advisor advocate affiliate ambassador
    analyst architect artist assistant associate attorney author ceo cfo chair chairman chairperson
    chairwoman chancellor chief chro cio ciso cmo coach co-chair co-founder colonel commissioner
    consultant controller coo coordinator co-ordinator correspondent councillor councilor counsel
    counsellor cto curator dean delegate deputy designer developer director doctor economist editor
    engineer envoy executive expert fellow focal founder governor head historian inspector investigator
    investor journalist judge justice lawyer lead leader lecturer legislator lieutenant manager mayor
    mayoress member minister moderator negotiator negotiators officer organiser organizer owner partner
    pastor physician planner president prime principal producer professor psychologist rapporteur rector
    registrar representative researcher scholar scientist secretary secretary-general senator sergeant
    sheriff specialist spokesman spokesperson spokeswoman strategist student superintendent supervisor
    surgeon teacher technician technologist treasurer trustee undersecretary vicechair vice-chair
    vice-mayor vice-president vp writer mp mep abogada abogado alcalde alcaldesa analista asesor asesora
    cofundador cofundadora comisaria comisario concejal concejala consejera consejero consultor
    consultora coordinador coordinadora decana decano delegada delegado directivo director directora
    diputada diputado doctora economista embajador embajadora enviada enviado especialista experta
    experto fundador fundadora gerente gobernador gobernadora ingeniera ingeniero intendenta intendente
    inversionista investigador investigadora jefa jefe lideresa líder ministra ministro miembro portavoz
    presidenta presidente profesor profesora rectora representante responsable secretaria secretario
    senador senadora socia socio subdirector subdirectora subsecretaria subsecretario vicealcalde
    vicealcaldesa vicepresidenta vicepresidente vocera vocero adjoint adjointe ambassadeur ambassadrice
    avocat avocate chargé chargée chercheur chercheuse cheffe cofondateur cofondatrice co-fondateur
    co-fondatrice commissaire conseiller conseillère coordinateur coordinatrice délégué déléguée députée
    député directeur directrice doyen doyenne dsi échevin échevine envoyée envoyé experte fondateur
    fondatrice gérant gérante gouverneur gouverneure ingénieure ingénieur maire ministre pdg présidente
    président professeur professeure rapporteuse rectrice représentante représentant sénateur sénatrice
    secrétaire trésorier trésorière vice-maire vice-présidente vice-président abteilungsleiter
    abteilungsleiterin beauftragte beauftragter bürgermeister bürgermeisterin chefin direktor direktorin
    forscher forscherin geschäftsführer geschäftsführerin generalsekretär generalsekretärin gründer
    gründerin leiter leiterin mitbegründer mitbegründerin mitgründer mitgründerin ministerin
    oberbürgermeister oberbürgermeisterin präsident präsidentin professorin referent referentin sprecher
    sprecherin staatssekretär staatssekretärin stadtrat stadträtin vizepräsident vizepräsidentin
    vorsitzende vorsitzender vorstand vorständin wissenschaftler wissenschaftlerin assessor assessora
    cofundadora comissária comissário conselheira conselheiro coordenador coordenadora deputada deputado
    diretor diretora embaixador embaixadora fundadora gestora gestor governador governadora ministra
    membro pesquisador pesquisadora porta-voz prefeita prefeito professora reitor reitora secretária
    secretário sócia sócio vereador vereadora vice-prefeita vice-prefeito автор глава губернатор депутат
    директор доктор инженер исполнительный координатор лидер менеджер министр мэр начальник основатель
    посол председатель президент представитель профессор ректор руководитель секретарь сенатор советник
    сооснователь специалист управляющий учёный эксперт замдиректора заместитель вице-президент
"""
ROLE_WORDS = frozenset(ROLE_WORDS_TEXT.split())

HAN_ROLES_TEXT = (
    "副秘书长 秘书长 總幹事 总干事 副市长 市长 市長 副主席 主席 副主任 主任 副总裁 总裁 總裁 "
    "总经理 经理 經理 "
    "董事长 董事長 创始人 創辦人 负责人 負責人 发言人 發言人 部长 部長 局长 局長 院长 院長 校长 校長 教授 "
    "研究员 研究員 专家 專家 代表 主持人 领导人 領導人 项目领导人 家长 家長 记者 議員 议员 "
    "州长 省长 会长 會長 "
    "大使 首席执行官 執行長 总监 總監 工程师 工程師 团队负责人"
)
HAN_ROLES = HAN_ROLES_TEXT.split()

DEGREES = re.compile(r"(?:M\.?D|Ph\.?D|D\.?Phil|M\.?Sc|M\.?A|B\.?A|B\.?Sc|MBA|MPH|LL\.?M|J\.?D|R\.?N|Esq)\.?$")


def is_role_word(word: str) -> bool:
    """Whether a word, or one part of a compound, names a function."""
    folded = word.casefold().strip(".,;:")
    folded = folded.removesuffix("’s").removesuffix("'s")
    if folded in ROLE_WORDS:
        return True
    return "-" in folded and any(part in ROLE_WORDS for part in folded.split("-"))


def has_role_word(text: str) -> bool:
    """Whether any word of a text names a function."""
    return any(is_role_word(word) for word in text.split()) or any(role in text for role in HAN_ROLES)


def without_degrees(text: str) -> str:
    """Return a list of descriptions without academic degrees, which are no function."""
    parts = [part.strip() for part in text.split(",")]
    return ", ".join(part for part in parts if part and not DEGREES.fullmatch(part))
