"""`positions export` writes the chosen formats of a view, the same bytes each time."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from components.cli.commands import app
from positions.export import EXPORTS, FORMATS
from tests.benchmarks.synthetic import write_square


def exported(folder: Path, *words: str) -> Result:
    """The result of `positions export istanbul-2022 <words>` into a folder."""
    return CliRunner().invoke(app, ["export", "istanbul-2022", *words, "-o", str(folder)])


def test_all_formats_are_written_and_named(tmp_path: Path) -> None:
    """Without --format every format and a manifest come out, into a folder made on the way; each is told."""
    result = exported(tmp_path / "new" / "folder")
    written = sorted((tmp_path / "new" / "folder").iterdir())

    assert result.exit_code == 0
    assert len(written) == len(EXPORTS) + 1
    assert sorted(result.output.split()) == [str(path) for path in written]
    assert all(path.stat().st_size for path in written)


def test_two_runs_can_be_compared(tmp_path: Path) -> None:
    """The same view makes the same bytes."""
    for folder in ("one", "two"):
        exported(tmp_path / folder, "--format", "xlsx,json")
    first, second = (sorted((tmp_path / folder).iterdir()) for folder in ("one", "two"))

    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_format_a_day_and_issues_can_be_chosen(tmp_path: Path) -> None:
    """Only what was asked for is written, for the view that was asked for."""
    view = ("--as-of", "2022-03-29", "--issues", "crimea", "--parties", "ukraine")
    exported(tmp_path, "--format", "csv,annotations", *view)
    names = sorted(path.name.split("_")[2] for path in tmp_path.iterdir())
    matrix = next(tmp_path.glob("*matrix*")).read_text(encoding="utf-8-sig").splitlines()

    assert names == [
        "annotations",
        "changes",
        "data",
        "divergences",
        "gaps",
        "matrix",
        "moves",
        "positions",
        "statements",
    ]
    assert all("asof-2022-03-29" in path.name for path in tmp_path.iterdir())
    assert len(matrix) == 2
    assert json.loads(next(tmp_path.glob("*.jsonld")).read_bytes())["total"] > 0


def test_every_format_has_a_name_on_the_command_line() -> None:
    """No export can be reached only through the app."""
    assert all({one.id, one.suffix} & set(FORMATS) for one in EXPORTS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--format", "pdf"), "No such format: pdf. Formats: xlsx, workbook, csv"),
        (("--as-of", "2030-01-01"), "Days: 2022-02-24 to 2022-04-05"),
    ],
)
def test_wrong_usage_writes_nothing(words: tuple[str, ...], expected: str, tmp_path: Path) -> None:
    """A mistyped format or day is answered with what there is, and exit code 2."""
    result = exported(tmp_path / "none", *words)

    assert result.exit_code == 2
    assert expected in " ".join(result.output.split())
    assert not (tmp_path / "none").exists()


def test_data_of_a_wide_dossier_are_whole(tmp_path: Path) -> None:
    """Data carry every party and issue unless some are chosen; what is looked at says how much it shows."""
    folder = tmp_path / "wide"
    folder.mkdir()
    write_square(folder, parties=8, issues=12)
    run = CliRunner().invoke
    whole, chosen = (
        list(csv.reader(run(app, ["matrix", str(folder), "--csv", *words]).output.splitlines(keepends=True)))
        for words in ((), ("--parties", "p1,p2"))
    )
    printed = run(app, ["matrix", str(folder)]).output
    run(app, ["export", str(folder), "--format", "view", "-o", str(tmp_path)])
    exported_view = json.loads(next(tmp_path.glob("*_view_*.json")).read_text(encoding="utf-8"))

    assert len(whole) == len(chosen) == 1 + 12
    assert whole[0] == ["Issue", *(f"Party {one}" for one in range(8)), "Farthest apart"]
    assert chosen[0] == ["Issue", "Party 1", "Party 2", "Farthest apart"]
    assert "6 of 8 parties, 10 of 12 issues" in " ".join(printed.split())
    assert len(exported_view["columns"]) == 8


def test_the_earlier_day_can_be_chosen(tmp_path: Path) -> None:
    """The JSON compares with that day; one that is not earlier is wrong usage."""
    days = ("--as-of", "2022-04-05", "--since")
    exported(tmp_path, "--format", "view", *days, "2022-03-29")
    written = json.loads(next(tmp_path.glob("*_view_*.json")).read_text(encoding="utf-8"))

    assert (written["since"], written["as_of"]) == ("2022-03-29", "2022-04-05")
    assert "day=2022-04-05" in written["address"]
    assert "since=2022-03-29" in written["address"]
    assert exported(tmp_path, *days, "2022-04-05").exit_code == 2
