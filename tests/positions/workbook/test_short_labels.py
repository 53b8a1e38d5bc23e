"""The short label of a step may be left out: it is made from the label, and told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.reading.short_label import short_label
from tests.positions.factories import MODEST
from tests.positions.workbook.test_mended_sheets import read


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Closed all year", "Closed all year"),
        ("Left outside the agreement; control stays as it is", "Left outside"),
        ("Automatic defence, no veto of the other side", "Automatic defence"),
        ("Deferred: status to be negotiated, no force", "Deferred: status"),
        ("Internationalisierungsbestrebungen", "Internationalisierungsbestrebungen"),
    ],
)
def test_worked_by_hand(label: str, short: str) -> None:
    """Whole words up to 24 characters, never ending with a word that leads to the next one."""
    assert short_label(label, set()) == short


def test_a_short_label_that_is_taken_is_not_given_twice() -> None:
    """Two steps that begin alike keep their whole labels apart."""
    assert short_label("Open in dry months for boats only", {"open in dry months"}) == (
        "Open in dry months for boats only"
    )


@MODEST
@given(st.text("abc ,;", min_size=1).filter(str.strip))
def test_a_short_label_begins_its_label(label: str) -> None:
    """It is made of the label's own first words, and is never empty."""
    short = short_label(label, set())

    assert short
    assert " ".join(label.split()).startswith(short) or short == label.strip()


def test_a_scale_without_short_labels_loads() -> None:
    """They are told in one line, with the first of them."""
    dossier, repairs = read({("Steps", row, "short"): "" for row in (2, 3, 4)})

    assert [step.short for step in dossier.issues[0].scale] == [
        "Closed all year",
        "Open in dry months",
        "Open all year",
    ]
    assert [str(one) for one in repairs] == [
        "Steps: row 2: short: empty, so it is taken as 'Closed all year' (made from the label; 3 times)"
    ]
