"""What a person does to the paragraphs of a source before it is understood: parting one, joining two."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from importing.reading import SourceParagraph
from newsroom.language.html_tables import closed_html

#: What a person can do; more is a slip of a key.
MOST_EDITS = 500


def edited(paragraphs: Sequence[SourceParagraph], edits: Sequence[Mapping[str, Any]]) -> list[SourceParagraph]:
    """Return the paragraphs as a person parted and joined them, numbered anew after each step.

    An edit is {"split": number, "at": place in the text} or {"join": number}, which joins a paragraph with the next;
    one that fits nothing is left out.
    """
    done = list(paragraphs)
    for edit in edits[:MOST_EDITS]:
        if "split" in edit:
            done = split_at(done, edit["split"], edit["at"])
        elif "join" in edit:
            done = join_at(done, edit["join"])
        done = [replace(each, number=number) for number, each in enumerate(done)]
    return done


def split_at(paragraphs: list[SourceParagraph], number: int, place: int) -> list[SourceParagraph]:
    """Return the paragraphs with one parted in two at a place in its text."""
    if not 0 <= number < len(paragraphs) or not 0 < place < len(paragraphs[number].text) or paragraphs[number].cells:
        return paragraphs
    whole = paragraphs[number]
    cut = place_in_html(whole.html, place)
    opened = open_tags(whole.html[:cut])
    first = replace(whole, text=whole.text[:place].strip(), html=closed_html(whole.html[:cut]).strip())
    second = replace(whole, text=whole.text[place:].strip(), html=closed_html(opened + whole.html[cut:]).strip())
    kept = [each for each in (first, second) if each.text]
    return [*paragraphs[:number], *kept, *paragraphs[number + 1 :]]


def join_at(paragraphs: list[SourceParagraph], number: int) -> list[SourceParagraph]:
    """Return the paragraphs with one joined with the next; rows of tables and pictures stay as they are."""
    if not 0 <= number < len(paragraphs) - 1:
        return paragraphs
    first, second = paragraphs[number : number + 2]
    if first.cells or second.cells or first.image or second.image:
        return paragraphs
    joined = replace(first, text=f"{first.text} {second.text}", html=f"{first.html} {second.html}")
    return [*paragraphs[:number], joined, *paragraphs[number + 2 :]]


def place_in_html(html: str, place: int) -> int:
    """Return where in HTML the character stands that has a place in its text."""
    index = seen = 0
    while index < len(html) and seen < place:
        if html[index] == "<":
            index = html.find(">", index) + 1 or len(html)
        elif html[index] == "&" and (end := html.find(";", index, index + 12)) > 0:
            seen += len(unescape(html[index : end + 1]))
            index = end + 1
        else:
            seen += 1
            index += 1
    return index


def open_tags(html: str) -> str:
    """Return the tags that are open at the end of a piece of inline HTML."""
    found: list[str] = []
    index = 0
    while (index := html.find("<", index)) >= 0:
        end = html.find(">", index) + 1 or len(html)
        tag = html[index:end]
        if tag.startswith("</"):
            found = found[:-1]
        else:
            found.append(tag)
        index = end
    return "".join(found)
