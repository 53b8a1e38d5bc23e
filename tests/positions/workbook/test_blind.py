"""A second coder sees the words and the scales, and nothing of the first coder's judgement."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.model.statements import Statement
from positions.reading.dossier import load_dossier
from positions.reading.source_texts import source_texts
from positions.workbook.blind import BLIND, FILLED, blind_workbook, coded_statements
from tests.numeric_case import numeric_folder

Judge = Callable[[Statement], dict[str, str]]


def filled(dossier: Dossier, judge: Judge) -> bytes:
    """The blind workbook with what a coder makes of each statement."""
    book = load_workbook(io.BytesIO(blind_workbook(dossier, {})))
    sheet = book[BLIND.name]
    heads = [str(cell.value) for cell in sheet[1]]
    for row, statement in enumerate(dossier.statements, start=2):
        for head, value in judge(statement).items():
            sheet.cell(row, heads.index(head) + 1).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_the_first(statement: Statement) -> dict[str, str]:
    """The judgement that stands in the dossier."""
    written = {head: getattr(statement, head) for head in FILLED}
    return {head: str(value) for head, value in written.items() if value is not None}


def test_nothing_of_the_first_judgement_is_in_it(small: Dossier) -> None:
    """Placements, conditions, confidences, notes and summaries are in no cell; ids and phrases are."""
    book = load_workbook(io.BytesIO(blind_workbook(small, {})))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    rows = list(book[BLIND.name].iter_rows(values_only=True))
    places = [rows[0].index(head) for head in FILLED]
    secret = [text for one in small.statements for text in (one.summary, one.condition, one.note) if text]

    assert not set(secret) & set(cells)
    assert not [row[place] for row in rows[1:] for place in places if row[place]]
    assert {"coder", "summary"}.isdisjoint(rows[0])
    assert {one.id for one in small.statements} <= set(cells)
    assert {one.phrase for one in small.statements if one.phrase} <= set(cells)
    assert {step.rule for issue in small.issues for step in issue.scale} <= set(cells)


def test_values_are_hidden_and_coded_as_steps_are(tmp_path: Path) -> None:
    """What the first coder read on a numeric scale is in no cell, and a second one can fill it in."""
    folder = numeric_folder(tmp_path / "numeric")
    dossier = load_dossier(folder)
    rows = list(
        load_workbook(io.BytesIO(blind_workbook(dossier, {})))[BLIND.name].iter_rows(values_only=True)
    )
    coded = coded_statements(filled(dossier, as_the_first), "filled.xlsx", dossier, "b")

    assert {row[rows[0].index("value")] for row in rows[1:]} == {None}
    assert [one.value for one in coded] == [one.value for one in dossier.statements]


def test_passages_stand_in_it_where_the_text_is_at_hand(small: Dossier, small_folder: Path) -> None:
    """The words around the phrase are those of the source, cut at the span."""
    texts = source_texts(small, small_folder / "texts")
    rows = load_workbook(io.BytesIO(blind_workbook(small, texts)))[BLIND.name].iter_rows(values_only=True)
    place = next(rows).index("passage")
    first = small.statements[0]
    text = texts[first.source].text

    assert text is not None
    assert next(rows)[place] == text[first.start : first.end]


def test_a_coder_who_judges_alike_makes_the_same_coding(small: Dossier) -> None:
    """What was given comes from the dossier, what was filled in from the file, with the coder's name."""
    coded = coded_statements(filled(small, as_the_first), "filled.xlsx", small, "second")

    assert coded == tuple(one.model_copy(update={"coder": "second"}) for one in small.statements)


def test_rows_that_were_not_coded_are_left_out(small: Dossier) -> None:
    """A coder may code a part; the rest says nothing, rather than "not placed"."""
    some = {one.id for one in small.statements[:3]}
    judged = filled(small, lambda one: as_the_first(one) if one.id in some else {})

    assert {one.id for one in coded_statements(judged, "filled.xlsx", small, "b")} == some


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (
            {"step_low": "9", "step_high": "9", "confidence": "high"},
            r"row 2 \(gazette-1\): step_low: '9' is not a",
        ),
        ({"step_low": "1", "step_high": "1"}, r"row 2 \(gazette-1\): confidence: missing"),
        ({"id": "other", "confidence": "high"}, "row 2: id: 'other' is not the id of a statement"),
        ({}, "missing, expected a row in which one of step_low"),
    ],
)
def test_what_is_wrong_is_told_by_row(small: Dossier, written: dict[str, str], sentence: str) -> None:
    """A step beyond the scale, a row without confidence, an unknown id, and a file left empty."""
    first = small.statements[0].id
    judged = filled(small, lambda one: written if one.id == first else {})

    with pytest.raises(DossierError, match=f"Statements: {sentence}"):
        coded_statements(judged, "filled.xlsx", small, "b")
