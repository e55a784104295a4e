"""The share kit of a hub as one file, made when somebody asks for it: texts, pictures and their credits."""

import zipfile
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from campaigns.hubs.parts import ShownShot, kept_parts
from newsroom.base.files.licences import stated_terms
from newsroom.base.languages import active_code, own_name
from newsroom.language.catalogue import language_row

if TYPE_CHECKING:
    from campaigns.models.hub import CampaignHubPage

#: The size in which a picture is handed out: made anew from its pixels, so that nothing a camera wrote goes along.
HANDED_OUT = "max-2400x2400"
#: What is larger than this waits on disk and not in memory.
IN_MEMORY = 8_000_000
ENDINGS = {".jpg", ".jpeg", ".png", ".gif", ".webp"}


def kit_answer(hub: "CampaignHubPage") -> FileResponse:
    """The kit of a public hub as a ZIP. Raises Http404 where there is nothing in it."""
    files = list(kit_files(hub))
    if not files:
        raise Http404
    made: Any = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (the answer closes it)
    instant = (hub.last_published_at or timezone.now()).timetuple()[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, instant), content, compress_type=zipfile.ZIP_DEFLATED)
    made.seek(0)
    name = f"{hub.slug}-{active_code()}.zip"
    return FileResponse(made, as_attachment=True, filename=name, content_type="application/zip")


def kit_files(hub: "CampaignHubPage") -> Iterator[tuple[str, bytes]]:
    """The names and contents of what is in the kit; the credits where there are pictures."""
    parts = kept_parts(hub)
    numbers: dict[str, int] = {}
    for text in parts.texts:
        name = f"{_('texts')}/{text.network}-{text.locale.language_code}"
        numbers[name] = numbers.get(name, 0) + 1
        again = f"-{numbers[name]}" if numbers[name] > 1 else ""
        yield f"{name}{again}.txt", text.text.replace("\r\n", "\n").encode()
    credited = []
    for number, shot in enumerate(parts.shots, 1):
        if content := picture_handed_out(shot):
            name = f"{_('pictures')}/{picture_name(shot, number, content[0])}"
            credited.append(credit_of(shot, name))
            yield name, content[1]
    if credited:
        yield f"{_('credits')}.txt", "\n\n".join([_("Free to use with the credit."), *credited, ""]).encode("utf-8-sig")


def picture_handed_out(shot: ShownShot) -> tuple[str, bytes] | None:
    """The ending and the bytes of a picture as it is handed out; None where it cannot be made."""
    file = shot.image.rendition_or_none(HANDED_OUT)
    if file is None or (not default_storage.exists(file.file.name) and not file.make_file_anew()):
        return None
    with default_storage.open(file.file.name, "rb") as stored:
        ending = f".{file.file.name.rpartition('.')[2].lower()}"
        return (ending, stored.read()) if ending in ENDINGS else None


def picture_name(shot: ShownShot, number: int, ending: str) -> str:
    """What the file of a picture is called: by its title, and by its place, so that no two are alike."""
    return f"{number:02}-{slugify(shot.image.title)[:60] or 'picture'}{ending}"


def credit_of(shot: ShownShot, name: str) -> str:
    """What is to be said of a picture wherever it is used: its file, caption, credit and terms."""
    image = shot.image
    colon = language_row(active_code()).colon
    lines = [name, image.caption or image.title, f"{_('Credit')}{colon}{image.credit}" if image.credit else ""]
    lines += [*stated_terms(image.licence), image.licence_note]
    if image.language != active_code():
        lines.append(f"{_('Language')}{colon}{own_name(image.language)}")
    return "\n".join(filter(None, lines))
