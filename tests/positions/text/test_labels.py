"""Short labels: every state, basis, relation and change has one, and no two things share one."""

from __future__ import annotations

import pytest

from positions.analysis.change import CHANGED, KINDS
from positions.analysis.gap import APART, BY_NAME, CONTRADICTS, FIRM, NEAR, SAME, SPLIT, WEAK
from positions.cell import BLANK_STATES, STATES
from positions.text.labels import (
    BASIS_WORDS,
    BLANK_WORDS,
    CHANGE_WORDS,
    LINE_WORDS,
    LOOK_WORDS,
    MARK_WORDS,
    RELATION_RULES,
    RELATION_WORDS,
    STRIP_WORDS,
)

LABELS = {
    "basis": BASIS_WORDS,
    "blanks": BLANK_WORDS,
    "changes": CHANGE_WORDS,
    "lines": LINE_WORDS,
    "looks": LOOK_WORDS,
    "marks": MARK_WORDS,
    "relations": RELATION_WORDS,
    "strip": STRIP_WORDS,
}
# Words that suggest a verdict (codebook, section 4).
VERDICTS = ("concession", "maximalist", "unreasonable", "breakthrough", "moderate", "extreme", "radical")


def test_everything_that_can_be_said_has_a_label() -> None:
    """Blanks, relations, what a gap rests on, and changes are all labelled, and nothing else is."""
    assert set(BLANK_WORDS) == set(BLANK_STATES)
    assert set(RELATION_WORDS) == set(RELATION_RULES) == {SAME, NEAR, APART}
    assert set(BASIS_WORDS) == {FIRM, BY_NAME, CONTRADICTS, WEAK, SPLIT}
    assert set(CHANGE_WORDS) == set(KINDS)
    assert set(CHANGED) <= set(KINDS)
    assert set(LOOK_WORDS) == set(STATES) | {"by_name", "old"}


@pytest.mark.parametrize("name", LABELS)
def test_no_two_things_share_a_label(name: str) -> None:
    """A reader can tell them apart by their words."""
    labels = list(LABELS[name].values())

    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", LABELS)
def test_no_label_is_a_verdict(name: str) -> None:
    """Labels say what is, and not how reasonable it is."""
    text = " ".join([*LABELS[name].values(), *KINDS.values(), *STATES.values(), *RELATION_RULES.values()])

    assert not [word for word in VERDICTS if word in text.casefold()]


def test_one_word_for_one_thing() -> None:
    """What is old or of low confidence is called the same in cells, strips and marks."""
    assert LOOK_WORDS["old"] == STRIP_WORDS["old"] == MARK_WORDS["old"]
    assert LOOK_WORDS["weak"] == MARK_WORDS["weak"]
