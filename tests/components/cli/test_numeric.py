"""A dossier with scales of values in every format, and back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from positions.export.records import from_json, to_json
from positions.reading.dossier import load_dossier
from tests.components.cli.test_brief import briefed
from tests.numeric_case import ISSUES, numeric_folder

SIZE = "81.25 of 100 per cent (75–87.5)"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of the dossier in a folder."""
    home = tmp_path_factory.mktemp("numeric")
    dossier = numeric_folder(home / "dossier")
    result = briefed(home / "out", "--issues", ",".join(ISSUES), "--since", "2031-05-10", dossier=dossier)

    assert (result.exit_code, result.stderr.strip()) == (0, "")
    return home / "out"


def found(folder: Path, pattern: str) -> Path:
    """The one file of a name."""
    (path,) = folder.glob(pattern)
    return path


def test_texts_tell_values_with_their_unit(written: Path) -> None:
    """Page and text name the value, the gap and the move in the unit of the scale."""
    for pattern in ("*_full-dossier_*.html", "*_full-dossier_*.md"):
        told = found(written, pattern).read_text(encoding="utf-8").replace("\\", "")
        assert SIZE in told
        assert "87.5 per cent (nearest mark 100: the whole toll)" in told
        assert "12.5 per cent: 75 per cent → 87.5 per cent" in told
        assert "weights: 2 for Toll (Northern Gazette), 1 for others" in told


def test_tables_have_values_as_numbers_and_as_they_were_written(written: Path) -> None:
    """Gaps are counted in the unit, and the value of a statement keeps its digits."""
    with found(written, "*_gaps_*.csv").open(encoding="utf-8-sig", newline="") as file:
        gaps = [row for row in csv.DictReader(file) if row["issue"] == "toll"]
    with found(written, "*_statements_*.csv").open(encoding="utf-8-sig", newline="") as file:
        values = {row["id"]: row["value"] for row in csv.DictReader(file)}

    assert ("81.25", "75", "87.5", "100", "per cent") in [
        tuple(row[name] for name in ("gap", "least", "most", "last_step", "unit")) for row in gaps
    ]
    assert values["numeric-03"] == "0/12.50"


def test_the_workbook_and_the_view_have_the_same_numbers(written: Path) -> None:
    """Cells hold the values themselves, on a reversed scale as well."""
    cells = json.loads(found(written, "*_view_*.json").read_text(encoding="utf-8"))["cells"]
    points = {
        (one["issue"], one["holder"]): (one["point_low"], one["point_high"], one["unit"]) for one in cells
    }
    sheet = load_workbook(found(written, "*_workbook_*.xlsx"), read_only=True)["cells"]
    heads, *rows = sheet.iter_rows(values_only=True)
    place = [heads.index(name) for name in ("issue", "holder", "point_low", "point_high", "unit")]
    read = {tuple(row[one] for one in place[:2]): tuple(row[one] for one in place[2:]) for row in rows}

    assert points["toll", "southland"] == read["toll", "southland"] == (0, 12.5, "per cent")
    assert points["mesh", "northland"] == read["mesh", "northland"] == (60.5, 60.5, "millimetres")
    assert points["weeks", "northland"] == (5, 5, "steps")


def test_a_dossier_of_values_comes_back_from_json(tmp_path: Path) -> None:
    """Scales, values and weights are as they were."""
    dossier = load_dossier(numeric_folder(tmp_path / "dossier"))

    assert from_json(to_json(dossier)) == dossier
