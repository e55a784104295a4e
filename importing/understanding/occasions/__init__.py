"""Events and calls: what each paragraph of them is, and what stands in their fields."""

from importing.understanding.occasions.dividing import event_parts
from importing.understanding.occasions.letters import call_parts
from importing.understanding.occasions.reading import (
    has_label,
    parts_of_occasion,
    parts_placed,
    remarks_of,
    with_occasion,
)
from importing.understanding.occasions.recognising import occasion_in

__all__ = [
    "call_parts",
    "event_parts",
    "has_label",
    "occasion_in",
    "parts_of_occasion",
    "parts_placed",
    "remarks_of",
    "with_occasion",
]
