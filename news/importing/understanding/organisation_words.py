"""Words that tell an organisation from a person, in the languages releases come in."""

ORGANISATION_WORDS_TEXT = """
    academy ag agency alliance assembly association associates authority bank board bureau campus
    capital centre center chamber church club co coalition college collective commission committee
    commonwealth communications community company confederation congress consortium cooperative corp
    corporation council court department district division embassy enterprises federation firm forum
    foundation fund gmbh government group habitat holding holdings hospital hub inc industries
    initiative institute institution international journal kg laboratories laboratory league limited llc
    llp ltd magazine media ministry mission movement municipality museum nations network office
    ombudsman organisation organization parliament partners partnership party plc platform pllc press
    program programme project publications railway school secretariat secretary-general-office senate
    service services society solutions studio studios systems taskforce team technologies technology
    trust union university ventures agencia alcaldía alianza asamblea asociación ayuntamiento banco
    cámara centro coalición colectivo comisión comité confederación congreso consejo consorcio
    corporación departamento dirección embajada empresa escuela federación fundación gobierno grupo
    instituto junta ministerio movimiento municipalidad municipio museo observatorio organización
    parlamento partido plataforma programa red secretaría sociedad unión universidad académie agence
    alliance assemblée association banque bureau centre chambre coalition collectif comité commission
    confédération conseil coopérative département école entreprise fédération fondation forum
    gouvernement groupe institut ligue mairie ministère mouvement musée observatoire organisation
    parlement plateforme relations réseau secrétariat société syndicat union université ville agentur
    akademie amt bundesamt bundesverband bündnis fakultät gemeinschaft gesellschaft gewerkschaft
    hochschule institut kammer kommission ministerium netzwerk rat redaktion sekretariat stadt stiftung
    universität unternehmen verband verein vereinigung vereinte zentrum agência aliança associação
    câmara coalizão comissão comitê conselho coordenação departamento empresa federação fundação governo
    instituto ministério movimento organização parlamento plataforma prefeitura rede secretaria
    sociedade união universidade агентство академия альянс ассамблея ассоциация банк группа департамент
    институт комиссия комитет компания конгресс министерство организация парламент проект сеть совет
    сообщество союз университет федерация фонд форум центр
"""
ORGANISATION_WORDS = frozenset(ORGANISATION_WORDS_TEXT.split())

# What follows these is what somebody looks after; the organisation is named behind it.
FIELD_WORDS_TEXT = """
    affairs press media business communication communications cooperation department development division
    engineering finance innovation integration investment marketing operations outreach partnerships
    plans planning policies policy programme programmes products projects relations research safety
    sales science session staff strategies strategy studies sustainability asuntos comunicación
    relaciones operaciones políticas desarrollo investigación affaires communication relations
    développement opérations recherche assuntos comunicação relações pesquisa operações
"""
FIELD_WORDS = frozenset(FIELD_WORDS_TEXT.split())


def is_organisation_word(word: str) -> bool:
    """Whether a word is part of the names of organisations and not of people."""
    return word.casefold().strip(".,;:()’'") in ORGANISATION_WORDS
