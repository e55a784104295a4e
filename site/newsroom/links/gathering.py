"""The links in what is stored of a page, live or as a draft: both are read as Wagtail writes them into its history."""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

WEB = ("http://", "https://")
#: What Wagtail keeps of a page beside what people write on it.
NOT_WRITTEN = frozenset({"wagtail_admin_comments", "url_path", "slug", "path"})
ANCHOR = re.compile(r"<a\b[^>]*>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
LONGEST_WORDS = 200


@dataclass(frozen=True)
class FoundLink:
    """A link where it is written: its address, the field, in a body the block, and the words that are linked."""

    address: str
    field: str
    block: str = ""
    words: str = ""


class Anchors(HTMLParser):
    """Reads the links of a piece of HTML, each with its words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.open: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.open.append((address_of(dict(attrs)), []))

    def handle_data(self, data: str) -> None:
        for _address, words in self.open:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.open:
            address, words = self.open.pop()
            if address:
                self.found.append((address, "".join(words).strip()[:LONGEST_WORDS]))


def address_of(attributes: Mapping[str, str | None]) -> str:
    """Where a link leads; "" for mail, telephone and places in the same page."""
    kind, number = attributes.get("linktype"), attributes.get("id")
    if kind in ("page", "document"):
        return f"{kind}:{number}"
    href = (attributes.get("href") or "").strip()
    return href if is_asked_for(href) else ""


def is_asked_for(address: str) -> bool:
    """Whether an address is one of the web or of our own site."""
    return address.lower().startswith(WEB) or (address.startswith("/") and not address.startswith("//"))


def links_written_in(data: Mapping[str, Any]) -> Iterator[FoundLink]:
    """Every link in the fields of a page."""
    for field, value in data.items():
        if field not in NOT_WRITTEN:
            for address, block, words in links_below(value, ""):
                yield FoundLink(address, field, block, words)


def links_below(value: Any, block: str) -> Iterator[tuple[str, str, str]]:
    """Address, block and words of every link in a value, whatever lies inside it."""
    if isinstance(value, str):
        if value.startswith("[{"):
            yield from links_below(blocks_of(value), block)
        elif "<a" in value:
            reader = Anchors()
            reader.feed(value)
            yield from ((address, block, words) for address, words in reader.found)
        elif value.lower().startswith(WEB) and not any(sign.isspace() for sign in value):
            yield value, block, ""
    elif isinstance(value, Mapping):
        own = str(value.get("id") or "") if "type" in value and "value" in value else ""
        for name, each in value.items():
            if name not in ("id", "type"):
                yield from links_below(each, block or own)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from links_below(each, block)


def blocks_of(text: str) -> Any:
    """The blocks of a body as they are stored; nothing where the text only looks like some."""
    try:
        return json.loads(text)
    except ValueError:
        return ()


def with_other_addresses(value: Any, change: Callable[[str], str | None]) -> Any:
    """The same value with other addresses: `change` gives the new one, None where it stays."""
    if isinstance(value, str):
        if value.startswith("[{") and (blocks := blocks_of(value)):
            new = with_other_addresses(blocks, change)
            return value if new == blocks else json.dumps(new)
        if "<a" in value:
            return ANCHOR.sub(lambda found: with_another_address(found.group(0), change), value)
        if value.lower().startswith(WEB):
            return change(value) or value
        return value
    if isinstance(value, Mapping):
        return {name: each if name == "id" else with_other_addresses(each, change) for name, each in value.items()}
    if isinstance(value, list):
        return [with_other_addresses(each, change) for each in value]
    return value


def with_another_address(tag: str, change: Callable[[str], str | None]) -> str:
    """The opening tag of a link with another address."""
    pairs = {name.lower(): html.unescape(double or single) for name, double, single in ATTRIBUTE.findall(tag)}
    address = address_of(pairs)
    new = change(address) if address else None
    return f'<a href="{html.escape(new)}">' if new else tag
