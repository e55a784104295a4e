"""How Wagtail writes out the links to pages in rich text, wherever that is shown."""

from html import escape
from typing import Any

from wagtail.rich_text.pages import PageLinkHandler

from newsroom.base.pages.linking import NO_LINK, answering_among, for_the_record, in_active_language


class PublicPageLink(PageLinkHandler):
    """Links to pages, in the reader's language where they are public there; plain words where they are nowhere."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The opening tags; the number of queries grows with the types of the pages alone."""
        if for_the_record.get():
            written: list[str] = super().expand_db_attributes_many(attrs_list)
            return written
        pages: list[Any] = cls.get_many(attrs_list)
        found = [page for page in pages if page]
        translations = {page.translation_key: page for page in in_active_language(found)}
        shown = answering_among([*found, *translations.values()])
        versions = [(translations.get(page.translation_key), page) if page else () for page in pages]
        read = [next((page for page in each if page and page.pk in shown), None) for each in versions]
        return [f'<a href="{escape(page.url)}">' if page and page.url else NO_LINK for page in read]
