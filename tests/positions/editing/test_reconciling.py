"""Two codings reconciled: each disagreement once, decided by a coder or the scale alone, with its reason."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from positions.editing.reconciling import (
    DOSSIER,
    PLACEMENT,
    Disagreement,
    compared_coders,
    decided_cells,
    disagreements,
    still_open,
    with_decisions,
)
from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.reading.codings import load_codings
from positions.reading.dossier import folder_files, load_dossier, read_files
from positions.workbook.decisions import SHEET, decisions_workbook, read_decisions
from tests.conftest import SMALL
from tests.numeric_case import numeric_folder
from tests.positions.factories import ISSUES, MODEST, dossier_of, said

AB = ("a", "b")


def found_in(dossier: Dossier) -> tuple[Disagreement, ...]:
    """What the two codings beside the training dossier place otherwise."""
    return disagreements(dossier, AB, load_codings(dossier, SMALL))


def filled(dossier: Dossier, written: Mapping[str, Mapping[str, str]]) -> bytes:
    """The workbook of these disagreements with what is written in the row of each statement."""
    book = load_workbook(io.BytesIO(decisions_workbook(dossier, AB, found_in(dossier))))
    sheet = book[SHEET]
    heads = [str(cell.value) for cell in sheet[1]]
    for row in range(2, sheet.max_row + 1):
        for head, value in written.get(str(sheet.cell(row, 1).value), {}).items():
            sheet.cell(row, heads.index(head) + 1).value = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_the_training_dossier_has_four(small: Dossier) -> None:
    """In the order of the dossier, with both placements in numbers."""
    assert [(one.kept.id, one.placed) for one in found_in(small)] == [
        ("courier-2", ("3–4", "3")),
        ("register-3", ("3", "2–3")),
        ("register-6", ("2", "2–3")),
        ("ledger-1", ("1–2", "2")),
    ]


def test_which_codings_are_compared() -> None:
    """One coding with the dossier, two with each other, of three each pair."""
    assert compared_coders({}) == ()
    assert compared_coders({"b": ()}) == ((DOSSIER, "b"),)
    assert compared_coders({"b": (), "a": ()}) == (AB,)
    assert len(compared_coders({"a": (), "b": (), "c": ()})) == 3


places = st.none() | st.integers(0, 2) | st.sampled_from([(0, 1), (1, 2), (0, 2)])


@given(st.lists(st.tuples(places, places, st.sampled_from(ISSUES)), max_size=6))
@MODEST
def test_a_disagreement_is_a_placement_that_is_otherwise(
    rows: list[tuple[int | tuple[int, int] | None, int | tuple[int, int] | None, str]],
) -> None:
    """All of them and no other, on issues with a scale; who is compared with whom changes no number."""
    first = [
        said(
            f"s{n}",
            "north_head",
            one if issue != "fish" else None,
            issue=issue,
            start=100 * n,
            end=100 * n + 9,
        )
        for n, (one, _, issue) in enumerate(rows)
    ]
    second = [
        mine.model_copy(update=dict(zip(("step_low", "step_high"), _ends(other), strict=True)))
        for mine, (_, other, issue) in zip(first, rows, strict=True)
    ]
    dossier = dossier_of(first)
    found = disagreements(dossier, (DOSSIER, "b"), {"b": second})
    mirrored = disagreements(dossier, ("b", "a"), {"a": first, "b": second})
    unlike = [f"s{n}" for n, (one, other, issue) in enumerate(rows) if issue != "fish" and one != other]

    assert [one.kept.id for one in found] == unlike
    assert [(one.kept.id, one.placed[::-1]) for one in mirrored] == [
        (one.kept.id, one.placed) for one in found
    ]


def _ends(placed: int | tuple[int, int] | None) -> tuple[int | None, int | None]:
    return placed if isinstance(placed, tuple) else (placed, placed)


@given(st.text(max_size=6) | st.from_regex(r"-?\d{1,2}(/\d{1,2})?( said)?", fullmatch=True))
@MODEST
def test_a_decision_is_on_the_scale_or_none(decision: str) -> None:
    """Whatever is written: cells that the scale of the issue has, or no decision at all."""
    dossier = load_dossier(SMALL)
    one = found_in(dossier)[0]
    issue = next(issue for issue in dossier.issues if issue.id == one.kept.issue)
    cells = decided_cells(one, issue, decision)

    if cells is not None and decision.strip() not in AB:
        low, high = cells["step_low"], cells["step_high"]
        assert set(cells) == set(PLACEMENT)
        assert (low == "") == (decision.strip().casefold() == "none")
        assert low == "" or 0 <= int(low) <= int(high) < len(issue.scale)
        assert (cells["spread"] == "") == (low == high)


@pytest.mark.parametrize(
    ("issue", "decision", "expected"),
    [
        ("quota", "2", ("2", "2", "", "")),
        ("quota", "1/3", ("1", "3", "", "doubt")),
        ("quota", "1/3 said", ("1", "3", "", "said")),
        ("quota", "None", ("", "", "", "")),
        ("quota", "9", None),
        ("quota", "3/1", None),
        ("quota", "2 said", None),
        ("quota", "12.5", None),
        ("quota", "c", None),
        ("toll", "12.5", ("", "", "12.5", "")),
        ("toll", "10/20", ("", "", "10/20", "doubt")),
        ("toll", "101", None),
    ],
)
def test_decisions_by_hand(
    tmp_path: Path, issue: str, decision: str, expected: tuple[str, str, str, str] | None
) -> None:
    """A step, a range, a value between the ends, none; nothing beyond the scale and no third coder."""
    dossier = load_dossier(numeric_folder(tmp_path / "case"))
    scale = next(one for one in dossier.issues if one.id == issue)
    one = Disagreement(dossier.statements[0], dossier.statements[0], dossier.statements[1], AB)
    cells = decided_cells(one, scale, decision)

    assert (tuple(cells[column] for column in PLACEMENT) if cells else None) == expected


def test_a_coder_s_placement_comes_with_the_confidence(small: Dossier) -> None:
    """The whole judgement of the one who is named; words, day and speaker stay those of the dossier."""
    one = found_in(small)[0]
    issue = next(issue for issue in small.issues if issue.id == one.kept.issue)
    cells = decided_cells(one, issue, "b")
    assert cells is not None
    made = read_files(with_decisions(folder_files(SMALL), {one.kept.id: cells})).dossier
    after = next(each for each in made.statements if each.id == one.kept.id)

    assert (after.step_low, after.step_high, after.confidence) == (3, 3, one.second.confidence)
    assert after.summary == one.kept.summary
    assert [each for each in made.statements if each.id != one.kept.id] == [
        each for each in small.statements if each.id != one.kept.id
    ]


def test_a_decision_is_open_anew_once_a_coding_changes(small: Dossier) -> None:
    """The log says what the codings said; what they say now is another thing."""
    first, *others = found_in(small)
    logged = [(first.kept.id, first.why("Both words are used."))]
    changed = replace(first, second=first.second.model_copy(update={"step_low": 1, "step_high": 1}))

    assert first.why("So.") == "a: 3–4; b: 3. So."
    assert replace(first, coders=(DOSSIER, "b")).why("So.") == "b: 3. So."
    assert still_open((first, *others), logged) == tuple(others)
    assert still_open((changed,), logged) == (changed,)


def test_what_was_filled_in_is_read(small: Dossier) -> None:
    """Rows without a word stay open."""
    content = filled(small, {"register-3": {"kept": "b", "reason": "The rule of step 2 names both."}})
    (decision,) = read_decisions(content, "sheet.xlsx", small, found_in(small))

    assert decision.disagreement.kept.id == "register-3"
    assert (decision.cells["step_low"], decision.cells["step_high"]) == ("2", "3")
    assert decision.why == "a: 3; b: 2–3. The rule of step 2 names both."


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ({"kept": "b"}, r"row 2 \(courier-2\): reason: missing, expected a text, as kept has one"),
        ({"reason": "So."}, r"row 2 \(courier-2\): kept: missing"),
        ({"kept": "c", "reason": "So."}, r"row 2 \(courier-2\): kept: 'c' is not a or b, a step from 0 to 4"),
        ({"statement": "x", "kept": "b", "reason": "So."}, "row 2: statement: 'x' is not the id of a"),
        (
            {"in the dossier": "1", "kept": "b", "reason": "So."},
            r"row 2 \(courier-2\): in the dossier: '1' is not 3",
        ),
    ],
)
def test_what_is_wrong_is_told_by_row(small: Dossier, written: dict[str, str], sentence: str) -> None:
    """Half a decision, a third coder, an unknown statement, and a placement that is another by now."""
    content = filled(small, {"courier-2": written})

    with pytest.raises(DossierError, match=f"Disagreements: {sentence}"):
        read_decisions(content, "sheet.xlsx", small, found_in(small))
