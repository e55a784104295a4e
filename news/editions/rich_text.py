"""Rich text as paragraphs and lists."""

from bs4 import BeautifulSoup, NavigableString, Tag

from news.editions.document import ItemList, Paragraph, TextPart
from newsroom.base.pages.linking import html_for_the_record

LISTS = ("ul", "ol")
#: What the editor leaves on an element to know it again.
EDITORS_MARK = "data-block-key"


def parts_of_rich_text(source: str) -> tuple[TextPart, ...]:
    """The paragraphs and lists of rich text as it is stored, its links written out; what is empty is left out."""
    return parts_of_html(html_for_the_record(source))


def parts_of_html(html: str) -> tuple[TextPart, ...]:
    """The paragraphs and lists of rich text whose links are written out; what is empty is left out."""
    found: list[TextPart] = []
    loose: list[str] = []
    for node in BeautifulSoup(html, "html.parser").contents:
        if isinstance(node, Tag) and node.name in ("p", *LISTS):
            found += paragraph_of_loose(loose)
            found.append(list_of_element(node) if node.name in LISTS else Paragraph(inner_html(node)))
        elif isinstance(node, Tag | NavigableString):
            loose.append(str(node))
    found += paragraph_of_loose(loose)
    return tuple(part for part in found if not isinstance(part, Paragraph) or part.html)


def inline_html(source: str) -> str:
    """Rich text of a line, its links written out, without the paragraph that the editor puts around it."""
    return line_of_html(html_for_the_record(source))


def line_of_html(html: str) -> str:
    """Rich text of a line whose links are written out, without the paragraph around it."""
    return "<br>".join(part.html for part in parts_of_html(html) if isinstance(part, Paragraph))


def paragraph_of_loose(nodes: list[str]) -> list[TextPart]:
    """What stands in no paragraph, as one; takes it from the list."""
    html = "".join(nodes).strip()
    nodes.clear()
    return [Paragraph(html)] if html else []


def list_of_element(element: Tag) -> ItemList:
    """A list from its element."""
    items = (inner_html(item) for item in element.find_all("li", recursive=False))
    return ItemList(element.name == "ol", tuple(item for item in items if item))


def inner_html(element: Tag) -> str:
    """What stands in an element, without what the editor left there."""
    for child in element.select(f"[{EDITORS_MARK}]"):
        del child[EDITORS_MARK]
    return element.decode_contents().strip()
