"""PO, as wagtail-localize writes it, with notes, limits and languages."""

import re

import polib
from django.utils.translation import gettext as _

from newsroom.language.normalisation import normalise_text, without_line_ends
from newsroom.translation.exchange.units import Parcel, Returned, ReturnedUnit, UnitState, ident_of
from newsroom.translation.exchange.unreadable import ExchangeError, unfinished_by

#: wagtail-localize's own name for it, so that files from either way out come back through this one.
REFERENCE = "X-WagtailLocalize-TranslationID"
#: A line of flags of which polib would read none: it wants a space.
FLAGS_AT_ONCE = re.compile(r"^#,(?=\S)", re.MULTILINE)
CHARSET = re.compile(rb"charset=([\w-]+)", re.IGNORECASE)


def write(parcel: Parcel) -> bytes:
    """A parcel as a PO file that every tool can read; marks stand as HTML."""
    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": parcel.target_language,
        "X-Source-Language": parcel.source_language,
        REFERENCE: parcel.reference,
    }
    for unit in parcel.units:
        limit = [f"max {unit.limit} characters"] if unit.limit else []
        po.append(
            polib.POEntry(
                msgctxt=unit.path,
                msgid=normalise_text(unit.source),
                msgstr=normalise_text(unit.target),
                comment=normalise_text("\n".join([*unit.notes, *limit])),
                flags=["fuzzy"] if unit.state is UnitState.MACHINE else [],
            )
        )
    return str(po).encode()


def read(content: bytes) -> list[Returned]:
    """What came back. Raises ExchangeError for what is no PO file."""
    try:
        # polib takes the name of a file as well as a content; what has lines is never a name.
        po = polib.pofile(FLAGS_AT_ONCE.sub("#, ", decode_po(content)) + "\n")
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:
        raise ExchangeError(_("The file is not a PO file that can be read: %(error)s.") % {"error": error}) from error
    if not po.metadata:
        raise ExchangeError(_("The PO file has lost its header, which says what it belongs to."))
    return [
        Returned(
            reference=po.metadata.get(REFERENCE, ""),
            source_language=po.metadata.get("X-Source-Language", ""),
            target_language=po.metadata.get("Language", ""),
            units=tuple(
                ReturnedUnit(
                    ident_of(entry.msgctxt or "", entry.msgid),
                    entry.msgstr,
                    unfinished=unfinished_by(*filter(is_fuzzy, entry.flags)),
                )
                for entry in po
                if not entry.obsolete
            ),
        )
    ]


def is_fuzzy(flag: str) -> bool:
    """Tell whether a flag says that words are not certain."""
    return flag.casefold() == "fuzzy"


def decode_po(content: bytes) -> str:
    """The text of a PO file in the encoding that it states, its lines ended by LF and by nothing else.

    Raises ExchangeError where it is in another encoding.
    """
    stated = CHARSET.search(content)
    name = stated[1].decode() if stated and stated[1].upper() != b"CHARSET" else "utf-8"
    try:
        text = content.decode("utf-8-sig" if name.lower().replace("-", "") == "utf8" else name)
    except (UnicodeDecodeError, LookupError) as error:
        message = _("The file says that it is written in %(encoding)s, but it is not.")
        raise ExchangeError(message % {"encoding": name}) from error
    text = without_line_ends(text).replace("\r\n", "\n")
    return text.replace("\r", " " if "\n" in text else "\n")
