"""The marks of the demonstration's organisations: the inside of an SVG of 48 by 48 units, drawn in `currentColor`."""

from collections.abc import Mapping

MARKS: Mapping[str, str] = {
    # Two waters that become one: the mark of the house.
    "confluence": '<path d="M2 8c14 0 16 14 26 14h18M2 42c14 0 16-16 26-16h18" fill="none" stroke="currentColor" stroke-width="4"/>',
    # A disc, half of it in the shade.
    "heat": '<circle cx="24" cy="24" r="19" fill="none" stroke="currentColor" stroke-width="3"/><path d="M24 5a19 19 0 0 1 0 38z" fill="currentColor"/>',
    # Two rails on their sleepers.
    "rails": '<path d="M15 3v42M33 3v42M7 10h34M7 24h34M7 38h34" fill="none" stroke="currentColor" stroke-width="3"/>',
    # A river that parts before the sea.
    "delta": '<path d="M24 3v16M24 19 7 42M24 19v23M24 19l17 23M3 45h42" fill="none" stroke="currentColor" stroke-width="3"/>',
    # The old water tower on its hill.
    "tower": '<path d="M15 6h18v12H15zM19 18v18M29 18v18M3 44c8-6 14-8 21-8s13 2 21 8" fill="none" stroke="currentColor" stroke-width="3"/>',
    # One arch and its reflection.
    "bridge": '<path d="M3 22h42M8 22a16 15 0 0 1 32 0M8 28a16 15 0 0 0 32 0" fill="none" stroke="currentColor" stroke-width="3"/>',
    # A sapling tied to its stake.
    "sapling": '<path d="M24 45V16M32 45V12M24 28h8M24 18c-9 0-13-5-13-13 9 0 13 5 13 13z" fill="none" stroke="currentColor" stroke-width="3"/>',
    # A gauge board in the tide.
    "gauge": '<path d="M18 3h12v42H18zM18 11h6M18 19h6M18 27h6M2 36c5-5 10-5 16 0M30 36c6 5 11 5 16 0" fill="none" stroke="currentColor" stroke-width="3"/>',
    # An awning over a stall.
    "awning": '<path d="M9 8h30l6 14H3zM18 8l-3 14M30 8l3 14M8 22v22M40 22v22M8 34h32" fill="none" stroke="currentColor" stroke-width="3"/>',
}
