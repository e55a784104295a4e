"""What an officer is told about a text that they pasted."""

from typing import Any

from django.utils.translation import gettext as _

from newsroom.language.separators import in_brackets, one_by_one


def pasted_words() -> dict[str, Any]:
    """The sentences for what became of a pasted text, and the names of what may have been left out."""
    return {
        "facts": {
            "headings": _("Headings stand below as blocks of their own."),
            "bold": _("Headings cannot stand here; they are lines in bold."),
            "rows": _("Tables cannot stand here; each row is a line."),
        },
        "leftOut": _("Left out: %(list)s.") % {"list": "{list}"},
        "one": "{what}" + in_brackets("{number}"),
        "comma": one_by_one(["", ""]),
        "kinds": {
            "comments": _("comments"),
            "deletions": _("words that tracked changes had deleted"),
            "pictures": _("pictures"),
            "frames": _("embedded parts"),
            "links": _("links that lead nowhere from here"),
            "raised": _("raised and lowered letters, which stand on the line"),
        },
    }
