from newsroom.base.models.change import Change
from newsroom.base.models.consented import Consented
from newsroom.base.models.document_text import DocumentText
from newsroom.base.models.form_use import FormUse
from newsroom.base.models.former_account import FormerAccount
from newsroom.base.models.former_file import FormerFile
from newsroom.base.models.illustrated import Illustrated
from newsroom.base.models.list_page import ListPage
from newsroom.base.models.media import NewsroomDocument, NewsroomImage, NewsroomRendition
from newsroom.base.models.original import OriginalLanguage
from newsroom.base.models.page import NewsroomPage, PageBase
from newsroom.base.models.rule_settings import RuleSettings
from newsroom.base.models.signable import Signable
from newsroom.base.models.user import User

__all__ = [
    "Change",
    "Consented",
    "DocumentText",
    "FormUse",
    "FormerAccount",
    "FormerFile",
    "Illustrated",
    "ListPage",
    "NewsroomDocument",
    "NewsroomImage",
    "NewsroomPage",
    "NewsroomRendition",
    "OriginalLanguage",
    "PageBase",
    "RuleSettings",
    "Signable",
    "User",
]
