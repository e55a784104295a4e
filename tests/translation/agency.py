"""An agency: it opens a file with a tool that shares no code with ours, fills in targets and sends it back."""

import re
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import etree
from translate.storage import pypo, xliff, xliff2
from wagtail_localize.models import StringTranslation, Translation

from news.models import ReleasePage
from newsroom.translation.exchange.files import FORMATS, NamedFile, exchange_file
from newsroom.translation.exchange.importing import Report, take_back

STORES: dict[str, Any] = {"xliff1": xliff.xlifffile, "xliff2": xliff2.Xliff2File, "po": pypo.pofile}
Fill = Callable[[str], str]


def opened(form: str, content: bytes) -> Any:
    """The file as the agency's tool reads it."""
    return STORES[form].parsestring(content)


def units_in(store: Any) -> list[Any]:
    """What there is to translate in it."""
    return [unit for unit in store.units if not unit.isheader()]


def saved(store: Any) -> bytes:
    """The file as the agency's tool writes it."""
    return bytes(store)


def finish(element: Any) -> None:
    """State that a <trans-unit> or <segment> is translated, as the tool of an agency does when somebody confirms it."""
    stated = element if element.tag.endswith("}segment") else element.find("{*}target")
    stated.set("state", "translated")


def in_source(content: bytes, fill: Fill) -> bytes:
    """An XLIFF in which every target is its source with `fill` done to each run of text, marks in their places."""
    root = etree.fromstring(content)
    for unit in root.iter("{*}trans-unit", "{*}segment"):
        source, target = unit.find("{*}source"), unit.find("{*}target")
        if target is not None:
            unit.remove(target)
        copy = etree.fromstring(re.sub(rb"^<(\w+:)?source", rb"<source", etree.tostring(source, with_tail=False)))
        copy.tag = source.tag.replace("source", "target")
        for element in copy.iter():
            if element.text and element.text.strip():
                element.text = fill(element.text)
            if element is not copy and element.tail and element.tail.strip():
                element.tail = fill(element.tail)
        unit.insert(unit.index(source) + 1, copy)
        if "state" in unit.attrib:
            finish(unit)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def sent(translation: Translation, form: str = "xliff2") -> bytes:
    """What goes out."""
    return exchange_file(translation, FORMATS[form]).content


def came_back(content: bytes, *translations: Translation) -> Report:
    """What the CMS says of a file that came back."""
    (report,) = take_back([NamedFile("back", content)], translations, None)
    return report


def outcomes(report: Report) -> list[str]:
    """What became of the units, in order."""
    return [str(line.outcome) for line in report.lines]


def stored(translation: Translation) -> dict[str, str]:
    """The translation as it is kept, by source."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    return {row.translation_of.data: row.data for row in rows.select_related("translation_of")}


def address(view: str, page: ReleasePage) -> str:
    """One of the two pages of the exchange."""
    return reverse(f"exchange_{view}", args=["wagtailcore", "page", page.pk])


def upload(browser: Client, page: ReleasePage, content: bytes, name: str = "back.xlf") -> str:
    """Send a file through the CMS; gives what the page says, without its markup."""
    answer = browser.post(address("bring_back", page), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    return re.sub(r"<[^>]+>", " ", answer.content.decode())
