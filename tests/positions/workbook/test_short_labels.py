"""The short label of a step may be left out: the whole label stands in its place, and that is told."""

from __future__ import annotations

from tests.positions.workbook.test_mended_sheets import read

_UNTIL = "Kept as they are until both sides agree"


def test_a_scale_without_short_labels_loads() -> None:
    """They are told in one line, with the first of them."""
    dossier, repairs = read({("Steps", row, "short"): "" for row in (2, 3, 4)})

    assert [step.short for step in dossier.issues[0].scale] == [
        "Closed all year",
        "Open in dry months",
        "Open all year",
    ]
    assert [str(one) for one in repairs] == [
        "Steps: row 2: short: empty, so it is taken as 'Closed all year' (the whole label; 3 times)"
    ]


def test_a_long_label_is_never_cut() -> None:
    """Part of a label could say another thing; the author is told that a short one reads better."""
    labels = {("Steps", 2, "label"): _UNTIL, ("Steps", 3, "label"): "Basis as it stands in the draft"}
    dossier, repairs = read({("Steps", row, "short"): "" for row in (2, 3, 4)} | labels)

    assert [step.short for step in dossier.issues[0].scale] == [
        _UNTIL,
        "Basis as it stands in the draft",
        "Open all year",
    ]
    assert [str(one) for one in repairs] == [
        f"Steps: row 2: short: empty, so it is taken as '{_UNTIL}' (the whole label; one of at most "
        "24 characters reads better in narrow cells; 2 times)",
        "Steps: row 4: short: empty, so it is taken as 'Open all year' (the whole label)",
    ]
