"""A line of a cell is written in one place and stands in every output that shows the cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest

from components.matrix.grid import grid_of
from components.report import BRIEFINGS, TEXT
from components.report.files import briefed_view
from components.report.presets import PRESETS
from components.report.typst.payload import view_payload
from positions.analysis.words import Stance
from positions.export import EXPORTS
from positions.model.dossier import Dossier
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text import cell
from positions.text.tables import matrix_table
from tests.components.report.handed_out import view_on

LINE = "a line that no cell had before"


def texts(content: bytes) -> str:
    """All that a file says, of an office file the text of its parts."""
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))


def test_a_line_of_a_cell_is_written_once(small: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """One function gives it; web page, documents, slides, sheets, tables, terminal and screen show it."""
    conditions = cell.point_conditions

    def with_line(point: Stance, issue: Issue, tables: Tables) -> Iterator[str]:
        yield from conditions(point, issue, tables)
        yield LINE

    monkeypatch.setattr(cell, "point_conditions", with_line)
    view = view_on(small)
    briefed = briefed_view(view)
    written = {
        one.id: texts(one.made(briefed.briefing, PRESETS["slide"])[0].content)
        for one in BRIEFINGS
        if not one.sized and one.shown != TEXT
    }
    written |= {one.id: texts(one.made(view)) for one in EXPORTS if one.id in ("workbook", "matrix", "view")}
    written["sheet"] = view_payload(briefed.briefing, "matrix", PRESETS["slide"])
    written["terminal"] = matrix_table(view).to_string()
    written["screen"] = str(grid_of(view, "light"))

    assert set(written) >= {
        "html",
        "docx",
        "pptx",
        "md",
        "sheet",
        "matrix",
        "workbook",
        "view",
        "terminal",
        "screen",
    }
    assert not [name for name, words in written.items() if LINE not in words]


@pytest.mark.parametrize(("question", "printed"), [("Zyxwvu?", False), ("Which zyxwvu?", True)])
def test_a_question_that_is_the_name_is_printed_once(small: Dossier, question: str, *, printed: bool) -> None:
    """Theses of a table have no question beside their name; any other question stands in each output."""
    issues = tuple(one.model_copy(update={"name": "Zyxwvu", "question": question}) for one in small.issues)
    view = view_on(small.model_copy(update={"issues": issues}))
    briefed = briefed_view(view)
    written = {
        one.id: texts(one.made(briefed.briefing, PRESETS["slide"])[0].content)
        for one in BRIEFINGS
        if not one.sized and one.shown != TEXT
    }
    written["screen"] = str(grid_of(view, "light"))

    assert {name for name, text in written.items() if question in text} == (
        set(written) if printed else set()
    )
