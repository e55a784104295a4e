"""Files: which formats there are, what a file is called, and what a file that came back is."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.models import Translation

from newsroom.translation.exchange import po, xliff12, xliff20
from newsroom.translation.exchange.units import Parcel, Returned, parcel_of
from newsroom.translation.exchange.unreadable import ExchangeError
from newsroom.translation.exchange.xml import local, root_of

LARGEST = 10 * 1024 * 1024
#: Of one ZIP: files, and bytes when unpacked.
MOST_FILES = 50
LARGEST_UNPACKED = 5 * LARGEST
ZIP_BEGINS = b"PK\x03\x04"
#: What reading a ZIP raises, depending on where it is damaged.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, OSError),
)


class Format(NamedTuple):
    """A format that agencies work with."""

    label: Any
    write: Callable[[Parcel], bytes]
    suffix: str
    content_type: str


FORMATS = {
    "xliff2": Format(gettext_lazy("XLIFF 2.0"), xliff20.write, "xlf", "application/xliff+xml"),
    "xliff1": Format(gettext_lazy("XLIFF 1.2, for older tools"), xliff12.write, "xlf", "application/x-xliff+xml"),
    "po": Format(gettext_lazy("PO"), po.write, "po", "text/x-gettext-translation"),
}


class NamedFile(NamedTuple):
    """A file to hand over or one that came in."""

    name: str
    content: bytes
    content_type: str = ""


def packed(translations: list[Translation], format_name: str) -> NamedFile:
    """One translation as a file, several as a ZIP of one for each language."""
    files = [exchange_file(translation, FORMATS[format_name]) for translation in translations]
    if len(files) == 1:
        return files[0]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, file.content)
    return NamedFile(f"{neutral_name(translations[0])}.zip", buffer.getvalue(), "application/zip")


def exchange_file(translation: Translation, form: Format) -> NamedFile:
    """One translation as a file, its languages in its name."""
    parcel = parcel_of(translation)
    name = f"{neutral_name(translation)}-{parcel.source_language}-{parcel.target_language}.{form.suffix}"
    return NamedFile(name, form.write(parcel), form.content_type)


def neutral_name(translation: Translation) -> str:
    """What a file may be called: the slug of what is public; nothing that tells of what is not."""
    page = Page.objects.live().filter(
        translation_key=translation.source.object_id, locale_id=translation.source.locale_id
    )
    return page.values_list("slug", flat=True).first() or f"translation-{str(translation.source.object_id)[:8]}"


def unpacked(file: NamedFile) -> Iterator[NamedFile]:
    """The file itself, or those in a ZIP. Raises ExchangeError for a ZIP that is too large, locked or damaged."""
    if not file.content.startswith(ZIP_BEGINS):
        yield file
        return
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            yield from members(archive)
    except DAMAGED as error:
        raise ExchangeError(_("The ZIP cannot be opened: it is damaged or locked with a password.")) from error


def members(archive: zipfile.ZipFile) -> Iterator[NamedFile]:
    """The files in a ZIP, read no further than they may be large, whatever they state."""
    inside = [each for each in archive.infolist() if not each.is_dir() and not is_debris(each.filename)]
    if len(inside) > MOST_FILES:
        raise ExchangeError(_("The ZIP holds more than %(number)d files.") % {"number": MOST_FILES})
    total = 0
    for member in inside:
        with archive.open(member) as stream:
            content = stream.read(LARGEST + 1)
        total += len(content)
        if len(content) > LARGEST or total > LARGEST_UNPACKED:
            raise ExchangeError(_("What the ZIP holds is too large."))
        yield NamedFile(member.filename, content)


def is_debris(name: str) -> bool:
    """Whether a file in a ZIP is one that a computer has added by itself."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")


def read_exchange_file(content: bytes) -> list[Returned]:
    """What came back in a file, its format told by its content. Raises ExchangeError where it is none of ours."""
    if len(content) > LARGEST:
        raise ExchangeError(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024**2})
    returned = read_xml(content) if looks_like_xml(content) else read_po(content)
    if not returned or not any(each.units for each in returned):
        raise ExchangeError(_("There is nothing to translate in the file."))
    return returned


def looks_like_xml(content: bytes) -> bool:
    """Whether a content begins as XML does, in any encoding that XML knows."""
    return content[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def read_xml(content: bytes) -> list[Returned]:
    """XLIFF of whatever version."""
    root = root_of(content)
    namespace = str(root.tag).partition("}")[0].lstrip("{")
    if local(root) == "xliff" and namespace.startswith(xliff20.NAMESPACES):
        return xliff20.read(root)
    if local(root) == "xliff" and root.get("version", "").startswith("1."):
        return xliff12.read(root)
    raise ExchangeError(_("The file is XML, but not XLIFF."))


def read_po(content: bytes) -> list[Returned]:
    """PO, if it is."""
    if b"msgid" not in content:
        raise ExchangeError(_("The file is neither XLIFF nor PO."))
    return po.read(content)


def read_all(files: Iterable[NamedFile]) -> Iterator[tuple[str, list[Returned] | ExchangeError]]:
    """Each file by its name with what came back in it, or with why it cannot be read."""
    for file in files:
        try:
            inside = list(unpacked(file))
        except ExchangeError as error:
            yield file.name, error
            continue
        for each in inside:
            try:
                yield each.name, read_exchange_file(each.content)
            except ExchangeError as error:
                yield each.name, error
