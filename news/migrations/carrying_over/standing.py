"""How the words of a quote stand to those that were spoken, as far as the records tell."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .records import exact


@dataclass(frozen=True)
class Standing:
    """What is said about a quote beside its words."""

    status: str
    language: str
    approver: str = ""
    approved_at: datetime | None = None


def standing_of(quote_id, value, text, known):
    """How a quote of a release stands: as it was recorded with these words, else as what was approved says."""
    recorded = known.quotes.get(quote_id, {})
    row = recorded.get(text.facts["pk"])
    if row and (text.is_current or exact(row["words"]) == exact(value["words"])):
        return standing_by(row["status"], row["language"], row)
    spoken = value.get("language") or text.content.get("original_language") or text.code
    if spoken == text.code:
        return Standing("original", spoken)
    if value.get("status") == "machine":
        return Standing("machine", spoken)
    original = [each for each in recorded.values() if each["locale__language_code"] == each["language"]]
    held = approval_for(known.approvals.get((quote_id, text.code), ()), value, original)
    return standing_by("official", spoken, held) if held else Standing("courtesy", spoken)


def standing_by(status: str, language: str, row: dict[str, Any]) -> Standing:
    """What a row says of who approved a quote and when."""
    at = row["approved_at"]
    return Standing(status, language, row["approver"], at.astimezone(UTC) if at else None)


def approval_for(given, value, original):
    """The latest approval that holds for these words as a translation of the original's; none for what is said to be
    a courtesy translation.
    """
    if value.get("status") == "courtesy":
        return None
    spoken = exact(original[0]["words"]) if original else ""
    fitting = [each for each in given if each["words"] == exact(value["words"]) and each["original_words"] == spoken]
    return fitting[-1] if fitting else None
