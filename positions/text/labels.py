"""Short labels: of states, looks, kinds of words, relations and marks; one word for one thing everywhere."""

from __future__ import annotations

from positions.analysis.change import (
    AGAIN,
    ENDED,
    FIRST,
    MOVED,
    NOTHING,
    PLACED,
    RANGE,
    RESTATED,
    SILENT,
    UNCHANGED,
    UNDATED,
    UNPLACED,
    WITHIN,
    WORDS,
)
from positions.analysis.gap import APART, BY_NAME, CONTRADICTS, FIRM, NEAR, SAME, SPLIT, WEAK

# Titles of cells in which nobody stands on a step.
BLANK_WORDS: dict[str, str] = {
    "ambiguous": "Said, but does not fit the scale",
    "declined": "Declined to say",
    "text_only": "Only a draft or shared text",
    "individuals": "Only individuals spoke",
    "not_stated": "Not stated",
    "not_researched": "Not researched",
    "not_applicable": "Does not apply",
    "left_out": "Only words that you left out",
}
# What a legend says of each look, in the order in which it stands there.
LOOK_WORDS: dict[str, str] = {
    "stated": "own words, firm",
    "weak": "low confidence",
    "split": "members on different steps",
    "by_name": "fewer than half of the states: told by name",
    "old": "old words",
    **{state: words.lower() for state, words in BLANK_WORDS.items()},
}
# The strip of a cell: one block per step of the scale.
STRIP_WORDS: dict[str, str] = {
    "point": "what the newest words say",
    "other": "other current words",
    "doubt": "doubt or low confidence",
    "old": "old words",
    "member": "some of the members",
}
# One mark has one meaning on every page and in every format.
MARK_WORDS: dict[str, str] = {
    "own": "own words",
    "reported": "reported speech",
    "claimed": "claimed by others",
    "earlier": "the earlier day",
    "by_name": "members of a grouping, by name",
    "old": "old words",
    "weak": "low confidence",
    "draft": "draft or shared text",
}
LINE_WORDS: dict[str, str] = {
    "gap": "gap",
    "range": "other current words of the side",
    "doubt": "the coder was unsure between these steps",
    "coders": "coders differ: from the lowest to the highest step in any coding",
}


def line_words(*, steps: bool, values: bool) -> dict[str, str]:
    """The meanings of lines for scales of steps, of values, or of both: values are no steps."""
    one = "step or value" if steps and values else "value" if values else "step"
    several = "steps or values" if steps and values else f"{one}s"
    return {
        key: words.replace("steps", several).replace(" step ", f" {one} ")
        for key, words in LINE_WORDS.items()
    }


RELATION_WORDS: dict[str, str] = {SAME: "Same step", NEAR: "Near", APART: "Apart"}
RELATION_RULES: dict[str, str] = {
    SAME: "the newest words of both name the same step",
    NEAR: "at most a quarter of the scale between them, and never its two ends",
    APART: "more than a quarter of the scale between them",
}
BASIS_WORDS: dict[str, str] = {
    FIRM: "",
    BY_NAME: "some members only",
    CONTRADICTS: "contradicting words of one day",
    WEAK: "rests on low confidence",
    SPLIT: "split: from its nearest to its farthest member",
}
CHANGE_WORDS: dict[str, str] = {
    FIRST: "first on record",
    PLACED: "placed after words that do not fit the scale",
    WITHIN: "stated within these days, after earlier words",
    MOVED: "moved",
    RANGE: "covers other steps",
    RESTATED: "restated",
    AGAIN: "placed again",
    UNPLACED: "newer words that do not fit the scale",
    WORDS: "newer words",
    UNDATED: "undated words",
    SILENT: "silent since",
    UNCHANGED: "unchanged under newer words",
    ENDED: "nothing by the government in office",
    NOTHING: "nothing on record",
}
# What the matrix on screen says beside its cells.
MATRIX_WORDS: dict[str, str] = {
    "caption": "Position of each party on each issue: {title}. Arrow keys move, Enter opens the evidence.",
    "hint": "A cell opens its evidence",
    "all": "show all words",
    "few": "show fewer words",
    "gap": "Farthest apart",
    "sort": "Put the widest gap first",
    "unsort": "Back to the order of the issues",
    "only": "only this issue",
    "every": "all issues",
    "issue": "all about this issue",
    "evidence": "Show the evidence",
}
# What the overview of a wide dossier says beside its cells.
OVERVIEW_WORDS: dict[str, str] = {
    "caption": "All parties and issues at a glance. Arrow keys move, Enter opens the evidence.",
    "hint": "Point at a cell to read it; a click opens its evidence.",
    "party": "sort by the distance to this party",
    "issue": "all about this issue",
    "distance": "distance · issues compared",
    "unsorted": "Parties in alphabetical order. Choose one to put the nearest to it first.",
    "alphabetical": "alphabetical order",
}
NO_SCALE, NOT_COMPARED = "no scale", "not compared"


def ends_words(low_end: str, high_end: str) -> str:
    """What lies at the two ends of every strip and scale of a dossier."""
    return f"left end: {low_end}; right end: {high_end}; direction carries no merit"
